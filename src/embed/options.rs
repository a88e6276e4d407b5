//! The options of a mount, as a host page gives them.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::instrument::{Form, Role};
use crate::problem::beginning;
use crate::session::{Presets, Surroundings, View};
use crate::text::{Locale, joined};
use crate::ui::Beginning;

/// What a host page asks for. CONTRACT 3, attributes. An unknown or wrong value is named on the console and
/// ignored; it is never fatal.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Options {
    pub(super) presets: Presets,
    pub(super) locale: Locale,
    pub(super) theme: &'static str,
    /// The name of the draft's slot.
    pub(super) session: String,
    /// Whether the page's history is ours to write.
    pub(super) whole_page: bool,
    /// What to begin with.
    pub(super) beginning: Beginning,
}

/// The longest label or unit; a response file allows no more.
const LONGEST_LABEL: usize = 120;
const THEMES: [&str; 3] = ["light", "dark", "auto"];

impl Options {
    pub(super) fn read(options: &JsValue) -> Self {
        let text = |name: &str| {
            let value = Reflect::get(options, &JsValue::from_str(name)).ok()?;
            let text = value.as_string()?;
            let text = text.trim();
            (!text.is_empty()).then(|| beginning(text, LONGEST_LABEL).to_owned())
        };
        // Not shortened, as labels are.
        let whole = |name: &str| Reflect::get(options, &JsValue::from_str(name)).ok()?.as_string();
        // The place of a word in a list of known ones.
        let known = |name: &str, words: &[&str]| place_of(name, &text(name)?, words);
        let presets = Presets {
            view: known("view", &["take", "path"])
                .map_or_else(View::default, |place| if place == 1 { View::Path } else { View::Take }),
            form: known("questions", &Form::ALL.map(Form::id))
                .and_then(|place| Form::ALL.get(place).copied()),
            role: known("respondent", &Role::ALL.map(Role::id))
                .and_then(|place| Role::ALL.get(place).copied()),
            unit: text("unit"),
            units: units(options),
            rollout: text("rollout"),
            keep_nothing: known("storage", &["device", "none"]) == Some(1),
            hand_in: text("handIn")
                .filter(|value| place_of("hand-in", value, &["none", "page"]) == Some(1))
                .and_then(|_| text("recipient")),
            sheet: whole("sheet"),
            surroundings: text("surroundings").and_then(|value| match value.as_str() {
                "page" => Some(Surroundings::Page),
                "frame" => Some(Surroundings::Frame),
                _ => None,
            }),
        };
        let flag =
            |name: &str| Reflect::get(options, &JsValue::from_str(name)).is_ok_and(|value| value.is_truthy());
        let beginning = match whole("draft") {
            Some(draft) => Beginning::Resumed { draft, keeping: flag("keeping") },
            None if flag("setAside") => Beginning::Nothing { keeping: flag("keeping") },
            None => Beginning::Device,
        };
        Self {
            presets,
            locale: text("lang").map_or_else(Locale::default, |tag| Locale::from_tag(&tag)),
            theme: known("theme", &THEMES).and_then(|place| THEMES.get(place).copied()).unwrap_or("auto"),
            session: text("session").unwrap_or_else(|| "default".to_owned()),
            whole_page: flag("wholePage"),
            beginning,
        }
    }
}

/// The units to choose from: separated by commas, without blanks and repetitions, at most eight.
fn units(options: &JsValue) -> Vec<String> {
    let list = Reflect::get(options, &JsValue::from_str("units")).ok().and_then(|value| value.as_string());
    let mut units: Vec<String> = vec![];
    for unit in list.unwrap_or_default().split(',') {
        let unit = beginning(unit.trim(), LONGEST_LABEL).to_owned();
        if !unit.is_empty() && !units.contains(&unit) {
            units.push(unit);
        }
    }
    if units.len() > Presets::MOST_UNITS {
        warn(&format!("“units” holds {} names; the first {} are used.", units.len(), Presets::MOST_UNITS));
        units.truncate(Presets::MOST_UNITS);
    }
    units
}

fn place_of(name: &str, value: &str, known: &[&str]) -> Option<usize> {
    let place = known.iter().position(|word| *word == value);
    if place.is_none() {
        let known = joined(known, ", ", ", ");
        warn(&format!("“{name}” is “{value}”; it can be {known}. It is ignored."));
    }
    place
}

fn warn(message: &str) {
    web_sys::console::warn_1(&format!("Middle Layer: {message}").into());
}
