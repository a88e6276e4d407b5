//! The diagnosis against the golden cases, its properties, and the reading of figures.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::collections::BTreeSet;

use middle_layer::diagnosis::{Figures, Source, Verdict, diagnose, read};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{differs, golden, rename};

const PILLARS: &[(&str, &str)] =
    &[("P1", "incentives"), ("P2", "accountability"), ("P3", "decisionRights"), ("P4", "operatingBurden")];

const INPUT: &[(&str, &str)] = &[
    ("SIG", "stallSignal"),
    ("constructs", "constructs"),
    ("facets", "facets"),
    ("pillars", "pillars"),
    ("SFI", "structuralFriction"),
    ("CBI", "readinessGap"),
    ("delta", "difference"),
    ("rds", "rationalDelayShare"),
    ("relief", "relief"),
    ("p_success", "successChance"),
    ("pace", "paceFraction"),
    ("control_share", "controlShare"),
    ("exec_cultural_share", "executiveCulturalShare"),
    ("other_share", "otherShare"),
    ("fri_compliance", "frictionCompliance"),
    ("fri_risk", "frictionRisk"),
    ("catch_data", "catchData"),
    ("clear_gaps", "clearGaps"),
    ("halfwidth", "halfWidths"),
];

/// A golden input in public form.
fn public_figures(input: &Value) -> Value {
    let mut figures = serde_json::Map::new();
    let mut used = BTreeSet::new();
    for (short, public) in INPUT {
        if let Some(value) = input.get(short) {
            figures.insert((*public).to_owned(), rename(value, PILLARS));
            used.insert((*short).to_owned());
        }
    }
    for (low, high, public) in
        [("delta_lo", "delta_hi", "differenceBand95"), ("rds_lo", "rds_hi", "rationalDelayBand95")]
    {
        if let (Some(lower), Some(upper)) = (input.get(low), input.get(high)) {
            let band = if lower.is_null() { Value::Null } else { json!([lower, upper]) };
            figures.insert(public.to_owned(), band);
            used.extend([low.to_owned(), high.to_owned()]);
        }
    }
    let all: BTreeSet<String> = input.as_object().unwrap().keys().cloned().collect();
    assert_eq!(used, all, "every golden field is used");
    figures.into()
}

/// A golden output in public form: notes by their code.
fn public_diagnosis(output: &Value) -> Value {
    let mut diagnosis = rename(
        output,
        &[
            ("cultural_facets", "readinessFacets"),
            ("exec_share", "executiveShare"),
            ("evidence_share", "evidenceShare"),
        ],
    );
    for shown in diagnosis["moves"].as_array_mut().unwrap() {
        shown.as_object_mut().unwrap().remove("order");
        for note in shown["notes"].as_array_mut().unwrap() {
            let text = note.as_str().unwrap();
            *note = if text.starts_with("second line") { json!("K3") } else { json!(text[..2]) };
        }
    }
    diagnosis
}

fn check_golden(name: &str, case: &Value) {
    let figures = read(&(&public_figures(&case["input"])).into()).unwrap();
    let found = serde_json::to_value(diagnose(&figures)).unwrap();
    assert_eq!(differs(&found, &public_diagnosis(&case["output"]), name), None);
}

#[test]
fn golden_verdicts() {
    let file = golden("diagnose_golden.json");
    let cases = file.as_object().unwrap();
    assert_eq!(cases.len(), 12);
    for (name, case) in cases {
        check_golden(name, case);
    }
}

#[test]
fn sixty_more() {
    let file = golden("diagnose_more.json");
    let cases = file.as_array().unwrap();
    assert_eq!(cases.len(), 60);
    for (number, case) in cases.iter().enumerate() {
        check_golden(&number.to_string(), case);
    }
}

fn problems(input: &Value) -> Vec<(String, &'static str)> {
    let problems = read(&input.into()).unwrap_err();
    problems.into_iter().map(|problem| (problem.path, problem.fault.code())).collect()
}

/// Figures with one field, and the code of the one problem with it.
fn check_bad(field: &str, value: &Value, path: &str, code: &'static str) {
    assert_eq!(problems(&json!({ field: value })), [(path.to_owned(), code)], "{field}: {value}");
}

#[test]
fn bad_figures() {
    check_bad("stallSignal", &json!(101), "stallSignal", "out-of-range");
    check_bad("stallSignal", &json!(-0.1), "stallSignal", "out-of-range");
    check_bad("stallSignal", &json!("50"), "stallSignal", "wrong-type");
    check_bad("structuralFriction", &json!(true), "structuralFriction", "wrong-type");
    check_bad("readinessGap", &json!({"score": 50}), "readinessGap", "wrong-type");
    check_bad("difference", &json!(-100.5), "difference", "out-of-range");
    check_bad("differenceBand95", &json!([5, -5]), "differenceBand95", "reversed-interval");
    check_bad("differenceBand95", &json!([5]), "differenceBand95", "wrong-count");
    check_bad("differenceBand95", &json!([0, "5"]), "differenceBand95.1", "wrong-type");
    check_bad("differenceBand95", &json!(5), "differenceBand95", "wrong-type");
    check_bad("rationalDelayShare", &json!(55), "rationalDelayShare", "out-of-range");
    check_bad("rationalDelayBand95", &json!([0.5, 1.5]), "rationalDelayBand95.1", "out-of-range");
    check_bad("constructs", &json!({"XYZ": 5}), "constructs.XYZ", "unknown-field");
    check_bad("constructs", &json!({"CUL": 5}), "constructs.CUL", "unknown-field");
    check_bad("constructs", &json!({"INC": 500}), "constructs.INC", "out-of-range");
    check_bad("constructs", &json!([]), "constructs", "wrong-type");
    check_bad("facets", &json!({"INC": 5}), "facets.INC", "unknown-field");
    check_bad("pillars", &json!({"P1": 5}), "pillars.P1", "unknown-field");
    check_bad("halfWidths", &json!({"INC": -1}), "halfWidths.INC", "out-of-range");
    check_bad("halfWidths", &json!({"SFI": 1}), "halfWidths.SFI", "unknown-field");
    check_bad("pilot", &json!("maybe"), "pilot", "unknown-value");
    check_bad("catchData", &json!("no"), "catchData", "wrong-type");
    check_bad("clearGaps", &json!(["INC", "FOO"]), "clearGaps.1", "unknown-value");
    check_bad("structuralfriction", &json!(5), "structuralfriction", "unknown-field");
}

#[test]
fn all_problems_at_once() {
    assert_eq!(
        problems(&json!({"constructs": {"A": 1, "INC": 101}, "relief": 2, "extra": 0})),
        [
            ("extra".to_owned(), "unknown-field"),
            ("constructs.A".to_owned(), "unknown-field"),
            ("constructs.INC".to_owned(), "out-of-range"),
            ("relief".to_owned(), "out-of-range"),
        ]
    );
    for value in [json!(null), json!([]), json!(5), json!("figures")] {
        assert_eq!(problems(&value), [(String::new(), "wrong-type")]);
    }
}

#[test]
fn absent_and_null_are_the_same() {
    let nothing = read(&(&json!({})).into()).unwrap();
    assert_eq!(nothing, Figures::default());
    let fields = serde_json::to_value(&nothing).unwrap();
    let nulls: serde_json::Map<_, _> =
        fields.as_object().unwrap().keys().map(|field| (field.clone(), Value::Null)).collect();
    assert_eq!(read(&(&Value::from(nulls)).into()).unwrap(), nothing);
    let diagnosis = diagnose(&nothing);
    assert_eq!(diagnosis.source, Source::Insufficient);
    assert_eq!(diagnosis.moves, []);
}

#[test]
fn one_of_two_scores_is_enough() {
    let figures =
        read(&(&json!({"constructs": {"EXC": 80, "MAN": null}, "halfWidths": {"MAN": 50}})).into()).unwrap();
    let moves = diagnose(&figures).moves;
    let lead_both = moves.iter().find(|shown| shown.id == "M5").unwrap();
    assert!(support::close(lead_both.barrier, 80.0));
    assert!(support::close(lead_both.priority, 40.0 / 60.0 * 0.8));
}

#[test]
fn the_models_alone_trigger_moves() {
    let figures = read(
        &(&json!({
            "rationalDelayShare": 0.9, "rationalDelayBand95": [0.6, 1], "relief": 0.3,
            "paceFraction": 0.4, "controlShare": 0.5,
        }))
            .into(),
    )
    .unwrap();
    let diagnosis = diagnose(&figures);
    let ids: Vec<&str> = diagnosis.moves.iter().map(|shown| shown.id).collect();
    assert_eq!(ids, ["M2", "M3", "M8"]);
    assert_eq!(diagnosis.corroboration, 2);
    let no_penalty = Figures { relief: Some(0.0), ..figures };
    assert!(diagnose(&no_penalty).moves.iter().all(|shown| shown.id != "M3"));
}

fn score() -> impl Strategy<Value = Value> {
    prop_oneof![9 => (0.0..=100.0).prop_map(|score| json!(score)), 1 => Just(Value::Null)]
}

fn share() -> impl Strategy<Value = Value> {
    prop_oneof![3 => (0.0..=1.0).prop_map(|share| json!(share)), 1 => Just(Value::Null)]
}

fn interval(low: f64, high: f64) -> impl Strategy<Value = Value> {
    (low..=high, low..=high).prop_map(|(one, other)| json!([one.min(other), one.max(other)]))
}

fn scores(ids: &'static [&'static str]) -> impl Strategy<Value = Value> {
    prop::collection::vec(score(), ids.len()).prop_map(move |scores| {
        let named = ids.iter().map(|id| (*id).to_owned()).zip(scores);
        named.collect::<serde_json::Map<_, _>>().into()
    })
}

prop_compose! {
    fn any_figures()(
        constructs in scores(&["FRI", "INC", "ACC", "MEA", "DEC", "CTL", "EXC", "MAN", "AUT"]),
        facets in scores(&["training", "communication", "concerns", "fear"]),
        pillars in scores(&["incentives", "accountability", "decisionRights", "operatingBurden"]),
        (signal, friction, readiness, compliance) in (score(), score(), score(), score()),
        (difference, difference_band, delay_band) in
            (-100.0..=100.0, interval(-100.0, 100.0), interval(0.0, 1.0)),
        (delay, relief, chance, pace, control) in (share(), share(), share(), share(), share()),
        (executives, other) in (share(), share()),
        pilot in prop::sample::select(vec!["yes", "partly", "no", "unknown"]),
        gaps in prop::sample::subsequence(vec!["INC", "FRI", "MAN", "DEC"], 0..4),
        catches in any::<Option<bool>>(),
    ) -> Figures {
        read(&(&json!({
            "stallSignal": signal, "constructs": constructs, "facets": facets, "pillars": pillars,
            "structuralFriction": friction, "readinessGap": readiness, "difference": difference,
            "differenceBand95": difference_band, "rationalDelayShare": delay, "rationalDelayBand95": delay_band,
            "relief": relief, "successChance": chance, "paceFraction": pace, "controlShare": control,
            "executiveCulturalShare": executives, "otherShare": other, "frictionCompliance": compliance,
            "pilot": pilot, "catchData": catches, "clearGaps": gaps,
        })).into()).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]

    #[test]
    fn every_diagnosis_is_consistent(figures in any_figures()) {
        let diagnosis = diagnose(&figures);
        prop_assert!((-2..=2).contains(&diagnosis.corroboration));
        prop_assert!(diagnosis.moves.len() <= 5);
        prop_assert_eq!(diagnosis.verdict == Verdict::Insufficient, diagnosis.source == Source::Insufficient);
        prop_assert!(!diagnosis.archetypes.is_empty());
        for shown in &diagnosis.moves {
            prop_assert!((50.0..=100.0).contains(&shown.barrier));
            prop_assert!((-0.001..=1.25).contains(&shown.priority));
        }
        let unique: BTreeSet<&str> = diagnosis.moves.iter().map(|shown| shown.id).collect();
        prop_assert_eq!(unique.len(), diagnosis.moves.len());
        if let Some(miss) = diagnosis.miss {
            prop_assert!((0.0..=1.0).contains(&miss.evidence_share));
            prop_assert!(support::close(miss.difference, miss.executive_share - miss.evidence_share));
        }
    }

    #[test]
    fn moves_stand_in_the_order_of_their_priority(figures in any_figures()) {
        for pair in diagnose(&figures).moves.windows(2) {
            // Equal to the nearest step of 0.02 counts as equal.
            prop_assert!(pair[0].priority > pair[1].priority - 0.02 - 1e-12);
        }
    }

    #[test]
    fn the_same_figures_give_the_same_bytes(figures in any_figures()) {
        let written = || serde_json::to_string(&diagnose(&figures)).unwrap();
        prop_assert_eq!(written(), written());
        let again = read(&(&serde_json::to_value(&figures).unwrap()).into()).unwrap();
        prop_assert_eq!(again, figures);
    }

    #[test]
    fn no_value_makes_reading_panic(value in support::any_value()) {
        let _ = read(&(&value).into()).map(|figures| diagnose(&figures));
    }
}
