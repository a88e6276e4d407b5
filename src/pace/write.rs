//! A path as a part of a file.

use super::{PathInput, Reason, Step, WaitKind};
use crate::json::Writer;

/// Writes the JSON object that [`super::read()`] reads back as the same.
pub fn write(path: &PathInput, out: &mut Writer) {
    out.begin('{');
    number(out, "plannedDays", path.planned_days);
    number(out, "costOfDelayPerDay", path.cost_of_delay_per_day);
    if let Some(observed) = &path.observed_lead_times {
        out.name("observedLeadTimes").begin('[');
        for days in observed {
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

/// In the order of the fields of [`Step`].
fn write_step(step: &Step, out: &mut Writer) {
    out.begin('{');
    text(out, "id", Some(&step.id));
    text(out, "name", step.name.as_deref());
    text(out, "kind", Some(step.kind.id()));
    number(out, "touchDays", step.touch_days);
    number(out, "waitDays", step.wait_days);
    text(out, "waitKind", step.wait_kind.map(WaitKind::id));
    number(out, "cadenceDays", step.cadence_days);
    number(out, "appliesShare", step.applies_share);
    number(out, "returnChance", step.return_chance);
    text(out, "returnsTo", step.returns_to.as_deref());
    text(out, "parallelGroup", step.parallel_group.as_deref());
    text(out, "mergedInto", step.merged_into.as_deref());
    for (name, flag) in [("planned", step.planned), ("protected", step.protected)] {
        if let Some(flag) = flag {
            out.name(name).raw(if flag { "true" } else { "false" });
        }
    }
    number(out, "timesRun", step.times_run.map(f64::from));
    number(out, "timesCaught", step.times_caught.map(f64::from));
    number(out, "lossPerCatch", step.loss_per_catch);
    text(out, "backup", step.backup.as_deref());
    number(out, "backupCatchShare", step.backup_catch_share);
    text(out, "reason", step.reason.map(Reason::id));
    out.end('}');
}

fn number(out: &mut Writer, name: &str, number: Option<f64>) {
    if let Some(number) = number {
        out.name(name).number(number);
    }
}

fn text(out: &mut Writer, name: &str, text: Option<&str>) {
    if let Some(text) = text {
        out.name(name).text(text);
    }
}
