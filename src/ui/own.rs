//! What an organisation's own instrument adds to the screens: its name and fingerprint, its words, its links.

use super::element::{Name, View, element, several};
use super::parts::{plain, text};
use super::sitting::Sitting;
use crate::instrument::{Construct, Instrument, Link, Role, date, shown_address};
use crate::response::Response;
use crate::text::joined;

/// Which questions these are, where they are not the built-in ones; else nothing.
pub(super) fn own_questions(sitting: &Sitting) -> String {
    let instrument = sitting.instrument();
    if instrument.is_built_in() {
        return String::new();
    }
    let words = &sitting.words().frame;
    (words.own_questions)(&instrument.title, &instrument.version, instrument.fingerprint())
}

/// What a role is called: the organisation's name for it, where it has given one.
pub(super) fn role_name(sitting: &Sitting, role: Role) -> &'static str {
    let usual = (sitting.words().about.roles)(role).title;
    sitting.instrument().words.roles.get(&role).map_or(usual, String::as_str)
}

/// Whose answers to what, and from when: what tells two print-outs apart.
pub(super) fn origin(sitting: &Sitting, response: &Response) -> String {
    let named =
        [&response.rollout, &response.unit, &response.week].map(|name| name.as_deref().unwrap_or_default());
    let [rollout, unit, week] = named;
    in_a_row(&[sitting.words().frame.product, role_name(sitting, response.role), rollout, unit, week])
}

/// What is not empty, in one line.
pub(super) fn in_a_row(parts: &[&str]) -> String {
    // A list without the empty ones, to be joined, would be half a kilobyte more.
    let mut row = String::new();
    for part in parts {
        if !part.is_empty() {
            row.push_str(if row.is_empty() { "" } else { " · " });
            row.push_str(part);
        }
    }
    row
}

/// What a construct is called: the organisation's name for it, where it has given one.
pub(super) fn construct_name(sitting: &Sitting, construct: Construct) -> &'static str {
    let name = |instrument: &'static Instrument| {
        instrument.constructs.get(&construct).map_or("", |words| words.name.as_str())
    };
    let own = name(sitting.instrument());
    let usual = name(Instrument::built_in());
    if own.is_empty() || own == usual { (sitting.result_words().construct_short)(construct) } else { own }
}

/// The privacy notice and whom to ask.
pub(super) fn notice_and_contact(sitting: &Sitting) -> View {
    let links = &sitting.instrument().links;
    let words = &sitting.words().frame.links;
    several().with(line("", links.privacy.as_ref(), words.privacy, "")).with(line(
        words.ask,
        links.ask.as_ref(),
        "",
        "",
    ))
}

/// Where a file of answers goes and until when, or that it is too late.
pub(super) fn collection(sitting: &Sitting) -> View {
    let words = &sitting.words().frame.links;
    let links = &sitting.instrument().links;
    let Some(link) = &links.hand_in else { return View::default() };
    let until = match date(&link.until) {
        None => String::new(),
        Some(last) => {
            let past = sitting.host.today() > last;
            let (year, month, day) = last;
            (if past { words.past } else { words.until })(year, month, day)
        }
    };
    line(words.hand_in, Some(link), "", &until)
}

/// A link in a line of its own. It says where it leads, and opens beside the answers rather than in their place.
fn line(before: &'static str, link: Option<&Link>, label: &'static str, after: &str) -> View {
    let Some(link) = link else { return View::default() };
    let address = shown_address(&link.url).unwrap_or_default();
    let label = if link.label.is_empty() { label } else { &link.label };
    let (shown, behind) = if label.is_empty() {
        (address, String::new())
    } else {
        (label, joined(&[" (", address, ")"], "", ""))
    };
    let end = if after.is_empty() { String::new() } else { joined(&[". ", after], "", "") };
    element("p", "")
        .with(plain(before))
        .with(beside(shown.to_owned(), &link.url))
        .with(plain(behind))
        .with(plain(end))
}

/// A link that opens beside the answers.
fn beside(shown: String, address: &str) -> View {
    text("a", "", shown)
        .has(Name::Address, address.to_owned())
        .is(Name::Target, "_blank")
        .is(Name::Relation, "noopener noreferrer")
}

/// The sheet for those who decide whether this may be used.
pub(super) fn sheet(sitting: &Sitting) -> View {
    let Some(address) = &sitting.session().presets.sheet else { return View::default() };
    element("p", "").with(beside(sitting.words().start.sheet.to_owned(), address))
}
