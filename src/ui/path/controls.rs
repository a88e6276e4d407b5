//! What each control costs, what it catches, and what that comes to.

use yew::{Callback, Event};

use super::{PathFigures, name};
use crate::pace::{ControlFigures, Quantity, Step};
use crate::session::inventory::Inventory;
use crate::text::joined;
use crate::ui::element::{View, element};
use crate::ui::figures::table_to_keep;
use crate::ui::format::decimal;
use crate::ui::parts::button;
use crate::ui::sitting::Sitting;
use crate::ui::table::DataRow;

pub(super) fn controls(sitting: &Sitting, inventory: &Inventory, figures: &PathFigures) -> View {
    let (path, result) = (&figures.path, &figures.result);
    let words = sitting.locale.path();
    if result.controls.is_empty() {
        return View::default();
    }
    let alone = sitting.moment().alone;
    let with_advice = path.cost_of_delay_per_day.is_some();
    let [called, added, saved, caught, pays, advice] = words.controls_head;
    let mut heads = vec![called, if alone { saved } else { added }, caught, pays];
    if with_advice {
        heads.push(advice);
    }
    let mut rows = Vec::new();
    for figures in &result.controls {
        let step = path.steps.get(figures.step);
        let days = if alone { Some(figures.leave_one_out) } else { figures.shapley };
        let mut cells = vec![
            name(sitting, path, figures.step),
            days.map_or_else(|| words.was_planned.to_owned(), |days| decimal(days, 1)),
            step.map(|step| record(sitting, step)).unwrap_or_default(),
        ];
        let known = step.is_some_and(Step::is_known_to_catch);
        cells.push(if known { price(sitting, inventory, figures) } else { "–".to_owned() });
        if let Some(verdict) = figures.verdict {
            let advice = (words.advice)(verdict.option, verdict.firm, verdict.trial);
            cells.push(if known { advice } else { words.no_advice.to_owned() });
        }
        rows.push(DataRow::new(cells));
    }
    if !alone {
        let mut sum = 0.0;
        for figures in &result.controls {
            sum += figures.shapley.unwrap_or(0.0);
        }
        let mut cells = vec![words.sum.to_owned(), decimal(sum, 1), String::new(), String::new()];
        cells.resize(heads.len(), String::new());
        rows.push(DataRow { cells, control: View::default(), heavy: true });
    }
    let switch = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            sitting.in_moment(&mut |moment| moment.alone = !alone);
        })
    };
    let choose = usize::from(alone);
    element("section", "act")
        .text("h2", "", words.controls)
        .text("p", "soft", words.controls_detail.get(choose).copied().unwrap_or_default())
        .with(table_to_keep(sitting, "controls", words.controls, &heads, rows))
        .text("p", "small", (words.baseline)(&decimal(result.baseline, 0)))
        .text("p", "small", if with_advice { words.advice_detail } else { "" })
        .with(element("p", "only-screen").with(button(
            "link",
            words.controls_switch.get(choose).copied().unwrap_or_default(),
            switch,
        )))
}

/// How often it caught something in twelve months.
pub(in crate::ui) fn record(sitting: &Sitting, step: &Step) -> String {
    let words = sitting.locale.path();
    let count = |quantity| decimal(step.number(quantity), 0);
    match step.given(Quantity::TimesRun) {
        Some(_) => (words.caught)(&count(Quantity::TimesCaught), &count(Quantity::TimesRun)),
        None => "–".to_owned(),
    }
}

/// Below which cost of a day it pays, at both catch rates.
fn price(sitting: &Sitting, inventory: &Inventory, figures: &ControlFigures) -> String {
    let words = sitting.locale.path();
    let (Some(recorded), Some(cautious)) = (figures.price, figures.price_cautious) else {
        return "–".to_owned();
    };
    let money = |price: f64| {
        // More digits would say more than guessed figures can.
        let digits = if price >= 10.0 { 0 } else { 2 };
        joined(&[&decimal(price, digits), &*inventory.currency], " ", " ").trim_end().to_owned()
    };
    (words.both_rates)(&money(recorded), &money(cautious))
}
