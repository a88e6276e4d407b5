//! The figures of the whole path: the plan, what a day costs, the currency, and what was observed.

use yew::{Callback, Event};

use super::step_form::{line, sure_number};
use crate::session::Action;
use crate::session::inventory::{Edit, Figure, Inventory, Word};
use crate::ui::element::{View, When, element};
use crate::ui::fields::{Described, described, entry, short};
use crate::ui::format::parsed;
use crate::ui::sitting::Sitting;

/// The name of the field of observed lead times.
const OBSERVED: &str = "observedLeadTimes";
/// The longest lead time, in days.
const MOST_DAYS: f64 = 100_000.0;

pub(super) fn whole(sitting: &Sitting, inventory: &Inventory) -> View {
    let words = sitting.locale.path();
    let [planned, cost, currency, _] = words.whole_fields;
    let path = &inventory.path;
    let content = element("div", "fields")
        .with(sure_number(
            sitting,
            inventory,
            Figure::PlannedDays,
            planned,
            path.planned_days,
            (0.1, MOST_DAYS),
        ))
        .with(sure_number(
            sitting,
            inventory,
            Figure::CostOfDelay,
            cost,
            path.cost_of_delay_per_day,
            (0.0, 1e12),
        ))
        .with(line(
            sitting,
            Word::Currency,
            "currency",
            currency.label,
            currency.meaning,
            &inventory.currency,
        ))
        .with(observed(sitting, &path.observed_lead_times));
    element("section", "act only-screen").text("h2", "", words.whole).with(content)
}

fn observed(sitting: &Sitting, days: &[f64]) -> View {
    let words = sitting.locale.path();
    let [_, _, _, observed] = words.whole_fields;
    let refused = sitting.refused(OBSERVED);
    let error = if refused.is_some() { words.observed_refused } else { "" };
    let value = refused.unwrap_or_else(|| {
        let mut text = String::new();
        for each in days {
            text.push_str(if text.is_empty() { "" } else { "; " });
            text.push_str(&short(*each));
        }
        text
    });
    let onchange = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let typed = entry(&event);
            let days = read_days(&typed);
            let refused = days.is_none().then_some(typed);
            if let Some(days) = days {
                sitting.act(Action::EditPath(Edit::Observed(days)));
            }
            sitting.refuse(&OBSERVED.into(), refused);
        })
    };
    let input = element("input", "").on(When::Change, onchange);
    let (id, error) = (OBSERVED.into(), error.to_owned());
    let field =
        Described { id, label: observed.label.into(), meaning: observed.meaning, value, error, class: "" };
    described(sitting, field, input, Vec::new())
}

/// Days with blanks or semicolons between them; nothing where one of them is no number of days.
fn read_days(text: &str) -> Option<Vec<f64>> {
    let mut days = Vec::new();
    for part in text.replace(';', " ").split(' ') {
        if !part.trim().is_empty() {
            days.push(parsed(part).filter(|days| (0.0..=MOST_DAYS).contains(days))?);
        }
    }
    Some(days)
}
