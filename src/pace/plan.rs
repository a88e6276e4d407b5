//! The plan: the fastest set of changes that keeps the protection. SCIENCE 4.6.
//!
//! Exact by branch and bound, which for paths of today's size looks at a few thousand of up to 6^12 combinations. Only
//! where its budget runs out is the plan the best one found, and says so.

mod branch;
mod climb;
mod outcome;
mod space;

use super::run::checked;
use super::value::SAME;
use super::{Changes, PathInput, PlanOptions};
use crate::problem::Problem;
use branch::Branch;
use climb::climb;
use space::{Candidate, Space};

pub(super) use outcome::after;
pub(super) use space::share_of;

/// The search ends after so many evaluations. That is more than there are for 300 000 combinations, so that a plan among
/// those is always exact.
pub const MOST_EVALUATIONS: u32 = 2_000_000;

/// A set of changes, and what it comes to. CONTRACT 2.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanResult {
    /// Whether no set of changes can be better; else it is the best one found.
    pub exact: bool,
    /// E[T] with these changes, in days.
    pub lead_time: f64,
    /// Planned days / lead time; absent without a plan of days.
    pub pace_fraction: Option<f64>,
    /// V with these changes / V today, at the rates asked for; 1 where nothing is caught today.
    pub protection_share: f64,
    /// What is done with each step of the path.
    pub changes: Changes,
    /// The path after that, to be simulated. Its numbers of catches are today's.
    pub path: PathInput,
}

/// The fastest set of changes under these options. SCIENCE 4.6: minimise E[T] subject to `V >= X V(today)`, what
/// protected controls allow, and the number of changes; of equally fast sets the one with fewer changes, then with the
/// larger V, then with the milder change at the first control that differs.
///
/// # Errors
/// What is wrong with the path.
pub fn plan(path: &PathInput, options: &PlanOptions) -> Result<PlanResult, Vec<Problem>> {
    let mut search = PlanSearch::new(path, options)?;
    while !search.step(u32::MAX) {}
    Ok(search.result(path))
}

/// The same in parts, for a screen that has other things to do. The plan does not depend on how it is cut.
#[derive(Debug)]
pub struct PlanSearch {
    space: Space,
    best: Candidate,
    /// Absent while single improvements of today's path are still found.
    branch: Option<Branch>,
    exact: bool,
}

impl PlanSearch {
    /// Begins.
    ///
    /// # Errors
    /// What is wrong with the path.
    pub fn new(path: &PathInput, options: &PlanOptions) -> Result<Self, Vec<Problem>> {
        let mut space = Space::new(checked(path)?, options);
        let best = space.today();
        Ok(Self { space, best, branch: None, exact: false })
    }

    /// Looks at so many more combinations, less than a microsecond each; says whether all is done. The first calls make
    /// one improvement of today's path each, out of some hundred combinations.
    pub fn step(&mut self, budget: u32) -> bool {
        let Some(branch) = &mut self.branch else {
            if !climb(&mut self.space, &mut self.best) {
                self.branch = Some(Branch::new(&self.space));
            }
            return false;
        };
        let ended = branch.run(&mut self.space, &mut self.best, budget);
        self.exact = ended == Some(true);
        ended.is_some()
    }

    /// How much is done, 0 to 1: the part of the combinations that was looked at or ruled out.
    #[must_use]
    pub fn progress(&self) -> f64 {
        self.branch.as_ref().map_or(0.0, Branch::progress)
    }

    /// The plan for the path that this began with; before the last step, the best one so far.
    #[must_use]
    pub fn result(&self, path: &PathInput) -> PlanResult {
        let best = &self.best;
        let planned_days = path.planned_days.filter(|_| best.lead_time > SAME);
        PlanResult {
            exact: self.exact,
            lead_time: best.lead_time,
            pace_fraction: planned_days.map(|days| days / best.lead_time),
            protection_share: self.space.share(best.caught_loss),
            changes: best.changes,
            path: after(path, self.space.route(), &self.space.expectation.assumed, &best.changes),
        }
    }
}
