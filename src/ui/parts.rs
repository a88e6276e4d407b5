//! The parts that every screen is made of. Functions rather than markup: each tag written in `html!` costs
//! some hundred bytes of WebAssembly, a call some ten.

use yew::prelude::*;
use yew::virtual_dom::VTag;

/// An element that holds a text; the class may be empty.
pub(super) fn text(tag: &'static str, class: &'static str, content: impl Into<AttrValue>) -> Html {
    holding(tag, class, content.into().into())
}

/// An element that holds something; the class may be empty.
pub(super) fn holding(tag: &'static str, class: &'static str, content: Html) -> Html {
    let mut element = VTag::new(tag);
    if !class.is_empty() {
        element.add_attribute("class", class);
    }
    element.add_child(content);
    element.into()
}

/// The heading of a screen, which takes the focus when the screen appears.
pub(super) fn title(content: impl Into<AttrValue>) -> Html {
    let mut heading = VTag::new("h1");
    heading.add_attribute("tabindex", "-1");
    heading.add_child(content.into().into());
    heading.into()
}

/// A list, each entry a text: `ul` or `ol`.
pub(super) fn list(tag: &'static str, entries: Vec<AttrValue>) -> Html {
    let mut list = VTag::new(tag);
    for (position, entry) in entries.into_iter().enumerate() {
        list.add_child(html! { <li key={position}>{ entry }</li> });
    }
    list.into()
}

/// A button: `button`, `button primary` or `link`.
pub(super) fn button(
    class: &'static str,
    label: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label: AttrValue = label.into();
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}
