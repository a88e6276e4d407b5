//! One response to everything known about it: scores, figures, diagnosis.

mod figures;
mod model;

pub use figures::figures;
pub use model::*;

use crate::diagnosis::diagnose;
use crate::instrument::Instrument;
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

/// Everything known about one response.
#[must_use]
pub fn evaluate(response: &Response, instrument: &Instrument) -> Evaluation {
    let score = score(response, instrument);
    let figures = figures(&score, response, instrument);
    Evaluation {
        versions: versions(instrument),
        diagnosis: diagnose(&figures),
        score,
        figures,
        incentive: None,
        pace: None,
    }
}
