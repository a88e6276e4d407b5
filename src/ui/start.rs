//! The start: what this is, and what happens with the answers.

use yew::prelude::*;

use super::format::typed;
use super::open_file::choose_file;
use super::parts::{list, text, title};
use super::sitting::Sitting;
use crate::session::{Action, Place};

pub(super) fn start(sitting: &Sitting) -> Html {
    let words = &sitting.words().start;
    let session = sitting.session();
    let has_draft = !session.draft.is_blank();
    html! {
        <>
            { title(words.title) }
            { text("p", "lead", words.lead) }
            <section>
                { text("h2", "", words.get_title) }
                <ul class="plain-list">
                    for point in words.get {
                        <li key={point.title}>{ text("strong", "", point.title) }{ " " }{ point.detail }</li>
                    }
                </ul>
            </section>
            <section>
                { text("h2", "", words.steps_title) }
                { list("ol", words.steps.iter().map(|step| (*step).into()).collect()) }
            </section>
            <section>
                { text("h2", "", words.privacy_title) }
                { list("ul", words.privacy.iter().map(|point| (*point).into()).collect()) }
                { keep_choice(sitting) }
            </section>
            <section>
                { text("h2", "", words.rollout_title) }
                { rollout(sitting) }
            </section>
            <div class="nav">
                <button
                    type="button"
                    class="button primary"
                    onclick={sitting.going(Place::About)}
                >
                    { if has_draft { words.go_on } else { words.begin } }
                </button>
            </div>
            <section class="quiet">
                { text("h2", "", words.open_title) }
                { text("p", "", words.open_detail) }
                { choose_file(sitting) }
            </section>
            { text("p", "small", words.scale_note) }
        </>
    }
}

/// The person's own choice not to keep anything.
fn keep_choice(sitting: &Sitting) -> Html {
    let words = &sitting.words().start;
    let session = sitting.session();
    if session.presets.keep_nothing {
        return html! { { text("p", "", words.keep_off) } };
    }
    let onchange = sitting.choose(Action::Keep(!session.keeping));
    html! {
        <>
            <label class="check">
                <input
                    type="checkbox"
                    checked={session.keeping}
                    aria-describedby="keep-detail"
                    {onchange}
                />
                { text("span", "", words.keep) }
            </label>
            <p class="small" id="keep-detail">
                { if session.keeping { words.keep_detail } else { words.keep_off } }
            </p>
        </>
    }
}

/// Which rollout the answers are about: the host's label, or a name the person gives.
fn rollout(sitting: &Sitting) -> Html {
    let words = &sitting.words().start;
    let frame = (sitting.words().frame.frame)(None);
    if let Some(rollout) = &sitting.session().presets.rollout {
        return html! {
            <>
                { text("p", "", frame) }
                <p>{ text("strong", "", (sitting.words().frame.about_rollout)(rollout)) }</p>
            </>
        };
    }
    let oninput = typed(sitting, Action::SetRollout);
    html! {
        <>
            { text("p", "", frame) }
            <label class="field">
                { text("span", "label", words.rollout_label) }
                <input
                    type="text"
                    maxlength="120"
                    autocomplete="off"
                    value={sitting.session().rollout().unwrap_or_default().to_owned()}
                    aria-describedby="rollout-detail"
                    {oninput}
                />
            </label>
            <p class="small" id="rollout-detail">{ words.rollout_detail }</p>
        </>
    }
}
