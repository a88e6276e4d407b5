//! What the native tests share: the golden files and the way from their short names to the public ones.
#![allow(dead_code, clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

pub(crate) mod paths;

use std::path::Path;

use middle_layer::instrument::{Form, Instrument, Role};
use middle_layer::json::{Writer, parse};
use middle_layer::response::{self, Response};
use serde_json::{Value, json};

/// A file of `tests/data`.
pub(crate) fn golden(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

pub(crate) fn instrument() -> &'static Instrument {
    Instrument::built_in()
}

/// M, X, F.
pub(crate) fn role(short: &str) -> Role {
    match short {
        "M" => Role::Manager,
        "X" => Role::Executive,
        "F" => Role::Frontline,
        other => panic!("no role {other}"),
    }
}

/// A response as JSON, with nothing but what every response must have.
pub(crate) fn response_value(role: Role, form: Form, answers: &Value) -> Value {
    json!({
        "format": "middle-layer/response",
        "version": 1,
        "instrument": {"id": "middle-layer", "version": "1.0", "hash": instrument().hash},
        "id": "0123456789abcdef0123456789abcdef",
        "role": role.id(),
        "form": form.id(),
        "answers": answers,
    })
}

pub(crate) fn response(role: Role, form: Form, answers: &Value) -> Response {
    response::read(&(&response_value(role, form, answers)).into(), instrument()).unwrap()
}

/// Answers of a golden file in the public form: `"NA"` is `"na"`, `null` is absent.
pub(crate) fn public_answers(answers: &Value) -> Value {
    let answers = answers.as_object().unwrap().iter().filter(|(_, answer)| !answer.is_null());
    answers
        .map(|(id, answer)| (id.clone(), if answer == "NA" { json!("na") } else { answer.clone() }))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// What a writer writes, read back. By our own reader, since that of `serde_json` is off in the last bit of some numbers.
pub(crate) fn written(write: impl FnOnce(&mut Writer)) -> Value {
    let mut out = Writer::compact();
    write(&mut out);
    parse(&out.finish()).unwrap().into()
}

/// Equal to within 1e-9 relative (absolute near 0).
pub(crate) fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * right.abs().max(1.0)
}

/// Whether every field of `expected` is in `found` with the same value, numbers to 1e-9; lists have to be equally
/// long. Says where the first difference is.
pub(crate) fn differs(found: &Value, expected: &Value, path: &str) -> Option<String> {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => expected.iter().find_map(|(key, value)| {
            differs(found.get(key).unwrap_or(&Value::Null), value, &format!("{path}.{key}"))
        }),
        (Value::Array(found), Value::Array(expected)) if found.len() == expected.len() => {
            found.iter().zip(expected).enumerate().find_map(|(position, (found, expected))| {
                differs(found, expected, &format!("{path}.{position}"))
            })
        }
        (Value::Number(left), Value::Number(right))
            if close(left.as_f64().unwrap(), right.as_f64().unwrap()) =>
        {
            None
        }
        _ if found == expected => None,
        _ => Some(format!("{path}: found {found}, expected {expected}")),
    }
}

/// The golden files' names of scores, estimates and pillars in public form.
pub(crate) fn rename(value: &Value, names: &[(&str, &str)]) -> Value {
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| {
                let public =
                    names.iter().find(|(short, _)| short == key).map_or(key.as_str(), |(_, public)| public);
                (public.to_owned(), rename(value, names))
            })
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(list) => list.iter().map(|value| rename(value, names)).collect(),
        plain => plain.clone(),
    }
}

/// Any JSON value, often with the names and values that readers look for.
pub(crate) fn any_value() -> impl proptest::strategy::Strategy<Value = Value> {
    use proptest::prelude::*;

    const NAMES: &[&str] = &[
        "format",
        "version",
        "instrument",
        "id",
        "hash",
        "role",
        "form",
        "unit",
        "rollout",
        "pilot",
        "answers",
        "attribution",
        "pages",
        "items",
        "seconds",
        "week",
        "SIG1",
        "FRI1",
        "constructs",
        "facets",
        "pillars",
        "halfWidths",
        "differenceBand95",
        "clearGaps",
        "INC",
        "training",
        "text",
        "order",
        "scales",
    ];
    let known = prop::sample::select(vec![
        json!("middle-layer/response"),
        json!("middle-layer"),
        json!("manager"),
        json!("full"),
        json!("na"),
        json!("o3"),
        json!("c1"),
        json!("2026-W48"),
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_i64..7).prop_map(Value::from),
        ".{0,20}".prop_map(Value::from),
        known,
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        let name = prop_oneof![
            4 => prop::sample::select(NAMES).prop_map(str::to_owned),
            1 => ".{0,60}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(name, inner, 0..10)
                .prop_map(|fields| fields.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}
