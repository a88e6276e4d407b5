//! Mounting a sitting into an element of a page.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleSheet, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::AppHandle;

use super::options::Options;
use super::page_host::PageHost;
use crate::ui::{App, AppProps, HostHandle};

thread_local! {
    /// One sheet for all sittings of this engine.
    static SHEET: Option<CssStyleSheet> = style_sheet();
}

fn style_sheet() -> Option<CssStyleSheet> {
    let sheet = CssStyleSheet::new().ok()?;
    sheet.replace_sync(include_str!(concat!(env!("OUT_DIR"), "/middle-layer.css"))).ok()?;
    Some(sheet)
}

/// A mounted sitting.
#[wasm_bindgen]
pub struct Mounted {
    handle: Option<AppHandle<App>>,
    host: HostHandle,
}

/// Mounts the product into an element, in an open shadow root of it.
///
/// # Errors
/// The element cannot have a shadow root.
#[wasm_bindgen]
pub fn mount(element: &HtmlElement, options: &JsValue) -> Result<Mounted, JsValue> {
    let options = Options::read(options);
    let root: ShadowRoot = match element.shadow_root() {
        Some(root) => root,
        None => element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
    };
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            // web-sys has no setter for it yet. A fresh root takes it; there is no browser to refuse.
            let _ = Reflect::set(&root, &"adoptedStyleSheets".into(), &Array::of1(sheet));
        }
    });
    let document = element.owner_document().ok_or(JsValue::NULL)?;
    // A fresh element for each mount: yew never removes the listeners of its root (FACTS B2.4).
    let container = document.create_element("div")?;
    root.append_child(&container)?;
    let host = HostHandle::new(PageHost::new(options.session.clone(), options.whole_page));
    let handle = yew::Renderer::<App>::with_root_and_props(container, properties(&host, options)).render();
    Ok(Mounted { handle: Some(handle), host })
}

#[wasm_bindgen]
impl Mounted {
    /// Takes changed options; the answers stay.
    pub fn update(&mut self, options: &JsValue) {
        if let Some(handle) = &mut self.handle {
            handle.update(properties(&self.host, Options::read(options)));
        }
    }

    /// Removes the sitting from the page; what is kept on the device stays.
    pub fn destroy(&mut self) {
        if let Some(handle) = self.handle.take() {
            handle.destroy();
        }
    }
}

fn properties(host: &HostHandle, options: Options) -> AppProps {
    AppProps {
        host: host.clone(),
        presets: options.presets,
        locale: options.locale,
        theme: options.theme.to_owned(),
    }
}
