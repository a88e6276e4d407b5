//! Copying a text, and what there is where the browser does not let the page copy.

use std::rc::Rc;

use yew::prelude::*;

use super::element::{Name, View, element};
use super::fields::labelled;
use super::parts::holding;
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
                moment.by_hand = (!copied).then(|| shown.clone());
            });
        }),
    );
}

/// The text to copy by hand, in a place of its own.
pub(super) fn copy_by_hand(sitting: &Sitting) -> View {
    let label = sitting.words().keep.by_hand;
    let by_hand = sitting.moment().by_hand.as_ref().map(|content| {
        let area = element("textarea", "").is(Name::Fixed, "readonly").is(Name::Rows, "12");
        labelled(label, area.entered(content.to_string()))
    });
    holding("div", "", by_hand.unwrap_or_default())
}
