//! One response to everything known about it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod support;

use middle_layer::diagnosis::{self, SpecialMove, Strength, Verdict};
use middle_layer::evaluation::{Evaluation, evaluate};
use middle_layer::instrument::{Form, Role};
use middle_layer::pace::{PaceOptions, pace, read as read_path};
use middle_layer::response::{self, Pilot};
use serde_json::{Value, json};
use support::{close, golden, instrument, public_answers, response_value, role};

/// A golden person, with more fields where a test needs them.
fn person(name: &str, more: &Value) -> Evaluation {
    let case = &golden("golden_scoring.json")["cases"][name];
    let form = if case["form"] == "pulse" { Form::Pulse } else { Form::Full };
    let answers = public_answers(&case["responses"]);
    let mut value = response_value(role(case["role"].as_str().unwrap()), form, &answers);
    for (field, content) in more.as_object().unwrap() {
        value[field] = content.clone();
    }
    evaluate(&response::read(&(&value).into(), instrument()).unwrap(), instrument()).unwrap()
}

#[test]
fn figures_of_the_typical_manager() {
    let figures = person("G5_typical_manager", &json!({"attribution": ["o1", "s1"], "pilot": "yes"})).figures;
    // SCIENCE 5.1: 38.63, [12.5, 64.8].
    assert!(close(figures.difference.unwrap(), 69.878_472_222_222_22 - 31.25));
    let [low, high] = figures.difference_band95.unwrap();
    assert!((low - 12.5).abs() < 0.05 && (high - 64.8).abs() < 0.05, "{low} {high}");
    assert_eq!(figures.other_share, Some(0.6));
    assert_eq!(figures.pilot, Some(Pilot::Yes));
    assert_eq!(figures.executive_cultural_share, None);
    assert!(figures.half_widths.is_empty());
}

#[test]
fn friction_on_compliance_and_risk() {
    let answers = json!({"FRI4": 5, "FRI6": 2});
    let value = response_value(Role::Manager, Form::Full, &answers);
    let figures =
        evaluate(&response::read(&(&value).into(), instrument()).unwrap(), instrument()).unwrap().figures;
    assert_eq!(figures.friction_compliance, Some(100.0));
    assert_eq!(figures.friction_risk, Some(25.0));
    let figures = person("G6_missing_and_NA", &json!({})).figures;
    assert_eq!(figures.friction_risk, None);
    assert_eq!(person("G9_pulse", &json!({})).figures.friction_compliance, None);
}

#[test]
fn verdict_of_the_typical_manager() {
    let evaluation = person("G5_typical_manager", &json!({}));
    assert_eq!(evaluation.diagnosis.verdict, Verdict::Structural);
    assert_eq!(evaluation.diagnosis.strength, Strength::Moderate);
    assert_eq!(evaluation.diagnosis.miss, None);
}

#[test]
fn frontline_people_support_no_verdict_but_readiness_moves() {
    let diagnosis = person("G10_frontline", &json!({})).diagnosis;
    assert_eq!(diagnosis.verdict, Verdict::Insufficient);
    assert_eq!(diagnosis.special, [SpecialMove::CollectMore]);
    assert!(diagnosis.moves.iter().any(|shown| shown.id == "M13"));
}

#[test]
fn a_failed_pilot_is_looked_at_first() {
    let diagnosis = person("G10_frontline", &json!({"pilot": "no"})).diagnosis;
    assert_eq!(diagnosis.special, [SpecialMove::CheckTechnologyAndCase, SpecialMove::CollectMore]);
}

#[test]
fn the_figures_give_the_same_diagnosis_when_read_back() {
    let file = golden("golden_scoring.json");
    for name in file["cases"].as_object().unwrap().keys() {
        let evaluation = person(name, &json!({"attribution": ["c1", "o2"], "pilot": "partly"}));
        let figures = diagnosis::read(&(&serde_json::to_value(&evaluation.figures).unwrap()).into()).unwrap();
        assert_eq!(figures, evaluation.figures, "{name}");
        assert_eq!(diagnosis::diagnose(&figures), evaluation.diagnosis, "{name}");
    }
}

#[test]
fn versions_and_absent_models() {
    let value = serde_json::to_value(person("G9_pulse", &json!({}))).unwrap();
    assert_eq!(value["versions"], json!({"engine": "0.1.0", "instrument": "1.0", "scoring": "1.0"}));
    // What the models say has writers of its own.
    assert_eq!(
        value.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["diagnosis", "figures", "score", "versions"]
    );
}

/// What a golden case says about one person, as answers and inputs of the models that say the same.
mod golden_cases {
    use middle_layer::instrument::Key;

    use super::*;

    /// A manager's answers: structure, readiness and the signs of slowing at one level each, from 1 (no barrier) to 5.
    /// Level 0 is no answer.
    fn answers(structure: u8, readiness: u8, signal: u8) -> Value {
        let shown = instrument().items_shown(Form::Full, Role::Manager);
        let answers = shown.iter().filter_map(|item| {
            let level = match item.construct.id() {
                "SIG" => signal,
                "CUL" => readiness,
                _ => structure,
            };
            let raw = if item.key == Key::Positive { level } else { 6 - level };
            (level > 0).then(|| (item.id.clone(), json!(raw)))
        });
        answers.collect::<serde_json::Map<_, _>>().into()
    }

    fn levels(source: &str) -> (u8, u8) {
        match source {
            "structural" => (5, 2),
            "cultural" => (2, 5),
            "both" => (4, 4),
            "neither" => (2, 2),
            // 50 against 25: the band of one person reaches from -1 to 51.
            "unclear" => (3, 2),
            "insufficient" => (3, 0),
            other => panic!("no source {other}"),
        }
    }

    fn six(number: f64) -> Value {
        let ids = ["service", "operations", "engagement", "compliance", "budget", "risk"];
        ids.into_iter().map(|id| (id.to_owned(), json!(number))).collect::<serde_json::Map<_, _>>().into()
    }

    /// Incentives by which moving now clearly pays, or does not.
    pub(super) fn incentives(now: bool) -> Value {
        let (transition, settled) = if now { (1.0, 2.0) } else { (-2.0, 0.5) };
        json!({"weights": six(1.0), "transition": six(transition), "settled": six(settled)})
    }

    /// A path of ten days of work and twenty of a control that nobody planned.
    pub(super) fn path(planned_days: f64, unplanned: bool) -> Value {
        json!({"plannedDays": planned_days, "steps": [
            {"id": "W", "kind": "work", "touchDays": 10},
            {"id": "C", "kind": "board", "waitDays": 20, "planned": !unplanned, "timesRun": 10, "timesCaught": 1}
        ]})
    }

    fn below(value: &Value, limit: f64) -> bool {
        value.as_f64().is_some_and(|number| number < limit)
    }

    fn from(value: &Value, limit: f64) -> bool {
        value.as_f64().is_some_and(|number| number >= limit)
    }

    fn reached(input: &Value, output: &Value) -> Evaluation {
        let (structure, readiness) = levels(output["source"].as_str().unwrap());
        let signal = match &input["SIG"] {
            Value::Null => 0,
            score if from(score, 60.0) => 5,
            score if from(score, 40.0) => 3,
            _ => 1,
        };
        let answers = answers(structure, readiness, signal);
        let mut value = response_value(Role::Manager, Form::Full, &answers);
        if from(&input["rds_lo"], 0.5 + 1e-12) {
            value["incentive"] = incentives(false);
        } else if below(&input["rds_hi"], 0.5) {
            value["incentive"] = incentives(true);
        }
        let unplanned = from(&input["control_share"], 0.5);
        match &input["pace"] {
            Value::Null => {}
            pace if from(pace, 0.8) => value["path"] = path(27.0, unplanned),
            pace if below(pace, 2.0 / 3.0) => value["path"] = path(10.0, unplanned),
            _ => value["path"] = path(22.0, unplanned),
        }
        evaluate(&response::read(&(&value).into(), instrument()).unwrap(), instrument()).unwrap()
    }

    fn check(name: &str, case: &Value) {
        let (input, output) = (&case["input"], &case["output"]);
        let found = serde_json::to_value(reached(input, output)).unwrap();
        for field in ["stall", "source", "corroboration", "verdict", "strength"] {
            assert_eq!(found["diagnosis"][field], output[field], "{name}: {field} from {}", found["figures"]);
        }
    }

    #[test]
    fn one_person_can_reach_every_golden_verdict() {
        let named = golden("diagnose_golden.json");
        for (name, case) in named.as_object().unwrap() {
            check(name, case);
        }
        let more = golden("diagnose_more.json");
        for (number, case) in more.as_array().unwrap().iter().enumerate() {
            check(&number.to_string(), case);
        }
    }

    /// A structural answer with more fields; the moves with their notes.
    fn moves(more: &Value) -> Vec<(String, Vec<String>)> {
        let mut value = response_value(Role::Manager, Form::Full, &answers(4, 2, 5));
        for (field, content) in more.as_object().unwrap() {
            value[field] = content.clone();
        }
        let evaluation =
            evaluate(&response::read(&(&value).into(), instrument()).unwrap(), instrument()).unwrap();
        let moves = serde_json::to_value(evaluation.diagnosis.moves).unwrap();
        let moves = moves.as_array().unwrap().iter().map(|shown| {
            let notes =
                shown["notes"].as_array().unwrap().iter().map(|note| note.as_str().unwrap().to_owned());
            (shown["name"].as_str().unwrap().to_owned(), notes.collect())
        });
        moves.collect()
    }

    fn notes(moves: &[(String, Vec<String>)], name: &str) -> Option<Vec<String>> {
        moves.iter().find(|(shown, _)| shown == name).map(|(_, notes)| notes.clone())
    }

    #[test]
    fn models_bring_their_moves_and_notes() {
        // A penalty to waive.
        let with_penalty = moves(&json!({"incentive": incentives(false)}));
        assert_eq!(notes(&with_penalty, "hold_harmless"), Some(vec![]));
        assert_eq!(notes(&moves(&json!({})), "hold_harmless"), None);
        // K4: success is not expected.
        let mut doubtful = incentives(false);
        doubtful["successChance"] = json!(0.4);
        doubtful["settled"] = six(2.0);
        let doubtful = moves(&json!({"incentive": doubtful}));
        assert!(
            doubtful.iter().all(|(name, notes)| name != "fix_the_metric" || notes.contains(&"K4".to_owned()))
        );
        // K5: catches are not counted.
        let mut unknown = path(10.0, true);
        let steps = unknown["steps"].as_array_mut().unwrap();
        steps[1].as_object_mut().unwrap().retain(|field, _| !field.starts_with("times"));
        let notes_of = |path: Value| notes(&moves(&json!({ "path": path })), "review_controls").unwrap();
        assert_eq!(notes_of(unknown), ["K1", "K5"]);
        assert_eq!(notes_of(path(10.0, true)), ["K1"]);
    }
}

#[test]
fn figures_of_the_models() {
    let evaluation = person("G5_typical_manager", &json!({}));
    let figures = evaluation.figures;
    assert_eq!(
        (figures.rational_delay_share, figures.success_chance, figures.catch_data),
        (None, None, None)
    );
    assert!(evaluation.incentive.is_none() && evaluation.pace.is_none());

    let models =
        json!({"incentive": golden_cases::incentives(false), "path": golden_cases::path(15.0, true)});
    let evaluation = person("G5_typical_manager", &models);
    let figures = &evaluation.figures;
    assert_eq!(figures.rational_delay_share, Some(1.0));
    assert_eq!(figures.rational_delay_band95, Some([1.0, 1.0]));
    assert_eq!(figures.success_chance, Some(0.7));
    assert_eq!(figures.relief, evaluation.incentive.as_ref().unwrap().relief);
    assert!(close(figures.pace_fraction.unwrap(), 0.5));
    assert_eq!(figures.control_share, Some(1.0));
    assert_eq!(figures.catch_data, Some(true));
    assert_eq!(evaluation.diagnosis.corroboration, 2);
    assert_eq!(evaluation.diagnosis.strength, Strength::Strong);
    // They give the same diagnosis when read back.
    let again = diagnosis::read(&(&serde_json::to_value(figures).unwrap()).into()).unwrap();
    assert_eq!(diagnosis::diagnose(&again), evaluation.diagnosis);

    let now = person("G5_typical_manager", &json!({"incentive": golden_cases::incentives(true)})).figures;
    assert_eq!((now.rational_delay_share, now.rational_delay_band95), (Some(0.0), Some([0.0, 0.0])));
    assert_eq!(now.relief, Some(0.0));
}

#[test]
fn a_close_call_says_nothing_about_delay() {
    // The second golden example of the incentive model: now, but only just.
    let input = &golden("incentive_golden.json")["examples"]["I2_long_horizon"]["input"];
    let incentive = json!({
        "weights": input["w"], "transition": input["tau"], "settled": input["s"], "horizonMonths": 36,
        "transformationShare": 0.1,
    });
    let evaluation = person("G5_typical_manager", &json!({ "incentive": incentive }));
    assert!(evaluation.incentive.unwrap().close_call);
    assert_eq!(evaluation.figures.rational_delay_share, None);
    assert_eq!(evaluation.figures.rational_delay_band95, None);
    assert_eq!(evaluation.figures.relief, Some(0.0));
}

#[test]
fn the_path_of_a_response_is_computed_with_the_usual_options() {
    let path = golden("pace_paths.json")["BIG"].clone();
    let evaluation = person("G9_pulse", &json!({ "path": path }));
    let expected = pace(&read_path(&(&path).into()).unwrap(), PaceOptions::default()).unwrap();
    assert_eq!(evaluation.pace, Some(expected));
    assert_eq!(evaluation.figures.catch_data, Some(true));
}

#[test]
fn a_path_that_cannot_be_simulated_is_an_error_with_its_place() {
    let mut steps = vec![json!({"id": "W", "kind": "work", "touchDays": 1})];
    for number in 0..12 {
        steps.push(
            json!({"id": format!("C{number}"), "kind": "review", "returnChance": 0.9, "returnsTo": "W"}),
        );
    }
    let mut value = response_value(Role::Manager, Form::Full, &json!({}));
    value["path"] = json!({ "steps": steps });
    let problems =
        evaluate(&response::read(&(&value).into(), instrument()).unwrap(), instrument()).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].path.as_str(), problems[0].fault.code()), ("path.steps", "endless-returns"));
}
