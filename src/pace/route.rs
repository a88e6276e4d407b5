//! A path made ready for computing: every reference a position, every value given.

use super::{Change, PathInput, Step};
use crate::table::Table;

/// One step of a route. SCIENCE 4.1 names the symbols.
#[derive(Debug, Clone)]
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
    /// Whether it is a control, the step right before it is one, it was planned, or is protected.
    pub(super) is_control: bool,
    pub(super) follows_control: bool,
    pub(super) planned: bool,
    pub(super) protected: bool,
    /// Seen and caught.
    pub(super) run: u32,
    pub(super) caught: u32,
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

    /// f: caught / seen, 0 if it never ran.
    pub(super) fn catch_rate(&self) -> f64 {
        if self.run == 0 { 0.0 } else { f64::from(self.caught) / f64::from(self.run) }
    }
}

/// A path made ready.
#[derive(Debug, Clone)]
pub(super) struct Route {
    pub(super) stations: Vec<Station>,
    /// The positions of the controls.
    pub(super) controls: Vec<usize>,
}

/// Steps that a unit goes through at the same time: one alone, or those of a parallel group. Steps are bits by their
/// position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Node {
    /// Those that stand here.
    pub(super) own: u64,
    /// Those that are done in the session of one that stands here.
    pub(super) guests: u64,
    /// The last position that stands here.
    pub(super) last: usize,
}

impl Route {
    pub(super) fn new(path: &PathInput) -> Self {
        let positions: Table<&str, usize> =
            path.steps.iter().enumerate().map(|(position, step)| (step.id.as_str(), position)).collect();
        let find = |id: &Option<String>| positions.get(id.as_deref()?).copied();
        let mut work = None;
        let mut follows_control = false;
        let mut stations = Vec::new();
        for (position, step) in path.steps.iter().enumerate() {
            let applies = step.applies_share.unwrap_or(1.0);
            stations.push(Station {
                touch: step.touch_days.unwrap_or(0.0),
                wait: step.wait_days.unwrap_or(0.0),
                fixed: step.waits_fixed(),
                cadence: step.cadence_days.unwrap_or(0.0),
                applies,
                returns: step.return_chance.unwrap_or(0.0),
                back: find(&step.returns_to).or(work).unwrap_or(position),
                group: group(&path.steps, step),
                host: find(&step.merged_into),
                is_control: step.is_control(),
                follows_control,
                planned: step.planned.unwrap_or(false),
                protected: step.protected.unwrap_or(false),
                run: step.times_run.unwrap_or(0),
                caught: step.times_caught.unwrap_or(0),
                stake: applies * step.loss_per_catch.unwrap_or(0.0),
                backup: find(&step.backup),
                backup_share: step.backup_catch_share.unwrap_or(0.0),
            });
            follows_control = step.is_control();
            if !follows_control {
                work = Some(position);
            }
        }
        let controls = stations
            .iter()
            .enumerate()
            .filter_map(|(position, station)| station.is_control.then_some(position))
            .collect();
        Self { stations, controls }
    }

    /// Every step as it is.
    pub(super) fn unchanged(&self) -> Vec<Change> {
        vec![Change::Keep; self.stations.len()]
    }

    /// Every step as it is, but for one.
    pub(super) fn with(&self, position: usize, change: Change) -> Vec<Change> {
        let mut changes = self.unchanged();
        set(&mut changes, position, change);
        changes
    }

    /// The step in whose session another is done under these changes: its backup, if it was merged with that; else the
    /// one that it was merged into before, as long as that one stands where it stood.
    pub(super) fn host(&self, changes: &[Change], position: usize) -> Option<usize> {
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
    pub(super) fn layout(&self, changes: &[Change], nodes: &mut Vec<Node>) {
        nodes.clear();
        let mut guests: u64 = 0;
        let mut group = 0;
        let mut before_stands = false;
        for (position, (station, change)) in self.stations.iter().zip(changes).enumerate() {
            let bit = 1 << position;
            let stands = *change != Change::Retire && self.host(changes, position).is_none();
            if stands {
                let beside = *change == Change::Parallel && before_stands;
                let joins = beside || (station.group > 0 && station.group == group);
                match nodes.last_mut() {
                    Some(node) if joins => {
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
        for guest in positions(guests) {
            let host = self.host(changes, guest).map_or(0, |host| 1 << host);
            if let Some(node) = nodes.iter_mut().find(|node| node.own & host != 0) {
                node.guests |= 1 << guest;
            }
        }
    }
}

/// The positions of the bits that are set, in order.
pub(super) fn positions(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let position = bits.trailing_zeros() as usize;
        bits &= bits.wrapping_sub(1);
        (position < 64).then_some(position)
    })
}

/// Sets the change of one step.
pub(super) fn set(changes: &mut [Change], position: usize, change: Change) {
    if let Some(place) = changes.get_mut(position) {
        *place = change;
    }
}

fn group(steps: &[Step], step: &Step) -> usize {
    let group = step.parallel_group.as_ref();
    let first = group.and_then(|_| steps.iter().position(|other| other.parallel_group.as_ref() == group));
    first.map_or(0, |first| first + 1)
}
