//! What changes come to that somebody chose, without a search. SCIENCE 4.5.

use super::expectation::Expectation;
use super::plan::{after, share_of};
use super::route::UNCHANGED;
use super::run::checked;
use super::value::SAME;
use super::{Assumptions, Change, Changes, NodeDays, PathInput, Rates};
use crate::problem::Problem;

/// A path on which changes can be tried.
#[derive(Debug)]
pub struct WhatIf {
    expectation: Expectation,
    /// The catch rates of each reading, and V today at them.
    readings: [(Vec<f64>, f64); 2],
    planned_days: Option<f64>,
    /// E[T] of the path as it is, in days.
    pub lead_time: f64,
}

/// What some changes come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// E[T] with these changes, in days.
    pub lead_time: f64,
    /// Planned days / lead time; absent without a plan of days.
    pub pace_fraction: Option<f64>,
    /// V with these changes / V today, at the catch rates as recorded; 1 where nothing is caught today.
    pub protection: f64,
    /// The same at the cautious rates.
    pub protection_cautious: f64,
}

impl WhatIf {
    /// Makes a path ready.
    ///
    /// # Errors
    /// What is wrong with the path.
    pub fn new(path: &PathInput, assumptions: Assumptions) -> Result<Self, Vec<Problem>> {
        let route = checked(path)?;
        let readings = Rates::ALL.map(|rates| {
            let rates = route.rates(rates);
            let today = route.caught_loss(&UNCHANGED, &rates, &assumptions);
            (rates, today)
        });
        let mut expectation = Expectation::new(route, assumptions);
        let lead_time = expectation.lead_time(&UNCHANGED);
        Ok(Self { expectation, readings, planned_days: path.planned_days, lead_time })
    }

    /// Whether a change can be offered for a step, whatever is done with the others.
    #[must_use]
    pub fn offers(&self, position: usize, change: Change) -> bool {
        self.expectation.route.offers(position, change, &self.expectation.assumed)
    }

    /// What these changes come to; absent where a control would be done in the session of one that has none any more,
    /// or where a change cannot be offered.
    pub fn trial(&mut self, changes: &Changes) -> Option<Trial> {
        let controls = &self.expectation.route.controls;
        let offered =
            |position: &usize| self.offers(*position, changes.get(*position).copied().unwrap_or_default());
        if !controls.iter().all(offered) || !self.expectation.route.fits(changes) {
            return None;
        }
        let lead_time = self.expectation.lead_time(changes);
        let kept = |reading: usize| {
            let (rates, today) = self.readings.get(reading)?;
            let caught = self.expectation.route.caught_loss(changes, rates, &self.expectation.assumed);
            Some(share_of(caught, *today))
        };
        Some(Trial {
            lead_time,
            pace_fraction: self.planned_days.filter(|_| lead_time > SAME).map(|days| days / lead_time),
            protection: kept(0)?,
            protection_cautious: kept(1)?,
        })
    }

    /// Where the days go with these changes, in path order.
    pub fn days(&mut self, changes: &Changes) -> Vec<NodeDays> {
        self.expectation.lead_time(changes);
        self.expectation.days_of_nodes()
    }

    /// The path after these changes.
    #[must_use]
    pub fn after(&self, path: &PathInput, changes: &Changes) -> PathInput {
        after(path, &self.expectation.route, &self.expectation.assumed, changes)
    }
}
