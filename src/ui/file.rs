//! The response file, shown in full before it is saved.

use yew::prelude::*;

use super::copying::{copy_by_hand, copying};
use super::element::{Name, View, element, several};
use super::host::Event;
use super::own::collection;
use super::page::steps;
use super::parts::{button, plain, status, title};
use super::result::Outcome;
use super::sitting::{Deed, Sitting};
use crate::response::write;
use crate::session::Place;
use crate::text::joined;

pub(super) fn file(sitting: &Sitting) -> View {
    let words = &sitting.words().file;
    let session = sitting.session();
    let (answered, total) = session.progress(sitting.instrument());
    let name = file_name(&session.draft.id);
    let content = session
        .response(sitting.instrument(), &sitting.week())
        .map(|response| write(&response))
        .unwrap_or_default();
    let save = {
        let (sitting, name, content) = (sitting.clone(), name.clone(), content.clone());
        Callback::from(move |_| {
            sitting.host.save_file(&name, &content);
            sitting.host.tell(&Event::Saved { name: &name });
            sitting.done(Some(Deed::Saved));
        })
    };
    let copy = copying(sitting, content.clone().into());
    let hands_in = session.presets.hand_in.is_some() && session.before_file == Place::Result;
    let back = session.previous(sitting.instrument()).unwrap_or_default();
    let back_label = if back == Place::Result { words.back } else { words.back_to_questions };
    let saved = (words.saved)(&name);
    let done = [sitting.if_done(Deed::Saved, &saved), sitting.if_done(Deed::Copied, words.copied)];
    several()
        .with(title(if hands_in { words.title_with_hand_in } else { words.title }))
        .text("p", "lead", words.lead)
        .text("p", "", format!("{} {}", (words.holds)(answered, total), words.not_in))
        .with(
            element("pre", "file")
                .is(Name::Focus, "0")
                .is(Name::Role, "region")
                .is(Name::Label, words.content_name)
                .saying(content.into()),
        )
        .with(element("p", "small").with(plain(words.name)).with(plain(": ")).text("span", "file-name", name))
        .holding("div", "", collection(sitting))
        .holding("div", "", hand_in(sitting, hands_in))
        .with(
            steps(sitting)
                .with(button("button", back_label, sitting.going(back)))
                .with(button("button", words.copy, copy))
                .with(button("button primary", words.save, save)),
        )
        .with(status(joined(&done, "", "")))
        .with(copy_by_hand(sitting))
}

/// Handing in to the page around, where that asks for it: only from here, where all of it is in view, and only after
/// the result.
fn hand_in(sitting: &Sitting, hands_in: bool) -> View {
    let words = &sitting.words().file;
    let Some(recipient) = sitting.session().presets.hand_in.as_ref().filter(|_| hands_in) else {
        return View::default();
    };
    let onclick = {
        let sitting = sitting.clone();
        Callback::from(move |_| {
            if let Some(outcome) = Outcome::of_file(&sitting) {
                let (response, evaluation) = (&outcome.response, &outcome.evaluation);
                sitting.host.tell(&Event::HandedIn { response, evaluation });
                sitting.done(Some(Deed::HandedIn));
            }
        })
    };
    let handed_in = (words.handed_in)(recipient);
    let done = sitting.if_done(Deed::HandedIn, &handed_in).to_owned();
    element("section", "hand-in")
        .text("h2", "", words.hand_in_title)
        .text("p", "", (words.hand_in_detail)(recipient))
        .with(button("button primary", words.hand_in, onclick))
        .with(status(done))
}

/// A neutral name: it tells one's own files apart and says nothing about the person.
fn file_name(id: &str) -> String {
    let mut short = String::new();
    for character in id.chars() {
        if character.is_ascii_alphanumeric() && short.len() < 6 {
            short.push(character);
        }
    }
    format!("answers-{short}.middle-layer.json")
}
