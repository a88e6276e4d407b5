//! What can be done with a result: save, print, copy, go back, start over.

use std::rc::Rc;

use yew::prelude::*;

use super::Outcome;
use crate::session::{Action, Place};
use crate::ui::parts::{button, group, holding, text};
use crate::ui::sitting::{Moment, Sitting};
use crate::ui::summary::summary;

pub(super) fn actions(sitting: &Sitting, outcome: &Rc<Outcome>) -> Html {
    let words = &sitting.words().keep;
    let moment = sitting.moment();
    let copy = {
        let (sitting, outcome) = (sitting.clone(), outcome.clone());
        Callback::from(move |_: MouseEvent| {
            let text: Rc<str> = summary(&sitting, &outcome).into();
            let (shown, after) = (text.clone(), sitting.clone());
            sitting.host.copy(
                &text,
                Callback::from(move |copied: bool| {
                    let by_hand = (!copied).then(|| shown.clone());
                    after.set_moment(Moment { copied, by_hand, ..after.moment().clone() });
                }),
            );
        })
    };
    let start_over = sitting.click(Action::StartOver(sitting.host.random_id()));
    let print = {
        let host = sitting.host.clone();
        Callback::from(move |_: MouseEvent| host.print())
    };
    let buttons = group(
        "div",
        "keep-buttons",
        vec![
            button("button primary", words.save, sitting.going(Place::File)),
            button("button", words.print, print),
            button("button", words.copy, copy),
            button("button", words.change, sitting.going(Place::Page(0))),
            button("button", words.start_over, start_over),
        ],
    );
    let by_hand = moment.by_hand.as_ref().map(|summary| {
        html! {
            <label class="field">
                { text("span", "label", words.by_hand) }
                <textarea readonly={true} rows="12" value={summary.to_string()} />
            </label>
        }
    });
    html! {
        <section class="keep" aria-label={words.title}>
            { buttons }
            <p class="small" role="status">{ if moment.copied { words.copied } else { "" } }</p>
            { holding("div", "", by_hand.unwrap_or_default()) }
        </section>
    }
}
