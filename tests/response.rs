//! Reading and writing responses.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::incentive::{IncentiveInput, Parameter};
use middle_layer::instrument::{Form, Role};
use middle_layer::pace::{Link, PathInput, Quantity, Reason, Step, StepKind, WaitKind};
use middle_layer::problem::{Fault, MOST_PROBLEMS, Problem};
use middle_layer::response::{self, Answer, LARGEST_FILE, Response, read, read_text, write};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{instrument, response_value};

/// A response with everything that one can have.
fn full() -> Value {
    let mut value = response_value(Role::Manager, Form::Full, &json!({"SIG1": 4, "FRI5": "na", "CUL2": 1}));
    value["rollout"] = json!("Claims assistant");
    value["unit"] = json!("Claims");
    value["pilot"] = json!("partly");
    value["attribution"] = json!(["s3", "c1"]);
    value["pages"] = json!([{"items": 7, "seconds": 41}, {"items": 6, "seconds": 0}]);
    value["week"] = json!("2026-W48");
    value["incentive"] = incentives();
    value["path"] = path();
    value
}

fn incentives() -> Value {
    let six = |number: f64| {
        let ids = ["service", "operations", "engagement", "compliance", "budget", "risk"];
        ids.into_iter().map(|id| (id.to_owned(), json!(number))).collect::<serde_json::Map<_, _>>()
    };
    json!({"weights": six(0.1), "transition": six(-1.5), "settled": six(2.0), "successChance": 0.3})
}

/// A path with everything that one can have.
fn path() -> Value {
    json!({
        "plannedDays": 30, "costOfDelayPerDay": 0.1, "observedLeadTimes": [20, 30.5],
        "steps": [
            {"id": "W", "kind": "work", "touchDays": 10},
            {"id": "A", "name": "Legal", "kind": "approval", "touchDays": 0.1, "waitDays": 3, "waitKind": "queue",
             "cadenceDays": 21, "appliesShare": 0.3, "returnChance": 0.9, "returnsTo": "W", "parallelGroup": "g",
             "planned": true, "protected": false, "timesRun": 7, "timesCaught": 3, "lossPerCatch": 1e12, "reason": "law"},
            {"id": "B", "kind": "board", "mergedInto": "A", "backup": "A", "backupCatchShare": 0.1 + 0.2}
        ]
    })
}

fn places(value: &Value) -> Vec<(String, &'static str)> {
    let problems = read(&value.into(), instrument()).unwrap_err();
    problems.into_iter().map(|problem| (problem.path, problem.fault.code())).collect()
}

/// A response in which one field is changed, and the one problem it has.
fn check(change: impl FnOnce(&mut Value), path: &str, code: &'static str) {
    let mut value = full();
    change(&mut value);
    assert_eq!(places(&value), [(path.to_owned(), code)], "{value}");
}

fn accepted(change: impl FnOnce(&mut Value)) -> Response {
    let mut value = full();
    change(&mut value);
    read(&(&value).into(), instrument()).unwrap()
}

fn without(value: &mut Value, field: &str) {
    value.as_object_mut().unwrap().remove(field).unwrap();
}

#[test]
fn a_whole_response_is_read() {
    let response = read(&(&full()).into(), instrument()).unwrap();
    assert_eq!(response.answers["SIG1"], Answer::Rating(4));
    assert_eq!(response.answers["FRI5"], Answer::NotApplicable);
    assert_eq!(response.attribution.unwrap(), ["s3", "c1"]);
    assert_eq!(response.pages.unwrap()[0].seconds, 41);
}

#[test]
fn kind_comes_first() {
    let answers = json!({"SIG9": 7});
    let mut value = response_value(Role::Manager, Form::Full, &answers);
    value["format"] = json!("other/format");
    let problems = read(&(&value).into(), instrument()).unwrap_err();
    assert_eq!(problems, [Problem::new("format", Fault::UnknownFormat { found: "other/format".to_owned() })]);

    value["format"] = json!("middle-layer/response");
    value["version"] = json!(2);
    let problems = read(&(&value).into(), instrument()).unwrap_err();
    assert_eq!(problems, [Problem::new("version", Fault::UnknownVersion { found: "2".to_owned() })]);

    check(|value| without(value, "format"), "format", "missing");
    check(|value| without(value, "version"), "version", "missing");
    check(|value| value["format"] = json!([1, 2]), "format", "unknown-format");
    check(|value| value["version"] = json!("1"), "version", "unknown-version");
    check(|value| value["version"] = json!(null), "version", "unknown-version");
    for value in [json!(null), json!([]), json!(1), json!("x")] {
        assert_eq!(places(&value), [(String::new(), "wrong-type")]);
    }
}

#[test]
fn the_instrument() {
    check(|value| without(value, "instrument"), "instrument", "missing");
    check(|value| value["instrument"] = json!("middle-layer"), "instrument", "wrong-type");
    check(|value| value["instrument"]["id"] = json!("other"), "instrument.id", "other-instrument");
    check(|value| value["instrument"]["version"] = json!(1), "instrument.version", "wrong-type");
    check(|value| without(&mut value["instrument"], "hash"), "instrument.hash", "missing");
    let other = accepted(|value| {
        value["instrument"] = json!({"id": "middle-layer", "version": "0.9", "hash": "0", "more": 1});
    });
    assert_eq!(other.instrument.version, "0.9");
}

#[test]
fn fields() {
    check(|value| without(value, "id"), "id", "missing");
    check(|value| value["id"] = json!(""), "id", "wrong-form");
    check(|value| value["id"] = json!("a b"), "id", "wrong-form");
    check(|value| value["id"] = json!(" ab"), "id", "wrong-form");
    check(|value| value["id"] = json!("é"), "id", "wrong-form");
    check(|value| value["id"] = json!("x".repeat(65)), "id", "too-long");
    check(|value| value["id"] = json!(7), "id", "wrong-type");
    check(|value| without(value, "form"), "form", "missing");
    check(|value| value["form"] = json!("long"), "form", "unknown-value");
    check(|value| value["role"] = json!("boss"), "role", "unknown-value");
    check(|value| value["role"] = json!(1), "role", "unknown-value");
    check(|value| value["unit"] = json!(5), "unit", "wrong-type");
    check(|value| value["unit"] = json!(null), "unit", "wrong-type");
    check(|value| value["unit"] = json!("u".repeat(121)), "unit", "too-long");
    check(|value| value["rollout"] = json!("r".repeat(5_000_000)), "rollout", "too-long");
    check(|value| value["pilot"] = json!("maybe"), "pilot", "unknown-value");
    check(|value| without(value, "answers"), "answers", "missing");
    check(|value| value["answers"] = json!([]), "answers", "wrong-type");
}

#[test]
fn labels_are_trimmed() {
    let response = accepted(|value| {
        value["unit"] = json!(format!("  {}\n", "ü".repeat(120)));
        value["rollout"] = json!("   ");
        value["newer"] = json!({"field": true});
    });
    assert_eq!(response.unit.unwrap(), "ü".repeat(120));
    assert_eq!(response.rollout, None);
}

#[test]
fn weeks() {
    for week in ["2026-W01", "2026-W10", "2026-W53", "0000-W09"] {
        assert_eq!(accepted(|value| value["week"] = json!(week)).week.as_deref(), Some(week));
    }
    for week in [
        "2026-W00",
        "2026-W54",
        "2026-W1",
        "2026-48",
        "26-W48",
        "2026-w48",
        "2026-W48 ",
        "٢٠٢٦-W48",
        "",
        "-W",
    ] {
        check(|value| value["week"] = json!(week), "week", "wrong-form");
    }
    check(|value| value["week"] = json!(48), "week", "wrong-type");
}

#[test]
fn answers() {
    for answer in
        [json!(6), json!(0), json!(2.5), json!("5"), json!(true), json!(null), json!("NA"), json!(-1)]
    {
        check(|value| value["answers"]["SIG1"] = answer, "answers.SIG1", "not-an-answer");
    }
    check(|value| value["answers"]["SIG9"] = json!(5), "answers.SIG9", "unknown-item");
    check(|value| value["answers"]["R1"] = json!(5), "answers.R1", "unknown-item");
    check(|value| value["answers"]["ATT1"] = json!(5), "answers.ATT1", "item-of-another-role");
    check(|value| value["answers"]["FRIG"] = json!(5), "answers.FRIG", "item-of-another-form");
    assert_eq!(accepted(|value| value["answers"]["SIG1"] = json!(4.0)).answers["SIG1"], Answer::Rating(4));
    // A role or form that cannot be read is not held against the answers.
    check(|value| value["form"] = json!("x"), "form", "unknown-value");
    check(|value| value["answers"]["CTL1"] = json!(5.5), "answers.CTL1", "not-an-answer");
}

#[test]
fn rankings() {
    let check = |ranking: Value, path: &str, code: &'static str| {
        check(|value| value["attribution"] = ranking, path, code);
    };
    check(json!(["c1", "c9"]), "attribution.1", "unknown-option");
    check(json!(["c1", "c1"]), "attribution.1", "repeated-option");
    check(json!(["c1", "o3"]), "attribution.1", "exclusive-option");
    check(json!(["o3", "c1"]), "attribution.0", "exclusive-option");
    check(json!(["c1", "c2", "c3", "c4"]), "attribution", "too-many-options");
    check(json!(["c1", 2]), "attribution.1", "wrong-type");
    check(json!([" c1"]), "attribution.0", "unknown-option");
    check(json!("c1"), "attribution", "wrong-type");
    for ranking in [json!([]), json!(["o3"]), json!(["c1", "s1", "o1"])] {
        accepted(|value| value["attribution"] = ranking);
    }
}

#[test]
fn page_times() {
    let check = |pages: Value, path: &str, code: &'static str| {
        check(|value| value["pages"] = pages, path, code);
    };
    check(json!({}), "pages", "wrong-type");
    check(json!([5]), "pages.0", "wrong-type");
    check(json!([{"items": 7}]), "pages.0.seconds", "missing");
    check(json!([{"items": 7, "seconds": 1}, {"items": 0, "seconds": 1}]), "pages.1.items", "out-of-range");
    check(json!([{"items": 101, "seconds": 1}]), "pages.0.items", "out-of-range");
    check(json!([{"items": 7, "seconds": -1}]), "pages.0.seconds", "out-of-range");
    check(json!([{"items": 7, "seconds": 86_401}]), "pages.0.seconds", "out-of-range");
    check(json!([{"items": 7, "seconds": 1.5}]), "pages.0.seconds", "wrong-type");
    check(json!([{"items": "7", "seconds": 1}]), "pages.0.items", "wrong-type");
}

#[test]
fn models() {
    check(|value| value["incentive"] = json!([]), "incentive", "wrong-type");
    check(|value| without(&mut value["incentive"]["weights"], "risk"), "incentive.weights.risk", "missing");
    check(|value| value["incentive"]["successChance"] = json!(2), "incentive.successChance", "out-of-range");
    check(|value| value["path"] = json!(null), "path", "wrong-type");
    check(|value| without(&mut value["path"], "steps"), "path.steps", "missing");
    check(
        |value| value["path"]["steps"][1]["touchDays"] = json!(-1),
        "path.steps.1.touchDays",
        "out-of-range",
    );
    check(|value| value["path"]["steps"][2]["backup"] = json!("Z"), "path.steps.2.backup", "unknown-step");
}

#[test]
fn all_problems_come_at_once_in_the_order_of_the_fields() {
    let mut value = full();
    value["id"] = json!("");
    value["role"] = json!("boss");
    value["answers"] = json!({"SIG1": 9, "XX": 1});
    value["attribution"] = json!(["o3", "zz"]);
    value["pages"][1]["seconds"] = json!("x");
    assert_eq!(
        places(&value),
        [
            ("id".to_owned(), "wrong-form"),
            ("role".to_owned(), "unknown-value"),
            ("answers.SIG1".to_owned(), "not-an-answer"),
            ("answers.XX".to_owned(), "unknown-item"),
            ("attribution.0".to_owned(), "exclusive-option"),
            ("attribution.1".to_owned(), "unknown-option"),
            ("pages.1.seconds".to_owned(), "wrong-type"),
        ]
    );
}

#[test]
fn a_hostile_response_is_not_repeated_back() {
    let long = "x".repeat(1_000_000);
    let mut value = full();
    value["answers"] = json!({ &long: 1 });
    let path = &places(&value)[0].0;
    assert!(path.chars().count() < 60, "{path}");

    let many: serde_json::Map<_, _> = (0..10_000).map(|number| (format!("I{number}"), json!(1))).collect();
    value["answers"] = many.into();
    assert_eq!(places(&value).len(), MOST_PROBLEMS);
}

#[test]
fn files() {
    let only = |text: &str| {
        let problems = read_text(text, instrument()).unwrap_err();
        assert_eq!(problems.len(), 1, "{problems:?}");
        problems[0].fault.clone()
    };
    let large = " ".repeat(LARGEST_FILE + 1);
    assert_eq!(only(&large), Fault::TooLarge { bytes: LARGEST_FILE + 1, limit: LARGEST_FILE });
    assert_eq!(only(&"[".repeat(10_000)), Fault::TooDeep);
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(only(&deep), Fault::TooDeep);
    assert_eq!(only("{\n  \"format\": oops\n}"), Fault::NotJson { line: 2, column: 13 });
    assert_eq!(only(""), Fault::NotJson { line: 1, column: 1 });
    assert_eq!(only("null"), Fault::WrongType { expected: middle_layer::problem::Expected::Object });

    let text = full().to_string();
    assert!(read_text(&text, instrument()).is_ok());
    assert!(read_text(&format!("\u{feff}{text}"), instrument()).is_ok());
}

#[test]
fn a_written_file_is_readable_by_a_person() {
    let text = write(&read(&(&full()).into(), instrument()).unwrap());
    let fields: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("  \"")?.split_once('"').map(|(field, _)| field))
        .collect();
    assert_eq!(
        fields,
        [
            "format",
            "version",
            "instrument",
            "id",
            "rollout",
            "role",
            "form",
            "unit",
            "pilot",
            "answers",
            "attribution",
            "pages",
            "week",
            "incentive",
            "path"
        ]
    );
    assert!(text.ends_with("}\n"));
    assert!(text.contains("\"FRI5\": \"na\""));
}

#[test]
fn what_is_absent_is_not_written() {
    let response = support::response(Role::Frontline, Form::Pulse, &json!({}));
    let text = write(&response);
    for field in ["rollout", "unit", "pilot", "attribution", "pages", "week", "incentive", "path", "null"] {
        assert!(!text.contains(field), "{field}");
    }
}

/// Any number of a range, often one that a person would type.
fn number(low: f64, high: f64) -> impl Strategy<Value = f64> {
    prop_oneof![
        low..=high,
        (low..=high).prop_map(f64::round),
        (low..=high).prop_map(|it| (it * 10.0).round() / 10.0)
    ]
}

prop_compose! {
    fn any_incentives()(
        weights in prop::array::uniform6(number(0.1, 10.0)),
        effects in prop::array::uniform6(number(-2.0, 2.0)),
        chance in prop::option::of(number(0.0, 1.0)),
    ) -> IncentiveInput {
        let mut input = IncentiveInput {
            weights: weights.map(Some),
            transition: effects.map(Some),
            settled: effects.map(|effect| Some(effect.abs())),
            ..IncentiveInput::default()
        };
        input.set_parameter(Parameter::SuccessChance, chance);
        input
    }
}

prop_compose! {
    fn any_path()(
        planned in prop::option::of(number(1.0, 100.0)),
        observed in prop::collection::vec(number(0.0, 100.0), 0..4),
        steps in prop::collection::vec((number(0.0, 9.0), number(0.51, 1.0), any::<[bool; 6]>(), 0_u32..40), 1..10),
        names in prop::collection::vec("[a-zé \"]{1,9}x", 10),
    ) -> PathInput {
        let work = Step { id: "W".to_owned(), ..Step::default() };
        let control = |(place, (days, share, flags, run)): (usize, (f64, f64, [bool; 6], u32))| {
            let [some, fixed, back, planned, protected, backup] = flags;
            let backup = backup && place > 0;
            let mut step = Step {
                id: format!("C{place}"),
                name: some.then(|| names[place].trim().to_owned()),
                kind: StepKind::ALL[1 + place % 7],
                wait_kind: fixed.then_some(WaitKind::Fixed),
                planned: planned.then_some(protected),
                protected: protected.then_some(planned),
                reason: some.then_some(Reason::ALL[place % 5]),
                ..Step::default()
            };
            for (quantity, number) in [
                (Quantity::TouchDays, some.then_some(days)),
                (Quantity::WaitDays, Some(days / 3.0)),
                (Quantity::CadenceDays, (!some).then_some(days * 7.0)),
                (Quantity::AppliesShare, backup.then_some(share)),
                (Quantity::ReturnChance, back.then_some(share * 0.9)),
                (Quantity::TimesRun, some.then_some(f64::from(run))),
                (Quantity::TimesCaught, some.then_some(f64::from(run / 3))),
                (Quantity::LossPerCatch, some.then_some(share * 1e12)),
                (Quantity::BackupCatchShare, backup.then_some(share)),
            ] {
                step.set_number(quantity, number);
            }
            step.set_link(Link::ReturnsTo, back.then(|| "W".to_owned()));
            step.set_link(Link::ParallelGroup, fixed.then(|| format!("g {place}")));
            step.set_link(Link::Backup, backup.then(|| "C0".to_owned()));
            step
        };
        PathInput {
            planned_days: planned,
            cost_of_delay_per_day: planned.map(|days| days / 7.0),
            observed_lead_times: observed,
            steps: std::iter::once(work).chain(steps.into_iter().enumerate().map(control)).collect(),
        }
    }
}

fn any_response() -> impl Strategy<Value = Response> {
    let role = prop::sample::select(Role::ALL.to_vec());
    let form = prop::sample::select(Form::ALL.to_vec());
    let answers = prop::collection::vec(0_u8..=6, 39);
    let options = prop::sample::subsequence(vec!["c1", "c2", "s1", "s4", "o1"], 0..=3);
    let label = prop::option::of("[^\\s]{1,120}");
    let pages = prop::option::of(prop::collection::vec((1_u32..=100, 0_u32..=86_400), 0..8));
    let models = (prop::option::of(any_incentives()), prop::option::of(any_path()));
    (role, form, answers, prop::option::of(options), label, pages, models).prop_map(
        |(role, form, answers, options, label, pages, (incentive, path))| {
            let mut response = support::response(role, form, &json!({}));
            for (item, code) in instrument().items_shown(form, role).iter().zip(answers) {
                let answer = if code == 6 { Answer::NotApplicable } else { Answer::Rating(code) };
                if code > 0 {
                    response.answers.insert(item.id.clone(), answer);
                }
            }
            response.attribution = options.map(|ids| ids.into_iter().map(str::to_owned).collect());
            (response.incentive, response.path) = (incentive, path);
            response.unit.clone_from(&label);
            response.rollout = label;
            response.pages = pages.map(|pages| {
                pages.into_iter().map(|(items, seconds)| response::PageTime { items, seconds }).collect()
            });
            response
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn what_is_written_is_read_back(response in any_response()) {
        let text = write(&response);
        // The inputs of the models have no other writer to be compared with.
        let plain = Response { incentive: None, path: None, ..response.clone() };
        prop_assert_eq!(write(&plain), format!("{}\n", serde_json::to_string_pretty(&plain).unwrap()));
        let again = read_text(&text, instrument()).unwrap();
        prop_assert_eq!(&again, &response);
        prop_assert_eq!(write(&again), text);
    }

    #[test]
    fn no_value_makes_reading_panic(value in support::any_value(), frame in any::<bool>()) {
        let mut value = value;
        if let (true, Some(object)) = (frame, value.as_object_mut()) {
            object.insert("format".to_owned(), json!("middle-layer/response"));
            object.insert("version".to_owned(), json!(1));
        }
        if let Err(problems) = read(&(&value).into(), instrument()) {
            prop_assert!(!problems.is_empty() && problems.len() <= MOST_PROBLEMS);
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in ".{0,200}") {
        prop_assert!(read_text(&text, instrument()).is_err());
    }
}
