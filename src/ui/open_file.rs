//! Opening a saved file: by choosing it or by dropping it anywhere on the sheet.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::element::{Name, View, When, element};
use super::parts::button;
use super::sitting::Sitting;
use crate::problem::{Fault, Problem};
use crate::response::{LARGEST_FILE, read_text};
use crate::session::{Action, Notice, Reading, read_draft};

/// Takes what is in a file, or why it cannot be read. What is here stays until the file has proved good.
pub(super) type Take = fn(&Sitting, Result<String, Vec<Problem>>);

fn open(sitting: &Sitting, file: File, take: Take) {
    let sitting = sitting.clone();
    spawn_local(async move {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in whole bytes")]
        let bytes = file.size() as usize;
        let text = if bytes > LARGEST_FILE {
            Err(Fault::TooLarge { bytes, limit: LARGEST_FILE })
        } else {
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // A file that vanished or may not be read has nothing in it that we could name.
            text.ok_or(Fault::NotJson { line: 1, column: 1 })
        };
        take(&sitting, text.map_err(|fault| vec![Problem::new("", fault)]));
    });
}

/// Opens a response file, or a draft that was saved as one; or says why not.
fn take(sitting: &Sitting, text: Result<String, Vec<Problem>>) {
    let opened = text.and_then(|text| read(sitting, &text));
    sitting.act(opened.unwrap_or_else(|problems| Action::Tell(Notice::FileRefused(problems).into())));
}

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
                open(&sitting, file, take);
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

/// A button that opens the browser's file chooser for answers.
pub(super) fn choose_file(sitting: &Sitting) -> View {
    let choice = Choice { field: "input[type=file]", accept: ".json,application/json", take };
    chooser(sitting, element("div", "choose-file"), sitting.words().start.open, choice)
}

/// What can be chosen, and what happens with it.
#[derive(Clone, Copy)]
pub(super) struct Choice {
    /// Finds the field behind the button.
    pub(super) field: &'static str,
    pub(super) accept: &'static str,
    pub(super) take: Take,
}

/// A button that opens the browser's file chooser, and the field behind it.
#[inline(never)]
pub(super) fn chooser(sitting: &Sitting, place: View, label: &'static str, choice: Choice) -> View {
    let onclick = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            if let Some(input) = sitting.input(choice.field) {
                input.click();
            }
        })
    };
    let onchange = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(&sitting, file, choice.take);
            }
            // The same file can be chosen again after it was put right.
            input.set_value("");
        })
    };
    let input = element("input", "")
        .is(Name::Type, "file")
        .is(Name::Accept, choice.accept)
        .is(Name::Absent, "hidden")
        .is(Name::Focus, "-1")
        .is(Name::Label, label)
        .on(When::Change, onchange);
    place.with(input).with(button("button", label, onclick))
}
