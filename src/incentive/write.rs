//! A manager's incentives as a part of a file.

use super::IncentiveInput;
use crate::json::Writer;

/// Writes the JSON object that [`super::read`] reads back as the same.
pub fn write(input: &IncentiveInput, out: &mut Writer) {
    out.begin('{');
    for (name, list) in
        [("weights", &input.weights), ("transition", &input.transition), ("settled", &input.settled)]
    {
        out.name(name).begin('{');
        for (responsibility, number) in list {
            out.name(responsibility.id()).number(*number);
        }
        out.end('}');
    }
    for (parameter, number) in &input.parameters {
        out.name(parameter.id()).number(*number);
    }
    out.end('}');
}
