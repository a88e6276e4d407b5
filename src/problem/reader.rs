//! Reading fields out of a JSON value while keeping every problem found on the way.

use super::{Expected, Fault, Problem};
use crate::value::{Object, Value};

/// More problems than this are not kept: they help nobody, and a hostile input could have millions.
pub const MOST_PROBLEMS: usize = 100;

/// Longest id of a response, of an instrument and of what is in it; longest version and hash of an instrument.
pub const LONGEST_ID: usize = 64;

/// Longest part of the input that is repeated in a path or a problem.
const LONGEST_QUOTE: usize = 40;

/// The first characters of a text.
#[must_use]
pub fn beginning(text: &str, length: usize) -> &str {
    for (count, (place, _)) in text.char_indices().enumerate() {
        if count == length {
            return text.get(..place).unwrap_or_default();
        }
    }
    text
}

/// Whether a text can be an id: some letters, digits, `-` or `_`, at most 64.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let mut sound = !text.is_empty() && text.len() <= LONGEST_ID;
    for byte in text.bytes() {
        sound &= byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    }
    sound
}

/// A text from the input, short enough to be repeated to a reader.
#[must_use]
pub fn shorten(text: &str) -> String {
    let start = beginning(text, LONGEST_QUOTE);
    let mut short = start.to_owned();
    if start.len() < text.len() {
        short.push('…');
    }
    short
}

/// The path of a field, or of a position in a list, below another path.
#[must_use]
pub fn child(path: &str, field: &str) -> String {
    let field = shorten(field);
    if path.is_empty() { field } else { format!("{path}.{field}") }
}

/// Reads values and collects what is wrong with them. Each method returns `None` where it has reported a
/// problem, so that a reader goes on to the next field and the caller sees all problems at once.
#[derive(Debug, Default)]
pub struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    /// A reader that has found nothing wrong yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Keeps a problem, up to [`MOST_PROBLEMS`].
    pub fn report(&mut self, path: impl Into<String>, fault: Fault) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem::new(path, fault));
        }
    }

    /// Whether enough problems were found that further reading would add none.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// What was read, or all that is wrong with it. Nothing read and nothing reported is [`Fault::Missing`].
    ///
    /// # Errors
    /// The problems reported so far.
    pub fn finish<T>(mut self, read: Option<T>) -> Result<T, Vec<Problem>> {
        match read {
            Some(read) if self.problems.is_empty() => Ok(read),
            _ => {
                if self.problems.is_empty() {
                    self.report("", Fault::Missing);
                }
                Err(self.problems)
            }
        }
    }

    /// The field of an object; its absence is a problem.
    pub fn required<'v>(&mut self, object: &'v Object, path: &str, field: &str) -> Option<&'v Value> {
        let value = object.get(field);
        if value.is_none() {
            self.report(child(path, field), Fault::Missing);
        }
        value
    }

    /// Reports the fields of an object that are none of these, which are written with spaces between them: more often
    /// than not a name that was mistyped.
    pub fn only(&mut self, object: &Object, path: &str, fields: &str) {
        for (name, _) in object.fields() {
            let mut known = false;
            for field in fields.split(' ') {
                known |= field == name;
            }
            if !known {
                self.report(child(path, name), Fault::UnknownField);
            }
        }
    }

    /// An object.
    pub fn object<'v>(&mut self, value: &'v Value, path: &str) -> Option<&'v Object> {
        self.typed(value.as_object(), path, Expected::Object)
    }

    /// A list.
    pub fn list<'v>(&mut self, value: &'v Value, path: &str) -> Option<&'v [Value]> {
        self.typed(value.as_array(), path, Expected::List)
    }

    /// A text of at most `limit` characters.
    pub fn text<'v>(&mut self, value: &'v Value, path: &str, limit: usize) -> Option<&'v str> {
        let text = self.typed(value.as_str(), path, Expected::Text)?;
        self.short(text, path, limit)
    }

    /// A text that a person typed: the white space around it does not count.
    pub fn label<'v>(&mut self, value: &'v Value, path: &str, limit: usize) -> Option<&'v str> {
        let text = self.typed(value.as_str(), path, Expected::Text)?.trim();
        self.short(text, path, limit)
    }

    /// `true` or `false`.
    pub fn flag(&mut self, value: &Value, path: &str) -> Option<bool> {
        self.typed(value.as_bool(), path, Expected::Flag)
    }

    /// A number from `minimum` to `maximum`.
    pub fn number(&mut self, value: &Value, path: &str, minimum: f64, maximum: f64) -> Option<f64> {
        let number = self.typed(value.as_f64(), path, Expected::Number)?;
        if (minimum..=maximum).contains(&number) {
            return Some(number);
        }
        self.report(path, Fault::OutOfRange { minimum, maximum });
        None
    }

    /// A whole number from `minimum` to `maximum`. From a browser it may arrive as 4.0.
    pub fn whole(&mut self, value: &Value, path: &str, minimum: u32, maximum: u32) -> Option<u32> {
        let whole = value.as_f64().filter(|number| number.fract() == 0.0);
        if whole.is_none() {
            self.report(path, Fault::WrongType { expected: Expected::WholeNumber });
            return None;
        }
        let number = self.number(value, path, f64::from(minimum), f64::from(maximum))?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and inside the range of two u32"
        )]
        Some(number as u32)
    }

    /// One of a list of words.
    pub fn choice<T: Copy>(
        &mut self,
        value: &Value,
        path: &str,
        choices: &[T],
        id: fn(T) -> &'static str,
    ) -> Option<T> {
        choices.get(self.chosen(value, path, &|number| choices.get(number).copied().map(id))?).copied()
    }

    /// The position of a word in a list of allowed ones.
    fn chosen(
        &mut self,
        value: &Value,
        path: &str,
        allowed: &dyn Fn(usize) -> Option<&'static str>,
    ) -> Option<usize> {
        let mut known = Vec::new();
        while let Some(id) = allowed(known.len()) {
            if value.as_str() == Some(id) {
                return Some(known.len());
            }
            known.push(id);
        }
        self.report(path, Fault::UnknownValue { allowed: known });
        None
    }

    /// The fields of an object one after the other, each with its name and its path, until enough problems were
    /// found.
    pub fn each_field<'v>(
        &mut self,
        value: &'v Value,
        path: &str,
        read: &mut dyn FnMut(&mut Self, &'v str, &'v Value, &str),
    ) {
        let Some(object) = self.object(value, path) else { return };
        for (name, field) in object.fields() {
            read(self, name, field, &child(path, name));
            if self.is_full() {
                return;
            }
        }
    }

    /// The entries of a list one after the other, each with its path, until enough problems were found.
    pub fn each_entry<'v>(
        &mut self,
        value: &'v Value,
        path: &str,
        read: &mut dyn FnMut(&mut Self, &'v Value, &str),
    ) {
        let Some(list) = self.list(value, path) else { return };
        for (position, entry) in list.iter().enumerate() {
            read(self, entry, &child(path, &position.to_string()));
            if self.is_full() {
                return;
            }
        }
    }

    fn short<'v>(&mut self, text: &'v str, path: &str, limit: usize) -> Option<&'v str> {
        if beginning(text, limit).len() < text.len() {
            self.report(path, Fault::TooLong { limit });
            return None;
        }
        Some(text)
    }

    fn typed<T>(&mut self, value: Option<T>, path: &str, expected: Expected) -> Option<T> {
        if value.is_none() {
            self.report(path, Fault::WrongType { expected });
        }
        value
    }
}
