//! The parts that every screen is made of. Functions rather than markup: each tag written in `html!` costs
//! some hundred bytes of WebAssembly, a call some ten, as long as the compiler does not put them in line.

use yew::prelude::*;

use super::element::{Name, View, When, element};

pub(super) use super::element::plain;

/// What an element can say.
pub(super) trait Words: Sized {
    fn in_element(self, element: View) -> View;

    /// As one more child of a view, in an element of its own.
    #[inline(never)]
    fn beside(self, view: View, tag: &'static str, class: &'static str) -> View {
        view.with(self.in_element(element(tag, class)))
    }
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
#[inline(never)]
pub(super) fn text(tag: &'static str, class: &'static str, content: impl Words) -> View {
    content.in_element(element(tag, class))
}

impl View {
    /// One more child: an element that holds a text; the class may be empty.
    pub(super) fn text(self, tag: &'static str, class: &'static str, content: impl Words) -> Self {
        content.beside(self, tag, class)
    }

    /// One more child: an element that holds something; the class may be empty.
    #[inline(never)]
    pub(super) fn holding(self, tag: &'static str, class: &'static str, content: Self) -> Self {
        self.with(holding(tag, class, content))
    }
}

/// An element that holds something; the class may be empty.
#[inline(never)]
pub(super) fn holding(tag: &'static str, class: &'static str, content: View) -> View {
    element(tag, class).with(content)
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

/// What is there once it is opened.
#[inline(never)]
pub(super) fn folded(class: &'static str, label: &'static str, content: View) -> View {
    element("details", class).text("summary", "", label).with(content)
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
