//! Problems in words.

use super::ENGLISH;
use middle_layer::problem::{Expected, Fault, PathFault, Problem};
use middle_layer::text::problem_message;

fn faults() -> Vec<Fault> {
    let found = || "other".to_owned();
    let mut all = vec![
        Fault::TooLarge { bytes: 5_000_000, limit: 1_000_000 },
        Fault::NotJson { line: 1, column: 7 },
        Fault::TooDeep,
        Fault::NotPlainData,
        Fault::Missing,
        Fault::UnknownFormat { found: found() },
        Fault::UnknownVersion { found: found() },
        Fault::OtherInstrument { found: found() },
        Fault::UnknownItem,
        Fault::ItemOfAnotherRole,
        Fault::ItemOfAnotherForm,
        Fault::NotAnAnswer,
        Fault::UnknownOption,
        Fault::RepeatedOption,
        Fault::TooManyOptions { limit: 3 },
        Fault::ExclusiveOption,
        Fault::UnknownValue { allowed: vec!["manager", "executive", "frontline"] },
        Fault::UnknownValue { allowed: vec![] },
        Fault::OutOfRange { minimum: 0.0, maximum: 100.0 },
        Fault::OutOfRange { minimum: 0.0, maximum: f64::INFINITY },
        Fault::OutOfRange { minimum: f64::NEG_INFINITY, maximum: 0.5 },
        Fault::OutOfRange { minimum: f64::NEG_INFINITY, maximum: f64::INFINITY },
        Fault::TooLong { limit: 80 },
        Fault::WrongForm,
        Fault::UnknownField,
        Fault::ReversedInterval,
        Fault::OutOfRange { minimum: f64::MIN_POSITIVE, maximum: 1.0 },
        Fault::TooMany { limit: 60 },
        Fault::Path(PathFault::NoWork),
        Fault::Path(PathFault::TooManyControls),
        Fault::Path(PathFault::RepeatedId),
        Fault::Path(PathFault::UnknownStep),
        Fault::Path(PathFault::ReturnsForward),
        Fault::Path(PathFault::NotAControl),
        Fault::Path(PathFault::SplitGroup),
        Fault::Path(PathFault::MoreCaught),
        Fault::Path(PathFault::CircularBackup),
        Fault::Path(PathFault::MergedHost),
        Fault::Path(PathFault::EndlessReturns),
        Fault::NoWeight,
        Fault::RepeatedItem,
        Fault::NeverShown,
        Fault::WrongCount { expected: 5, found: 4 },
        Fault::NotOpposite { other: "SIG2".to_owned() },
        Fault::ReservedId,
        Fault::NotALink,
    ];
    all.extend(
        [
            Expected::Object,
            Expected::List,
            Expected::Text,
            Expected::Number,
            Expected::WholeNumber,
            Expected::Flag,
        ]
        .map(|expected| Fault::WrongType { expected }),
    );
    all
}

#[test]
fn every_fault_is_one_sentence_at_every_place() {
    for path in [
        "",
        "answers",
        "answers.SIG9",
        "attribution",
        "attribution.1",
        "pages",
        "pages.0",
        "pages.2.seconds",
        "role",
        "week",
        "instrument.id",
        "constructs.INC",
        "a.b.c.d",
        "steps",
        "steps.3",
        "path.steps.3.returnChance",
    ] {
        for fault in faults() {
            let message = problem_message(&Problem::new(path, fault));
            assert!(
                message.ends_with('.') && !message.contains("inf") && !message.contains('{'),
                "{message}"
            );
            assert!(message.starts_with(char::is_uppercase), "{message}");
        }
    }
}

#[test]
fn the_place_is_in_words() {
    let message = |path: &str, fault| problem_message(&Problem::new(path, fault));
    assert_eq!(
        message("answers.SIG1", Fault::NotAnAnswer),
        "The answer to SIG1 must be a whole number from 1 to 5 or \"na\"."
    );
    assert_eq!(
        message("answers.SIG9", Fault::UnknownItem),
        "No question has the id SIG9; correct the id or remove the answer."
    );
    assert_eq!(
        message("attribution.2", Fault::RepeatedOption),
        "Pick 3 of the ranking names an option that was picked before; name each one once."
    );
    assert_eq!(
        message("pages.2.seconds", Fault::WrongType { expected: Expected::WholeNumber }),
        "The field “seconds” in entry 3 of the page times must be a whole number."
    );
    assert_eq!(
        message("role", Fault::UnknownValue { allowed: vec!["manager", "executive", "frontline"] }),
        "The field “role” must be \"manager\", \"executive\" or \"frontline\"."
    );
    assert_eq!(
        message("path.steps.3.returnChance", Fault::OutOfRange { minimum: 0.0, maximum: 0.9 }),
        "The field “returnChance” of step 4 must lie between 0 and 0.9."
    );
    assert_eq!(
        message("steps", Fault::Path(PathFault::NoWork)),
        "The steps of the path have no step of kind \"work\"; add what the unit is for."
    );
    assert_eq!(
        message("steps.0.appliesShare", Fault::OutOfRange { minimum: f64::MIN_POSITIVE, maximum: 1.0 }),
        "The field “appliesShare” of step 1 must be larger than 0 and at most 1."
    );
    assert_eq!(message("role", Fault::Missing), "The field “role” is missing; add it.");
    assert_eq!(
        message("", Fault::TooLarge { bytes: 5_000_000, limit: 1_000_000 }),
        "The input has 5000000 bytes, and at most 1000000 are read; send a smaller one."
    );
}

#[test]
fn a_name_from_the_input_is_cut_where_it_is_too_long_to_print() {
    let message = problem_message(&Problem::new("ü".repeat(10_000), Fault::UnknownField));
    assert!(message.chars().count() < 120, "{message}");
}

#[test]
fn a_file_that_cannot_be_opened_is_explained_without_jargon() {
    for path in ["", "format", "answers.SIG1", "attribution"] {
        for fault in faults() {
            let known_by_people = !matches!(fault, Fault::NotPlainData);
            let problem = Problem::new(path, fault);
            let refusal = (ENGLISH.cannot_open)(&problem);
            assert_eq!(refusal.title, "This file could not be opened");
            // What stands below says it again only where the sentence itself does not.
            assert!(
                !refusal.detailed || !refusal.body.contains(&problem_message(&problem)),
                "{}",
                refusal.body
            );
            assert!(refusal.body.ends_with('.'), "{}", refusal.body);
            assert!(!known_by_people || !refusal.body.contains("JSON"), "{}", refusal.body);
        }
    }
}
