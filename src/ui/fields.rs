//! Fields: a name, one of a few, a number, a box to tick.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::element::{Name, View, When, element, several};
use super::format::{decimal, parsed};
use super::parts::{Words, text};
use super::sitting::Sitting;
use crate::incentive::Parameter;
use crate::instrument::Responsibility;
use crate::session::inventory::{Edit, Figure, Flag, Word};
use crate::session::{Action, ScoreList};

/// What is in the field that an event comes from, or is chosen in the list.
#[inline(never)]
pub(super) fn entry(event: &Event) -> String {
    // A list has its value under the same name.
    let input = event.target().map(JsCast::unchecked_into::<HtmlInputElement>);
    input.map(|input| input.value()).unwrap_or_default()
}

/// What happens when a text field is typed in.
#[inline(never)]
pub(super) fn typed(sitting: &Sitting, action: fn(String) -> Action) -> Callback<Event> {
    let sitting = sitting.clone();
    Callback::from(move |event: Event| sitting.act(action(entry(&event))))
}

/// A field with its label.
#[inline(never)]
pub(super) fn labelled(label: impl Words, field: View) -> View {
    element("label", "field").text("span", "label", label).with(field)
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
    let label = element("label", "check").with(tick).text("span", "", label);
    several().with(label).with(detail(detail_id, content))
}

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
    /// What is asked. Where it is not shown, those hear it who hear the list.
    pub(super) label: AttrValue,
    pub(super) shown: bool,
    pub(super) options: Vec<(AttrValue, AttrValue)>,
    pub(super) picked: AttrValue,
}

/// A list of words of the path.
pub(super) fn pick_word(sitting: &Sitting, word: Word, pick: Pick) -> View {
    let sitting = sitting.clone();
    let choose = move |event: Event| sitting.act(Action::EditPath(Edit::Word(word, entry(&event))));
    select(pick, Callback::from(choose))
}

/// A list of figures.
pub(super) fn pick_number(sitting: &Sitting, about: Entry, pick: Pick) -> View {
    let sitting = sitting.clone();
    select(pick, Callback::from(move |event: Event| sitting.act(about.set(parsed(&entry(&event))))))
}

#[inline(never)]
fn select(pick: Pick, onchange: Callback<Event>) -> View {
    let Pick { label, shown, options, picked } = pick;
    let mut list = element("select", "").on(When::Change, onchange);
    for (id, label) in options {
        list = list.with(option(&id, &label, id == picked).keyed(&id));
    }
    if !shown {
        return list.has(Name::Label, label.to_string());
    }
    element("label", "field").keyed(&label).text("span", "label", label.clone()).with(list)
}

/// A box of a step of the path.
#[inline(never)]
pub(super) fn tick(sitting: &Sitting, label: &'static str, on: bool, flag: Flag) -> View {
    let set = Action::EditPath(Edit::Flag(flag, !on));
    let tick =
        element("input", "").is(Name::Type, "checkbox").checked(on).on(When::Change, sitting.choose(set));
    element("label", "check").keyed(label).with(tick).text("span", "", label)
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
    pub(super) beside: View,
    /// What is wrong with it beside another field.
    pub(super) wrong: &'static str,
}

#[inline(never)]
pub(super) fn number(sitting: &Sitting, field: Number) -> View {
    let Number { id, entry: about, label, unit, meaning, value, range, beside, wrong: clash } = field;
    let factor = if unit.starts_with('%') { 100.0 } else { 1.0 };
    let (minimum, maximum) = (range.0 * factor, range.1 * factor);
    let value = value.map(|value| short(value * factor)).unwrap_or_default();
    let refused = sitting.refused(&id);
    let error = if refused.is_some() {
        (sitting.locale.scorecard().out_of_range)(&short(minimum), &short(maximum), &value)
    } else {
        clash.to_owned()
    };
    let onchange = {
        let (sitting, id) = (sitting.clone(), id.clone());
        Callback::from(move |event: Event| {
            let typed = entry(&event);
            let entered = parsed(&typed);
            let wrong =
                entered.map_or(!typed.trim().is_empty(), |number| !(minimum..=maximum).contains(&number));
            if !wrong {
                sitting.act(about.set(entered.map(|number| number / factor)));
            }
            sitting.refuse(&id, wrong.then_some(typed));
        })
    };
    let input = element("input", "").is(Name::Keyboard, "decimal").on(When::Change, onchange);
    let behind = vec![text("span", "unit", unit), beside];
    let value = refused.unwrap_or(value);
    described(sitting, Described { id, label, meaning, value, error, class: "entry" }, input, behind)
}

/// What stands around a field.
pub(super) struct Described {
    pub(super) id: AttrValue,
    pub(super) label: AttrValue,
    pub(super) meaning: &'static str,
    /// What is in it, unless it is being typed in just now.
    pub(super) value: String,
    /// What was wrong with the last entry.
    pub(super) error: String,
    pub(super) class: &'static str,
}

/// A field for a line and what stands behind it, with its label, what it means and what was wrong with it.
#[inline(never)]
pub(super) fn described(sitting: &Sitting, field: Described, input: View, behind: Vec<View>) -> View {
    let Described { id, label, meaning, value, error, class } = field;
    // A drawing in between, when figures are worked out, must not take away what has not been taken yet.
    let typed = sitting.moment().typed.as_ref().filter(|(field, _)| *field == id);
    let value = typed.map_or(value, |(_, typed)| typed.clone());
    let typing = {
        let (sitting, id) = (sitting.clone(), id.clone());
        Callback::from(move |event: Event| {
            sitting.in_moment(&mut |moment| moment.typed = Some((id.clone(), entry(&event))));
        })
    };
    let (detail, wrong) = (format!("{id}-detail"), format!("{id}-error"));
    let input = input
        .is(Name::Type, "text")
        .is(Name::Complete, "off")
        .entered(value)
        .on(When::Input, typing)
        .is(Name::Invalid, if error.is_empty() { "" } else { "true" })
        .has(Name::DescribedBy, format!("{detail} {wrong}"))
        .has(Name::Id, id.to_string());
    let mut content = element("span", class).with(input);
    for view in behind {
        content = content.with(view);
    }
    let label = element("label", "field").has(Name::For, id.to_string()).text("span", "label", label);
    let error = element("p", "error").has(Name::Id, wrong).is(Name::Role, "alert").saying(error.into());
    let meaning = element("p", "small").has(Name::Id, detail).saying(meaning.into());
    element("div", "number").keyed(&id).with(label).with(content).with(meaning).with(error)
}

/// A figure with as many decimals as it has, at most four.
pub(super) fn short(figure: f64) -> String {
    let text = decimal(figure, 4);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
