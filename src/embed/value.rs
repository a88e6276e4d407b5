//! Between values of JavaScript and plain data.
//!
//! What comes in is walked here rather than through a general deserialiser, because it may be anything: cyclic,
//! a million levels deep, a proxy, a getter that throws. Every step that can run code of the page can fail, and a
//! failure names its place.

use js_sys::{Array, JSON, JsString, Reflect};
use serde::Serialize;
use serde_json::{Map, Number, Value};
use wasm_bindgen::prelude::*;

use crate::problem::{Fault, Problem, child};

/// Lists and objects inside each other; no input of the engine needs a tenth of it.
const DEEPEST: usize = 64;
/// Size of the largest input: text in UTF-16 units, and [`WEIGHT_OF_VALUE`] for each value. It also ends the
/// reading of a small object that refers to itself in two places and so unfolds without end.
const LARGEST: usize = 32 * 1024 * 1024;
const WEIGHT_OF_VALUE: usize = 16;
/// Whole numbers up to here are exact in JavaScript.
const LARGEST_WHOLE: f64 = 9_007_199_254_740_991.0;

// The bindings of js-sys let what these throw pass through unseen.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys(object: &JsValue) -> Result<Array, JsValue>;
}

/// Plain data from a value of JavaScript. A field that is `undefined` is absent, as in `JSON.stringify`; what JSON
/// cannot hold is an error rather than silently left out.
pub(super) fn from_js(value: &JsValue) -> Result<Value, Problem> {
    Walk { left: LARGEST }.value(value, "", 0)
}

/// A plain value of JavaScript: objects rather than `Map`, `null` for what is absent. Written as the same text that
/// a file would hold, so that there is one form of each value, and the page's own `JSON.parse` builds it fastest.
pub(super) fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let text = serde_json::to_string(value).map_err(|error| js_sys::Error::new(&error.to_string()))?;
    JSON::parse(&text)
}

struct Walk {
    left: usize,
}

impl Walk {
    fn value(&mut self, value: &JsValue, path: &str, depth: usize) -> Result<Value, Problem> {
        self.weigh(WEIGHT_OF_VALUE)?;
        if value.is_null() || value.is_undefined() {
            return Ok(Value::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Value::Bool(flag));
        }
        if let Some(number) = value.as_f64() {
            return whole_or_not(number).map(Value::Number).ok_or_else(|| not_plain(path));
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            self.weigh(usize::try_from(text.length()).unwrap_or(usize::MAX))?;
            return Ok(Value::String(text.into()));
        }
        if !value.is_object() {
            return Err(not_plain(path));
        }
        if depth == DEEPEST {
            // The whole path of something so deep would not help: its first step tells where to look.
            return Err(Problem::new(path.split('.').next().unwrap_or_default(), Fault::TooDeep));
        }
        if is_array(value).map_err(|_| not_plain(path))? {
            self.list(value, path, depth)
        } else {
            self.object(value, path, depth)
        }
    }

    fn list(&mut self, value: &JsValue, path: &str, depth: usize) -> Result<Value, Problem> {
        let length =
            Reflect::get(value, &JsValue::from_str("length")).ok().and_then(|length| length.as_f64());
        let length = length.ok_or_else(|| not_plain(path))?;
        let mut list = Vec::new();
        for position in (0_u32..).take_while(|position| f64::from(*position) < length) {
            let path = child(path, &position.to_string());
            let element = Reflect::get_u32(value, position).map_err(|_| not_plain(&path))?;
            list.push(self.value(&element, &path, depth + 1)?);
        }
        Ok(Value::Array(list))
    }

    fn object(&mut self, value: &JsValue, path: &str, depth: usize) -> Result<Value, Problem> {
        if !is_plain(value) {
            return Err(not_plain(path));
        }
        let mut object = Map::new();
        for key in keys(value).map_err(|_| not_plain(path))?.iter() {
            let name = key.as_string().ok_or_else(|| not_plain(path))?;
            self.weigh(name.len())?;
            let path = child(path, &name);
            let field = Reflect::get(value, &key).map_err(|_| not_plain(&path))?;
            if !field.is_undefined() {
                object.insert(name, self.value(&field, &path, depth + 1)?);
            }
        }
        Ok(Value::Object(object))
    }

    fn weigh(&mut self, weight: usize) -> Result<(), Problem> {
        self.left = self.left.checked_sub(weight).ok_or_else(|| {
            let bytes = LARGEST.saturating_add(weight.saturating_sub(self.left));
            Problem::new("", Fault::TooLarge { bytes, limit: LARGEST })
        })?;
        Ok(())
    }
}

fn not_plain(path: &str) -> Problem {
    Problem::new(path, Fault::NotPlainData)
}

/// A number that JSON can hold, as a whole one where it is: files and messages then say 4 and not 4.0.
fn whole_or_not(number: f64) -> Option<Number> {
    if number.fract() == 0.0 && number.abs() <= LARGEST_WHOLE {
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        return Some(Number::from(number as i64));
    }
    Number::from_f64(number)
}

/// Whether an object is a plain one: its prototype is none, or one that has none itself. An object of another frame
/// has another `Object.prototype`, so the test is not for ours. A `Map`, a date or an instance of a class is not plain.
fn is_plain(object: &JsValue) -> bool {
    let prototype = |of: &JsValue| Reflect::get_prototype_of(of).map(JsValue::from).ok();
    prototype(object)
        .is_some_and(|first| first.is_null() || prototype(&first).is_some_and(|next| next.is_null()))
}
