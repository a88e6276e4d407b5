//! The response as the text of a file.

use super::{Response, read};
use crate::instrument::Instrument;
use crate::problem::{Fault, Problem};

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
    let value = serde_json::from_str(text).map_err(|error| {
        // serde_json has no other way to tell; a test holds its wording.
        whole_file(if error.to_string().starts_with("recursion limit exceeded") {
            Fault::TooDeep
        } else {
            Fault::NotJson { line: error.line(), column: error.column() }
        })
    })?;
    read(&value, instrument)
}

/// The text of a response file: JSON that a person can read before sending it, fields in the order of the
/// contract, with a line break at its end.
#[must_use]
pub fn write(response: &Response) -> String {
    // Names are texts and nothing in a response can fail to be written.
    let mut text = serde_json::to_string_pretty(response).unwrap_or_default();
    text.push('\n');
    text
}
