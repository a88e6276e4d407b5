//! What every screen is given: the state, a way to change it, the words and the host.

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use super::format::focus_in;
use super::host::HostHandle;
use crate::instrument::Instrument;
use crate::session::{Action, Place, Session, iso_week};
use crate::text::{FlowWords, Locale, ResultWords};

/// The state as yew's reducer holds it.
#[derive(Clone, PartialEq)]
pub(super) struct State {
    pub(super) session: Session,
    pub(super) instrument: &'static Instrument,
    pub(super) moment: Moment,
    /// Told of every change before anything is drawn from it: what fails then cannot take the change with it.
    pub(super) host: HostHandle,
    /// The element that holds everything.
    pub(super) root: NodeRef,
}

/// What is only of this moment on this screen, and not worth keeping.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Moment {
    /// What came of the last button.
    pub(super) outcome: Option<Deed>,
    /// The text to copy by hand, where the browser does not let the page copy.
    pub(super) by_hand: Option<Rc<str>>,
    /// The field whose entry was not taken.
    pub(super) refused: Option<AttrValue>,
    /// A file is held over the page.
    pub(super) file_over: bool,
    /// What the live region says.
    pub(super) said: Rc<str>,
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

/// What the reducer takes.
pub(super) enum Change {
    /// Something happened in the sitting, at this time.
    Session(Rc<Action>, u64),
    /// Something happened on the screen.
    Moment(Moment),
}

impl Reducible for State {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::Session(action, now) => {
                next.session = self.session.reduce(&action, self.instrument, now);
                let (draft, before) = (&next.session.draft, &self.session.draft);
                if draft.place != before.place {
                    next.moment = Moment { said: next.moment.said, ..Moment::default() };
                }
                if draft != before || next.session.keeping != self.session.keeping {
                    self.host.remember(&draft.to_text(), next.session.keeping);
                }
            }
            Change::Moment(moment) => next.moment = moment,
        }
        if next == *self { self } else { Rc::new(next) }
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
    /// The element that holds everything.
    pub(super) root: NodeRef,
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
        self.state.instrument
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
        });
    }

    /// A sentence for what came of the last button, if it was that.
    pub(super) fn if_done<'a>(&self, deed: Deed, sentence: &'a str) -> &'a str {
        if self.moment().outcome == Some(deed) { sentence } else { "" }
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
            focus_in(&sitting.root, "h1");
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
