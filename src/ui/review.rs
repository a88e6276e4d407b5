//! What is unanswered, and what that leaves open in the result.

use yew::prelude::*;

use super::page::name_of;
use super::sitting::Sitting;
use crate::scoring::Status;
use crate::session::{Action, Gap, Place};

#[component]
pub(super) fn Review(sitting: &Sitting) -> Html {
    let words = &sitting.words().review;
    let session = sitting.session();
    let gaps = session.gaps(sitting.instrument());
    let rows = gaps.chunk_by(|a, b| a.page == b.page).map(|chunk| page(sitting, chunk));
    let previous = session.previous(sitting.instrument()).unwrap_or_default();
    html! {
        <>
            <h1 ref={sitting.heading.clone()} tabindex="-1">{ (words.title)(gaps.len()) }</h1>
            <p class="lead">{ (words.lead)(gaps.len()) }</p>
            <div>{ for rows }</div>
            <p>{ unscored(sitting) }</p>
            <nav class="nav" aria-label={sitting.words().frame.steps_name}>
                <button type="button" class="button" onclick={sitting.going(previous)}>
                    { sitting.words().frame.back }
                </button>
                <button
                    type="button"
                    class="button primary"
                    onclick={sitting.on(|_: MouseEvent, now| Action::Go(Place::Result, now))}
                >
                    { words.result }
                </button>
            </nav>
            <p class="small later">
                <button type="button" class="link" onclick={sitting.going(Place::File)}>
                    { sitting.words().file.save_for_later }
                </button>
            </p>
        </>
    }
}

/// The open questions of one page, with a way back to it.
fn page(sitting: &Sitting, gaps: &[Gap]) -> Html {
    let Some(first) = gaps.first() else { return html! {} };
    let index = first.page;
    let names = gaps.iter().map(|gap| html! { <li key={gap.item.clone()}>{ name_of(sitting, &gap.item) }</li> });
    html! {
        <section key={index} class="open-page">
            <h2>
                <button type="button" class="link" onclick={sitting.going(Place::Page(index))}>
                    { (sitting.words().review.page)(index + 1) }
                </button>
            </h2>
            <ul>{ for names }</ul>
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
