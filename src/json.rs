//! Plain data as the text of JSON, and back.

mod decimal;
mod parse;
mod serialize;

use serde::Serialize;

pub use parse::{DEEPEST, parse};
pub use serialize::NotPlain;

/// Writes one JSON value, from its beginning to its end. Names and values must come in an order that makes sense:
/// each name before its value, each bracket closed.
///
/// Texts are escaped only where they must be, as RFC 8785 asks.
///
/// ```
/// # use middle_layer::json::Writer;
/// let mut out = Writer::compact();
/// out.begin('{').name("a").whole(1).name("b").begin('[').text("x\n").null().end(']').end('}');
/// assert_eq!(out.finish(), r#"{"a":1,"b":["x\n",null]}"#);
/// ```
#[derive(Debug)]
pub struct Writer {
    text: String,
    /// Whether each value gets a line of its own, indented by its depth.
    spacious: bool,
    depth: usize,
    /// Whether nothing stands in the innermost bracket yet.
    fresh: bool,
    /// Whether a name was written, and its value comes next.
    named: bool,
}

impl Writer {
    /// For machines: without white space.
    #[must_use]
    pub const fn compact() -> Self {
        Self { text: String::new(), spacious: false, depth: 0, fresh: true, named: false }
    }

    /// For people: one value a line, indented.
    #[must_use]
    pub fn spacious() -> Self {
        Self { spacious: true, ..Self::compact() }
    }

    /// The text written.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// Begins a list with `[` or an object with `{`.
    pub fn begin(&mut self, bracket: char) -> &mut Self {
        self.separate();
        self.text.push(bracket);
        self.depth += 1;
        self.fresh = true;
        self
    }

    /// Ends a list with `]` or an object with `}`.
    pub fn end(&mut self, bracket: char) -> &mut Self {
        self.depth = self.depth.saturating_sub(1);
        if !self.fresh {
            self.new_line();
        }
        self.fresh = false;
        self.text.push(bracket);
        self
    }

    /// The name of a field.
    pub fn name(&mut self, name: &str) -> &mut Self {
        self.text(name).colon();
        self
    }

    /// Makes the text just written a name.
    fn colon(&mut self) {
        self.text.push_str(if self.spacious { ": " } else { ":" });
        self.named = true;
    }

    /// A text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        self.text.push('"');
        for character in text.chars() {
            self.character(character);
        }
        self.text.push('"');
        self
    }

    /// A text, or `null`.
    pub fn text_or_null(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.null(),
        }
    }

    /// A whole number.
    pub fn whole(&mut self, number: u64) -> &mut Self {
        self.raw(&number.to_string())
    }

    /// A finite number, in the fewest digits that are read back as the same number.
    pub fn number(&mut self, number: f64) -> &mut Self {
        self.raw(&decimal::shortest(number))
    }

    /// A finite number, or `null`.
    pub fn number_or_null(&mut self, number: Option<f64>) -> &mut Self {
        match number {
            Some(number) => self.number(number),
            None => self.null(),
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self, flag: bool) -> &mut Self {
        self.raw(if flag { "true" } else { "false" })
    }

    /// The name and the value of a field that is a number.
    pub fn field(&mut self, name: &str, number: f64) -> &mut Self {
        self.name(name).number(number)
    }

    /// Whatever `serde` can describe; `null` for what has no place in plain data.
    pub fn value(&mut self, value: &impl Serialize) -> &mut Self {
        match value.serialize(&mut *self) {
            Ok(()) => self,
            Err(NotPlain) => self.null(),
        }
    }

    /// `null`.
    pub fn null(&mut self) -> &mut Self {
        self.raw("null")
    }

    /// A value that is JSON already.
    pub fn raw(&mut self, json: &str) -> &mut Self {
        self.separate();
        self.text.push_str(json);
        self
    }

    /// What stands between the value before and the one to come.
    fn separate(&mut self) {
        if std::mem::take(&mut self.named) {
            return;
        }
        if !std::mem::take(&mut self.fresh) {
            self.text.push(',');
        }
        if self.depth > 0 {
            self.new_line();
        }
    }

    fn new_line(&mut self) {
        if self.spacious {
            self.text.push('\n');
            for _ in 0..self.depth {
                self.text.push_str("  ");
            }
        }
    }

    fn character(&mut self, character: char) {
        let short = match character {
            '"' | '\\' => character,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            '\0'..' ' => {
                let code = u32::from(character);
                self.text.push_str(if code < 16 { "\\u000" } else { "\\u001" });
                self.text.push(char::from_digit(code % 16, 16).unwrap_or('0'));
                return;
            }
            plain => return self.text.push(plain),
        };
        self.text.push('\\');
        self.text.push(short);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::Writer;

    fn write(value: &Value, out: &mut Writer) {
        match value {
            Value::Object(object) => {
                out.begin('{');
                for (name, value) in object {
                    write(value, out.name(name));
                }
                out.end('}');
            }
            Value::Array(list) => {
                out.begin('[');
                for value in list {
                    write(value, out);
                }
                out.end(']');
            }
            Value::String(text) => drop(out.text(text)),
            Value::Number(number) => drop(out.whole(number.as_u64().unwrap())),
            plain => drop(out.raw(&plain.to_string())),
        }
    }

    fn check(value: &Value) {
        let (mut compact, mut spacious) = (Writer::compact(), Writer::spacious());
        write(value, &mut compact);
        write(value, &mut spacious);
        assert_eq!(compact.finish(), serde_json::to_string(value).unwrap());
        assert_eq!(spacious.finish(), serde_json::to_string_pretty(value).unwrap());
    }

    #[test]
    fn lists_and_objects() {
        check(&json!({"a": [], "b": {}, "c": [1, [2, {"d": null}], true], "e": {"f": [{"g": 3}], "h": 4}}));
        check(&json!([]));
        check(&json!("x"));
        check(&json!(u64::MAX));
    }

    proptest! {
        #[test]
        fn texts(text in any::<String>(), control in "[\\x00-\\x1f\"\\\\\\x7f/é]{0,40}") {
            check(&json!({ &text: control, &control: text }));
        }
    }
}
