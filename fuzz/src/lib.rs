//! What each target does with an input. Whatever it is, nothing may panic; and what is read must come back from what is
//! written of it.

use std::fmt::Debug;

use libfuzzer_sys as _;
use middle_layer::evaluation::evaluate_with;
use middle_layer::instrument::{self, Form, Instrument, Role, canonical, content_hash};
use middle_layer::json::{Writer, parse};
use middle_layer::pace::{
    self, PaceOptions, PaceResult, PaceRun, PathInput, PlanOptions, PlanSearch, Rates, WhatIf,
};
use middle_layer::problem::Problem;
use middle_layer::response::{self, Answer, InstrumentReference, Response};
use middle_layer::session::inventory::{self, Inventory};
use middle_layer::session::{Action, Place, Presets, Reading, Session, View, read_draft};
use middle_layer::text::problem_message;
use middle_layer::value::Value;

mod mutate;

pub use mutate::mutate;

/// Paths with more controls take too long for millions of runs; fewer have everything that a path can have.
const MOST_CONTROLS: usize = 6;

/// A response file to the built-in questions.
pub fn response_file(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let instrument = Instrument::built_in();
    if let Some(response) = sound(response::read_text(text, instrument)) {
        response_comes_back(&response, instrument);
    }
}

/// An organisation's own questions.
pub fn instrument_file(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let read = instrument::read_text(text);
    if let Ok(value) = instrument::parse_file(text) {
        let canon = canonical(&value);
        let again = parse(&canon).expect("the canonical form is JSON");
        assert_eq!(canonical(&again), canon, "the canonical form has another one");
        assert_eq!(content_hash(&again), content_hash(&value));
        if let Ok(instrument) = &read {
            assert_eq!(instrument.hash, content_hash(&value));
        }
    }
    let Some(instrument) = sound(read) else { return };
    assert_eq!((instrument.hash.len(), instrument.fingerprint().len()), (64, 12));
    let mut bytes = instrument.hash.bytes().cycle();
    for form in Form::ALL {
        for role in Role::ALL {
            let mut response = Response {
                format: response::FORMAT.to_owned(),
                version: response::VERSION,
                instrument: InstrumentReference {
                    id: instrument.id.clone(),
                    version: instrument.version.clone(),
                    hash: instrument.hash.clone(),
                },
                id: "0".repeat(32),
                rollout: None,
                role,
                form,
                unit: None,
                pilot: None,
                answers: middle_layer::table::Table::new(),
                attribution: instrument.attribution.options.first().map(|option| vec![option.id.clone()]),
                pages: None,
                week: None,
                incentive: None,
                path: None,
            };
            for item in instrument.items_shown(form, role) {
                let answer = match bytes.next().unwrap_or_default() % 7 {
                    0 => continue,
                    6 => Answer::NotApplicable,
                    rating => Answer::Rating(rating),
                };
                response.answers.insert(item.id.clone(), answer);
            }
            response_comes_back(&response, &instrument);
        }
    }
}

/// A path from a file, or its steps from a table.
pub fn path_file(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    if let Some(inventory) = sound(inventory::read_text(text)) {
        path_comes_back(&inventory);
    }
    if let Some(steps) = sound(inventory::read_table(text)) {
        let mut inventory = Inventory::default();
        inventory.take_steps(steps);
        path_comes_back(&inventory);
    }
}

/// A draft that the browser kept.
pub fn draft(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let instrument = Instrument::built_in();
    let Reading::Draft { draft, .. } = read_draft(text, instrument, 0) else { return };
    let written = draft.to_text();
    let Reading::Draft { draft: again, questions_changed } = read_draft(&written, instrument, 0) else {
        panic!("the draft is not read again: {written}");
    };
    assert!(!questions_changed);
    assert_eq!(again, draft);
    let mut merged = (*draft).clone();
    merged.merge(&again);
    assert!(merged.says_the_same_as(&draft), "merged with itself it is another one");
    for view in [View::Take, View::Path] {
        let presets = Presets { view, ..Presets::default() };
        let mut session = Session::begin(instrument, presets, Ok(Some(written.clone())), "1".repeat(32), 0);
        for place in [Place::Page(1), Place::Review, Place::Result, Place::Path, Place::WhatIf, Place::Start]
        {
            session = session.reduce(&Action::Go(place), instrument, 1);
            let _ = (session.gaps(instrument), session.progress(instrument), session.previous(instrument));
        }
        let _ = session.sound_path();
        if let Some(response) = session.response_with_models(instrument, "2026-W48") {
            evaluated(&response, instrument);
        }
    }
}

/// Any text of JSON, beside `serde_json`.
pub fn json(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let theirs = serde_json::from_str::<serde_json::Value>(text);
    let ours = parse(text);
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => {
            assert!(same(&ours.clone().into(), theirs), "{ours:?} is not {theirs:?}");
            let canon = canonical(ours);
            let again = parse(&canon).expect("the canonical form is JSON");
            assert!(same(&again.clone().into(), theirs), "{canon} is not {theirs}");
            assert_eq!(canonical(&again), canon);
        }
        (Err(_), Err(_)) => {}
        _ => panic!("one of us reads it: {ours:?}, {theirs:?}"),
    }
}

/// Equal, whatever kind of number they hold.
fn same(ours: &serde_json::Value, theirs: &serde_json::Value) -> bool {
    use serde_json::Value as V;
    match (ours, theirs) {
        (V::Number(ours), V::Number(theirs)) => ours.as_f64() == theirs.as_f64(),
        (V::Array(ours), V::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        (V::Object(ours), V::Object(theirs)) => {
            ours.len() == theirs.len()
                && ours.iter().all(|(name, ours)| theirs.get(name).is_some_and(|theirs| same(ours, theirs)))
        }
        _ => ours == theirs,
    }
}

/// What was read; of every problem there is something to say.
fn sound<T>(read: Result<T, Vec<Problem>>) -> Option<T> {
    let problems = match read {
        Ok(read) => return Some(read),
        Err(problems) => problems,
    };
    assert!(!problems.is_empty() && problems.len() <= middle_layer::problem::MOST_PROBLEMS);
    for problem in &problems {
        assert!(!problem_message(problem).is_empty() && problem.path.len() < 1000);
    }
    None
}

fn response_comes_back(response: &Response, instrument: &Instrument) {
    let text = response::write(response);
    assert_eq!(response::read_text(&text, instrument).as_ref(), Ok(response), "{text}");
    evaluated(response, instrument);
}

fn evaluated(response: &Response, instrument: &Instrument) {
    let pace = response.path.as_ref().and_then(pace_of);
    let evaluation = evaluate_with(response, instrument, pace);
    finite(&evaluation.score);
    finite(&evaluation.figures);
    finite(&evaluation.diagnosis);
    finite(&evaluation.incentive);
    let mut out = Writer::compact();
    out.begin('{');
    out.name("evaluation").value(&evaluation);
    if let Some(incentive) = &evaluation.incentive {
        middle_layer::incentive::write_result(incentive, out.name("incentive"));
    }
    out.end('}');
    assert!(parse(&out.finish()).is_ok());
}

fn path_comes_back(inventory: &Inventory) {
    let mut out = Writer::spacious();
    inventory::write(inventory, &mut out);
    let text = out.finish();
    assert_eq!(inventory::read_text(&text).as_ref(), Ok(inventory), "{text}");
    let path = &inventory.path;
    // A name that is a number with a typeset minus becomes one with a plain minus: tables of charts need that.
    if !text.contains('−') {
        let table = inventory::write_table(path);
        assert_eq!(inventory::read_table(&table).as_ref(), Ok(&path.steps), "{table}");
    }
    if pace_of(path).is_none() {
        return;
    }
    for (rates, max_changes) in [(Rates::Point, None), (Rates::Cautious, Some(1))] {
        let options =
            PlanOptions { rates, max_changes, assumptions: inventory.assumptions, min_protection: 0.9 };
        let mut search = PlanSearch::new(path, &options).expect("the pace was computed");
        for _ in 0..20 {
            if search.step(200) {
                break;
            }
        }
        let plan = search.result(path);
        finite(&(plan.lead_time, plan.pace_fraction, plan.protection_share));
        written(|out| pace::write_plan(&plan, path, out));
        if path.steps.len() <= 12 {
            assert_eq!(pace::check(&plan.path), [], "the path of a plan is none");
        }
    }
    let mut model = WhatIf::new(path, inventory.assumptions).expect("the pace was computed");
    finite(&model.lead_time);
    let changes = inventory.by_position(&inventory.changes);
    if let Some(trial) = model.trial(&changes) {
        finite(&trial);
        for node in model.days(&changes) {
            finite(&node.days);
        }
        assert_eq!(pace::check(&model.after(path, &changes)), [], "the path with changes is none");
    }
}

/// The pace by a few units; none where it takes too long or a unit does not arrive.
fn pace_of(path: &PathInput) -> Option<PaceResult> {
    if path.steps.iter().filter(|step| step.is_control()).count() > MOST_CONTROLS || path.steps.len() > 16 {
        return None;
    }
    let mut run = PaceRun::new(path, PaceOptions { trials: 12, ..PaceOptions::default() }).ok()?;
    while !run.step(100).ok()? {}
    let result = run.result();
    finite(&result);
    written(|out| pace::write_pace(&result, path, out));
    Some(result)
}

/// What is written is JSON.
fn written(write: impl FnOnce(&mut Writer)) -> Value {
    let mut out = Writer::compact();
    write(&mut out);
    let text = out.finish();
    parse(&text).unwrap_or_else(|fault| panic!("{fault:?}: {text}"))
}

/// No figure in it is infinite or none.
fn finite(figures: &impl Debug) {
    let text = format!("{figures:?}");
    let mut words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    assert!(!words.any(|word| word == "NaN" || word == "inf"), "{text}");
}
