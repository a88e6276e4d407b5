//! The inputs made ready for the equations.

use super::{IncentiveInput, Parameter};
use crate::instrument::Responsibility;

/// One responsibility with its share of the stability side.
#[derive(Debug, Clone, Copy)]
pub(super) struct Duty {
    pub(super) responsibility: Responsibility,
    /// w, with all weights summing to 1.
    weight: f64,
    /// tau, before losses are weighed.
    transition: f64,
    /// s, before losses are weighed.
    settled: f64,
}

/// What the equations are made of.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    duties: [Duty; 6],
    parameters: [f64; Parameter::ALL.len()],
}

impl Terms {
    pub(super) fn new(input: &IncentiveInput) -> Self {
        let number = |table: &crate::table::Table<Responsibility, f64>, responsibility| {
            table.get(&responsibility).copied().unwrap_or(0.0)
        };
        // What does not count need not be answered: its terms are then 0, whatever stands there.
        let total: f64 = Responsibility::ALL.into_iter().map(|duty| number(&input.weights, duty)).sum();
        let duties = Responsibility::ALL.map(|responsibility| Duty {
            responsibility,
            weight: number(&input.weights, responsibility) / total,
            transition: number(&input.transition, responsibility),
            settled: number(&input.settled, responsibility),
        });
        Self { duties, parameters: Parameter::ALL.map(|parameter| input.parameter(parameter)) }
    }

    /// The value of a parameter.
    pub(super) fn get(&self, parameter: Parameter) -> f64 {
        self.parameters.get(parameter as usize).copied().unwrap_or_default()
    }

    /// The same with another value of one parameter.
    pub(super) fn with(&self, parameter: Parameter, value: f64) -> Self {
        let mut changed = self.clone();
        if let Some(place) = changed.parameters.get_mut(parameter as usize) {
            *place = value;
        }
        changed
    }

    /// theta.
    pub(super) fn theta(&self) -> f64 {
        self.get(Parameter::TransformationShare)
    }

    /// pi = 1 - kappa (1 - p): the chance of still going ahead after waiting. What is known to fail by then is dropped.
    pub(super) fn chance_of_going_ahead(&self) -> f64 {
        1.0 - self.get(Parameter::Learning) * (1.0 - self.get(Parameter::SuccessChance))
    }

    /// v(x): x, with a loss weighed lambda times.
    fn felt(&self, step: f64) -> f64 {
        if step >= 0.0 { step } else { self.get(Parameter::LossAversion) * step }
    }

    /// For each responsibility w v(tau) and w v(s).
    pub(super) fn weighted(&self) -> [(Responsibility, f64, f64); 6] {
        self.duties.map(|duty| {
            let (transition, settled) = (self.felt(duty.transition), self.felt(duty.settled));
            (duty.responsibility, duty.weight * transition, duty.weight * settled)
        })
    }

    /// `tau_bar` and `s_bar`: the sums of the weighted effects.
    pub(super) fn sums(&self) -> (f64, f64) {
        self.weighted()
            .into_iter()
            .fold((0.0, 0.0), |(tau, settled), (_, more, later)| (tau + more, settled + later))
    }

    /// A(a, b): the months from a to b that lie within the horizon, each discounted: the integral of exp(-rho t).
    pub(super) fn months(&self, from: f64, to: f64) -> f64 {
        let horizon = self.get(Parameter::HorizonMonths);
        let (from, to) = (from.min(horizon), to.min(horizon));
        let length = (to - from).max(0.0);
        let discount = self.get(Parameter::Discount);
        // Below this the discount changes nothing within 60 months, and the quotient would lose its digits.
        if discount < 1e-18 {
            return length;
        }
        // exp(x) as 1 + expm1(x): one function of the library instead of two.
        let at_start = 1.0 + libm::expm1(-discount * from);
        at_start * -libm::expm1(-discount * length) / discount
    }
}
