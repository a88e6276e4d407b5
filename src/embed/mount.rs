//! Mounting a sitting into an element of a page.

use std::cell::{Cell, RefCell};

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
    /// Whom to tell of a panic: a hook must hold nothing of one thread.
    static OUTSIDE: RefCell<Option<Outside>> = const { RefCell::new(None) };
    /// What is mounted. One engine has one mount, so its functions need not be told which.
    static MOUNTED: Cell<Option<Mounted>> = const { Cell::new(None) };
}

/// The style sheet of all screens, for whoever makes the root that they are mounted in.
#[wasm_bindgen(js_name = styleSheet)]
#[must_use]
pub fn style_sheet() -> String {
    include_str!(concat!(env!("OUT_DIR"), "/middle-layer.css")).to_owned()
}

/// A mounted sitting.
struct Mounted {
    handle: AppHandle<App>,
    known: Known,
}

/// What its properties are made of.
struct Known {
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
pub fn mount(container: &HtmlElement, options: &JsValue, file: Option<String>) -> Result<(), JsValue> {
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
    let known = Known { host, questions, options, commands: Commands::default() };
    let root = container.clone().into();
    let handle = yew::Renderer::<App>::with_root_and_props(root, known.properties()).render();
    MOUNTED.set(Some(Mounted { handle, known }));
    Ok(())
}

/// Takes changed options; the answers stay.
#[wasm_bindgen]
pub fn update(options: &JsValue) {
    change(&mut |known| known.options = Options { beginning: Beginning::Device, ..Options::read(options) });
}

/// Leaves the first screen, as its button does.
#[wasm_bindgen]
pub fn start() {
    change(&mut |known| known.commands.starts += 1);
}

/// Erases all answers, as the person's own button does.
#[wasm_bindgen]
pub fn reset() {
    change(&mut |known| known.commands.resets += 1);
}

/// Removes the sitting from the page; what is kept on the device stays.
#[wasm_bindgen]
pub fn destroy() {
    if let Some(mounted) = MOUNTED.take() {
        mounted.handle.destroy();
    }
}

fn change(with: &mut dyn FnMut(&mut Known)) {
    if let Some(mut mounted) = MOUNTED.take() {
        with(&mut mounted.known);
        mounted.handle.update(mounted.known.properties());
        MOUNTED.set(Some(mounted));
    }
}

impl Known {
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
