//! What every screen is given: the state, a way to change it, the words and the host.

use std::rc::Rc;

use yew::prelude::*;

use super::host::HostHandle;
use crate::instrument::Instrument;
use crate::session::{Action, Place, Session, iso_week};
use crate::text::{FlowWords, Locale, ResultWords};

/// The state as yew's reducer holds it.
#[derive(Clone, PartialEq)]
pub(super) struct State {
    pub(super) session: Session,
    pub(super) instrument: &'static Instrument,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let session = self.session.reduce(action, self.instrument);
        if session == self.session {
            return self;
        }
        Rc::new(Self { session, instrument: self.instrument })
    }
}

/// The properties of a screen.
#[derive(Clone, Properties)]
pub(super) struct Sitting {
    pub(super) state: Rc<State>,
    pub(super) dispatch: Callback<Action>,
    /// Says a sentence through the live region.
    pub(super) announce: Callback<String>,
    pub(super) host: HostHandle,
    pub(super) locale: Locale,
    /// The heading that takes the focus when the screen appears.
    pub(super) heading: NodeRef,
}

impl PartialEq for Sitting {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state) && self.host == other.host && self.locale == other.locale
    }
}

impl Sitting {
    pub(super) fn session(&self) -> &Session {
        &self.state.session
    }

    pub(super) fn instrument(&self) -> &'static Instrument {
        self.state.instrument
    }

    pub(super) fn words(&self) -> &'static FlowWords {
        self.locale.flow()
    }

    pub(super) fn result_words(&self) -> &'static ResultWords {
        self.locale.result()
    }

    /// A callback that dispatches what `action` makes of the event and the time.
    pub(super) fn on<E: 'static>(&self, action: impl Fn(E, u64) -> Action + 'static) -> Callback<E> {
        let (dispatch, host) = (self.dispatch.clone(), self.host.clone());
        Callback::from(move |event| dispatch.emit(action(event, host.now())))
    }

    /// A callback that goes to a place.
    pub(super) fn going(&self, place: Place) -> Callback<MouseEvent> {
        self.on(move |_, now| Action::Go(place, now))
    }

    /// The ISO week of today.
    pub(super) fn week(&self) -> String {
        let (year, month, day) = self.host.today();
        iso_week(year, month, day)
    }
}
