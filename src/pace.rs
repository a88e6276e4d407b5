//! The pace of a rollout: how long a unit takes on its path, what each control adds, what it catches, and which changes
//! would be the fastest without losing protection. SCIENCE 4.

mod assumptions;
mod cache;
mod changes;
mod check;
mod drag;
mod expectation;
mod model;
mod options;
mod parallel;
mod plan;
mod random;
mod rates;
mod read;
mod read_options;
mod result;
mod route;
mod run;
mod simulation;
mod summary;
mod value;
mod what_if;
mod write;
mod write_result;

pub use assumptions::{Assumption, Assumptions};
pub use check::check;
pub use model::*;
pub use options::*;
pub use plan::{MOST_EVALUATIONS, PlanResult, PlanSearch, plan};
pub use read::{read, read_field};
pub use read_options::{read_pace_options, read_plan_options};
pub use result::*;
pub use run::{PaceRun, pace};
pub use summary::{Percentile, Summary};
pub use what_if::{Trial, WhatIf};
pub use write::write;
pub use write_result::{write_pace, write_plan};
