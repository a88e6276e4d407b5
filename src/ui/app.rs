//! The whole of one sitting: the one component, which holds the state, keeps the draft and shows the screen.

use std::cell::RefCell;
use std::fmt::{Debug, Formatter};
use std::rc::Rc;

use yew::prelude::*;

use super::changes::Memory;
use super::element::{Name, element};
use super::frame::frame;
use super::host::{HostHandle, Slot};
use super::parts::Words;
use super::path::Jobs;
use super::sitting::{Change, Moment, Parts, Sitting, State};
use super::{about, file, page, path, ranking, result, review, scorecard, start, what_if};
use crate::instrument::Instrument;
use crate::session::{Action, Notice, Place, Presets, Reading, Session, SetAside, read_draft};
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
    pub questions: Questions,
    /// What to begin with.
    pub beginning: Beginning,
    /// What the page around asks for.
    pub commands: Commands,
}

/// What is asked. There is one for the life of an engine, so two are the same where they are in the same place.
#[derive(Debug, Clone, Copy)]
pub struct Questions(pub &'static Instrument);

impl PartialEq for Questions {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
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
///
/// A component in full, since hooks would be made anew for each type of value. A change is taken at once, and what
/// comes of it is drawn later.
pub struct App {
    state: Rc<RefCell<Rc<State>>>,
    change: Callback<Change>,
    /// What is on the screen.
    shown: RefCell<Option<Sitting>>,
    memory: Memory,
}

impl Debug for App {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("App")
    }
}

impl Component for App {
    type Message = ();
    type Properties = AppProps;

    fn create(context: &Context<Self>) -> Self {
        let state = Rc::new(RefCell::new(Rc::new(begin(context.props().clone()))));
        let change = {
            let (state, link) = (state.clone(), context.link().clone());
            Callback::from(move |change| {
                // Held while it changes: a page that calls back in the middle of it must not change it as well.
                let mut held = state.borrow_mut();
                *held = Rc::new(held.reduce(change));
                drop(held);
                link.send_message(());
            })
        };
        Self { state, change, shown: RefCell::default(), memory: Memory::default() }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let sitting = Sitting::new(Parts {
            state: self.state.borrow().clone(),
            change: self.change.clone(),
            host: props.host.clone(),
            locale: props.locale,
        });
        let html = draw(&sitting, props);
        self.shown.replace(Some(sitting));
        html
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        let shown = self.shown.borrow().clone();
        if let Some(sitting) = shown {
            self.memory.follow(&sitting, &context.props().presets, context.props().commands);
        }
    }
}

/// The screen, with what is around it.
fn draw(sitting: &Sitting, props: &AppProps) -> Html {
    let screen = match sitting.session().draft.place {
        Place::Start => start::start(sitting),
        Place::About => about::about(sitting),
        Place::Page(index) if sitting.session().ranking_page(sitting.instrument()) == Some(index) => {
            ranking::ranking(sitting)
        }
        Place::Page(index) => page::page(sitting, index),
        Place::Review => review::review(sitting),
        Place::Path => path::path(sitting),
        Place::WhatIf => what_if::what_if(sitting),
        Place::Scorecard => scorecard::scorecard(sitting),
        Place::Result => result::result_page(sitting),
        Place::File => file::file(sitting),
    };
    let said = sitting.moment().said.to_string();
    element("div", "root")
        .is(Name::Part, "root")
        .is(Name::Language, props.locale.tag())
        .is(Name::Direction, "ltr")
        .has(Name::Theme, props.theme.clone())
        .with(frame(sitting, screen))
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
    let AppProps { host, presets, questions, beginning, .. } = props;
    let instrument = questions.0;
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
        session.notices.retain(|notice| !matches!(**notice, Notice::Restored { .. }));
        session.keeping &= keeping;
    }
    match beside.map(|text| (read_draft(&text, instrument, now), text)) {
        // The same sitting went on elsewhere in the meantime.
        Some((Reading::Draft { draft, .. }, _)) if resumed && draft.id == session.draft.id => {
            session = session.reduce(&Action::Merge(draft), instrument, now);
        }
        Some((_, text)) if !resumed => {
            session.notices.push(Notice::SetAside { reason: SetAside::Damaged, text }.into());
        }
        _ => {}
    }
    let set_aside = session.notices.iter().find_map(|notice| match &**notice {
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
                session.notices.push(Notice::SetAside { reason, text }.into());
            }
        }
    }
    State {
        session,
        questions,
        moment: Moment::default(),
        figures: None,
        endless: None,
        plans: None,
        jobs: Jobs::default(),
        host,
    }
}
