//! Answers to estimates with their error, and careless responding. SCIENCE 2.1 to 2.3.
//!
//! All scores point the same way: 0 is no barrier reported, 100 the strongest barrier. 50 is the midpoint of the
//! answer scale, not a norm.

mod answers;
mod attribution;
mod careless;
mod constructs;
mod estimate;
mod even_odd;
mod evidence;
mod indices;
mod model;

pub use estimate::{SIGMA_E, Z95, mean};
pub use model::*;

use crate::instrument::Instrument;
use crate::response::Response;
use answers::Shown;

/// The scores of one person: SCIENCE 2.1 to 2.3, and the share of evidence of 5.1.
#[must_use]
pub fn score(response: &Response, instrument: &Instrument) -> Score {
    let shown = Shown::new(response, instrument);
    let constructs = constructs::constructs(&shown);
    let facets = constructs::facets(&shown);
    let pillars = indices::pillars(&constructs);
    let structural_friction = indices::structural_friction(&constructs, &pillars);
    let readiness_gap = indices::readiness_gap(&facets);
    Score {
        evidence: evidence::evidence(&structural_friction.estimate, &readiness_gap.estimate),
        attribution: attribution::attribution(response, instrument),
        quality: careless::quality(&shown, response),
        constructs,
        facets,
        pillars,
        structural_friction,
        readiness_gap,
    }
}
