//! The figures of one person that a diagnosis takes. SCIENCE 5.1 and 7.

use crate::diagnosis::Figures;
use crate::incentive::{Choice, IncentiveResult, Parameter};
use crate::instrument::{Construct, Instrument, Key, Responsibility};
use crate::pace::{PaceResult, WarningCode};
use crate::response::{Answer, Response};
use crate::scoring::{Estimate, Score};
use crate::table::Table;

/// The figures of one person.
///
/// Half widths are left out, which stands for 10 points each: short scales would otherwise push the readiness
/// moves away. The executives' cultural share needs three executives and is absent; so are the figures of a model
/// whose input the response does not carry.
#[must_use]
pub fn figures(
    score: &Score,
    response: &Response,
    instrument: &Instrument,
    incentive: Option<&IncentiveResult>,
    pace: Option<&PaceResult>,
) -> Figures {
    let (friction, readiness) = (&score.structural_friction.estimate, &score.readiness_gap.estimate);
    let difference = difference(friction, readiness).unwrap_or_default();
    let (mut constructs, mut facets, mut pillars) = (Table::new(), Table::new(), Table::new());
    for (construct, score) in &score.constructs {
        if *construct != Construct::StallSignal {
            constructs.insert(*construct, score.estimate.score);
        }
    }
    for (facet, score) in &score.facets {
        facets.insert(*facet, score.estimate.score);
    }
    for (pillar, score) in &score.pillars {
        pillars.insert(*pillar, score.estimate.score);
    }
    let rational_delay_share = incentive.and_then(delay_is_rational);
    Figures {
        stall_signal: score.constructs.get(&Construct::StallSignal).and_then(|signal| signal.estimate.score),
        constructs,
        facets,
        pillars,
        structural_friction: friction.score,
        readiness_gap: readiness.score,
        difference: difference.score,
        difference_band95: difference.band95,
        rational_delay_share,
        rational_delay_band95: rational_delay_share.map(|share| [share, share]),
        relief: incentive.and_then(|incentive| incentive.relief),
        success_chance: response.incentive.as_ref().map(|input| input.parameter(Parameter::SuccessChance)),
        pace_fraction: pace.and_then(|pace| pace.pace_fraction),
        control_share: pace.and_then(|pace| pace.control_share),
        catch_data: pace.and_then(catch_data),
        other_share: score.attribution.and_then(|attribution| attribution.other_share),
        friction_compliance: friction_on(Responsibility::Compliance, response, instrument),
        friction_risk: friction_on(Responsibility::Risk, response, instrument),
        pilot: response.pilot,
        ..Figures::default()
    }
}

/// RDS of one person: 1 where waiting is the better choice, 0 where it is not, absent where it is a close call.
fn delay_is_rational(incentive: &IncentiveResult) -> Option<f64> {
    let share = if incentive.choice == Choice::Now { 0.0 } else { 1.0 };
    (!incentive.close_call).then_some(share)
}

/// Whether every control has numbers on how often it ran; absent where there is no control.
fn catch_data(pace: &PaceResult) -> Option<bool> {
    let silent = pace.warnings.iter().any(|warning| warning.code == WarningCode::NoCatchData);
    (!pace.controls.is_empty()).then_some(!silent)
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
