//! Opening and saving a path.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::{Callback, Event};

use super::name;
use crate::json::Writer;
use crate::problem::{Fault, Problem};
use crate::response::LARGEST_FILE;
use crate::session::inventory::{Inventory, read_table, read_text, write, write_table};
use crate::session::{Action, Shareable};
use crate::text::problem_message;
use crate::ui::element::{Name, View, When, element};
use crate::ui::fields::check;
use crate::ui::parts::{button, list};
use crate::ui::sitting::Sitting;

/// A button that opens the browser's file chooser.
pub(super) fn open_file(sitting: &Sitting) -> View {
    let words = sitting.locale.path();
    let onclick = {
        let root = sitting.root.clone();
        Callback::from(move |_: Event| {
            let root = root.cast::<web_sys::Element>();
            let input = root.and_then(|root| root.query_selector(".choose-path input").ok().flatten());
            if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
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
                open(&sitting, file);
            }
            // The same file can be chosen again after it was put right.
            input.set_value("");
        })
    };
    let input = element("input", "")
        .is(Name::Type, "file")
        .is(Name::Accept, ".json,.csv,application/json,text/csv")
        .is(Name::Absent, "hidden")
        .is(Name::Focus, "-1")
        .is(Name::Label, words.open)
        .on(When::Change, onchange);
    element("span", "choose-path").with(input).with(button("button", words.open, onclick))
}

/// Reads a file and takes its path, or says why not. What is here stays until the file has proved good.
fn open(sitting: &Sitting, file: File) {
    let sitting = sitting.clone();
    spawn_local(async move {
        let (path, refused) = match read(&sitting, &file).await {
            Ok(inventory) => (Some(inventory), Vec::new()),
            Err(problems) => (None, problems),
        };
        if let Some(inventory) = path {
            sitting.act(Action::SetPath(Some(Rc::new(inventory))));
        }
        let refused: Rc<[Problem]> = refused.into();
        sitting.in_moment(&mut |moment| {
            moment.path_refused = refused.clone();
            moment.open = None;
        });
    });
}

async fn read(sitting: &Sitting, file: &File) -> Result<Inventory, Vec<Problem>> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size in whole bytes")]
    let bytes = file.size() as usize;
    if bytes > LARGEST_FILE {
        return Err(vec![Problem::new("", Fault::TooLarge { bytes, limit: LARGEST_FILE })]);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    let text = text.ok_or_else(|| vec![Problem::new("", Fault::NotJson { line: 1, column: 1 })])?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return read_text(text.trim_start_matches('\u{feff}'));
    }
    // A table holds the steps; what else is known of the path stays.
    let mut inventory = sitting.session().draft.path.value.as_deref().cloned().unwrap_or_default();
    inventory.take_steps(read_table(&text)?);
    Ok(inventory)
}

/// What is wrong with the file that was chosen.
pub(super) fn refused(sitting: &Sitting) -> View {
    let problems = &sitting.moment().path_refused;
    let named = problems.iter().take(8).map(problem_message);
    let content = (!problems.is_empty()).then(|| {
        element("div", "notice warning").text("p", "", sitting.locale.path().refused).with(list("ul", named))
    });
    element("div", "").is(Name::Role, "alert").with(content.unwrap_or_default())
}

/// Saving, opening, sharing, and starting another.
pub(super) fn keep(sitting: &Sitting, inventory: &Inventory) -> View {
    let words = sitting.locale.path();
    let [save_file, save_table, another, log] = words.keep_buttons;
    let saving = |label: &'static str, name: &'static str, content: fn(&Sitting, &Inventory) -> String| {
        let (sitting, inventory) = (sitting.clone(), inventory.clone());
        let onclick = Callback::from(move |_: Event| {
            sitting.host.save_file(name, &content(&sitting, &inventory));
        });
        button("button", label, onclick)
    };
    let [share, share_detail] = words.share;
    let shared = sitting.session().draft.shared.value.path;
    let sharing = (!sitting.session().is_only_path()).then(|| {
        let onchange = sitting.choose(Action::Share(Shareable::Path, !shared));
        check(share, shared, "share-path", share_detail, onchange)
    });
    element("section", "act only-screen")
        .text("h2", "", words.keep)
        .text("p", "soft", words.keep_detail)
        .holding("div", "", sharing.unwrap_or_default())
        .with(
            element("div", "keep-buttons")
                .with(saving(save_file, "path.middle-layer.json", |_, inventory| {
                    let mut out = Writer::spacious();
                    write(inventory, &mut out);
                    out.finish()
                }))
                .with(saving(save_table, "path-steps.csv", |_, inventory| write_table(&inventory.path)))
                .with(saving(log, "catch-log.csv", catch_log))
                .with(open_file(sitting))
                .with(button("button", another, sitting.last_click(Action::SetPath(None)))),
        )
        .with(refused(sitting))
}

/// An empty log of what controls catch: a line for each to begin with.
fn catch_log(sitting: &Sitting, inventory: &Inventory) -> String {
    let mut rows = vec![sitting.locale.path().log_head.map(str::to_owned).to_vec()];
    for (position, step) in inventory.path.steps.iter().enumerate() {
        if step.is_control() {
            let called = name(sitting, &inventory.path, position);
            rows.push(vec![String::new(), String::new(), called]);
        }
    }
    crate::csv::table(&rows)
}
