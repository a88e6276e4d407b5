//! The figures of one person that a diagnosis takes. SCIENCE 5.1 and 7.

use crate::diagnosis::Figures;
use crate::instrument::{Construct, Instrument, Key, Responsibility};
use crate::response::{Answer, Response};
use crate::scoring::{Estimate, Score};

/// The figures of one person.
///
/// Half widths are left out, which stands for 10 points each: short scales would otherwise push the readiness
/// moves away. The executives' cultural share needs three executives and is absent; so are the figures of the
/// models, as long as the response carries no model.
#[must_use]
pub fn figures(score: &Score, response: &Response, instrument: &Instrument) -> Figures {
    let constructs = score.constructs.iter().filter(|(construct, _)| **construct != Construct::StallSignal);
    let (friction, readiness) = (&score.structural_friction.estimate, &score.readiness_gap.estimate);
    let difference = difference(friction, readiness).unwrap_or_default();
    Figures {
        stall_signal: score.constructs.get(&Construct::StallSignal).and_then(|signal| signal.estimate.score),
        constructs: constructs.map(|(construct, score)| (*construct, score.estimate.score)).collect(),
        facets: score.facets.iter().map(|(facet, score)| (*facet, score.estimate.score)).collect(),
        pillars: score.pillars.iter().map(|(pillar, score)| (*pillar, score.estimate.score)).collect(),
        structural_friction: friction.score,
        readiness_gap: readiness.score,
        difference: difference.score,
        difference_band95: difference.band95,
        other_share: score.attribution.and_then(|attribution| attribution.other_share),
        friction_compliance: friction_on(Responsibility::Compliance, response, instrument),
        friction_risk: friction_on(Responsibility::Risk, response, instrument),
        pilot: response.pilot,
        ..Figures::default()
    }
}

/// Delta = SFI - CBI, with `SE = sqrt(SEM_SFI² + SEM_CBI²)`.
fn difference(friction: &Estimate, readiness: &Estimate) -> Option<Estimate> {
    let (friction_sem, readiness_sem) = (friction.sem?, readiness.sem?);
    let sem = (friction_sem * friction_sem + readiness_sem * readiness_sem).sqrt();
    Some(Estimate::new(friction.score? - readiness.score?, sem))
}

/// The friction on one responsibility, 25 (y - 1).
fn friction_on(responsibility: Responsibility, response: &Response, instrument: &Instrument) -> Option<f64> {
    let item = instrument.items_shown(response.form, response.role).into_iter().find(|item| {
        item.construct == Construct::Friction && item.facet.as_deref() == Some(responsibility.id())
    })?;
    match response.answers.get(&item.id)? {
        Answer::Rating(rating) => {
            let rating = f64::from(*rating);
            Some(25.0 * if item.key == Key::Positive { rating - 1.0 } else { 5.0 - rating })
        }
        Answer::NotApplicable => None,
    }
}
