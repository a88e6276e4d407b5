//! The built-in instrument is sound, and the linter finds planted faults.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::evaluation::evaluate;
use middle_layer::instrument::{Construct, Form, Instrument, Key, PAGE_OF_RANKING, Role, check, shared_stem};
use middle_layer::problem::{Fault, Problem};
use proptest::prelude::*;
use support::instrument;

#[test]
fn the_built_in_instrument_is_sound() {
    assert_eq!(check(instrument()), []);
}

#[test]
fn nothing_of_the_file_is_lost_in_reading_it() {
    let file: serde_json::Value = serde_json::from_str(include_str!("../static/instrument.json")).unwrap();
    let mut without_hash = serde_json::to_value(instrument()).unwrap();
    without_hash.as_object_mut().unwrap().remove("hash");
    assert_eq!(file, without_hash);
}

#[test]
fn counts_of_science_1_3() {
    let shown = |form, role| instrument().items_shown(form, role).len();
    assert_eq!(Role::ALL.map(|role| shown(Form::Full, role)), [39, 34, 20]);
    assert_eq!(Role::ALL.map(|role| shown(Form::Pulse, role)), [12, 10, 12]);
}

#[test]
fn the_ranking_is_asked_first() {
    for form in Form::ALL {
        for role in Role::ALL {
            assert_eq!(instrument().pages(form, role)[0], [PAGE_OF_RANKING]);
        }
    }
}

#[test]
fn the_friction_page_shares_its_stem() {
    let page = &instrument().pages(Form::Full, Role::Manager)[2];
    let texts: Vec<&str> =
        page.iter().map(|id| instrument().item(id).unwrap().text[&Role::Manager].as_str()).collect();
    let shared = shared_stem(&texts).unwrap();
    assert_eq!(shared.stem, "Since the rollout began, is it easier or harder for you to");
    assert_eq!(shared.endings[1], "hit operating targets?");
    assert_eq!(shared.endings.len(), 6);
}

#[test]
fn only_the_friction_page_has_a_stem() {
    for form in Form::ALL {
        for role in Role::ALL {
            for page in &instrument().pages(form, role)[1..] {
                let items: Vec<_> = page.iter().map(|id| instrument().item(id).unwrap()).collect();
                let texts: Vec<&str> = items.iter().map(|item| item.text[&role].as_str()).collect();
                let friction = items.iter().all(|item| item.construct == Construct::Friction);
                assert_eq!(shared_stem(&texts).is_some(), friction, "{page:?}");
            }
        }
    }
}

/// The problem that a change brings is found, at this place; other places may be touched by it too.
fn finds(change: impl FnOnce(&mut Instrument), path: &str, fault: Fault) {
    let mut changed = instrument().clone();
    change(&mut changed);
    let problems = check(&changed);
    assert!(problems.contains(&Problem::new(path, fault)), "{path}: {problems:#?}");
}

/// As [`finds`], for an organisation's own instrument, and nothing else is found.
fn finds_only(change: impl FnOnce(&mut Instrument), path: &str, fault: Fault) {
    let mut changed = Instrument { id: "ours".to_owned(), ..instrument().clone() };
    change(&mut changed);
    assert_eq!(check(&changed), [Problem::new(path, fault)]);
}

fn full(instrument: &mut Instrument) -> &mut Vec<Vec<String>> {
    instrument.order.get_mut(&Form::Full).unwrap().get_mut(&Role::Manager).unwrap()
}

#[test]
fn planted_faults_in_texts() {
    finds_only(|all| all.title.clear(), "title", Fault::Missing);
    finds_only(
        |all| drop(all.scales.get_mut("A5").unwrap().pop()),
        "scales.A5",
        Fault::WrongCount { expected: 5, found: 4 },
    );
    finds_only(|all| all.scales.get_mut("E5").unwrap()[2].clear(), "scales.E5.2", Fault::Missing);
    finds_only(|all| drop(all.not_applicable.remove("E5")), "notApplicable.E5", Fault::Missing);
    finds_only(|all| drop(all.constructs.remove(&Construct::StallSignal)), "constructs.SIG", Fault::Missing);
    finds_only(
        |all| drop(all.items[0].text.insert(Role::Manager, "x".repeat(201))),
        "items.SIG1.text.manager",
        Fault::TooLong { limit: 200 },
    );
    finds_only(
        |all| drop(all.items[0].text.insert(Role::Manager, "  ".to_owned())),
        "items.SIG1.text.manager",
        Fault::Missing,
    );
}

#[test]
fn planted_faults_in_items() {
    finds_only(|all| all.items.push(all.items[0].clone()), "items.SIG1", Fault::RepeatedItem);
    finds_only(
        |all| all.items[0].scale = "A7".to_owned(),
        "items.SIG1.scale",
        Fault::UnknownValue { allowed: vec!["A5", "E5"] },
    );
    finds_only(
        |all| all.items[0].facet = Some("fear".to_owned()),
        "items.SIG1.facet",
        Fault::UnknownValue { allowed: vec![] },
    );
    finds(|all| drop(all.items[0].text.remove(&Role::Manager)), "items.SIG1.text.manager", Fault::Missing);
    finds_only(
        |all| all.items.iter_mut().find(|item| item.id == "SIG2").unwrap().key = Key::Positive,
        "items.SIG1",
        Fault::NotOpposite { other: "SIG2".to_owned() },
    );
}

#[test]
fn planted_faults_in_the_order() {
    finds_only(|all| drop(full(all).remove(0)), "order.full.manager.R1", Fault::Missing);
    finds_only(|all| full(all)[1].push("SIG3".to_owned()), "order.full.manager.4.4", Fault::RepeatedItem);
    finds_only(|all| drop(full(all)[1].remove(0)), "items.SIG1.text.manager", Fault::NeverShown);
    finds_only(|all| full(all)[1].push("SIG9".to_owned()), "order.full.manager.1.SIG9", Fault::UnknownItem);
    finds_only(|all| full(all)[1].push("CUL5".to_owned()), "items.CUL5.text.manager", Fault::Missing);
    finds_only(
        |all| full(all)[2].push("FRIG".to_owned()),
        "order.full.manager.2.6",
        Fault::ItemOfAnotherForm,
    );
    finds_only(
        |all| full(all)[2].push(PAGE_OF_RANKING.to_owned()),
        "order.full.manager.2.6",
        Fault::RepeatedItem,
    );
}

#[test]
fn planted_faults_in_the_ranking() {
    finds_only(|all| all.attribution.question.clear(), "attribution.question", Fault::Missing);
    finds_only(
        |all| all.attribution.options[1].id = "c1".to_owned(),
        "attribution.options.c1",
        Fault::RepeatedOption,
    );
    finds_only(|all| drop(all.attribution.options.pop()), "attribution.options.o3", Fault::Missing);
}

#[test]
fn the_built_in_instrument_has_its_counts() {
    finds(
        |all| drop(full(all)[1].remove(0)),
        "order.full.manager",
        Fault::WrongCount { expected: 39, found: 38 },
    );
    finds(
        |all| all.items[2].key = Key::Negative,
        "order.full.manager.+",
        Fault::WrongCount { expected: 18, found: 17 },
    );
    finds(|all| all.items.retain(|item| item.id != "SIG2"), "items.SIG2", Fault::Missing);
}

#[test]
fn an_empty_instrument_is_not_sound() {
    assert!(!check(&Instrument::default()).is_empty());
}

/// The built-in instrument with items lost and doubled, and pages filled at random.
fn any_instrument() -> impl Strategy<Value = Instrument> {
    let kept = prop::collection::vec(0_usize..48, 0..60);
    let page = prop::collection::vec(0_usize..50, 0..8);
    let pages = prop::collection::vec(prop::collection::vec(page, 0..6), 6);
    (kept, pages).prop_map(|(kept, pages)| {
        let mut changed = instrument().clone();
        let id = |place: usize| match instrument().items.get(place) {
            Some(item) => item.id.clone(),
            None => PAGE_OF_RANKING.to_owned(),
        };
        changed.items = kept.into_iter().map(|place| instrument().items[place].clone()).collect();
        let named = |pages: Vec<Vec<usize>>| -> Vec<Vec<String>> {
            pages.into_iter().map(|page| page.into_iter().map(id).collect()).collect()
        };
        let mut pages = pages.into_iter().map(named);
        for roles in changed.order.values_mut() {
            for order in roles.values_mut() {
                *order = pages.next().unwrap_or_default();
            }
        }
        changed
    })
}

proptest! {
    #[test]
    fn an_unsound_instrument_makes_nothing_panic(changed in any_instrument(), rating in 1_u8..=5) {
        prop_assert!(!check(&changed).is_empty());
        for form in Form::ALL {
            for role in Role::ALL {
                let shown = changed.items_shown(form, role);
                let answers = shown.iter().map(|item| (item.id.clone(), rating.into()));
                let answers = answers.collect::<serde_json::Map<_, _>>().into();
                let value = support::response_value(role, form, &answers);
                if let Ok(response) = middle_layer::response::read(&(&value).into(), &changed) {
                    let evaluation = evaluate(&response, &changed).unwrap();
                    prop_assert!(evaluation.diagnosis.moves.len() <= 5);
                }
            }
        }
    }
}
