//! The parts that every screen is made of. Functions rather than markup: each tag written in `html!` costs
//! some hundred bytes of WebAssembly, a call some ten, as long as the compiler does not put them in line.

use yew::prelude::*;
use yew::virtual_dom::{ListenerKind, VList, VText};

use super::element::{Element, Name, element};

/// What an element can say.
pub(super) trait Words {
    fn in_element(self, element: Element) -> Html;
}

impl Words for &'static str {
    #[inline(never)]
    fn in_element(self, element: Element) -> Html {
        AttrValue::Static(self).in_element(element)
    }
}

impl Words for String {
    #[inline(never)]
    fn in_element(self, element: Element) -> Html {
        AttrValue::from(self).in_element(element)
    }
}

impl Words for AttrValue {
    #[inline(never)]
    fn in_element(self, element: Element) -> Html {
        element.saying(self).done()
    }
}

/// An element that holds a text; the class may be empty.
pub(super) fn text(tag: &'static str, class: &'static str, content: impl Words) -> Html {
    content.in_element(element(tag, class))
}

/// An element that holds something; the class may be empty.
#[inline(never)]
pub(super) fn holding(tag: &'static str, class: &'static str, content: Html) -> Html {
    element(tag, class).with(content).done()
}

/// An element with several children; the class may be empty.
#[inline(never)]
pub(super) fn group(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    element(tag, class).all(children).done()
}

/// Several children without an element around them. Their number must not change from one state to the next: an
/// empty text keeps a place.
#[inline(never)]
pub(super) fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}

/// The heading of a screen, which takes the focus when the screen appears.
pub(super) fn title(content: impl Words) -> Html {
    content.in_element(element("h1", "").is(Name::Focus, "-1"))
}

/// A text without an element around it.
pub(super) fn plain(content: impl Into<AttrValue>) -> Html {
    Html::VText(VText::new(content))
}

/// What came of a button, read aloud.
#[inline(never)]
pub(super) fn status(sentence: String) -> Html {
    sentence.in_element(element("p", "small").is(Name::Role, "status"))
}

/// A list, each entry a text: `ul` or `ol`.
#[inline(never)]
pub(super) fn list(tag: &'static str, entries: Vec<AttrValue>) -> Html {
    let mut list = element(tag, "");
    for (position, entry) in entries.into_iter().enumerate() {
        list = list.with(element("li", "").keyed(&position.to_string()).saying(entry).done());
    }
    list.done()
}

/// A button: `button`, `button primary` or `link`.
pub(super) fn button(class: &'static str, label: impl Words, onclick: Callback<Event>) -> Html {
    label.in_element(clickable(class, onclick))
}

/// A button without its label.
#[inline(never)]
pub(super) fn clickable(class: &'static str, onclick: Callback<Event>) -> Element {
    element("button", class).is(Name::Type, "button").on(ListenerKind::onclick, onclick)
}
