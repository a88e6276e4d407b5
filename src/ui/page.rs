//! A page of items, and what every page of the form ends with.

use yew::prelude::*;

use super::format::{focus, focus_beside};
use super::likert::Likert;
use super::sitting::Sitting;
use crate::instrument::{Item, PAGE_OF_RANKING, shared_stem};
use crate::session::{Action, Place};

#[component]
pub(super) fn Page(sitting: &Sitting) -> Html {
    let session = sitting.session();
    let instrument = sitting.instrument();
    let Place::Page(index) = session.draft.place else {
        return html! { <div /> };
    };
    let words = sitting.words();
    let pages = session.pages(instrument);
    let items: Vec<&Item> =
        pages.get(index).into_iter().flatten().filter_map(|id| instrument.item(id)).collect();
    let texts: Vec<&str> = items.iter().map(|item| text_of(sitting, item)).collect();
    let stem = shared_stem(&texts);
    let title = if stem.is_some() {
        words.page.friction_title.to_owned()
    } else {
        let first = session.ranking_page(instrument).map_or(0, |ranking| ranking + 1);
        (words.page.title)(index.saturating_sub(first), pages.len().saturating_sub(first))
    };
    let groups = items.iter().enumerate().map(|(position, item)| {
        let ending = stem.as_ref().and_then(|stem| stem.endings.get(position)).copied();
        likert(sitting, item, ending.unwrap_or_else(|| text_of(sitting, item)))
    });
    html! {
        <>
            <h1 ref={sitting.heading.clone()} tabindex="-1">{ title }</h1>
            <p class="frame">{ frame(sitting) }</p>
            <p class="small keys">{ words.page.keys }</p>
            <div
                class="items"
                role={stem.as_ref().map(|_| "group")}
                aria-labelledby={stem.as_ref().map(|_| "stem")}
            >
                <div class="stem-place">
                    if let Some(stem) = &stem {
                        <p class="stem" id="stem">{ format!("{} …", stem.stem) }</p>
                    }
                </div>
                { for groups }
            </div>
            <Gaps ..sitting.clone() />
            { navigation(sitting) }
        </>
    }
}

/// The frame of SCIENCE 1.1, with the rollout's name where it has one.
fn frame(sitting: &Sitting) -> Html {
    let words = &sitting.words().frame;
    let about = sitting.session().rollout().map(|rollout| (words.about_rollout)(rollout));
    html! {
        <>
            <span>{ (words.frame)(sitting.session().role()) }</span>
            { " " }
            <strong>{ about.unwrap_or_default() }</strong>
        </>
    }
}

fn likert(sitting: &Sitting, item: &Item, legend: &str) -> Html {
    let instrument = sitting.instrument();
    let on_answer = {
        let id = item.id.clone();
        sitting.on(move |answer, now| Action::SetAnswer(id.clone(), answer, now))
    };
    html! {
        <Likert
            key={item.id.clone()}
            id={item.id.clone()}
            legend={legend.to_owned()}
            labels={instrument.scales.get(&item.scale).cloned().unwrap_or_default()}
            not_applicable={instrument.not_applicable.get(&item.scale).cloned().unwrap_or_default()}
            answer={sitting.session().draft.answer(&item.id)}
            {on_answer}
            locale={sitting.locale}
        />
    }
}

pub(super) fn text_of<'a>(sitting: &Sitting, item: &'a Item) -> &'a str {
    sitting.session().role().and_then(|role| item.text.get(&role)).map_or("", String::as_str)
}

/// How a question is called in a list.
pub(super) fn name_of(sitting: &Sitting, id: &str) -> String {
    if id == PAGE_OF_RANKING {
        return sitting.words().review.ranking.to_owned();
    }
    sitting.instrument().item(id).map_or_else(String::new, |item| text_of(sitting, item).to_owned())
}

/// Moves the focus to a question of this screen.
fn focus_question(sitting: &Sitting, id: &str) {
    let selector = if id == PAGE_OF_RANKING {
        ".rank-option".to_owned()
    } else {
        format!("#item-{id} input")
    };
    focus_beside(&sitting.heading, &selector);
}

/// The open questions of this page, named once after Next was pressed. Takes the focus when it appears.
#[component]
pub(super) fn Gaps(sitting: &Sitting) -> Html {
    let words = &sitting.words().page;
    let session = sitting.session();
    let page = session.naming_gaps;
    let container = use_node_ref();
    use_effect_with(page, {
        let container = container.clone();
        move |page| {
            if page.is_some() {
                focus(&container);
            }
        }
    });
    let open = page.map(|page| session.gaps_on(page, sitting.instrument())).unwrap_or_default();
    let first = open.first().cloned();
    let go_to_first = {
        let sitting = sitting.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(id) = &first {
                focus_question(&sitting, id);
            }
        })
    };
    let anyway = sitting.on(|_: MouseEvent, now| Action::NextAnyway(now));
    let names = open.iter().map(|id| html! { <li key={id.clone()}>{ name_of(sitting, id) }</li> });
    html! {
        <div class="gaps" ref={container} tabindex="-1" role="group" aria-label={(words.gaps_title)(open.len())}>
            if page.is_some() {
                <div class="notice warning">
                    <h2>{ (words.gaps_title)(open.len()) }</h2>
                    <ul>{ for names }</ul>
                    <div class="notice-actions">
                        <button type="button" class="button" onclick={go_to_first}>{ words.gaps_first }</button>
                        <button type="button" class="button" onclick={anyway}>{ words.gaps_anyway }</button>
                    </div>
                </div>
            }
        </div>
    }
}

/// Back and Next, and a way to save what is there.
pub(super) fn navigation(sitting: &Sitting) -> Html {
    let words = sitting.words();
    let session = sitting.session();
    let previous = session.previous(sitting.instrument()).unwrap_or_default();
    let next = sitting.on(|_: MouseEvent, now| Action::Next(now));
    let savable = matches!(session.draft.place, Place::Page(_));
    html! {
        <>
            <nav class="nav" aria-label={words.frame.steps_name}>
                <button type="button" class="button" onclick={sitting.going(previous)}>{ words.frame.back }</button>
                <button type="button" class="button primary" onclick={next}>{ words.frame.next }</button>
            </nav>
            <p class="small later">
                if savable {
                    <button type="button" class="link" onclick={sitting.going(Place::File)}>
                        { words.file.save_for_later }
                    </button>
                }
            </p>
        </>
    }
}
