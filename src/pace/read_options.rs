//! Reading what a computation can be told from JSON.

use super::{Assumption, Calendar, PaceOptions, PlanOptions, Rates};
use crate::problem::{Fault, Problem, Reader};
use crate::value::Value;

/// Simulated units: a deviation needs two, and more than a million tell nothing more.
const TRIALS: (u32, u32) = (2, 1_000_000);
/// Changes that may be allowed: no path has more controls.
const MOST_CHANGES: u32 = 12;

/// Reads how the pace is computed. `null` stands for the usual ways.
///
/// # Errors
/// All that is wrong with it, each with its place.
pub fn read_pace_options(value: &Value) -> Result<PaceOptions, Vec<Problem>> {
    let mut options = PaceOptions::default();
    read(value, &mut |reader, name, value, at| match name {
        "seed" => options.seed = reader.whole(value, at, 0, u32::MAX).unwrap_or_default(),
        "trials" => options.trials = reader.whole(value, at, TRIALS.0, TRIALS.1).unwrap_or_default(),
        "calendar" => {
            options.calendar = reader.choice(value, at, &Calendar::ALL, Calendar::id).unwrap_or_default();
        }
        _ => reader.report(at, Fault::UnknownField),
    })?;
    Ok(options)
}

/// Reads what a plan has to keep to. `null` stands for the usual.
///
/// # Errors
/// All that is wrong with it, each with its place, for example `assumptions.delegateDays`.
pub fn read_plan_options(value: &Value) -> Result<PlanOptions, Vec<Problem>> {
    let mut options = PlanOptions::default();
    read(value, &mut |reader, name, value, at| match name {
        "rates" => options.rates = reader.choice(value, at, &Rates::ALL, Rates::id).unwrap_or_default(),
        "minProtection" => options.min_protection = reader.number(value, at, 0.0, 1.0).unwrap_or_default(),
        "maxChanges" => options.max_changes = reader.whole(value, at, 0, MOST_CHANGES),
        "assumptions" => reader.each_field(value, at, &mut |reader, name, value, at| match Assumption::ALL
            .into_iter()
            .find(|assumption| assumption.id() == name)
        {
            Some(assumption) => {
                let (minimum, maximum) = assumption.range();
                let number = reader.number(value, at, minimum, maximum);
                options.assumptions.set(assumption, number.unwrap_or_default());
            }
            None => reader.report(at, Fault::UnknownField),
        }),
        _ => reader.report(at, Fault::UnknownField),
    })?;
    Ok(options)
}

/// Reads the fields of an object, if there is one.
fn read<'v>(
    value: &'v Value,
    field: &mut dyn FnMut(&mut Reader, &'v str, &'v Value, &str),
) -> Result<(), Vec<Problem>> {
    let mut reader = Reader::new();
    if !value.is_null() {
        reader.each_field(value, "", field);
    }
    reader.finish(Some(()))
}
