//! What can be done to a path. Each edit leaves references that still hold; what it breaks goes back to the usual.

use super::{Certainty, Inventory, LONGEST_LABEL, MOST_SCENARIOS, Scenario, figure_key};
use crate::pace::{
    Assumption, Assumptions, Change, Changes, Link, MOST_STEPS, Quantity, Reason, Step, StepKind, WaitKind,
};
use crate::problem::beginning;

/// Longest name of a step, in characters; a path file allows no more.
const LONGEST_NAME: usize = 120;

/// One thing that a person does to a path. Steps are named by their position.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// One step more, at the end.
    Add(StepKind),
    /// One step less.
    Remove(usize),
    /// A step goes to another place.
    Shift(usize, usize),
    /// A number is entered, or taken away.
    Figure(Figure, Option<f64>),
    /// A word is entered or chosen.
    Word(Word, String),
    /// A box is ticked or not.
    Flag(Flag, bool),
    /// Days that units really took.
    Observed(Vec<f64>),
    /// These changes are tried, and no others.
    TryAll(Box<Changes>),
    /// The changes that are tried are kept under a name.
    Keep(String),
    /// A set of changes is dropped, by its place in the list.
    Drop(usize),
}

/// A number that can be entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Of a step.
    Step(usize, Quantity),
    /// Planned days for one unit.
    PlannedDays,
    /// What a day of delay costs.
    CostOfDelay,
    /// What a change is assumed to do; the usual where it is taken away.
    Assumption(Assumption),
}

/// A word that can be entered or chosen; a choice by its public id, and by an empty word nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word {
    /// The name of a step.
    Name(usize),
    /// Its kind.
    Kind(usize),
    /// Why it is there.
    Reason(usize),
    /// What it refers to.
    Link(usize, Link),
    /// How sure a number is.
    Certainty(Figure),
    /// The currency.
    Currency,
    /// The change that is tried on a control.
    Change(usize),
}

/// A box that can be ticked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// The step runs in parallel with the one right before it.
    Joined(usize),
    /// It was planned.
    Planned(usize),
    /// It is protected.
    Protected(usize),
    /// Its wait is always the same.
    Fixed(usize),
}

impl Inventory {
    /// Does one thing.
    pub fn apply(&mut self, edit: &Edit) {
        match edit {
            Edit::Add(kind) => {
                if self.path.steps.len() < MOST_STEPS {
                    self.path.steps.push(Step { id: self.fresh_id(), kind: *kind, ..Step::default() });
                }
            }
            Edit::Remove(position) => self.remove(*position),
            Edit::Shift(from, to) => {
                let (from, to) = (*from, *to);
                if from < self.path.steps.len() && to < self.path.steps.len() {
                    let step = self.path.steps.remove(from);
                    self.path.steps.insert(to, step);
                }
            }
            Edit::Figure(figure, number) => self.enter(*figure, *number),
            Edit::Word(word, text) => self.write(*word, text),
            Edit::Flag(flag, on) => self.tick(*flag, *on),
            Edit::Observed(days) => self.path.observed_lead_times.clone_from(days),
            Edit::TryAll(changes) => self.changes = self.by_id(changes),
            Edit::Keep(name) => {
                let changes = self.changes.clone();
                self.scenarios.retain(|scenario| scenario.name != *name);
                self.scenarios.push(Scenario { name: name.clone(), changes });
                if self.scenarios.len() > MOST_SCENARIOS {
                    self.scenarios.remove(0);
                }
            }
            Edit::Drop(place) => {
                if *place < self.scenarios.len() {
                    self.scenarios.remove(*place);
                }
            }
        }
        self.mend();
    }

    /// The name of a number among those that are more or less sure; what is assumed is not.
    #[must_use]
    pub fn key(&self, figure: Figure) -> String {
        match figure {
            Figure::Step(position, quantity) => {
                self.path.steps.get(position).map_or_else(String::new, |step| figure_key(step, quantity))
            }
            Figure::PlannedDays => super::PLANNED_DAYS.to_owned(),
            Figure::CostOfDelay => super::COST_OF_DELAY.to_owned(),
            Figure::Assumption(assumption) => assumption.id().to_owned(),
        }
    }

    /// Whether a step runs in parallel with the one right before it.
    #[must_use]
    pub fn joined(&self, position: usize) -> bool {
        let group =
            |position: usize| self.path.steps.get(position).and_then(|step| step.link(Link::ParallelGroup));
        position > 0 && group(position).is_some() && group(position) == group(position - 1)
    }

    fn remove(&mut self, position: usize) {
        if position >= self.path.steps.len() {
            return;
        }
        let id = self.path.steps.remove(position).id;
        for step in &mut self.path.steps {
            for link in [Link::ReturnsTo, Link::MergedInto, Link::Backup] {
                if step.link(link) == Some(&id) {
                    refer(step, link, None);
                }
            }
        }
        for quantity in Quantity::ALL {
            self.certainty.remove(&format!("{id}.{}", quantity.id()));
        }
    }

    /// A number that is taken away is no longer sure.
    fn enter(&mut self, figure: Figure, number: Option<f64>) {
        if number.is_none() {
            let key = self.key(figure);
            self.certainty.remove(&key);
        }
        match figure {
            Figure::Step(position, quantity) => {
                if let Some(step) = self.path.steps.get_mut(position) {
                    step.set_number(quantity, number);
                }
            }
            Figure::PlannedDays => self.path.planned_days = number,
            Figure::CostOfDelay => self.path.cost_of_delay_per_day = number,
            Figure::Assumption(assumption) => {
                let usual = Assumptions::default().get(assumption);
                self.assumptions.set(assumption, number.unwrap_or(usual));
            }
        }
    }

    fn write(&mut self, word: Word, text: &str) {
        let certain = Certainty::ALL.into_iter().find(|each| each.id() == text);
        match (word, certain) {
            (Word::Certainty(figure), Some(certainty)) => {
                let key = self.key(figure);
                self.certainty.insert(key, certainty);
            }
            (Word::Certainty(_), None) => {}
            (Word::Currency, _) => beginning(text.trim(), LONGEST_LABEL).clone_into(&mut self.currency),
            (Word::Change(position), _) => {
                let Some(step) = self.path.steps.get(position) else { return };
                match Change::ALL.into_iter().find(|each| each.id() == text) {
                    None | Some(Change::Keep) => drop(self.changes.remove(&step.id)),
                    Some(change) => drop(self.changes.insert(step.id.clone(), change)),
                }
            }
            (
                Word::Name(position)
                | Word::Kind(position)
                | Word::Reason(position)
                | Word::Link(position, _),
                _,
            ) => {
                if let Some(step) = self.path.steps.get_mut(position) {
                    write_step(step, word, text);
                }
            }
        }
    }

    fn tick(&mut self, flag: Flag, on: bool) {
        let position = match flag {
            Flag::Joined(position) => return self.join(position, on),
            Flag::Planned(position) | Flag::Protected(position) | Flag::Fixed(position) => position,
        };
        let Some(step) = self.path.steps.get_mut(position) else { return };
        match flag {
            Flag::Planned(_) => step.planned = on.then_some(true),
            Flag::Protected(_) => step.protected = on.then_some(true),
            _ => step.wait_kind = Some(if on { WaitKind::Fixed } else { WaitKind::Queue }),
        }
    }

    /// Every run of joined steps gets a group of its own, named anew: names are not shown to anybody.
    fn join(&mut self, position: usize, joined: bool) {
        let mut joins = Vec::new();
        for place in 0..self.path.steps.len() {
            joins.push(if place == position { joined && place > 0 } else { self.joined(place) });
        }
        let mut group: u32 = 0;
        for (place, step) in self.path.steps.iter_mut().enumerate() {
            let joins = |place: usize| joins.get(place).copied().unwrap_or(false);
            group += u32::from(!joins(place));
            let name = (joins(place) || joins(place + 1)).then(|| format!("g{group}"));
            step.set_link(Link::ParallelGroup, name);
        }
    }

    /// Takes out what an edit has broken: work is sent back to an earlier step at most, steps of a group stand next to
    /// each other, backups and hosts are controls, and only controls are changed.
    fn mend(&mut self) {
        let mut known = Vec::new();
        for step in &self.path.steps {
            known.push((step.id.clone(), step.is_control()));
        }
        let place = |id: &str| known.iter().position(|(known, _)| known == id);
        let is_control = |id: &str| known.iter().any(|(known, control)| known == id && *control);
        let mut groups: Vec<Option<String>> = Vec::new();
        for (position, step) in self.path.steps.iter_mut().enumerate() {
            if step.link(Link::ReturnsTo).and_then(place).is_some_and(|target| target > position) {
                refer(step, Link::ReturnsTo, None);
            }
            for link in [Link::MergedInto, Link::Backup] {
                if step.link(link).is_some_and(|target| !is_control(target)) || !step.is_control() {
                    refer(step, link, None);
                }
            }
            let group = step.link(Link::ParallelGroup).map(str::to_owned);
            if group.is_some() && groups.last() != Some(&group) && groups.contains(&group) {
                step.set_link(Link::ParallelGroup, None);
            }
            groups.push(step.link(Link::ParallelGroup).map(str::to_owned));
        }
        self.changes.retain(|id, _| is_control(id));
        for scenario in &mut self.scenarios {
            scenario.changes.retain(|id, _| is_control(id));
        }
    }

    /// An id that no step has.
    fn fresh_id(&self) -> String {
        let mut number = self.path.steps.len();
        loop {
            number += 1;
            let id = format!("s{number}");
            if self.path.steps.iter().all(|step| step.id != id) {
                return id;
            }
        }
    }
}

/// A word of one step.
fn write_step(step: &mut Step, word: Word, text: &str) {
    match word {
        Word::Name(_) => {
            let name = beginning(text.trim(), LONGEST_NAME);
            step.name = (!name.is_empty()).then(|| name.to_owned());
        }
        Word::Kind(_) => {
            if let Some(kind) = StepKind::ALL.into_iter().find(|each| each.id() == text) {
                step.kind = kind;
            }
        }
        Word::Reason(_) => step.reason = Reason::ALL.into_iter().find(|each| each.id() == text),
        Word::Link(_, link) => refer(step, link, (!text.is_empty()).then(|| text.to_owned())),
        Word::Certainty(_) | Word::Currency | Word::Change(_) => {}
    }
}

/// Makes a step refer to something or nothing; how often a backup helps goes with it.
fn refer(step: &mut Step, link: Link, target: Option<String>) {
    if link == Link::Backup && target.is_none() {
        step.set_number(Quantity::BackupCatchShare, None);
    }
    step.set_link(link, target);
}
