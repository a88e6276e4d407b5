//! The start: what this is, and what happens with the answers.

use yew::prelude::*;

use super::format::value_of;
use super::open_file::ChooseFile;
use super::sitting::Sitting;
use crate::session::{Action, Place};

#[component]
pub(super) fn Start(sitting: &Sitting) -> Html {
    let words = &sitting.words().start;
    let session = sitting.session();
    let has_draft = !session.draft.is_blank();
    html! {
        <>
            <h1 ref={sitting.heading.clone()} tabindex="-1">{ words.title }</h1>
            <p class="lead">{ words.lead }</p>
            <section>
                <h2>{ words.get_title }</h2>
                <ul class="plain-list">
                    { for words.get.iter().map(|point| html! {
                        <li key={point.title}><strong>{ point.title }</strong>{ " " }{ point.detail }</li>
                    }) }
                </ul>
            </section>
            <section>
                <h2>{ words.steps_title }</h2>
                <ol>{ for words.steps.iter().map(|step| html! { <li key={*step}>{ *step }</li> }) }</ol>
            </section>
            <section>
                <h2>{ words.privacy_title }</h2>
                <ul>{ for words.privacy.iter().map(|point| html! { <li key={*point}>{ *point }</li> }) }</ul>
                { keep_choice(sitting) }
            </section>
            <section>
                <h2>{ words.rollout_title }</h2>
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
                <h2>{ words.open_title }</h2>
                <p>{ words.open_detail }</p>
                <ChooseFile sitting={sitting.clone()} />
            </section>
            <p class="small">{ words.scale_note }</p>
        </>
    }
}

/// The person's own choice not to keep anything.
fn keep_choice(sitting: &Sitting) -> Html {
    let words = &sitting.words().start;
    let session = sitting.session();
    if session.presets.keep_nothing {
        return html! { <p>{ words.keep_off }</p> };
    }
    let onchange = {
        let keeping = session.keeping;
        sitting.dispatch.reform(move |_: Event| Action::Keep(!keeping))
    };
    html! {
        <>
            <label class="check">
                <input
                    type="checkbox"
                    checked={session.keeping}
                    aria-describedby="keep-detail"
                    {onchange}
                />
                <span>{ words.keep }</span>
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
                <p>{ frame }</p>
                <p><strong>{ (sitting.words().frame.about_rollout)(rollout) }</strong></p>
            </>
        };
    }
    let oninput = sitting.on(|event: InputEvent, now| Action::SetRollout(value_of(&event), now));
    html! {
        <>
            <p>{ frame }</p>
            <label class="field">
                <span class="label">{ words.rollout_label }</span>
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
