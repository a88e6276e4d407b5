//! A path made ready for computing: every reference a position, every value given.

use super::{Change, Changes, Link, MOST_STEPS, PathInput, Quantity, Step, StepSet};

/// Every step as it is.
pub(super) const UNCHANGED: Changes = [Change::Keep; MOST_STEPS];

/// One step of a route. SCIENCE 4.1 names the symbols.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a column of the inventory")]
pub(super) struct Station {
    /// t.
    pub(super) touch: f64,
    /// q.
    pub(super) wait: f64,
    /// Whether the wait is always the same.
    pub(super) fixed: bool,
    /// c.
    pub(super) cadence: f64,
    /// a.
    pub(super) applies: f64,
    /// r.
    pub(super) returns: f64,
    /// Where it sends a unit back to.
    pub(super) back: usize,
    /// Its parallel group: the position of its first step, from 1; 0 for none.
    pub(super) group: usize,
    /// The control in whose session it is done.
    pub(super) host: Option<usize>,
    /// Whether the step right before it is a control, whether it is one, was planned, is protected.
    pub(super) follows_control: bool,
    pub(super) is_control: bool,
    pub(super) planned: bool,
    pub(super) protected: bool,
    /// Seen and caught.
    pub(super) run: f64,
    pub(super) caught: f64,
    /// a times the loss of one catch: what a catch rate is worth per unit.
    pub(super) stake: f64,
    /// The control that would catch the same, and how often: o.
    pub(super) backup: Option<usize>,
    pub(super) backup_share: f64,
}

impl Station {
    /// a / (1 - r): how often it is gone through per unit, if nothing else sends units back over it.
    pub(super) fn passes(&self) -> f64 {
        self.applies / (1.0 - self.returns)
    }

    /// Whether it waits a fixed time.
    pub(super) fn waits_fixed(&self) -> bool {
        self.fixed && self.wait > 0.0
    }
}

/// A path made ready.
#[derive(Debug)]
pub(super) struct Route {
    pub(super) stations: Vec<Station>,
    /// The positions of the controls.
    pub(super) controls: Vec<usize>,
    /// A group whose steps run one after the other after all.
    pub(super) serial: usize,
}

/// Steps that a unit goes through at the same time: one alone, or those of a parallel group.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    /// Those that stand here, as bits by their position.
    pub(super) own: u64,
    /// Those that are done in the session of one that stands here.
    pub(super) guests: u64,
    /// The last position that stands here.
    pub(super) last: usize,
}

impl Route {
    pub(super) fn new(path: &PathInput) -> Self {
        let steps = &path.steps;
        let mut route = Self { stations: Vec::new(), controls: Vec::new(), serial: usize::MAX };
        let mut work = None;
        let mut follows_control = false;
        for (position, step) in steps.iter().enumerate() {
            let number = |quantity| step.number(quantity);
            let target = |link| find(steps, step.link(link)?);
            let group = step.link(Link::ParallelGroup);
            let first = steps.iter().position(|other| other.link(Link::ParallelGroup) == group);
            let applies = number(Quantity::AppliesShare);
            route.stations.push(Station {
                touch: number(Quantity::TouchDays),
                wait: number(Quantity::WaitDays),
                fixed: step.waits_fixed(),
                cadence: number(Quantity::CadenceDays),
                applies,
                returns: number(Quantity::ReturnChance),
                back: target(Link::ReturnsTo).or(work).unwrap_or(position),
                group: group.and(first).map_or(0, |first| first + 1),
                host: target(Link::MergedInto),
                follows_control,
                is_control: step.is_control(),
                planned: step.planned == Some(true),
                protected: step.protected == Some(true),
                run: number(Quantity::TimesRun),
                caught: number(Quantity::TimesCaught),
                stake: applies * number(Quantity::LossPerCatch),
                backup: target(Link::Backup),
                backup_share: number(Quantity::BackupCatchShare),
            });
            follows_control = step.is_control();
            if follows_control {
                route.controls.push(position);
            } else {
                work = Some(position);
            }
        }
        route
    }

    /// Every step as it is, but for one.
    pub(super) fn with(position: usize, change: Change) -> Changes {
        let mut changes = UNCHANGED;
        set(&mut changes, position, change);
        changes
    }

    /// The step in whose session another is done under these changes: its backup, if it was merged with that; else the
    /// one that it was merged into before, as long as that one stands where it stood.
    pub(super) fn host(&self, changes: &Changes, position: usize) -> Option<usize> {
        let station = self.stations.get(position)?;
        let host = match changes.get(position)? {
            Change::Retire => None,
            Change::Merge => station.backup,
            _ => station.host,
        }?;
        let stands = !matches!(changes.get(host)?, Change::Retire | Change::Merge);
        stands.then_some(host)
    }

    /// The nodes that a unit goes through under these changes, in path order.
    pub(super) fn layout(&self, changes: &Changes, nodes: &mut Vec<Node>) {
        nodes.clear();
        let mut guests: u64 = 0;
        let mut group = 0;
        let mut before_stands = false;
        for (position, (station, change)) in self.stations.iter().zip(changes).enumerate() {
            let bit = 1 << position;
            let stands = *change != Change::Retire && self.host(changes, position).is_none();
            if stands {
                let beside = *change == Change::Parallel && before_stands;
                let together = station.group > 0 && station.group != self.serial && station.group == group;
                match nodes.last_mut() {
                    Some(node) if beside || together => {
                        node.own |= bit;
                        node.last = position;
                    }
                    _ => {
                        nodes.push(Node { own: bit, guests: 0, last: position });
                        group = station.group;
                    }
                }
            } else if *change != Change::Retire {
                guests |= bit;
            }
            before_stands = stands;
        }
        for guest in StepSet(guests) {
            let host = self.host(changes, guest).map_or(0, |host| 1 << host);
            for node in &mut *nodes {
                if node.own & host != 0 {
                    node.guests |= 1 << guest;
                }
            }
        }
    }
}

/// Sets the change of one step.
pub(super) fn set(changes: &mut Changes, position: usize, change: Change) {
    if let Some(place) = changes.get_mut(position) {
        *place = change;
    }
}

/// The position of the step with an id.
pub(super) fn find(steps: &[Step], id: &str) -> Option<usize> {
    steps.iter().position(|step| step.id == id)
}
