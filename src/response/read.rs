//! Reading a response from JSON.

use super::{Answer, FORMAT, InstrumentReference, PageTime, Pilot, Response, VERSION};
use crate::instrument::{EXCLUSIVE_OPTION, Form, Instrument, MOST_RANKED, Role};
use crate::problem::{Fault, LONGEST_ID, Problem, Reader, beginning, child, is_id, shorten};
use crate::table::Table;
use crate::value::{Object, Value};
use crate::{incentive, pace};

/// Longest unit and rollout, in characters.
const LONGEST_LABEL: usize = 120;
/// Most items on a page.
const MOST_ITEMS: u32 = 100;
/// Longest time on a page: a day.
const LONGEST_PAGE: u32 = 86_400;

/// Reads a response of this instrument.
///
/// A wrong format or version is reported alone, since nothing else can be trusted then. Fields that this version
/// does not know are left out: the contract may grow. Another version or hash of the built-in instrument is accepted,
/// so that files written before a change of wording stay readable; its items are checked one by one. Of an
/// organisation's own instrument the hash has to be the same. The inputs of
/// the models are strict: a field that changes a figure and is not known is an error.
///
/// # Errors
/// All that is wrong with it, each with its place.
pub fn read(value: &Value, instrument: &Instrument) -> Result<Response, Vec<Problem>> {
    let mut reader = Reader::new();
    let response = read_object(&mut reader, value, instrument);
    reader.finish(response)
}

fn read_object(reader: &mut Reader, value: &Value, instrument: &Instrument) -> Option<Response> {
    let object = reader.object(value, "")?;
    read_kind(reader, object)?;

    // Every field is read before the first `?` below, so that all problems are found in one go.
    let reference = read_reference(reader, object, instrument);
    let id = reader.required(object, "", "id").and_then(|value| read_id(reader, value));
    let rollout = object.get("rollout").and_then(|value| read_label(reader, value, "rollout"));
    let role = reader
        .required(object, "", "role")
        .and_then(|value| reader.choice(value, "role", &Role::ALL, Role::id));
    let form = reader
        .required(object, "", "form")
        .and_then(|value| reader.choice(value, "form", &Form::ALL, Form::id));
    let unit = object.get("unit").and_then(|value| read_label(reader, value, "unit"));
    let pilot = object.get("pilot").and_then(|value| reader.choice(value, "pilot", &Pilot::ALL, Pilot::id));
    // Answers to other questions would only repeat that they are other questions.
    let (answers, attribution) = if reference.is_some() {
        (
            reader
                .required(object, "", "answers")
                .and_then(|value| read_answers(reader, value, instrument, role, form)),
            object.get("attribution").and_then(|value| read_attribution(reader, value, instrument)),
        )
    } else {
        (None, None)
    };
    let pages = object.get("pages").and_then(|value| read_pages(reader, value));
    let week = object.get("week").and_then(|value| read_week(reader, value));
    let incentive =
        object.get("incentive").and_then(|value| incentive::read_field(reader, value, "incentive"));
    let path = object.get("path").and_then(|value| pace::read_field(reader, value, "path"));

    // An optional field that could not be read is absent here, and `finish` drops the whole for its problem.
    Some(Response {
        format: FORMAT.to_owned(),
        version: VERSION,
        instrument: reference?,
        id: id?,
        rollout,
        role: role?,
        form: form?,
        unit,
        pilot,
        answers: answers?,
        attribution,
        pages,
        week,
        incentive,
        path,
    })
}

/// A label without characters is none.
fn read_label(reader: &mut Reader, value: &Value, path: &str) -> Option<String> {
    reader.label(value, path, LONGEST_LABEL).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Whether this is a response of the version that is read here.
fn read_kind(reader: &mut Reader, object: &Object) -> Option<()> {
    let format = reader.required(object, "", "format")?;
    if format.as_str() != Some(FORMAT) {
        reader.report("format", Fault::UnknownFormat { found: quote(format) });
        return None;
    }
    let version = reader.required(object, "", "version")?;
    if version.as_f64() != Some(f64::from(VERSION)) {
        reader.report("version", Fault::UnknownVersion { found: quote(version) });
        return None;
    }
    Some(())
}

fn quote(value: &Value) -> String {
    match value {
        Value::String(text) => shorten(text),
        // Not written out: it could be large.
        Value::Array(_) => "[…]".to_owned(),
        Value::Object(_) => "{…}".to_owned(),
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        // Printing other numbers exactly takes tables of several kilobytes.
        Value::Number(_) => value.as_i64().map_or_else(|| "a number".to_owned(), |whole| whole.to_string()),
    }
}

fn read_reference(
    reader: &mut Reader,
    object: &Object,
    instrument: &Instrument,
) -> Option<InstrumentReference> {
    const PATH: &str = "instrument";
    let reference = reader.required(object, "", PATH).and_then(|value| reader.object(value, PATH))?;
    let mut text = |field: &str| {
        let value = reader.required(reference, PATH, field)?;
        reader.text(value, &child(PATH, field), LONGEST_ID).map(str::to_owned)
    };
    let (id, version, hash) = (text("id"), text("version"), text("hash"));
    if let Some(found) = id.as_deref().filter(|id| *id != instrument.id) {
        reader.report("instrument.id", Fault::OtherInstrument { found: shorten(found) });
        return None;
    }
    // Of the questions of this crate it is known what a version changes. In an organisation's own an id may have got
    // another meaning.
    if let Some(found) = hash.as_deref().filter(|hash| *hash != instrument.hash && !instrument.is_built_in())
    {
        let found = beginning(found, instrument.fingerprint().len()).to_owned();
        reader.report("instrument.hash", Fault::OtherInstrument { found });
        return None;
    }
    Some(InstrumentReference { id: id?, version: version?, hash: hash? })
}

fn read_id(reader: &mut Reader, value: &Value) -> Option<String> {
    let id = reader.text(value, "id", LONGEST_ID)?;
    if !is_id(id) {
        reader.report("id", Fault::WrongForm);
        return None;
    }
    Some(id.to_owned())
}

fn read_answers(
    reader: &mut Reader,
    value: &Value,
    instrument: &Instrument,
    role: Option<Role>,
    form: Option<Form>,
) -> Option<Table<String, Answer>> {
    let object = reader.object(value, "answers")?;
    let mut answers = Table::new();
    for (id, value) in object.fields() {
        let path = child("answers", id);
        match (answer_place(instrument, id, role, form), Answer::from_value(value)) {
            (Err(fault), _) => reader.report(path, fault),
            (Ok(()), None) => reader.report(path, Fault::NotAnAnswer),
            (Ok(()), Some(answer)) => {
                answers.insert(id.clone(), answer);
            }
        }
        if reader.is_full() {
            return None;
        }
    }
    Some(answers)
}

/// Whether this role is asked this item on this form; an unreadable role or form is not held against it.
fn answer_place(
    instrument: &Instrument,
    id: &str,
    role: Option<Role>,
    form: Option<Form>,
) -> Result<(), Fault> {
    let item = instrument.item(id).ok_or(Fault::UnknownItem)?;
    let Some(role) = role else { return Ok(()) };
    if !item.text.contains_key(&role) {
        return Err(Fault::ItemOfAnotherRole);
    }
    let shown = |form| instrument.pages(form, role).iter().any(|page| page.iter().any(|shown| shown == id));
    if form.is_some_and(|form| !shown(form)) {
        return Err(Fault::ItemOfAnotherForm);
    }
    Ok(())
}

fn read_attribution(reader: &mut Reader, value: &Value, instrument: &Instrument) -> Option<Vec<String>> {
    const PATH: &str = "attribution";
    let list = reader.list(value, PATH)?;
    if list.len() > MOST_RANKED {
        reader.report(PATH, Fault::TooManyOptions { limit: MOST_RANKED });
    }
    let mut ranked: Vec<String> = Vec::new();
    for (position, value) in list.iter().enumerate() {
        let path = child(PATH, &position.to_string());
        let Some(id) = reader.text(value, &path, LONGEST_ID) else { continue };
        if instrument.option(id).is_none() {
            reader.report(path, Fault::UnknownOption);
        } else if ranked.iter().any(|known| known == id) {
            reader.report(path, Fault::RepeatedOption);
        } else if id == EXCLUSIVE_OPTION && list.len() > 1 {
            reader.report(path, Fault::ExclusiveOption);
        } else {
            ranked.push(id.to_owned());
        }
        if reader.is_full() {
            return None;
        }
    }
    Some(ranked)
}

fn read_pages(reader: &mut Reader, value: &Value) -> Option<Vec<PageTime>> {
    let list = reader.list(value, "pages")?;
    let mut pages = Vec::new();
    for (position, value) in list.iter().enumerate() {
        let path = child("pages", &position.to_string());
        if let Some(page) = reader.object(value, &path) {
            let items = reader
                .required(page, &path, "items")
                .and_then(|value| reader.whole(value, &child(&path, "items"), 1, MOST_ITEMS));
            let seconds = reader
                .required(page, &path, "seconds")
                .and_then(|value| reader.whole(value, &child(&path, "seconds"), 0, LONGEST_PAGE));
            if let (Some(items), Some(seconds)) = (items, seconds) {
                pages.push(PageTime { items, seconds });
            }
        }
        if reader.is_full() {
            return None;
        }
    }
    Some(pages)
}

fn read_week(reader: &mut Reader, value: &Value) -> Option<String> {
    let week = reader.text(value, "week", LONGEST_ID)?;
    if is_week(week) {
        return Some(week.to_owned());
    }
    reader.report("week", Fault::WrongForm);
    None
}

/// Four digits, `-W`, 01 to 53.
fn is_week(text: &str) -> bool {
    let mut form = text.bytes().zip(*b"0000-W00");
    let fits = form.all(|(byte, model)| if model == b'0' { byte.is_ascii_digit() } else { byte == model });
    fits && text.len() == 8 && ("01"..="53").contains(&text.get(6..).unwrap_or_default())
}
