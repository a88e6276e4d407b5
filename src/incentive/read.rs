//! Reading a manager's incentives from JSON.

use super::{IncentiveInput, Parameter};
use crate::instrument::Responsibility;
use crate::problem::{Fault, Problem, Reader, child};
use crate::value::Value;

/// Only the proportions of weights matter; the questions offer 0 to 10.
const WEIGHT: (f64, f64) = (0.0, 1e6);
/// From much worse to much better.
const EFFECT: (f64, f64) = (-2.0, 2.0);

/// The three lists of responsibilities.
const WEIGHTS: &str = "weights";
const TRANSITION: &str = "transition";
const SETTLED: &str = "settled";

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
    reader.each_field(value, path, &mut |reader, name, value, path| {
        let (list, range) = match name {
            WEIGHTS => (&mut input.weights, WEIGHT),
            TRANSITION => (&mut input.transition, EFFECT),
            SETTLED => (&mut input.settled, EFFECT),
            _ => {
                let Some(parameter) = Parameter::ALL.into_iter().find(|parameter| parameter.id() == name)
                else {
                    return reader.report(path, Fault::UnknownField);
                };
                let (minimum, maximum) = parameter.range();
                input.set_parameter(parameter, reader.number(value, path, minimum, maximum));
                return;
            }
        };
        reader.each_field(value, path, &mut |reader, name, value, path| match Responsibility::ALL
            .into_iter()
            .zip(&mut *list)
            .find(|(duty, _)| duty.id() == name)
        {
            Some((_, place)) => *place = reader.number(value, path, range.0, range.1),
            None => reader.report(path, Fault::UnknownField),
        });
    });

    // What was given and could not be read is not also missing.
    let given = |list: &str, responsibility: Responsibility| match object.get(list) {
        Some(Value::Object(list)) => list.get(responsibility.id()).is_some(),
        other => other.is_some(),
    };
    let mut need = |list: &str, responsibility: Responsibility| {
        if !given(list, responsibility) {
            reader.report(child(&child(path, list), responsibility.id()), Fault::Missing);
        }
    };
    let mut total = 0.0;
    for (responsibility, weight) in Responsibility::ALL.into_iter().zip(input.weights) {
        need(WEIGHTS, responsibility);
        if weight.is_some_and(|weight| weight > 0.0) {
            need(TRANSITION, responsibility);
            need(SETTLED, responsibility);
        }
        total += weight.unwrap_or(f64::INFINITY);
    }
    if total <= 0.0 {
        reader.report(child(path, WEIGHTS), Fault::NoWeight);
    }
    Some(input)
}
