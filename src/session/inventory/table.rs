//! The steps of a path as a table, for a spreadsheet.

use super::Inventory;
use crate::csv;
use crate::json::{self, Writer};
use crate::pace::{self, Link, PathInput, Quantity, Reason, Step, WaitKind};
use crate::problem::{Fault, Problem, Reader, child};
use crate::value::{Object, Value};

/// The columns that hold words, and those that say yes or no.
const WORDS: [&str; 5] = ["id", "name", "kind", "waitKind", "reason"];
const FLAGS: [&str; 2] = ["planned", "protected"];
/// Most rows that are looked at; a path has fewer.
const MOST_ROWS: usize = 200;

impl Inventory {
    /// Takes other steps; what was said of steps that are still there stays.
    pub fn take_steps(&mut self, steps: Vec<Step>) {
        self.path.steps = steps;
        let steps = &self.path.steps;
        self.certainty.retain(|key, _| {
            !key.contains('.') || steps.iter().any(|step| key.split('.').next() == Some(&*step.id))
        });
        self.changes.retain(|id, _| steps.iter().any(|step| step.is_control() && step.id == *id));
    }
}

/// The steps as CSV, a row each, in columns named as the engine names them.
#[must_use]
pub fn write_table(path: &PathInput) -> String {
    let mut names = Vec::new();
    for column in columns() {
        names.push(column.to_owned());
    }
    let mut rows = vec![names];
    for step in &path.steps {
        let mut row = vec![
            step.id.clone(),
            step.name.clone().unwrap_or_default(),
            step.kind.id().to_owned(),
            step.wait_kind.map_or("", WaitKind::id).to_owned(),
            step.reason.map_or("", Reason::id).to_owned(),
        ];
        for quantity in Quantity::ALL {
            row.push(step.given(quantity).map(number).unwrap_or_default());
        }
        for link in Link::ALL {
            row.push(step.link(link).unwrap_or_default().to_owned());
        }
        for flag in [step.planned, step.protected] {
            row.push(flag.map(|flag| flag.to_string()).unwrap_or_default());
        }
        rows.push(row);
    }
    csv::table(&rows)
}

/// The names of all columns, in order.
fn columns() -> Vec<&'static str> {
    let mut columns = WORDS.to_vec();
    for quantity in Quantity::ALL {
        columns.push(quantity.id());
    }
    for link in Link::ALL {
        columns.push(link.id());
    }
    columns.extend_from_slice(&FLAGS);
    columns
}

fn number(number: f64) -> String {
    let mut out = Writer::compact();
    out.number(number);
    out.finish()
}

/// Reads steps from such a table. Columns may stand in any order, and be set apart by commas, semicolons or tabs.
///
/// # Errors
/// All that is wrong with it, each with its place.
pub fn read_table(text: &str) -> Result<Vec<Step>, Vec<Problem>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let count = |mark: char| first.chars().filter(|character| *character == mark).count();
    let mark = [';', '\t'].into_iter().find(|mark| count(*mark) > count(',')).unwrap_or(',');
    let mut rows = rows(text, mark).into_iter();
    let names = rows.next().unwrap_or_default();
    let mut reader = Reader::new();
    let known = columns();
    let mut some = false;
    for name in &names {
        if known.contains(&name.as_str()) {
            some = true;
        } else if !name.is_empty() {
            reader.report(child("columns", name), Fault::UnknownField);
        }
    }
    if !some {
        return Err(vec![Problem::new("", Fault::UnknownFormat { found: String::new() })]);
    }
    if !names.iter().any(|name| name == "kind") {
        reader.report("columns.kind", Fault::Missing);
    }
    reader.finish(Some(()))?;
    let mut steps = Vec::new();
    for row in rows {
        let mut step = Object::new();
        for (name, cell) in names.iter().zip(&row) {
            if !cell.is_empty() && !name.is_empty() {
                step.push(name.clone(), value(name, cell, mark));
            }
        }
        if !step.is_empty() {
            // A table that somebody wrote by hand need not number its rows.
            if !names.iter().any(|name| name == "id") {
                step.push("id".to_owned(), Value::String(format!("s{}", steps.len() + 1)));
            }
            steps.push(Value::Object(step));
        }
    }
    let mut path = Object::new();
    path.push("steps".to_owned(), Value::Array(steps));
    pace::read(&Value::Object(path)).map(|path| path.steps)
}

/// A cell as the value that its column holds; as a text where it is not that, which the reader then names.
fn value(column: &str, cell: &str, mark: char) -> Value {
    let text = || Value::String(cell.to_owned());
    if FLAGS.contains(&column) {
        return match cell {
            "true" | "TRUE" | "yes" | "1" => Value::Bool(true),
            "false" | "FALSE" | "no" | "0" => Value::Bool(false),
            _ => text(),
        };
    }
    if Quantity::ALL.into_iter().all(|quantity| quantity.id() != column) {
        return text();
    }
    // Where commas do not part the cells they may part the decimals.
    let cell = if mark == ',' { cell.to_owned() } else { cell.replace(',', ".") };
    json::parse(&cell).ok().filter(|value| value.as_f64().is_some()).unwrap_or_else(text)
}

/// The rows of a table (RFC 4180). What [`csv::table`] puts before a cell that a spreadsheet would run is taken off.
fn rows(text: &str, mark: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\n' if !quoted => {
                end_cell(&mut row, &mut cell);
                rows.push(std::mem::take(&mut row));
                if rows.len() > MOST_ROWS {
                    return rows;
                }
            }
            '\r' if !quoted => {}
            _ if character == mark && !quoted => end_cell(&mut row, &mut cell),
            _ => cell.push(character),
        }
    }
    end_cell(&mut row, &mut cell);
    rows.push(row);
    rows
}

fn end_cell(row: &mut Vec<String>, cell: &mut String) {
    let text = std::mem::take(cell);
    let text = text.trim();
    let defused = text.strip_prefix('\'').filter(|rest| csv::is_formula(rest));
    row.push(defused.unwrap_or(text).to_owned());
}
