//! What goes into the model and what comes out. CONTRACT 2, `IncentiveInput` and `IncentiveResult`.

use super::Parameter;
use crate::instrument::Responsibility;

/// A number for each responsibility, in the order of [`Responsibility::ALL`].
pub type Scorecard<T> = [T; Responsibility::ALL.len()];

/// What a manager is judged on, and what the rollout does to it. SCIENCE 3.2. What was not answered is absent.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct IncentiveInput {
    /// w: how much each responsibility counts; 0 or more, and not all 0. Only their proportions matter.
    pub weights: Scorecard<Option<f64>>,
    /// tau: how each fares while the rollout is put in place, from -2 (much worse) to 2 (much better). Needed where
    /// there is weight.
    pub transition: Scorecard<Option<f64>>,
    /// s: how each fares once the rollout has settled, from -2 to 2. Needed where there is weight.
    pub settled: Scorecard<Option<f64>>,
    /// The answers to the other questions, in the order of [`Parameter::ALL`]; one that is absent has its usual value.
    pub parameters: [Option<f64>; Parameter::ALL.len()],
}

impl IncentiveInput {
    /// The value of a parameter, given or usual.
    #[must_use]
    pub fn parameter(&self, parameter: Parameter) -> f64 {
        self.parameters.get(parameter as usize).copied().flatten().unwrap_or(parameter.usual())
    }

    /// Gives a parameter a value, or its usual one.
    pub fn set_parameter(&mut self, parameter: Parameter, value: Option<f64>) {
        if let Some(place) = self.parameters.get_mut(parameter as usize) {
            *place = value;
        }
    }
}

/// What a manager can do about the rollout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// Start now.
    Now,
    /// Start after some months.
    Delay,
    /// Not start within the time that counts.
    Never,
}

impl Choice {
    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Delay => "delay",
            Self::Never => "never",
        }
    }
}

/// One figure for each choice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payoff {
    /// For starting now.
    pub now: f64,
    /// For starting later.
    pub delay: f64,
    /// For not starting.
    pub never: f64,
}

/// The break-even weight against each alternative to moving now; absent where no weight will do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BreakEvenAgainst {
    /// Against starting later.
    pub delay: Option<f64>,
    /// Against not starting.
    pub never: Option<f64>,
}

/// What contributes to the margin between moving now and its rival.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Contributor {
    /// A responsibility that the manager is judged on already.
    Responsibility(Responsibility),
    /// The part of the evaluation that depends on results of the rollout.
    Transformation,
}

/// The same rollout with the organisation's eyes: 36 months ahead, a miss counting as much as a beat. SCIENCE 3.3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrganisationView {
    /// The best choice.
    pub choice: Choice,
    /// Its payoffs, in steps times months as the manager's, over its own horizon.
    pub payoff: Payoff,
    /// The same by month within that horizon.
    pub average: Payoff,
}

/// The manager's choice and what it hangs on. SCIENCE 3.3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncentiveResult {
    /// The choice with the highest payoff; of equal ones now, then delay.
    pub choice: Choice,
    /// The better one of delay and never.
    pub rival: Choice,
    /// Whether a small change of one parameter would move the choice to or from now, or the break-even weight is near.
    pub close_call: bool,
    /// U: effect on the evaluation, in steps times months.
    pub payoff: Payoff,
    /// The same by month within the horizon: average effect on the evaluation, in steps.
    pub average: Payoff,
    /// theta*: the share of the evaluation, 0 to 1, from which on moving now is the best choice; absent where there is
    /// none, since the transformation measure gives neither credit nor blame.
    pub break_even: Option<f64>,
    /// The same against each alternative.
    pub break_even_against: BreakEvenAgainst,
    /// theta* - theta: how much weight is missing; negative where there is more than enough.
    pub gap: Option<f64>,
    /// What each responsibility contributes to U(now) - U(rival).
    pub contributions: Scorecard<f64>,
    /// What the transformation measure contributes. With the others it sums to that margin.
    pub transformation: f64,
    /// The responsibility that speaks most against moving now; absent where none does.
    pub driver: Option<Responsibility>,
    /// h*: the share of the transition penalty, 0 to 1, that would have to be waived for moving now to tie with its
    /// rival. 0 where now is the choice already; absent where waiving all of it would not do.
    pub relief: Option<f64>,
    /// The same rollout with the organisation's eyes.
    pub organisation: OrganisationView,
}

impl IncentiveResult {
    /// All that contributes to the margin, in the order of the responsibilities, the transformation measure last.
    #[must_use]
    pub fn contributors(&self) -> Vec<(Contributor, f64)> {
        let mut all = Vec::new();
        for (responsibility, effect) in Responsibility::ALL.into_iter().zip(self.contributions) {
            all.push((Contributor::Responsibility(responsibility), effect));
        }
        all.push((Contributor::Transformation, self.transformation));
        all
    }
}
