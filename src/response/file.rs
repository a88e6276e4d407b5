//! The response as the text of a file.

use super::{Response, read};
use crate::instrument::Instrument;
use crate::json::Writer;
use crate::problem::{Fault, Problem};

/// No response is larger than this, in bytes; a larger file is not read at all.
pub const LARGEST_FILE: usize = 1024 * 1024;

/// `serde_json` gives up where a bracket opens inside this many others.
const DEEPEST: usize = 127;

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
        let (line, column) = (error.line(), error.column());
        // serde_json tells only in words which of the two it is.
        whole_file(if depth_at(text, line, column) > DEEPEST {
            Fault::TooDeep
        } else {
            Fault::NotJson { line, column }
        })
    })?;
    read(&value, instrument)
}

/// How many brackets are open after a place in a text that is JSON up to there; line and column from 1, in bytes.
fn depth_at(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for byte in text.bytes().take(before + column) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => depth += 1,
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth
}

/// The text of a response file: JSON that a person can read before sending it, fields in the order of the
/// contract, with a line break at its end.
#[must_use]
pub fn write(response: &Response) -> String {
    let mut out = Writer::spacious();
    out.value(response);
    let mut text = out.finish();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_deep_is_told_from_not_json() {
        fn fault(text: &str) -> Fault {
            let problems = read_text(text, Instrument::built_in()).unwrap_err();
            problems.into_iter().next().unwrap().fault
        }
        for depth in [126, 127, 128, 129, 1000] {
            let expected = serde_json::from_str::<serde_json::Value>(&"[".repeat(depth)).unwrap_err();
            let too_deep = expected.to_string().starts_with("recursion limit exceeded");
            assert_eq!(too_deep, depth > DEEPEST, "{expected}");
            // Lines, texts with brackets, and what comes after the first error do not mislead.
            for (before, after) in [("", ""), ("[1,\n{\"[\\\"[\": \"]}\"},\n", "x"), ("[\n", "]]]")] {
                let text = format!("{before}{}{after}", "[".repeat(depth));
                let opened = depth + usize::from(!before.is_empty());
                assert_eq!(fault(&text) == Fault::TooDeep, opened > DEEPEST, "{text}");
            }
        }
        let late = format!("[oops, {}", "[".repeat(200));
        assert_eq!(fault(&late), Fault::NotJson { line: 1, column: 2 });
    }
}
