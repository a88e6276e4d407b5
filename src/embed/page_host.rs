//! The [`Host`] of a browser page.

use gloo_events::EventListener;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlDocument, HtmlElement, HtmlTextAreaElement,
    StorageEvent, Url,
};
use yew::Callback;

use super::outside::Outside;
use super::storage::DeviceStorage;
use crate::session::{Place, StorageFault};
use crate::text::after_last_point;
use crate::ui::{Event, Host, Slot, Subscription};

/// A browser page, whole or as the surroundings of an element.
pub(super) struct PageHost {
    storage: DeviceStorage,
    /// Whether the page's history is ours to write.
    whole_page: bool,
    outside: Outside,
    /// What it is mounted in.
    container: HtmlElement,
}

impl PageHost {
    pub(super) fn new(session: String, whole_page: bool, outside: Outside, container: HtmlElement) -> Self {
        Self { storage: DeviceStorage::new(session), whole_page, outside, container }
    }
}

impl Host for PageHost {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "milliseconds since 1970")]
    fn now(&self) -> u64 {
        Date::now() as u64
    }

    #[expect(clippy::cast_possible_wrap, reason = "a year")]
    fn today(&self) -> (i32, u32, u32) {
        let date = Date::new_0();
        (date.get_full_year() as i32, date.get_month() + 1, date.get_date())
    }

    fn random_id(&self) -> String {
        let bytes = Uint8Array::new_with_length(16);
        let crypto = web_sys::window().and_then(|window| window.crypto().ok());
        if let Some(crypto) = crypto {
            // There in every browser that runs WebAssembly, also on plain http.
            let _ = crypto.get_random_values_with_array_buffer_view(&bytes);
        }
        let mut id = String::new();
        for byte in bytes.to_vec() {
            for half in [byte >> 4, byte & 15] {
                id.push(char::from_digit(half.into(), 16).unwrap_or('0'));
            }
        }
        id
    }

    fn read(&self, slot: Slot) -> Result<Option<String>, StorageFault> {
        self.storage.read(slot)
    }

    fn write(&self, slot: Slot, text: &str) -> Result<(), StorageFault> {
        self.storage.write(slot, text)
    }

    fn erase(&self, slot: Slot) -> Result<(), StorageFault> {
        self.storage.erase(slot)
    }

    fn watch(&self, changed: Callback<Option<String>>) -> Subscription {
        let key = self.storage.key(Slot::Draft);
        let Some(events) = self.outside.events() else { return Box::new(()) };
        Box::new(EventListener::new(&events, "storage", move |event| {
            let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
            // No key: everything was cleared.
            if event.key().is_none_or(|changed| changed == key) {
                changed.emit(event.new_value());
            }
        }))
    }

    fn save_file(&self, name: &str, text: &str) {
        // Each step fails only where the page is being torn down.
        let _ = download(name, text);
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        let clipboard = web_sys::window().filter(web_sys::Window::is_secure_context).map(|window| {
            let clipboard = window.navigator().clipboard();
            clipboard.write_text(text)
        });
        let (text, container) = (text.to_owned(), self.container.clone());
        spawn_local(async move {
            let copied = match clipboard {
                Some(promise) => JsFuture::from(promise).await.is_ok(),
                None => false,
            };
            done.emit(copied || copy_selection(&container, &text).unwrap_or(false));
        });
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
        if !self.whole_page {
            return;
        }
        let Some(history) = web_sys::window().and_then(|window| window.history().ok()) else { return };
        let state = JsValue::from_str(&place.id());
        if history.state().ok().as_ref() == Some(&state) {
            return;
        }
        // A page may be refused history (a sandbox, too many calls); the buttons of the page still work.
        let _ = if replace {
            history.replace_state_with_url(&state, "", None)
        } else {
            history.push_state_with_url(&state, "", None)
        };
    }

    fn on_return(&self, returned: Callback<Place>) -> Subscription {
        let Some(events) = self.outside.events().filter(|_| self.whole_page) else { return Box::new(()) };
        Box::new(EventListener::new(&events, "popstate", move |event| {
            let state = event.dyn_ref::<web_sys::PopStateEvent>().and_then(|event| event.state().as_string());
            if let Some(place) = state.as_deref().and_then(Place::from_id) {
                returned.emit(place);
            }
        }))
    }
}

fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(match after_last_point(name) {
        "svg" => "image/svg+xml",
        "csv" => "text/csv",
        _ => "application/json",
    });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser has taken the blob over by the time of the next task; a second is generous.
    gloo_timers::callback::Timeout::new(1000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// The old way of copying, the only one on plain http. The text is put beside what has the focus, in our own tree: the
/// page around stays as it is, and nothing scrolls.
fn copy_selection(container: &HtmlElement, text: &str) -> Option<bool> {
    let document: HtmlDocument = container.owner_document()?.dyn_into().ok()?;
    let focused: Option<HtmlElement> =
        container.query_selector(":focus").ok()?.and_then(|element| element.dyn_into().ok());
    let place = focused.as_ref().and_then(|focused| focused.parent_element());
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_class_name("unseen");
    place.as_ref().unwrap_or(container).append_child(&area).ok()?;
    area.select();
    let copied = document.exec_command("copy").unwrap_or(false);
    area.remove();
    if let Some(element) = focused {
        let _ = element.focus();
    }
    Some(copied)
}
