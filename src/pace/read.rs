//! Reading a path from JSON.

use super::check::{Known, report_all};
use super::{Link, MOST_STEPS, PathInput, Quantity, Reason, Step, StepKind, WaitKind};
use crate::problem::{Expected, Fault, Problem, Reader, child};
use crate::value::Value;

/// Ranges of what can be entered for the path as a whole.
const PLANNED_DAYS: (f64, f64) = (0.1, 100_000.0);
const OBSERVED_DAYS: (f64, f64) = (0.0, 100_000.0);
const MONEY: (f64, f64) = (0.0, 1e12);
/// Most observed lead times.
const MOST_OBSERVED: usize = 10_000;
/// Longest id or name of a group, and longest name of a step, in characters.
const LONGEST_ID: usize = 64;
const LONGEST_NAME: usize = 120;
/// A name that objects of JavaScript have a use of their own for.
const RESERVED: &str = "__proto__";

/// Reads a path. A field that there is none of is an error, since it is most likely a known one misspelt.
///
/// # Errors
/// All that is wrong with it, each with its place, for example `steps.3.returnChance`.
pub fn read(value: &Value) -> Result<PathInput, Vec<Problem>> {
    let mut reader = Reader::new();
    let path = read_field(&mut reader, value, "");
    reader.finish(path)
}

/// Reads a path that is a part of something else.
pub fn read_field(reader: &mut Reader, value: &Value, at: &str) -> Option<PathInput> {
    let object = reader.object(value, at)?;
    let mut path = PathInput::default();
    let mut known = Known { ids: true, kinds: true };
    let mut told = false;
    reader.each_field(value, at, &mut |reader, name, value, at| match name {
        "plannedDays" => path.planned_days = reader.number(value, at, PLANNED_DAYS.0, PLANNED_DAYS.1),
        "costOfDelayPerDay" => path.cost_of_delay_per_day = reader.number(value, at, MONEY.0, MONEY.1),
        "observedLeadTimes" => path.observed_lead_times = observed(reader, value, at),
        "steps" => {
            reader.each_entry(value, at, &mut |reader, value, at| {
                if path.steps.len() < MOST_STEPS {
                    path.steps.push(step(reader, value, at, &mut known));
                } else if !std::mem::replace(&mut told, true) {
                    reader.report(at, Fault::TooMany { limit: MOST_STEPS });
                }
            });
        }
        _ => reader.report(at, Fault::UnknownField),
    });
    match object.get("steps") {
        Some(Value::Array(_)) => report_all(&path, at, known, reader),
        Some(_) => {}
        None => reader.report(child(at, "steps"), Fault::Missing),
    }
    Some(path)
}

fn observed(reader: &mut Reader, value: &Value, at: &str) -> Vec<f64> {
    let mut days = Vec::new();
    let mut told = false;
    reader.each_entry(value, at, &mut |reader, value, at| {
        if days.len() < MOST_OBSERVED {
            if let Some(number) = reader.number(value, at, OBSERVED_DAYS.0, OBSERVED_DAYS.1) {
                days.push(number);
            }
        } else if !std::mem::replace(&mut told, true) {
            reader.report(at, Fault::TooMany { limit: MOST_OBSERVED });
        }
    });
    days
}

fn step(reader: &mut Reader, value: &Value, at: &str, known: &mut Known) -> Step {
    let mut step = Step::default();
    let (mut id, mut kind) = (None, None);
    reader.each_field(value, at, &mut |reader, name, value, at| {
        if let Some(quantity) = Quantity::ALL.into_iter().find(|quantity| quantity.id() == name) {
            let (minimum, maximum) = quantity.range();
            let number = reader.number(value, at, minimum, maximum);
            if number.is_some_and(|number| quantity.is_whole() && number.fract() != 0.0) {
                reader.report(at, Fault::WrongType { expected: Expected::WholeNumber });
            } else {
                step.set_number(quantity, number);
            }
        } else if let Some(link) = Link::ALL.into_iter().find(|link| link.id() == name) {
            step.set_link(link, text(reader, value, at));
        } else {
            match name {
                "id" => id = text(reader, value, at),
                "name" => {
                    let name = reader.label(value, at, LONGEST_NAME).filter(|name| !name.is_empty());
                    step.name = name.map(str::to_owned);
                }
                "kind" => kind = reader.choice(value, at, &StepKind::ALL, StepKind::id),
                "waitKind" => step.wait_kind = reader.choice(value, at, &WaitKind::ALL, WaitKind::id),
                "reason" => step.reason = reader.choice(value, at, &Reason::ALL, Reason::id),
                "planned" => step.planned = reader.flag(value, at),
                "protected" => step.protected = reader.flag(value, at),
                _ => reader.report(at, Fault::UnknownField),
            }
        }
    });
    let given = |field: &str| value.get(field).is_some();
    for required in ["id", "kind"] {
        if value.as_object().is_some() && !given(required) {
            reader.report(child(at, required), Fault::Missing);
        }
    }
    // What goes with a value that could not be read is not wrong because of it.
    if given("timesRun") && step.given(Quantity::TimesRun).is_none() {
        step.set_number(Quantity::TimesCaught, None);
    }
    if given("backup") && step.link(Link::Backup).is_none() {
        step.set_number(Quantity::BackupCatchShare, None);
    }
    known.ids &= id.is_some();
    known.kinds &= kind.is_some();
    step.id = id.unwrap_or_default();
    step.kind = kind.unwrap_or_default();
    step
}

/// An id or the name of a group. White space around it does not count, as in a table.
fn text(reader: &mut Reader, value: &Value, at: &str) -> Option<String> {
    let text = reader.label(value, at, LONGEST_ID)?;
    if text.is_empty() || text == RESERVED {
        reader.report(at, Fault::WrongForm);
        return None;
    }
    Some(text.to_owned())
}
