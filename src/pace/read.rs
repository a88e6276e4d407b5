//! Reading a path from JSON.

use serde_json::Value;

use super::check::{Known, report_all};
use super::{MOST_STEPS, PathInput, Reason, Step, StepKind, WaitKind};
use crate::problem::{Fault, Problem, Reader, child};

/// Ranges of what can be entered. Days are working days; ten thousand are forty years.
const DAYS: (f64, f64) = (0.0, 10_000.0);
const PLANNED_DAYS: (f64, f64) = (0.1, 100_000.0);
const OBSERVED_DAYS: (f64, f64) = (0.0, 100_000.0);
const MONEY: (f64, f64) = (0.0, 1e12);
const SHARE: (f64, f64) = (0.0, 1.0);
/// Anything above 0, up to 1.
const SOME_SHARE: (f64, f64) = (f64::MIN_POSITIVE, 1.0);
const RETURN_CHANCE: (f64, f64) = (0.0, 0.9);
const MOST_TIMES: u32 = 1_000_000;
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
        "plannedDays" => path.planned_days = number(reader, value, at, PLANNED_DAYS),
        "costOfDelayPerDay" => path.cost_of_delay_per_day = number(reader, value, at, MONEY),
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

fn number(reader: &mut Reader, value: &Value, at: &str, (minimum, maximum): (f64, f64)) -> Option<f64> {
    reader.number(value, at, minimum, maximum)
}

fn observed(reader: &mut Reader, value: &Value, at: &str) -> Option<Vec<f64>> {
    if let Some(list) = value.as_array()
        && list.len() > MOST_OBSERVED
    {
        let first_surplus = child(at, &MOST_OBSERVED.to_string());
        reader.report(first_surplus, Fault::TooMany { limit: MOST_OBSERVED });
        return None;
    }
    let mut days = Vec::new();
    reader.each_entry(value, at, &mut |reader, value, at| {
        days.extend(number(reader, value, at, OBSERVED_DAYS));
    });
    Some(days)
}

fn step(reader: &mut Reader, value: &Value, at: &str, known: &mut Known) -> Step {
    let mut step = Step::default();
    let (mut id, mut kind) = (None, None);
    reader.each_field(value, at, &mut |reader, name, value, at| match name {
        "id" => id = text(reader, value, at),
        "name" => {
            let name = reader.label(value, at, LONGEST_NAME).filter(|name| !name.is_empty());
            step.name = name.map(str::to_owned);
        }
        "kind" => kind = reader.choice(value, at, &StepKind::ALL, StepKind::id),
        "touchDays" => step.touch_days = number(reader, value, at, DAYS),
        "waitDays" => step.wait_days = number(reader, value, at, DAYS),
        "waitKind" => step.wait_kind = reader.choice(value, at, &WaitKind::ALL, WaitKind::id),
        "cadenceDays" => step.cadence_days = number(reader, value, at, DAYS),
        "appliesShare" => step.applies_share = number(reader, value, at, SOME_SHARE),
        "returnChance" => step.return_chance = number(reader, value, at, RETURN_CHANCE),
        "returnsTo" => step.returns_to = text(reader, value, at),
        "parallelGroup" => step.parallel_group = text(reader, value, at),
        "mergedInto" => step.merged_into = text(reader, value, at),
        "planned" => step.planned = reader.flag(value, at),
        "protected" => step.protected = reader.flag(value, at),
        "timesRun" => step.times_run = reader.whole(value, at, 0, MOST_TIMES),
        "timesCaught" => step.times_caught = reader.whole(value, at, 0, MOST_TIMES),
        "lossPerCatch" => step.loss_per_catch = number(reader, value, at, MONEY),
        "backup" => step.backup = text(reader, value, at),
        "backupCatchShare" => step.backup_catch_share = number(reader, value, at, SHARE),
        "reason" => step.reason = reader.choice(value, at, &Reason::ALL, Reason::id),
        _ => reader.report(at, Fault::UnknownField),
    });
    let given = |field: &str| value.get(field).is_some();
    for required in ["id", "kind"] {
        if value.is_object() && !given(required) {
            reader.report(child(at, required), Fault::Missing);
        }
    }
    // What goes with a value that could not be read is not wrong because of it.
    if given("timesRun") && step.times_run.is_none() {
        step.times_caught = None;
    }
    if given("backup") && step.backup.is_none() {
        step.backup_catch_share = None;
    }
    known.ids &= id.is_some();
    known.kinds &= kind.is_some();
    step.id = id.unwrap_or_default();
    step.kind = kind.unwrap_or_default();
    step
}

/// An id or the name of a group.
fn text(reader: &mut Reader, value: &Value, at: &str) -> Option<String> {
    let text = reader.text(value, at, LONGEST_ID)?;
    if text.trim().is_empty() || text == RESERVED {
        reader.report(at, Fault::WrongForm);
        return None;
    }
    Some(text.to_owned())
}
