//! What is unanswered, and what that leaves open in the result.

use yew::prelude::*;

use super::page::name_of;
use super::parts::{button, list, text, title};
use super::sitting::Sitting;
use crate::scoring::Status;
use crate::session::Place;

pub(super) fn review(sitting: &Sitting) -> Html {
    let words = &sitting.words().review;
    let session = sitting.session();
    let gaps = session.gaps(sitting.instrument());
    let previous = session.previous(sitting.instrument()).unwrap_or_default();
    html! {
        <>
            { title((words.title)(gaps.len())) }
            { text("p", "lead", (words.lead)(gaps.len())) }
            <div>
                for index in 0..session.pages(sitting.instrument()).len() { { page(sitting, index) } }
            </div>
            { text("p", "", unscored(sitting)) }
            <nav class="nav" aria-label={sitting.words().frame.steps_name}>
                { button("button", sitting.words().frame.back, sitting.going(previous)) }
                { button("button primary", words.result, sitting.going(Place::Result)) }
            </nav>
            <p class="small later">
                { button("link", sitting.words().file.save_for_later, sitting.going(Place::File)) }
            </p>
        </>
    }
}

/// The open questions of one page, with a way back to it.
fn page(sitting: &Sitting, index: usize) -> Html {
    let open = sitting.session().gaps_on(index, sitting.instrument());
    if open.is_empty() {
        return html! { <div key={index} /> };
    }
    html! {
        <section key={index} class="open-page">
            <h2>
                { button("link", (sitting.words().review.page)(index + 1), sitting.going(Place::Page(index))) }
            </h2>
            { list("ul", open.iter().map(|id| name_of(sitting, id).into()).collect()) }
        </section>
    }
}

/// The constructs that have too few answers for a figure.
fn unscored(sitting: &Sitting) -> String {
    let instrument = sitting.instrument();
    let Some(response) = sitting.session().response(instrument, &sitting.week()) else {
        return String::new();
    };
    let score = crate::scoring::score(&response, instrument);
    let short = sitting.result_words().construct_short;
    let names: Vec<_> = score
        .constructs
        .iter()
        .filter(|(_, score)| score.status == Status::TooFewAnswers)
        .map(|(construct, _)| short(*construct))
        .collect();
    if names.is_empty() { String::new() } else { (sitting.words().review.unscored)(&names.join("; ")) }
}
