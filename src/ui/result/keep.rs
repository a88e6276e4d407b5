//! What can be done with a result: save, print, copy, go back, start over.

use std::rc::Rc;

use yew::prelude::*;

use super::Outcome;
use crate::session::{Action, Place};
use crate::ui::sitting::Sitting;
use crate::ui::summary::summary;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeepProps {
    sitting: Sitting,
    outcome: Rc<Outcome>,
}

pub(super) fn actions(sitting: &Sitting, outcome: &Rc<Outcome>) -> Html {
    html! { <Keep sitting={sitting.clone()} outcome={outcome.clone()} /> }
}

#[component]
fn Keep(props: &KeepProps) -> Html {
    let sitting = &props.sitting;
    let words = &sitting.words().keep;
    // The text to copy by hand, where the browser does not let the page copy.
    let by_hand = use_state(|| None::<String>);
    let copied = use_state_eq(|| false);
    let copy = {
        let (sitting, outcome) = (sitting.clone(), props.outcome.clone());
        let (by_hand, copied) = (by_hand.setter(), copied.setter());
        Callback::from(move |_: MouseEvent| {
            let text = summary(&sitting, &outcome);
            let (by_hand, copied) = (by_hand.clone(), copied.clone());
            let shown = text.clone();
            sitting.host.copy(
                &text,
                Callback::from(move |worked: bool| {
                    copied.set(worked);
                    by_hand.set((!worked).then(|| shown.clone()));
                }),
            );
        })
    };
    let start_over = {
        let host = sitting.host.clone();
        sitting.on(move |_: MouseEvent, now| Action::StartOver(host.random_id(), now))
    };
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
            <p class="small" role="status">{ if *copied { words.copied } else { "" } }</p>
            <div>
                if let Some(text) = &*by_hand {
                    <label class="field">
                        <span class="label">{ words.by_hand }</span>
                        <textarea readonly={true} rows="12" value={text.clone()} />
                    </label>
                }
            </div>
        </section>
    }
}
