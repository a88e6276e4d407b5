//! A path as a file that a person saves.

use super::{Inventory, TriedChanges};
use crate::json::Writer;
use crate::pace::{self, Assumption, Assumptions};

/// Writes everything about a path.
pub fn write(inventory: &Inventory, out: &mut Writer) {
    out.begin('{').name("format").text(Inventory::FORMAT).name("version").whole(1);
    if !inventory.currency.is_empty() {
        out.name("currency").text(&inventory.currency);
    }
    pace::write(&inventory.path, out.name("path"));
    if !inventory.certainty.is_empty() {
        out.name("certainty").begin('{');
        for (key, certainty) in &inventory.certainty {
            out.name(key).text(certainty.id());
        }
        out.end('}');
    }
    if inventory.assumptions != Assumptions::default() {
        out.name("assumptions").begin('{');
        for assumption in Assumption::ALL {
            out.field(assumption.id(), inventory.assumptions.get(assumption));
        }
        out.end('}');
    }
    if !inventory.changes.is_empty() {
        write_changes(&inventory.changes, out.name("changes"));
    }
    if !inventory.scenarios.is_empty() {
        out.name("scenarios").begin('[');
        for scenario in &inventory.scenarios {
            out.begin('{').name("name").text(&scenario.name);
            write_changes(&scenario.changes, out.name("changes"));
            out.end('}');
        }
        out.end(']');
    }
    out.end('}');
}

fn write_changes(changes: &TriedChanges, out: &mut Writer) {
    out.begin('{');
    for (id, change) in changes {
        out.name(id).text(change.id());
    }
    out.end('}');
}
