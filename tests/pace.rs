//! The pace model against the golden paths, and its properties.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::pace::{
    Calendar, Link, PaceOptions, PaceResult, PaceRun, PathInput, PlanOptions, PlanResult, Rates, StepSet,
    Summary, WarningCode, pace, plan, read, write_pace, write_plan,
};
use serde_json::{Value, json};
use support::{close, differs, golden, written};

const PATHS: [&str; 8] = ["L1", "L2", "L3", "L4", "L5", "L6", "L7", "BIG"];

fn path_value(name: &str) -> Value {
    golden("pace_paths.json")[name].clone()
}

fn path(name: &str) -> PathInput {
    read(&(&path_value(name)).into()).unwrap()
}

/// With few simulated units, for what does not hang on them.
fn exact(path: &PathInput) -> PaceResult {
    pace(path, PaceOptions { trials: 2, ..PaceOptions::default() }).unwrap()
}

fn check(found: f64, expected: &Value, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!(close(found, expected), "{what}: {found} instead of {expected}");
}

fn check_summary(summary: &Summary, expected: &Value, what: &str) {
    let [p50, p85, p95] = summary.percentiles.map(|percentile| percentile.days);
    let found = json!({"mean": summary.mean, "sd": summary.sd, "P50": p50, "P85": p85, "P95": p95});
    for (name, number) in found.as_object().unwrap() {
        check(number.as_f64().unwrap(), &expected[name], &format!("{what}: {name}"));
    }
}

fn ids(path: &PathInput, steps: StepSet) -> Vec<&str> {
    steps.map(|step| path.steps[step].id.as_str()).collect()
}

fn public(result: &PaceResult, path: &PathInput) -> Value {
    written(|out| write_pace(result, path, out))
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
            let path = path(name);
            let ids: Vec<_> = result.steps.iter().map(|node| ids(&path, node.steps)).collect();
            assert_eq!(&json!(ids), nodes);
        }
    }
}

#[test]
fn golden_variants() {
    let file = golden("pace_golden.json");
    let mut serial = path("BIG");
    for step in &mut serial.steps {
        step.set_link(Link::ParallelGroup, None);
    }
    check(exact(&serial).lead_time, &file["BIG_serial"]["T"], "BIG, all serial");

    let mut parallel = path("L6");
    for step in parallel.steps.iter_mut().skip(1) {
        step.set_link(Link::ParallelGroup, Some("g".to_owned()));
    }
    let result = exact(&parallel);
    check(result.lead_time, &file["L6_parallel"]["T"], "L6, in parallel");
    let slower = result.warnings.iter().find(|warning| warning.code == WarningCode::ParallelSlower);
    assert_eq!(ids(&parallel, slower.unwrap().steps), ["C1", "C2"]);
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
        assert!(run.step(u32::MAX).unwrap());
        let simulated = run.result().simulation;
        assert_eq!(differs(&json!(run.times()[..5]), &expected["first5"], name), None);
        check_summary(&simulated.summary, expected, name);
        assert_eq!((simulated.seed, simulated.trials), (42, 10_000));
    }
}

#[test]
fn golden_drag() {
    let file = &golden("pace_value_golden.json")["BIG_shapley"];
    let path = path("BIG");
    let result = exact(&path);
    check(result.baseline, &file["baseline"], "baseline");
    check(result.pace_fraction.unwrap(), &file["pace"], "pace");
    let drag = &public(&result, &path)["drag"];
    assert_eq!(differs(&drag["shapley"], &file["phi"], "shapley"), None);
    assert_eq!(drag["shapley"].as_object().unwrap().len(), 5);
    assert_eq!(differs(&drag["leaveOneOut"], &file["loo_all"], "leave one out"), None);
    // The first term of T - T_plan is slack here: the baseline lies below the plan.
    let added: f64 = result.controls.iter().filter_map(|control| control.shapley).sum();
    assert!(close(result.control_share.unwrap(), (added / (result.lead_time - 30.0)).min(1.0)));
}

#[test]
fn golden_value() {
    let path = path("BIG");
    let result = exact(&path);
    check(result.caught_loss, &golden("pace_value_golden.json")["V0"], "V");
    let file = golden("pace_value3_golden.json");
    let frontier = &golden("pace_value2_golden.json")["frontier"];
    check(result.caught_loss_cautious, &frontier["upper_1.0"]["V0"], "cautious V");
    let value = &public(&result, &path)["value"];
    assert!(value["verdicts"].is_null());
    for (id, expected) in file["breakeven"].as_object().unwrap() {
        let expected =
            json!({"point": expected["breakeven_cod"], "cautious": expected["breakeven_cod_upper"]});
        assert_eq!(differs(&value["pricePerDay"][id], &expected, id), None);
    }
}

#[test]
fn golden_verdicts() {
    let file = golden("pace_value3_golden.json");
    for cost in ["0.1", "0.3", "1.0", "2.0"] {
        let mut path = path("BIG");
        path.cost_of_delay_per_day = Some(cost.parse().unwrap());
        let verdicts = public(&exact(&path), &path)["value"]["verdicts"].clone();
        let expected = file[&format!("verdicts_cod_{cost}")].as_object().unwrap();
        assert_eq!(verdicts.as_object().unwrap().len(), expected.len());
        for (id, expected) in expected {
            let (point, cautious) = (&expected["pick"]["point"], &expected["pick"]["upper"]);
            let trial = if expected["firm"] == true || point == cautious { &Value::Null } else { point };
            let verdict = json!({"option": expected["verdict"], "firm": expected["firm"], "trial": trial});
            assert_eq!(verdicts[id], verdict, "{cost} {id}");
        }
    }
}

#[test]
fn rank_intervals_and_the_share_on_plan() {
    let path = path("BIG");
    let mut run = PaceRun::new(&path, PaceOptions::default()).unwrap();
    assert!(run.step(u32::MAX).unwrap());
    let mut sorted = run.times().to_vec();
    sorted.sort_by(f64::total_cmp);
    let simulation = run.result().simulation;
    let bands = simulation.summary.percentiles.map(|percentile| percentile.band95);
    // 5000 +- 98, 8500 +- 69.99, 9500 +- 42.72, and one rank more above.
    let ranks = [[4902, 5099], [8430, 8571], [9457, 9544]];
    assert_eq!(json!(bands), json!(ranks.map(|band| band.map(|rank| sorted[rank - 1]))));
    // SCIENCE 4.3: nobody is done within 30 days, a fifth within 60.
    assert_eq!(simulation.on_plan_share, Some(0.0));
    let sixty = PathInput { planned_days: Some(60.0), ..path };
    let within = pace(&sixty, PaceOptions::default()).unwrap().simulation.on_plan_share.unwrap();
    assert!(close(within, 0.2047));
}

#[test]
fn few_units() {
    let two = exact(&path("L1")).simulation;
    assert_eq!(two.trials, 2);
    let [median, high, highest] = two.summary.percentiles;
    assert!(median.days <= high.days && high == highest);
    assert!(median.band95[0] <= median.days && median.band95[1] >= high.days);
}

#[test]
fn what_was_observed() {
    let mut path = path("L1");
    let observed = |path: &PathInput| pace(path, PaceOptions::default()).unwrap().observed;
    assert_eq!(observed(&path), None);
    path.observed_lead_times = vec![18.0, 20.0, 19.0, 18.0];
    let usual = observed(&path).unwrap();
    assert!(usual.count == 4 && close(usual.mean, 18.75) && usual.z.abs() < 1e-9 && usual.explained);
    path.observed_lead_times = vec![40.0; 9];
    let long = observed(&path).unwrap();
    // 21.25 days more, with an error of 9.437 / 3.
    assert!((long.z - 21.25 / (9.436_703_800_250_66 / 3.0)).abs() < 1e-9 && !long.explained);
    // A model without variation explains nothing but its own value.
    let fixed = json!({"observedLeadTimes": [5], "steps": [{"id": "W", "kind": "work", "touchDays": 5}]});
    assert!(observed(&read(&(&fixed).into()).unwrap()).unwrap().explained);
    let other = json!({"observedLeadTimes": [6], "steps": [{"id": "W", "kind": "work", "touchDays": 5}]});
    let other = observed(&read(&(&other).into()).unwrap()).unwrap();
    assert!(other.z.is_finite() && !other.explained);
}

#[test]
fn warnings() {
    let codes = |name: &str, options: PaceOptions| {
        let path = path(name);
        let warnings = pace(&path, options).unwrap().warnings;
        let named = warnings.iter().map(|warning| (warning.code.id(), ids(&path, warning.steps).join(" ")));
        named.collect::<Vec<_>>()
    };
    let silent = |steps: &str| ("no-catch-data", steps.to_owned());
    assert_eq!(codes("BIG", PaceOptions::default()), []);
    // Each return costs a whole cycle: 25 days instead of 22.9.
    let calendar = ("calendar-matters", "C1".to_owned());
    assert_eq!(codes("L7", PaceOptions::default()), [calendar, silent("C1")]);
    let independent = PaceOptions { calendar: Calendar::Independent, ..PaceOptions::default() };
    assert_eq!(codes("L7", independent), [silent("C1")]);
    assert_eq!(codes("L4", PaceOptions::default()), [silent("C1 C2")]);
}

#[test]
fn a_path_without_time_or_controls() {
    let path = read(
        &(&json!({"plannedDays": 5, "costOfDelayPerDay": 1, "steps": [{"id": "W", "kind": "work"}]})).into(),
    )
    .unwrap();
    let result = exact(&path);
    assert_eq!((result.lead_time, result.flow_efficiency, result.pace_fraction), (0.0, 1.0, None));
    assert_eq!(result.control_share, None);
    assert_eq!(public(&result, &path)["value"]["verdicts"], json!({}));
    let result = plan(&path, &PlanOptions::default()).unwrap();
    assert!(result.exact && result.path == path);
}

#[test]
fn a_wait_for_certainty_is_fixed_unless_it_is_said_otherwise() {
    let with = |kind: &str, wait: Option<&str>| {
        let mut step = json!({"id": "C", "kind": kind, "waitDays": 10});
        if let Some(wait) = wait {
            step["waitKind"] = json!(wait);
        }
        let path = read(&(&json!({"steps": [{"id": "W", "kind": "work"}, step]})).into()).unwrap();
        pace(&path, PaceOptions::default()).unwrap().simulation.summary.sd > 0.0
    };
    assert!(!with("wait", None) && with("wait", Some("queue")));
    assert!(with("board", None) && !with("board", Some("fixed")));
}

fn planned(name: &str, options: &PlanOptions) -> PlanResult {
    plan(&path(name), options).unwrap()
}

fn check_plan(found: &PlanResult, expected: &Value, what: &str) {
    assert!(found.exact, "{what}");
    check(found.lead_time, &expected["T"], what);
    let changes = expected["choice"].as_object().unwrap().iter().filter(|(_, change)| *change != "keep");
    let changes: serde_json::Map<_, _> = changes.map(|(id, change)| (id.clone(), change.clone())).collect();
    let public = written(|out| write_plan(found, &path("BIG"), out));
    assert_eq!(public["changes"], Value::Object(changes), "{what}");
    assert_eq!(read(&(&public["path"]).into()).as_ref(), Ok(&found.path));
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
    }
}

#[test]
fn golden_simulation_of_the_plan() {
    let expected = &golden("pace_value2_golden.json")["plan_mcB"];
    let after = planned("BIG", &PlanOptions::default()).path;
    let simulated = pace(&after, PaceOptions::default()).unwrap().simulation;
    check_summary(&simulated.summary, expected, "plan");
}
