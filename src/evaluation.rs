//! One response to everything known about it: scores, models, figures, diagnosis.

mod figures;
mod model;

pub use figures::figures;
pub use model::*;

use crate::diagnosis::diagnose;
use crate::incentive::incentive;
use crate::instrument::Instrument;
use crate::pace::{PaceOptions, pace};
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
        instrument: instrument.version.clone(),
        scoring: SCORING_VERSION.to_owned(),
    }
}

/// Everything known about one response. The models are computed where it carries their input, the pace with the usual
/// options.
///
/// # Errors
/// What [`pace()`] finds wrong with the path; a response without one has no error.
pub fn evaluate(response: &Response, instrument: &Instrument) -> Result<Evaluation, Vec<Problem>> {
    let score = score(response, instrument);
    let incentive = response.incentive.as_ref().filter(|_| crate::response::MODELS).map(incentive);
    let pace = match &response.path {
        Some(path) if crate::response::MODELS => Some(pace(path, PaceOptions::default()).map_err(in_path)?),
        _ => None,
    };
    let figures = figures(&score, response, instrument, incentive.as_ref(), pace.as_ref());
    Ok(Evaluation {
        versions: versions(instrument),
        diagnosis: diagnose(&figures),
        score,
        figures,
        incentive,
        pace,
    })
}

/// Problems of a path, with their place in the response.
fn in_path(problems: Vec<Problem>) -> Vec<Problem> {
    problems.into_iter().map(|problem| Problem::new(child("path", &problem.path), problem.fault)).collect()
}
