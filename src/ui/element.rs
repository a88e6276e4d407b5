//! What a screen is made of, in the making: what `html!` would write, at a fraction of its length.
//!
//! Each tag and each attribute in `html!` becomes code of its own, some hundred bytes of it. Here each is a call of a
//! function that exists once, none of which is put in line; and what is handed from call to call is one address.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Event, Html};

macro_rules! names {
    ($($name:ident = $text:literal,)*) => {
        /// The attributes there are: the most common first, since an element has room for all up to its last.
        #[derive(Debug, Clone, Copy)]
        pub(super) enum Name { $($name,)* }

        /// One list for all elements: yew compares by place what was made from the same list.
        const NAMES: &[&str] = &[$($text,)*];
    };
}

names! {
    Class = "class",
    Role = "role",
    Id = "id",
    Hidden = "aria-hidden",
    Label = "aria-label",
    DescribedBy = "aria-describedby",
    Type = "type",
    Group = "name",
    Value = "value",
    Selected = "selected",
    Disabled = "aria-disabled",
    Pressed = "aria-pressed",
    Absent = "hidden",
    Focus = "tabindex",
    Longest = "maxlength",
    Complete = "autocomplete",
    Keyboard = "inputmode",
    Invalid = "aria-invalid",
    For = "for",
    LabelledBy = "aria-labelledby",
    Accept = "accept",
    Fixed = "readonly",
    Rows = "rows",
    Part = "part",
    Language = "lang",
    Direction = "dir",
    Theme = "data-theme",
    Least = "aria-valuemin",
    Most = "aria-valuemax",
    Now = "aria-valuenow",
    Width = "width",
    Height = "height",
    Focusable = "focusable",
    Round = "rx",
    X = "x",
    Y = "y",
    X1 = "x1",
    X2 = "x2",
    Y1 = "y1",
    Y2 = "y2",
    CenterX = "cx",
    CenterY = "cy",
    Radius = "r",
    Open = "aria-expanded",
    Draggable = "draggable",
    Address = "href",
    Target = "target",
    Relation = "rel",
}

/// An element, a text, or several of them, in the making.
pub(super) struct View(Box<Making>);

struct Making {
    node: Html,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

/// Begins an element; the class may be empty.
#[inline(never)]
pub(super) fn element(tag: &'static str, class: &'static str) -> View {
    View::new(VTag::new(AttrValue::Static(tag)).into()).is(Name::Class, class)
}

/// A text without an element around it.
#[inline(never)]
pub(super) fn plain(content: impl Into<AttrValue>) -> View {
    View::new(VText::new(content).into())
}

/// Begins several without an element around them. Their number must not change from one state to the next: an
/// empty text keeps a place.
pub(super) fn several() -> View {
    View::default()
}

/// Nothing.
impl Default for View {
    #[inline(never)]
    fn default() -> Self {
        Self::new(VList::new().into())
    }
}

impl View {
    #[inline(never)]
    fn new(node: Html) -> Self {
        Self(Box::new(Making { node, values: Vec::new(), children: Vec::new() }))
    }

    /// The element; nobody else holds it yet.
    fn tag(&mut self) -> Option<&mut VTag> {
        match &mut self.0.node {
            Html::VTag(tag) => Rc::get_mut(tag),
            _ => None,
        }
    }

    /// An attribute; without a value it is left out.
    #[inline(never)]
    pub(super) fn is(self, name: Name, value: &'static str) -> Self {
        if value.is_empty() { self } else { self.put(name, AttributeOrProperty::Static(value)) }
    }

    /// An attribute, even where its value is empty.
    #[inline(never)]
    pub(super) fn has(self, name: Name, value: String) -> Self {
        self.put(name, AttributeOrProperty::Attribute(value.into()))
    }

    #[inline(never)]
    fn put(mut self, name: Name, value: AttributeOrProperty) -> Self {
        let values = &mut self.0.values;
        let place = name as usize;
        if values.len() <= place {
            values.resize(place + 1, None);
        }
        if let Some(held) = values.get_mut(place) {
            *held = Some(value);
        }
        self
    }

    /// Names it among its neighbours.
    #[inline(never)]
    pub(super) fn keyed(mut self, key: &str) -> Self {
        if let Some(tag) = self.tag() {
            tag.key = Some(Key::from(key));
        }
        self
    }

    /// What is entered in a field.
    #[inline(never)]
    pub(super) fn entered(mut self, value: String) -> Self {
        if let Some(tag) = self.tag() {
            tag.set_value(Some(AttrValue::from(value)));
        }
        self
    }

    /// Whether a box or a radio button is chosen.
    #[inline(never)]
    pub(super) fn checked(mut self, checked: bool) -> Self {
        if let Some(tag) = self.tag() {
            tag.set_checked(checked);
        }
        self
    }

    /// What happens at an event.
    #[inline(never)]
    pub(super) fn on(mut self, when: When, callback: Callback<Event>) -> Self {
        if let Some(tag) = self.tag() {
            tag.add_listener(Rc::new(Ear { when, callback }));
        }
        self
    }

    /// One more child.
    #[inline(never)]
    pub(super) fn with(mut self, child: Self) -> Self {
        self.0.children.push(child.done());
        self
    }

    /// One more child, a text.
    #[inline(never)]
    pub(super) fn saying(mut self, text: AttrValue) -> Self {
        self.0.children.push(VText::new(text).into());
        self
    }

    /// What yew draws.
    #[inline(never)]
    pub(super) fn done(self) -> Html {
        let Making { mut node, values, children } = *self.0;
        let list = || VList::with_children(children, None).into();
        match &mut node {
            Html::VTag(tag) => {
                if let Some(tag) = Rc::get_mut(tag) {
                    if let Some(keys) = NAMES.get(..values.len()).filter(|keys| !keys.is_empty()) {
                        tag.attributes = Attributes::Dynamic { keys, values: values.into() };
                    }
                    if let Some(place) = tag.children_mut() {
                        *place = list();
                    }
                }
                node
            }
            Html::VList(_) => list(),
            _ => node,
        }
    }
}

/// The events there are.
#[derive(Debug, Clone, Copy)]
pub(super) enum When {
    Click,
    Change,
    Input,
    KeyDown,
    DragStart,
    DragOver,
    DragLeave,
    Drop,
}

/// One kind of listener for all events: yew has one for each.
struct Ear {
    when: When,
    callback: Callback<Event>,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.when {
            When::Click => ListenerKind::onclick,
            When::Change => ListenerKind::onchange,
            When::Input => ListenerKind::oninput,
            When::KeyDown => ListenerKind::onkeydown,
            When::DragStart => ListenerKind::ondragstart,
            When::DragOver => ListenerKind::ondragover,
            When::DragLeave => ListenerKind::ondragleave,
            When::Drop => ListenerKind::ondrop,
        }
    }

    fn handle(&self, event: Event) {
        self.callback.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
