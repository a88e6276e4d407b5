//! One response to everything known about it: scores, models, figures, diagnosis.

mod figures;
mod model;

pub use figures::figures;
pub use model::*;

use crate::diagnosis::diagnose;
use crate::incentive::incentive;
use crate::instrument::Instrument;
use crate::pace::{PaceOptions, PaceResult, pace};
use crate::problem::{Problem, child};
use crate::response::Response;
use crate::scoring::score;

/// The version of the scoring and diagnosis rules. It changes whenever the same answers would give another result.
pub const SCORING_VERSION: &str = "1.0";

/// Which versions compute results with this instrument.
#[must_use]
pub fn versions(instrument: &Instrument) -> Versions {
    Versions {
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        instrument: named(instrument),
        scoring: SCORING_VERSION.to_owned(),
    }
}

/// The version of an instrument; of an organisation's own with its hash, so that equal names mean equal questions.
fn named(instrument: &Instrument) -> String {
    let mut name = instrument.version.clone();
    if !instrument.is_built_in() {
        name.push('+');
        name.push_str(&instrument.hash);
    }
    name
}

/// Everything known about one response. The models are computed where it carries their input, the pace with the usual
/// options.
///
/// # Errors
/// What [`pace()`] finds wrong with the path; a response without one has no error.
pub fn evaluate(response: &Response, instrument: &Instrument) -> Result<Evaluation, Vec<Problem>> {
    let pace = match &response.path {
        Some(path) => Some(pace(path, PaceOptions::default()).map_err(in_path)?),
        None => None,
    };
    Ok(evaluate_with(response, instrument, pace))
}

/// The same where the pace of the path has been worked out already, with the usual options; without it the path is left
/// out of the evaluation.
#[must_use]
pub fn evaluate_with(response: &Response, instrument: &Instrument, pace: Option<PaceResult>) -> Evaluation {
    let score = score(response, instrument);
    let incentive = response.incentive.as_ref().map(incentive);
    let figures = figures(&score, response, instrument, incentive.as_ref(), pace.as_ref());
    Evaluation {
        versions: versions(instrument),
        diagnosis: diagnose(&figures),
        score,
        figures,
        incentive,
        pace,
    }
}

/// Problems of a path, with their place in the response.
fn in_path(problems: Vec<Problem>) -> Vec<Problem> {
    let mut placed = Vec::new();
    for problem in problems {
        placed.push(Problem::new(child("path", &problem.path), problem.fault));
    }
    placed
}
