//! A path as a person works on it: what can be done to it, its files, and the way back.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::instrument::Instrument;
use middle_layer::json::Writer;
use middle_layer::pace::{
    Assumption, Assumptions, Change, Link, PathInput, PlanOptions, Quantity, Rates, StepKind, WhatIf, check,
    plan,
};
use middle_layer::problem::{Fault, Problem};
use middle_layer::session::inventory::{
    Certainty, Edit, Figure, Flag, Inventory, Word, read_table, read_text, write, write_table,
};
use middle_layer::session::{Action, Place, Presets, Session, View, read_draft};
use proptest::prelude::*;
use support::paths::{Making, any_path};

fn golden(name: &str) -> PathInput {
    let all: serde_json::Value = serde_json::from_str(include_str!("data/pace_paths.json")).unwrap();
    middle_layer::pace::read(&(&all[name]).into()).unwrap()
}

fn of(path: PathInput) -> Inventory {
    Inventory { path, ..Inventory::default() }
}

fn text(inventory: &Inventory) -> String {
    let mut out = Writer::spacious();
    write(inventory, &mut out);
    out.finish()
}

fn ids(inventory: &Inventory) -> Vec<&str> {
    inventory.path.steps.iter().map(|step| &*step.id).collect()
}

fn done(mut inventory: Inventory, edits: &[Edit]) -> Inventory {
    for edit in edits {
        inventory.apply(edit);
    }
    inventory
}

#[test]
fn everything_that_was_entered_comes_back_from_the_file() {
    let edits = [
        Edit::Word(Word::Currency, " kEUR ".to_owned()),
        Edit::Word(Word::Certainty(Figure::Step(1, Quantity::WaitDays)), "measured".to_owned()),
        Edit::Word(Word::Certainty(Figure::PlannedDays), "estimated".to_owned()),
        Edit::Figure(Figure::CostOfDelay, Some(0.3)),
        Edit::Figure(Figure::Assumption(Assumption::DelegateDays), Some(2.5)),
        Edit::Observed(vec![62.0, 88.5]),
        Edit::Word(Word::Change(2), "merge".to_owned()),
        Edit::Keep("First, \"bold\" try".to_owned()),
        Edit::Word(Word::Change(8), "retire".to_owned()),
        Edit::Word(Word::Name(0), "Bü, \"ild\"\nit".to_owned()),
    ];
    let inventory = done(of(golden("BIG")), &edits);
    assert_eq!(inventory.currency, "kEUR");
    assert_eq!(inventory.scenarios[0].changes.len(), 1);
    assert_eq!(inventory.changes.len(), 2);
    assert_eq!(read_text(&text(&inventory)), Ok(inventory));
}

#[test]
fn a_bare_path_as_the_engine_takes_it_is_a_file_too() {
    let path = golden("BIG");
    let mut out = Writer::compact();
    middle_layer::pace::write(&path, &mut out);
    assert_eq!(read_text(&out.finish()), Ok(of(path)));
}

proptest! {
    #[test]
    fn any_path_comes_back_from_its_file_and_from_its_table(path in any_path(Making::ANY)) {
        let inventory = of(path);
        let table = write_table(&inventory.path);
        prop_assert_eq!(read_table(&table), Ok(inventory.path.steps.clone()));
        prop_assert_eq!(read_text(&text(&inventory)), Ok(inventory));
    }

    #[test]
    fn whatever_is_moved_or_removed_the_steps_go_together(
        path in any_path(Making::ANY),
        edits in prop::collection::vec((0_usize..12, 0_usize..12, 0_u8..5), 1..12),
    ) {
        let mut inventory = of(path);
        for (first, second, kind) in edits {
            inventory.apply(&match kind {
                0 => Edit::Remove(first),
                1 => Edit::Flag(Flag::Joined(first), second % 2 == 0),
                2 => Edit::Word(Word::Kind(first), if second % 2 == 0 { "work" } else { "board" }.to_owned()),
                _ => Edit::Shift(first, second),
            });
            let work = inventory.path.steps.iter().any(|step| !step.is_control());
            let controls = inventory.path.steps.iter().filter(|step| step.is_control()).count();
            if work && controls <= 12 {
                prop_assert_eq!(check(&inventory.path), vec![], "{:?}", inventory.path);
            }
        }
    }

    #[test]
    fn what_a_plan_says_is_what_its_changes_come_to(
        path in any_path(Making { controls: 4, ..Making::ANY }),
        cautious in any::<bool>(),
    ) {
        let rates = if cautious { Rates::Cautious } else { Rates::Point };
        let planned = plan(&path, &PlanOptions { rates, min_protection: 0.9, ..PlanOptions::default() }).unwrap();
        let mut model = WhatIf::new(&path, Assumptions::default()).unwrap();
        let trial = model.trial(&planned.changes).unwrap();
        prop_assert!((trial.lead_time - planned.lead_time).abs() < 1e-9);
        let share = if cautious { trial.protection_cautious } else { trial.protection };
        prop_assert!((share - planned.protection_share).abs() < 1e-9);
        prop_assert_eq!(model.after(&path, &planned.changes), planned.path);
        let days: f64 = model.days(&planned.changes).iter().map(|node| node.days).sum();
        prop_assert!((days - trial.lead_time).abs() < 1e-9);
    }
}

#[test]
fn changes_that_are_not_offered_or_do_not_go_together_have_no_figures() {
    let path = golden("BIG");
    let inventory = of(path.clone());
    let mut model = WhatIf::new(&path, Assumptions::default()).unwrap();
    assert!((model.lead_time - 90.575_836_787_0).abs() < 1e-8);
    let with = |changes: &[(&str, Change)]| {
        let changes = changes.iter().map(|(id, change)| ((*id).to_owned(), *change)).collect();
        inventory.by_position(&changes)
    };
    // C1 is protected; C3 would be merged into C1, C4 into C3.
    assert_eq!(model.trial(&with(&[("C1", Change::Retire)])), None);
    assert!(model.trial(&with(&[("C4", Change::Merge)])).is_some());
    assert_eq!(model.trial(&with(&[("C4", Change::Merge), ("C3", Change::Retire)])), None);
    assert_eq!(model.trial(&with(&[("C4", Change::Merge), ("C3", Change::Merge)])), None);
    let today = model.trial(&with(&[])).unwrap();
    assert!(
        (today.protection - 1.0).abs() < 1e-12 && (today.pace_fraction.unwrap() - 0.331_214_163).abs() < 1e-8
    );
}

#[test]
fn tables_of_a_spreadsheet_are_read_as_they_come() {
    let steps = "\u{feff}kind;id;name;touchDays;returnChance;planned\r\nwork;w;\"Fit; then \"\"try\"\"\";2,5;;\r\n\
                 board;c;'=SUM(A1);;0,25;TRUE\r\n;;;;;\r\n";
    let steps = read_table(steps).unwrap();
    assert_eq!(steps.len(), 2);
    assert_eq!(steps[0].name.as_deref(), Some("Fit; then \"try\""));
    assert_eq!(steps[0].given(Quantity::TouchDays), Some(2.5));
    assert_eq!(steps[1].name.as_deref(), Some("=SUM(A1)"));
    assert_eq!((steps[1].given(Quantity::ReturnChance), steps[1].planned), (Some(0.25), Some(true)));
}

#[test]
fn a_name_that_a_spreadsheet_would_run_is_only_a_name_and_comes_back() {
    let inventory = done(of(golden("L1")), &[Edit::Word(Word::Name(1), "=HYPERLINK(\"x\")".to_owned())]);
    let table = write_table(&inventory.path);
    assert!(table.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{table}");
    assert_eq!(read_table(&table), Ok(inventory.path.steps));
}

#[test]
fn an_example_is_one_as_long_as_it_has_its_figures() {
    let words = middle_layer::text::Locale::English.path();
    let examples = words.templates.map(|template| read_text(template.json).unwrap());
    for (mine, inventory) in examples.iter().enumerate() {
        for (other, example) in examples.iter().enumerate() {
            assert_eq!(inventory.has_figures_of(&example.path), mine == other);
        }
        let edited = |edit| done(inventory.clone(), &[edit]).has_figures_of(&inventory.path);
        assert!(edited(Edit::Word(Word::Name(1), "Our own board".to_owned())));
        assert!(edited(Edit::Word(Word::Currency, "EUR".to_owned())));
        assert!(!edited(Edit::Figure(Figure::Step(0, Quantity::TouchDays), Some(77.0))));
        assert!(!edited(Edit::Figure(Figure::PlannedDays, None)));
        assert!(!edited(Edit::Remove(0)));
    }
}

#[test]
fn what_is_wrong_with_a_table_or_a_file_is_named() {
    let unknown = read_table("id,kind,color\nw,work,red\n").unwrap_err();
    assert_eq!(unknown, [Problem::new("columns.color", Fault::UnknownField)]);
    assert_eq!(read_table("id,name\nw,Build\n").unwrap_err(), [Problem::new("columns.kind", Fault::Missing)]);
    for neither in ["", "\u{fffd}PNG\r\n\u{1a}", "Dear colleague,\n", "[]"] {
        let found = String::new();
        assert_eq!(read_table(neither).unwrap_err(), [Problem::new("", Fault::UnknownFormat { found })]);
    }
    let unnumbered = read_table("name;kind;touchDays\nBuild;work;2,5\nBoard;board;\n").unwrap();
    assert_eq!((unnumbered[1].id.as_str(), unnumbered[0].given(Quantity::TouchDays)), ("s2", Some(2.5)));
    let wrong = read_table("id,kind,touchDays,returnChance\nw,work,many,\nc,board,1,2\n").unwrap_err();
    assert_eq!(wrong[0].path, "steps.0.touchDays");
    assert_eq!(wrong[1].path, "steps.1.returnChance");
    let code = |text: &str| read_text(text).unwrap_err()[0].fault.code();
    assert_eq!(code("no"), "not-json");
    assert_eq!(code("{\"format\":\"middle-layer/response\"}"), "unknown-format");
    assert_eq!(code("{}"), "unknown-format");
    assert_eq!(code("{\"steps\":1}"), "wrong-type");
    assert_eq!(code("{\"format\":\"middle-layer/path\",\"version\":2}"), "unknown-version");
    assert_eq!(code("{\"format\":\"middle-layer/path\",\"version\":1}"), "missing");
    let path = "\"path\":{\"steps\":[{\"id\":\"w\",\"kind\":\"work\"}]}";
    let more =
        |field: &str| code(&format!("{{\"format\":\"middle-layer/path\",\"version\":1,{path},{field}}}"));
    assert_eq!(more("\"certainty\":{\"w.touchDays\":\"sure\"}"), "unknown-value");
    assert_eq!(more("\"assumptions\":{\"delegateDays\":-1}"), "out-of-range");
    assert_eq!(more("\"scenarios\":[{\"name\":\"a\"}]"), "missing");
    assert_eq!(more("\"colour\":1"), "unknown-field");
}

#[test]
fn what_refers_to_a_step_that_goes_refers_to_nothing() {
    let big = of(golden("BIG"));
    assert_eq!(big.path.steps[2].link(Link::Backup), Some("C1"));
    let without = done(big, &[Edit::Word(Word::Change(1), "streamline".to_owned()), Edit::Remove(1)]);
    assert_eq!(ids(&without), ["W1", "C2", "C3", "C4", "W2", "C5", "C6", "C7", "W3"]);
    assert_eq!(without.path.steps[1].link(Link::Backup), None);
    assert_eq!(without.path.steps[1].given(Quantity::BackupCatchShare), None);
    assert!(without.changes.is_empty());
}

#[test]
fn steps_side_by_side_run_in_parallel_and_apart_they_do_not() {
    let big = of(golden("BIG"));
    assert!(big.joined(4) && !big.joined(3));
    let three = done(big, &[Edit::Flag(Flag::Joined(3), true)]);
    assert!(three.joined(3) && three.joined(4));
    let split = done(three.clone(), &[Edit::Flag(Flag::Joined(4), false)]);
    assert!(split.joined(3) && !split.joined(4));
    let moved = done(three, &[Edit::Shift(4, 9)]);
    assert!(moved.joined(3) && !moved.joined(9));
    assert_eq!(check(&moved.path), []);
}

#[test]
fn a_figure_that_is_taken_away_is_no_longer_sure() {
    let figure = Figure::Step(1, Quantity::WaitDays);
    let sure = done(of(golden("L1")), &[Edit::Word(Word::Certainty(figure), "measured".to_owned())]);
    assert_eq!((sure.certainty("C1.waitDays"), sure.sure().measured), (Certainty::Measured, 1));
    let gone = done(sure, &[Edit::Figure(figure, None)]);
    assert_eq!((gone.certainty("C1.waitDays"), gone.sure().measured), (Certainty::Guessed, 0));
}

#[test]
fn a_new_step_has_an_id_of_its_own_and_a_full_path_takes_no_more() {
    let mut inventory = Inventory::default();
    for _ in 0..70 {
        inventory.apply(&Edit::Add(StepKind::Work));
    }
    assert_eq!(inventory.path.steps.len(), 60);
    inventory.apply(&Edit::Remove(0));
    inventory.apply(&Edit::Add(StepKind::Work));
    assert_eq!(check(&inventory.path), []);
}

fn sitting(view: View) -> Session {
    let presets = Presets { view, ..Presets::default() };
    Session::begin(Instrument::built_in(), presets, Ok(None), "0".repeat(32), 1)
}

#[test]
fn changes_of_a_path_can_be_taken_back_and_done_again() {
    let instrument = Instrument::built_in();
    let mut session = sitting(View::Path);
    assert_eq!(session.draft.place, Place::Path);
    assert_eq!(session.path_history(), (false, false));
    for action in [
        Action::EditPath(Edit::Add(StepKind::Work)),
        Action::EditPath(Edit::Word(Word::Name(0), "Build".to_owned())),
        Action::UndoPath,
        Action::UndoPath,
    ] {
        session = session.reduce(&action, instrument, 5);
    }
    assert_eq!(session.draft.path.value, None);
    assert_eq!(session.path_history(), (false, true));
    for _ in 0..3 {
        session = session.reduce(&Action::RedoPath, instrument, 6);
    }
    let name = session.draft.path.value.as_ref().and_then(|inventory| inventory.path.steps[0].name.clone());
    assert_eq!(name.as_deref(), Some("Build"));
    session = session.reduce(&Action::UndoPath, instrument, 7);
    session = session.reduce(&Action::EditPath(Edit::Add(StepKind::Board)), instrument, 8);
    assert_eq!(
        session.path_history(),
        (true, false),
        "what was taken back is gone once something else is done"
    );
}

#[test]
fn a_path_is_kept_with_the_draft_also_while_it_does_not_go_together() {
    let instrument = Instrument::built_in();
    let mut session = sitting(View::Path);
    for edit in [
        Edit::Add(StepKind::Board),
        Edit::Figure(Figure::Step(0, Quantity::TimesCaught), Some(3.0)),
        Edit::Word(Word::Currency, "EUR".to_owned()),
    ] {
        session = session.reduce(&Action::EditPath(edit), instrument, 5);
    }
    assert!(session.sound_path().is_none());
    let middle_layer::session::Reading::Draft { draft, .. } =
        read_draft(&session.draft.to_text(), instrument, 6)
    else {
        panic!("the draft was set aside");
    };
    assert_eq!(*draft, session.draft);
}

#[test]
fn the_path_on_its_own_leaves_the_questions_where_they_were() {
    let instrument = Instrument::built_in();
    let mut session = sitting(View::Take);
    for action in [Action::SetRole(middle_layer::instrument::Role::Manager), Action::Go(Place::Page(2))] {
        session = session.reduce(&action, instrument, 5);
    }
    let begin = |view, text: &str| {
        let presets = Presets { view, ..Presets::default() };
        Session::begin(instrument, presets, Ok(Some(text.to_owned())), "1".repeat(32), 9)
    };
    let path = begin(View::Path, &session.draft.to_text());
    assert_eq!(path.draft.place, Place::Path);
    let path = path.reduce(&Action::EditPath(Edit::Add(StepKind::Work)), instrument, 10);
    let back = begin(View::Take, &path.draft.to_text());
    assert!(matches!(back.draft.place, Place::Page(_)), "{:?}", back.draft.place);
    assert!(back.draft.path.value.is_some());
}

// What fuzzing found.

#[test]
fn an_id_comes_back_from_the_table_as_it_was_read() {
    let file = r#"{"steps":[{"id":" W1\t","kind":"work"},{"id":"C1","kind":"board","returnsTo":"\tW1"},
        {"id":"'=1","kind":"board"},{"id":"'\t1","kind":"board","name":"''-1","backup":"'=1"}]}"#;
    let inventory = read_text(file).unwrap();
    assert_eq!(ids(&inventory), ["W1", "C1", "'=1", "'\t1"]);
    assert_eq!(read_table(&write_table(&inventory.path)), Ok(inventory.path.steps));
}

#[test]
fn what_is_said_of_a_table_is_short_whatever_is_in_it() {
    let long = "x".repeat(100_000);
    let problems = read_table(&format!("kind,{long}\nwork,\n")).unwrap_err();
    assert_eq!(problems, [Problem::new(format!("columns.{}…", &long[..40]), Fault::UnknownField)]);
    let many = read_table(&["kind,", &"a,".repeat(100_000)].concat()).unwrap_err();
    assert_eq!(many.len(), middle_layer::problem::MOST_PROBLEMS);
}
