//! The pace model against the golden paths, and its properties.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::pace::{
    Calendar, Change, PaceOptions, PaceResult, PaceRun, PathInput, PlanOptions, PlanResult, Rates,
    WarningCode, pace, plan, read,
};
use serde_json::{Value, json};
use support::{close, differs, golden};

const PATHS: [&str; 8] = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "BIG"];

fn path_value(name: &str) -> Value {
    golden("pace_paths.json")[name].clone()
}

fn path(name: &str) -> PathInput {
    read(&path_value(name)).unwrap()
}

/// With few simulated units, for what does not hang on them.
fn exact(path: &PathInput) -> PaceResult {
    pace(path, PaceOptions { trials: 2, ..PaceOptions::default() }).unwrap()
}

fn check(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!(close(found, expected), "{what}: {found} instead of {expected}");
}

#[test]
fn golden_lead_times() {
    let file = golden("pace_golden.json");
    for name in PATHS {
        let result = exact(&path(name));
        let Some(expected) = file.get(name) else {
            // SCIENCE 4.2: 16 / 0.7, of which 5.5 / 0.7 are hands-on.
            assert!(
                close(result.lead_time, 16.0 / 0.7) && close(result.flow_efficiency, 5.5 / 16.0),
                "{name}"
            );
            continue;
        };
        check(result.lead_time, &expected["T"], name);
        check(result.active_time, &expected["active"], name);
        check(result.flow_efficiency, &expected["flow_eff"], name);
        let days: Vec<f64> = result.steps.iter().map(|node| node.days).collect();
        assert_eq!(differs(&json!(days), &expected["R"], name), None);
        if let Some(nodes) = expected.get("nodes") {
            let ids: Vec<&Vec<String>> = result.steps.iter().map(|node| &node.ids).collect();
            assert_eq!(&json!(ids), nodes);
        }
    }
}

#[test]
fn golden_variants() {
    let file = golden("pace_golden.json");
    let mut serial = path("BIG");
    for step in &mut serial.steps {
        step.parallel_group = None;
    }
    check(exact(&serial).lead_time, &file["BIG_serial"]["T"], "BIG, all serial");

    let mut parallel = path("L6");
    for step in parallel.steps.iter_mut().skip(1) {
        step.parallel_group = Some("g".to_owned());
    }
    let result = exact(&parallel);
    check(result.lead_time, &file["L6_parallel"]["T"], "L6, in parallel");
    let slower = result.warnings.iter().find(|warning| warning.code == WarningCode::ParallelSlower);
    assert_eq!(slower.unwrap().ids, ["C1", "C2"]);
}

#[test]
fn golden_simulations() {
    let file = golden("pace_golden.json");
    let cases = file["mc_exact"].as_object().unwrap();
    assert_eq!(cases.len(), 16);
    for (name, expected) in cases {
        let (path_name, mode) = name.split_at(name.len() - 1);
        let calendar = if mode == "A" { Calendar::Independent } else { Calendar::Fixed };
        let options = PaceOptions { calendar, ..PaceOptions::default() };
        let mut run = PaceRun::new(&path(path_name), options).unwrap();
        let simulated = run.step(u32::MAX).unwrap().unwrap().simulation;
        assert_eq!(differs(&json!(run.times()[..5]), &expected["first5"], name), None);
        check(simulated.mean, &expected["mean"], name);
        check(simulated.sd, &expected["sd"], name);
        check(simulated.p50, &expected["P50"], name);
        check(simulated.p85, &expected["P85"], name);
        check(simulated.p95, &expected["P95"], name);
        assert_eq!((simulated.seed, simulated.trials), (42, 10_000));
    }
}

#[test]
fn golden_drag() {
    let file = &golden("pace_value_golden.json")["BIG_shapley"];
    let result = exact(&path("BIG"));
    check(result.drag.baseline, &file["baseline"], "baseline");
    check(result.pace_fraction.unwrap(), &file["pace"], "pace");
    assert_eq!(differs(&json!(result.drag.shapley), &file["phi"], "shapley"), None);
    assert_eq!(result.drag.shapley.len(), 5);
    assert_eq!(differs(&json!(result.drag.leave_one_out), &file["loo_all"], "leave one out"), None);
    // The first term of T - T_plan is slack here: the baseline lies below the plan.
    let (delay, added) = (result.lead_time - 30.0, result.drag.shapley.values().sum::<f64>());
    assert!(close(result.drag.control_share.unwrap(), (added / delay).min(1.0)));
}

#[test]
fn golden_value() {
    let result = exact(&path("BIG"));
    check(result.value.caught_loss, &golden("pace_value_golden.json")["V0"], "V");
    let file = golden("pace_value3_golden.json");
    let frontier = &golden("pace_value2_golden.json")["frontier"];
    check(result.value.caught_loss_cautious, &frontier["upper_1.0"]["V0"], "cautious V");
    assert_eq!(result.value.verdicts, None);
    for (id, expected) in file["breakeven"].as_object().unwrap() {
        let price = result.value.price_per_day[id];
        check(price.point.unwrap(), &expected["breakeven_cod"], id);
        check(price.cautious.unwrap(), &expected["breakeven_cod_upper"], id);
    }
}

#[test]
fn golden_verdicts() {
    let file = golden("pace_value3_golden.json");
    for cost in ["0.1", "0.3", "1.0", "2.0"] {
        let mut path = path("BIG");
        path.cost_of_delay_per_day = Some(cost.parse().unwrap());
        let verdicts = exact(&path).value.verdicts.unwrap();
        let expected = file[&format!("verdicts_cod_{cost}")].as_object().unwrap();
        assert_eq!(verdicts.len(), expected.len());
        for (id, expected) in expected {
            let found = verdicts[id];
            assert_eq!(json!(found.option), expected["verdict"], "{cost} {id}");
            assert_eq!(json!(found.firm), expected["firm"], "{cost} {id}");
            let (point, cautious) = (&expected["pick"]["point"], &expected["pick"]["upper"]);
            let trial = if found.firm || point == cautious { &Value::Null } else { point };
            assert_eq!(&json!(found.trial), trial, "{cost} {id}");
        }
    }
    let detailed = &golden("pace_value2_golden.json")["verdicts"]["C5"];
    assert_eq!(detailed["verdict"], json!(Change::Retire));
}

fn planned(name: &str, options: &PlanOptions) -> PlanResult {
    plan(&path(name), options).unwrap()
}

fn check_plan(found: &PlanResult, expected: &Value, what: &str) {
    assert!(found.exact, "{what}");
    check(found.lead_time, &expected["T"], what);
    let changes = expected["choice"].as_object().unwrap().iter().filter(|(_, change)| *change != "keep");
    let changes: serde_json::Map<_, _> = changes.map(|(id, change)| (id.clone(), change.clone())).collect();
    assert_eq!(json!(found.changes), Value::Object(changes), "{what}");
}

#[test]
fn golden_frontier() {
    let first = golden("pace_value_golden.json");
    for (share, expected) in first["frontier"].as_object().unwrap() {
        let options = PlanOptions { min_protection: share.parse().unwrap(), ..PlanOptions::default() };
        let found = planned("BIG", &options);
        check_plan(&found, expected, share);
        check(found.protection_share, &expected["share_kept"], share);
        check(found.pace_fraction.unwrap(), &expected["pace"], share);
    }
    for (most, expected) in first["budget"].as_object().unwrap() {
        let max_changes = Some(most.parse().unwrap());
        let options = PlanOptions { max_changes, min_protection: 0.9, ..PlanOptions::default() };
        check_plan(&planned("BIG", &options), expected, most);
    }
    let second = golden("pace_value2_golden.json");
    let frontier = second["frontier"].as_object().unwrap();
    assert_eq!(frontier.len(), 10);
    for (name, expected) in frontier {
        let (rates, share) = name.split_once('_').unwrap();
        let rates = if rates == "point" { Rates::Point } else { Rates::Cautious };
        let options = PlanOptions { rates, min_protection: share.parse().unwrap(), ..PlanOptions::default() };
        let found = planned("BIG", &options);
        check_plan(&found, expected, name);
        check(found.protection_share, &expected["share"], name);
        check(found.pace_fraction.unwrap(), &expected["pace"], name);
        // The path after the changes is a path of its own, with the same lead time.
        let after = exact(&found.path);
        assert!(close(after.lead_time, found.lead_time), "{name}: {}", after.lead_time);
        assert_eq!(read(&serde_json::to_value(&found.path).unwrap()).as_ref(), Ok(&found.path));
    }
}

#[test]
fn golden_simulation_of_the_plan() {
    let expected = &golden("pace_value2_golden.json")["plan_mcB"];
    let after = planned("BIG", &PlanOptions::default()).path;
    let simulated = pace(&after, PaceOptions::default()).unwrap().simulation;
    check(simulated.mean, &expected["mean"], "mean");
    check(simulated.sd, &expected["sd"], "sd");
    check(simulated.p50, &expected["P50"], "P50");
    check(simulated.p85, &expected["P85"], "P85");
    check(simulated.p95, &expected["P95"], "P95");
}
