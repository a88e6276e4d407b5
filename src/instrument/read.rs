//! Reading an instrument from JSON: the one of this crate, or an organisation's own.

use crate::value::{Object, Value};

use super::{
    Attribution, AttributionClass, AttributionOption, Construct, ConstructText, Form, Instrument, Item, Key,
    Role, content_hash,
};
use crate::problem::{Fault, Problem, Reader, child};
use crate::table::Table;

/// Longest text that is read at all. What is too long to be shown is for [`super::check`] to say.
const LONGEST_TEXT: usize = 1000;

/// Reads an instrument. Its hash is computed, whatever the file says. Fields that there are none of are left out.
///
/// What is read has the right form, but need not make sense: see [`super::check`].
///
/// # Errors
/// All that is wrong with its form, each with its place.
pub fn read(file: &Value) -> Result<Instrument, Vec<Problem>> {
    read_with_hash(file, content_hash(file))
}

/// As [`read`], where the hash is known.
pub(super) fn read_with_hash(file: &Value, hash: String) -> Result<Instrument, Vec<Problem>> {
    let mut reader = Reader::new();
    let instrument = reader.object(file, "").map(|object| Instrument {
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
    });
    reader.finish(instrument)
}

// Where something is wrong, the functions below report it and give back less: `finish` then drops the whole.

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
            scales.insert(name.to_owned(), texts(reader, value, path));
        });
    }
    scales
}

fn not_applicable(reader: &mut Reader, object: &Object) -> Table<String, String> {
    let mut labels = Table::new();
    if let Some(value) = reader.required(object, "", "notApplicable") {
        reader.each_field(value, "notApplicable", &mut |reader, name, value, path| {
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
    let id = text(reader, object, path, "id");
    let construct = choice(reader, object, path, "construct", &Construct::ALL, Construct::id);
    let facet = object.get("facet").filter(|facet| !facet.is_null());
    let facet = facet.and_then(|facet| reader.text(facet, &child(path, "facet"), LONGEST_TEXT));
    let key = choice(reader, object, path, "key", &Key::ALL, Key::id);
    let scale = text(reader, object, path, "scale");
    let mut wordings = Table::new();
    if let Some(value) = reader.required(object, path, "text") {
        reader.each_field(
            value,
            &child(path, "text"),
            &mut |reader, id, value, path| match Role::from_id(id) {
                None => reader.report(path, Fault::UnknownField),
                Some(role) => {
                    let wording = reader.text(value, path, LONGEST_TEXT).unwrap_or_default();
                    wordings.insert(role, wording.to_owned());
                }
            },
        );
    }
    let facet = facet.map(str::to_owned);
    Some(Item { id, construct: construct?, facet, key: key?, scale, text: wordings })
}

fn attribution(reader: &mut Reader, object: &Object) -> Attribution {
    const PATH: &str = "attribution";
    let Some(object) = reader.required(object, "", PATH).and_then(|value| reader.object(value, PATH)) else {
        return Attribution::default();
    };
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
