//! What is kept on the device while a person answers.

use std::rc::Rc;

use super::inventory::{self, Inventory};
use super::place::Place;
use super::scorecard::Shared;
use crate::incentive::{self, IncentiveInput};
use crate::instrument::{Form, Instrument, Role};
use crate::json::Writer;
use crate::pace::PathInput;
use crate::response::{Answer, InstrumentReference, Pilot, Response};
use crate::table::Table;

/// A value with the moment it was set, in milliseconds since 1970. Where two tabs disagree the newer one holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stamped<T> {
    /// The value.
    pub value: T,
    /// When it was set; 0 for never.
    pub at: u64,
}

impl<T> Stamped<T> {
    /// A value set now. It is newer than what it replaces even where the clock was set back.
    pub fn set(&mut self, value: T, now: u64) {
        *self.stamp(now) = value;
    }

    /// The value, to be changed now.
    pub fn stamp(&mut self, now: u64) -> &mut T {
        self.at = now.max(self.at.saturating_add(1));
        &mut self.value
    }
}

/// What is kept on the device: one serialisable value, saved at every answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// [`Draft::FORMAT`].
    pub format: String,
    /// [`Draft::VERSION`].
    pub version: u32,
    /// Which questions are being answered.
    pub instrument: InstrumentReference,
    /// When the person last started over, or 0. Two tabs that disagree follow the later start.
    pub generation: u64,
    /// 128 random bits in hex.
    pub id: String,
    /// When it was last changed.
    pub updated: u64,
    /// Where the person is.
    pub place: Place,
    /// What the person calls the rollout.
    pub rollout: Stamped<Option<String>>,
    /// Who answers.
    pub role: Stamped<Option<Role>>,
    /// How much is asked.
    pub form: Stamped<Option<Form>>,
    /// The part of the organisation.
    pub unit: Stamped<Option<String>>,
    /// Whether the pilot met its goals.
    pub pilot: Stamped<Option<Pilot>>,
    /// The ranking.
    pub attribution: Stamped<Vec<String>>,
    /// Item id to answer; an answer that was cleared is `null` with its stamp.
    pub answers: Table<String, Stamped<Option<Answer>>>,
    /// Whole seconds that each page of items was open, by [`Draft::page_key`].
    pub seconds: Table<String, u32>,
    /// What the person is judged on, as far as it was filled in.
    pub scorecard: Stamped<IncentiveInput>,
    /// The path of a unit, as far as it was entered; absent before it was begun.
    pub path: Stamped<Option<Rc<Inventory>>>,
    /// Which models go into the response file.
    pub shared: Stamped<Shared>,
}

impl Draft {
    /// The value of the field `format`.
    pub const FORMAT: &'static str = "middle-layer/draft";
    /// The version that this crate writes. Version 1 had no stamps, version 2 no models.
    pub const VERSION: u32 = 3;

    /// An empty draft of these questions.
    #[must_use]
    pub fn new(instrument: &Instrument, id: String) -> Self {
        Self {
            format: Self::FORMAT.to_owned(),
            version: Self::VERSION,
            instrument: InstrumentReference {
                id: instrument.id.clone(),
                version: instrument.version.clone(),
                hash: instrument.hash.clone(),
            },
            generation: 0,
            id,
            updated: 0,
            place: Place::Start,
            rollout: Stamped::default(),
            role: Stamped::default(),
            form: Stamped::default(),
            unit: Stamped::default(),
            pilot: Stamped::default(),
            attribution: Stamped::default(),
            answers: Table::new(),
            seconds: Table::new(),
            scorecard: Stamped::default(),
            path: Stamped::default(),
            shared: Stamped::default(),
        }
    }

    /// A draft that goes on from a response file.
    #[must_use]
    pub fn from_response(response: &Response, instrument: &Instrument, now: u64) -> Self {
        fn stamped<T>(value: T, at: u64) -> Stamped<T> {
            Stamped { value, at }
        }
        let mut draft = Self::new(instrument, response.id.clone());
        draft.updated = now;
        draft.rollout = stamped(response.rollout.clone(), now);
        draft.role = stamped(Some(response.role), now);
        draft.form = stamped(Some(response.form), now);
        draft.unit = stamped(response.unit.clone(), now);
        draft.pilot = stamped(response.pilot, now);
        draft.attribution = stamped(response.attribution.clone().unwrap_or_default(), now);
        for (item, answer) in &response.answers {
            draft.answers.insert(item.clone(), stamped(Some(*answer), now));
        }
        // What is in the file was ticked into it.
        draft.scorecard = stamped(response.incentive.unwrap_or_default(), now);
        let inventory = |path: &PathInput| Rc::new(Inventory { path: path.clone(), ..Inventory::default() });
        draft.path = stamped(response.path.as_ref().map(inventory), now);
        let shared = Shared { scorecard: response.incentive.is_some(), path: response.path.is_some() };
        draft.shared = stamped(shared, now);
        let pages = item_pages(instrument, response.form, response.role);
        for (position, (index, page)) in pages.into_iter().enumerate() {
            let time = response.pages.as_ref().and_then(|pages| pages.get(position));
            if let Some(time) = time.filter(|time| time.items as usize == page.len()) {
                draft.seconds.insert(Self::page_key(response.form, response.role, index), time.seconds);
            }
        }
        draft
    }

    /// The name of a page in [`Draft::seconds`].
    #[must_use]
    pub fn page_key(form: Form, role: Role, index: usize) -> String {
        format!("{}.{}.{index}", form.id(), role.id())
    }

    /// The answer to an item, if there is one.
    #[must_use]
    pub fn answer(&self, item: &str) -> Option<Answer> {
        self.answers.get(item).and_then(|answer| answer.value)
    }

    /// Whether anything was said that would be missed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.role.value.is_none()
            && self.form.value.is_none()
            && self.unit.value.is_none()
            && self.pilot.value.is_none()
            && self.rollout.value.is_none()
            && self.attribution.value.is_empty()
            && self.answers.values().all(|answer| answer.value.is_none())
            && self.scorecard.value == IncentiveInput::default()
            && self.path.value.is_none()
    }

    /// The text that is kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut out = Writer::compact();
        out.begin('{');
        out.name("format").text(&self.format);
        out.name("version").whole(self.version.into());
        out.name("instrument").begin('{');
        out.name("id").text(&self.instrument.id);
        out.name("version").text(&self.instrument.version);
        out.name("hash").text(&self.instrument.hash);
        out.end('}');
        out.name("generation").whole(self.generation);
        out.name("id").text(&self.id);
        out.name("updated").whole(self.updated);
        out.name("place").text(&self.place.id());
        let texts = [
            ("rollout", self.rollout.value.as_deref(), self.rollout.at),
            ("role", self.role.value.map(Role::id), self.role.at),
            ("form", self.form.value.map(Form::id), self.form.at),
            ("unit", self.unit.value.as_deref(), self.unit.at),
            ("pilot", self.pilot.value.map(Pilot::id), self.pilot.at),
        ];
        for (name, text, at) in texts {
            out.name(name).begin('{');
            out.name("value").text_or_null(text);
            out.name("at").whole(at).end('}');
        }
        out.name("attribution").begin('{').name("value").begin('[');
        for option in &self.attribution.value {
            out.text(option);
        }
        out.end(']').name("at").whole(self.attribution.at).end('}');
        out.name("answers").begin('{');
        for (item, answer) in &self.answers {
            out.name(item).begin('{').name("value");
            match answer.value {
                Some(answer) => answer.write(&mut out),
                None => drop(out.null()),
            }
            out.name("at").whole(answer.at).end('}');
        }
        out.end('}').name("seconds").begin('{');
        for (page, seconds) in &self.seconds {
            out.name(page).whole((*seconds).into());
        }
        out.end('}');
        self.write_models(&mut out);
        out.end('}');
        out.finish()
    }

    fn write_models(&self, out: &mut Writer) {
        out.name("scorecard").begin('{').name("value");
        incentive::write(&self.scorecard.value, out);
        out.name("at").whole(self.scorecard.at).end('}');
        out.name("path").begin('{').name("value");
        match &self.path.value {
            Some(inventory) => inventory::write(inventory, out),
            None => drop(out.null()),
        }
        out.name("at").whole(self.path.at).end('}');
        out.name("shared").begin('{').name("value").begin('[');
        for part in self.shared.value.names() {
            out.text(part);
        }
        out.end(']').name("at").whole(self.shared.at).end('}');
    }
}

/// The pages of items (all but the ranking) with their index in the form.
pub(super) fn item_pages(instrument: &Instrument, form: Form, role: Role) -> Vec<(usize, &[String])> {
    let mut pages = Vec::new();
    for (index, page) in instrument.pages(form, role).iter().enumerate() {
        if page.first().is_some_and(|item| item != crate::instrument::PAGE_OF_RANKING) {
            pages.push((index, page.as_slice()));
        }
    }
    pages
}
