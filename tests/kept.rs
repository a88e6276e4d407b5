//! Files and drafts of earlier versions open in this one: a campaign that runs survives a new version.
//!
//! `tests/data/kept/` has a folder for each version that was released, with what that version wrote. They are never
//! changed. For a new release they are written by
//! `KEEP_FILES_IN=tests/data/kept/<version> cargo test --test kept`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::rc::Rc;
use std::{env, fs};

use middle_layer::incentive::Parameter;
use middle_layer::instrument::{Form, Instrument, Responsibility, Role};
use middle_layer::json::{Writer, parse};
use middle_layer::pace::{self, Quantity};
use middle_layer::response::{self, Answer, Pilot};
use middle_layer::session::inventory::{self, Edit, Figure, Inventory, Word};
use middle_layer::session::{
    Action, Draft, Place, Presets, Reading, ScoreList, Session, Shareable, View, read_draft,
};

const NOW: u64 = 1_795_000_000_000;

struct Kept {
    draft: String,
    answers: String,
    path: String,
    steps: String,
    instrument: String,
}

/// Somebody who has used everything.
fn busy() -> Session {
    let instrument = Instrument::built_in();
    let golden = parse(include_str!("data/pace_paths.json")).unwrap();
    let path = pace::read(golden.get("BIG").unwrap()).unwrap();
    let presets = Presets { view: View::Take, ..Presets::default() };
    let mut session = Session::begin(instrument, presets, Ok(None), "0123456789abcdef".repeat(2), NOW);
    let mut actions = vec![
        Action::SetRollout("Letter drafts, “second wave”".to_owned()),
        Action::SetRole(Role::Manager),
        Action::SetForm(Form::Full),
        Action::SetUnit("Claims & service".to_owned()),
        Action::SetPilot(Pilot::Yes),
        Action::Rank("s1".to_owned()),
        Action::Rank("o1".to_owned()),
    ];
    for (number, item) in instrument.items_shown(Form::Full, Role::Manager).into_iter().enumerate() {
        let answer = match number % 7 {
            6 => Answer::NotApplicable,
            rest => Answer::Rating(u8::try_from(rest % 5 + 1).unwrap()),
        };
        actions.push(Action::SetAnswer(item.id.clone(), Some(answer)));
    }
    for responsibility in Responsibility::ALL {
        actions.push(Action::SetScore(ScoreList::Weights, responsibility, Some(2.0)));
        actions.push(Action::SetScore(ScoreList::Settled, responsibility, Some(1.0)));
    }
    actions.push(Action::SetParameter(Parameter::ALL[0], Some(4.0)));
    actions.push(Action::SetPath(Some(Rc::new(Inventory { path, ..Inventory::default() }))));
    actions.push(Action::EditPath(Edit::Figure(Figure::Step(1, Quantity::TouchDays), Some(0.25))));
    actions.push(Action::EditPath(Edit::Word(Word::Currency, "EUR".to_owned())));
    actions.push(Action::Share(Shareable::Scorecard, true));
    actions.push(Action::Share(Shareable::Path, true));
    actions.push(Action::Go(Place::Result));
    for (action, later) in actions.into_iter().zip(1..) {
        session = session.reduce(&action, instrument, NOW + later);
    }
    session
}

fn written(session: &Session) -> Kept {
    let inventory = session.draft.path.value.as_deref().unwrap();
    let mut path = Writer::spacious();
    inventory::write(inventory, &mut path);
    let response = session.response(Instrument::built_in(), "2026-W48").unwrap();
    Kept {
        draft: session.draft.to_text(),
        answers: response::write(&response),
        path: path.finish(),
        steps: inventory::write_table(&inventory.path),
        instrument: include_str!("../docs/instrument-example.json").to_owned(),
    }
}

const NAMES: [&str; 5] =
    ["draft.json", "answers.middle-layer.json", "path.json", "steps.csv", "instrument.json"];

/// What each version that was released has written.
fn kept() -> Vec<(String, Kept)> {
    let mut all = Vec::new();
    for folder in fs::read_dir("tests/data/kept").unwrap() {
        let folder = folder.unwrap();
        let [draft, answers, path, steps, instrument] =
            NAMES.map(|name| fs::read_to_string(folder.path().join(name)).unwrap());
        all.push((
            folder.file_name().into_string().unwrap(),
            Kept { draft, answers, path, steps, instrument },
        ));
    }
    assert!(!all.is_empty());
    all
}

fn open_draft(text: &str) -> Box<Draft> {
    match read_draft(text, Instrument::built_in(), NOW) {
        Reading::Draft { draft, .. } => draft,
        Reading::SetAside(reason) => panic!("set aside: {reason:?}"),
    }
}

#[test]
fn what_this_version_writes_is_written_on_demand_and_read_again() {
    let session = busy();
    let written = written(&session);
    if let Ok(folder) = env::var("KEEP_FILES_IN") {
        fs::create_dir_all(&folder).unwrap();
        let Kept { draft, answers, path, steps, instrument } = &written;
        let texts = [draft, answers, path, steps, instrument];
        for (name, text) in NAMES.iter().zip(texts) {
            fs::write(format!("{folder}/{name}"), text).unwrap();
        }
    }
    assert_eq!(*open_draft(&written.draft), session.draft);
    let inventory = inventory::read_text(&written.path).unwrap();
    assert_eq!(Some(&inventory), session.draft.path.value.as_deref());
}

#[test]
fn drafts_open_with_all_that_is_in_them() {
    let asked = Instrument::built_in().items_shown(Form::Full, Role::Manager).len();
    for (version, kept) in kept() {
        let draft = open_draft(&kept.draft);
        assert_eq!(draft.answers.len(), asked, "{version}");
        assert_eq!(
            draft.answers.iter().filter(|(_, answer)| answer.value.is_some()).count(),
            asked,
            "{version}"
        );
        assert_eq!(draft.rollout.value.as_deref(), Some("Letter drafts, “second wave”"), "{version}");
        assert_eq!(draft.unit.value.as_deref(), Some("Claims & service"), "{version}");
        assert_eq!(
            (draft.role.value, draft.form.value, draft.pilot.value),
            (Some(Role::Manager), Some(Form::Full), Some(Pilot::Yes)),
            "{version}"
        );
        assert_eq!(draft.attribution.value, ["s1", "o1"], "{version}");
        assert_eq!(draft.place, Place::Result, "{version}");
        assert!(draft.shared.value.scorecard && draft.shared.value.path, "{version}");
        let session = Session::begin(
            Instrument::built_in(),
            Presets::default(),
            Ok(Some(kept.draft)),
            "1".repeat(32),
            NOW,
        );
        assert!(session.complete_scorecard(Instrument::built_in()).is_some(), "{version}");
        assert_eq!(session.sound_path().map(|path| path.path.steps.len()), Some(busy_steps()), "{version}");
    }
}

fn busy_steps() -> usize {
    let golden = parse(include_str!("data/pace_paths.json")).unwrap();
    pace::read(golden.get("BIG").unwrap()).unwrap().steps.len()
}

#[test]
fn response_files_open_and_are_saved_with_nothing_lost() {
    for (version, kept) in kept() {
        let response = response::read_text(&kept.answers, Instrument::built_in()).unwrap();
        assert!(response.incentive.is_some() && response.path.is_some(), "{version}");
        let (now, then) = (parse(&response::write(&response)).unwrap(), parse(&kept.answers).unwrap());
        for (name, value) in then.as_object().unwrap().fields() {
            if name != "version" && name != "instrument" {
                assert_eq!(now.get(name), Some(value), "{version}: {name}");
            }
        }
    }
}

#[test]
fn an_organisations_own_questions_are_still_sound() {
    for (version, kept) in kept() {
        let instrument = middle_layer::instrument::read_text(&kept.instrument);
        assert!(instrument.is_ok(), "{version}: {:?}", instrument.err());
    }
}

#[test]
fn paths_and_tables_open() {
    for (version, kept) in kept() {
        let inventory = inventory::read_text(&kept.path).unwrap();
        assert_eq!(inventory.path.steps.len(), busy_steps(), "{version}");
        assert_eq!(inventory.path.steps[1].given(Quantity::TouchDays), Some(0.25), "{version}");
        assert_eq!(inventory.currency, "EUR", "{version}");
        assert_eq!(inventory::read_table(&kept.steps).unwrap(), inventory.path.steps, "{version}");
    }
}
