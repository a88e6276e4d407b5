//! Between values of JavaScript and plain data.
//!
//! What comes in is walked here rather than through a general deserialiser, because it may be anything: cyclic,
//! a million levels deep, a proxy, a getter that throws. Every step that can run code of the page can fail, and a
//! failure names its place.

use js_sys::{Array, JSON, JsString, Reflect};
use serde::{Serialize, Serializer};
use wasm_bindgen::prelude::*;

use crate::json::Writer;
use crate::problem::{Fault, Problem, child};
use crate::value::{Object, Value};

/// Lists and objects inside each other; no input of the engine needs a tenth of it.
const DEEPEST: usize = 64;
/// Memory that an input may take, about: what it holds is weighed while it is read, rather than after. It also ends the
/// reading of a small object that refers to itself in two places and so unfolds without end.
const LARGEST: usize = 64 * 1024 * 1024;
const WEIGHT_OF_VALUE: usize = 32;
/// Room for the first four fields, which are kept together.
const WEIGHT_OF_OBJECT: usize = 224;

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
    let mut walk = Walk { left: LARGEST, steps: Vec::new() };
    walk.value(value).map_err(|fault| Problem::new(walk.path(&fault), fault))
}

/// A result as a plain value of JavaScript, by way of its text: a large result is described to one writer, which the
/// files use too, rather than made field by field.
pub(super) fn as_json(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let mut out = Writer::compact();
    out.value(value);
    JSON::parse(&out.finish())
}

/// A plain object with texts in its fields. It asks nothing of the page.
pub(super) fn object(fields: &[(&str, &str)]) -> JsValue {
    // Texts can be written.
    Texts(fields).serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

/// Names, and a text for each.
struct Texts<'a>(&'a [(&'a str, &'a str)]);

impl Serialize for Texts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// One step from a value to one inside it.
enum Step {
    Field(String),
    Position(u32),
}

struct Walk {
    /// How much may still be read.
    left: usize,
    /// The way to the value that is being read; after a fault, to where it is.
    steps: Vec<Step>,
}

impl Walk {
    fn value(&mut self, value: &JsValue) -> Result<Value, Fault> {
        self.weigh(WEIGHT_OF_VALUE)?;
        if let Some(number) = value.as_f64() {
            return if number.is_finite() { Ok(Value::Number(number)) } else { Err(Fault::NotPlainData) };
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            self.weigh(usize::try_from(text.length()).unwrap_or(usize::MAX))?;
            return Ok(Value::String(text.into()));
        }
        if value.is_null() || value.is_undefined() {
            return Ok(Value::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Value::Bool(flag));
        }
        if !value.is_object() {
            return Err(Fault::NotPlainData);
        }
        if self.steps.len() == DEEPEST {
            return Err(Fault::TooDeep);
        }
        if is_array(value).map_err(not_plain)? { self.list(value) } else { self.object(value) }
    }

    fn list(&mut self, value: &JsValue) -> Result<Value, Fault> {
        let length = Reflect::get(value, &JsValue::from_str("length")).map_err(not_plain)?;
        let length = length.as_f64().ok_or(Fault::NotPlainData)?;
        let mut list = Vec::new();
        let mut position = 0;
        while f64::from(position) < length {
            self.steps.push(Step::Position(position));
            let element = Reflect::get_u32(value, position).map_err(not_plain)?;
            list.push(self.value(&element)?);
            self.steps.pop();
            position += 1;
        }
        Ok(Value::Array(list))
    }

    fn object(&mut self, value: &JsValue) -> Result<Value, Fault> {
        if !is_plain(value).map_err(not_plain)? {
            return Err(Fault::NotPlainData);
        }
        self.weigh(WEIGHT_OF_OBJECT)?;
        let mut object = Object::new();
        for key in keys(value).map_err(not_plain)?.iter() {
            let name = key.as_string().ok_or(Fault::NotPlainData)?;
            self.weigh(name.len())?;
            self.steps.push(Step::Field(name.clone()));
            let field = Reflect::get(value, &key).map_err(not_plain)?;
            if !field.is_undefined() {
                object.push(name, self.value(&field)?);
            }
            self.steps.pop();
        }
        Ok(Value::Object(object))
    }

    fn weigh(&mut self, weight: usize) -> Result<(), Fault> {
        let Some(left) = self.left.checked_sub(weight) else {
            let bytes = LARGEST.saturating_add(weight.saturating_sub(self.left));
            return Err(Fault::TooLarge { bytes, limit: LARGEST });
        };
        self.left = left;
        Ok(())
    }

    /// Where the fault is. Of something too deep the first step tells where to look, and the size is a matter of the
    /// whole.
    fn path(&self, fault: &Fault) -> String {
        let told = match fault {
            Fault::TooLarge { .. } => 0,
            Fault::TooDeep => 1,
            _ => self.steps.len(),
        };
        let mut path = String::new();
        for step in self.steps.iter().take(told) {
            path = match step {
                Step::Field(name) => child(&path, name),
                Step::Position(position) => child(&path, &position.to_string()),
            };
        }
        path
    }
}

/// What the page threw says nothing about the input that its place does not say.
fn not_plain(_thrown: JsValue) -> Fault {
    Fault::NotPlainData
}

/// Whether an object is a plain one: its prototype is none, or one that has none itself. An object of another frame
/// has another `Object.prototype`, so the test is not for ours. A `Map`, a date or an instance of a class is not plain.
fn is_plain(object: &JsValue) -> Result<bool, JsValue> {
    let first = Reflect::get_prototype_of(object)?;
    Ok(first.is_null() || Reflect::get_prototype_of(&first)?.is_null())
}
