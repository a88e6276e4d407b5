//! The scorecard of a sitting: what it starts from, what the result is worked out from, and what leaves as a file.
#![allow(clippy::unwrap_used)]

use middle_layer::incentive::{Choice, Parameter, incentive};
use middle_layer::instrument::{Construct, Instrument, Responsibility, Role};
use middle_layer::response::{Answer, Response, read, write};
use middle_layer::session::{Action, Presets, Reading, ScoreList, Session, Shareable, read_draft};

const NOW: u64 = 1_700_000_000_000;
const WEEK: &str = "2026-W48";

fn instrument() -> &'static Instrument {
    Instrument::built_in()
}

fn after(session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    actions.into_iter().fold(session.clone(), |session, action| session.reduce(&action, instrument(), NOW))
}

fn manager() -> Session {
    let session = Session::begin(instrument(), Presets::default(), Ok(None), "0".repeat(32), NOW);
    after(&session, [Action::SetRole(Role::Manager)])
}

/// Example I1 of SCIENCE 3.4 as a person enters it.
fn filled_in() -> Session {
    let figures = [
        (ScoreList::Weights, [5.0, 6.0, 2.0, 2.0, 3.0, 2.0]),
        (ScoreList::Transition, [-1.0, -2.0, -1.0, 0.0, -1.0, -1.0]),
        (ScoreList::Settled, [1.0, 2.0, 0.0, 0.0, 1.0, 0.0]),
    ];
    let actions = figures.into_iter().flat_map(|(list, figures)| {
        let figures = Responsibility::ALL.into_iter().zip(figures);
        figures.map(move |(responsibility, figure)| Action::SetScore(list, responsibility, Some(figure)))
    });
    let session = after(&manager(), actions);
    after(&session, [Action::SetParameter(Parameter::TransformationShare, Some(0.1))])
}

fn file(session: &Session) -> Response {
    session.response(instrument(), WEEK).unwrap()
}

fn whole(session: &Session) -> Response {
    session.response_with_models(instrument(), WEEK).unwrap()
}

#[test]
fn the_result_has_the_scorecard_and_the_file_only_if_it_is_ticked() {
    let session = filled_in();
    assert_eq!(incentive(&whole(&session).incentive.unwrap()).choice, Choice::Never);
    assert_eq!(file(&session).incentive, None);
    assert!(!write(&file(&session)).contains("incentive"));

    let ticked = after(&session, [Action::Share(Shareable::Scorecard, true)]);
    assert_eq!(file(&ticked), whole(&session));
    let unticked = after(&ticked, [Action::Share(Shareable::Scorecard, false)]);
    assert_eq!(file(&unticked).incentive, None);
    // A tick for something else is none for this.
    let other = after(&session, [Action::Share(Shareable::Path, true)]);
    assert_eq!(file(&other).incentive, None);
}

#[test]
fn without_the_models_the_file_and_the_result_say_the_same() {
    let session = manager();
    assert_eq!(file(&session), whole(&session));
}

#[test]
fn only_managers_have_a_scorecard() {
    let ticked = after(&filled_in(), [Action::Share(Shareable::Scorecard, true)]);
    for role in [Role::Executive, Role::Frontline] {
        let other = after(&ticked, [Action::SetRole(role)]);
        assert!(!other.has_scorecard());
        assert_eq!(whole(&other).incentive, None, "{role:?}");
        assert_eq!(file(&other).incentive, None, "{role:?}");
    }
}

#[test]
fn what_is_cleared_has_to_be_ticked_anew() {
    let ticked = after(&filled_in(), [Action::Share(Shareable::Scorecard, true)]);
    let cleared = after(&ticked, [Action::ClearScorecard]);
    assert_eq!(whole(&cleared).incentive, None);
    assert!(!cleared.draft.shared.value.scorecard);
}

#[test]
fn a_file_with_a_scorecard_fills_it_in_again_and_is_saved_as_it_was() {
    let saved = write(&file(&after(&filled_in(), [Action::Share(Shareable::Scorecard, true)])));
    let response = read(&middle_layer::json::parse(&saved).unwrap(), instrument()).unwrap();
    let opened = after(&manager(), [Action::Open(Box::new(response))]);
    assert!(opened.draft.shared.value.scorecard);
    assert_eq!(opened.scorecard(instrument()), filled_in().complete_scorecard(instrument()).unwrap());
    assert_eq!(write(&file(&opened)), saved);

    let without = after(&opened, [Action::Open(Box::new(file(&filled_in())))]);
    assert_eq!((whole(&without).incentive, without.draft.shared.value.scorecard), (None, false));
}

/// Only the proportions of weights matter; another program may write others than this one offers.
#[test]
fn weights_on_another_scale_survive_opening_and_a_reload() {
    let mut response = whole(&filled_in());
    let input = response.incentive.as_mut().unwrap();
    input.weights = input.weights.map(|weight| weight.map(|weight| weight * 5.0));
    let input = *input;
    let opened = after(&manager(), [Action::Open(Box::new(response))]);
    assert_eq!(opened.complete_scorecard(instrument()), Some(input));
    let Reading::Draft { draft, .. } = read_draft(&opened.draft.to_text(), instrument(), NOW) else {
        panic!("the draft is read");
    };
    assert_eq!(draft.scorecard.value, input);
}

#[test]
fn what_was_said_about_friction_is_there_until_something_else_is_chosen() {
    let item = |responsibility: Responsibility| {
        let mut items = instrument().items.iter();
        let friction = items.find(|item| {
            item.construct == Construct::Friction && item.facet.as_deref() == Some(responsibility.id())
        });
        friction.unwrap().id.clone()
    };
    for rating in 1..=5 {
        let answer = Action::SetAnswer(item(Responsibility::Budget), Some(Answer::Rating(rating)));
        let session = after(&manager(), [answer]);
        let prefilled = |session: &Session| {
            ScoreList::Transition.get(&session.scorecard(instrument()), Responsibility::Budget)
        };
        assert_eq!(prefilled(&session), Some(3.0 - f64::from(rating)));
        let chosen = Action::SetScore(ScoreList::Transition, Responsibility::Budget, Some(2.0));
        assert_eq!(prefilled(&after(&session, [chosen])), Some(2.0));
    }
    let answer = Action::SetAnswer(item(Responsibility::Risk), Some(Answer::NotApplicable));
    let session = after(&manager(), [answer]);
    assert_eq!(ScoreList::Transition.get(&session.scorecard(instrument()), Responsibility::Risk), None);
}

#[test]
fn it_is_complete_once_all_that_counts_is_said() {
    let session = filled_in();
    let without = |list, responsibility| {
        after(&session, [Action::SetScore(list, responsibility, None)]).complete_scorecard(instrument())
    };
    assert!(session.complete_scorecard(instrument()).is_some());
    for responsibility in Responsibility::ALL {
        assert_eq!(without(ScoreList::Transition, responsibility), None);
        assert_eq!(without(ScoreList::Settled, responsibility), None);
        assert!(without(ScoreList::Weights, responsibility).is_some(), "what has no weight counts nothing");
    }
    let weightless = Responsibility::ALL.map(|one| Action::SetScore(ScoreList::Weights, one, Some(0.0)));
    assert_eq!(after(&session, weightless).complete_scorecard(instrument()), None);
}
