//! The parts that every screen is made of. Functions rather than markup: each tag written in `html!` costs
//! some hundred bytes of WebAssembly, a call some ten, as long as the compiler does not put them in line.

use yew::prelude::*;

use super::element::{Name, View, When, element, several};

pub(super) use super::element::plain;

/// What an element can say.
pub(super) trait Words {
    fn in_element(self, element: View) -> View;
}

impl Words for &'static str {
    #[inline(never)]
    fn in_element(self, element: View) -> View {
        AttrValue::Static(self).in_element(element)
    }
}

impl Words for String {
    #[inline(never)]
    fn in_element(self, element: View) -> View {
        AttrValue::from(self).in_element(element)
    }
}

impl Words for AttrValue {
    #[inline(never)]
    fn in_element(self, element: View) -> View {
        element.saying(self)
    }
}

/// An element that holds a text; the class may be empty.
pub(super) fn text(tag: &'static str, class: &'static str, content: impl Words) -> View {
    content.in_element(element(tag, class))
}

/// An element that holds something; the class may be empty.
#[inline(never)]
pub(super) fn holding(tag: &'static str, class: &'static str, content: View) -> View {
    element(tag, class).with(content)
}

/// An element with several children; the class may be empty.
#[inline(never)]
pub(super) fn group(tag: &'static str, class: &'static str, children: Vec<View>) -> View {
    element(tag, class).each(children)
}

/// Several children without an element around them.
#[inline(never)]
pub(super) fn all(children: Vec<View>) -> View {
    several().each(children)
}

/// The heading of a screen, which takes the focus when the screen appears.
pub(super) fn title(content: impl Words) -> View {
    content.in_element(element("h1", "").is(Name::Focus, "-1"))
}

/// What came of a button, read aloud.
#[inline(never)]
pub(super) fn status(sentence: String) -> View {
    sentence.in_element(element("p", "small").is(Name::Role, "status"))
}

/// A list, each entry a text: `ul` or `ol`.
pub(super) fn list<W: Words>(tag: &'static str, entries: impl IntoIterator<Item = W>) -> View {
    let mut list = element(tag, "");
    for (position, entry) in entries.into_iter().enumerate() {
        list = list.with(entry.in_element(numbered(position)));
    }
    list
}

#[inline(never)]
fn numbered(position: usize) -> View {
    element("li", "").keyed(&position.to_string())
}

/// A button: `button`, `button primary` or `link`.
pub(super) fn button(class: &'static str, label: impl Words, onclick: Callback<Event>) -> View {
    label.in_element(clickable(class, onclick))
}

/// A button without its label.
#[inline(never)]
pub(super) fn clickable(class: &'static str, onclick: Callback<Event>) -> View {
    element("button", class).is(Name::Type, "button").on(When::Click, onclick)
}
