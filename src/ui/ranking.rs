//! The attribution ranking: the person's own explanation, before the questions.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Name, View, element, several};
use super::page::{gaps, navigation};
use super::parts::{Words, clickable, text, title};
use super::sitting::Sitting;
use crate::instrument::{AttributionOption, MOST_RANKED};
use crate::session::{Action, shuffled_options};

pub(super) fn ranking(sitting: &Sitting) -> View {
    let words = &sitting.words().ranking;
    let attribution = &sitting.instrument().attribution;
    let ranking = &sitting.session().draft.attribution.value;
    let options = shuffled_options(sitting.instrument(), &sitting.session().draft.id);
    let full = ranking.len() >= MOST_RANKED;
    let mut choices = element("div", "rank-options");
    for choice in &options {
        choices = choices.with(option(sitting, choice, ranking, full));
    }
    several()
        .with(title(words.title))
        .text("p", "lead", attribution.question.clone())
        .text("p", "small", words.lead)
        .with(element("section", "picks").text("h2", "", words.picks).with(picks(sitting, ranking)))
        .with(element("section", "").text("h2", "", words.options).with(choices).text(
            "p",
            "small",
            if full { words.full } else { "" },
        ))
        .with(gaps(sitting))
        .with(navigation(sitting))
}

/// A click that changes the ranking and says so.
fn change(sitting: &Sitting, action: Option<Action>, said: String) -> Callback<Event> {
    let (sitting, action) = (sitting.clone(), action.map(Rc::new));
    Callback::from(move |_| {
        if let Some(action) = &action {
            sitting.act_again(action);
        }
        sitting.say(&said);
    })
}

fn option(sitting: &Sitting, option: &AttributionOption, ranking: &[String], full: bool) -> View {
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
    let (badge, said) = match position {
        Some(position) => ((position + 1).to_string(), format!(", {}", (words.ranked)(position + 1))),
        None => (String::new(), String::new()),
    };
    clickable("rank-option", onclick)
        .keyed(&option.id)
        .is(Name::Pressed, if position.is_some() { "true" } else { "false" })
        .is(Name::Disabled, if blocked { "true" } else { "" })
        .with(badge.in_element(element("span", "rank-badge").is(Name::Hidden, "true")))
        .text("span", "", option.text.clone())
        .text("span", "unseen", said)
}

/// The ranked options in order, each with buttons to move it up and to take it out.
fn picks(sitting: &Sitting, ranking: &[String]) -> View {
    let words = &sitting.words().ranking;
    if ranking.is_empty() {
        return text("p", "soft", words.no_picks);
    }
    let mut picks = element("ol", "pick-list");
    for (position, id) in ranking.iter().enumerate() {
        picks = picks.with(pick(sitting, position, id));
    }
    picks
}

fn pick(sitting: &Sitting, position: usize, id: &str) -> View {
    let words = &sitting.words().ranking;
    let name = sitting.instrument().option(id).map_or("", |option| option.text.as_str());
    let higher = change(
        sitting,
        Some(Action::RankHigher(id.to_owned())),
        (words.announce)(name, Some(position.max(1))),
    );
    let higher = {
        let (sitting, selector) = (sitting.clone(), format!("#higher-{id}"));
        Callback::from(move |event| {
            higher.emit(event);
            // The browser takes the focus from a row that is moved; by the next task it stands in its new place.
            sitting.host.focus_later(&selector);
        })
    };
    let remove = {
        let remove = change(sitting, Some(Action::Unrank(id.to_owned())), (words.announce)(name, None));
        let sitting = sitting.clone();
        Callback::from(move |event| {
            remove.emit(event);
            // The button goes with the pick.
            sitting.host.focus(".rank-option");
        })
    };
    let higher = clickable("icon-button", higher)
        .has(Name::Id, format!("higher-{id}"))
        .has(Name::Label, (words.higher)(name))
        .is(Name::Disabled, if position == 0 { "true" } else { "" });
    let remove = clickable("icon-button", remove).has(Name::Label, (words.remove)(name));
    element("li", "")
        .keyed(id)
        .text("span", "pick-text", name.to_owned())
        .with(element("span", "pick-actions").with("↑".in_element(higher)).with("×".in_element(remove)))
}
