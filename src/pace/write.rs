//! A path as a part of a file.

use super::{Link, PathInput, Quantity, Reason, Step, WaitKind};
use crate::json::Writer;

/// Writes the JSON object that [`super::read()`] reads back as the same.
pub fn write(path: &PathInput, out: &mut Writer) {
    out.begin('{');
    for (name, number) in
        [("plannedDays", path.planned_days), ("costOfDelayPerDay", path.cost_of_delay_per_day)]
    {
        if let Some(number) = number {
            out.field(name, number);
        }
    }
    if !path.observed_lead_times.is_empty() {
        out.name("observedLeadTimes").begin('[');
        for days in &path.observed_lead_times {
            out.number(*days);
        }
        out.end(']');
    }
    out.name("steps").begin('[');
    for step in &path.steps {
        write_step(step, out);
    }
    out.end(']').end('}');
}

fn write_step(step: &Step, out: &mut Writer) {
    out.begin('{').name("id").text(&step.id);
    let words = [
        ("name", step.name.as_deref()),
        ("kind", Some(step.kind.id())),
        ("waitKind", step.wait_kind.map(WaitKind::id)),
        ("reason", step.reason.map(Reason::id)),
    ];
    for (name, word) in words {
        if let Some(word) = word {
            out.name(name).text(word);
        }
    }
    for quantity in Quantity::ALL {
        if let Some(number) = step.given(quantity) {
            out.field(quantity.id(), number);
        }
    }
    for link in Link::ALL {
        if let Some(target) = step.link(link) {
            out.name(link.id()).text(target);
        }
    }
    for (name, flag) in [("planned", step.planned), ("protected", step.protected)] {
        if let Some(flag) = flag {
            out.name(name).flag(flag);
        }
    }
    out.end('}');
}
