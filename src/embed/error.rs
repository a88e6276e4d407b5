//! Problems as an error of JavaScript.

use js_sys::{Error, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::value::to_js;
use crate::problem::Problem;
use crate::text::problem_message;

/// The `name` of every error that the engine throws.
const NAME: &str = "MiddleLayerError";

#[derive(Serialize)]
struct Described<'a> {
    code: &'static str,
    path: &'a str,
    message: String,
}

/// The error that is thrown for problems: `code`, `path` and `message` of the first on the error itself, and all of
/// them in `problems`. CONTRACT 2.
pub(super) fn error(problems: &[Problem]) -> JsValue {
    let mut described = Vec::new();
    for problem in problems {
        let (code, message) = (problem.fault.code(), problem_message(problem));
        described.push(Described { code, path: &problem.path, message });
    }
    let error = Error::new(described.first().map_or("", |first| first.message.as_str()));
    error.set_name(NAME);
    let set = |field: &str, value: &JsValue| {
        // Fails only on a frozen object, and this one is new.
        let _ = Reflect::set(&error, &JsValue::from_str(field), value);
    };
    if let Some(first) = described.first() {
        set("code", &JsValue::from_str(first.code));
        set("path", &JsValue::from_str(first.path));
    }
    if let Ok(problems) = to_js(&described) {
        set("problems", &problems);
    }
    error.into()
}
