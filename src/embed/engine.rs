//! The engine's exports: pure functions of plain values. CONTRACT 2.
//!
//! They need no page and run in any host of WebAssembly. Bad input throws a `MiddleLayerError`; nothing panics.

use js_sys::JSON;
use serde_json::Value;
use wasm_bindgen::prelude::*;

use super::error::error;
use super::value::{from_js, to_js};
use crate::instrument::{FILE, Instrument};
use crate::problem::{Expected, Fault, Problem};
use crate::{diagnosis, evaluation, response, scoring};

/// Which versions compute results.
///
/// # Errors
/// None that the engine knows of.
#[wasm_bindgen]
pub fn version() -> Result<JsValue, JsValue> {
    to_js(&evaluation::versions(Instrument::built_in()))
}

/// What is asked. There is one language so far; every locale gets it, and `locale` in the result says which it is.
///
/// # Errors
/// A `MiddleLayerError` where the locale is something else than a text.
#[wasm_bindgen]
pub fn instrument(locale: &JsValue) -> Result<JsValue, JsValue> {
    if !(locale.is_undefined() || locale.is_null() || locale.is_string()) {
        let fault = Fault::WrongType { expected: Expected::Text };
        return Err(error(&[Problem::new("locale", fault)]));
    }
    // The file as it is: shorter than writing out every field again.
    JSON::parse(FILE)
}

/// The scores of one response. SCIENCE 2.1 to 2.3.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the response.
#[wasm_bindgen]
pub fn score(response: &JsValue) -> Result<JsValue, JsValue> {
    let instrument = Instrument::built_in();
    let response = read(response, |value| response::read(value, instrument))?;
    to_js(&scoring::score(&response, instrument))
}

/// Everything known about one response: scores, models, figures, diagnosis.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the response.
#[wasm_bindgen]
pub fn evaluate(response: &JsValue) -> Result<JsValue, JsValue> {
    let instrument = Instrument::built_in();
    let response = read(response, |value| response::read(value, instrument))?;
    to_js(&evaluation::evaluate(&response, instrument).map_err(|problems| error(&problems))?)
}

/// The diagnosis of figures. SCIENCE 5.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the figures.
#[wasm_bindgen]
pub fn diagnose(figures: &JsValue) -> Result<JsValue, JsValue> {
    let figures = read(figures, diagnosis::read)?;
    to_js(&diagnosis::diagnose(&figures))
}

/// An argument, read from a value of JavaScript.
pub(super) fn read<T>(
    argument: &JsValue,
    reader: impl FnOnce(&Value) -> Result<T, Vec<Problem>>,
) -> Result<T, JsValue> {
    let value = from_js(argument).map_err(|problem| error(&[problem]))?;
    reader(&value).map_err(|problems| error(&problems))
}
