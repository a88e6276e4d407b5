//! Whether a small change of what was entered would change the choice. SCIENCE 3.3.

use super::payoff::Sides;
use super::terms::Terms;
use super::{Choice, Parameter};

/// A break-even weight this close to the weight there is leaves the choice open.
const NEAR: f64 = 0.05;

/// How far each parameter is moved, down and up: by a step and by a share of its value.
const MOVES: [(Parameter, f64, f64); 6] = [
    (Parameter::SuccessChance, 0.1, 0.0),
    (Parameter::LossAversion, 0.5, 0.0),
    (Parameter::Learning, 0.25, 0.0),
    (Parameter::EasierLater, 0.25, 0.0),
    (Parameter::DisruptionMonths, 0.0, 0.25),
    (Parameter::DelayMonths, 0.0, 0.5),
];

/// theta* > 0 and closer to theta than 0.05, or the choice moves between now and not now under any single one of
/// these changes, each kept within its range.
pub(super) fn close_call(terms: &Terms, choice: Choice, break_even: Option<f64>) -> bool {
    let near = |share: f64| share > 0.0 && (terms.theta() - share).abs() < NEAR;
    if break_even.is_some_and(near) {
        return true;
    }
    let now = choice == Choice::Now;
    MOVES.into_iter().any(|(parameter, step, share)| {
        let (minimum, maximum) = parameter.range();
        let value = terms.get(parameter);
        [-1.0, 1.0].into_iter().any(|sign| {
            // Not `clamp`: its panic message prints fractions, which takes a twentieth of the whole product.
            let moved = (value + sign * (step + share * value)).max(minimum).min(maximum);
            let terms = terms.with(parameter, moved);
            (Sides::new(&terms).total(terms.theta()).best() == Choice::Now) != now
        })
    })
}
