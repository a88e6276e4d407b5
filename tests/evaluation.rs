//! One response to everything known about it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::diagnosis::{self, SpecialMove, Strength, Verdict};
use middle_layer::evaluation::{Evaluation, evaluate};
use middle_layer::instrument::{Form, Role};
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
    evaluate(&response::read(&value, instrument()).unwrap(), instrument())
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
    let figures = evaluate(&response::read(&value, instrument()).unwrap(), instrument()).figures;
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
        let figures = diagnosis::read(&serde_json::to_value(&evaluation.figures).unwrap()).unwrap();
        assert_eq!(figures, evaluation.figures, "{name}");
        assert_eq!(diagnosis::diagnose(&figures), evaluation.diagnosis, "{name}");
    }
}

#[test]
fn versions_and_absent_models() {
    let value = serde_json::to_value(person("G9_pulse", &json!({}))).unwrap();
    assert_eq!(value["versions"], json!({"engine": "0.1.0", "instrument": "1.0", "scoring": "1.0"}));
    assert!(value["incentive"].is_null() && value["pace"].is_null());
    assert_eq!(
        value.as_object().unwrap().keys().collect::<Vec<_>>(),
        ["diagnosis", "figures", "incentive", "pace", "score", "versions"]
    );
}
