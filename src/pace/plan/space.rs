//! The combinations of changes, which of them are allowed, and which is better.

use std::cmp::Ordering;

use crate::pace::expectation::Expectation;
use crate::pace::route::{Route, UNCHANGED};
use crate::pace::value::SAME;
use crate::pace::{Change, Changes, PlanOptions};

/// A combination of changes that was looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// One for each step of the path.
    pub(super) changes: Changes,
    pub(super) lead_time: f64,
    /// V.
    pub(super) caught_loss: f64,
    /// How many controls are changed.
    pub(super) changed: usize,
}

impl Candidate {
    /// Whether it is better: faster; else as fast with fewer changes; else with a larger V; else with the milder change
    /// at the first control that differs.
    pub(super) fn beats(&self, other: &Self) -> bool {
        compare(self.lead_time, other.lead_time)
            .then(self.changed.cmp(&other.changed))
            .then(compare(other.caught_loss, self.caught_loss))
            .then_with(|| self.changes.cmp(&other.changes))
            .is_lt()
    }
}

/// Numbers that hardly differ are equal.
pub(super) fn compare(left: f64, right: f64) -> Ordering {
    if (left - right).abs() <= SAME { Ordering::Equal } else { left.total_cmp(&right) }
}

/// V / V(today); 1 where nothing is caught today.
pub(in crate::pace) fn share_of(caught: f64, today: f64) -> f64 {
    if today > 0.0 { caught / today } else { 1.0 }
}

/// All combinations of one path under some options.
#[derive(Debug)]
pub(super) struct Space {
    pub(super) expectation: Expectation,
    /// Each control with what can be done with it: the bits of [`Change::ALL`].
    pub(super) options: Vec<(usize, u32)>,
    rates: Vec<f64>,
    /// V today, and the least that must be kept of it.
    caught_today: f64,
    least: f64,
    most_changes: usize,
}

impl Space {
    pub(super) fn new(route: Route, options: &PlanOptions) -> Self {
        let assumed = options.assumptions;
        let rates = route.rates(options.rates);
        let caught_today = route.caught_loss(&UNCHANGED, &rates, &assumed);
        let mut all = Vec::new();
        for control in &route.controls {
            let mut offered = 0;
            for change in Change::ALL {
                offered |= u32::from(route.offers(*control, change, &assumed)) << change as u32;
            }
            all.push((*control, offered));
        }
        Self {
            options: all,
            rates,
            caught_today,
            least: options.min_protection * caught_today - SAME,
            most_changes: options.max_changes.map_or(usize::MAX, |most| most as usize),
            expectation: Expectation::new(route, assumed),
        }
    }

    pub(super) fn route(&self) -> &Route {
        &self.expectation.route
    }

    /// V / V(today); 1 where nothing is caught today.
    pub(super) fn share(&self, caught_loss: f64) -> f64 {
        share_of(caught_loss, self.caught_today)
    }

    /// The path as it is.
    pub(super) fn today(&mut self) -> Candidate {
        let lead_time = self.lead_time(&UNCHANGED);
        Candidate { changes: UNCHANGED, lead_time, caught_loss: self.caught_today, changed: 0 }
    }

    pub(super) fn lead_time(&mut self, changes: &Changes) -> f64 {
        self.expectation.lead_time(changes)
    }

    /// V under these changes, if it is enough.
    pub(super) fn protection(&self, changes: &Changes) -> Option<f64> {
        let caught = self.route().caught_loss(changes, &self.rates, &self.expectation.assumed);
        (caught >= self.least).then_some(caught)
    }

    /// Whether so many controls may be changed.
    pub(super) fn allows(&self, changed: usize) -> bool {
        changed <= self.most_changes
    }

    /// Puts a combination in the place of the best one, if it is allowed and beats it.
    pub(super) fn consider(&mut self, changes: &Changes, best: &mut Candidate) {
        let number = changes.iter().filter(|change| **change != Change::Keep).count();
        if !self.allows(number) || !self.route().fits(changes) {
            return;
        }
        let Some(caught_loss) = self.protection(changes) else { return };
        let lead_time = self.lead_time(changes);
        if lead_time > best.lead_time + SAME {
            return;
        }
        let candidate = Candidate { changes: *changes, lead_time, caught_loss, changed: number };
        if candidate.beats(best) {
            *best = candidate;
        }
    }

    /// The change with a number, if it is offered for a control.
    pub(super) fn offered(&self, control: usize, number: usize) -> Option<Change> {
        let (_, offered) = self.options.get(control)?;
        Change::ALL.get(number).copied().filter(|change| offered >> *change as u32 & 1 == 1)
    }
}
