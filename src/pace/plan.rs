//! The plan: the fastest set of changes that keeps the protection. SCIENCE 4.6.
//!
//! Exact by looking at all combinations while there are few, else by branch and bound. Only where the budget of that
//! runs out is the plan the best one found, and says so.

mod branch;
mod climb;
mod enumerate;
mod outcome;
mod space;

use serde::Serialize;

use super::run::checked;
use super::{Change, PathInput, PlanOptions};
use crate::problem::Problem;
use crate::table::Table;
use branch::Branch;
use climb::climb;
use enumerate::Enumerate;
use space::{Candidate, Space};

/// All combinations are looked at up to so many.
pub const MOST_COMBINATIONS: usize = 300_000;
/// Branch and bound ends after so many evaluations.
pub const MOST_EVALUATIONS: u32 = 2_000_000;

/// A set of changes, and what it comes to. CONTRACT 2.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanResult {
    /// Whether no set of changes can be better; else it is the best one found.
    pub exact: bool,
    /// E[T] with these changes, in days.
    pub lead_time: f64,
    /// Planned days / lead time; absent without a plan of days.
    pub pace_fraction: Option<f64>,
    /// V with these changes / V today, at the rates asked for; 1 where nothing is caught today.
    pub protection_share: f64,
    /// The changes by control; those that are kept as they are are left out.
    pub changes: Table<String, Change>,
    /// The path after them, to be simulated. Its numbers of catches are today's.
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
    loop {
        if let Some(result) = search.step(u32::MAX) {
            return Ok(result);
        }
    }
}

/// The same in parts, for a screen that has other things to do. The plan does not depend on how it is cut.
#[derive(Debug)]
pub struct PlanSearch {
    path: PathInput,
    space: Space,
    best: Candidate,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Enumerate(Enumerate),
    Climb,
    Branch(Branch),
}

impl PlanSearch {
    /// Begins.
    ///
    /// # Errors
    /// What is wrong with the path.
    pub fn new(path: &PathInput, options: &PlanOptions) -> Result<Self, Vec<Problem>> {
        let mut space = Space::new(checked(path)?, options);
        let best = space.today();
        let stage = if space.combinations() <= MOST_COMBINATIONS {
            Stage::Enumerate(Enumerate::new(&space))
        } else {
            Stage::Climb
        };
        Ok(Self { path: path.clone(), space, best, stage })
    }

    /// Looks at so many more combinations, about a third of a microsecond each; gives the plan when all is done.
    pub fn step(&mut self, budget: u32) -> Option<PlanResult> {
        let exact = match &mut self.stage {
            Stage::Enumerate(enumerate) => {
                enumerate.run(&mut self.space, &mut self.best, budget).then_some(true)
            }
            Stage::Climb => {
                // One improvement at a time: some hundred combinations.
                if !climb(&mut self.space, &mut self.best) {
                    self.stage = Stage::Branch(Branch::new(&mut self.space));
                }
                None
            }
            Stage::Branch(branch) => branch.run(&mut self.space, &mut self.best, budget),
        }?;
        Some(self.finish(exact))
    }

    /// How much is done, 0 to 1. A search with branches may end sooner.
    #[must_use]
    pub fn progress(&self) -> f64 {
        match &self.stage {
            Stage::Enumerate(enumerate) => enumerate.progress(&self.space),
            Stage::Climb => 0.0,
            Stage::Branch(branch) => branch.progress(),
        }
    }

    fn finish(&self, exact: bool) -> PlanResult {
        let best = &self.best;
        PlanResult {
            exact,
            lead_time: best.lead_time,
            pace_fraction: self
                .path
                .planned_days
                .filter(|_| best.lead_time > 0.0)
                .map(|days| days / best.lead_time),
            protection_share: self.space.share(best.caught_loss),
            changes: outcome::changes(&self.path, &best.changes),
            path: outcome::path(&self.path, self.space.route(), &best.changes, self.space.assumed()),
        }
    }
}
