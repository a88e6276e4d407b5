//! Around every screen: progress, the sign that the draft is kept, notices.

use super::element::{Name, View, element, several};
use super::notices::notices;
use super::open_file::drop_zone;
use super::parts::{Words, clickable};
use super::sitting::Sitting;
use crate::session::{Action, Place};

/// A screen with what stands around it.
pub(super) fn frame(sitting: &Sitting, screen: View) -> View {
    let place = sitting.session().draft.place.id();
    drop_zone(
        sitting,
        element("div", "sheet")
            .holding("header", "top", top(sitting))
            .holding("div", "notices", notices(sitting))
            .holding("div", "screen", element("div", "").keyed(&place).with(screen)),
    )
}

fn top(sitting: &Sitting) -> View {
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
    several()
        .with(
            element("div", "top-line")
                .text("span", "position", position)
                .holding("span", "status", status(sitting))
                .holding("span", "erase", erase(sitting)),
        )
        .holding("div", "progress", progress(sitting))
}

/// "3 of 40 answered · saved on this device".
fn status(sitting: &Sitting) -> View {
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
    several().text("span", "part", count).text("span", "part", sign)
}

/// Erases everything at one click, wherever something is kept.
fn erase(sitting: &Sitting) -> View {
    let words = &sitting.words().frame;
    let session = sitting.session();
    if session.draft.is_blank() || !matches!(session.kept, Some(Ok(()))) {
        return View::default();
    }
    let onclick = sitting.last_click(Action::Erase(sitting.host.random_id()));
    words.erase.in_element(clickable("link", onclick).is(Name::Label, words.erase_name))
}

fn progress(sitting: &Sitting) -> View {
    let session = sitting.session();
    if !matches!(session.draft.place, Place::Page(_) | Place::Review) {
        return element("hr", "plain");
    }
    let (answered, total) = session.progress(sitting.instrument());
    let width = format!("{}%", answered * 100 / total.max(1));
    let bar = |class, width: String| {
        element("rect", class).has(Name::Width, width).is(Name::Height, "4").is(Name::Round, "2")
    };
    element("svg", "progress-bar")
        .is(Name::Role, "progressbar")
        .is(Name::Label, sitting.words().frame.progress_name)
        .is(Name::Least, "0")
        .has(Name::Most, total.to_string())
        .has(Name::Now, answered.to_string())
        .is(Name::Width, "100%")
        .is(Name::Height, "4")
        .with(bar("track", "100%".to_owned()))
        .with(bar("fill", width))
}
