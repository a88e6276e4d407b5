//! The canonical form of a JSON value, RFC 8785, and the hash of an instrument's.

use super::NOT_HASHED;
use super::sha256::sha256;
use crate::json::Writer;
use crate::value::Value;

/// The value in the form of RFC 8785 (JSON Canonicalization Scheme): no white space, names sorted by their
/// UTF-16 code units, strings escaped only where they must be.
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
            let mut fields: Vec<(&str, &Value)> = Vec::new();
            for (name, field) in object.fields() {
                if left_out.contains(&name.as_str()) {
                    continue;
                }
                let mut place = fields.len();
                while let Some((other, _)) = place.checked_sub(1).and_then(|before| fields.get(before)) {
                    if other.encode_utf16().le(name.encode_utf16()) {
                        break;
                    }
                    place -= 1;
                }
                // Of two with the same name the later one holds.
                match place.checked_sub(1).and_then(|before| fields.get_mut(before)) {
                    Some(before) if before.0 == name => before.1 = field,
                    _ => fields.insert(place, (name, field)),
                }
            }
            out.begin('{');
            for (name, field) in fields {
                write(field, &[], out.name(name));
            }
            out.end('}');
        }
        Value::String(text) => drop(out.text(text)),
        // There is one zero.
        Value::Number(number) => drop(out.number(number + 0.0)),
        Value::Bool(true) => drop(out.raw("true")),
        Value::Bool(false) => drop(out.raw("false")),
        Value::Null => drop(out.null()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(value: &serde_json::Value, expected: &str) {
        assert_eq!(canonical(&value.into()), expected);
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
    fn numbers_as_in_section_3_2_2_3_of_the_rfc() {
        let numbers = crate::json::parse("[0, -0, 1.0, 4.50, 2e-3, 1e-7, 333333333.33333329, 1E30]").unwrap();
        assert_eq!(canonical(&numbers), "[0,0,1,4.5,0.002,1e-7,333333333.3333333,1e+30]");
    }

    #[test]
    fn of_two_fields_of_one_name_the_later_one_holds() {
        assert_eq!(canonical(&crate::json::parse(r#"{"b":1,"a":2,"b":3}"#).unwrap()), r#"{"a":2,"b":3}"#);
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
