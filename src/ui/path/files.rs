//! Opening and saving a path.

use std::rc::Rc;

use yew::{Callback, Event};

use super::{example, name};
use crate::json::Writer;
use crate::problem::{Fault, Problem};
use crate::response;
use crate::session::inventory::{Inventory, read_table, read_text, write, write_table};
use crate::session::{Action, Shareable};
use crate::text::problem_message;
use crate::ui::copying::{handed, save};
use crate::ui::element::{Name, View, element, several};
use crate::ui::fields::check;
use crate::ui::open_file::choose_file;
use crate::ui::parts::{button, folded, list};
use crate::ui::sitting::Sitting;

/// Where it is said what came of saving.
const PLACE: &str = "path";

/// A button that opens the browser's file chooser. Dropped anywhere, a file is taken just so.
pub(super) fn open_file(sitting: &Sitting) -> View {
    choose_file(sitting, sitting.locale.path().open, ".json,.csv,application/json,text/csv")
}

/// Takes the path of a file, or says why not. What is here stays until the file has proved good.
pub(in crate::ui) fn take_file(sitting: &Sitting, text: Result<String, Vec<Problem>>) {
    let refused = match text.and_then(|text| read(sitting, &text)) {
        Ok(inventory) => {
            sitting.act(Action::SetPath(Some(Rc::new(inventory))));
            Vec::new()
        }
        Err(problems) => problems,
    };
    let refused: Rc<[Problem]> = refused.into();
    sitting.in_moment(&mut |moment| {
        moment.path_refused = refused.clone();
        moment.open = None;
        moment.file_over = false;
    });
}

fn read(sitting: &Sitting, text: &str) -> Result<Inventory, Vec<Problem>> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim_start().starts_with('{') {
        return read_text(text);
    }
    // A table holds the steps; what else is known of the path stays.
    let mut inventory = sitting.session().draft.path.value.as_deref().cloned().unwrap_or_default();
    inventory.take_steps(read_table(text)?);
    Ok(inventory)
}

/// What is wrong with the file that was chosen.
pub(in crate::ui) fn refused(sitting: &Sitting) -> View {
    let problems = &sitting.moment().path_refused;
    let [refused, answers, neither] = sitting.locale.path().refused;
    let content = problems.first().map(|first| {
        let reason = match &first.fault {
            Fault::UnknownFormat { found } if found == response::FORMAT => answers,
            Fault::UnknownFormat { .. } | Fault::TooLarge { .. } | Fault::NotJson { line: 1, column: 1 } => {
                neither
            }
            _ => "",
        };
        // What is wrong and where helps with one of ours that was changed.
        let named = problems.iter().take(if reason.is_empty() { 8 } else { 0 }).map(problem_message);
        element("div", "notice warning").text("p", "", refused).text("p", "", reason).with(list("ul", named))
    });
    element("div", "").is(Name::Role, "alert").with(content.unwrap_or_default())
}

/// Saving, opening, sharing, and, once that was asked, discarding.
pub(super) fn keep(sitting: &Sitting, inventory: &Inventory) -> View {
    let words = sitting.locale.path();
    let [save_file, save_table, log] = words.keep_buttons;
    let saving = |label: &'static str, name: &'static str, content: fn(&Sitting, &Inventory) -> String| {
        let (sitting, inventory) = (sitting.clone(), inventory.clone());
        let onclick =
            Callback::from(move |_: Event| save(&sitting, PLACE, name, &content(&sitting, &inventory)));
        button("button", label, onclick)
    };
    let [share, share_detail] = words.share;
    let shared = sitting.session().draft.shared.value.path;
    let sharing = (!sitting.session().is_only_path()).then(|| {
        let onchange = sitting.choose(Action::Share(Shareable::Path, !shared));
        check(share, shared, "share-path", share_detail, onchange).text(
            "p",
            "small",
            example(sitting, inventory),
        )
    });
    let save_path = || {
        saving(save_file, "path.middle-layer.json", |_, inventory| {
            let mut out = Writer::spacious();
            write(inventory, &mut out);
            out.finish()
        })
    };
    element("section", "act only-screen")
        .text("h2", "", words.keep)
        .text("p", "soft", words.keep_detail)
        .holding("div", "", sharing.unwrap_or_default())
        .with(
            element("div", "keep-buttons")
                .with(save_path())
                .with(saving(save_table, "path-steps.csv", |_, inventory| write_table(&inventory.path)))
                .with(saving(log, "catch-log.csv", catch_log))
                .with(open_file(sitting)),
        )
        .with(handed(sitting, PLACE))
        .with(refused(sitting))
        .with(discard(sitting, save_path()))
}

/// Discarding the path: what is opened first says what that means, and saves the path.
fn discard(sitting: &Sitting, save_first: View) -> View {
    let [ask, meaning, label] = sitting.locale.path().discard;
    let buttons = element("div", "keep-buttons").with(save_first).with(button(
        "button",
        label,
        sitting.click(Action::SetPath(None)),
    ));
    folded("", ask, several().text("p", "", meaning).with(buttons))
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
