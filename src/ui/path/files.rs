//! Opening and saving a path.

use std::rc::Rc;

use yew::{Callback, Event};

use super::name;
use crate::json::Writer;
use crate::problem::Problem;
use crate::session::inventory::{Inventory, read_table, read_text, write, write_table};
use crate::session::{Action, Shareable};
use crate::text::problem_message;
use crate::ui::element::{Name, View, element};
use crate::ui::fields::check;
use crate::ui::open_file::{Choice, chooser};
use crate::ui::parts::{button, list};
use crate::ui::sitting::Sitting;

/// A button that opens the browser's file chooser.
pub(super) fn open_file(sitting: &Sitting) -> View {
    let accept = ".json,.csv,application/json,text/csv";
    let choice = Choice { field: ".choose-path input", accept, take };
    chooser(sitting, element("span", "choose-path"), sitting.locale.path().open, choice)
}

/// Takes the path of a file, or says why not.
fn take(sitting: &Sitting, text: Result<String, Vec<Problem>>) {
    let refused: Rc<[Problem]> = match text.and_then(|text| read(sitting, &text)) {
        Ok(inventory) => {
            sitting.act(Action::SetPath(Some(Rc::new(inventory))));
            Rc::new([])
        }
        Err(problems) => problems.into(),
    };
    sitting.in_moment(&mut |moment| {
        moment.path_refused = refused.clone();
        moment.open = None;
    });
}

fn read(sitting: &Sitting, text: &str) -> Result<Inventory, Vec<Problem>> {
    let json = text.trim_start_matches('\u{feff}');
    if json.trim_start().starts_with('{') {
        return read_text(json);
    }
    // A table holds the steps; what else is known of the path stays.
    let steps = read_table(text)?;
    let mut inventory = sitting.session().draft.path.value.as_deref().cloned().unwrap_or_default();
    inventory.take_steps(steps);
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
pub(super) fn keep(sitting: &Sitting) -> View {
    let words = sitting.locale.path();
    let [save_file, save_table, another, log] = words.keep_buttons;
    let saving = |label: &'static str, name: &'static str, content: fn(&Sitting, &Inventory) -> String| {
        let sitting = sitting.clone();
        let onclick = Callback::from(move |_: Event| {
            if let Some(inventory) = &sitting.session().draft.path.value {
                sitting.host.save_file(name, &content(&sitting, inventory));
            }
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
