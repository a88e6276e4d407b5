//! The canonical form of a JSON value, RFC 8785.

use serde_json::Value;

/// The value in the form of RFC 8785 (JSON Canonicalization Scheme): no white space, names sorted by their
/// UTF-16 code units, strings escaped only where they must be.
///
/// Numbers are right where they are whole and below 2^53, which suffices: an instrument holds none.
#[must_use]
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Array(list) => {
            text.push('[');
            for (position, element) in list.iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                write(element, text);
            }
            text.push(']');
        }
        Value::Object(object) => {
            let mut fields: Vec<_> = object.iter().collect();
            fields.sort_by(|(left, _), (right, _)| left.encode_utf16().cmp(right.encode_utf16()));
            text.push('{');
            for (position, (name, field)) in fields.into_iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                // serde_json escapes strings exactly as RFC 8785 asks: \b \t \n \f \r \" \\ and \u00xx in lower
                // case for the other control characters, everything else as it is.
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push(':');
                write(field, text);
            }
            text.push('}');
        }
        plain => text.push_str(&plain.to_string()),
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
