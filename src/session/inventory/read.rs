//! A path from a file: one of ours, or a bare path as the engine takes it.

use std::rc::Rc;

use super::{Certainty, Inventory, LONGEST_LABEL, MOST_SCENARIOS, Scenario, TriedChanges};
use crate::pace::{self, Assumption, Change};
use crate::problem::{Fault, Problem, Reader, child, shorten};
use crate::value::Value;

/// Longest name of a figure.
const LONGEST_KEY: usize = 100;

/// Reads a file.
///
/// # Errors
/// All that is wrong with it, each with its place.
pub fn read_text(text: &str) -> Result<Inventory, Vec<Problem>> {
    let value = crate::json::parse(text).map_err(|fault| vec![Problem::new("", fault)])?;
    let mut reader = Reader::new();
    let inventory = read(&mut reader, &value);
    reader.finish(inventory)
}

fn read(reader: &mut Reader, value: &Value) -> Option<Inventory> {
    let object = reader.object(value, "")?;
    let format = object.get("format");
    if format.is_none() && object.get("steps").is_some() {
        return pace::read_field(reader, value, "").map(|path| Inventory { path, ..Inventory::default() });
    }
    let format = format.and_then(Value::as_str).unwrap_or_default();
    if format != Inventory::FORMAT {
        reader.report("format", Fault::UnknownFormat { found: shorten(format) });
        return None;
    }
    if object.get("version").and_then(Value::as_u64) != Some(1) {
        let found = object.get("version").and_then(Value::as_u64).unwrap_or_default().to_string();
        reader.report("version", Fault::UnknownVersion { found: shorten(&found) });
        return None;
    }
    let mut inventory = Inventory::default();
    if object.get("path").is_none() {
        reader.report("path", Fault::Missing);
    }
    reader.each_field(value, "", &mut |reader, name, value, at| match name {
        "format" | "version" => {}
        "path" => inventory.path = pace::read_field(reader, value, at).unwrap_or_default(),
        "currency" => {
            reader.label(value, at, LONGEST_LABEL).unwrap_or_default().clone_into(&mut inventory.currency);
        }
        "certainty" => reader.each_field(value, at, &mut |reader, key, value, at| {
            let certainty = reader.choice(value, at, &Certainty::ALL, Certainty::id);
            if let Some(certainty) = certainty.filter(|_| key.len() <= LONGEST_KEY) {
                inventory.certainty.insert(key.to_owned(), certainty);
            }
        }),
        "assumptions" => reader.each_field(value, at, &mut |reader, key, value, at| match Assumption::ALL
            .into_iter()
            .find(|assumption| assumption.id() == key)
        {
            Some(assumption) => {
                let (minimum, maximum) = assumption.range();
                if let Some(number) = reader.number(value, at, minimum, maximum) {
                    inventory.assumptions.set(assumption, number);
                }
            }
            None => reader.report(at, Fault::UnknownField),
        }),
        "changes" => inventory.changes = changes(reader, value, at),
        "scenarios" => reader.each_entry(value, at, &mut |reader, value, at| {
            if inventory.scenarios.len() == MOST_SCENARIOS {
                return reader.report(at, Fault::TooMany { limit: MOST_SCENARIOS });
            }
            let Some(object) = reader.object(value, at) else { return };
            let name = reader.required(object, at, "name");
            let name = name.and_then(|name| reader.label(name, &child(at, "name"), LONGEST_LABEL));
            let tried = reader.required(object, at, "changes");
            let tried = tried.map(|tried| changes(reader, tried, &child(at, "changes")));
            if let (Some(name), Some(changes)) = (name, tried) {
                inventory.scenarios.push(Scenario { name: name.to_owned(), changes });
            }
        }),
        _ => reader.report(at, Fault::UnknownField),
    });
    // What is said of steps that are not there says nothing.
    let steps = &inventory.path.steps;
    let is_control = |id: &str| steps.iter().any(|step| step.id == id && step.is_control());
    inventory.changes.retain(|id, _| is_control(id));
    for scenario in &mut inventory.scenarios {
        scenario.changes.retain(|id, _| is_control(id));
    }
    Some(inventory)
}

fn changes(reader: &mut Reader, value: &Value, at: &str) -> TriedChanges {
    let mut tried = TriedChanges::new();
    reader.each_field(value, at, &mut |reader, id, value, at| {
        let change = reader.choice(value, at, &Change::ALL, Change::id);
        if let Some(change) = change.filter(|change| *change != Change::Keep) {
            tried.insert(id.to_owned(), change);
        }
    });
    tried
}

/// A path as a draft holds it: it need not hold together yet. What cannot be read is left out.
pub(in crate::session) fn read_draft_field(value: &Value) -> Option<Rc<Inventory>> {
    let inventory = read(&mut Reader::new(), value)?;
    inventory.path.steps.iter().all(|step| !step.id.is_empty()).then(|| Rc::new(inventory))
}
