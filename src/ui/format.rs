//! Figures, dates and focus, by the browser's own means.

use wasm_bindgen::JsValue;

use crate::chart::hundredths;
use crate::scoring::Estimate;
use crate::text::joined;

/// A score for display: a whole number, half away from zero (SCIENCE 2.1).
pub(super) fn points(score: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a score lies between 0 and 100")]
    let whole = score.round() as i32;
    whole.to_string()
}

/// A position as an attribute, to a hundredth of a percent.
pub(super) fn percent(position: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 100")]
    let hundredths = (position * 100.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A figure with a number of decimals, by the browser: the printing of fractions in Rust takes kilobytes.
#[inline(never)]
pub(super) fn decimal(figure: f64, decimals: u8) -> String {
    js_sys::Number::from(figure).to_fixed(decimals).map(String::from).unwrap_or_default()
}

/// A figure of two decimals with its sign; zero has none.
#[inline(never)]
pub(super) fn signed(figure: f64) -> String {
    let figure = hundredths(figure);
    let sign = if figure > 0.0 {
        "+"
    } else if figure < 0.0 {
        "−"
    } else {
        ""
    };
    joined(&[sign, &decimal(figure.abs(), 2)], "", "")
}

/// A share as a percentage, whole.
pub(super) fn whole_percent(share: f64) -> String {
    format!("{} %", decimal(share * 100.0, 0))
}

/// The number that a person has typed; a comma is as good as a point.
#[inline(never)]
pub(super) fn parsed(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    // The browser would also take "0x10" and "1e9" for numbers.
    let plain = !text.is_empty() && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'-'));
    let number = plain.then(|| JsValue::from_str(&text).unchecked_into_f64())?;
    number.is_finite().then_some(number)
}

/// A score and its band for display; the band is clipped to the scale (SCIENCE 2.2).
pub(super) struct Shown {
    pub(super) score: String,
    pub(super) low: String,
    pub(super) high: String,
    pub(super) value: f64,
    pub(super) band95: [f64; 2],
}

/// The parts of an estimate, where it has been scored.
pub(super) fn shown(estimate: &Estimate) -> Option<Shown> {
    let (value, band95) = (estimate.score?, estimate.band95?);
    let [low, high] = band95.map(|end| points(end.clamp(0.0, 100.0)));
    Some(Shown { score: points(value), low, high, value, band95 })
}
