//! The figures of the whole path: the plan, what a day costs, the currency, and what was observed.

use yew::prelude::*;

use super::step_form::{fields, sure_number, value_of};
use crate::session::inventory::{COST_OF_DELAY, Inventory, LONGEST_LABEL, PLANNED_DAYS};
use crate::ui::format::{decimal, parsed};
use crate::ui::parts::{group, text};
use crate::ui::sitting::{Moment, Sitting};

/// The name of the field of observed lead times.
const OBSERVED: &str = "observedLeadTimes";

pub(super) fn whole(sitting: &Sitting, inventory: &Inventory) -> Html {
    let words = sitting.locale.path();
    let [planned, cost, currency, observed] = words.whole_fields;
    let path = &inventory.path;
    let editing = |set: fn(&mut Inventory, Option<f64>)| {
        let sitting = sitting.clone();
        Callback::from(move |number: Option<f64>| sitting.edit(|inventory| set(inventory, number)))
    };
    let content = vec![
        sure_number(
            sitting,
            inventory,
            PLANNED_DAYS.to_owned(),
            planned,
            path.planned_days,
            (0.1, 100_000.0),
            editing(|inventory, number| inventory.path.planned_days = number),
        ),
        sure_number(
            sitting,
            inventory,
            COST_OF_DELAY.to_owned(),
            cost,
            path.cost_of_delay_per_day,
            (0.0, 1e12),
            editing(|inventory, number| inventory.path.cost_of_delay_per_day = number),
        ),
        line(currency.label, currency.meaning, "currency", &inventory.currency, "", {
            let sitting = sitting.clone();
            Callback::from(move |typed: String| {
                sitting.edit(|inventory| inventory.currency = typed.chars().take(LONGEST_LABEL).collect());
            })
        }),
        {
            let refused = sitting.moment().refused.as_deref() == Some(OBSERVED);
            let error = if refused { words.observed_refused } else { "" };
            line(observed.label, observed.meaning, OBSERVED, &days_text(&path.observed_lead_times), error, {
                let sitting = sitting.clone();
                Callback::from(move |typed: String| {
                    let days = read_days(&typed);
                    let refused = days.is_none().then(|| AttrValue::from(OBSERVED));
                    if let Some(days) = days {
                        sitting.edit(|inventory| inventory.path.observed_lead_times = days);
                    }
                    if refused != sitting.moment().refused {
                        sitting.set_moment(Moment { refused, ..sitting.moment().clone() });
                    }
                })
            })
        },
    ];
    group("section", "act only-screen", vec![text("h2", "", words.whole), fields(content)])
}

/// A field for a line of text.
fn line(
    label: &'static str,
    meaning: &'static str,
    id: &'static str,
    value: &str,
    error: &'static str,
    onenter: Callback<String>,
) -> Html {
    let onchange = Callback::from(move |event: Event| onenter.emit(value_of(&event).trim().to_owned()));
    let (detail, wrong) = (format!("{id}-detail"), format!("{id}-error"));
    html! {
        <div class="number" key={id}>
            <label class="field" for={id}>{ text("span", "label", label) }</label>
            <input
                {id}
                type="text"
                autocomplete="off"
                value={value.to_owned()}
                aria-describedby={format!("{detail} {wrong}")}
                aria-invalid={(!error.is_empty()).then_some("true")}
                {onchange}
            />
            <p class="small" id={detail}>{ meaning }</p>
            <p class="error" id={wrong} role="alert">{ error }</p>
        </div>
    }
}

fn days_text(days: &[f64]) -> String {
    let each: Vec<String> = days
        .iter()
        .map(|days| decimal(*days, 2).trim_end_matches('0').trim_end_matches('.').to_owned())
        .collect();
    each.join("; ")
}

/// Days with blanks or semicolons between them; nothing where one of them is no number of days.
fn read_days(text: &str) -> Option<Vec<f64>> {
    let mut days = Vec::new();
    for part in text.split([';', ' ']).filter(|part| !part.is_empty()) {
        days.push(parsed(part).filter(|days| (0.0..=100_000.0).contains(days))?);
    }
    Some(days)
}
