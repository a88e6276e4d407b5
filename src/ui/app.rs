//! The whole of one sitting: holds the state, keeps the draft, shows the screen.

use std::rc::Rc;

use yew::prelude::*;

use super::about::About;
use super::file::File;
use super::format::focus;
use super::frame::frame;
use super::host::{HostHandle, Slot};
use super::page::Page;
use super::ranking::Ranking;
use super::result::ResultPage;
use super::review::Review;
use super::sitting::{Sitting, State};
use super::start::Start;
use crate::instrument::Instrument;
use crate::session::{
    Action, Draft, Notice, Place, Presets, Reading, Session, SetAside, read_draft,
};
use crate::text::Locale;

/// The properties of [`App`].
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Where it runs.
    pub host: HostHandle,
    /// What the host page has settled.
    pub presets: Presets,
    /// The language.
    pub locale: Locale,
    /// `light`, `dark` or `auto`.
    pub theme: String,
}

/// One sitting.
#[component]
pub fn App(props: &AppProps) -> Html {
    let host = props.host.clone();
    let state = use_reducer({
        let (host, presets) = (host.clone(), props.presets.clone());
        move || begin(&host, presets)
    });
    let announcement = use_state(String::new);
    let heading = use_node_ref();
    let root = use_node_ref();
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_memo((), move |()| Callback::from(move |action| dispatcher.dispatch(action)))
    };
    let announce = {
        let setter = announcement.setter();
        use_memo((), move |()| Callback::from(move |text| setter.set(text)))
    };
    let current: Rc<State> = Rc::new((*state).clone());
    let session = &current.session;

    use_keeping(&current, &host, &dispatch);
    use_outside_changes(&host, &dispatch);
    use_arrival(session.draft.place, &host, &heading, &root);
    use_effect_with(matches!(session.kept, Some(Ok(()))), {
        let (announce, words) = (announce.clone(), props.locale.flow());
        move |kept| {
            if *kept {
                announce.emit(words.frame.kept_announcement.to_owned());
            }
        }
    });
    use_effect_with(props.presets.clone(), {
        let (dispatch, started) = (dispatch.clone(), session.presets.clone());
        move |presets| {
            if *presets != started {
                dispatch.emit(Action::Preset(presets.clone()));
            }
        }
    });

    let sitting = Sitting {
        state: current.clone(),
        dispatch: (*dispatch).clone(),
        announce: (*announce).clone(),
        host,
        locale: props.locale,
        heading,
    };
    let place = session.draft.place;
    let screen = match place {
        Place::Start => html! { <Start key="start" ..sitting.clone() /> },
        Place::About => html! { <About key="about" ..sitting.clone() /> },
        Place::Page(index) if session.ranking_page(current.instrument) == Some(index) => {
            html! { <Ranking key="ranking" ..sitting.clone() /> }
        }
        Place::Page(_) => html! { <Page key={place.id()} ..sitting.clone() /> },
        Place::Review => html! { <Review key="review" ..sitting.clone() /> },
        Place::Result => html! { <ResultPage key="result" ..sitting.clone() /> },
        Place::File => html! { <File key="file" ..sitting.clone() /> },
    };
    html! {
        <div class="root" part="root" ref={root} lang={props.locale.tag()} dir="ltr" data-theme={props.theme.clone()}>
            { frame(&sitting, screen) }
            <div class="unseen" role="status">{ (*announcement).clone() }</div>
        </div>
    }
}

/// The first state, from what is on the device.
fn begin(host: &HostHandle, presets: Presets) -> State {
    let instrument = Instrument::built_in();
    let now = host.now();
    let found = if presets.keep_nothing { Ok(None) } else { host.read(Slot::Draft) };
    let mut session = Session::begin(instrument, presets, found, host.random_id(), now);
    if let Some(Notice::SetAside { text, .. }) =
        session.notices.iter().find(|notice| matches!(notice, Notice::SetAside { .. }))
    {
        // Out of the way of the next draft. Where that fails it is overwritten only once something is answered,
        // and until then the notice offers it.
        if host.write(Slot::Aside, text).is_ok() {
            let _ = host.erase(Slot::Draft);
        }
    } else if let (false, Ok(Some(text))) = (session.presets.keep_nothing, host.read(Slot::Aside)) {
        let reason = match read_draft(&text, instrument, now) {
            Reading::SetAside(reason) => reason,
            Reading::Draft { .. } => SetAside::Old,
        };
        session.notices.push(Notice::SetAside { reason, text });
    }
    State { session, instrument }
}

/// Keeps the draft after every change made here, and removes it when it is erased.
#[hook]
fn use_keeping(state: &Rc<State>, host: &HostHandle, dispatch: &Rc<Callback<Action>>) {
    let session = &state.session;
    use_effect_with(session.erasures, {
        let host = host.clone();
        move |erasures| {
            if *erasures > 0 {
                // Refused storage holds nothing to erase.
                let _ = host.erase(Slot::Draft);
                let _ = host.erase(Slot::Aside);
            }
        }
    });
    use_effect_with((session.revision, session.keeping), {
        let (state, host, dispatch) = (state.clone(), host.clone(), dispatch.clone());
        move |(revision, keeping)| {
            if *keeping && *revision > 0 {
                keep(&state, &host, &dispatch);
            }
        }
    });
}

/// Writes the draft, unless another tab has saved something newer: that is taken in first.
fn keep(state: &State, host: &HostHandle, dispatch: &Callback<Action>) {
    let mine = &state.session.draft;
    if let Some(stored) = stored_draft(state, host) {
        let mut merged = mine.clone();
        merged.merge(&stored);
        if !merged.says_the_same_as(mine) {
            dispatch.emit(Action::Merge(Box::new(stored)));
            return;
        }
    }
    let outcome = host.write(Slot::Draft, &mine.to_text());
    if state.session.kept != Some(outcome) {
        dispatch.emit(Action::Kept(outcome));
    }
}

fn stored_draft(state: &State, host: &HostHandle) -> Option<Draft> {
    let text = host.read(Slot::Draft).ok()??;
    match read_draft(&text, state.instrument, host.now()) {
        Reading::Draft { draft, .. } => Some(*draft),
        Reading::SetAside(_) => None,
    }
}

/// Follows what happens in other tabs and the browser's back button.
#[hook]
fn use_outside_changes(host: &HostHandle, dispatch: &Rc<Callback<Action>>) {
    let (host, dispatch) = (host.clone(), dispatch.clone());
    use_effect_with((), move |()| {
        let watching = host.watch({
            let (host, dispatch) = (host.clone(), dispatch.clone());
            Callback::from(move |text: Option<String>| {
                let Some(text) = text else {
                    dispatch.emit(Action::ErasedElsewhere(host.random_id()));
                    return;
                };
                if let Reading::Draft { draft, .. } = read_draft(&text, Instrument::built_in(), host.now()) {
                    dispatch.emit(Action::Merge(draft));
                }
            })
        });
        let returning = host.on_return({
            let host = host.clone();
            Callback::from(move |place| dispatch.emit(Action::Go(place, host.now())))
        });
        move || drop((watching, returning))
    });
}

/// On a new screen: the browser's history, the scroll position and the focus. Not on the first one, which
/// appears by itself and must not take the focus from the page around it.
#[hook]
fn use_arrival(place: Place, host: &HostHandle, heading: &NodeRef, root: &NodeRef) {
    let first = use_mut_ref(|| true);
    let (host, heading, root) = (host.clone(), heading.clone(), root.clone());
    use_effect_with(place, move |place| {
        let first = first.replace(false);
        host.visit(*place, first);
        if !first {
            if let Some(root) = root.cast::<web_sys::Element>() {
                root.scroll_into_view();
            }
            focus(&heading);
        }
    });
}
