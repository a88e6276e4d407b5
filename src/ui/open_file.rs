//! Opening a saved file: by choosing it or by dropping it anywhere on the sheet.

use yew::prelude::*;

use super::element::{Name, View, When, element};
use super::host::Unread;
use super::parts::button;
use super::path::take_file;
use super::sitting::Sitting;
use crate::problem::{Fault, Problem};
use crate::response::{LARGEST_FILE, read_text};
use crate::session::{Action, Notice, Place, Reading, read_draft};

/// Reads a file and opens it, or says why not. What is here stays until the file has proved good.
fn open(sitting: &Sitting, event: &Event) {
    let opening = sitting.clone();
    let done = Callback::from(move |text: Result<String, Unread>| {
        let fault = |unread| match unread {
            Unread::TooLarge(bytes) => Fault::TooLarge { bytes, limit: LARGEST_FILE },
            // There is nothing in it that we could name.
            Unread::Gone => Fault::NotJson { line: 1, column: 1 },
        };
        let text = text.map_err(|unread| vec![Problem::new("", fault(unread))]);
        if matches!(opening.session().draft.place, Place::Path | Place::WhatIf) {
            take_file(&opening, text);
            return;
        }
        let opened = text.and_then(|text| read(&opening, &text));
        opening.act(opened.unwrap_or_else(|problems| Action::Tell(Notice::FileRefused(problems).into())));
    });
    sitting.host.read_file(event, LARGEST_FILE, done);
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
    // Asked many times a second.
    if sitting.moment().file_over != over {
        sitting.in_moment(&mut |moment| moment.file_over = over);
    }
}

/// Takes a file that is dropped on the sheet. [`choose_file`] does the same by keyboard.
pub(super) fn drop_zone(sitting: &Sitting, content: View) -> View {
    let over = |over: bool| {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            if !over {
                held_over(&sitting, false);
            } else if sitting.host.holds_files(&event) {
                held_over(&sitting, true);
            }
        })
    };
    let ondrop = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            held_over(&sitting, false);
            open(&sitting, &event);
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
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            sitting.host.click("input[type=file]");
        })
    };
    let onchange = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| open(&sitting, &event))
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
