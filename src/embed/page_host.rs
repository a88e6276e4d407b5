//! The [`Host`] of a browser page.

use gloo_events::EventListener;
use js_sys::Date;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlInputElement, PopStateEvent, StorageEvent};
use yew::Callback;

use super::outside::Outside;
use super::storage::DeviceStorage;
use crate::session::{Place, StorageFault};
use crate::ui::{Event, Host, Slice, Slot, Subscription, Unread};

/// A browser page, whole or as the surroundings of an element.
pub(super) struct PageHost {
    storage: DeviceStorage,
    /// Whether the page's history is ours to write.
    whole_page: bool,
    outside: Outside,
}

impl PageHost {
    pub(super) fn new(session: String, whole_page: bool, outside: Outside) -> Self {
        Self { storage: DeviceStorage::new(session), whole_page, outside }
    }
}

impl Host for PageHost {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
    fn now(&self) -> u64 {
        Date::now() as u64
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a date of eight digits")]
    fn today(&self) -> (i32, u32, u32) {
        let today = self.outside.today() as u32;
        (i32::try_from(today / 10_000).unwrap_or_default(), today / 100 % 100, today % 100)
    }

    fn random_id(&self) -> String {
        self.outside.random().unwrap_or_else(|| "0".repeat(32))
    }

    #[expect(clippy::cast_precision_loss, reason = "a date in milliseconds is far below 2^53")]
    fn moment(&self, milliseconds: u64, language: &str) -> String {
        self.outside.moment(milliseconds as f64, language).unwrap_or_default()
    }

    fn read(&self, slot: Slot) -> Result<Option<String>, StorageFault> {
        self.storage.read(&self.outside, slot)
    }

    fn write(&self, slot: Slot, text: &str) -> Result<(), StorageFault> {
        self.storage.write(&self.outside, slot, text)
    }

    fn erase(&self, slot: Slot) -> Result<(), StorageFault> {
        self.storage.erase(&self.outside, slot)
    }

    fn watch(&self, changed: Callback<Option<String>>) -> Subscription {
        let key = self.storage.key(Slot::Draft);
        let Some(events) = self.outside.events() else { return Box::new(()) };
        Box::new(EventListener::new(&events, "storage", move |event| {
            let event: &StorageEvent = event.unchecked_ref();
            // No key: everything was cleared.
            if event.key().is_none_or(|changed| changed == key) {
                changed.emit(event.new_value());
            }
        }))
    }

    fn save_file(&self, name: &str, text: &str) {
        self.outside.save(name, text);
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        let reply = move |copied: JsValue| {
            done.emit(copied.is_truthy());
            false
        };
        self.outside.copy(text, Box::new(reply));
    }

    fn focus(&self, selector: &str) {
        self.outside.find(selector, &"focus".into());
    }

    fn focus_later(&self, selector: &str) {
        self.outside.ask("later", &selector.into());
    }

    fn click(&self, selector: &str) {
        self.outside.find(selector, &"click".into());
    }

    fn field(&self, selector: &str) -> Option<HtmlInputElement> {
        self.outside.find(selector, &JsValue::UNDEFINED).map(JsCast::unchecked_into)
    }

    fn arrive(&self) {
        self.outside.ask("arrive", &JsValue::UNDEFINED);
    }

    fn key(&self, event: &web_sys::Event) -> String {
        self.outside.ask("key", event).as_string().unwrap_or_default()
    }

    fn holds_files(&self, event: &web_sys::Event) -> bool {
        self.outside.ask("over", event).is_truthy()
    }

    fn drag(&self, event: &web_sys::Event) {
        self.outside.ask("drag", event);
    }

    fn read_file(&self, event: &web_sys::Event, limit: usize, done: Callback<Result<String, Unread>>) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole bytes")]
        let reply = move |read: JsValue| {
            let unread = read.as_f64().map_or(Unread::Gone, |bytes| Unread::TooLarge(bytes as usize));
            done.emit(read.as_string().ok_or(unread));
            false
        };
        #[expect(clippy::cast_precision_loss, reason = "some megabytes")]
        self.outside.read(event, limit as f64, Box::new(reply));
    }

    fn in_slices(&self, mut slice: Slice) {
        self.outside.in_slices(Box::new(move |_| slice()));
    }

    fn print(&self) -> bool {
        self.outside.print()
    }

    fn draw(&self, figure: &Element, title: &str) -> Option<String> {
        self.outside.draw(figure, title)
    }

    fn remember(&self, draft: &str, keeping: bool) {
        self.outside.remember(draft, keeping);
    }

    fn tell(&self, event: &Event) {
        self.outside.tell(event);
    }

    fn visit(&self, place: Place, replace: bool) {
        if self.whole_page {
            self.outside.visit(&place.id(), replace);
        }
    }

    fn on_return(&self, returned: Callback<Place>) -> Subscription {
        let Some(events) = self.outside.events().filter(|_| self.whole_page) else { return Box::new(()) };
        Box::new(EventListener::new(&events, "popstate", move |event| {
            let state = event.unchecked_ref::<PopStateEvent>().state().as_string();
            if let Some(place) = state.as_deref().and_then(Place::from_id) {
                returned.emit(place);
            }
        }))
    }
}
