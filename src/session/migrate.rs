//! Reading a kept draft: of this version, of an older one, or not to be used.

use serde_json::{Value, json};

use super::draft::Draft;
use super::place::Place;
use crate::instrument::Instrument;

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
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return Reading::SetAside(SetAside::Damaged);
    };
    if value.get("format").and_then(Value::as_str) != Some(Draft::FORMAT) {
        return Reading::SetAside(SetAside::Damaged);
    }
    let current = match value.get("version").and_then(Value::as_u64) {
        Some(1) => from_version_1(value),
        Some(version) if version == u64::from(Draft::VERSION) => value,
        Some(version) if version > u64::from(Draft::VERSION) => {
            return Reading::SetAside(SetAside::Newer);
        }
        _ => return Reading::SetAside(SetAside::Damaged),
    };
    let Ok(mut draft) = serde_json::from_value::<Draft>(current) else {
        return Reading::SetAside(SetAside::Damaged);
    };
    if draft.instrument.id != instrument.id {
        return Reading::SetAside(SetAside::OtherQuestions);
    }
    if now.saturating_sub(draft.updated) > MAXIMUM_AGE_DAYS * DAY {
        return Reading::SetAside(SetAside::Old);
    }
    let questions_changed = adapt(&mut draft, instrument);
    Reading::Draft { draft: Box::new(draft), questions_changed }
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

/// Version 1 held bare values; each gets the time of the last change as its stamp.
fn from_version_1(mut old: Value) -> Value {
    let updated = old.get("updated").and_then(Value::as_u64).unwrap_or_default();
    let mut take = |field: &str| old.get_mut(field).map_or(Value::Null, Value::take);
    let stamped = |value: Value| json!({ "value": value, "at": updated });
    let answers: serde_json::Map<String, Value> = match take("answers") {
        Value::Object(answers) => answers.into_iter().map(|(item, answer)| (item, stamped(answer))).collect(),
        _ => serde_json::Map::new(),
    };
    let attribution = match take("attribution") {
        Value::Null => json!([]),
        ranked => ranked,
    };
    json!({
        "format": Draft::FORMAT,
        "version": Draft::VERSION,
        "instrument": take("instrument"),
        "generation": 0,
        "id": take("id"),
        "updated": updated,
        "place": take("place").as_str().map_or_else(|| Place::Start.id(), str::to_owned),
        "rollout": stamped(take("rollout")),
        "role": stamped(take("role")),
        "form": stamped(take("form")),
        "unit": stamped(take("unit")),
        "pilot": stamped(take("pilot")),
        "attribution": stamped(attribution),
        "answers": answers,
        "seconds": {},
    })
}
