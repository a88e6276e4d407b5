//! Pillars and the two indices.

use super::{ConstructScore, Estimate, FacetScore, PillarScore, ReadinessGap, StructuralFriction};
use crate::instrument::{Construct, Facet, Pillar};
use crate::table::Table;

/// Pillars that the structural friction index needs.
const FEWEST_PILLARS: usize = 3;

/// The scores of a pillar's constructs among those the form shows.
fn shown_in(pillar: Pillar, constructs: &Table<Construct, ConstructScore>) -> Vec<&Estimate> {
    let mut shown = Vec::new();
    for construct in pillar.constructs() {
        if let Some(score) = constructs.get(construct) {
            shown.push(&score.estimate);
        }
    }
    shown
}

/// Each pillar: the mean of the scored constructs among those the form shows; needs ceil(shown / 2) of them.
/// SCIENCE 2.1.
pub(super) fn pillars(constructs: &Table<Construct, ConstructScore>) -> Table<Pillar, PillarScore> {
    let mut pillars = Table::new();
    for pillar in Pillar::ALL {
        let shown = shown_in(pillar, constructs);
        let needed = shown.len().div_ceil(2);
        let (estimate, constructs) = Estimate::of_parts(shown.into_iter(), needed);
        pillars.insert(pillar, PillarScore { estimate, constructs });
    }
    pillars
}

/// SFI, the structural friction index: the mean of the scored pillars; needs at least 3 of 4, and a form on which
/// all four are shown. SCIENCE 2.1.
pub(super) fn structural_friction(
    constructs: &Table<Construct, ConstructScore>,
    pillars: &Table<Pillar, PillarScore>,
) -> StructuralFriction {
    let all_shown = Pillar::ALL.into_iter().all(|pillar| !shown_in(pillar, constructs).is_empty());
    let parts = pillars.values().map(|pillar| &pillar.estimate);
    let (estimate, pillars) = Estimate::of_parts(parts, FEWEST_PILLARS);
    StructuralFriction { estimate: if all_shown { estimate } else { Estimate::default() }, pillars }
}

/// CBI, the readiness gap index: the mean of the scored facets; needs ceil(3/4 of the facets shown).
/// SCIENCE 2.1.
pub(super) fn readiness_gap(facets: &Table<Facet, FacetScore>) -> ReadinessGap {
    let needed = (3 * facets.len()).div_ceil(4);
    let (estimate, facets) = Estimate::of_parts(facets.values().map(|facet| &facet.estimate), needed);
    ReadinessGap { estimate, facets }
}
