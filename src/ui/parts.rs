//! The parts that every screen is made of. Functions rather than markup: each tag written in `html!` costs
//! some hundred bytes of WebAssembly, a call some ten, as long as the compiler does not put them in line.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};

/// An element that holds a text; the class may be empty.
pub(super) fn text(tag: &'static str, class: &'static str, content: impl Into<AttrValue>) -> Html {
    worded(tag, "class", class, content.into())
}

/// An element that holds something; the class may be empty.
#[inline(never)]
pub(super) fn holding(tag: &'static str, class: &'static str, content: Html) -> Html {
    element(tag, "class", class, content)
}

/// An element with several children; the class may be empty.
#[inline(never)]
pub(super) fn group(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    element(tag, "class", class, all(children))
}

/// Several children without an element around them. Their number must not change from one state to the next: an
/// empty text keeps a place.
#[inline(never)]
pub(super) fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// The heading of a screen, which takes the focus when the screen appears.
pub(super) fn title(content: impl Into<AttrValue>) -> Html {
    worded("h1", "tabindex", "-1", content.into())
}

#[inline(never)]
fn worded(tag: &'static str, name: &'static str, value: &'static str, content: AttrValue) -> Html {
    element(tag, name, value, content.into())
}

fn element(tag: &'static str, name: &'static str, value: &'static str, content: Html) -> Html {
    const KEYS: [&[&str]; 2] = [&["class"], &["tabindex"]];
    let mut element = VTag::new(tag);
    if !value.is_empty() {
        let keys = KEYS.into_iter().find(|keys| keys.contains(&name)).unwrap_or_default();
        let values = Box::new([Some(AttributeOrProperty::Static(value))]);
        element.set_attributes(Attributes::Dynamic { keys, values });
    }
    element.add_child(content);
    element.into()
}

/// An element with several attributes, such as one of a drawing.
#[inline(never)]
pub(super) fn marked(
    tag: &'static str,
    keys: &'static [&'static str],
    values: &[&str],
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let values = values.iter().map(|value| Some(AttributeOrProperty::Attribute((*value).to_owned().into())));
    element.set_attributes(Attributes::Dynamic { keys, values: values.collect() });
    element.add_children(children);
    element.into()
}

/// A list, each entry a text: `ul` or `ol`.
#[inline(never)]
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
    labelled_button(class, label.into(), onclick)
}

#[inline(never)]
fn labelled_button(class: &'static str, label: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}
