//! Reading the organisation's own words and links.

use super::read::{LONGEST_TEXT, text_of_roles};
use super::{Link, Links, OwnWords, Role, date, shown_address};
use crate::problem::{Fault, Reader, beginning, child};
use crate::table::Table;
use crate::value::{Object, Value};

/// Labels: of a role, of a field, of a link.
const LONGEST_LABEL: usize = 60;
/// One sentence or two below a label.
const LONGEST_DETAIL: usize = 200;

pub(super) fn words(reader: &mut Reader, object: &Object) -> OwnWords {
    const PATH: &str = "words";
    let mut words = OwnWords::default();
    let Some(object) = part(reader, object, "", PATH) else { return words };
    reader.only(object, PATH, "roles roleDetails unit rollout");
    words.unit = text(reader, object, PATH, "unit", LONGEST_LABEL);
    words.rollout = text(reader, object, PATH, "rollout", LONGEST_LABEL);
    words.roles = texts(reader, object, "roles", LONGEST_LABEL);
    words.role_details = texts(reader, object, "roleDetails", LONGEST_DETAIL);
    words
}

/// A text for some of the roles.
fn texts(reader: &mut Reader, object: &Object, field: &str, limit: usize) -> Table<Role, String> {
    let Some(value) = object.get(field) else { return Table::new() };
    let path = child("words", field);
    let texts = text_of_roles(reader, value, &path);
    for (role, text) in &texts {
        sound(reader, text, &child(&path, role.id()), limit);
    }
    texts
}

pub(super) fn links(reader: &mut Reader, object: &Object) -> Links {
    const PATH: &str = "links";
    let Some(object) = part(reader, object, "", PATH) else { return Links::default() };
    reader.only(object, PATH, "ask privacy handIn");
    Links {
        ask: link(reader, object, "ask", "label url"),
        privacy: link(reader, object, "privacy", "url"),
        hand_in: link(reader, object, "handIn", "url until"),
    }
}

fn link(reader: &mut Reader, object: &Object, field: &str, known: &str) -> Option<Link> {
    let path = &child("links", field);
    let object = part(reader, object, "links", field)?;
    reader.only(object, path, known);
    let url = reader.required(object, path, "url").and_then(Value::as_str).unwrap_or_default();
    if shown_address(url).is_none() && object.get("url").is_some() {
        reader.report(child(path, "url"), Fault::NotALink);
    }
    let until = text(reader, object, path, "until", LONGEST_LABEL);
    if !until.is_empty() && date(&until).is_none() {
        reader.report(child(path, "until"), Fault::WrongForm);
    }
    Some(Link { label: text(reader, object, path, "label", LONGEST_LABEL), url: url.to_owned(), until })
}

/// An object that may be absent.
fn part<'v>(reader: &mut Reader, object: &'v Object, path: &str, field: &str) -> Option<&'v Object> {
    object.get(field).and_then(|value| reader.object(value, &child(path, field)))
}

/// A text that may be absent, but not blank or long.
fn text(reader: &mut Reader, object: &Object, path: &str, field: &str, limit: usize) -> String {
    let Some(value) = object.get(field) else { return String::new() };
    let path = child(path, field);
    let Some(text) = reader.text(value, &path, LONGEST_TEXT) else { return String::new() };
    sound(reader, text, &path, limit);
    text.to_owned()
}

fn sound(reader: &mut Reader, text: &str, path: &str, limit: usize) {
    if text.trim().is_empty() {
        reader.report(path, Fault::Missing);
    } else if beginning(text, limit).len() < text.len() {
        reader.report(path, Fault::TooLong { limit });
    }
}
