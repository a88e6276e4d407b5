//! What the person is told beside the questions.

use yew::prelude::*;

use super::format::moment;
use super::host::Slot;
use super::sitting::Sitting;
use crate::session::{Action, Notice, Reading, SetAside, read_draft};

/// All current notices, in one permanent live container.
pub(super) fn notices(sitting: &Sitting) -> Html {
    let list = sitting.session().notices.iter().enumerate();
    html! {
        <div role="status" class="notice-list">
            { for list.map(|(index, notice)| one(sitting, index, notice)) }
        </div>
    }
}

fn one(sitting: &Sitting, index: usize, notice: &Notice) -> Html {
    let words = &sitting.words().notice;
    let (key, body, actions) = match notice {
        Notice::Restored { updated } => {
            let when = moment(*updated, sitting.locale);
            ("restored", html! { (words.restored)(&when) }, start_over(sitting))
        }
        Notice::QuestionsChanged => ("changed", html! { words.questions_changed }, html! {}),
        Notice::SetAside { reason, text } => {
            ("aside", html! { (words.set_aside)(*reason) }, set_aside(sitting, index, *reason, text))
        }
        Notice::NotKept(fault) => ("not-kept", html! { (words.storage)(*fault) }, html! {}),
        Notice::Erased(draft) => {
            let draft = draft.clone();
            let bring_back = sitting.on(move |_: MouseEvent, now| Action::BringBack(draft.clone(), now));
            ("erased", html! { words.erased }, button(words.bring_back, bring_back))
        }
        Notice::ErasedElsewhere => ("elsewhere", html! { words.erased_elsewhere }, html! {}),
        Notice::FileOpened => ("opened", html! { words.opened }, html! {}),
        Notice::FileRefused(problems) => ("refused", refused(sitting, problems), html! {}),
    };
    let put_away = sitting.dispatch.reform(move |_: MouseEvent| Action::PutAway(index));
    html! {
        <div class="notice" {key}>
            <div class="notice-body">{ body }</div>
            <div class="notice-actions">
                { actions }
                <button type="button" class="link" onclick={put_away}>{ words.put_away }</button>
            </div>
        </div>
    }
}

fn button(label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="link" {onclick}>{ label }</button> }
}

fn start_over(sitting: &Sitting) -> Html {
    let host = sitting.host.clone();
    let onclick = sitting.on(move |_: MouseEvent, now| Action::StartOver(host.random_id(), now));
    button(sitting.words().notice.start_over, onclick)
}

fn set_aside(sitting: &Sitting, index: usize, reason: SetAside, text: &str) -> Html {
    let words = &sitting.words().notice;
    let save = {
        let (host, text) = (sitting.host.clone(), text.to_owned());
        Callback::from(move |_| host.save_file("set-aside.middle-layer-draft.json", &text))
    };
    let erase = {
        let (host, dispatch) = (sitting.host.clone(), sitting.dispatch.clone());
        Callback::from(move |_| {
            // Refused storage holds nothing to erase.
            let _ = host.erase(Slot::Aside);
            dispatch.emit(Action::PutAway(index));
        })
    };
    // Read as of its own day, a draft that is only old is a good draft.
    let usable = match read_draft(text, sitting.instrument(), 0) {
        Reading::Draft { draft, .. } if reason == SetAside::Old => Some(draft),
        Reading::Draft { .. } | Reading::SetAside(_) => None,
    };
    let use_it = usable.map(|draft| {
        let host = sitting.host.clone();
        let onclick = sitting.on(move |_: MouseEvent, now| {
            let _ = host.erase(Slot::Aside);
            Action::BringBack(draft.clone(), now)
        });
        button(words.aside_use, onclick)
    });
    html! {
        <>
            <span>{ use_it.unwrap_or_default() }</span>
            { button(words.aside_save, save) }
            { button(words.aside_erase, erase) }
        </>
    }
}

/// Why a file was refused: in words for everyone first, then every problem with its place.
fn refused(sitting: &Sitting, problems: &[crate::problem::Problem]) -> Html {
    let Some(first) = problems.first() else {
        return html! { sitting.words().notice.refused };
    };
    let refusal = (sitting.result_words().cannot_open)(first);
    let details = problems.iter().take(20).enumerate().map(|(number, problem)| {
        html! { <li key={number}>{ crate::text::problem_message(problem) }</li> }
    });
    html! {
        <>
            <p><strong>{ refusal.title }</strong></p>
            <p>{ refusal.body }</p>
            <ul>{ for details }</ul>
        </>
    }
}
