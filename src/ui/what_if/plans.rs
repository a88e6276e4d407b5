//! The fastest plans that keep the expected catches.

use yew::{Callback, Event};

use super::{Bench, kept};
use crate::pace::{PlanResult, Rates};
use crate::ui::element::{Name, View, element};
use crate::ui::figures::table_to_keep;
use crate::ui::format::{decimal, whole_percent};
use crate::ui::parts::{button, clickable, status};
use crate::ui::path::{Plans, Question, find_plans, unknown, whole};
use crate::ui::table::DataRow;

/// How much less protection is looked at.
const LESS: [f64; 3] = [0.95, 0.9, 0.75];

/// The two plans that are shown first, and the others.
fn questions(first: bool) -> Vec<Question> {
    let mut all = Vec::new();
    let mut ask = |min_protection, max_changes| {
        for rates in [Rates::Cautious, Rates::Point] {
            all.push(Question { rates, min_protection, max_changes });
        }
    };
    if first {
        ask(1.0, None);
    } else {
        for share in LESS {
            ask(share, None);
        }
        for changes in 1..=3 {
            ask(1.0, Some(changes));
        }
    }
    all
}

pub(super) fn plans(bench: &Bench) -> View {
    let sitting = bench.sitting;
    let words = &sitting.locale.path().changes;
    let plans = sitting.state.plans.as_deref().filter(|plans| {
        plans.path == bench.inventory.path && plans.assumptions == bench.inventory.assumptions
    });
    let found = plans.map_or(&[][..], |plans| &plans.found);
    let running = plans.and_then(|plans| plans.progress);
    let [find, more, stop] = words.plan_buttons;
    let first_done = found.len() >= questions(true).len();
    let complete = found.len() >= questions(true).len() + questions(false).len();
    let next = {
        let (sitting, before) = (sitting.clone(), if first_done { found.to_vec() } else { Vec::new() });
        Callback::from(move |_: Event| {
            let mut asked = Vec::new();
            for (number, question) in questions(!first_done).into_iter().enumerate() {
                if number + 2 >= before.len() || !first_done {
                    asked.push(question);
                }
            }
            find_plans(&sitting, asked, before.clone());
        })
    };
    let stopping = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| sitting.state.jobs.stop_plans())
    };
    // One button in one place, so that the focus stays on it.
    let (label, act) = match running {
        Some(_) => (stop, stopping),
        None if first_done => (more, next),
        None => (find, next),
    };
    let class = if running.is_some() || first_done { "button" } else { "button primary" };
    let said = match plans {
        Some(Plans { progress: Some(percent), .. }) => (words.progress)(*percent),
        Some(Plans { stopped: true, .. }) => words.ended[1].to_owned(),
        Some(_) => words.ended[0].to_owned(),
        None => String::new(),
    };
    let both = found.iter().find(|(question, plan)| {
        question.rates == Rates::Cautious
            && question.max_changes.is_none()
            && question.min_protection >= 1.0
            && plan.protection_share >= 1.0 - 1e-9
            && plan.lead_time < bench.model.lead_time - 0.5
    });
    // Where it is not known what a control catches, nobody can say that nothing is lost.
    let unknown = unknown(bench.sitting, &bench.inventory.path);
    let both = both.filter(|_| unknown.is_none());
    let both = both.map(|(_, plan)| (words.both)(&whole(plan.lead_time), &whole(bench.model.lead_time)));
    let ended = complete && running.is_none();
    let act = if ended { Callback::noop() } else { act };
    let button = button(class, label, act).is(Name::Disabled, if ended { "true" } else { "" });
    let buttons = element("div", "keep-buttons only-screen").with(button);
    element("section", "act")
        .text("h2", "", words.plan)
        .text("p", "soft", words.plan_detail)
        .text("p", "lead", both.unwrap_or_default())
        .text("p", "", unknown.unwrap_or_default())
        .holding("div", "", tables(bench, found))
        .with(buttons)
        .with(status(said))
}

fn tables(bench: &Bench, found: &[(Question, PlanResult)]) -> View {
    let words = &bench.sitting.locale.path().changes;
    let kind = |question: &Question| match question.max_changes {
        Some(_) => 2,
        None if question.min_protection < 1.0 => 1,
        None => 0,
    };
    let mut parts = element("div", "");
    for (number, heading) in words.parts.into_iter().enumerate() {
        if !found.iter().any(|(question, _)| kind(question) == number) {
            continue;
        }
        let mut rows = Vec::new();
        if number == 0 {
            let [today, ..] = words.rows;
            let pace = bench.inventory.path.planned_days.map(|days| decimal(days / bench.model.lead_time, 2));
            rows.push(DataRow::new(vec![
                today.to_owned(),
                whole(bench.model.lead_time),
                pace.unwrap_or_default(),
                whole_percent(1.0),
                words.none.to_owned(),
            ]));
        }
        for (question, plan) in found {
            if kind(question) == number {
                rows.push(row(bench, question, plan));
            }
        }
        let table = table_to_keep(bench.sitting, "plans", heading, &words.plan_head, rows);
        parts = parts.with(element("div", "").keyed(heading).text("h3", "", heading).with(table));
    }
    parts
}

fn row(bench: &Bench, question: &Question, plan: &PlanResult) -> DataRow {
    let words = &bench.sitting.locale.path().changes;
    let [_, cautious, recorded] = words.rows;
    let reading = if question.rates == Rates::Cautious { cautious } else { recorded };
    let mut name = match question.max_changes {
        Some(changes) => (words.at_most)(changes, reading),
        None if question.min_protection < 1.0 => {
            (words.at_least)(&whole_percent(question.min_protection), reading)
        }
        None => reading.to_owned(),
    };
    if !plan.exact {
        name = format!("{name} ({})", words.best_found);
    }
    let label = format!("{}: {name}", words.try_it);
    let onclick = bench.setting(plan.changes);
    let control = clickable("link only-screen", onclick).has(Name::Label, label).saying(words.try_it.into());
    let cells = vec![
        name,
        whole(plan.lead_time),
        plan.pace_fraction.map(|pace| decimal(pace, 2)).unwrap_or_default(),
        kept(plan.protection_share),
        bench.in_words(&plan.changes),
    ];
    DataRow {
        cells,
        control,
        heavy: question.rates == Rates::Cautious
            && question.min_protection >= 1.0
            && question.max_changes.is_none(),
    }
}
