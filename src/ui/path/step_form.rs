//! The form of one step.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::name;
use crate::pace::{Link, Quantity, Reason, Step, StepKind, WaitKind};
use crate::session::inventory::{Certainty, Inventory, figure_key};
use crate::text::Question;
use crate::ui::fields::{Number, number};
use crate::ui::parts::{all, group, text};
use crate::ui::sitting::Sitting;

/// Longest name of a step.
const LONGEST_NAME: usize = 120;

pub(super) fn step_form(sitting: &Sitting, inventory: &Inventory, position: usize) -> Html {
    let words = sitting.locale.path();
    let Some(step) = inventory.path.steps.get(position) else { return html! {} };
    let control = step.is_control();
    let figures = |list: &[Quantity]| -> Vec<Html> {
        list.iter().map(|quantity| figure(sitting, inventory, position, step, *quantity)).collect()
    };
    let [catches, more] = words.folds;
    let [parallel, planned, protected, fixed] = words.ticks;
    let mut first = vec![naming(sitting, position, step), kinds(sitting, position, step)];
    first.extend(figures(if control {
        &[Quantity::TouchDays, Quantity::WaitDays, Quantity::CadenceDays, Quantity::ReturnChance]
    } else {
        &[Quantity::TouchDays]
    }));
    let flag = |label, on, set: fn(&mut Step, bool)| {
        tick(label, on, {
            let sitting = sitting.clone();
            Callback::from(move |on| {
                sitting.edit(|inventory| inventory.alter(position, |step| set(step, on)))
            })
        })
    };
    let joined = tick(parallel, inventory.joined(position), {
        let sitting = sitting.clone();
        Callback::from(move |on| sitting.edit(|inventory| inventory.join(position, on)))
    });
    let mut ticks = Vec::new();
    if position > 0 {
        ticks.push(joined);
    }
    if control {
        ticks.push(flag(planned, step.planned == Some(true), |step, on| step.planned = on.then_some(true)));
        ticks.push(flag(protected, step.protected == Some(true), |step, on| {
            step.protected = on.then_some(true)
        }));
    }
    let mut caught = figures(&[Quantity::TimesRun, Quantity::TimesCaught, Quantity::LossPerCatch]);
    caught.push(link(sitting, inventory, position, step, Link::Backup));
    if step.link(Link::Backup).is_some() {
        caught.extend(figures(&[Quantity::BackupCatchShare]));
    }
    caught.push(reasons(sitting, position, step));
    let mut rest = figures(if control {
        &[Quantity::AppliesShare]
    } else {
        &[Quantity::WaitDays, Quantity::CadenceDays, Quantity::AppliesShare, Quantity::ReturnChance]
    });
    rest.push(link(sitting, inventory, position, step, Link::ReturnsTo));
    if control {
        rest.push(link(sitting, inventory, position, step, Link::MergedInto));
    }
    rest.push(flag(fixed, step.waits_fixed(), |step, on| {
        step.wait_kind = Some(if on { WaitKind::Fixed } else { WaitKind::Queue });
    }));
    let fold = |label: &'static str, content: Vec<Html>| {
        html! { <details key={label}>{ text("summary", "", label) }{ group("div", "fields", content) }</details> }
    };
    let mut folds = vec![group("div", "fields", first), group("div", "ticks", ticks)];
    if control {
        folds.push(fold(catches, caught));
    }
    folds.push(fold(more, rest));
    group("div", "step-form", folds)
}

fn alter(sitting: &Sitting, position: usize, change: impl FnOnce(&mut Step)) {
    sitting.edit(|inventory| inventory.alter(position, change));
}

fn naming(sitting: &Sitting, position: usize, step: &Step) -> Html {
    let [label, _] = sitting.locale.path().name_and_kind;
    let onchange = {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let typed = value_of(&event);
            let typed: String = typed.trim().chars().take(LONGEST_NAME).collect();
            alter(&sitting, position, |step| step.name = (!typed.is_empty()).then_some(typed));
        })
    };
    html! {
        <label class="field" key="name">
            { text("span", "label", label) }
            <input type="text" autocomplete="off" maxlength="120" value={step.name.clone().unwrap_or_default()} {onchange} />
        </label>
    }
}

fn kinds(sitting: &Sitting, position: usize, step: &Step) -> Html {
    let words = sitting.locale.path();
    let [_, label] = words.name_and_kind;
    let options = StepKind::ALL.map(|kind| (kind.id().to_owned(), (words.kind)(kind).to_owned()));
    let sitting = sitting.clone();
    choice(label.into(), "field", &options, step.kind.id(), move |picked| {
        if let Some(kind) = StepKind::ALL.into_iter().find(|kind| kind.id() == picked) {
            alter(&sitting, position, |step| step.kind = kind);
        }
    })
}

fn reasons(sitting: &Sitting, position: usize, step: &Step) -> Html {
    let words = sitting.locale.path();
    let mut options = vec![(String::new(), words.why_none.to_owned())];
    options.extend(Reason::ALL.map(|reason| (reason.id().to_owned(), (words.reason)(reason).to_owned())));
    let sitting = sitting.clone();
    choice(words.why.into(), "field", &options, step.reason.map_or("", Reason::id), move |picked| {
        let reason = Reason::ALL.into_iter().find(|reason| reason.id() == picked);
        alter(&sitting, position, |step| step.reason = reason);
    })
}

/// What a step refers to: only what it may refer to is offered.
fn link(sitting: &Sitting, inventory: &Inventory, position: usize, step: &Step, link: Link) -> Html {
    let words = sitting.locale.path();
    let path = &inventory.path;
    let mut options = vec![(String::new(), (words.link_usual)(link).to_owned())];
    for (place, other) in path.steps.iter().enumerate() {
        let fits = match link {
            Link::ReturnsTo => place <= position,
            Link::ParallelGroup => false,
            Link::MergedInto => place != position && other.is_control() && other.link(link).is_none(),
            Link::Backup => place != position && other.is_control() && !leads_to(inventory, place, position),
        };
        if fits {
            options.push((other.id.clone(), name(sitting, path, place)));
        }
    }
    let sitting = sitting.clone();
    choice((words.link)(link).into(), "field", &options, step.link(link).unwrap_or_default(), move |picked| {
        alter(&sitting, position, |step| {
            step.set_link(link, (!picked.is_empty()).then(|| picked.clone()));
            if link == Link::Backup && picked.is_empty() {
                step.set_number(Quantity::BackupCatchShare, None);
            }
        });
    })
}

/// Whether following the backups from one step leads to another.
fn leads_to(inventory: &Inventory, from: usize, to: usize) -> bool {
    let steps = &inventory.path.steps;
    let mut place = Some(from);
    for _ in steps {
        let backup = place.and_then(|place| steps.get(place)).and_then(|step| step.link(Link::Backup));
        place = backup.and_then(|id| steps.iter().position(|step| step.id == id));
        if place == Some(to) {
            return true;
        }
    }
    false
}

/// A number of a step, and how sure it is.
fn figure(
    sitting: &Sitting,
    inventory: &Inventory,
    position: usize,
    step: &Step,
    quantity: Quantity,
) -> Html {
    let question = (sitting.locale.path().quantity)(quantity);
    let key = figure_key(step, quantity);
    let onenter = {
        let sitting = sitting.clone();
        Callback::from(move |number: Option<f64>| {
            alter(&sitting, position, |step| step.set_number(quantity, number));
        })
    };
    let range = if quantity == Quantity::AppliesShare { (0.0001, 1.0) } else { quantity.range() };
    sure_number(sitting, inventory, key, question, step.given(quantity), range, onenter)
}

/// A number that may be a share, with how sure it is.
pub(super) fn sure_number(
    sitting: &Sitting,
    inventory: &Inventory,
    key: String,
    question: Question,
    value: Option<f64>,
    (minimum, maximum): (f64, f64),
    onenter: Callback<Option<f64>>,
) -> Html {
    let words = sitting.locale.path();
    let factor = if question.unit.starts_with('%') { 100.0 } else { 1.0 };
    let unit = if question.unit.is_empty() { inventory.currency.clone() } else { question.unit.to_owned() };
    let options = Certainty::ALL.map(|each| (each.id().to_owned(), (words.certainty)(each).to_owned()));
    let certainty = inventory.certainty(&key);
    let sure = value.map(|_| {
        let (sitting, key) = (sitting.clone(), key.clone());
        named_choice((words.how_sure)(question.label), &options, certainty.id(), move |picked| {
            if let Some(certainty) = Certainty::ALL.into_iter().find(|each| each.id() == picked) {
                sitting.edit(|inventory| inventory.set_certainty(&key, certainty));
            }
        })
    });
    number(
        sitting,
        Number {
            id: key.into(),
            label: question.label.into(),
            unit: unit.into(),
            meaning: question.meaning,
            value: value.map(|value| value * factor),
            range: (minimum * factor, maximum * factor),
            onenter: Callback::from(move |number: Option<f64>| {
                onenter.emit(number.map(|number| number / factor))
            }),
            beside: sure.unwrap_or_default(),
        },
    )
}

/// A list to choose from.
fn choice(
    label: AttrValue,
    class: &'static str,
    options: &[(String, String)],
    picked: &str,
    onpick: impl Fn(String) + 'static,
) -> Html {
    html! {
        <label {class} key={label.to_string()}>
            { text("span", "label", label) }
            { select(None, options, picked, Box::new(onpick)) }
        </label>
    }
}

/// A list to choose from whose name is not shown.
pub(in crate::ui) fn named_choice(
    name: String,
    options: &[(String, String)],
    picked: &str,
    onpick: impl Fn(String) + 'static,
) -> Html {
    select(Some(name), options, picked, Box::new(onpick))
}

#[inline(never)]
fn select(
    name: Option<String>,
    options: &[(String, String)],
    picked: &str,
    onpick: Box<dyn Fn(String)>,
) -> Html {
    let onchange = Callback::from(move |event: Event| onpick(value_of(&event)));
    html! {
        <select aria-label={name} {onchange}>
            for (id, label) in options {
                <option key={id.clone()} value={id.clone()} selected={id == picked}>{ label }</option>
            }
        </select>
    }
}

/// What stands in the field of an event.
pub(in crate::ui) fn value_of(event: &web_sys::Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(other) => other.dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default(),
    }
}

/// A box to tick.
pub(in crate::ui) fn tick(label: &'static str, on: bool, onset: Callback<bool>) -> Html {
    let onchange = Callback::from(move |_: Event| onset.emit(!on));
    html! {
        <label class="check" key={label}>
            <input type="checkbox" checked={on} {onchange} />
            { text("span", "", label) }
        </label>
    }
}

/// Fields that belong together.
pub(super) fn fields(content: Vec<Html>) -> Html {
    all(vec![group("div", "fields", content)])
}
