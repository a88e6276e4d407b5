//! Reading a kept draft: of this version, of an older one, or not to be used.

use super::draft::{Draft, Stamped};
use super::inventory::read_draft_field;
use super::place::Place;
use super::scorecard::{self, Shared};
use crate::instrument::{Form, Instrument, Role};
use crate::response::{Answer, InstrumentReference, Pilot};
use crate::table::Table;
use crate::value::{Object, Value};

/// A draft that was not touched for longer is set aside: the questions are about the last three months.
pub const MAXIMUM_AGE_DAYS: u64 = 30;
const DAY: u64 = 24 * 60 * 60 * 1000;

/// Why a draft is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SetAside {
    /// It was not touched for [`MAXIMUM_AGE_DAYS`].
    Old,
    /// It cannot be read.
    Damaged,
    /// A newer version of this page wrote it.
    Newer,
    /// It answers other questions.
    OtherQuestions,
}

/// What a kept text turned out to be.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// A draft to go on with.
    Draft {
        /// The draft, brought to this version.
        draft: Box<Draft>,
        /// Whether some of its questions have changed or gone since.
        questions_changed: bool,
    },
    /// One that is kept, but not used.
    SetAside(SetAside),
}

/// Reads a kept draft.
#[must_use]
pub fn read_draft(text: &str, instrument: &Instrument, now: u64) -> Reading {
    let value = crate::json::parse(text).unwrap_or(Value::Null);
    if value.get("format").and_then(Value::as_str) != Some(Draft::FORMAT) {
        return Reading::SetAside(SetAside::Damaged);
    }
    let version = value.get("version").and_then(Value::as_u64).unwrap_or(0);
    if version > u64::from(Draft::VERSION) {
        return Reading::SetAside(SetAside::Newer);
    }
    let draft = value
        .as_object()
        .filter(|_| version > 0)
        .and_then(|object| Kept::new(object, version).draft(instrument));
    let Some(mut draft) = draft else { return Reading::SetAside(SetAside::Damaged) };
    if draft.instrument.id != instrument.id {
        return Reading::SetAside(SetAside::OtherQuestions);
    }
    if now.saturating_sub(draft.updated) > MAXIMUM_AGE_DAYS * DAY {
        return Reading::SetAside(SetAside::Old);
    }
    let questions_changed = adapt(&mut draft, instrument);
    Reading::Draft { draft, questions_changed }
}

/// Brings a draft of another version of the same instrument to this one: answers to questions that are gone
/// are dropped. Returns whether anything was different.
fn adapt(draft: &mut Draft, instrument: &Instrument) -> bool {
    let hash = std::mem::replace(&mut draft.instrument.hash, instrument.hash.clone());
    draft.instrument.version.clone_from(&instrument.version);
    draft.answers.retain(|item, _| instrument.item(item).is_some());
    let options = &instrument.attribution.options;
    draft.attribution.value.retain(|picked| options.iter().any(|option| option.id == *picked));
    hash != instrument.hash
}

/// A draft as JSON. Version 1 held bare values; each gets the time of the last change as its stamp.
struct Kept<'v> {
    object: &'v Object,
    /// In a draft of version 1, when it was last changed.
    bare_since: Option<u64>,
}

impl<'v> Kept<'v> {
    fn new(object: &'v Object, version: u64) -> Self {
        let updated = object.get("updated").and_then(Value::as_u64).unwrap_or_default();
        Self { object, bare_since: (version == 1).then_some(updated) }
    }

    /// The draft, unless something in it is missing or is not what it has to be. Filled in place: with each field
    /// read into a variable of its own, all those before it would have to be dropped at each that is wrong.
    fn draft(&self, instrument: &Instrument) -> Option<Box<Draft>> {
        let mut draft = Box::new(Draft::new(instrument, owned(self.field("id"))?));
        draft.instrument = reference(self.field("instrument"))?;
        draft.generation = self.bare_since.map_or_else(|| self.field("generation").as_u64(), |_| Some(0))?;
        draft.updated = self.bare_since.or_else(|| self.field("updated").as_u64())?;
        draft.place = self.place()?;
        draft.rollout = self.optional("rollout", |text| Some(text.to_owned()))?;
        draft.role = self.optional("role", Role::from_id)?;
        draft.form = self.optional("form", Form::from_id)?;
        draft.unit = self.optional("unit", |text| Some(text.to_owned()))?;
        draft.pilot = self.optional("pilot", Pilot::from_id)?;
        self.attribution(&mut draft.attribution)?;
        self.answers(&mut draft.answers)?;
        self.seconds(&mut draft.seconds)?;
        self.since_models("scorecard", &mut draft.scorecard, scorecard::read)?;
        self.since_models("path", &mut draft.path, |value, path| {
            *path = read_draft_field(value);
            Some(())
        })?;
        self.since_models("shared", &mut draft.shared, Shared::read)?;
        Some(draft)
    }

    fn field(&self, name: &str) -> &'v Value {
        self.object.get(name).unwrap_or(&Value::Null)
    }

    /// A value and its stamp.
    fn stamped(&self, field: &'v Value) -> Option<(&'v Value, u64)> {
        match self.bare_since {
            Some(at) => Some((field, at)),
            None => Some((field.get("value").unwrap_or(&Value::Null), field.get("at")?.as_u64()?)),
        }
    }

    /// A place that this version does not know is the start: nothing but the position is lost.
    fn place(&self) -> Option<Place> {
        match self.field("place").as_str() {
            Some(id) => Some(Place::from_id(id).unwrap_or_default()),
            None => self.bare_since.map(|_| Place::Start),
        }
    }

    fn optional<T>(&self, name: &str, read: fn(&str) -> Option<T>) -> Option<Stamped<Option<T>>> {
        let (value, at) = self.stamped(self.field(name))?;
        let value = if value.is_null() { None } else { Some(read(value.as_str()?)?) };
        Some(Stamped { value, at })
    }

    /// A value that version 3 brought; before, there was none.
    fn since_models<T>(
        &self,
        name: &str,
        place: &mut Stamped<T>,
        read: fn(&Value, &mut T) -> Option<()>,
    ) -> Option<()> {
        let Some(field) = self.object.get(name) else { return Some(()) };
        let (value, at) = self.stamped(field)?;
        place.at = at;
        read(value, &mut place.value)
    }

    fn attribution(&self, ranking: &mut Stamped<Vec<String>>) -> Option<()> {
        let (list, at) = self.stamped(self.field("attribution"))?;
        ranking.at = at;
        if list.is_null() && self.bare_since.is_some() {
            return Some(());
        }
        for option in list.as_array()? {
            ranking.value.push(owned(option)?);
        }
        Some(())
    }

    fn answers(&self, answers: &mut Table<String, Stamped<Option<Answer>>>) -> Option<()> {
        let Some(object) = self.field("answers").as_object() else { return self.bare_since.map(drop) };
        for (item, answer) in object.fields() {
            let (value, at) = self.stamped(answer)?;
            let value = if value.is_null() { None } else { Some(Answer::from_value(value)?) };
            answers.insert(item.clone(), Stamped { value, at });
        }
        Some(())
    }

    fn seconds(&self, seconds: &mut Table<String, u32>) -> Option<()> {
        if self.bare_since.is_none() {
            for (page, open) in self.field("seconds").as_object()?.fields() {
                seconds.insert(page.clone(), u32::try_from(open.as_u64()?).ok()?);
            }
        }
        Some(())
    }
}

fn reference(value: &Value) -> Option<InstrumentReference> {
    let text = |field: &str| value.get(field).and_then(owned);
    Some(InstrumentReference { id: text("id")?, version: text("version")?, hash: text("hash")? })
}

fn owned(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}
