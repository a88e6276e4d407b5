//! Problems of an input in words, for whoever calls the engine. English, as its names are.

use crate::problem::Problem;

/// One sentence: what is wrong, where, and what belongs there.
#[must_use]
pub fn message(problem: &Problem) -> String {
    format!("{} cannot be read.", if problem.path.is_empty() { "The input" } else { &problem.path })
}
