//! The canonical form of a JSON value, RFC 8785, and the hash of an instrument's.

use serde_json::Value;

use super::NOT_HASHED;
use super::sha256::sha256;
use crate::json::Writer;

/// The value in the form of RFC 8785 (JSON Canonicalization Scheme): no white space, names sorted by their
/// UTF-16 code units, strings escaped only where they must be.
///
/// Numbers are right where they are whole and below 2^53, which suffices: an instrument holds none. Others are
/// written as `null`.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut out = Writer::compact();
    write(value, &[], &mut out);
    out.finish()
}

/// SHA-256, in lower-case hex, of the [`canonical`] form of an instrument's file without what is [`NOT_HASHED`].
#[must_use]
pub fn content_hash(file: &Value) -> String {
    let mut out = Writer::compact();
    write(file, &NOT_HASHED, &mut out);
    sha256(&out.finish())
}

/// Writes a value; of an object without some of its fields.
fn write(value: &Value, left_out: &[&str], out: &mut Writer) {
    match value {
        Value::Array(list) => {
            out.begin('[');
            for element in list {
                write(element, &[], out);
            }
            out.end(']');
        }
        Value::Object(object) => {
            // They come sorted by their bytes, which is nearly the same order: few are moved.
            let mut fields: Vec<(&String, &Value)> = Vec::new();
            for (name, field) in object.iter().filter(|(name, _)| !left_out.contains(&name.as_str())) {
                let later = |other: &str| other.encode_utf16().gt(name.encode_utf16());
                let moved = fields.iter().rev().take_while(|(other, _)| later(other)).count();
                fields.insert(fields.len() - moved, (name, field));
            }
            out.begin('{');
            for (name, field) in fields {
                write(field, &[], out.name(name));
            }
            out.end('}');
        }
        Value::String(text) => drop(out.text(text)),
        // Printing any other number exactly takes tables of several kilobytes.
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(whole), _) => drop(out.raw(&whole.to_string())),
            (None, Some(negative)) => drop(out.raw(&negative.to_string())),
            (None, None) => drop(out.null()),
        },
        Value::Bool(true) => drop(out.raw("true")),
        Value::Bool(false) => drop(out.raw("false")),
        Value::Null => drop(out.null()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(value: &Value, expected: &str) {
        assert_eq!(canonical(value), expected);
    }

    #[test]
    fn examples() {
        check(
            &json!({"b": [1, true, null], "a": {"d": "x", "c": {}}}),
            r#"{"a":{"c":{},"d":"x"},"b":[1,true,null]}"#,
        );
        check(&json!("\u{8}\t\n\u{c}\r\"\\\u{1}\u{7f}/é€"), "\"\\b\\t\\n\\f\\r\\\"\\\\\\u0001\u{7f}/é€\"");
    }

    #[test]
    fn names_are_sorted_as_in_section_3_2_3_of_the_rfc() {
        let value = json!({
            "\u{20ac}": 1, "\r": 2, "\u{fb33}": 3, "1": 4, "\u{1f600}": 5, "\u{80}": 6, "\u{f6}": 7
        });
        check(
            &value,
            "{\"\\r\":2,\"1\":4,\"\u{80}\":6,\"\u{f6}\":7,\"\u{20ac}\":1,\"\u{1f600}\":5,\"\u{fb33}\":3}",
        );
    }
}
