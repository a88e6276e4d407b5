//! What can be done with a result: save, print, copy, go back, start over.

use std::rc::Rc;

use yew::prelude::*;

use super::Outcome;
use crate::session::{Action, Place};
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
    html! {
        <section class="keep" aria-label={words.title}>
            <div class="keep-buttons">
                <button type="button" class="button primary" onclick={sitting.going(Place::File)}>
                    { words.save }
                </button>
                <button type="button" class="button" onclick={print}>{ words.print }</button>
                <button type="button" class="button" onclick={copy}>{ words.copy }</button>
                <button type="button" class="button" onclick={sitting.going(Place::Page(0))}>
                    { words.change }
                </button>
                <button type="button" class="button" onclick={start_over}>{ words.start_over }</button>
            </div>
            <p class="small" role="status">{ if moment.copied { words.copied } else { "" } }</p>
            <div>
                if let Some(text) = &moment.by_hand {
                    <label class="field">
                        <span class="label">{ words.by_hand }</span>
                        <textarea readonly={true} rows="12" value={text.to_string()} />
                    </label>
                }
            </div>
        </section>
    }
}
