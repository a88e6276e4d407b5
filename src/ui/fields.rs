//! Fields: a list to choose from, a number to enter, a box to tick.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::format::{decimal, parsed};
use super::parts::text;
use super::sitting::Sitting;
use crate::incentive::Parameter;
use crate::instrument::Responsibility;
use crate::session::inventory::{Edit, Figure, Flag, Word};
use crate::session::{Action, ScoreList};

/// Which figure a list or a number is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// One of the scorecard.
    Score(ScoreList, Responsibility),
    /// One of the other questions of the scorecard.
    Parameter(Parameter),
    /// One of the path.
    Path(Figure),
}

impl Entry {
    /// What happens when it gets a value.
    fn set(self, number: Option<f64>) -> Action {
        match self {
            Self::Score(list, responsibility) => Action::SetScore(list, responsibility, number),
            Self::Parameter(parameter) => Action::SetParameter(parameter, number),
            Self::Path(figure) => Action::EditPath(Edit::Figure(figure, number)),
        }
    }
}

/// A list to choose from: ids with their labels.
pub(super) struct Pick {
    /// What is asked. Where `shown` is not set only those hear it who hear the list.
    pub(super) label: AttrValue,
    pub(super) shown: bool,
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    pub(super) picked: AttrValue,
}

/// A list of words of the path.
pub(super) fn pick_word(sitting: &Sitting, word: Word, pick: Pick) -> Html {
    let sitting = sitting.clone();
    select(
        pick,
        Callback::from(move |event: Event| {
            sitting.act(Action::EditPath(Edit::Word(word, value_of(&event))));
        }),
    )
}

/// A list of figures.
pub(super) fn pick_number(sitting: &Sitting, entry: Entry, pick: Pick) -> Html {
    let sitting = sitting.clone();
    select(pick, Callback::from(move |event: Event| sitting.act(entry.set(parsed(&value_of(&event))))))
}

#[inline(never)]
fn select(pick: Pick, onchange: Callback<Event>) -> Html {
    let Pick { label, shown, options, picked } = pick;
    let name = (!shown).then(|| label.clone());
    let list = html! {
        <select aria-label={name} {onchange}>
            for (id, label) in options {
                <option key={id.to_string()} selected={id == picked} value={id.clone()}>{ label }</option>
            }
        </select>
    };
    if !shown {
        return list;
    }
    html! { <label class="field" key={label.to_string()}>{ text("span", "label", label) }{ list }</label> }
}

/// What stands in the field of an event.
#[inline(never)]
pub(super) fn value_of(event: &web_sys::Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => other.dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default(),
    }
}

/// A box to tick.
#[inline(never)]
pub(super) fn tick(sitting: &Sitting, label: &'static str, on: bool, action: Action) -> Html {
    html! {
        <label class="check" key={label}>
            <input type="checkbox" checked={on} onchange={sitting.choose(action)} />
            { text("span", "", label) }
        </label>
    }
}

/// A box of a step of the path.
pub(super) fn tick_flag(sitting: &Sitting, label: &'static str, on: bool, flag: Flag) -> Html {
    tick(sitting, label, on, Action::EditPath(Edit::Flag(flag, !on)))
}

/// A number to enter. It counts when the field is left or Enter is pressed. One that is out of range is named and not
/// taken; it stays there to be mended.
pub(super) struct Number {
    /// Names the field on its screen.
    pub(super) id: AttrValue,
    pub(super) entry: Entry,
    /// What is asked.
    pub(super) label: AttrValue,
    /// The unit behind the field. Shares are asked for in percent.
    pub(super) unit: AttrValue,
    /// What it means.
    pub(super) meaning: &'static str,
    /// What is there.
    pub(super) value: Option<f64>,
    /// Smallest and largest.
    pub(super) range: (f64, f64),
    /// What stands behind the unit.
    pub(super) beside: Html,
}

#[inline(never)]
pub(super) fn number(sitting: &Sitting, field: Number) -> Html {
    let Number { id, entry, label, unit, meaning, value, range, beside } = field;
    let factor = if unit.starts_with('%') { 100.0 } else { 1.0 };
    let (minimum, maximum) = (range.0 * factor, range.1 * factor);
    let value = value.map(|value| short(value * factor)).unwrap_or_default();
    let refused = sitting.refused(&id);
    let error = if refused.is_some() {
        (sitting.locale.scorecard().out_of_range)(&short(minimum), &short(maximum))
    } else {
        String::new()
    };
    let onchange = {
        let (sitting, id) = (sitting.clone(), id.clone());
        Callback::from(move |event: Event| {
            let typed = value_of(&event);
            let entered = parsed(&typed);
            let wrong =
                entered.map_or(!typed.trim().is_empty(), |number| !(minimum..=maximum).contains(&number));
            if !wrong {
                sitting.act(entry.set(entered.map(|number| number / factor)));
            }
            sitting.refuse(&id, wrong.then_some(typed));
        })
    };
    let value = AttrValue::from(refused.unwrap_or(value));
    entry_field(EntryField { id, label, meaning, value, error, numeric: true, onchange, beside, unit })
}

/// A field for a line of text, with all that stands around it.
pub(super) struct EntryField {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) meaning: &'static str,
    pub(super) value: AttrValue,
    /// What was wrong with the last entry.
    pub(super) error: String,
    pub(super) numeric: bool,
    pub(super) onchange: Callback<Event>,
    pub(super) unit: AttrValue,
    pub(super) beside: Html,
}

#[inline(never)]
pub(super) fn entry_field(field: EntryField) -> Html {
    let EntryField { id, label, meaning, value, error, numeric, onchange, unit, beside } = field;
    let (detail, wrong) = (format!("{id}-detail"), format!("{id}-error"));
    html! {
        <div class="number" key={id.to_string()}>
            <label class="field" for={id.clone()}>{ text("span", "label", label) }</label>
            <span class={if numeric { "entry" } else { "" }}>
                <input
                    type="text"
                    inputmode={numeric.then_some("decimal")}
                    autocomplete="off"
                    {value}
                    aria-describedby={format!("{detail} {wrong}")}
                    aria-invalid={(!error.is_empty()).then_some("true")}
                    {id}
                    {onchange}
                />
                { text("span", "unit", unit) }
                { beside }
            </span>
            <p class="small" id={detail}>{ meaning }</p>
            <p class="error" id={wrong} role="alert">{ error }</p>
        </div>
    }
}

/// A figure with as many decimals as it has, at most four.
pub(super) fn short(figure: f64) -> String {
    let text = decimal(figure, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
