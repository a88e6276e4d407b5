//! One item: a real radio group, so that arrows, focus and names are the platform's own.

use yew::prelude::*;

use super::element::{Name, View, When, element};
use super::parts::{Words, clickable, text};
use super::sitting::Sitting;
use crate::instrument::Item;
use crate::response::Answer;
use crate::session::Action;

/// The radio group of an item.
pub(super) fn likert(sitting: &Sitting, item: &Item, legend: &str) -> View {
    let words = &sitting.words().page;
    let instrument = sitting.instrument();
    let answer = sitting.session().draft.answer(&item.id);
    let labels = instrument.scales.get(&item.scale).map_or(&[][..], Vec::as_slice);
    let not_applicable = instrument.not_applicable.get(&item.scale).map_or("", String::as_str);
    let set = |answer: Option<Answer>| Action::SetAnswer(item.id.clone(), answer);
    let option = |choice: Answer, label: &str| {
        let class = if choice == Answer::NotApplicable { "option not-applicable" } else { "option" };
        let radio = element("input", "")
            .is(Name::Type, "radio")
            .has(Name::Group, item.id.clone())
            .entered(value(choice).to_owned())
            .checked(answer == Some(choice))
            .on(When::Change, sitting.choose(set(Some(choice))));
        let label = text("span", "", label.to_owned());
        element("label", class).keyed(value(choice)).with(radio).with(label)
    };
    let onkeydown = {
        let (sitting, id) = (sitting.clone(), item.id.clone());
        Callback::from(move |event: Event| {
            if let Some(answer) = answer_for_key(&sitting.host.key(&event)) {
                event.prevent_default();
                sitting.act(Action::SetAnswer(id.clone(), Some(answer)));
                sitting.host.focus(&format!("#item-{id} input[value='{}']", value(answer)));
            }
        })
    };
    let clear = {
        let (sitting, id) = (sitting.clone(), item.id.clone());
        Callback::from(move |_: Event| {
            sitting.act(Action::SetAnswer(id.clone(), None));
            // The button goes with the answer; the focus stays in the group.
            sitting.host.focus(&format!("#item-{id} input"));
        })
    };
    let mut options = element("div", "options");
    for (rating, label) in (1_u8..).zip(labels) {
        options = options.with(option(Answer::Rating(rating), label));
    }
    let clear = clickable("link", clear)
        .has(Name::Label, (words.clear_name)(legend))
        .is(Name::Absent, if answer.is_none() { "hidden" } else { "" });
    element("fieldset", "item")
        .keyed(&item.id)
        .has(Name::Id, format!("item-{}", item.id))
        .on(When::KeyDown, onkeydown)
        .text("legend", "", legend.to_owned())
        .with(options.with(option(Answer::NotApplicable, not_applicable)))
        .holding("div", "clear-place", words.clear.in_element(clear))
}

fn value(answer: Answer) -> &'static str {
    match answer {
        Answer::Rating(1) => "1",
        Answer::Rating(2) => "2",
        Answer::Rating(3) => "3",
        Answer::Rating(4) => "4",
        Answer::Rating(_) => "5",
        Answer::NotApplicable => "na",
    }
}

/// 1 to 5, and 0 for "does not apply".
fn answer_for_key(key: &str) -> Option<Answer> {
    match key {
        "0" => Some(Answer::NotApplicable),
        "1" => Some(Answer::Rating(1)),
        "2" => Some(Answer::Rating(2)),
        "3" => Some(Answer::Rating(3)),
        "4" => Some(Answer::Rating(4)),
        "5" => Some(Answer::Rating(5)),
        _ => None,
    }
}
