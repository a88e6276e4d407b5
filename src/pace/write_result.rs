//! Results as JSON, for whoever calls the engine. Shorter than what is derived, and the same.

use super::{PaceResult, PathInput, PlanResult, StepSet, write};
use crate::json::Writer;

/// Writes the pace of a path as the object of CONTRACT 2, `PaceResult`.
pub fn write_pace(result: &PaceResult, path: &PathInput, out: &mut Writer) {
    out.begin('{');
    out.field("leadTime", result.lead_time);
    out.field("activeTime", result.active_time);
    out.field("flowEfficiency", result.flow_efficiency);
    out.name("paceFraction").number_or_null(result.pace_fraction);
    out.name("steps").begin('[');
    for node in &result.steps {
        out.begin('{').field("days", node.days);
        ids(node.steps, path, out);
    }
    out.end(']');

    let simulation = &result.simulation;
    out.name("simulation").begin('{');
    out.name("calendar").text(simulation.calendar.id());
    out.field("seed", simulation.seed.into());
    out.field("trials", simulation.trials.into());
    out.field("mean", simulation.summary.mean);
    out.field("sd", simulation.summary.sd);
    let percentiles = ["p50", "p85", "p95"].iter().zip(&simulation.summary.percentiles);
    for (name, percentile) in percentiles.clone() {
        out.field(name, percentile.days);
    }
    out.name("rankBands95").begin('{');
    for (name, percentile) in percentiles {
        let [low, high] = percentile.band95;
        out.name(name).begin('[').number(low).number(high).end(']');
    }
    out.end('}');
    out.name("onPlanShare").number_or_null(simulation.on_plan_share).end('}');

    out.name("drag").begin('{').field("baseline", result.baseline);
    out.name("controlShare").number_or_null(result.control_share);
    out.name("shapley").begin('{');
    for control in &result.controls {
        if let Some(days) = control.shapley {
            out.field(id(path, control.step), days);
        }
    }
    out.end('}').name("leaveOneOut").begin('{');
    for control in &result.controls {
        out.field(id(path, control.step), control.leave_one_out);
    }
    out.end('}').end('}');

    out.name("observed");
    match &result.observed {
        Some(observed) => {
            out.begin('{').name("count").whole(observed.count as u64);
            out.field("mean", observed.mean).field("z", observed.z);
            out.name("explained").flag(observed.explained).end('}');
        }
        None => drop(out.null()),
    }
    out.name("warnings").begin('[');
    for warning in &result.warnings {
        out.begin('{').name("code").text(warning.code.id());
        ids(warning.steps, path, out);
    }
    out.end(']');

    out.name("value").begin('{');
    out.field("caughtLoss", result.caught_loss);
    out.field("caughtLossCautious", result.caught_loss_cautious);
    out.name("pricePerDay").begin('{');
    for control in &result.controls {
        out.name(id(path, control.step)).begin('{');
        out.name("point").number_or_null(control.price);
        out.name("cautious").number_or_null(control.price_cautious).end('}');
    }
    out.end('}').name("verdicts");
    if path.cost_of_delay_per_day.is_none() {
        out.null();
    } else {
        out.begin('{');
        for control in &result.controls {
            if let Some(verdict) = control.verdict {
                out.name(id(path, control.step)).begin('{').name("option").text(verdict.option.id());
                out.name("firm").flag(verdict.firm).name("trial");
                out.text_or_null(verdict.trial.map(super::Change::id)).end('}');
            }
        }
        out.end('}');
    }
    out.end('}').end('}');
}

/// The ids of steps, and the end of the object that they are in.
fn ids(steps: StepSet, path: &PathInput, out: &mut Writer) {
    out.name("ids").begin('[');
    for step in steps {
        out.text(id(path, step));
    }
    out.end(']').end('}');
}

fn id(path: &PathInput, step: usize) -> &str {
    path.steps.get(step).map_or("", |step| &step.id)
}

/// Writes a plan for a path as the object of CONTRACT 2, `PlanResult`.
pub fn write_plan(result: &PlanResult, path: &PathInput, out: &mut Writer) {
    out.begin('{').name("exact").flag(result.exact);
    out.field("leadTime", result.lead_time);
    out.name("paceFraction").number_or_null(result.pace_fraction);
    out.field("protectionShare", result.protection_share);
    out.name("changes").begin('{');
    for (step, change) in path.steps.iter().zip(&result.changes) {
        if *change != super::Change::Keep {
            out.name(&step.id).text(change.id());
        }
    }
    out.end('}').name("path");
    write(&result.path, out);
    out.end('}');
}
