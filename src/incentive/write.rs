//! A manager's incentives as a part of a file, and what they come to for whoever calls the engine.

use super::{IncentiveInput, IncentiveResult, Parameter, Payoff, Scorecard};
use crate::instrument::Responsibility;
use crate::json::Writer;

/// Writes the JSON object that [`super::read()`] reads back as the same.
pub fn write(input: &IncentiveInput, out: &mut Writer) {
    out.begin('{');
    numbers(&input.weights, out.name("weights").begin('{')).end('}');
    numbers(&input.transition, out.name("transition").begin('{')).end('}');
    numbers(&input.settled, out.name("settled").begin('{')).end('}');
    for (parameter, number) in Parameter::ALL.into_iter().zip(input.parameters) {
        if let Some(number) = number {
            out.field(parameter.id(), number);
        }
    }
    out.end('}');
}

/// Writes a result as the object of CONTRACT 2, `IncentiveResult`.
pub fn write_result(result: &IncentiveResult, out: &mut Writer) {
    out.begin('{').name("choice").text(result.choice.id());
    out.name("rival").text(result.rival.id());
    out.name("closeCall").flag(result.close_call);
    payoff(&result.payoff, out.name("payoff"));
    payoff(&result.average, out.name("average"));
    out.name("breakEven").number_or_null(result.break_even);
    out.name("breakEvenAgainst").begin('{');
    out.name("delay").number_or_null(result.break_even_against.delay);
    out.name("never").number_or_null(result.break_even_against.never).end('}');
    out.name("gap").number_or_null(result.gap);
    numbers(&result.contributions.map(Some), out.name("contributions").begin('{'));
    out.field("transformation", result.transformation).end('}');
    out.name("driver").text_or_null(result.driver.map(Responsibility::id));
    out.name("relief").number_or_null(result.relief);
    out.name("organisation").begin('{').name("choice").text(result.organisation.choice.id());
    payoff(&result.organisation.payoff, out.name("payoff"));
    out.end('}').end('}');
}

fn numbers<'w>(numbers: &Scorecard<Option<f64>>, out: &'w mut Writer) -> &'w mut Writer {
    for (responsibility, number) in Responsibility::ALL.into_iter().zip(numbers) {
        if let Some(number) = number {
            out.field(responsibility.id(), *number);
        }
    }
    out
}

fn payoff(payoff: &Payoff, out: &mut Writer) {
    out.begin('{')
        .field("now", payoff.now)
        .field("delay", payoff.delay)
        .field("never", payoff.never)
        .end('}');
}
