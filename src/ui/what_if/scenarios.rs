//! Sets of changes under names, side by side.

use yew::prelude::*;

use super::{Bench, kept};
use crate::session::Action;
use crate::session::inventory::{Edit, LONGEST_LABEL};
use crate::ui::fields::value_of;
use crate::ui::format::decimal;
use crate::ui::parts::{button, group, text};
use crate::ui::path::whole;
use crate::ui::sitting::{Moment, Sitting};
use crate::ui::table::{DataRow, data_table};

pub(super) fn scenarios(bench: &mut Bench) -> Html {
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
        let named = |label: &'static str| format!("{label}: {}", scenario.name);
        let using = bench.setting(changes);
        let control = html! {
            <span class="only-screen">
                <button type="button" class="link" aria-label={named(take)} onclick={using}>{ take }</button>
                <button type="button" class="link" aria-label={named(remove)} onclick={removing}>{ remove }</button>
            </span>
        };
        rows.push(DataRow { cells, control, heavy: false });
    }
    let mut heads = words.scenario_head.to_vec();
    heads.push("");
    let table = if rows.is_empty() {
        html! {}
    } else {
        data_table(heading, &heads, rows)
    };
    group(
        "section",
        "act",
        vec![
            text("h2", "", heading),
            text("p", "soft only-screen", detail),
            html! { <div>{ table }</div> },
            naming(sitting, name_label, keep),
        ],
    )
}

/// Gives the changes that are tried a name.
fn naming(sitting: &Sitting, label: &'static str, keep: &'static str) -> Html {
    let oninput = {
        let sitting = sitting.clone();
        Callback::from(move |event: InputEvent| {
            let scenario = value_of(&event).chars().take(LONGEST_LABEL).collect::<String>().into();
            sitting.set_moment(Moment { scenario, ..sitting.moment().clone() });
        })
    };
    let typed = sitting.moment().scenario.clone();
    let keeping = {
        let (sitting, typed) = (sitting.clone(), typed.clone());
        Callback::from(move |_: MouseEvent| {
            let name = typed.trim().to_owned();
            if name.is_empty() {
                return;
            }
            sitting.act(Action::EditPath(Edit::Keep(name)));
            sitting.set_moment(Moment { scenario: "".into(), ..sitting.moment().clone() });
        })
    };
    html! {
        <div class="naming only-screen">
            <label class="field">
                { text("span", "label", label) }
                <input type="text" autocomplete="off" maxlength="40" value={typed.to_string()} {oninput} />
            </label>
            { button("button", keep, keeping) }
        </div>
    }
}
