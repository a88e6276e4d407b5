//! Scores against the golden figures, and the properties of SCIENCE 2.2.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use std::collections::BTreeMap;

use middle_layer::instrument::{Form, Role};
use middle_layer::response::{Answer, Response};
use middle_layer::scoring::{Score, Status, score};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{differs, golden, instrument, public_answers, rename, response, response_value, role};

const NAMES: &[(&str, &str)] = &[
    ("n_ans", "answered"),
    ("n_app", "applicable"),
    ("CBI", "readinessGap"),
    ("SFI", "structuralFriction"),
    ("n_facets", "facets"),
    ("n_pillars", "pillars"),
    ("P1", "incentives"),
    ("P2", "accountability"),
    ("P3", "decisionRights"),
    ("P4", "operatingBurden"),
];

fn golden_response(case: &Value) -> Response {
    let form = if case["form"] == "pulse" { Form::Pulse } else { Form::Full };
    let role = role(case["role"].as_str().unwrap());
    let mut value = response_value(role, form, &public_answers(&case["responses"]));
    if let Some(pages) = case["page_times"].as_array() {
        value["pages"] = pages.iter().map(|page| json!({"seconds": page[0], "items": page[1]})).collect();
    }
    middle_layer::response::read(&(&value).into(), instrument()).unwrap()
}

#[test]
fn golden_people() {
    let file = golden("golden_scoring.json");
    let cases = file["cases"].as_object().unwrap();
    assert_eq!(cases.len(), 12);
    for (name, case) in cases {
        let found = serde_json::to_value(score(&golden_response(case), instrument())).unwrap();
        let mut expected = rename(&case["score"], NAMES);
        for pillar in expected["pillars"].as_object_mut().unwrap().values_mut() {
            pillar["constructs"] = pillar.as_object_mut().unwrap().remove("n").unwrap();
        }
        assert_eq!(differs(&found, &expected, name), None);
        // Nothing that the golden case does not show, either.
        for part in ["constructs", "facets"] {
            assert_eq!(
                found[part].as_object().unwrap().len(),
                expected[part].as_object().unwrap().len(),
                "{name}"
            );
        }
        let careless = &case["careless"];
        let expected = json!({
            "verdict": careless["quality"], "flags": careless["flags"], "answered": careless["n"],
            "longstring": careless["longstring"], "irv": careless["irv"],
            "contradiction": careless["contradiction"], "pairs": careless["pairs"],
            "evenOdd": careless["evenodd"],
        });
        assert_eq!(differs(&found["quality"], &expected, name), None);
    }
}

#[test]
fn golden_rankings() {
    let file = golden("golden_scoring.json");
    for (picks, expected) in file["attribution"].as_object().unwrap() {
        let picks: Vec<&str> = picks.split(',').filter(|id| !id.is_empty()).collect();
        let mut value = response_value(Role::Executive, Form::Full, &json!({}));
        value["attribution"] = json!(picks);
        let response = middle_layer::response::read(&(&value).into(), instrument()).unwrap();
        let found = serde_json::to_value(score(&response, instrument()).attribution).unwrap();
        let expected = if picks.is_empty() {
            Value::Null
        } else {
            rename(expected, &[("cultural_share", "culturalShare"), ("other_share", "otherShare")])
        };
        assert_eq!(differs(&found, &expected, &picks.join(",")), None);
    }
}

#[test]
fn evidence_of_the_typical_manager() {
    let case = &golden("golden_scoring.json")["cases"]["G5_typical_manager"];
    let evidence = score(&golden_response(case), instrument()).evidence.unwrap();
    let (friction, readiness) = (69.878_472_222_222_22_f64, 31.25_f64);
    let (friction_sem, readiness_sem) = (4.639_024_033_294_232_f64, 12.5_f64);
    let total = friction + readiness;
    let sem = (readiness * friction_sem).hypot(friction * readiness_sem) / (total * total);
    assert!(support::close(evidence.structure_share, friction / total));
    assert!(support::close(evidence.sem, sem));
}

#[test]
fn no_evidence_where_nothing_was_reported() {
    let case = &golden("golden_scoring.json")["cases"]["G2_min_barrier"];
    let score = score(&golden_response(case), instrument());
    assert_eq!(score.structural_friction.estimate.score, Some(0.0));
    assert_eq!(score.evidence, None);
}

#[test]
fn nothing_answered_is_nothing_scored() {
    for role in Role::ALL {
        for form in Form::ALL {
            let score = score(&response(role, form, &json!({})), instrument());
            assert!(score.constructs.values().all(|construct| construct.status == Status::TooFewAnswers));
            assert_eq!(estimates(&score).values().flatten().count(), 0);
        }
    }
}

/// Every score that there is, by name.
fn estimates(score: &Score) -> BTreeMap<String, Option<f64>> {
    let mut all = BTreeMap::new();
    all.extend(score.constructs.iter().map(|(id, score)| (id.id().to_owned(), score.estimate.score)));
    all.extend(score.facets.iter().map(|(id, score)| (id.id().to_owned(), score.estimate.score)));
    all.extend(score.pillars.iter().map(|(id, score)| (id.id().to_owned(), score.estimate.score)));
    all.insert("structuralFriction".to_owned(), score.structural_friction.estimate.score);
    all.insert("readinessGap".to_owned(), score.readiness_gap.estimate.score);
    all
}

/// Answers 1 to 5, 6 for "does not apply", 0 for none.
fn respondent(codes: &[u8], role: Role, form: Form) -> Response {
    let items = instrument().items_shown(form, role);
    let mut respondent = response(role, form, &json!({}));
    respondent.answers = items
        .iter()
        .zip(codes)
        .filter_map(|(item, &code)| {
            let answer = match code {
                0 => return None,
                6 => Answer::NotApplicable,
                rating => Answer::Rating(rating),
            };
            Some((item.id.clone(), answer))
        })
        .collect();
    respondent
}

fn any_role() -> impl Strategy<Value = Role> {
    prop::sample::select(Role::ALL.to_vec())
}

fn any_form() -> impl Strategy<Value = Form> {
    prop::sample::select(Form::ALL.to_vec())
}

fn any_codes() -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(prop_oneof![6 => 1_u8..=5, 1 => Just(6), 1 => Just(0)], 39)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn mirrored_answers_mirror_every_score(codes in any_codes(), role in any_role(), form in any_form()) {
        let mirrored: Vec<u8> =
            codes.iter().map(|&code| if (1..=5).contains(&code) { 6 - code } else { code }).collect();
        let first = score(&respondent(&codes, role, form), instrument());
        let second = score(&respondent(&mirrored, role, form), instrument());
        let second_scores = estimates(&second);
        for (name, left) in estimates(&first) {
            match (left, second_scores[&name]) {
                (None, None) => {}
                (Some(left), Some(right)) => prop_assert!(support::close(left + right, 100.0), "{name}"),
                other => prop_assert!(false, "{name}: {other:?}"),
            }
        }
        prop_assert_eq!(first.quality.longstring, second.quality.longstring);
    }

    #[test]
    fn one_more_answer_never_takes_a_score_away(
        codes in any_codes(), role in any_role(), form in any_form(),
        place in 0_usize..39, none in prop::sample::select(vec![0_u8, 6]), rating in 1_u8..=5,
    ) {
        let mut codes = codes;
        codes[place] = none;
        let before = estimates(&score(&respondent(&codes, role, form), instrument()));
        codes[place] = rating;
        let after = estimates(&score(&respondent(&codes, role, form), instrument()));
        for (name, score) in before {
            prop_assert!(score.is_none() || after[&name].is_some(), "{name}");
        }
    }

    #[test]
    fn scores_stay_inside_the_scale(codes in any_codes(), role in any_role(), form in any_form()) {
        let found = score(&respondent(&codes, role, form), instrument());
        for (name, value) in estimates(&found) {
            prop_assert!(value.is_none_or(|value| (0.0..=100.0).contains(&value)), "{name}");
        }
        if let Some(evidence) = found.evidence {
            prop_assert!((0.0..=1.0).contains(&evidence.structure_share) && evidence.sem >= 0.0);
        }
        if let Some(even_odd) = found.quality.even_odd {
            prop_assert!((-1.0..=1.0).contains(&even_odd));
        }
    }

    #[test]
    fn the_order_of_items_does_not_matter_to_scores(
        codes in any_codes(), role in any_role(), form in any_form(), by in 0_usize..20,
    ) {
        let respondent = respondent(&codes, role, form);
        let mut turned = instrument().clone();
        let pages = turned.order.get_mut(&form).unwrap().get_mut(&role).unwrap();
        for page in pages.iter_mut() {
            let length = page.len();
            page.rotate_left(by % length);
        }
        pages.reverse();
        prop_assert_eq!(
            estimates(&score(&respondent, instrument())),
            estimates(&score(&respondent, &turned))
        );
    }

    #[test]
    fn the_indices_are_means_of_their_parts(codes in any_codes(), role in any_role(), form in any_form()) {
        let score = score(&respondent(&codes, role, form), instrument());
        let pillars: Vec<f64> = score.pillars.values().filter_map(|pillar| pillar.estimate.score).collect();
        if let Some(index) = score.structural_friction.estimate.score {
            let mean = pillars.iter().sum::<f64>() / f64::from(u32::try_from(pillars.len()).unwrap());
            prop_assert!(support::close(index, mean));
        }
        prop_assert_eq!(score.structural_friction.pillars, pillars.len());
        prop_assert!(role != Role::Frontline || score.structural_friction.estimate.score.is_none());
    }
}

#[test]
fn all_in_the_middle_is_fifty() {
    for role in Role::ALL {
        for form in Form::ALL {
            let scores = estimates(&score(&respondent(&[3; 39], role, form), instrument()));
            assert!(scores.values().flatten().all(|score| (score - 50.0).abs() < 1e-12), "{role:?} {form:?}");
        }
    }
}

#[test]
fn nothing_applies() {
    for role in Role::ALL {
        for form in Form::ALL {
            let score = score(&respondent(&[6; 39], role, form), instrument());
            assert!(score.constructs.values().all(|construct| construct.status == Status::NotApplicable));
            assert_eq!(estimates(&score).values().flatten().count(), 0);
        }
    }
}
