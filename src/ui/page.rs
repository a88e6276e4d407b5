//! A page of items, and what every page of the form ends with.

use yew::prelude::*;

use super::element::{Name, View, element, several};
use super::likert::likert;
use super::parts::{Words, button, list, plain, title};
use super::sitting::Sitting;
use crate::instrument::{Item, PAGE_OF_RANKING, shared_stem};
use crate::session::{Action, Place};

pub(super) fn page(sitting: &Sitting, index: usize) -> View {
    let session = sitting.session();
    let instrument = sitting.instrument();
    let words = sitting.words();
    let pages = session.pages(instrument);
    let (mut items, mut texts) = (Vec::<&Item>::new(), Vec::new());
    for id in pages.get(index).map_or(&[][..], Vec::as_slice) {
        if let Some(item) = instrument.item(id) {
            items.push(item);
            texts.push(text_of(sitting, item));
        }
    }
    let stem = shared_stem(&texts);
    let heading = if stem.is_some() {
        words.page.friction_title.to_owned()
    } else {
        let first = session.ranking_page(instrument).map_or(0, |ranking| ranking + 1);
        (words.page.title)(index.saturating_sub(first), pages.len().saturating_sub(first))
    };
    let group_of = |position: usize, item: &Item| {
        let ending = stem.as_ref().and_then(|stem| stem.endings.get(position)).copied();
        likert(sitting, item, ending.unwrap_or_else(|| text_of(sitting, item)))
    };
    let mut groups = element("div", "items");
    let mut stem_text = View::default();
    if let Some(stem) = &stem {
        groups = groups.is(Name::Role, "group").is(Name::LabelledBy, "stem");
        stem_text = format!("{} …", stem.stem).in_element(element("p", "stem").is(Name::Id, "stem"));
    }
    groups = groups.holding("div", "", stem_text);
    for (position, item) in items.iter().enumerate() {
        groups = groups.with(group_of(position, item));
    }
    several()
        .with(title(heading))
        .holding("p", "frame", frame(sitting))
        .text("p", "small keys", words.page.keys)
        .with(groups)
        .with(gaps(sitting))
        .with(navigation(sitting))
}

/// The frame of SCIENCE 1.1, with the rollout's name where it has one.
fn frame(sitting: &Sitting) -> View {
    let words = &sitting.words().frame;
    let word = &sitting.instrument().words.rollout;
    let about = sitting.session().rollout().map(|rollout| (words.about_rollout)(word, rollout));
    several().text("span", "", (words.frame)(sitting.session().role())).with(plain(" ")).text(
        "strong",
        "",
        about.unwrap_or_default(),
    )
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

/// The open questions of this page, named once after Next was pressed. Takes the focus when it appears.
pub(super) fn gaps(sitting: &Sitting) -> View {
    let words = &sitting.words().page;
    let session = sitting.session();
    let page = session.naming_gaps;
    let open = page.map(|page| session.gaps_on(page, sitting.instrument())).unwrap_or_default();
    let go_to_first = {
        let sitting = sitting.clone();
        let selector = match open.first().map(String::as_str) {
            Some(PAGE_OF_RANKING) | None => ".rank-option".to_owned(),
            Some(id) => format!("#item-{id} input"),
        };
        Callback::from(move |_: Event| sitting.host.focus(&selector))
    };
    let named = page.map(|_| {
        let names = open.iter().map(|id| name_of(sitting, id));
        element("div", "notice warning")
            .text("h2", "", (words.gaps_title)(open.len()))
            .with(list("ul", names))
            .with(
                element("div", "notice-actions")
                    .with(button("button", words.gaps_first, go_to_first))
                    .with(button("button", words.gaps_anyway, sitting.click(Action::NextAnyway))),
            )
    });
    element("div", "gaps")
        .is(Name::Focus, "-1")
        .is(Name::Role, "group")
        .has(Name::Label, (words.gaps_title)(open.len()))
        .with(named.unwrap_or_default())
}

/// Back and Next, and a way to save what is there.
pub(super) fn navigation(sitting: &Sitting) -> View {
    let words = sitting.words();
    let session = sitting.session();
    let previous = session.previous(sitting.instrument()).unwrap_or_default();
    let savable = matches!(session.draft.place, Place::Page(_));
    let later = button("link", words.file.save_for_later, sitting.going(Place::File));
    several()
        .with(steps(sitting).with(button("button", words.frame.back, sitting.going(previous))).with(button(
            "button primary",
            words.frame.next,
            sitting.click(Action::Next),
        )))
        .holding("p", "small later", if savable { later } else { View::default() })
}

/// The buttons that lead from a screen to the next and back.
pub(super) fn steps(sitting: &Sitting) -> View {
    element("nav", "nav").is(Name::Label, sitting.words().frame.steps_name)
}
