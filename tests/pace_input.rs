//! Reading paths and options.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::pace::{
    Calendar, Link, PaceOptions, PlanOptions, Rates, pace, plan, read, read_pace_options, read_plan_options,
    write_pace, write_plan,
};
use middle_layer::problem::{MOST_PROBLEMS, Problem};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{golden, written};

fn places(problems: Vec<Problem>) -> Vec<(String, &'static str)> {
    problems.into_iter().map(|problem| (problem.path, problem.fault.code())).collect()
}

fn big() -> Value {
    golden("pace_paths.json")["BIG"].clone()
}

/// The path BIG with a change, and the problems it then has.
fn check(change: impl FnOnce(&mut Value), expected: &[(&str, &'static str)]) {
    let mut value = big();
    change(&mut value);
    let expected: Vec<(String, &'static str)> =
        expected.iter().map(|(path, code)| ((*path).to_owned(), *code)).collect();
    assert_eq!(places(read(&(&value).into()).unwrap_err()), expected, "{value}");
}

/// The same for one field of one step.
fn check_step(step: usize, field: &str, value: &Value, code: &'static str) {
    check(|path| path["steps"][step][field] = value.clone(), &[(&format!("steps.{step}.{field}"), code)]);
}

fn without(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field).unwrap();
}

#[test]
fn numbers() {
    for field in ["touchDays", "waitDays", "cadenceDays"] {
        check_step(2, field, &json!(-1), "out-of-range");
        check_step(2, field, &json!(1e300), "out-of-range");
        check_step(2, field, &json!("3"), "wrong-type");
        check_step(2, field, &json!(null), "wrong-type");
    }
    check_step(2, "returnChance", &json!(1), "out-of-range");
    check_step(2, "returnChance", &json!(0.91), "out-of-range");
    check_step(2, "appliesShare", &json!(0), "out-of-range");
    check_step(2, "appliesShare", &json!(1.1), "out-of-range");
    check_step(2, "lossPerCatch", &json!(-5), "out-of-range");
    check_step(2, "backupCatchShare", &json!(1.5), "out-of-range");
    check_step(2, "timesRun", &json!(2.5), "wrong-type");
    check_step(2, "timesRun", &json!(-24), "out-of-range");
    check_step(2, "timesCaught", &json!(25), "more-caught-than-run");
    check(|path| path["plannedDays"] = json!(0), &[("plannedDays", "out-of-range")]);
    check(|path| path["costOfDelayPerDay"] = json!(-1), &[("costOfDelayPerDay", "out-of-range")]);
    check(|path| path["observedLeadTimes"] = json!([5, -1]), &[("observedLeadTimes.1", "out-of-range")]);
    check(|path| path["observedLeadTimes"] = json!(5), &[("observedLeadTimes", "wrong-type")]);
    check(
        |path| path["observedLeadTimes"] = json!(vec![1; 10_001]),
        &[("observedLeadTimes.10000", "too-many")],
    );
}

#[test]
fn words() {
    check_step(2, "kind", &json!("party"), "unknown-value");
    check_step(2, "waitKind", &json!("exp"), "unknown-value");
    check_step(2, "reason", &json!("because"), "unknown-value");
    check_step(2, "planned", &json!("yes"), "wrong-type");
    check_step(2, "name", &json!("x".repeat(121)), "too-long");
    check_step(2, "parallelGroup", &json!(" "), "wrong-form");
    check_step(2, "touchdays", &json!(1), "unknown-field");
    check(|path| path["plannedDay"] = json!(1), &[("plannedDay", "unknown-field")]);
    for id in [json!(""), json!("  "), json!("__proto__")] {
        check(|path| path["steps"][9]["id"] = id, &[("steps.9.id", "wrong-form")]);
    }
    check(|path| path["steps"][9]["id"] = json!("x".repeat(65)), &[("steps.9.id", "too-long")]);
    check(|path| without(&mut path["steps"][9], "id"), &[("steps.9.id", "missing")]);
    check(|path| without(&mut path["steps"][9], "kind"), &[("steps.9.kind", "missing")]);
    let mut named = big();
    named["steps"][1]["name"] = json!("   ");
    assert_eq!(read(&(&named).into()).unwrap().steps[1].name, None);
}

#[test]
fn steps_go_together() {
    check(|path| path["steps"] = json!([]), &[("steps", "no-work")]);
    check(|path| path["steps"] = json!({}), &[("steps", "wrong-type")]);
    check(|path| without(path, "steps"), &[("steps", "missing")]);
    check(|path| path["steps"][9]["id"] = json!("C7"), &[("steps.9.id", "repeated-id")]);
    check_step(2, "returnsTo", &json!("W9"), "unknown-step");
    check_step(2, "returnsTo", &json!("W2"), "returns-forward");
    check_step(2, "backup", &json!("C9"), "unknown-step");
    check_step(2, "backup", &json!("W1"), "not-a-control");
    check_step(2, "backup", &json!("C2"), "circular-backup");
    check_step(2, "mergedInto", &json!("W1"), "not-a-control");
    check_step(2, "mergedInto", &json!("C2"), "merged-host");
    check_step(7, "parallelGroup", &json!("g1"), "split-group");
    check(
        |path| {
            path["steps"][2]["mergedInto"] = json!("C1");
            path["steps"][3]["mergedInto"] = json!("C2");
        },
        &[("steps.3.mergedInto", "merged-host")],
    );
    // A circle is told once, at its first step.
    check(
        |path| {
            path["steps"][1]["backup"] = json!("C4");
            path["steps"][6]["backup"] = json!("C6");
        },
        &[("steps.1.backup", "circular-backup"), ("steps.6.backup", "circular-backup")],
    );
    check(|path| without(&mut path["steps"][2], "backup"), &[("steps.2.backup", "missing")]);
}

#[test]
fn how_many() {
    let path = |controls: usize, work: usize| {
        let step = |kind: &str, number: usize| json!({"id": format!("{kind}{number}"), "kind": kind});
        let work = (0..work).map(|number| step("work", number));
        let controls = (0..controls).map(|number| step("review", number));
        json!({ "steps": work.chain(controls).collect::<Vec<_>>() })
    };
    assert!(read(&(&path(12, 48)).into()).is_ok());
    let problems = |value: &Value| places(read(&value.into()).unwrap_err());
    assert_eq!(problems(&path(13, 1)), [("steps".to_owned(), "too-many-controls")]);
    assert_eq!(problems(&path(0, 61)), [("steps.60".to_owned(), "too-many")]);
    assert_eq!(problems(&path(0, 100_000)), [("steps.60".to_owned(), "too-many")]);
}

#[test]
fn all_problems_at_once() {
    check(
        |path| {
            path["plannedDays"] = json!("soon");
            path["steps"][1]["returnChance"] = json!(2);
            path["steps"][1]["backup"] = json!("nobody");
            path["steps"][3]["lucky"] = json!(true);
            path["steps"][6] = json!(5);
        },
        &[
            ("plannedDays", "wrong-type"),
            ("steps.1.returnChance", "out-of-range"),
            ("steps.3.lucky", "unknown-field"),
            ("steps.6", "wrong-type"),
        ],
    );
    check(
        |path| {
            path["steps"][1]["returnChance"] = json!(2);
            path["steps"][1]["returnsTo"] = json!("C7");
            path["steps"][3]["timesCaught"] = json!(99);
            path["steps"][5]["id"] = json!("W1");
        },
        &[
            ("steps.1.returnChance", "out-of-range"),
            ("steps.1.returnsTo", "returns-forward"),
            ("steps.3.timesCaught", "more-caught-than-run"),
            ("steps.5.id", "repeated-id"),
        ],
    );
    // What goes with a value that could not be read is not wrong because of it.
    check(
        |path| {
            path["steps"][2]["timesRun"] = json!("often");
            path["steps"][2]["backup"] = json!(1);
        },
        &[("steps.2.backup", "wrong-type"), ("steps.2.timesRun", "wrong-type")],
    );
    for value in [json!(null), json!([]), json!(5), json!("x")] {
        assert_eq!(places(read(&(&value).into()).unwrap_err()), [(String::new(), "wrong-type")]);
    }
    let many: Vec<Value> = (0..60).map(|number| json!({"id": "x", "kind": "y", "z": number})).collect();
    assert_eq!(read(&(&json!({ "steps": many })).into()).unwrap_err().len(), MOST_PROBLEMS);
}

#[test]
fn a_path_made_by_hand_is_checked_too() {
    let mut path = read(&(&big()).into()).unwrap();
    path.steps[2].set_link(Link::Backup, Some("nobody".to_owned()));
    path.steps[9].id = "W1".to_owned();
    let expected = [("steps.2.backup".to_owned(), "unknown-step"), ("steps.9.id".to_owned(), "repeated-id")];
    assert_eq!(places(pace(&path, PaceOptions::default()).unwrap_err()), expected);
    assert_eq!(places(plan(&path, &PlanOptions::default()).unwrap_err()), expected);
}

#[test]
fn units_that_never_arrive() {
    let mut steps = vec![json!({"id": "W", "kind": "work", "touchDays": 1})];
    for number in 0..12 {
        let id = format!("C{number}");
        steps.push(json!({"id": id, "kind": "review", "returnChance": 0.9, "returnsTo": "W"}));
    }
    let path = read(&(&json!({ "steps": steps })).into()).unwrap();
    let problems = pace(&path, PaceOptions::default()).unwrap_err();
    assert_eq!(places(problems), [("steps".to_owned(), "endless-returns")]);
    // The exact lead time of such a path is finite, and so is its plan.
    assert!(plan(&path, &PlanOptions::default()).unwrap().lead_time.is_finite());
}

#[test]
fn options() {
    assert_eq!(read_pace_options(&(&json!(null)).into()).unwrap(), PaceOptions::default());
    assert_eq!(
        read_pace_options(&(&json!({})).into()).unwrap(),
        PaceOptions { seed: 42, trials: 10_000, calendar: Calendar::Fixed }
    );
    let options = read_pace_options(
        &(&json!({"seed": 4_294_967_295_u32, "trials": 2, "calendar": "independent"})).into(),
    );
    assert_eq!(options.unwrap(), PaceOptions { seed: u32::MAX, trials: 2, calendar: Calendar::Independent });
    let bad = read_pace_options(&(&json!({"seed": -1, "trials": 1, "calendar": "moon", "speed": 1})).into())
        .unwrap_err();
    assert_eq!(
        places(bad),
        [
            ("calendar".to_owned(), "unknown-value"),
            ("seed".to_owned(), "out-of-range"),
            ("speed".to_owned(), "unknown-field"),
            ("trials".to_owned(), "out-of-range"),
        ]
    );
    assert_eq!(places(read_pace_options(&(&json!(5)).into()).unwrap_err()), [(String::new(), "wrong-type")]);

    assert_eq!(read_plan_options(&(&json!(null)).into()).unwrap(), PlanOptions::default());
    let options =
        read_plan_options(&(&json!({"rates": "cautious", "minProtection": 0.5, "maxChanges": 0})).into())
            .unwrap();
    assert_eq!((options.rates, options.max_changes), (Rates::Cautious, Some(0)));
    let bad = json!({"rates": "bold", "minProtection": 1.1, "maxChanges": 2.5, "assumptions": {"mergeTouch": 2, "magic": 1}});
    assert_eq!(
        places(read_plan_options(&(&bad).into()).unwrap_err()),
        [
            ("assumptions.magic".to_owned(), "unknown-field"),
            ("assumptions.mergeTouch".to_owned(), "out-of-range"),
            ("maxChanges".to_owned(), "wrong-type"),
            ("minProtection".to_owned(), "out-of-range"),
            ("rates".to_owned(), "unknown-value"),
        ]
    );
}

fn any_step() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        Just(json!(0)),
        Just(json!(1)),
        Just(json!(0.9)),
        Just(json!(-1)),
        Just(json!(5e-324)),
        Just(json!(10_000)),
        (0.0..1.0).prop_map(|number| json!(number)),
        (0.0..10_000.0).prop_map(|number| json!(number)),
    ];
    let word =
        prop::sample::select(vec!["A", "B", "C", "W", "work", "board", "wait", "fixed", "queue", "law"]);
    let value = prop_oneof![4 => number, 2 => word.prop_map(|word| json!(word)), 1 => any::<bool>().prop_map(|flag| json!(flag))];
    let field = prop::sample::select(vec![
        "touchDays",
        "waitDays",
        "waitKind",
        "cadenceDays",
        "appliesShare",
        "returnChance",
        "returnsTo",
        "parallelGroup",
        "mergedInto",
        "planned",
        "protected",
        "timesRun",
        "timesCaught",
        "lossPerCatch",
        "backup",
        "backupCatchShare",
    ]);
    let fields = prop::collection::btree_map(field, value, 0..5);
    let (id, kind) =
        (prop::sample::select(vec!["A", "B", "C", "W"]), prop::sample::select(vec!["work", "board", "wait"]));
    (id, kind, fields).prop_map(|(id, kind, fields)| {
        let mut step: serde_json::Map<_, _> =
            fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        step.insert("id".to_owned(), json!(id));
        step.insert("kind".to_owned(), json!(kind));
        step.into()
    })
}

/// Whether every number of a result is one: what is not finite cannot be read back.
fn all_finite(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_some_and(f64::is_finite),
        Value::Array(list) => list.iter().all(all_finite),
        Value::Object(object) => object.values().all(all_finite),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn no_value_makes_reading_panic(value in support::any_value()) {
        let _ = (read(&(&value).into()), read_pace_options(&(&value).into()), read_plan_options(&(&value).into()));
    }

    #[test]
    fn whatever_is_accepted_has_finite_figures(
        steps in prop::collection::vec(any_step(), 1..5), planned in prop::option::of(0.1..100.0), cost in prop::option::of(0.0..1e12),
    ) {
        let mut value = json!({"steps": steps, "observedLeadTimes": [0, 1]});
        if let Some(planned) = planned {
            value["plannedDays"] = json!(planned);
        }
        if let Some(cost) = cost {
            value["costOfDelayPerDay"] = json!(cost);
        }
        if let Ok(path) = read(&(&value).into()) {
            if let Ok(result) = pace(&path, PaceOptions { trials: 50, ..PaceOptions::default() }) {
                prop_assert!(all_finite(&written(|out| write_pace(&result, &path, out))), "{:?}", result);
            }
            let result = plan(&path, &PlanOptions::default()).unwrap();
            prop_assert!(all_finite(&written(|out| write_plan(&result, &path, out))), "{:?}", result);
        }
    }
}
