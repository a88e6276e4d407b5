//! The patterns behind a verdict. SCIENCE 5.3.

use super::{Archetype, Figures, LEADS_WITHIN, MIDPOINT, Verdict};
use crate::instrument::{Construct, Facet, Pillar};

/// From here on a threat to know-how or to the mandate is clear.
const CLEAR_THREAT: f64 = 60.0;

/// The patterns behind the verdict: for structural and both the pillars that lead, or diffuse friction where none
/// reaches the midpoint, and threatened expertise where AUT and MAN are 60 or more; both adds the readiness gap.
/// Every other verdict has one of its own.
pub(super) fn archetypes(figures: &Figures, verdict: Verdict) -> Vec<Archetype> {
    match verdict {
        Verdict::Structural => structural(figures),
        Verdict::Both => {
            let mut archetypes = structural(figures);
            archetypes.push(Archetype::ReadinessGap);
            archetypes
        }
        Verdict::Cultural => vec![Archetype::ReadinessGap],
        Verdict::HiddenStructural => vec![Archetype::UnseenDrag],
        Verdict::Elsewhere => vec![Archetype::StalledElsewhere],
        Verdict::Aligned => vec![Archetype::ReadyAndAligned],
        Verdict::Unclear => vec![Archetype::NotClearYet],
        Verdict::Insufficient => vec![Archetype::NotEnoughData],
    }
}

fn structural(figures: &Figures) -> Vec<Archetype> {
    let leading = leading(Pillar::ALL.map(|pillar| (pillar, figures.pillar(pillar))));
    let mut archetypes = Vec::new();
    for pillar in leading {
        archetypes.push(of_pillar(pillar));
    }
    if archetypes.is_empty() {
        archetypes.push(Archetype::DiffuseFriction);
    }
    let threatened = |construct| figures.construct(construct).is_some_and(|score| score >= CLEAR_THREAT);
    if threatened(Construct::ExpertiseThreat) && threatened(Construct::ThreatRatherThanMandate) {
        archetypes.push(Archetype::ThreatenedExpertise);
    }
    archetypes
}

const fn of_pillar(pillar: Pillar) -> Archetype {
    match pillar {
        Pillar::Incentives => Archetype::PenalisedForMoving,
        Pillar::Accountability => Archetype::NobodysJob,
        Pillar::DecisionRights => Archetype::CertaintyMachine,
        Pillar::OperatingBurden => Archetype::OverloadedMiddle,
    }
}

/// The facets of readiness that lead, in the essay's order. SCIENCE 5.2.
pub(super) fn readiness_facets(figures: &Figures) -> Vec<Facet> {
    leading(Facet::ALL.map(|facet| (facet, figures.facet(facet))))
}

/// Those at the midpoint or above and within 5 points of the highest, in the order given.
fn leading<T, const N: usize>(scores: [(T, Option<f64>); N]) -> Vec<T> {
    let mut highest = f64::NEG_INFINITY;
    for (_, score) in &scores {
        highest = highest.max(score.unwrap_or(highest));
    }
    let mut leading = Vec::new();
    for (name, score) in scores {
        if score.is_some_and(|score| score >= MIDPOINT && score >= highest - LEADS_WITHIN) {
            leading.push(name);
        }
    }
    leading
}
