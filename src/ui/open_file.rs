//! Opening a saved file: by choosing it or by dropping it anywhere on the sheet.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};
use yew::prelude::*;

use super::sitting::Sitting;
use crate::problem::{Fault, Problem};
use crate::response::{LARGEST_FILE, read_text};
use crate::session::{Action, Notice};

/// Reads a file and opens it, or says why not. What is here stays until the file has proved good.
fn open(sitting: &Sitting, file: File) {
    let sitting = sitting.clone();
    spawn_local(async move {
        let action = match read(&sitting, &file).await {
            Ok(response) => Action::Open(Box::new(response), sitting.host.now()),
            Err(problems) => Action::Tell(Notice::FileRefused(problems)),
        };
        sitting.dispatch.emit(action);
    });
}

async fn read(sitting: &Sitting, file: &File) -> Result<crate::response::Response, Vec<Problem>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in whole bytes")]
    let bytes = file.size() as usize;
    if bytes > LARGEST_FILE {
        return Err(vec![Problem::new("", Fault::TooLarge { bytes, limit: LARGEST_FILE })]);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    // A file that vanished or may not be read has nothing in it that we could name.
    let text = text.ok_or_else(|| vec![Problem::new("", Fault::NotJson { line: 1, column: 1 })])?;
    read_text(&text, sitting.instrument())
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SittingProps {
    pub(super) sitting: Sitting,
    #[prop_or_default]
    pub(super) children: Html,
}

/// Takes a file that is dropped on the sheet. The button of [`ChooseFile`] does the same by keyboard.
#[component]
pub(super) fn DropZone(props: &SittingProps) -> Html {
    let over = use_state_eq(|| false);
    let holds_files = |event: &DragEvent| {
        event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
    };
    let ondragover = {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            if holds_files(&event) {
                event.prevent_default();
                over.set(true);
            }
        })
    };
    let ondragleave = {
        let over = over.setter();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let (over, sitting) = (over.setter(), props.sitting.clone());
        Callback::from(move |event: DragEvent| {
            over.set(false);
            let file = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0));
            if let Some(file) = file {
                event.prevent_default();
                open(&sitting, file);
            }
        })
    };
    html! {
        <div class={classes!("drop-zone", (*over).then_some("over"))} {ondragover} {ondragleave} {ondrop}>
            { props.children.clone() }
        </div>
    }
}

/// A button that opens the browser's file chooser.
#[component]
pub(super) fn ChooseFile(props: &SittingProps) -> Html {
    let input = use_node_ref();
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let onchange = {
        let sitting = props.sitting.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open(&sitting, file);
            }
            // The same file can be chosen again after it was put right.
            input.set_value("");
        })
    };
    let words = &props.sitting.words().start;
    html! {
        <div class="choose-file">
            <input
                ref={input}
                type="file"
                accept=".json,application/json"
                hidden={true}
                tabindex="-1"
                aria-label={words.open}
                {onchange}
            />
            <button type="button" class="button" {onclick}>{ words.open }</button>
        </div>
    }
}
