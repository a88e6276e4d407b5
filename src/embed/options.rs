//! The options of a mount, as a host page gives them.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::instrument::{Form, Role};
use crate::session::{Presets, Surroundings};
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

impl Options {
    pub(super) fn read(options: &JsValue) -> Self {
        let text = |name: &str| {
            let value = Reflect::get(options, &JsValue::from_str(name)).ok()?;
            let text = value.as_string()?;
            let text = text.trim();
            (!text.is_empty()).then(|| text.chars().take(LONGEST_LABEL).collect::<String>())
        };
        let presets = Presets {
            form: text("questions").and_then(|value| {
                one_of("questions", &value, &[("full", Form::Full), ("pulse", Form::Pulse)])
            }),
            role: text("respondent").and_then(|value| {
                let roles = [
                    ("manager", Role::Manager),
                    ("executive", Role::Executive),
                    ("frontline", Role::Frontline),
                ];
                one_of("respondent", &value, &roles)
            }),
            unit: text("unit"),
            units: units(options),
            rollout: text("rollout"),
            keep_nothing: text("storage")
                .and_then(|value| one_of("storage", &value, &[("device", false), ("none", true)]))
                .unwrap_or(false),
            hand_in: text("handIn")
                .and_then(|value| one_of("hand-in", &value, &[("none", false), ("page", true)]))
                .and_then(|wanted| text("recipient").filter(|_| wanted)),
            surroundings: text("surroundings").and_then(|value| match value.as_str() {
                "page" => Some(Surroundings::Page),
                "frame" => Some(Surroundings::Frame),
                _ => None,
            }),
        };
        let flag =
            |name: &str| Reflect::get(options, &JsValue::from_str(name)).is_ok_and(|value| value.is_truthy());
        // Not shortened, as labels are.
        let draft =
            Reflect::get(options, &JsValue::from_str("draft")).ok().and_then(|draft| draft.as_string());
        let beginning = match draft {
            Some(draft) => Beginning::Resumed { draft, keeping: flag("keeping") },
            None if flag("setAside") => Beginning::Nothing { keeping: flag("keeping") },
            None => Beginning::Device,
        };
        Self {
            presets,
            locale: text("lang").map_or_else(Locale::default, |tag| Locale::from_tag(&tag)),
            theme: text("theme")
                .and_then(|value| {
                    one_of("theme", &value, &[("light", "light"), ("dark", "dark"), ("auto", "auto")])
                })
                .unwrap_or("auto"),
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
    for unit in list.iter().flat_map(|list| list.split(',')) {
        let unit: String = unit.trim().chars().take(LONGEST_LABEL).collect();
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

fn one_of<T: Copy>(name: &str, value: &str, known: &[(&str, T)]) -> Option<T> {
    let found = known.iter().find(|(word, _)| *word == value).map(|(_, meaning)| *meaning);
    if found.is_none() {
        let mut words = Vec::new();
        for (word, _) in known {
            words.push(*word);
        }
        warn(&format!("“{name}” is “{value}”; it can be {}. It is ignored.", joined(&words, ", ", ", ")));
    }
    found
}

fn warn(message: &str) {
    web_sys::console::warn_1(&format!("Middle Layer: {message}").into());
}
