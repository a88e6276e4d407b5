//! Reading a manager's incentives from JSON.

use serde_json::Value;

use super::{IncentiveInput, Parameter};
use crate::instrument::Responsibility;
use crate::problem::{Fault, Problem, Reader, child};
use crate::table::Table;

/// Only the proportions of weights matter; the questions offer 0 to 10.
const WEIGHT: (f64, f64) = (0.0, 1e6);
/// From much worse to much better.
const EFFECT: (f64, f64) = (-2.0, 2.0);

/// The three lists of responsibilities.
const WEIGHTS: &str = "weights";
const EFFECTS: [&str; 2] = ["transition", "settled"];

/// Reads a manager's incentives. Weights are needed for all six responsibilities, effects for those that have weight.
/// A field that there is none of is an error, since it is most likely a known one misspelt.
///
/// # Errors
/// All that is wrong with it, each with its place.
pub fn read(value: &Value) -> Result<IncentiveInput, Vec<Problem>> {
    let mut reader = Reader::new();
    let input = read_field(&mut reader, value, "");
    reader.finish(input)
}

/// Reads a manager's incentives that are a part of something else.
pub fn read_field(reader: &mut Reader, value: &Value, path: &str) -> Option<IncentiveInput> {
    let object = reader.object(value, path)?;
    let mut input = IncentiveInput::default();
    reader.each_field(value, path, &mut |reader, name, value, path| match name {
        "weights" => input.weights = by_responsibility(reader, value, path, WEIGHT),
        "transition" => input.transition = by_responsibility(reader, value, path, EFFECT),
        "settled" => input.settled = by_responsibility(reader, value, path, EFFECT),
        _ => match Parameter::ALL.into_iter().find(|parameter| parameter.id() == name) {
            Some(parameter) => {
                let (minimum, maximum) = parameter.range();
                if let Some(number) = reader.number(value, path, minimum, maximum) {
                    input.parameters.insert(parameter, number);
                }
            }
            None => reader.report(path, Fault::UnknownField),
        },
    });

    // What was given and could not be read is not also missing.
    let given = |list: &str, responsibility: Responsibility| match object.get(list) {
        Some(Value::Object(list)) => list.contains_key(responsibility.id()),
        other => other.is_some(),
    };
    let mut need = |list: &str, responsibility: Responsibility| {
        if !given(list, responsibility) {
            reader.report(child(&child(path, list), responsibility.id()), Fault::Missing);
        }
    };
    for responsibility in Responsibility::ALL {
        need(WEIGHTS, responsibility);
        if input.weights.get(&responsibility).is_some_and(|weight| *weight > 0.0) {
            for list in EFFECTS {
                need(list, responsibility);
            }
        }
    }
    if input.weights.len() == Responsibility::ALL.len() && input.weights.values().all(|weight| *weight == 0.0)
    {
        reader.report(child(path, WEIGHTS), Fault::NoWeight);
    }
    Some(input)
}

fn by_responsibility(
    reader: &mut Reader,
    value: &Value,
    path: &str,
    (minimum, maximum): (f64, f64),
) -> Table<Responsibility, f64> {
    let mut numbers = Table::new();
    reader.each_field(value, path, &mut |reader, name, value, path| match Responsibility::ALL
        .into_iter()
        .find(|responsibility| responsibility.id() == name)
    {
        Some(responsibility) => {
            if let Some(number) = reader.number(value, path, minimum, maximum) {
                numbers.insert(responsibility, number);
            }
        }
        None => reader.report(path, Fault::UnknownField),
    });
    numbers
}
