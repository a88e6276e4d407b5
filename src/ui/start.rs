//! The start: what this is, and what happens with the answers.

use super::element::{View, element, several};
use super::fields::{check, detail, labelled, name_field, typed};
use super::host::Slot;
use super::open_file::choose_file;
use super::own::{collection, notice_and_contact, own_questions, sheet};
use super::parts::{button, list, plain, text, title};
use super::sitting::Sitting;
use crate::session::{Action, Place, Surroundings};

pub(super) fn start(sitting: &Sitting) -> View {
    let words = &sitting.words().start;
    let begun = sitting.session().has_begun();
    let mut points = element("ul", "plain-list");
    for point in words.get {
        points = points.with(
            element("li", "")
                .keyed(point.title)
                .text("strong", "", point.title)
                .with(plain(" "))
                .with(plain(point.detail)),
        );
    }
    let own_word = &sitting.instrument().words.rollout;
    let rollout_title = if own_word.is_empty() { words.rollout_title.to_owned() } else { own_word.clone() };
    let presets = &sitting.session().presets;
    let mut privacy = words.privacy.to_vec();
    if presets.surroundings != Some(Surroundings::Page) {
        privacy.push(words.others);
    }
    if let Some(surroundings) = presets.surroundings {
        privacy.push((words.surroundings)(surroundings));
    }
    if presets.hand_in.is_some() {
        privacy.push(words.hand_in);
    }
    several()
        .with(title(words.title))
        .text("p", "lead", (words.lead)(sitting.session().form()))
        .text("p", "remark own-questions", own_questions(sitting))
        .with(element("section", "").text("h2", "", words.get_title).with(points))
        .with(
            element("section", "")
                .text("h2", "", words.steps_title)
                .with(list("ol", words.steps.iter().copied())),
        )
        .with(
            element("section", "")
                .text("h2", "", words.privacy_title)
                .with(list("ul", privacy))
                .with(sheet(sitting))
                .with(notice_and_contact(sitting))
                .holding("div", "", collection(sitting))
                .with(keep_choice(sitting)),
        )
        .with(element("section", "").text("h2", "", rollout_title).with(rollout(sitting)))
        .holding(
            "div",
            "nav",
            button(
                "button primary",
                if begun { words.go_on } else { words.begin },
                sitting.going(Place::About),
            ),
        )
        .with(
            element("section", "quiet")
                .text("h2", "", words.open_title)
                .text("p", "", words.open_detail)
                .with(choose_file(sitting, words.open, ".json,application/json")),
        )
        .text("p", "small", words.scale_note)
}

/// The person's own choice not to keep anything.
pub(super) fn keep_choice(sitting: &Sitting) -> View {
    let words = &sitting.words().start;
    let session = sitting.session();
    if session.presets.keep_nothing || sitting.host.read(Slot::Draft).is_err() {
        return text("p", "", words.keep_off);
    }
    let onchange = sitting.choose(Action::Keep(!session.keeping));
    let detail = if session.keeping { words.keep_detail } else { words.keep_off };
    check(words.keep, session.keeping, "keep-detail", detail, onchange)
}

/// Which rollout the answers are about: the host's label, or a name the person gives.
fn rollout(sitting: &Sitting) -> View {
    let words = &sitting.words().start;
    let frame = (sitting.words().frame.frame)(None);
    if let Some(rollout) = &sitting.session().presets.rollout {
        let about = (sitting.words().frame.about_rollout)(&sitting.instrument().words.rollout, rollout);
        return several().text("p", "", frame).holding("p", "", text("strong", "", about));
    }
    let oninput = typed(sitting, Action::SetRollout);
    let word = &sitting.instrument().words.rollout;
    let label =
        if word.is_empty() { words.rollout_label.to_owned() } else { (sitting.words().frame.optional)(word) };
    let named = sitting.session().rollout().unwrap_or_default().to_owned();
    several()
        .text("p", "", frame)
        .with(labelled(label, name_field(named, "rollout-detail", oninput)))
        .with(detail("rollout-detail", words.rollout_detail))
}
