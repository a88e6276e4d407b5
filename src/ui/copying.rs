//! Copying a text, and what there is where the browser does not let the page copy.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Name, View, element};
use super::fields::labelled;
use super::parts::{folded, holding};
use super::sitting::{Deed, Sitting};

/// A click that copies a text.
pub(super) fn copying(sitting: &Sitting, content: Rc<str>) -> Callback<Event> {
    let sitting = sitting.clone();
    Callback::from(move |_| copy(&sitting, &content))
}

/// Copies a text; where that fails, the text stands there to be selected.
pub(super) fn copy(sitting: &Sitting, content: &Rc<str>) {
    let (after, shown) = (sitting.clone(), content.clone());
    sitting.host.copy(
        content,
        Callback::from(move |copied: bool| {
            let outcome = copied.then_some(Deed::Copied);
            after.in_moment(&mut |moment| {
                moment.outcome = outcome;
                moment.handed = None;
                moment.by_hand = (!copied).then(|| shown.clone());
            });
        }),
    );
}

/// The text to copy by hand, in a place of its own.
pub(super) fn copy_by_hand(sitting: &Sitting) -> View {
    let label = sitting.words().keep.by_hand;
    let moment = sitting.moment();
    let by_hand = moment
        .by_hand
        .as_ref()
        .filter(|_| moment.handed.is_none())
        .map(|content| labelled(label, to_select(content)));
    holding("div", "", by_hand.unwrap_or_default())
}

#[inline(never)]
fn to_select(content: &str) -> View {
    element("textarea", "").is(Name::Fixed, "readonly").is(Name::Rows, "12").entered(content.to_owned())
}

/// Hands a file to the browser, which does not tell what comes of it.
#[inline(never)]
pub(super) fn save(sitting: &Sitting, place: &'static str, name: &str, content: &str) {
    sitting.host.save_file(name, content);
    sitting.in_moment(&mut |moment| {
        moment.handed = Some(place);
        moment.by_hand = Some(content.into());
        moment.said = (sitting.words().file.saved)(name).into();
    });
}

/// What came of saving a file from this place, with its text for where nothing arrives. The live region says it too.
#[inline(never)]
pub(super) fn handed(sitting: &Sitting, place: &str) -> View {
    let name = sitting.words().file.content_name;
    let moment = sitting.moment();
    let shown = moment.by_hand.as_ref().filter(|_| moment.handed == Some(place)).map(|content| {
        element("div", "small").text("p", "", moment.said.to_string()).with(folded(
            "",
            name,
            to_select(content).is(Name::Label, name),
        ))
    });
    holding("div", "only-screen", shown.unwrap_or_default())
}
