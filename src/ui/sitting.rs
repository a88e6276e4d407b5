//! What every screen is given: the state, a way to change it, the words and the host.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::app::Questions;
use super::host::HostHandle;
use super::path::{Jobs, PathFigures, Plans, announcement};
use crate::instrument::Instrument;
use crate::pace::PathInput;
use crate::problem::Problem;
use crate::session::{Action, Place, Session, iso_week};
use crate::text::{FlowWords, Locale, ResultWords, joined};

/// The state of a sitting.
#[derive(Clone)]
pub(super) struct State {
    pub(super) session: Session,
    pub(super) questions: Questions,
    pub(super) moment: Moment,
    /// The figures of the path, once they are worked out.
    pub(super) figures: Option<Rc<PathFigures>>,
    /// A path that has none, since its units never arrive.
    pub(super) endless: Option<Rc<PathInput>>,
    /// The plans that were looked for.
    pub(super) plans: Option<Rc<Plans>>,
    /// What is being worked out.
    pub(super) jobs: Jobs,
    /// Told of every change before anything is drawn from it: what fails then cannot take the change with it.
    pub(super) host: HostHandle,
}

/// What is only of this moment on this screen, and not worth keeping.
#[derive(Clone, Default)]
pub(super) struct Moment {
    /// What came of the last button.
    pub(super) outcome: Option<Deed>,
    /// The text to copy by hand: where the browser does not let the page copy, and that of the file last saved.
    pub(super) by_hand: Option<Rc<str>>,
    /// Where a file was last handed to the browser, which the live region has said.
    pub(super) handed: Option<&'static str>,
    /// The fields whose entries were not taken, with what was typed.
    pub(super) refused: Vec<(AttrValue, String)>,
    /// The field that is being typed in, with what is in it so far.
    pub(super) typed: Option<(AttrValue, String)>,
    /// A file is held over the page.
    pub(super) file_over: bool,
    /// What the live region says, and whether what comes of it is to be said too.
    pub(super) said: Rc<str>,
    pub(super) going_on: bool,
    /// The step of the path that is open.
    pub(super) open: Option<usize>,
    /// Whether the controls show what leaving out each one alone would save.
    pub(super) alone: bool,
    /// What is wrong with the file of a path that was not taken.
    pub(super) path_refused: Rc<[Problem]>,
}

/// What came of a button that saves, copies, prints or hands in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// The file was handed to the browser.
    Saved,
    /// The text was copied.
    Copied,
    /// The answers were handed in.
    HandedIn,
    /// The browser did not print.
    PrintRefused,
}

/// What changes the state.
pub(super) enum Change {
    /// Something happened in the sitting, at this time.
    Session(Rc<Action>, u64),
    /// Something happened on the screen.
    Moment(Moment),
    /// The figures of the path are worked out.
    Figures(Rc<PathFigures>),
    /// A path has none, since its units never arrive.
    Endless(Rc<PathInput>),
    /// Plans were found, or are being looked for.
    Plans(Rc<Plans>),
}

impl State {
    /// The state after a change.
    pub(super) fn reduce(&self, change: Change) -> Self {
        let mut next = self.clone();
        match change {
            Change::Session(action, now) => {
                next.session = self.session.reduce(&action, self.questions.0, now);
                let (draft, before) = (&next.session.draft, &self.session.draft);
                if draft.path.at != before.path.at {
                    next.moment.typed = None;
                    next.moment.handed = None;
                    next.moment.by_hand = None;
                }
                if draft.place != before.place {
                    next.moment = Moment { said: next.moment.said, ..Moment::default() };
                }
                let text = draft.to_text();
                if text != before.to_text() || next.session.keeping != self.session.keeping {
                    self.host.remember(&text, next.session.keeping);
                }
            }
            Change::Moment(moment) => next.moment = moment,
            Change::Figures(figures) => {
                // Who hears the screen hears what a change came to; not on arriving.
                let (said, before) = (announcement(&figures), self.figures.as_deref().map(announcement));
                if before.is_some_and(|before| before != said) {
                    let first = if next.moment.going_on { &*next.moment.said } else { "" };
                    next.moment.said = joined(&[first, &said], " ", " ").into();
                }
                next.moment.going_on = false;
                next.figures = Some(figures);
            }
            Change::Endless(path) => next.endless = Some(path),
            Change::Plans(plans) => next.plans = Some(plans),
        }
        next
    }
}

/// What a screen is made from. Screens are functions of it: one component, [`super::App`], holds all state.
pub(super) struct Sitting(Rc<Parts>);

impl Clone for Sitting {
    /// Every action on a screen holds one of its own, so this is not put in line.
    #[inline(never)]
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// What a [`Sitting`] shares.
pub(super) struct Parts {
    pub(super) state: Rc<State>,
    pub(super) change: Callback<Change>,
    pub(super) host: HostHandle,
    pub(super) locale: Locale,
}

impl Deref for Sitting {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Sitting {
    pub(super) fn new(parts: Parts) -> Self {
        Self(Rc::new(parts))
    }

    pub(super) fn session(&self) -> &Session {
        &self.state.session
    }

    pub(super) fn instrument(&self) -> &'static Instrument {
        self.state.questions.0
    }

    pub(super) fn moment(&self) -> &Moment {
        &self.state.moment
    }

    pub(super) fn words(&self) -> &'static FlowWords {
        self.locale.flow()
    }

    pub(super) fn result_words(&self) -> &'static ResultWords {
        self.locale.result()
    }

    /// Lets something happen.
    #[inline(never)]
    pub(super) fn act(&self, action: Action) {
        self.act_again(&Rc::new(action));
    }

    /// Lets something happen that can happen again.
    #[inline(never)]
    pub(super) fn act_again(&self, action: &Rc<Action>) {
        self.change.emit(Change::Session(action.clone(), self.host.now()));
    }

    /// Changes what is only of this moment.
    #[inline(never)]
    pub(super) fn in_moment(&self, change: &mut dyn FnMut(&mut Moment)) {
        let mut moment = self.moment().clone();
        change(&mut moment);
        self.change.emit(Change::Moment(moment));
    }

    /// Notes what came of a button.
    pub(super) fn done(&self, outcome: Option<Deed>) {
        self.in_moment(&mut |moment| {
            moment.outcome = outcome;
            moment.by_hand = None;
            moment.handed = None;
        });
    }

    /// A sentence for what came of the last button, if it was that.
    pub(super) fn if_done<'a>(&self, deed: Deed, sentence: &'a str) -> &'a str {
        if self.moment().outcome == Some(deed) { sentence } else { "" }
    }

    /// What was typed into a field and not taken.
    pub(super) fn refused(&self, id: &str) -> Option<String> {
        let found = self.moment().refused.iter().find(|(field, _)| *field == id);
        found.map(|(_, typed)| typed.clone())
    }

    /// Notes that what was typed into a field was not taken, or that it was.
    #[inline(never)]
    pub(super) fn refuse(&self, id: &AttrValue, typed: Option<String>) {
        self.in_moment(&mut |moment| {
            moment.typed = None;
            moment.refused.retain(|(field, _)| field != id);
            if let Some(typed) = &typed {
                moment.refused.push((id.clone(), typed.clone()));
            }
        });
    }

    /// Says a sentence through the live region.
    #[inline(never)]
    pub(super) fn say(&self, sentence: &str) {
        self.in_moment(&mut |moment| moment.said = sentence.into());
    }

    /// A click that lets something happen.
    #[inline(never)]
    pub(super) fn click(&self, action: Action) -> Callback<Event> {
        let (sitting, action) = (self.clone(), Rc::new(action));
        Callback::from(move |_| sitting.act_again(&action))
    }

    /// A click on a button that goes away with what it does: the focus goes to the heading instead of nowhere.
    #[inline(never)]
    pub(super) fn last_click(&self, action: Action) -> Callback<Event> {
        let (sitting, action) = (self.clone(), Rc::new(action));
        Callback::from(move |_| {
            sitting.host.focus("h1");
            sitting.act_again(&action);
        })
    }

    /// A choice that lets something happen.
    #[inline(never)]
    pub(super) fn choose(&self, action: Action) -> Callback<Event> {
        let (sitting, action) = (self.clone(), Rc::new(action));
        Callback::from(move |_| sitting.act_again(&action))
    }

    /// A click that goes to a place.
    #[inline(never)]
    pub(super) fn going(&self, place: Place) -> Callback<Event> {
        self.click(Action::Go(place))
    }

    /// The ISO week of today.
    pub(super) fn week(&self) -> String {
        let (year, month, day) = self.host.today();
        iso_week(year, month, day)
    }
}
