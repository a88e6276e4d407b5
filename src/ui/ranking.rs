//! The attribution ranking: the person's own explanation, before the questions.

use yew::prelude::*;

use super::page::{Gaps, navigation};
use super::sitting::Sitting;
use crate::instrument::{AttributionOption, MOST_RANKED};
use crate::session::{Action, shuffled_options};

#[component]
pub(super) fn Ranking(sitting: &Sitting) -> Html {
    let words = &sitting.words().ranking;
    let attribution = &sitting.instrument().attribution;
    let ranking = &sitting.session().draft.attribution.value;
    let options = use_memo(sitting.session().draft.id.clone(), {
        let instrument = sitting.instrument();
        move |id| shuffled_options(instrument, id)
    });
    let full = ranking.len() >= MOST_RANKED;
    html! {
        <>
            <h1 ref={sitting.heading.clone()} tabindex="-1">{ words.title }</h1>
            <p class="lead">{ &attribution.question }</p>
            <p class="small">{ words.lead }</p>
            <section class="picks">
                <h2>{ words.picks }</h2>
                { picks(sitting, ranking, &options) }
            </section>
            <section>
                <h2>{ words.options }</h2>
                <div class="rank-options">
                    { for options.iter().map(|choice| option(sitting, choice, ranking, full)) }
                </div>
                <p class="small">{ if full { words.full } else { "" } }</p>
            </section>
            <Gaps ..sitting.clone() />
            { navigation(sitting) }
        </>
    }
}

fn announce(sitting: &Sitting, text: &str, position: Option<usize>) {
    sitting.announce.emit((sitting.words().ranking.announce)(text, position));
}

fn option(sitting: &Sitting, option: &AttributionOption, ranking: &[String], full: bool) -> Html {
    let words = &sitting.words().ranking;
    let position = ranking.iter().position(|picked| *picked == option.id);
    let exclusive = option.id == crate::instrument::EXCLUSIVE_OPTION;
    let blocked = full && position.is_none() && !exclusive;
    let onclick = {
        let (sitting, id, text) = (sitting.clone(), option.id.clone(), option.text.clone());
        let next = if exclusive { 1 } else { ranking.len() + 1 };
        Callback::from(move |_: MouseEvent| {
            let now = sitting.host.now();
            if position.is_some() {
                sitting.dispatch.emit(Action::Unrank(id.clone(), now));
                announce(&sitting, &text, None);
            } else if blocked {
                sitting.announce.emit(sitting.words().ranking.full.to_owned());
            } else {
                sitting.dispatch.emit(Action::Rank(id.clone(), now));
                announce(&sitting, &text, Some(next));
            }
        })
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
            <span>{ &option.text }</span>
            <span class="unseen">
                { position.map_or_else(String::new, |position| format!(", {}", (words.ranked)(position + 1))) }
            </span>
        </button>
    }
}

/// The ranked options in order, each with buttons to move it up and to take it out.
fn picks(sitting: &Sitting, ranking: &[String], options: &[&AttributionOption]) -> Html {
    let words = &sitting.words().ranking;
    if ranking.is_empty() {
        return html! { <p class="soft">{ words.no_picks }</p> };
    }
    let rows = ranking.iter().enumerate().filter_map(|(position, id)| {
        let option = options.iter().find(|option| option.id == *id)?;
        let higher = {
            let (sitting, id, text) = (sitting.clone(), id.clone(), option.text.clone());
            Callback::from(move |_: MouseEvent| {
                sitting.dispatch.emit(Action::RankHigher(id.clone(), sitting.host.now()));
                announce(&sitting, &text, Some(position.max(1)));
            })
        };
        let remove = {
            let (sitting, id, text) = (sitting.clone(), id.clone(), option.text.clone());
            Callback::from(move |_: MouseEvent| {
                sitting.dispatch.emit(Action::Unrank(id.clone(), sitting.host.now()));
                announce(&sitting, &text, None);
                super::format::focus(&sitting.heading);
            })
        };
        Some(html! {
            <li key={id.clone()}>
                <span class="pick-text">{ &option.text }</span>
                <span class="pick-actions">
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={(words.higher)(&option.text)}
                        disabled={position == 0}
                        onclick={higher}
                    >
                        { "↑" }
                    </button>
                    <button
                        type="button"
                        class="icon-button"
                        aria-label={(words.remove)(&option.text)}
                        onclick={remove}
                    >
                        { "×" }
                    </button>
                </span>
            </li>
        })
    });
    html! { <ol class="pick-list">{ for rows }</ol> }
}
