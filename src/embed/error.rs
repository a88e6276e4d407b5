//! Problems as an error of JavaScript.

use js_sys::{Array, Error, Reflect};
use wasm_bindgen::prelude::*;

use super::value::object;
use crate::problem::Problem;
use crate::text::problem_message;

/// The `name` of every error that the engine throws.
const NAME: &str = "MiddleLayerError";

/// The error that is thrown for problems: `code`, `path` and `message` of the first on the error itself, and all of
/// them in `problems`. CONTRACT 2.
pub(super) fn error(problems: &[Problem]) -> JsValue {
    let first = problems.first().map(problem_message).unwrap_or_default();
    let error = Error::new(&first);
    error.set_name(NAME);
    let set = |field: &str, value: &JsValue| {
        // Fails only on a frozen object, and this one is new.
        let _ = Reflect::set(&error, &JsValue::from_str(field), value);
    };
    let list = Array::new();
    for (position, problem) in (0..).zip(problems) {
        let (code, path) = (problem.fault.code(), problem.path.as_str());
        if position == 0 {
            set("code", &JsValue::from_str(code));
            set("path", &JsValue::from_str(path));
        }
        let fields = [("code", code), ("path", path), ("message", &problem_message(problem))];
        list.set(position, object(&fields));
    }
    set("problems", &list);
    error.into()
}
