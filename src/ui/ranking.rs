//! The attribution ranking: the person's own explanation, before the questions.

use yew::prelude::*;

use super::format::focus_in;
use super::page::{gaps, navigation};
use super::parts::{text, title};
use super::sitting::Sitting;
use crate::instrument::{AttributionOption, MOST_RANKED};
use crate::session::{Action, shuffled_options};

pub(super) fn ranking(sitting: &Sitting) -> Html {
    let words = &sitting.words().ranking;
    let attribution = &sitting.instrument().attribution;
    let ranking = &sitting.session().draft.attribution.value;
    let options = shuffled_options(sitting.instrument(), &sitting.session().draft.id);
    let full = ranking.len() >= MOST_RANKED;
    html! {
        <>
            { title(words.title) }
            { text("p", "lead", attribution.question.clone()) }
            { text("p", "small", words.lead) }
            <section class="picks">
                { text("h2", "", words.picks) }
                { picks(sitting, ranking) }
            </section>
            <section>
                { text("h2", "", words.options) }
                <div class="rank-options">
                    for choice in &options { { option(sitting, choice, ranking, full) } }
                </div>
                { text("p", "small", if full { words.full } else { "" }) }
            </section>
            { gaps(sitting) }
            { navigation(sitting) }
        </>
    }
}

/// A click that changes the ranking and says so.
fn change(sitting: &Sitting, action: Option<Action>, said: String) -> Callback<MouseEvent> {
    let sitting = sitting.clone();
    Callback::from(move |_| {
        if let Some(action) = &action {
            sitting.act(action.clone());
        }
        sitting.say(&said);
    })
}

fn option(sitting: &Sitting, option: &AttributionOption, ranking: &[String], full: bool) -> Html {
    let words = &sitting.words().ranking;
    let position = ranking.iter().position(|picked| *picked == option.id);
    let exclusive = option.id == crate::instrument::EXCLUSIVE_OPTION;
    let blocked = full && position.is_none() && !exclusive;
    let next = if exclusive { 1 } else { ranking.len() + 1 };
    let id = option.id.clone();
    let onclick = if position.is_some() {
        change(sitting, Some(Action::Unrank(id)), (words.announce)(&option.text, None))
    } else if blocked {
        change(sitting, None, words.full.to_owned())
    } else {
        change(sitting, Some(Action::Rank(id)), (words.announce)(&option.text, Some(next)))
    };
    html! {
        <button
            key={option.id.clone()}
            type="button"
            class="rank-option"
            aria-pressed={if position.is_some() { "true" } else { "false" }}
            aria-disabled={blocked.then_some("true")}
            {onclick}
        >
            <span class="rank-badge" aria-hidden="true">
                { position.map_or_else(String::new, |position| (position + 1).to_string()) }
            </span>
            { text("span", "", option.text.clone()) }
            <span class="unseen">
                { position.map_or_else(String::new, |position| format!(", {}", (words.ranked)(position + 1))) }
            </span>
        </button>
    }
}

/// The ranked options in order, each with buttons to move it up and to take it out.
fn picks(sitting: &Sitting, ranking: &[String]) -> Html {
    let words = &sitting.words().ranking;
    if ranking.is_empty() {
        return html! { { text("p", "soft", words.no_picks) } };
    }
    html! {
        <ol class="pick-list">
            for (position, id) in ranking.iter().enumerate() { { pick(sitting, position, id) } }
        </ol>
    }
}

fn pick(sitting: &Sitting, position: usize, id: &str) -> Html {
    let words = &sitting.words().ranking;
    let name = sitting.instrument().option(id).map_or("", |option| option.text.as_str());
    let higher = change(
        sitting,
        Some(Action::RankHigher(id.to_owned())),
        (words.announce)(name, Some(position.max(1))),
    );
    let remove = {
        let remove = change(sitting, Some(Action::Unrank(id.to_owned())), (words.announce)(name, None));
        let root = sitting.root.clone();
        Callback::from(move |event| {
            remove.emit(event);
            // The button goes with the pick.
            focus_in(&root, ".rank-option");
        })
    };
    html! {
        <li key={id.to_owned()}>
            { text("span", "pick-text", name.to_owned()) }
            <span class="pick-actions">
                <button
                    type="button"
                    class="icon-button"
                    aria-label={(words.higher)(name)}
                    aria-disabled={(position == 0).then_some("true")}
                    onclick={higher}
                >
                    { "↑" }
                </button>
                <button type="button" class="icon-button" aria-label={(words.remove)(name)} onclick={remove}>
                    { "×" }
                </button>
            </span>
        </li>
    }
}
