//! What is in a file of questions that can be used.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use middle_layer::instrument::{Construct, Form, Instrument, Role};

/// What is in a sound file.
pub(super) fn described(instrument: &Instrument) -> String {
    let mut text = String::new();
    for (name, content) in [
        ("id", instrument.id.as_str()),
        ("version", &instrument.version),
        ("title", &instrument.title),
        ("fingerprint", instrument.fingerprint()),
        ("hash", &instrument.hash),
    ] {
        let _ = writeln!(text, "{name:<12} {content}");
    }
    let _ = writeln!(text, "\n{:<12}{:>8}{:>8}", "questions", Form::Full.id(), Form::Pulse.id());
    for role in Role::ALL {
        let [full, pulse] = Form::ALL.map(|form| instrument.items_shown(form, role).len());
        let _ = writeln!(text, "{:<12}{full:>8}{pulse:>8}", role.id());
    }
    let mut measured: BTreeMap<&str, usize> = BTreeMap::new();
    for item in &instrument.items {
        *measured.entry(item.construct.id()).or_default() += 1;
    }
    let list: Vec<String> =
        measured.iter().map(|(construct, items)| format!("{construct} {items}")).collect();
    let _ = write!(text, "\nitems        {}: {}", instrument.items.len(), list.join(", "));
    for form in Form::ALL {
        let missing = unscored(instrument, form);
        if !missing.is_empty() {
            let _ = write!(
                text,
                "\n\nNote: the {} form has no questions for these, so it gives no score of them: {}",
                form.id(),
                missing.join(", ")
            );
        }
    }
    text
}

/// What the built-in questions measure on a form, and these do not.
fn unscored(instrument: &Instrument, form: Form) -> Vec<&'static str> {
    let asks = |instrument: &Instrument, construct: Construct| {
        Role::ALL
            .iter()
            .any(|role| instrument.items_shown(form, *role).iter().any(|item| item.construct == construct))
    };
    let built_in = Instrument::built_in();
    let all = Construct::ALL.into_iter();
    all.filter(|construct| asks(built_in, *construct) && !asks(instrument, *construct))
        .map(Construct::id)
        .collect()
}

#[cfg(test)]
mod tests {
    use middle_layer::instrument::read_text;
    use serde_json::Value;

    use super::*;

    #[test]
    fn what_a_form_no_longer_measures_is_noted() {
        assert!(!described(Instrument::built_in()).contains("Note:"));
        let mut value: Value =
            serde_json::from_str(include_str!("../../../docs/instrument-example.json")).unwrap();
        let dropped = |item: &Value| item["construct"] == "MEA";
        let ids: Vec<Value> = value["items"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|item| dropped(item))
            .map(|item| item["id"].clone())
            .collect();
        value["items"].as_array_mut().unwrap().retain(|item| !dropped(item));
        for form in ["full", "pulse"] {
            for role in Role::ALL {
                for page in value["order"][form][role.id()].as_array_mut().unwrap() {
                    page.as_array_mut().unwrap().retain(|id| !ids.contains(id));
                }
            }
        }
        let text = described(&read_text(&value.to_string()).unwrap());
        assert!(
            text.contains(
                "Note: the full form has no questions for these, so it gives no score of them: MEA"
            ),
            "{text}"
        );
    }
}
