//! The engine's exports of the two models. CONTRACT 2.

use wasm_bindgen::prelude::*;

use super::engine::read;
use super::error::error;
use super::value::to_js;
use crate::{incentive as incentives, pace as paces};

/// The manager's choice. SCIENCE 3.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the input.
#[wasm_bindgen]
pub fn incentive(input: &JsValue) -> Result<JsValue, JsValue> {
    let input = read(input, incentives::read)?;
    to_js(&incentives::incentive(&input))
}

/// The pace of a path. SCIENCE 4.1 to 4.5.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the path, or with the options.
#[wasm_bindgen]
pub fn pace(path: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let path = read(path, paces::read)?;
    let options = read(options, paces::read_pace_options)?;
    to_js(&paces::pace(&path, options).map_err(|problems| error(&problems))?)
}

/// The fastest set of changes that keeps the protection. SCIENCE 4.6.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the path, or with the options.
#[wasm_bindgen]
pub fn plan(path: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let path = read(path, paces::read)?;
    let options = read(options, paces::read_plan_options)?;
    to_js(&paces::plan(&path, &options).map_err(|problems| error(&problems))?)
}
