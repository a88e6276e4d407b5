//! Opening a saved file: by choosing it or by dropping it anywhere on the sheet.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::element::{Name, View, When, element};
use super::parts::button;
use super::path::take_file;
use super::sitting::Sitting;
use crate::problem::{Fault, Problem};
use crate::response::{LARGEST_FILE, read_text};
use crate::session::{Action, Notice, Place, Reading, read_draft};

/// Reads a file and opens it, or says why not. What is here stays until the file has proved good.
fn open(sitting: &Sitting, file: File) {
    let sitting = sitting.clone();
    spawn_local(async move {
        let text = text_of(&file).await;
        if matches!(sitting.session().draft.place, Place::Path | Place::WhatIf) {
            take_file(&sitting, text);
            return;
        }
        let opened = text.and_then(|text| read(&sitting, &text));
        sitting.act(opened.unwrap_or_else(|problems| Action::Tell(Notice::FileRefused(problems).into())));
    });
}

/// What is written in a file.
async fn text_of(file: &File) -> Result<String, Vec<Problem>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in whole bytes")]
    let bytes = file.size() as usize;
    if bytes > LARGEST_FILE {
        return Err(vec![Problem::new("", Fault::TooLarge { bytes, limit: LARGEST_FILE })]);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    // A file that vanished or may not be read has nothing in it that we could name.
    text.ok_or_else(|| vec![Problem::new("", Fault::NotJson { line: 1, column: 1 })])
}

/// A response file, or a draft that was saved as one.
fn read(sitting: &Sitting, text: &str) -> Result<Action, Vec<Problem>> {
    // Read as of its own day: who opens a draft wants it, however old it is. Those set aside are saved a line each.
    if let Reading::Draft { draft, .. } =
        read_draft(text.lines().next().unwrap_or_default(), sitting.instrument(), 0)
    {
        return Ok(Action::OpenDraft(draft));
    }
    read_text(text, sitting.instrument()).map(|response| Action::Open(Box::new(response)))
}

#[inline(never)]
fn held_over(sitting: &Sitting, over: bool) {
    sitting.in_moment(&mut |moment| moment.file_over = over);
}

/// Takes a file that is dropped on the sheet. [`choose_file`] does the same by keyboard.
pub(super) fn drop_zone(sitting: &Sitting, content: View) -> View {
    let over = |over: bool| {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let event: DragEvent = event.unchecked_into();
            let data = event.data_transfer();
            if !over {
                held_over(&sitting, false);
            // Asked by hand: pages patch `includes`.
            } else if data.is_some_and(|data| data.types().iter().any(|kind| kind == "Files")) {
                event.prevent_default();
                held_over(&sitting, true);
            }
        })
    };
    let ondrop = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let event: DragEvent = event.unchecked_into();
            held_over(&sitting, false);
            let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
            if let Some(file) = file {
                event.prevent_default();
                open(&sitting, file);
            }
        })
    };
    let class = if sitting.moment().file_over { "drop-zone over" } else { "drop-zone" };
    element("div", class)
        .on(When::DragOver, over(true))
        .on(When::DragLeave, over(false))
        .on(When::Drop, ondrop)
        .with(content)
}

/// A button that opens the browser's file chooser.
pub(super) fn choose_file(sitting: &Sitting, label: &'static str, accept: &'static str) -> View {
    let onclick = {
        let root = sitting.root.clone();
        Callback::from(move |_: Event| {
            let root = root.cast::<web_sys::Element>();
            let input = root.and_then(|root| root.query_selector("input[type=file]").ok().flatten());
            if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
                input.click();
            }
        })
    };
    let onchange = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let Some(target) = event.target() else { return };
            let input: HtmlInputElement = target.unchecked_into();
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(&sitting, file);
            }
            // The same file can be chosen again after it was put right.
            input.set_value("");
        })
    };
    let input = element("input", "")
        .is(Name::Type, "file")
        .is(Name::Accept, accept)
        .is(Name::Absent, "hidden")
        .is(Name::Focus, "-1")
        .is(Name::Label, label)
        .on(When::Change, onchange);
    element("div", "choose-file").with(input).with(button("button", label, onclick))
}
