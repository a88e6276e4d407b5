//! What would make moving now the best choice: more weight on the rollout, or less penalty. SCIENCE 3.3.

use super::payoff::{Phases, Sides};
use super::terms::Terms;
use super::{BreakEvenAgainst, Choice, Payoff, TIE};

/// The break-even weight against each alternative j. With `a = S_now - S_j` and `t = T_now - T_j`, which is never
/// negative: 0 if `a >= 0`; absent if `t = 0`; else `-a / (t - a)`.
pub(super) fn against_each(sides: &Sides) -> BreakEvenAgainst {
    let against = |rival: Choice| {
        let ahead = sides.stability.now - sides.stability.of(rival);
        let gain = sides.transformation.now - sides.transformation.of(rival);
        if ahead >= -TIE {
            Some(0.0)
        } else if gain <= TIE {
            None
        } else {
            Some(-ahead / (gain - ahead))
        }
    };
    BreakEvenAgainst { delay: against(Choice::Delay), never: against(Choice::Never) }
}

/// theta*: the larger of the two; absent if either is.
pub(super) fn break_even(against: BreakEvenAgainst) -> Option<f64> {
    Some(against.delay?.max(against.never?))
}

/// `h* = (max(U_delay, U_never) - U_now) / ((1 - theta) (-tau_bar) A(0,D))`: 0 where now is the choice; absent where
/// there is no penalty, or all of it is not enough.
pub(super) fn relief(terms: &Terms, payoff: Payoff, choice: Choice) -> Option<f64> {
    if choice == Choice::Now {
        return Some(0.0);
    }
    let (transition, _) = terms.sums();
    let penalty = (1.0 - terms.theta()) * -transition * Phases::new(terms).disrupted_now;
    let missing = payoff.of(payoff.rival()) - payoff.now;
    (penalty > 0.0 && missing <= penalty).then(|| missing / penalty)
}
