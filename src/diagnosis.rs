//! Figures to verdict, archetypes and moves. SCIENCE 5.
//!
//! All cut-offs are design choices on the response scale, where 10 points are 0.4 of a response step. They are
//! not norms.

mod archetypes;
mod conflicts;
mod figures;
mod miss;
mod model;
mod moves;
mod read;
mod special;
mod triggers;
mod verdict;

pub use model::*;
pub use read::read;
pub use triggers::Measure;

/// The midpoint of every score: from here on a barrier is reported.
const MIDPOINT: f64 = 50.0;
/// More than half: of the managers, or of the delay.
const HALF: f64 = 0.5;
/// Scores this close to the highest lead together with it.
const LEADS_WITHIN: f64 = 5.0;

/// What the figures support, and what should change first. SCIENCE 5.
#[must_use]
pub fn diagnose(figures: &Figures) -> Diagnosis {
    let stall = verdict::stall(figures);
    let source = verdict::source(figures);
    let corroboration = verdict::corroboration(figures);
    let (verdict, strength) = verdict::verdict(source, corroboration, stall);
    let miss = miss::miss(figures, verdict);
    Diagnosis {
        stall,
        source,
        corroboration,
        verdict,
        strength,
        archetypes: archetypes::archetypes(figures, verdict),
        readiness_facets: archetypes::readiness_facets(figures),
        special: special::special(figures, verdict, miss),
        moves: moves::moves(figures, verdict, stall),
        miss,
    }
}
