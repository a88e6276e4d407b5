//! An organisation's own instrument file: the example of the guide is sound, and each rule that is broken is named with
//! its exact place and what to do.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::evaluation::versions;
use middle_layer::instrument::{Form, Instrument, LARGEST_FILE, Role, read_sound, read_text};
use middle_layer::response;
use middle_layer::text::problem_message;
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../docs/instrument-example.json");

fn example() -> Value {
    serde_json::from_str(EXAMPLE).unwrap()
}

/// All that is said about the example after a change: places with sentences.
fn said(change: impl FnOnce(&mut Value)) -> Vec<(String, String)> {
    let mut file = example();
    change(&mut file);
    let problems = read_sound(&(&file).into()).err().unwrap_or_default();
    problems.iter().map(|problem| (problem.path.clone(), problem_message(problem))).collect()
}

/// A change brings this one problem and no other.
fn check(change: impl FnOnce(&mut Value), path: &str, sentence: &str) {
    assert_eq!(said(change), [(path.to_owned(), sentence.to_owned())]);
}

#[test]
fn the_example_is_sound() {
    let own = read_text(EXAMPLE).unwrap();
    assert!(!own.is_built_in());
    assert_eq!(own.words.roles[&Role::Frontline], "Claims handler");
    assert_eq!(own.words.role_details.get(&Role::Manager), None);
    assert_eq!((own.words.unit.as_str(), own.words.rollout.as_str()), ("Department", "Programme"));
    assert_eq!(own.links.ask.as_ref().unwrap().label, "Jo Berg, programme office");
    assert_eq!(own.links.hand_in.as_ref().unwrap().until, "2026-12-18");
    assert!(own.items_shown(Form::Full, Role::Manager).iter().any(|item| item.id == "ACME1"));
    assert_eq!(own.fingerprint(), &own.hash[..12]);
    assert_eq!(versions(&own).instrument, format!("2026-12+{}", own.hash));
    assert_eq!(versions(Instrument::built_in()).instrument, Instrument::built_in().version);
}

#[test]
fn nothing_of_the_example_is_lost_in_reading_it() {
    let mut file = example();
    file.as_object_mut().unwrap().remove("$schema");
    let mut read = serde_json::to_value(read_text(EXAMPLE).unwrap()).unwrap();
    read.as_object_mut().unwrap().remove("hash");
    assert_eq!(read, file);
}

#[test]
fn the_built_in_file_is_read_as_itself() {
    assert!(read_text(include_str!("../static/instrument.json")).unwrap().is_built_in());
}

#[test]
fn files_that_are_no_instrument() {
    let said = |text: &str| problem_message(&read_text(text).unwrap_err()[0]);
    assert_eq!(said("{\n oops"), "The input is not valid JSON; the first error is in line 2, column 2.");
    assert_eq!(said("[]"), "The input must be an object.");
    let large = format!("{}{EXAMPLE}", " ".repeat(LARGEST_FILE));
    assert!(said(&large).ends_with("at most 1048576 are read; send a smaller one."));
    assert!(said(&"[".repeat(1000)).contains("nested too deep"));
    assert!(read_text(&format!("\u{feff}{EXAMPLE}")).is_ok());
}

#[test]
fn the_whole() {
    check(
        |all| drop(all.as_object_mut().unwrap().remove("title")),
        "title",
        "The field “title” is missing; add it.",
    );
    check(|all| all["title"] = json!(" "), "title", "The field “title” is missing; add it.");
    check(|all| all["titel"] = json!("x"), "titel", "The field “titel” is not known here; remove it.");
    check(
        |all| all["id"] = json!("middle-layer"),
        "id",
        "The field “id” is that of the built-in questions; give your own questions an id of their own.",
    );
    check(
        |all| all["id"] = json!("our questions"),
        "id",
        "The field “id” must be 1 to 64 letters, digits, “-” or “_”.",
    );
    check(
        |all| all["version"] = json!("1".repeat(65)),
        "version",
        "The field “version” is too long; use at most 64 characters.",
    );
}

#[test]
fn scales_and_constructs() {
    check(
        |all| drop(all["scales"]["A5"].as_array_mut().unwrap().pop()),
        "scales.A5",
        "The field “scales.A5” must have 5 entries and has 4; add or remove some.",
    );
    check(
        |all| all["scales"]["A7"] = json!(["a"]),
        "scales.A7",
        "The field “scales.A7” is not known here; remove it.",
    );
    check(
        |all| drop(all["constructs"].as_object_mut().unwrap().remove("SIG")),
        "constructs.SIG",
        "The field “constructs.SIG” is missing; add it.",
    );
    check(
        |all| all["constructs"]["SIG"]["note"] = json!(""),
        "constructs.SIG.note",
        "The field “constructs.SIG.note” is not known here; remove it.",
    );
}

#[test]
fn items() {
    let found = said(|all| all["items"][0]["id"] = json!("SIG 1"));
    let sentence = "The field “items.SIG 1.id” must be 1 to 64 letters, digits, “-” or “_”.";
    assert_eq!(found[0], ("items.SIG 1.id".to_owned(), sentence.to_owned()));
    check(
        |all| all["attribution"]["options"][0]["id"] = json!(""),
        "attribution.options..id",
        "The field “attribution.options..id” must be 1 to 64 letters, digits, “-” or “_”.",
    );
    check(
        |all| all["items"][0]["key"] = json!("plus"),
        "items.0.key",
        "The field “items.0.key” must be \"+\" or \"-\".",
    );
    check(
        |all| all["items"][0]["construct"] = json!("SIGNS"),
        "items.0.construct",
        "The field “items.0.construct” must be \"SIG\", \"ATT\", \"FRI\", \"INC\", \"ACC\", \"MEA\", \"DEC\", \"CTL\", \
         \"EXC\", \"MAN\", \"AUT\" or \"CUL\".",
    );
    check(
        |all| all["items"][0]["facet"] = json!("fear"),
        "items.SIG1.facet",
        "The field “items.SIG1.facet” must be left out.",
    );
    check(
        |all| all["items"][0]["text"]["manager"] = json!("x".repeat(201)),
        "items.SIG1.text.manager",
        "The field “items.SIG1.text.manager” is too long; use at most 200 characters.",
    );
    check(
        |all| all["items"][0]["text"]["leader"] = json!("x"),
        "items.0.text.leader",
        "The field “items.0.text.leader” is not known here; remove it.",
    );
    check(
        |all| all["items"][0]["weight"] = json!(2),
        "items.0.weight",
        "The field “items.0.weight” is not known here; remove it.",
    );
    check(
        |all| all["items"][1]["key"] = json!("+"),
        "items.SIG1",
        "The field “items.SIG1” is compared with SIG2 as its opposite; give the two opposite keys.",
    );
}

#[test]
fn the_order() {
    check(
        |all| all["order"]["full"]["manager"][1].as_array_mut().unwrap().push(json!("SIG9")),
        "order.full.manager.1.SIG9",
        "The field “order.full.manager.1.SIG9” names “SIG9”, and no question has that id; give the id of an item.",
    );
    check(
        |all| all["order"]["full"]["manager"][1].as_array_mut().unwrap().push(json!("SIG3")),
        "order.full.manager.4.4",
        "The field “order.full.manager.4.4” stands twice; keep one.",
    );
    check(
        |all| drop(all["order"]["full"]["manager"][1].as_array_mut().unwrap().remove(0)),
        "items.SIG1.text.manager",
        "The field “items.SIG1.text.manager” is on no page; add it to the order or remove it.",
    );
    check(
        |all| drop(all["order"]["full"]["manager"].as_array_mut().unwrap().remove(0)),
        "order.full.manager.R1",
        "The field “order.full.manager.R1” is missing; add it.",
    );
    check(
        |all| all["order"]["full"]["manager"][2].as_array_mut().unwrap().push(json!("FRIG")),
        "order.full.manager.2.6",
        "The field “order.full.manager.2.6” names a question that this form does not ask; take it out.",
    );
}

#[test]
fn the_ranking() {
    check(
        |all| drop(all["attribution"]["options"].as_array_mut().unwrap().pop()),
        "attribution.options.o3",
        "The field “attribution.options.o3” is missing; add it.",
    );
    check(
        |all| all["attribution"]["options"][1]["id"] = json!("c1"),
        "attribution.options.c1",
        "The field “attribution.options.c1” is the id of two options; give each its own.",
    );
}

#[test]
fn words() {
    check(|all| all["words"]["unit"] = json!(""), "words.unit", "The field “words.unit” is missing; add it.");
    check(
        |all| all["words"]["roles"]["manager"] = json!("x".repeat(61)),
        "words.roles.manager",
        "The field “words.roles.manager” is too long; use at most 60 characters.",
    );
    check(
        |all| all["words"]["roles"]["worker"] = json!("x"),
        "words.roles.worker",
        "The field “words.roles.worker” is not known here; remove it.",
    );
    check(
        |all| all["words"]["rollout"] = json!(1),
        "words.rollout",
        "The field “words.rollout” must be a text.",
    );
    check(|all| all["words"] = json!([]), "words", "The field “words” must be an object.");
}

#[test]
fn links() {
    const ADDRESS: &str =
        "must be a plain https:// or mailto: address, without spaces and without a name before the host.";
    for url in [
        json!("javascript:alert(1)"),
        json!("http://acme.example"),
        json!("https://acme.example@evil.example"),
        json!(" https://acme.example"),
        json!("mailto:a@b.example?bcc=c@d.example"),
        json!(5),
    ] {
        check(
            |all| all["links"]["privacy"]["url"] = url.clone(),
            "links.privacy.url",
            &format!("The field “links.privacy.url” {ADDRESS}"),
        );
    }
    check(
        |all| all["links"]["privacy"] = json!({}),
        "links.privacy.url",
        "The field “links.privacy.url” is missing; add it.",
    );
    check(
        |all| all["links"]["handIn"]["until"] = json!("2026-02-30"),
        "links.handIn.until",
        "The field “links.handIn.until” must be a day such as 2026-12-18.",
    );
    check(
        |all| all["links"]["handin"] = json!({}),
        "links.handin",
        "The field “links.handin” is not known here; remove it.",
    );
    check(
        |all| all["links"]["privacy"]["label"] = json!("x"),
        "links.privacy.label",
        "The field “links.privacy.label” is not known here; remove it.",
    );
}

#[test]
fn responses_name_the_questions_they_answer() {
    let own = read_text(EXAMPLE).unwrap();
    let mut value = support::response_value(Role::Manager, Form::Full, &json!({"ACME1": 2}));
    let said = |value: &Value| problem_message(&response::read(&value.into(), &own).unwrap_err()[0]);
    assert_eq!(
        said(&value),
        "The answers belong to the question set “middle-layer”; load that set to read them."
    );
    value["instrument"] = json!({"id": own.id, "version": own.version, "hash": "0123456789abcdef"});
    assert_eq!(
        said(&value),
        "The answers belong to the question set “0123456789ab”; load that set to read them."
    );
    value["instrument"]["hash"] = json!(own.hash);
    assert_eq!(response::read(&(&value).into(), &own).unwrap().instrument.hash, own.hash);
}
