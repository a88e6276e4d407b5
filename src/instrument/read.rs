//! Reading an instrument from JSON: the one of this crate, or an organisation's own.

use super::read_own::{links, words};
use super::{
    AGREEMENT_SCALE, Attribution, AttributionClass, AttributionOption, Construct, ConstructText, EASE_SCALE,
    Form, Instrument, Item, Key, Role, check, content_hash,
};
use crate::json::parse;
use crate::problem::{Fault, Problem, Reader, child};
use crate::table::Table;
use crate::value::{Object, Value};

/// Longest text that is read at all. What is too long to be shown is for [`super::check()`] to say.
pub(super) const LONGEST_TEXT: usize = 1000;

/// No file of questions or of answers is larger than this, in bytes; a larger one is not read at all.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// Reads and checks the text of an organisation's own instrument file.
///
/// # Errors
/// [`Fault::TooLarge`], [`Fault::TooDeep`] or [`Fault::NotJson`] alone, or all that is wrong with its form, or all that
/// [`super::check()`] finds.
pub fn read_text(text: &str) -> Result<Instrument, Vec<Problem>> {
    read_sound(&parse_file(text)?)
}

/// The text of a file as JSON, whatever that says.
///
/// # Errors
/// [`Fault::TooLarge`], [`Fault::TooDeep`] or [`Fault::NotJson`].
pub fn parse_file(text: &str) -> Result<Value, Vec<Problem>> {
    let whole_file = |fault| vec![Problem::new("", fault)];
    if text.len() > LARGEST_FILE {
        return Err(whole_file(Fault::TooLarge { bytes: text.len(), limit: LARGEST_FILE }));
    }
    // Some editors put a byte order mark before a text that they save.
    parse(text.strip_prefix('\u{feff}').unwrap_or(text)).map_err(whole_file)
}

/// Reads and checks an organisation's own instrument.
///
/// # Errors
/// As [`read_text`], of what is JSON already.
pub fn read_sound(file: &Value) -> Result<Instrument, Vec<Problem>> {
    let instrument = read(file)?;
    let problems = check(&instrument);
    if problems.is_empty() { Ok(instrument) } else { Err(problems) }
}

/// Reads an instrument. Its hash is computed, whatever the file says.
///
/// What is read has the right form, but need not make sense: see [`super::check()`].
///
/// # Errors
/// All that is wrong with its form, each with its place.
pub fn read(file: &Value) -> Result<Instrument, Vec<Problem>> {
    read_with_hash(file, content_hash(file))
}

/// As [`read`], where the hash is known.
pub(super) fn read_with_hash(file: &Value, hash: String) -> Result<Instrument, Vec<Problem>> {
    let mut reader = Reader::new();
    let object = reader.object(file, "");
    if let Some(object) = object {
        reader.only(object, "", FIELDS);
    }
    let instrument = object.map(|object| Instrument {
        id: text(&mut reader, object, "", "id"),
        version: text(&mut reader, object, "", "version"),
        hash,
        locale: text(&mut reader, object, "", "locale"),
        title: text(&mut reader, object, "", "title"),
        scales: scales(&mut reader, object),
        not_applicable: not_applicable(&mut reader, object),
        constructs: constructs(&mut reader, object),
        items: items(&mut reader, object),
        attribution: attribution(&mut reader, object),
        order: order(&mut reader, object),
        words: words(&mut reader, object),
        links: links(&mut reader, object),
    });
    reader.finish(instrument)
}

// Where something is wrong, the functions below report it and give back less: `finish` then drops the whole.

/// The fields of the file.
const FIELDS: &str = "$schema hash id version locale title scales notApplicable constructs items attribution order \
                      words links";

fn text(reader: &mut Reader, object: &Object, path: &str, field: &str) -> String {
    let value = reader.required(object, path, field);
    let text = value.and_then(|value| reader.text(value, &child(path, field), LONGEST_TEXT));
    text.unwrap_or_default().to_owned()
}

fn choice<T: Copy>(
    reader: &mut Reader,
    object: &Object,
    path: &str,
    field: &str,
    choices: &[T],
    id: fn(T) -> &'static str,
) -> Option<T> {
    let value = reader.required(object, path, field)?;
    reader.choice(value, &child(path, field), choices, id)
}

/// A list of texts.
fn texts(reader: &mut Reader, value: &Value, path: &str) -> Vec<String> {
    let mut texts = Vec::new();
    reader.each_entry(value, path, &mut |reader, value, path| {
        if let Some(text) = reader.text(value, path, LONGEST_TEXT) {
            texts.push(text.to_owned());
        }
    });
    texts
}

fn scales(reader: &mut Reader, object: &Object) -> Table<String, Vec<String>> {
    let mut scales = Table::new();
    if let Some(value) = reader.required(object, "", "scales") {
        reader.each_field(value, "scales", &mut |reader, name, value, path| {
            known_scale(reader, name, path);
            scales.insert(name.to_owned(), texts(reader, value, path));
        });
    }
    scales
}

fn known_scale(reader: &mut Reader, name: &str, path: &str) {
    if name != AGREEMENT_SCALE && name != EASE_SCALE {
        reader.report(path, Fault::UnknownField);
    }
}

fn not_applicable(reader: &mut Reader, object: &Object) -> Table<String, String> {
    let mut labels = Table::new();
    if let Some(value) = reader.required(object, "", "notApplicable") {
        reader.each_field(value, "notApplicable", &mut |reader, name, value, path| {
            known_scale(reader, name, path);
            if let Some(label) = reader.text(value, path, LONGEST_TEXT) {
                labels.insert(name.to_owned(), label.to_owned());
            }
        });
    }
    labels
}

fn constructs(reader: &mut Reader, object: &Object) -> Table<Construct, ConstructText> {
    let mut constructs = Table::new();
    if let Some(value) = reader.required(object, "", "constructs") {
        reader.each_field(value, "constructs", &mut |reader, id, value, path| match Construct::from_id(id) {
            None => reader.report(path, Fault::UnknownField),
            Some(construct) => {
                if let Some(object) = reader.object(value, path) {
                    reader.only(object, path, "name definition");
                    let name = text(reader, object, path, "name");
                    let definition = text(reader, object, path, "definition");
                    constructs.insert(construct, ConstructText { name, definition });
                }
            }
        });
    }
    constructs
}

fn items(reader: &mut Reader, object: &Object) -> Vec<Item> {
    let mut items = Vec::new();
    if let Some(value) = reader.required(object, "", "items") {
        reader.each_entry(value, "items", &mut |reader, value, path| {
            if let Some(item) = item(reader, value, path) {
                items.push(item);
            }
        });
    }
    items
}

fn item(reader: &mut Reader, value: &Value, path: &str) -> Option<Item> {
    let object = reader.object(value, path)?;
    reader.only(object, path, "id construct facet key scale text");
    let id = text(reader, object, path, "id");
    let construct = choice(reader, object, path, "construct", &Construct::ALL, Construct::id);
    let facet = object.get("facet").filter(|facet| !facet.is_null());
    let facet = facet.and_then(|facet| reader.text(facet, &child(path, "facet"), LONGEST_TEXT));
    let key = choice(reader, object, path, "key", &Key::ALL, Key::id);
    let scale = text(reader, object, path, "scale");
    let wordings = reader.required(object, path, "text");
    let text = wordings.map(|value| text_of_roles(reader, value, &child(path, "text"))).unwrap_or_default();
    let facet = facet.map(str::to_owned);
    Some(Item { id, construct: construct?, facet, key: key?, scale, text })
}

/// A text for each role that has one.
pub(super) fn text_of_roles(reader: &mut Reader, value: &Value, path: &str) -> Table<Role, String> {
    let mut texts = Table::new();
    reader.each_field(value, path, &mut |reader, id, value, path| match Role::from_id(id) {
        None => reader.report(path, Fault::UnknownField),
        Some(role) => {
            if let Some(text) = reader.text(value, path, LONGEST_TEXT) {
                texts.insert(role, text.to_owned());
            }
        }
    });
    texts
}

fn attribution(reader: &mut Reader, object: &Object) -> Attribution {
    const PATH: &str = "attribution";
    let Some(object) = reader.required(object, "", PATH).and_then(|value| reader.object(value, PATH)) else {
        return Attribution::default();
    };
    reader.only(object, PATH, "question options");
    let question = text(reader, object, PATH, "question");
    let mut options = Vec::new();
    if let Some(value) = reader.required(object, PATH, "options") {
        reader.each_entry(value, &child(PATH, "options"), &mut |reader, value, path| {
            if let Some(option) = option(reader, value, path) {
                options.push(option);
            }
        });
    }
    Attribution { question, options }
}

fn option(reader: &mut Reader, value: &Value, path: &str) -> Option<AttributionOption> {
    let object = reader.object(value, path)?;
    reader.only(object, path, "id class text");
    let id = text(reader, object, path, "id");
    let class = choice(reader, object, path, "class", &AttributionClass::ALL, AttributionClass::id);
    let text = text(reader, object, path, "text");
    Some(AttributionOption { id, class: class?, text })
}

fn order(reader: &mut Reader, object: &Object) -> Table<Form, Table<Role, Vec<Vec<String>>>> {
    let mut order: Table<Form, Table<Role, Vec<Vec<String>>>> = Table::new();
    let Some(value) = reader.required(object, "", "order") else { return order };
    reader.each_field(value, "order", &mut |reader, id, value, path| match Form::from_id(id) {
        None => reader.report(path, Fault::UnknownField),
        Some(form) => {
            let roles = order.or_default(form);
            reader.each_field(value, path, &mut |reader, id, value, path| match Role::from_id(id) {
                None => reader.report(path, Fault::UnknownField),
                Some(role) => {
                    let pages = roles.or_default(role);
                    reader.each_entry(value, path, &mut |reader, value, path| {
                        pages.push(texts(reader, value, path));
                    });
                }
            });
        }
    });
    order
}
