//! The combinations of changes, which of them are allowed, and which is better.

use std::cmp::Ordering;

use crate::pace::expectation::Expectation;
use crate::pace::route::{Route, set};
use crate::pace::value::SAME;
use crate::pace::{Assumptions, Change, PlanOptions};

/// A combination of changes that was looked at.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// One for each step of the path.
    pub(super) changes: Vec<Change>,
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

/// All combinations of one path under some options.
#[derive(Debug)]
pub(super) struct Space {
    expectation: Expectation,
    /// What can be done with each control, the mildest first.
    options: Vec<(usize, Vec<Change>)>,
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
        let caught_today = route.caught_loss(&route.unchanged(), &rates, &assumed);
        let offered = |position: usize| {
            let changes = Change::ALL.into_iter();
            (position, changes.filter(|change| route.offers(position, *change, &assumed)).collect())
        };
        Self {
            options: route.controls.iter().map(|control| offered(*control)).collect(),
            rates,
            caught_today,
            least: options.min_protection * caught_today - SAME,
            most_changes: options
                .max_changes
                .map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX)),
            expectation: Expectation::new(route, assumed),
        }
    }

    pub(super) fn route(&self) -> &Route {
        self.expectation.route()
    }

    pub(super) fn assumed(&self) -> &Assumptions {
        self.expectation.assumed()
    }

    /// What can be done with each control: its position and its changes.
    pub(super) fn options(&self) -> &[(usize, Vec<Change>)] {
        &self.options
    }

    /// The control in whose session another is or may be done.
    pub(super) fn host(&self, position: usize) -> Option<usize> {
        let station = self.route().stations.get(position)?;
        let merges = self.route().offers(position, Change::Merge, self.assumed());
        station.host.or(station.backup.filter(|_| merges))
    }

    /// V / V(today); 1 where nothing is caught today.
    pub(super) fn share(&self, caught_loss: f64) -> f64 {
        if self.caught_today > 0.0 { caught_loss / self.caught_today } else { 1.0 }
    }

    /// The path as it is.
    pub(super) fn today(&mut self) -> Candidate {
        let changes = self.route().unchanged();
        let lead_time = self.lead_time(&changes);
        Candidate { changes, lead_time, caught_loss: self.caught_today, changed: 0 }
    }

    pub(super) fn lead_time(&mut self, changes: &[Change]) -> f64 {
        self.expectation.lead_time(changes)
    }

    /// V under these changes, if it is enough.
    pub(super) fn protection(&self, changes: &[Change]) -> Option<f64> {
        let caught = self.route().caught_loss(changes, &self.rates, self.assumed());
        (caught >= self.least).then_some(caught)
    }

    /// Whether so many controls may be changed.
    pub(super) fn allows(&self, changed: usize) -> bool {
        changed <= self.most_changes
    }

    /// Puts a combination in the place of the best one, if it is allowed and beats it.
    pub(super) fn consider(&mut self, changes: &[Change], best: &mut Candidate) -> bool {
        let number = changes.iter().filter(|change| **change != Change::Keep).count();
        if !self.allows(number) || !self.route().fits(changes) {
            return false;
        }
        let Some(caught_loss) = self.protection(changes) else { return false };
        let lead_time = self.lead_time(changes);
        if lead_time > best.lead_time + SAME {
            return false;
        }
        let candidate = Candidate { changes: changes.to_vec(), lead_time, caught_loss, changed: number };
        let better = candidate.beats(best);
        if better {
            *best = candidate;
        }
        better
    }

    /// Sets the change of a control to one of those offered, by number; says whether there are as many.
    pub(super) fn choose(&self, changes: &mut [Change], control: usize, number: usize) -> bool {
        let Some((position, offered)) = self.options.get(control) else { return false };
        let Some(change) = offered.get(number) else { return false };
        set(changes, *position, *change);
        true
    }
}
