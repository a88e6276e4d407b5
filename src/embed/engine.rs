//! The engine's exports: pure functions of plain values. CONTRACT 2.
//!
//! They need no page and run in any host of WebAssembly. Bad input throws a `MiddleLayerError`; nothing panics.

use js_sys::JSON;
use wasm_bindgen::prelude::*;

use super::error::error;
use super::value::{as_json, from_js, object};
use crate::evaluation::{Evaluation, Versions};
use crate::instrument::{FILE, Instrument, canonical, parse_file, read_sound};
use crate::json::Writer;
use crate::problem::{Expected, Fault, Problem};
use crate::response::Response;
use crate::value::Value;
use crate::{diagnosis, evaluation, incentive as incentives, pace as paces, response, scoring};

/// Which versions compute results.
///
/// # Errors
/// None that the engine knows of.
#[wasm_bindgen]
pub fn version() -> Result<JsValue, JsValue> {
    let Versions { engine, instrument, scoring } = evaluation::versions(Instrument::built_in());
    Ok(object(&[("engine", &engine), ("instrument", &instrument), ("scoring", &scoring)]))
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

/// An organisation's own instrument, with its hash: from the text of its file, or from an object.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the file.
#[wasm_bindgen(js_name = readInstrument)]
pub fn read_instrument(file: &JsValue) -> Result<JsValue, JsValue> {
    let (mut value, instrument) = own(file)?;
    if let Value::Object(fields) = &mut value {
        fields.push("hash".to_owned(), Value::String(instrument.hash));
    }
    JSON::parse(&canonical(&value))
}

/// An own instrument as it stands in its file, and as it is read.
fn own(file: &JsValue) -> Result<(Value, Instrument), JsValue> {
    let fail = |problems: Vec<Problem>| error(&problems);
    let value = match file.as_string() {
        Some(text) => parse_file(&text).map_err(fail)?,
        None => plain(file)?,
    };
    let instrument = read_sound(&value).map_err(fail)?;
    Ok((value, instrument))
}

/// The scores of one response. SCIENCE 2.1 to 2.3. `file` is an organisation's own instrument, where it is of that.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the instrument, or with the response.
#[wasm_bindgen]
pub fn score(response: &JsValue, file: &JsValue) -> Result<JsValue, JsValue> {
    of_response(response, file, &|response, instrument| as_json(&scoring::score(response, instrument)))
}

/// What is worked out from a response and its instrument.
type OfResponse<'a> = dyn Fn(&Response, &Instrument) -> Result<JsValue, JsValue> + 'a;

fn of_response(response: &JsValue, file: &JsValue, work: &OfResponse) -> Result<JsValue, JsValue> {
    let own = if file.is_undefined() || file.is_null() { None } else { Some(own(file)?.1) };
    let instrument = own.as_ref().unwrap_or_else(|| Instrument::built_in());
    let response = response::read(&plain(response)?, instrument).map_err(|problems| error(&problems))?;
    work(&response, instrument)
}

/// Everything known about one response: scores, models, figures, diagnosis. `file` as for [`score`].
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the instrument, or with the response.
#[wasm_bindgen]
pub fn evaluate(response: &JsValue, file: &JsValue) -> Result<JsValue, JsValue> {
    of_response(response, file, &|response, instrument| {
        let evaluation = evaluation::evaluate(response, instrument).map_err(|problems| error(&problems))?;
        whole(&evaluation, response)
    })
}

/// An evaluation with what the models say of the response that it is of.
pub(super) fn whole(evaluation: &Evaluation, response: &Response) -> Result<JsValue, JsValue> {
    written(&[], &mut |_, out| {
        out.begin('{');
        out.name("versions").value(&evaluation.versions);
        out.name("score").value(&evaluation.score);
        out.name("figures").value(&evaluation.figures);
        out.name("diagnosis").value(&evaluation.diagnosis);
        out.name("incentive");
        match &evaluation.incentive {
            Some(result) => incentives::write_result(result, out),
            None => drop(out.null()),
        }
        out.name("pace");
        match (&evaluation.pace, &response.path) {
            (Some(result), Some(path)) => paces::write_pace(result, path, out),
            _ => drop(out.null()),
        }
        out.end('}');
        Ok(())
    })
}

/// The diagnosis of figures. SCIENCE 5.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the figures.
#[wasm_bindgen]
pub fn diagnose(figures: &JsValue) -> Result<JsValue, JsValue> {
    let figures = diagnosis::read(&plain(figures)?).map_err(|problems| error(&problems))?;
    as_json(&diagnosis::diagnose(&figures))
}

/// The manager's choice. SCIENCE 3.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the input.
#[wasm_bindgen]
pub fn incentive(input: &JsValue) -> Result<JsValue, JsValue> {
    written(&[input], &mut |values, out| {
        incentives::write_result(&incentives::incentive(&incentives::read(argument(values, 0))?), out);
        Ok(())
    })
}

/// The pace of a path. SCIENCE 4.1 to 4.5.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the path, or with the options.
#[wasm_bindgen]
pub fn pace(path: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    written(&[path, options], &mut |values, out| {
        let path = paces::read(argument(values, 0))?;
        let result = paces::pace(&path, paces::read_pace_options(argument(values, 1))?)?;
        paces::write_pace(&result, &path, out);
        Ok(())
    })
}

/// The fastest set of changes that keeps the protection. SCIENCE 4.6.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the path, or with the options.
#[wasm_bindgen]
pub fn plan(path: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    written(&[path, options], &mut |values, out| {
        let path = paces::read(argument(values, 0))?;
        let result = paces::plan(&path, &paces::read_plan_options(argument(values, 1))?)?;
        paces::write_plan(&result, &path, out);
        Ok(())
    })
}

/// What is computed from plain data and written as JSON.
type Written<'a> = dyn FnMut(&[Value], &mut Writer) -> Result<(), Vec<Problem>> + 'a;

/// A value that is computed from plain data and written as JSON.
fn written(arguments: &[&JsValue], write: &mut Written) -> Result<JsValue, JsValue> {
    let mut values = Vec::new();
    for argument in arguments {
        values.push(plain(argument)?);
    }
    let mut out = Writer::compact();
    write(&values, &mut out).map_err(|problems| error(&problems))?;
    JSON::parse(&out.finish())
}

/// One of the arguments.
fn argument(values: &[Value], number: usize) -> &Value {
    values.get(number).unwrap_or(&Value::Null)
}

/// An argument, as plain data.
fn plain(argument: &JsValue) -> Result<Value, JsValue> {
    from_js(argument).map_err(|problem| error(&[problem]))
}
