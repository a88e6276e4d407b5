//! Which responsibility speaks for or against moving now. SCIENCE 3.3.

use super::payoff::{Phases, Sides};
use super::terms::Terms;
use super::{Choice, Contributor, Parameter, TIE};
use crate::instrument::Responsibility;
use crate::table::Table;

/// What each responsibility and the transformation measure contribute to U(now) - U(rival). They sum to it exactly.
///
/// | | against delay | against never |
/// |---|---|---|
/// | a responsibility | `(1-theta) w [v(tau) (A(0,D) - pi (1-g) A(d,d+D)) + v(s) p (A(D,H) - A(d+D,H))]` | `(1-theta) w [v(tau) A(0,D) + v(s) p A(D,H)]` |
/// | the transformation measure | `theta (T_now - T_delay)` | `theta (T_now - T_never)` |
pub(super) fn contributions(terms: &Terms, sides: &Sides, rival: Choice) -> Table<Contributor, f64> {
    let theta = terms.theta();
    let phases = Phases::new(terms);
    let (mut disrupted, mut settled) = (phases.disrupted_now, phases.settled_now);
    if rival == Choice::Delay {
        let easier = 1.0 - terms.get(Parameter::EasierLater);
        disrupted -= terms.chance_of_going_ahead() * easier * phases.disrupted_later;
        settled -= phases.settled_later;
    }
    let settled = terms.get(Parameter::SuccessChance) * settled;
    let mut contributions: Table<Contributor, f64> = terms
        .weighted()
        .into_iter()
        .map(|(responsibility, transition, later)| {
            let margin = (1.0 - theta) * (transition * disrupted + later * settled);
            // Adding 0 turns a negative 0 into a plain one.
            (Contributor::Responsibility(responsibility), margin + 0.0)
        })
        .collect();
    let gain = sides.transformation.now - sides.transformation.of(rival);
    contributions.insert(Contributor::Transformation, theta * gain + 0.0);
    contributions
}

/// The most negative responsibility; of equal ones the first in the list; absent where none is negative.
pub(super) fn driver(contributions: &Table<Contributor, f64>) -> Option<Responsibility> {
    let mut most: (f64, Option<Responsibility>) = (0.0, None);
    for (contributor, margin) in contributions {
        if let Contributor::Responsibility(responsibility) = contributor
            && *margin < most.0 - TIE
        {
            most = (*margin, Some(*responsibility));
        }
    }
    most.1
}
