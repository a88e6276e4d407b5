//! Fields for figures: to choose one of a few, or to enter a number.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::format::{decimal, parsed};
use super::parts::text;
use super::sitting::Sitting;

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
pub(super) fn pick(pick: Pick) -> Html {
    let Pick { label, none, options, picked, onpick } = pick;
    let onchange = Callback::from(move |event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        onpick.emit(select.and_then(|select| parsed(&select.value())));
    });
    let is = |figure: f64| picked.is_some_and(|picked| (picked - figure).abs() < 1e-9);
    // A file from elsewhere may hold a figure between those that are offered.
    let other = picked.filter(|_| !options.iter().any(|(figure, _)| is(*figure)));
    let options = options.into_iter().chain(other.map(|figure| (figure, short(figure))));
    html! {
        <label class="field">
            { text("span", "label", label) }
            <select {onchange}>
                <option value="" selected={picked.is_none()}>{ none }</option>
                for (figure, label) in options {
                    <option key={label.clone()} value={short(figure)} selected={is(figure)}>{ label }</option>
                }
            </select>
        </label>
    }
}

/// A number to enter. It counts when the field is left or Enter is pressed. One that is out of range is named and not
/// taken; it stays there to be mended.
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
pub(super) fn number(sitting: &Sitting, field: Number) -> Html {
    let Number { id, label, unit, meaning, value, range: (minimum, maximum), onenter } = field;
    let refused =
        sitting.moment().refused.iter().find(|(field, _)| *field == id).map(|(_, typed)| typed.clone());
    let value = value.map(short).unwrap_or_default();
    let invalid = refused.as_ref().map(|_| "true");
    let error = refused
        .as_ref()
        .map(|_| (sitting.locale.scorecard().out_of_range)(&short(minimum), &short(maximum), &value));
    let onchange = {
        let (sitting, id) = (sitting.clone(), id.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let typed = input.map(|input| input.value()).unwrap_or_default();
            let entered = parsed(&typed);
            let wrong =
                entered.map_or(!typed.trim().is_empty(), |number| !(minimum..=maximum).contains(&number));
            let mut moment = sitting.moment().clone();
            moment.refused.retain(|(field, _)| *field != id);
            if wrong {
                moment.refused.push((id.clone(), typed));
            } else {
                onenter.emit(entered);
            }
            sitting.set_moment(moment);
        })
    };
    let (detail, wrong) = (format!("{id}-detail"), format!("{id}-error"));
    html! {
        <div class="number" key={id.to_string()}>
            <label class="field" for={id.clone()}>{ text("span", "label", label) }</label>
            <span class="entry">
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    aria-invalid={invalid}
                    value={refused.unwrap_or(value)}
                    aria-describedby={format!("{detail} {wrong}")}
                    {id}
                    {onchange}
                />
                { text("span", "unit", unit) }
            </span>
            <p class="small" id={detail}>{ meaning }</p>
            <p class="error" id={wrong} role="alert">{ error.unwrap_or_default() }</p>
        </div>
    }
}

/// A figure with as many decimals as it has, at most four.
fn short(figure: f64) -> String {
    let text = decimal(figure, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
