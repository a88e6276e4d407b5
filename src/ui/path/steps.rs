//! The steps in their order: each a line, and the one that is open a form.

use yew::prelude::*;

use super::step_form::step_form;
use super::{PathFigures, name, shown_figures};
use crate::pace::{PathInput, StepKind};
use crate::session::inventory::Inventory;
use crate::ui::format::{decimal, focus_in};
use crate::ui::parts::{button, group, text};
use crate::ui::sitting::{Moment, Sitting};

pub(super) fn steps(sitting: &Sitting, inventory: &Inventory, figures: Option<&PathFigures>) -> Html {
    let words = sitting.locale.path();
    let path = &inventory.path;
    let _ = shown_figures;
    let rows = (0..path.steps.len()).map(|position| step(sitting, inventory, figures, position));
    let adding = |label: &'static str, kind: StepKind| {
        let sitting = sitting.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut opened = None;
            sitting.edit(|inventory| {
                let position = inventory.path.steps.len();
                inventory.add(position, kind);
                opened = inventory.path.steps.get(position).map(|step| AttrValue::from(step.id.clone()));
            });
            sitting.set_moment(Moment { step: opened, ..sitting.moment().clone() });
        });
        button("button", label, onclick)
    };
    let [work, control] = words.add;
    group(
        "section",
        "act",
        vec![
            text("h2", "", words.steps),
            text("p", "soft", if path.steps.is_empty() { words.no_steps } else { words.steps_detail }),
            group("ol", "steps plain-list", rows.collect()),
            group(
                "div",
                "keep-buttons only-screen",
                vec![adding(work, StepKind::Work), adding(control, StepKind::Approval)],
            ),
        ],
    )
}

/// One step.
fn step(sitting: &Sitting, inventory: &Inventory, figures: Option<&PathFigures>, position: usize) -> Html {
    let words = sitting.locale.path();
    let path = &inventory.path;
    let Some(step) = path.steps.get(position) else { return html! {} };
    let called = name(sitting, path, position);
    let open = sitting.moment().step.as_deref() == Some(&step.id);
    let id = AttrValue::from(step.id.clone());
    let toggle = {
        let (sitting, id) = (sitting.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            let step = (!open).then(|| id.clone());
            sitting.set_moment(Moment { step, refused: None, ..sitting.moment().clone() });
        })
    };
    let [edit, done] = words.edit;
    let [up, down, remove] = words.step_buttons;
    let last = path.steps.len() - 1;
    let moving = |label, to: Option<usize>| {
        tool(sitting, label, &called, to.map(|to| shift(sitting, path, position, to)))
    };
    let removing = {
        let sitting = sitting.clone();
        Callback::from(move |_: MouseEvent| {
            focus_in(&sitting.root, "h1");
            sitting.edit(|inventory| inventory.remove(position));
        })
    };
    let [protected, planned, parallel] = words.signs;
    let days = figures
        .and_then(|figures| days_at(figures, position))
        .map(|days| (words.step_days)(&decimal(days, 1)));
    let mut facts = vec![(words.kind)(step.kind).to_owned()];
    facts.extend(days);
    for (holds, sign) in [
        (step.protected == Some(true), protected),
        (step.planned == Some(true), planned),
        (inventory.joined(position), parallel),
    ] {
        if holds {
            facts.push(sign.to_owned());
        }
    }
    let (start, over, drop) = dragging(sitting, path, position);
    let class = if step.is_control() { "step control" } else { "step" };
    let class = classes!(class, open.then_some("open"));
    html! {
        <li
            key={step.id.clone()}
            {class}
            data-step={id.clone()}
            draggable={if open { "false" } else { "true" }}
            ondragstart={start}
            ondragover={over}
            ondrop={drop}
        >
            <div class="step-line">
                <div class="step-name">
                    { text("strong", "", called.clone()) }
                    { text("span", "small", facts.join(" · ")) }
                </div>
                <div class="step-tools only-screen">
                    { moving(up, position.checked_sub(1)) }
                    { moving(down, (position < last).then_some(position + 1)) }
                    { tool(sitting, remove, &called, Some(removing)) }
                    <button
                        type="button"
                        class="link"
                        aria-expanded={if open { "true" } else { "false" }}
                        aria-label={(words.about)(if open { done } else { edit }, &called)}
                        onclick={toggle}
                    >{ if open { done } else { edit } }</button>
                </div>
            </div>
            if open { { step_form(sitting, inventory, position) } }
        </li>
    }
}

/// A button about a step. One that can do nothing here stays, so that the focus does not get lost.
fn tool(_sitting: &Sitting, label: &'static str, called: &str, act: Option<Callback<MouseEvent>>) -> Html {
    let words = _sitting.locale.path();
    let disabled = act.is_none().then_some("true");
    let onclick = act.unwrap_or_default();
    html! {
        <button type="button" class="link" aria-label={(words.about)(label, called)} aria-disabled={disabled} {onclick}>
            { label }
        </button>
    }
}

/// The days of the steps that a step is among, told at the first of them.
fn days_at(figures: &PathFigures, position: usize) -> Option<f64> {
    figures
        .result
        .steps
        .iter()
        .find_map(|node| ({ node.steps }.next() == Some(position)).then_some(node.days))
}

/// Moves a step, and says where it has come to.
fn shift(sitting: &Sitting, path: &PathInput, from: usize, to: usize) -> Callback<MouseEvent> {
    let (sitting, all) = (sitting.clone(), path.steps.len());
    let called = name(&sitting, path, from);
    Callback::from(move |_| {
        sitting.edit(|inventory| inventory.shift(from, to));
        sitting.say(&(sitting.locale.path().moved)(&called, to + 1, all));
    })
}

/// What happens when a step is dragged to another place.
fn dragging(
    sitting: &Sitting,
    path: &PathInput,
    position: usize,
) -> (Callback<DragEvent>, Callback<DragEvent>, Callback<DragEvent>) {
    let dragged = sitting.moment().dragged;
    let start = {
        let sitting = sitting.clone();
        Callback::from(move |event: DragEvent| {
            if let Some(data) = event.data_transfer() {
                // Firefox drags nothing without data.
                let _ = data.set_data("text/plain", "");
            }
            sitting.set_moment(Moment { dragged: Some(position), ..sitting.moment().clone() });
        })
    };
    let over = Callback::from(move |event: DragEvent| {
        if dragged.is_some() {
            event.prevent_default();
        }
    });
    let drop = {
        let (sitting, called, all) = (
            sitting.clone(),
            dragged.map(|from| name(sitting, path, from)).unwrap_or_default(),
            path.steps.len(),
        );
        Callback::from(move |event: DragEvent| {
            let Some(from) = dragged else { return };
            event.prevent_default();
            sitting.edit(|inventory| inventory.shift(from, position));
            let said = (sitting.locale.path().moved)(&called, position + 1, all).into();
            sitting.set_moment(Moment { dragged: None, said, ..sitting.moment().clone() });
        })
    };
    (start, over, drop)
}
