//! Reading JSON.
//!
//! `serde_json` would do the same with a third more: its reading and printing of numbers that are not whole carries
//! tables that take a tenth of the size of the whole product. Tests compare the two on random texts.

use super::decimal::nearest;
use crate::problem::Fault;
use crate::value::{Object, Value};

/// Lists and objects inside each other; more is refused, so that no text can exhaust the stack.
pub const DEEPEST: usize = 127;

/// Whole numbers up to here are numbers of 64 bits.
const LARGEST_WHOLE: u64 = 1 << 53;

/// Reads a JSON text (RFC 8259). Of a name that stands twice in an object the last value holds.
///
/// Numbers are the nearest that 64 bits hold.
///
/// # Errors
/// [`Fault::NotJson`] with line and column (in bytes, from 1), or [`Fault::TooDeep`].
pub fn parse(text: &str) -> Result<Value, Fault> {
    let mut parser = Parser { text, position: 0 };
    let value = parser.value(0)?;
    parser.skip_white_space();
    if parser.peek().is_some() { Err(parser.not_json()) } else { Ok(value) }
}

struct Parser<'a> {
    text: &'a str,
    position: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.position).copied()
    }

    fn skip_white_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.position += 1;
        }
    }

    /// The fault at the byte to be read next.
    fn not_json(&self) -> Fault {
        // Where the text ends too early no byte is at fault, and the column is that of the last, or the first there is.
        let (mut line, mut column) = (1, usize::from(self.peek().is_some()));
        let first = column;
        for byte in self.text.bytes().take(self.position) {
            (line, column) = if byte == b'\n' { (line + 1, first) } else { (line, column + 1) };
        }
        let column = column.max(1);
        Fault::NotJson { line, column }
    }

    fn expect(&mut self, expected: u8) -> Result<(), Fault> {
        if self.peek() != Some(expected) {
            return Err(self.not_json());
        }
        self.position += 1;
        Ok(())
    }

    fn value(&mut self, depth: usize) -> Result<Value, Fault> {
        self.skip_white_space();
        match self.peek() {
            Some(b'{' | b'[') if depth == DEEPEST => Err(Fault::TooDeep),
            Some(b'{') => self.object(depth + 1),
            Some(b'[') => self.list(depth + 1),
            Some(b'"') => self.string().map(Value::String),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => self.number(),
        }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Fault> {
        for byte in word.bytes() {
            self.expect(byte)?;
        }
        Ok(value)
    }

    fn object(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut object = Object::new();
        self.position += 1;
        self.skip_white_space();
        if self.peek() == Some(b'}') {
            self.position += 1;
            return Ok(Value::Object(object));
        }
        loop {
            self.skip_white_space();
            let name = self.string()?;
            self.skip_white_space();
            self.expect(b':')?;
            let value = self.value(depth)?;
            object.push(name, value);
            if self.ends_with(b'}')? {
                return Ok(Value::Object(object));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, Fault> {
        let mut list = Vec::new();
        self.position += 1;
        self.skip_white_space();
        if self.peek() == Some(b']') {
            self.position += 1;
            return Ok(Value::Array(list));
        }
        loop {
            list.push(self.value(depth)?);
            if self.ends_with(b']')? {
                return Ok(Value::Array(list));
            }
        }
    }

    /// After an entry: whether the bracket closes here, or a comma promises another entry.
    fn ends_with(&mut self, bracket: u8) -> Result<bool, Fault> {
        self.skip_white_space();
        if self.peek() == Some(bracket) {
            self.position += 1;
            return Ok(true);
        }
        self.expect(b',').map(|()| false)
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.expect(b'"')?;
        let mut string = String::new();
        loop {
            let start = self.position;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.position += 1;
            }
            // Both ends are at ASCII bytes, so this is a whole piece of the text.
            string.push_str(self.text.get(start..self.position).unwrap_or_default());
            match self.peek() {
                Some(b'"') => {
                    self.position += 1;
                    return Ok(string);
                }
                Some(b'\\') => {
                    self.position += 1;
                    string.push(self.escape()?);
                }
                _ => return Err(self.not_json()),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let escaped = self.peek();
        let plain = match escaped {
            Some(b'"' | b'\\' | b'/') => escaped.map(char::from),
            Some(b'b') => Some('\u{8}'),
            Some(b'f') => Some('\u{c}'),
            Some(b'n') => Some('\n'),
            Some(b'r') => Some('\r'),
            Some(b't') => Some('\t'),
            Some(b'u') => None,
            _ => return Err(self.not_json()),
        };
        self.position += 1;
        if let Some(plain) = plain {
            return Ok(plain);
        }
        let first = self.hexadecimal()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            self.expect(b'\\')?;
            self.expect(b'u')?;
            let second = self.hexadecimal()?;
            if !(0xdc00..0xe000).contains(&second) {
                return Err(self.not_json());
            }
            0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| self.not_json())
    }

    fn hexadecimal(&mut self) -> Result<u32, Fault> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.not_json())?;
            self.position += 1;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Value, Fault> {
        let negative = self.peek() == Some(b'-');
        if negative {
            self.position += 1;
        }
        let start = self.position;
        let leading_zero = self.peek() == Some(b'0');
        let (digits, whole_part) = self.digits();
        if digits == 0 || (leading_zero && digits > 1) {
            return Err(self.not_json());
        }
        let mut whole = whole_part;
        let mut power = 0_i32;
        if self.peek() == Some(b'.') {
            whole = None;
            self.position += 1;
            let (decimals, _) = self.digits();
            if decimals == 0 {
                return Err(self.not_json());
            }
            power = power.saturating_sub(decimals);
        }
        let end = self.position;
        if let Some(b'e' | b'E') = self.peek() {
            whole = None;
            self.position += 1;
            let sign = self.peek();
            if let Some(b'+' | b'-') = sign {
                self.position += 1;
            }
            let (digits, exponent) = self.digits();
            if digits == 0 {
                return Err(self.not_json());
            }
            let exponent = exponent.and_then(|exponent| i32::try_from(exponent).ok()).unwrap_or(i32::MAX);
            power = power.saturating_add(if sign == Some(b'-') { -exponent } else { exponent });
        }
        #[expect(clippy::cast_precision_loss, reason = "up to 2^53")]
        let magnitude = match whole {
            // Exact, and much faster than the general way.
            Some(whole) if whole <= LARGEST_WHOLE => whole as f64,
            _ => nearest(self.text.get(start..end).unwrap_or_default(), power),
        };
        // A number beyond the largest of 64 bits.
        if magnitude.is_infinite() {
            return Err(self.not_json());
        }
        Ok(Value::Number(if negative { -magnitude } else { magnitude }))
    }

    /// Reads digits: how many, and the whole number that they make, if it fits.
    fn digits(&mut self) -> (i32, Option<u64>) {
        let mut count = 0;
        let mut whole = Some(0_u64);
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            self.position += 1;
            count += 1;
            whole = whole
                .and_then(|whole| whole.checked_mul(10))
                .and_then(|whole| whole.checked_add((byte - b'0').into()));
        }
        (count, whole)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    /// What `serde_json` reads; its numbers are fast rather than exact, unless it is told otherwise.
    fn theirs(text: &str) -> Option<Value> {
        serde_json::from_str::<serde_json::Value>(text).ok().map(Value::from)
    }

    fn same(text: &str) {
        let ours = parse(text).ok();
        match (&ours, &theirs(text)) {
            (Some(Value::Number(ours)), Some(Value::Number(theirs))) => {
                assert_eq!(Some(*ours), text.parse().ok(), "{text}");
                assert!((ours - theirs).abs() <= theirs.abs() * 1e-15, "{text}: {ours} instead of {theirs}");
            }
            (ours, theirs) => assert_eq!(ours, theirs, "{text}"),
        }
    }

    #[test]
    fn as_serde_json_does() {
        for text in [
            "",
            " ",
            "null",
            "nul",
            "true",
            "tru e",
            "[]",
            "[ ]",
            "[1,]",
            "[1 2]",
            "{}",
            "{\"a\":1}",
            "{\"a\":1,}",
            "{a:1}",
            "{\"a\" 1}",
            "{\"a\":1 \"b\":2}",
            "\"\\u00e9\\n\\/\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ud83d\\u0041\"",
            "\"\\x\"",
            "\"a\nb\"",
            "\"",
            "\"\\",
            "\"\\u12",
            "0",
            "-0",
            "-0.0",
            "01",
            "1.",
            ".5",
            "-",
            "1e5",
            "1E+2",
            "1e-2",
            "1e",
            "1e400",
            "-1e400",
            "1e-400",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "-9223372036854775809",
            "2.5",
            "0.1",
            "123.456",
            "1 1",
            "[1]x",
            "\u{feff}1",
            "[[[[]]]]",
            "é",
            "\"é€😀\"",
        ] {
            same(text);
        }
    }

    #[test]
    fn the_last_of_two_fields_of_one_name_holds() {
        let value = parse("{\"a\":1,\"b\":3,\"a\":2}").unwrap();
        assert_eq!(
            [value.get("a"), value.get("b")].map(|field| field.and_then(Value::as_u64)),
            [Some(2), Some(3)]
        );
    }

    #[test]
    fn a_fault_has_its_place() {
        assert_eq!(parse("{\n  \"a\": 1,\n}"), Err(Fault::NotJson { line: 3, column: 1 }));
        assert_eq!(parse("[1, x]"), Err(Fault::NotJson { line: 1, column: 5 }));
    }

    #[test]
    fn depth_is_limited() {
        let nested = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(parse(&nested(DEEPEST)).is_ok());
        assert_eq!(parse(&nested(DEEPEST + 1)), Err(Fault::TooDeep));
        assert_eq!(parse(&"[".repeat(10_000)), Err(Fault::TooDeep));
    }

    fn values() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(serde_json::Value::Null),
            any::<bool>().prop_map(serde_json::Value::from),
            (-(1_i64 << 53)..1 << 53).prop_map(serde_json::Value::from),
            any::<String>().prop_map(serde_json::Value::from),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(serde_json::Value::from),
                prop::collection::vec((any::<String>(), inner), 0..8)
                    .prop_map(|entries| serde_json::Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(value in values()) {
            let ours = Ok(Value::from(&value));
            prop_assert_eq!(&parse(&value.to_string()), &ours);
            prop_assert_eq!(&parse(&serde_json::to_string_pretty(&value).unwrap()), &ours);
        }

        #[test]
        fn any_text_is_taken_or_refused_as_serde_json_does(text in "[\\[\\]{}\",:0-9eE.+\\-ntrufalse\\\\ ]{0,40}") {
            prop_assert_eq!(parse(&text).is_ok(), theirs(&text).is_some());
        }

        #[test]
        fn fractions_are_exact(number in -1e6_f64..1e6) {
            prop_assert_eq!(parse(&json!(number).to_string()).unwrap().as_f64(), Some(number));
        }
    }
}
