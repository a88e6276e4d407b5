//! The whole of one sitting: the one component, which holds the state, keeps the draft and shows the screen.

use std::rc::Rc;

use yew::prelude::*;

use super::changes::use_change;
use super::element::{Name, element};
use super::format::{focus_in, focus_is_outside};
use super::frame::frame;
use super::host::{Event, HostHandle, Progress, Slot};
use super::parts::Words;
use super::sitting::{Moment, Parts, Sitting, State};
use super::{about, file, page, ranking, result, review, scorecard, start};
use crate::instrument::Instrument;
use crate::session::{Action, Draft, Notice, Place, Presets, Reading, Session, SetAside, read_draft};
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
    /// What is asked.
    pub instrument: &'static Instrument,
    /// What to begin with.
    pub beginning: Beginning,
    /// What the page around asks for.
    pub commands: Commands,
}

/// What a sitting begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beginning {
    /// What is on the device.
    Device,
    /// A draft that outlived its engine or its place in the page.
    Resumed {
        /// As [`crate::ui::Host::remember`] was given it.
        draft: String,
        /// Whether it is kept on the device.
        keeping: bool,
    },
    /// Nothing. What is on the device is set aside: it has made the engine fail.
    Nothing {
        /// Whether what is answered now is kept on the device.
        keeping: bool,
    },
}

/// Counts what the page around has asked for; each one more is a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Commands {
    /// To leave the first screen.
    pub starts: u32,
    /// To erase everything.
    pub resets: u32,
}

/// One sitting.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer({
        let props = props.clone();
        move || begin(props)
    });
    let root = use_node_ref();
    let change = {
        let dispatcher = state.dispatcher();
        Callback::from(move |change| dispatcher.dispatch(change))
    };
    let sitting = Sitting::new(Parts {
        state: Rc::new((*state).clone()),
        change,
        host: props.host.clone(),
        locale: props.locale,
        root: root.clone(),
    });
    use_keeping(&sitting);
    use_outside_changes(&sitting);
    use_commands(&sitting, props.commands);
    use_telling(&sitting);
    use_focus(&sitting);
    use_change(props.presets.clone(), {
        let sitting = sitting.clone();
        move |presets| {
            if *presets != sitting.session().presets {
                sitting.act(Action::Preset(presets.clone()));
            }
        }
    });

    let screen = match sitting.session().draft.place {
        Place::Start => start::start(&sitting),
        Place::About => about::about(&sitting),
        Place::Page(index) if sitting.session().ranking_page(sitting.instrument()) == Some(index) => {
            ranking::ranking(&sitting)
        }
        Place::Page(index) => page::page(&sitting, index),
        Place::Review => review::review(&sitting),
        Place::Scorecard => scorecard::scorecard(&sitting),
        Place::Result => result::result_page(&sitting),
        Place::File => file::file(&sitting),
    };
    let said = sitting.moment().said.to_string();
    element("div", "root")
        .is(Name::Part, "root")
        .is(Name::Language, props.locale.tag())
        .is(Name::Direction, "ltr")
        .has(Name::Theme, props.theme.clone())
        .reached_by(root)
        .with(frame(&sitting, screen))
        .with(said.in_element(element("div", "unseen").is(Name::Role, "status")))
        .done()
}

/// The first state. Whoever holds the draft hears of it at once: drawing it may be what fails.
fn begin(props: AppProps) -> State {
    let state = first_state(props);
    let Session { draft, keeping, .. } = &state.session;
    if !draft.is_blank() {
        state.host.remember(&draft.to_text(), *keeping);
    }
    state
}

/// The first state, from what is remembered or on the device.
fn first_state(props: AppProps) -> State {
    let AppProps { host, presets, instrument, beginning, .. } = props;
    let now = host.now();
    let kept = if presets.keep_nothing { Ok(None) } else { host.read(Slot::Draft) };
    // What is on the device and is not what it begins with.
    let (found, beside) = match (&beginning, kept) {
        (Beginning::Resumed { draft, .. }, kept) => (Ok(Some(draft.clone())), kept.ok().flatten()),
        (Beginning::Nothing { .. }, Ok(text)) => (Ok(None), text),
        (_, kept) => (kept, None),
    };
    let mut session = Session::begin(instrument, presets, found, host.random_id(), now);
    let resumed = matches!(beginning, Beginning::Resumed { .. });
    if let Beginning::Resumed { keeping, .. } | Beginning::Nothing { keeping } = beginning {
        // The person has not been away.
        session.notices.retain(|notice| !matches!(notice, Notice::Restored { .. }));
        session.keeping &= keeping;
    }
    match beside.map(|text| (read_draft(&text, instrument, now), text)) {
        // The same sitting went on elsewhere in the meantime.
        Some((Reading::Draft { draft, .. }, _)) if resumed && draft.id == session.draft.id => {
            session = session.reduce(Action::Merge(draft), instrument, now);
        }
        Some((_, text)) if !resumed => {
            session.notices.push(Notice::SetAside { reason: SetAside::Damaged, text });
        }
        _ => {}
    }
    let set_aside = session.notices.iter().find_map(|notice| match notice {
        Notice::SetAside { text, .. } => Some(text),
        _ => None,
    });
    match set_aside {
        _ if !session.keeping => {}
        // Out of the way of the next draft, before what was set aside earlier. Where that fails it is overwritten
        // only once something is answered, and until then the notice offers it.
        Some(text) => {
            let earlier = host.read(Slot::Aside).ok().flatten();
            let aside = earlier.map_or_else(|| text.clone(), |earlier| format!("{text}\n{earlier}"));
            if host.write(Slot::Aside, &aside).is_ok() {
                let _ = host.erase(Slot::Draft);
            }
        }
        None if resumed => {}
        None => {
            if let Ok(Some(text)) = host.read(Slot::Aside) {
                let newest = text.lines().next().unwrap_or_default();
                let reason = match read_draft(newest, instrument, now) {
                    Reading::SetAside(reason) => reason,
                    Reading::Draft { .. } => SetAside::Old,
                };
                session.notices.push(Notice::SetAside { reason, text });
            }
        }
    }
    State { session, instrument, moment: Moment::default(), host }
}

/// Keeps the draft after every change made here, and removes it when it is erased.
#[hook]
fn use_keeping(sitting: &Sitting) {
    let session = sitting.session();
    use_change(session.erasures, {
        let host = sitting.host.clone();
        move |erasures| {
            if *erasures > 0 {
                // Refused storage holds nothing to erase.
                let _ = host.erase(Slot::Draft);
                let _ = host.erase(Slot::Aside);
            }
        }
    });
    use_change((session.revision, session.keeping), {
        let sitting = sitting.clone();
        move |(revision, keeping)| {
            if *keeping && *revision > 0 {
                keep(&sitting);
            }
        }
    });
    use_change(matches!(session.kept, Some(Ok(()))), {
        let sitting = sitting.clone();
        move |kept| {
            if *kept {
                sitting.say(sitting.words().frame.kept_announcement);
            }
        }
    });
}

/// Writes the draft, unless another tab has saved something newer: that is taken in first.
fn keep(sitting: &Sitting) {
    let mine = &sitting.session().draft;
    if let Some(stored) = stored_draft(sitting) {
        let mut merged = mine.clone();
        merged.merge(&stored);
        if !merged.says_the_same_as(mine) {
            sitting.act(Action::Merge(Box::new(stored)));
            return;
        }
    }
    let outcome = sitting.host.write(Slot::Draft, &mine.to_text());
    if sitting.session().kept != Some(outcome) {
        sitting.act(Action::Kept(outcome));
    }
}

fn stored_draft(sitting: &Sitting) -> Option<Draft> {
    let text = sitting.host.read(Slot::Draft).ok()??;
    match read_draft(&text, sitting.instrument(), sitting.host.now()) {
        Reading::Draft { draft, .. } => Some(*draft),
        Reading::SetAside(_) => None,
    }
}

/// Follows what happens in other tabs and the browser's back button.
#[hook]
fn use_outside_changes(sitting: &Sitting) {
    let sitting = sitting.clone();
    use_effect_with((), move |()| {
        let watching = sitting.host.watch({
            let sitting = sitting.clone();
            Callback::from(move |text: Option<String>| {
                let Some(text) = text else {
                    sitting.act(Action::ErasedElsewhere(sitting.host.random_id()));
                    return;
                };
                let reading = read_draft(&text, sitting.instrument(), sitting.host.now());
                if let Reading::Draft { draft, .. } = reading {
                    sitting.act(Action::Merge(draft));
                }
            })
        });
        let returning = sitting.host.on_return({
            let sitting = sitting.clone();
            Callback::from(move |place| sitting.act(Action::Go(place)))
        });
        move || drop((watching, returning))
    });
}

/// Does what the page around asks for.
#[hook]
fn use_commands(sitting: &Sitting, commands: Commands) {
    use_change(commands.starts, {
        let sitting = sitting.clone();
        move |starts| {
            if *starts > 0 && sitting.session().draft.place == Place::Start {
                sitting.act(Action::Go(Place::About));
            }
        }
    });
    use_change(commands.resets, {
        let sitting = sitting.clone();
        move |resets| {
            if *resets > 0 {
                sitting.act(Action::Erase(sitting.host.random_id()));
            }
        }
    });
}

/// Tells the page around how far the person is.
#[hook]
fn use_telling(sitting: &Sitting) {
    let session = sitting.session();
    let (answered, total) = session.progress(sitting.instrument());
    let page = if let Place::Page(index) = session.draft.place { index + 1 } else { 0 };
    let progress = Progress { answered, total, page };
    // The screen that shows the file belongs to the one it was opened from.
    let complete = match session.draft.place {
        Place::File => session.before_file == Place::Result,
        place => place == Place::Result,
    };
    use_change(progress, {
        let host = sitting.host.clone();
        move |progress| host.tell(&Event::Progress(*progress))
    });
    use_change(complete, {
        let host = sitting.host.clone();
        move |complete| {
            if *complete {
                host.tell(&Event::Complete(progress));
            }
        }
    });
}

/// On a new screen: the browser's history, the scroll position and the focus. Not on the first one, which
/// appears by itself and must not take the focus from the page around it, and not while the person is at something
/// else of that page: another tab or a script can change the screen too. What was asked for and is missing takes the
/// focus too.
#[hook]
fn use_focus(sitting: &Sitting) {
    let session = sitting.session();
    let first = use_mut_ref(|| true);
    use_change(session.draft.place, {
        let sitting = sitting.clone();
        move |place| {
            let first = first.replace(false);
            sitting.host.visit(*place, first);
            if !first && !focus_is_outside(&sitting.root) {
                if let Some(root) = sitting.root.cast::<web_sys::Element>() {
                    root.scroll_into_view();
                }
                focus_in(&sitting.root, "h1");
            }
        }
    });
    use_change((session.naming_gaps, session.role_missing), {
        let root = sitting.root.clone();
        move |(gaps, role)| {
            if gaps.is_some() {
                focus_in(&root, ".gaps");
            } else if *role {
                focus_in(&root, "input[name=role]");
            }
        }
    });
}
