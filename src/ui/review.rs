//! What is unanswered, and what that leaves open in the result.

use super::element::{View, element, several};
use super::own::construct_name;
use super::page::{name_of, steps};
use super::parts::{button, list, title};
use super::sitting::Sitting;
use crate::scoring::Status;
use crate::session::Place;
use crate::text::joined;

pub(super) fn review(sitting: &Sitting) -> View {
    let words = &sitting.words().review;
    let session = sitting.session();
    let gaps = session.gaps(sitting.instrument());
    let previous = session.previous(sitting.instrument()).unwrap_or_default();
    let mut pages = element("div", "");
    for index in 0..session.pages(sitting.instrument()).len() {
        pages = pages.with(page(sitting, index));
    }
    several()
        .with(title((words.title)(gaps.len())))
        .text("p", "lead", (words.lead)(gaps.len()))
        .with(pages)
        .text("p", "", unscored(sitting))
        .with(
            steps(sitting)
                .with(button("button", sitting.words().frame.back, sitting.going(previous)))
                .with(button("button primary", words.result, sitting.going(Place::Result))),
        )
        .holding(
            "p",
            "small later",
            button("link", sitting.words().file.save_for_later, sitting.going(Place::File)),
        )
}

/// The open questions of one page, with a way back to it.
fn page(sitting: &Sitting, index: usize) -> View {
    let open = sitting.session().gaps_on(index, sitting.instrument());
    if open.is_empty() {
        return element("div", "");
    }
    let back = button("link", (sitting.words().review.page)(index + 1), sitting.going(Place::Page(index)));
    let names = open.iter().map(|id| name_of(sitting, id));
    element("section", "open-page").holding("h2", "", back).with(list("ul", names))
}

/// The constructs that have too few answers for a figure.
fn unscored(sitting: &Sitting) -> String {
    let instrument = sitting.instrument();
    let Some(response) = sitting.session().response(instrument, &sitting.week()) else {
        return String::new();
    };
    let score = crate::scoring::score(&response, instrument);
    let mut names = Vec::new();
    for (construct, score) in &score.constructs {
        if score.status == Status::TooFewAnswers {
            names.push(construct_name(sitting, *construct));
        }
    }
    if names.is_empty() {
        String::new()
    } else {
        (sitting.words().review.unscored)(&joined(&names, "; ", "; "))
    }
}
