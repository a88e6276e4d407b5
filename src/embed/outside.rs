//! What the script beside the engine does for a sitting: it holds the draft, tells the page around, prints, draws, asks the
//! browser, and passes on what happens in the window. All of it comes as fields of the options of a mount.

use js_sys::{Function, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, EventTarget};

use super::engine::whole;
use crate::response::write;
use crate::ui::{Event, Progress};

/// What is called with an answer. One type for all of them: each takes glue of its own.
pub(super) type Reply = Box<dyn FnMut(JsValue) -> bool>;

/// The outside of a sitting.
pub(super) struct Outside(JsValue);

impl Outside {
    pub(super) fn new(options: &JsValue) -> Self {
        Self(options.clone())
    }

    /// Where events of the window arrive as long as the sitting lives. Listeners of its own would outlive it where it
    /// fails.
    pub(super) fn events(&self) -> Option<EventTarget> {
        self.field("events").filter(JsValue::is_object).map(JsCast::unchecked_into)
    }

    pub(super) fn print(&self) -> bool {
        self.call("print", &JsValue::UNDEFINED, &JsValue::UNDEFINED)
            .is_some_and(|printed| printed.is_truthy())
    }

    /// A chart as it is drawn, as a file of its own.
    pub(super) fn draw(&self, figure: &Element, title: &str) -> Option<String> {
        self.call("draw", figure, &title.into())?.as_string()
    }

    /// Does something with the first element that a selector finds.
    pub(super) fn find(&self, selector: &str, deed: &JsValue) -> Option<JsValue> {
        self.call("find", &selector.into(), deed).filter(JsValue::is_object)
    }

    /// Something to be done with a text or with an event.
    pub(super) fn ask(&self, name: &str, about: &JsValue) -> JsValue {
        self.call(name, about, &JsValue::UNDEFINED).unwrap_or_default()
    }

    /// Reads the file of an event, if there is one: what is in it comes back, or how large it is where it is too large, or
    /// nothing where it cannot be read.
    pub(super) fn read(&self, event: &JsValue, limit: f64, done: Reply) {
        self.call_back("read", event, &limit.into(), done);
    }

    /// Calls back in task after task, as long as it is told `true`.
    pub(super) fn in_slices(&self, slice: Reply) {
        self.call_back("slices", &JsValue::UNDEFINED, &JsValue::UNDEFINED, slice);
    }

    /// Year, month and day in one number.
    pub(super) fn today(&self) -> f64 {
        let today = self.call("today", &JsValue::UNDEFINED, &JsValue::UNDEFINED);
        today.and_then(|today| today.as_f64()).unwrap_or_default()
    }

    /// 128 random bits in hex.
    pub(super) fn random(&self) -> Option<String> {
        self.call("random", &JsValue::UNDEFINED, &JsValue::UNDEFINED)?.as_string()
    }

    pub(super) fn moment(&self, milliseconds: f64, language: &str) -> Option<String> {
        self.call("moment", &milliseconds.into(), &language.into())?.as_string()
    }

    /// What is kept under a key; a text replaces it, `null` removes it. Nothing where storage is refused.
    pub(super) fn store(&self, key: &str, text: &JsValue) -> Option<JsValue> {
        self.call("store", &key.into(), text)
    }

    pub(super) fn save(&self, name: &str, text: &str) {
        self.call("save", &name.into(), &text.into());
    }

    /// Copies a text; whether that worked comes back.
    pub(super) fn copy(&self, text: &str, done: Reply) {
        self.call_back("copy", &text.into(), &JsValue::UNDEFINED, done);
    }

    pub(super) fn visit(&self, place: &str, replace: bool) {
        self.call("visit", &place.into(), &replace.into());
    }

    pub(super) fn remember(&self, draft: &str, keeping: bool) {
        self.call("remember", &draft.into(), &keeping.into());
    }

    pub(super) fn tell(&self, event: &Event) {
        let detail = Object::new();
        // A field of a fresh object can be set, and what comes from here can be written.
        let set = |name: &str, value: Result<JsValue, JsValue>| {
            let _ = value.and_then(|value| Reflect::set(&detail, &name.into(), &value));
        };
        let count = |progress: &Progress| {
            set("answered", Ok(progress.answered.into()));
            set("total", Ok(progress.total.into()));
        };
        let name = match event {
            Event::Progress(progress) => {
                count(progress);
                set("page", Ok(progress.page.into()));
                "progress"
            }
            Event::Complete(progress) => {
                count(progress);
                "complete"
            }
            Event::Saved { name } => {
                set("name", Ok((*name).into()));
                "saved"
            }
            Event::HandedIn { response, evaluation } => {
                set("response", JSON::parse(&write(response)));
                set("evaluation", whole(evaluation, response));
                "handed-in"
            }
        };
        self.call("tell", &name.into(), &detail);
    }

    /// Says what a failure was, before the engine ends.
    pub(super) fn failed(&self, message: &str) {
        self.call("failed", &message.into(), &JsValue::UNDEFINED);
    }

    fn field(&self, name: &str) -> Option<JsValue> {
        Reflect::get(&self.0, &JsValue::from_str(name)).ok()
    }

    /// A fault of the page's own code, such as in a listener, is not ours to fail from. The arguments are not put into
    /// an array: pages patch those.
    fn call(&self, name: &str, first: &JsValue, second: &JsValue) -> Option<JsValue> {
        self.call_with(name, first, second, &JsValue::UNDEFINED)
    }

    /// Calls what answers later.
    fn call_back(&self, name: &str, first: &JsValue, second: &JsValue, reply: Reply) {
        self.call_with(name, first, second, &Closure::wrap(reply).into_js_value());
    }

    fn call_with(&self, name: &str, first: &JsValue, second: &JsValue, third: &JsValue) -> Option<JsValue> {
        let function: Function = self.field(name)?.dyn_into().ok()?;
        function.call3(&JsValue::UNDEFINED, first, second, third).ok()
    }
}
