//! What can be done to a path. Each edit leaves references that still hold; what it breaks goes back to the usual.

use super::{Certainty, Inventory, figure_key};
use crate::pace::{Change, Link, MOST_STEPS, Quantity, Step, StepKind};

impl Inventory {
    /// With one step more, at a position. Nothing changes where the path is full.
    pub fn add(&mut self, position: usize, kind: StepKind) {
        if self.path.steps.len() < MOST_STEPS {
            let step = Step { id: self.fresh_id(), kind, ..Step::default() };
            self.path.steps.insert(position.min(self.path.steps.len()), step);
            self.mend();
        }
    }

    /// Without a step, and without what refers to it.
    pub fn remove(&mut self, position: usize) {
        if position >= self.path.steps.len() {
            return;
        }
        let id = self.path.steps.remove(position).id;
        for step in &mut self.path.steps {
            for link in [Link::ReturnsTo, Link::MergedInto, Link::Backup] {
                if step.link(link) == Some(&id) {
                    set_link(step, link, None);
                }
            }
        }
        self.changes.remove(&id);
        for scenario in &mut self.scenarios {
            scenario.changes.remove(&id);
        }
        let figures = format!("{id}.");
        self.certainty.retain(|key, _| !key.starts_with(&figures));
        self.mend();
    }

    /// With a step in another place.
    pub fn shift(&mut self, from: usize, to: usize) {
        if from < self.path.steps.len() && to < self.path.steps.len() {
            let step = self.path.steps.remove(from);
            self.path.steps.insert(to, step);
            self.mend();
        }
    }

    /// Changes one step. A figure that is taken away is no longer sure.
    pub fn alter(&mut self, position: usize, change: impl FnOnce(&mut Step)) {
        let Some(step) = self.path.steps.get_mut(position) else { return };
        change(step);
        for quantity in Quantity::ALL {
            if step.given(quantity).is_none() {
                self.certainty.remove(&figure_key(step, quantity));
            }
        }
        self.mend();
    }

    /// Says how sure a figure is.
    pub fn set_certainty(&mut self, key: &str, certainty: Certainty) {
        self.certainty.insert(key.to_owned(), certainty);
    }

    /// Whether a step runs in parallel with the one right before it.
    #[must_use]
    pub fn joined(&self, position: usize) -> bool {
        let group =
            |position: usize| self.path.steps.get(position).and_then(|step| step.link(Link::ParallelGroup));
        position > 0 && group(position).is_some() && group(position) == group(position - 1)
    }

    /// Runs a step in parallel with the one right before it, or no longer.
    pub fn join(&mut self, position: usize, joined: bool) {
        let mut joins: Vec<bool> = (0..self.path.steps.len()).map(|place| self.joined(place)).collect();
        if position == 0 || joins.get(position).is_none_or(|now| *now == joined) {
            return;
        }
        if let Some(join) = joins.get_mut(position) {
            *join = joined;
        }
        // Every run of joined steps gets a group of its own, named anew: names are not shown to anybody.
        let mut group = 0;
        for place in 0..self.path.steps.len() {
            let follows = joins.get(place).copied().unwrap_or(false);
            let leads = joins.get(place + 1).copied().unwrap_or(false);
            group += u32::from(!follows);
            let name = (follows || leads).then(|| format!("g{group}"));
            if let Some(step) = self.path.steps.get_mut(place) {
                step.set_link(Link::ParallelGroup, name);
            }
        }
    }

    /// Tries a change on a control.
    pub fn try_change(&mut self, position: usize, change: Change) {
        let Some(step) = self.path.steps.get(position) else { return };
        if change == Change::Keep {
            self.changes.remove(&step.id);
        } else {
            self.changes.insert(step.id.clone(), change);
        }
    }

    /// Takes out what an edit has broken: work is sent back to an earlier step at most, steps of a group stand next to
    /// each other, and backups and hosts are controls.
    fn mend(&mut self) {
        let ids: Vec<(String, bool)> =
            self.path.steps.iter().map(|step| (step.id.clone(), step.is_control())).collect();
        let place = |id: &str| ids.iter().position(|(known, _)| known == id);
        let is_control = |id: &str| ids.iter().any(|(known, control)| known == id && *control);
        let mut groups: Vec<Option<String>> = Vec::new();
        for (position, step) in self.path.steps.iter_mut().enumerate() {
            if step.link(Link::ReturnsTo).and_then(place).is_some_and(|target| target > position) {
                set_link(step, Link::ReturnsTo, None);
            }
            for link in [Link::MergedInto, Link::Backup] {
                if step.link(link).is_some_and(|target| !is_control(target)) || !step.is_control() {
                    set_link(step, link, None);
                }
            }
            let group = step.link(Link::ParallelGroup).map(str::to_owned);
            if group.is_some() && groups.last() != Some(&group) && groups.contains(&group) {
                step.set_link(Link::ParallelGroup, None);
            }
            groups.push(step.link(Link::ParallelGroup).map(str::to_owned));
        }
        let ids = |step: &Step| ids.iter().any(|(id, control)| *id == step.id && *control);
        let controls: Vec<String> =
            self.path.steps.iter().filter(|step| ids(step)).map(|step| step.id.clone()).collect();
        self.changes.retain(|id, _| controls.contains(id));
    }

    /// An id that no step has.
    fn fresh_id(&self) -> String {
        let taken = |id: &String| self.path.steps.iter().any(|step| step.id == *id);
        (1..).map(|number: u32| format!("s{number}")).find(|id| !taken(id)).unwrap_or_default()
    }
}

/// Makes a step refer to something or nothing; how often a backup helps goes with it.
fn set_link(step: &mut Step, link: Link, target: Option<String>) {
    if link == Link::Backup && target.is_none() {
        step.set_number(Quantity::BackupCatchShare, None);
    }
    step.set_link(link, target);
}
