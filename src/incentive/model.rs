//! What goes into the model and what comes out. CONTRACT 2, `IncentiveInput` and `IncentiveResult`.

use serde::{Serialize, Serializer};

use super::Parameter;
use crate::instrument::Responsibility;
use crate::table::Table;

/// What a manager is judged on, and what the rollout does to it. SCIENCE 3.2.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct IncentiveInput {
    /// w: how much each responsibility counts; 0 or more, and not all 0. Only their proportions matter.
    pub weights: Table<Responsibility, f64>,
    /// tau: how each fares while the rollout is put in place, from -2 (much worse) to 2 (much better).
    pub transition: Table<Responsibility, f64>,
    /// s: how each fares once the rollout has settled, from -2 to 2.
    pub settled: Table<Responsibility, f64>,
    /// The answers to the other questions; one that is absent has its usual value.
    #[serde(flatten)]
    pub parameters: Table<Parameter, f64>,
}

impl IncentiveInput {
    /// The value of a parameter, given or usual.
    #[must_use]
    pub fn parameter(&self, parameter: Parameter) -> f64 {
        self.parameters.get(&parameter).copied().unwrap_or_else(|| parameter.usual())
    }
}

/// What a manager can do about the rollout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// Start now.
    Now,
    /// Start after some months.
    Delay,
    /// Not start within the time that counts.
    Never,
}

/// One figure for each choice.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Payoff {
    /// For starting now.
    pub now: f64,
    /// For starting later.
    pub delay: f64,
    /// For not starting.
    pub never: f64,
}

/// The break-even weight against each alternative to moving now; absent where no weight will do.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
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

impl Contributor {
    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Responsibility(responsibility) => responsibility.id(),
            Self::Transformation => "transformation",
        }
    }
}

impl Serialize for Contributor {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// The same rollout with the organisation's eyes: 36 months ahead, a miss counting as much as a beat. SCIENCE 3.3.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct OrganisationView {
    /// The best choice.
    pub choice: Choice,
    /// Its payoffs, on the same scale as the manager's.
    pub payoff: Payoff,
}

/// The manager's choice and what it hangs on. SCIENCE 3.3.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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
    /// What makes up U(now) - U(rival); they sum to it.
    pub contributions: Table<Contributor, f64>,
    /// The responsibility that speaks most against moving now; absent where none does.
    pub driver: Option<Responsibility>,
    /// h*: the share of the transition penalty, 0 to 1, that would have to be waived for moving now to tie with its
    /// rival. 0 where now is the choice already; absent where waiving all of it would not do.
    pub relief: Option<f64>,
    /// The same rollout with the organisation's eyes.
    pub organisation: OrganisationView,
}
