//! Fields: a name, one of a few, a number, a box to tick.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::element::{Name, View, When, element, several};
use super::format::{decimal, parsed};
use super::parts::text;
use super::sitting::Sitting;
use crate::session::Action;

/// What is in the field that an event comes from.
#[inline(never)]
pub(super) fn entry(event: &Event) -> String {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    input.map(|input| input.value()).unwrap_or_default()
}

/// What is chosen in the list that an event comes from.
#[inline(never)]
pub(super) fn chosen(event: &Event) -> String {
    let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
    select.map(|select| select.value()).unwrap_or_default()
}

/// What happens when a text field is typed in.
#[inline(never)]
pub(super) fn typed(sitting: &Sitting, action: fn(String) -> Action) -> Callback<Event> {
    let sitting = sitting.clone();
    Callback::from(move |event: Event| sitting.act(action(entry(&event))))
}

/// A field with its label.
#[inline(never)]
pub(super) fn labelled(label: &'static str, field: View) -> View {
    element("label", "field").with(text("span", "label", label)).with(field)
}

/// The sentence that a field is described by.
#[inline(never)]
pub(super) fn detail(id: &'static str, content: &'static str) -> View {
    element("p", "small").is(Name::Id, id).saying(content.into())
}

/// A field for a short name.
#[inline(never)]
pub(super) fn name_field(value: String, described_by: &'static str, oninput: Callback<Event>) -> View {
    element("input", "")
        .is(Name::Type, "text")
        .is(Name::Longest, "120")
        .is(Name::Complete, "off")
        .is(Name::DescribedBy, described_by)
        .entered(value)
        .on(When::Input, oninput)
}

/// An entry of a list to choose from.
#[inline(never)]
pub(super) fn option(value: &str, label: &str, selected: bool) -> View {
    element("option", "")
        .has(Name::Value, value.to_owned())
        .is(Name::Selected, if selected { "selected" } else { "" })
        .saying(label.to_owned().into())
}

/// A box to tick, with a line of detail.
#[inline(never)]
pub(super) fn check(
    label: &'static str,
    checked: bool,
    detail_id: &'static str,
    content: &'static str,
    onchange: Callback<Event>,
) -> View {
    let tick = element("input", "")
        .is(Name::Type, "checkbox")
        .is(Name::DescribedBy, detail_id)
        .checked(checked)
        .on(When::Change, onchange);
    let label = element("label", "check").with(tick).with(text("span", "", label));
    several().with(label).with(detail(detail_id, content))
}

/// A list to choose a figure from.
pub(super) struct Pick {
    /// What is asked.
    pub(super) label: &'static str,
    /// The entry for nothing.
    pub(super) none: &'static str,
    /// The figures with their labels.
    pub(super) options: Vec<(f64, String)>,
    /// What is chosen.
    pub(super) picked: Option<f64>,
    /// What happens then.
    pub(super) onpick: Callback<Option<f64>>,
}

#[inline(never)]
pub(super) fn pick(pick: Pick) -> View {
    let Pick { label, none, options, picked, onpick } = pick;
    let onchange = Callback::from(move |event: Event| onpick.emit(parsed(&chosen(&event))));
    let is = |figure: f64| picked.is_some_and(|picked| (picked - figure).abs() < 1e-9);
    let mut list = element("select", "").on(When::Change, onchange).with(option("", none, picked.is_none()));
    for (figure, label) in options {
        list = list.with(option(&decimal(figure, 0), &label, is(figure)).keyed(&label));
    }
    labelled(label, list)
}

/// A number to enter. It counts when the field is left or Enter is pressed; one that is out of range is named and not
/// taken.
pub(super) struct Number {
    /// Names the field on its screen.
    pub(super) id: AttrValue,
    /// What is asked.
    pub(super) label: AttrValue,
    /// The unit behind the field.
    pub(super) unit: &'static str,
    /// What it means.
    pub(super) meaning: &'static str,
    /// What is there.
    pub(super) value: Option<f64>,
    /// Smallest and largest.
    pub(super) range: (f64, f64),
    /// What happens then; nothing where it was emptied.
    pub(super) onenter: Callback<Option<f64>>,
}

#[inline(never)]
pub(super) fn number(sitting: &Sitting, field: Number) -> View {
    let Number { id, label, unit, meaning, value, range: (minimum, maximum), onenter } = field;
    let refused = sitting.moment().refused.as_ref() == Some(&id);
    let error = if refused {
        (sitting.locale.scorecard().out_of_range)(&short(minimum), &short(maximum))
    } else {
        String::new()
    };
    let onchange = {
        let (sitting, id) = (sitting.clone(), id.clone());
        Callback::from(move |event: Event| {
            let typed = entry(&event);
            let entered = parsed(&typed);
            let refused =
                entered.map_or(!typed.trim().is_empty(), |number| !(minimum..=maximum).contains(&number));
            let refused = refused.then(|| id.clone());
            if refused.is_none() {
                onenter.emit(entered);
            }
            if refused != sitting.moment().refused {
                sitting.in_moment(&mut |moment| moment.refused.clone_from(&refused));
            }
        })
    };
    let (detail, wrong) = (format!("{id}-detail"), format!("{id}-error"));
    let mut input = element("input", "")
        .is(Name::Type, "text")
        .is(Name::Keyboard, "decimal")
        .is(Name::Complete, "off")
        .is(Name::Invalid, if refused { "true" } else { "" })
        .has(Name::DescribedBy, format!("{detail} {wrong}"))
        .has(Name::Id, id.to_string())
        .on(When::Change, onchange);
    if let Some(value) = value {
        input = input.entered(short(value));
    }
    let label = element("label", "field").has(Name::For, id.to_string()).with(text("span", "label", label));
    let error = element("p", "error").has(Name::Id, wrong).is(Name::Role, "alert").saying(error.into());
    let meaning = element("p", "small").has(Name::Id, detail).saying(meaning.into());
    element("div", "number")
        .keyed(&id)
        .with(label)
        .with(element("span", "entry").with(input).with(text("span", "unit", unit)))
        .with(meaning)
        .with(error)
}

/// A figure with as many decimals as it has, at most four.
fn short(figure: f64) -> String {
    let text = decimal(figure, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
