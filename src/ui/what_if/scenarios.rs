//! Sets of changes under names, side by side.

use yew::{Callback, Event};

use super::{Bench, kept};
use crate::problem::beginning;
use crate::session::Action;
use crate::session::inventory::{Edit, LONGEST_LABEL};
use crate::ui::element::{Name, View, element};
use crate::ui::fields::labelled;
use crate::ui::figures::table_to_keep;
use crate::ui::format::decimal;
use crate::ui::parts::{button, clickable};
use crate::ui::path::whole;
use crate::ui::sitting::Sitting;
use crate::ui::table::DataRow;

pub(super) fn scenarios(bench: &mut Bench) -> View {
    let sitting = bench.sitting;
    let words = &sitting.locale.path().changes;
    let [heading, detail] = words.scenarios;
    let inventory = bench.inventory;
    let [name_label, keep, take, remove] = words.scenario_buttons;
    let mut rows = Vec::new();
    for (number, scenario) in inventory.scenarios.iter().enumerate() {
        let changes = inventory.by_position(&scenario.changes);
        let mut cells = vec![scenario.name.clone()];
        if let Some(trial) = bench.model.trial(&changes) {
            cells.extend([
                whole(trial.lead_time),
                trial.pace_fraction.map(|pace| decimal(pace, 2)).unwrap_or_default(),
                kept(trial.protection_cautious),
                kept(trial.protection),
            ]);
        }
        cells.resize(5, "–".to_owned());
        cells.push(bench.in_words(&changes));
        let removing = sitting.click(Action::EditPath(Edit::Drop(number)));
        let each = |label: &'static str, onclick| {
            clickable("link", onclick)
                .has(Name::Label, format!("{label}: {}", scenario.name))
                .saying(label.into())
        };
        let control = element("span", "only-screen")
            .with(each(take, bench.setting(changes)))
            .with(each(remove, removing));
        rows.push(DataRow { cells, control, heavy: false });
    }
    // A print-out has no use for a place to enter the first one.
    let class = if rows.is_empty() { "act only-screen" } else { "act" };
    let table = if rows.is_empty() {
        View::default()
    } else {
        table_to_keep(sitting, "scenarios", heading, &words.scenario_head, rows)
    };
    element("section", class)
        .text("h2", "", heading)
        .text("p", "soft only-screen", detail)
        .holding("div", "", table)
        .with(naming(sitting, name_label, keep))
}

/// Gives the changes that are tried a name.
fn naming(sitting: &Sitting, label: &'static str, keep: &'static str) -> View {
    let keeping = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            let Some(input) = sitting.host.field(".naming input") else { return };
            let name = input.value();
            let name = beginning(name.trim(), LONGEST_LABEL);
            if !name.is_empty() {
                input.set_value("");
                sitting.act(Action::EditPath(Edit::Keep(name.to_owned())));
            }
        })
    };
    let input = element("input", "").is(Name::Type, "text").is(Name::Complete, "off").is(Name::Longest, "40");
    element("div", "naming only-screen").with(labelled(label, input)).with(button("button", keep, keeping))
}
