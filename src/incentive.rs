//! What a manager is rewarded for: whether moving now, later or never is the best choice, and what would change it.
//! SCIENCE 3.
//!
//! A model of incentives as they were entered, not of a person's character. It can find that waiting does **not** pay;
//! then the explanation by incentives does not hold for this manager.
//!
//! Theory: measured tasks crowd out unmeasured ones (Holmstrom & Milgrom 1991; Kerr 1975), a miss weighs more than a
//! beat of the same size (Tversky & Kahneman 1992; Brown et al. 2024), and waiting has the value of an option
//! (Dixit & Pindyck 1994).

mod break_even;
mod close_call;
mod drivers;
mod model;
mod parameter;
mod payoff;
mod read;
mod terms;
mod write;

pub use model::*;
pub use parameter::Parameter;

pub use read::{read, read_field};
pub use write::{write, write_result};

use payoff::Sides;
use terms::Terms;

/// The horizon of the organisation's view, in months.
const ORGANISATION_HORIZON: f64 = 36.0;
/// The loss aversion of the organisation's view: none.
const ORGANISATION_LOSS_AVERSION: f64 = 1.0;
/// Payoffs closer than this are equal.
const TIE: f64 = 1e-12;

/// A(0, H): the months that count when this manager is judged, discounted as entered. A payoff over these is the average
/// effect on the evaluation.
#[must_use]
pub fn months_that_count(input: &IncentiveInput) -> f64 {
    Terms::new(input).months(0.0, f64::INFINITY)
}

/// The choice of a manager with these incentives, what it hangs on, and what would change it. SCIENCE 3.3.
///
/// Every figure is finite: [`read`] refuses whatever could make one infinite.
#[must_use]
pub fn incentive(input: &IncentiveInput) -> IncentiveResult {
    let terms = Terms::new(input);
    let sides = Sides::new(&terms);
    let payoff = sides.total(terms.theta());
    let (choice, rival) = (payoff.best(), payoff.rival());
    let break_even_against = break_even::against_each(&sides);
    let break_even = break_even::break_even(break_even_against);
    let (contributions, transformation) = drivers::contributions(&terms, &sides, rival);

    let organisation = terms
        .with(Parameter::HorizonMonths, ORGANISATION_HORIZON)
        .with(Parameter::LossAversion, ORGANISATION_LOSS_AVERSION);
    let seen_by_organisation = Sides::new(&organisation).total(organisation.theta());
    IncentiveResult {
        choice,
        rival,
        close_call: close_call::close_call(&terms, choice, break_even),
        average: payoff.divided_by(terms.months(0.0, f64::INFINITY)),
        break_even,
        break_even_against,
        gap: break_even.map(|share| share - terms.theta()),
        driver: drivers::driver(&contributions),
        contributions,
        transformation,
        relief: break_even::relief(&terms, payoff, choice),
        organisation: OrganisationView {
            choice: seen_by_organisation.best(),
            average: seen_by_organisation.divided_by(organisation.months(0.0, f64::INFINITY)),
            payoff: seen_by_organisation,
        },
        payoff,
    }
}
