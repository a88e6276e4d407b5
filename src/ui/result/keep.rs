//! What can be done with a result: save, hand in, print, copy, go back, start over.

use std::rc::Rc;

use yew::prelude::*;

use super::Outcome;
use crate::session::{Action, Place};
use crate::text::joined;
use crate::ui::copying::{copy, copy_by_hand};
use crate::ui::element::{Name, View, element};
use crate::ui::own::collection;
use crate::ui::parts::{button, status};
use crate::ui::sitting::{Deed, Sitting};
use crate::ui::summary::summary;

pub(super) fn actions(sitting: &Sitting, outcome: &Rc<Outcome>) -> View {
    let words = &sitting.words().keep;
    let copy = {
        let (sitting, outcome) = (sitting.clone(), outcome.clone());
        Callback::from(move |_: Event| copy(&sitting, &summary(&sitting, &outcome).into()))
    };
    let start_over = sitting.click(Action::StartOver(sitting.host.random_id()));
    let print = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            sitting.done((!sitting.host.print()).then_some(Deed::PrintRefused));
        })
    };
    let hands_in = sitting.session().presets.hand_in.is_some();
    let buttons = element("div", "keep-buttons")
        .with(button(
            "button primary",
            if hands_in { words.save_or_hand_in } else { words.save },
            sitting.going(Place::File),
        ))
        .with(button("button", words.print, print))
        .with(button("button", words.copy, copy))
        .with(button("button", words.change, sitting.going(Place::Page(0))))
        .with(button("button", words.start_over, start_over));
    let done = [
        sitting.if_done(Deed::Copied, words.copied),
        sitting.if_done(Deed::PrintRefused, words.print_refused),
    ];
    element("section", "keep")
        .is(Name::Label, words.title)
        .holding("div", "", collection(sitting))
        .with(buttons)
        .with(status(joined(&done, "", "")))
        .with(copy_by_hand(sitting))
}
