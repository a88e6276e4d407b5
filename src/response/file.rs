//! The response as the text of a file.

use super::{Pilot, Response, read};
use crate::instrument::Instrument;
use crate::json::{Writer, parse};
use crate::problem::{Fault, Problem};
use crate::{incentive, pace};

/// No response is larger than this, in bytes; a larger file is not read at all.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// Reads a response file.
///
/// # Errors
/// [`Fault::TooLarge`], [`Fault::TooDeep`] or [`Fault::NotJson`] alone, or all that [`read()`] finds.
pub fn read_text(text: &str, instrument: &Instrument) -> Result<Response, Vec<Problem>> {
    let whole_file = |fault| vec![Problem::new("", fault)];
    if text.len() > LARGEST_FILE {
        return Err(whole_file(Fault::TooLarge { bytes: text.len(), limit: LARGEST_FILE }));
    }
    // Some editors put a byte order mark before a text that they save.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value = parse(text).map_err(whole_file)?;
    read(&value, instrument)
}

/// The text of a response file: JSON that a person can read before sending it, fields in the order of the
/// contract, with a line break at its end.
#[must_use]
pub fn write(response: &Response) -> String {
    let mut out = Writer::spacious();
    out.begin('{');
    out.name("format").text(&response.format);
    out.name("version").whole(response.version.into());
    let instrument = &response.instrument;
    out.name("instrument").begin('{');
    out.name("id").text(&instrument.id);
    out.name("version").text(&instrument.version);
    out.name("hash").text(&instrument.hash);
    out.end('}');
    out.name("id").text(&response.id);
    let optional = [
        ("rollout", response.rollout.as_deref()),
        ("role", Some(response.role.id())),
        ("form", Some(response.form.id())),
        ("unit", response.unit.as_deref()),
        ("pilot", response.pilot.map(Pilot::id)),
    ];
    for (name, text) in optional {
        if let Some(text) = text {
            out.name(name).text(text);
        }
    }
    out.name("answers").begin('{');
    for (item, answer) in &response.answers {
        answer.write(out.name(item));
    }
    out.end('}');
    if let Some(ranked) = &response.attribution {
        out.name("attribution").begin('[');
        for option in ranked {
            out.text(option);
        }
        out.end(']');
    }
    if let Some(pages) = &response.pages {
        out.name("pages").begin('[');
        for page in pages {
            out.begin('{');
            out.name("items").whole(page.items.into());
            out.name("seconds").whole(page.seconds.into());
            out.end('}');
        }
        out.end(']');
    }
    if let Some(week) = &response.week {
        out.name("week").text(week);
    }
    if let Some(input) = response.incentive.as_ref().filter(|_| crate::response::MODELS) {
        incentive::write(input, out.name("incentive"));
    }
    if let Some(path) = response.path.as_ref().filter(|_| crate::response::MODELS) {
        pace::write(path, out.name("path"));
    }
    out.end('}');
    let mut text = out.finish();
    text.push('\n');
    text
}
