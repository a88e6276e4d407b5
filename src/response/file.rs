//! The response as the text of a file.

use super::{Pilot, Response, read};
use crate::instrument::{Instrument, parse_file};
use crate::json::Writer;
use crate::problem::Problem;
use crate::{incentive, pace};

/// Reads a response file.
///
/// # Errors
/// What [`parse_file`] finds, or all that [`read()`] finds.
pub fn read_text(text: &str, instrument: &Instrument) -> Result<Response, Vec<Problem>> {
    read(&parse_file(text)?, instrument)
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
    if let Some(input) = &response.incentive {
        incentive::write(input, out.name("incentive"));
    }
    if let Some(path) = &response.path {
        pace::write(path, out.name("path"));
    }
    out.end('}');
    let mut text = out.finish();
    text.push('\n');
    text
}
