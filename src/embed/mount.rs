//! Mounting a sitting into an element of a page.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;
use yew::AppHandle;

use super::error::error;
use super::options::Options;
use super::outside::Outside;
use super::page_host::PageHost;
use crate::instrument::{Instrument, read_text};
use crate::ui::{App, AppProps, Beginning, Commands, HostHandle, Questions};

thread_local! {
    /// Whom to tell of a panic. One engine has one mount, and a hook must hold nothing of one thread.
    static OUTSIDE: RefCell<Option<Outside>> = const { RefCell::new(None) };
}

/// The style sheet of all screens, for whoever makes the root that they are mounted in.
#[wasm_bindgen(js_name = styleSheet)]
#[must_use]
pub fn style_sheet() -> String {
    include_str!(concat!(env!("OUT_DIR"), "/middle-layer.css")).to_owned()
}

/// A mounted sitting.
#[wasm_bindgen]
pub struct Mounted {
    handle: Option<AppHandle<App>>,
    host: HostHandle,
    questions: Questions,
    options: Options,
    commands: Commands,
}

/// Mounts the product into an empty element. `file` is the text of an organisation's own instrument file.
///
/// # Errors
/// A `MiddleLayerError` with all that is wrong with the instrument file.
#[wasm_bindgen]
pub fn mount(container: &HtmlElement, options: &JsValue, file: Option<String>) -> Result<Mounted, JsValue> {
    let questions = Questions(match file {
        // One for the life of the engine; every mount has an engine of its own.
        Some(file) => Box::leak(Box::new(read_text(&file).map_err(|problems| error(&problems))?)),
        None => Instrument::built_in(),
    });
    let outside = Outside::new(options);
    OUTSIDE.set(Some(Outside::new(options)));
    yew::set_custom_panic_hook(Box::new(|panic| {
        OUTSIDE.with_borrow(|outside| outside.as_ref().map(|outside| outside.failed(&panic.to_string())));
    }));
    let options = Options::read(options);
    let host = HostHandle::new(PageHost::new(options.session.clone(), options.whole_page, outside));
    let mut mounted = Mounted { handle: None, host, questions, options, commands: Commands::default() };
    let properties = mounted.properties();
    mounted.handle =
        Some(yew::Renderer::<App>::with_root_and_props(container.clone().into(), properties).render());
    Ok(mounted)
}

#[wasm_bindgen]
impl Mounted {
    /// Takes changed options; the answers stay.
    pub fn update(&mut self, options: &JsValue) {
        self.options = Options { beginning: Beginning::Device, ..Options::read(options) };
        self.render();
    }

    /// Leaves the first screen, as its button does.
    pub fn start(&mut self) {
        self.commands.starts += 1;
        self.render();
    }

    /// Erases all answers, as the person's own button does.
    pub fn reset(&mut self) {
        self.commands.resets += 1;
        self.render();
    }

    /// Removes the sitting from the page; what is kept on the device stays.
    pub fn destroy(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }

    fn render(&mut self) {
        let properties = self.properties();
        if let Some(handle) = &mut self.handle {
            handle.update(properties);
        }
    }

    fn properties(&self) -> AppProps {
        let Options { presets, locale, theme, beginning, .. } = self.options.clone();
        AppProps {
            host: self.host.clone(),
            presets,
            locale,
            theme: theme.to_owned(),
            questions: self.questions,
            beginning,
            commands: self.commands,
        }
    }
}
