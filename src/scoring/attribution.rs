//! The attribution ranking in figures.

use super::{AttributionPoints, AttributionScore};
use crate::instrument::{AttributionClass, Instrument};
use crate::response::Response;

/// Points of the first, second and third pick. SCIENCE 1.2, R1.
const POINTS: [u32; 3] = [3, 2, 1];

/// The points by class, with cultural share = cultural / (cultural + structural), absent where both are 0, and
/// other share = other / all. SCIENCE 2.1. Absent where nothing was picked.
pub(super) fn attribution(response: &Response, instrument: &Instrument) -> Option<AttributionScore> {
    let ranked = response.attribution.as_deref()?;
    let mut points = AttributionPoints { cultural: 0, structural: 0, other: 0 };
    for (id, worth) in ranked.iter().zip(POINTS) {
        let class = instrument.option(id).map(|option| option.class);
        match class {
            Some(AttributionClass::Cultural) => points.cultural += worth,
            Some(AttributionClass::Structural) => points.structural += worth,
            Some(AttributionClass::Other) => points.other += worth,
            None => {}
        }
    }
    let explained = points.cultural + points.structural;
    let all = explained + points.other;
    (all > 0).then(|| AttributionScore {
        points,
        cultural_share: share(points.cultural, explained),
        other_share: share(points.other, all),
    })
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}
