//! Around every screen: progress, the sign that the draft is kept, notices.

use yew::prelude::*;

use super::notices::notices;
use super::open_file::drop_zone;
use super::parts::{all, group, holding, text};
use super::sitting::Sitting;
use crate::session::{Action, Place};

/// A screen with what stands around it.
pub(super) fn frame(sitting: &Sitting, screen: Html) -> Html {
    let place = sitting.session().draft.place.id();
    drop_zone(
        sitting,
        group(
            "div",
            "sheet",
            vec![
                holding("header", "top", top(sitting)),
                holding("div", "notices", notices(sitting)),
                holding("div", "screen", html! { <div key={place}>{ screen }</div> }),
            ],
        ),
    )
}

fn top(sitting: &Sitting) -> Html {
    let words = &sitting.words().frame;
    let session = sitting.session();
    let pages = session.pages(sitting.instrument()).len();
    let position = match session.draft.place {
        Place::Page(index) => (words.page_of)(index + 1, pages),
        Place::Start | Place::About | Place::Review | Place::File => words.product.to_owned(),
        Place::Result => sitting.result_words().labels.page.to_owned(),
        Place::Scorecard => sitting.locale.scorecard().title.to_owned(),
        Place::Path | Place::WhatIf => sitting.locale.path().title.to_owned(),
    };
    all(vec![
        group(
            "div",
            "top-line",
            vec![
                text("span", "position", position),
                holding("span", "status", status(sitting)),
                holding("span", "erase", erase(sitting)),
            ],
        ),
        holding("div", "progress", progress(sitting)),
    ])
}

/// "3 of 40 answered · saved on this device".
fn status(sitting: &Sitting) -> Html {
    let words = &sitting.words().frame;
    let session = sitting.session();
    let (answered, total) = session.progress(sitting.instrument());
    let counted = matches!(session.draft.place, Place::Page(_) | Place::Review);
    let sign = match session.kept {
        _ if !session.keeping => words.keeping_nothing,
        Some(Ok(())) => words.kept,
        Some(Err(_)) => words.not_kept,
        None => "",
    };
    let count = if counted { (words.answered_of)(answered, total) } else { String::new() };
    all(vec![text("span", "part", count), text("span", "part", sign)])
}

/// Erases everything at one click, wherever something is kept.
fn erase(sitting: &Sitting) -> Html {
    let words = &sitting.words().frame;
    let session = sitting.session();
    if session.draft.is_blank() || !matches!(session.kept, Some(Ok(()))) {
        return html! {};
    }
    let onclick = sitting.last_click(Action::Erase(sitting.host.random_id()));
    html! {
        <button type="button" class="link" aria-label={words.erase_name} {onclick}>{ words.erase }</button>
    }
}

fn progress(sitting: &Sitting) -> Html {
    let session = sitting.session();
    if !matches!(session.draft.place, Place::Page(_) | Place::Review) {
        return html! { <hr class="plain" /> };
    }
    let (answered, total) = session.progress(sitting.instrument());
    let width = format!("{}%", answered * 100 / total.max(1));
    html! {
        <svg
            class="progress-bar"
            role="progressbar"
            aria-label={sitting.words().frame.progress_name}
            aria-valuemin="0"
            aria-valuemax={total.to_string()}
            aria-valuenow={answered.to_string()}
            width="100%"
            height="4"
        >
            <rect class="track" width="100%" height="4" rx="2" />
            <rect class="fill" width={width} height="4" rx="2" />
        </svg>
    }
}
