//! The steps in their order: each a line, and the one that is open a form.

use std::rc::Rc;

use yew::{Callback, Event};

use super::step_form::step_form;
use super::{PathFigures, name};
use crate::pace::{MOST_CONTROLS, StepKind};
use crate::session::Action;
use crate::session::inventory::{Edit, Inventory};
use crate::text::joined;
use crate::ui::element::{Name, View, When, element};
use crate::ui::format::decimal;
use crate::ui::parts::{button, clickable};
use crate::ui::sitting::Sitting;

pub(super) fn steps(sitting: &Sitting, inventory: &Inventory, figures: Option<&PathFigures>) -> View {
    let words = sitting.locale.path();
    let path = &inventory.path;
    let mut rows = element("ol", "steps plain-list");
    for position in 0..path.steps.len() {
        rows = rows.with(step(sitting, inventory, figures, position));
    }
    let full = path.steps.iter().filter(|step| step.is_control()).count() >= MOST_CONTROLS;
    let adding = |label: &'static str, kind: StepKind| {
        let (sitting, new) = (sitting.clone(), path.steps.len());
        let onclick = Callback::from(move |_: Event| {
            sitting.act(Action::EditPath(Edit::Add(kind)));
            sitting.in_moment(&mut |moment| moment.open = Some(new));
        });
        let blocked = full && kind != StepKind::Work;
        let onclick = if blocked { Callback::noop() } else { onclick };
        button("button", label, onclick).is(Name::Disabled, if blocked { "true" } else { "" })
    };
    let [work, control] = words.add;
    element("section", "act")
        .text("h2", "", words.steps)
        .text("p", "soft", if path.steps.is_empty() { words.no_steps } else { words.steps_detail })
        .with(rows)
        .with(
            element("div", "keep-buttons only-screen")
                .with(adding(work, StepKind::Work))
                .with(adding(control, StepKind::Approval)),
        )
        .text("p", "soft", if full { words.full } else { "" })
}

/// One step.
fn step(sitting: &Sitting, inventory: &Inventory, figures: Option<&PathFigures>, position: usize) -> View {
    let words = sitting.locale.path();
    let path = &inventory.path;
    let Some(step) = path.steps.get(position) else { return View::default() };
    let called = name(sitting, path, position);
    let open = sitting.moment().open == Some(position);
    let toggle = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            let open = (!open).then_some(position);
            sitting.in_moment(&mut |moment| {
                moment.open = open;
                moment.refused.clear();
            });
        })
    };
    let [edit, done] = words.edit;
    let [up, down, remove] = words.step_buttons;
    let last = path.steps.len() - 1;
    let moving = |label, to: Option<usize>| {
        let act = to.map(|to| shift(sitting, &called, position, to, path.steps.len()));
        tool(sitting, label, &called, act)
    };
    let removing = {
        let sitting = sitting.clone();
        Callback::from(move |_: Event| {
            sitting.host.focus("h1");
            sitting.act(Action::EditPath(Edit::Remove(position)));
            sitting.in_moment(&mut |moment| moment.open = None);
        })
    };
    let [protected, planned, parallel] = words.signs;
    let days = figures
        .and_then(|figures| days_at(figures, &step.id))
        .map(|days| (words.step_days)(&decimal(days, 1)));
    let mut facts = vec![(words.kind)(step.kind).to_owned()];
    if let Some(days) = days {
        facts.push(days);
    }
    for (holds, sign) in [
        (step.protected == Some(true), protected),
        (step.planned == Some(true), planned),
        (inventory.joined(position), parallel),
    ] {
        if holds {
            facts.push(sign.to_owned());
        }
    }
    let [start, over, drop] = dragging(sitting, position);
    let class = if step.is_control() { "step control" } else { "step" };
    let class = joined(&[class, if open { " open" } else { "" }], "", "");
    let label = if open { done } else { edit };
    let opening = clickable("link", toggle)
        .is(Name::Open, if open { "true" } else { "false" })
        .has(Name::Label, (words.about)(label, &called))
        .saying(label.into());
    let tools = element("div", "step-tools only-screen")
        .with(moving(up, position.checked_sub(1)))
        .with(moving(down, (position < last).then_some(position + 1)))
        .with(tool(sitting, remove, &called, Some(removing)))
        .with(opening);
    let naming = element("div", "step-name").text("strong", "", called.clone()).text(
        "span",
        "small",
        joined(&facts, " · ", " · "),
    );
    let form = if open { step_form(sitting, inventory, position) } else { View::default() };
    element("li", "")
        .keyed(&step.id)
        .has(Name::Class, class)
        .is(Name::Draggable, if open { "false" } else { "true" })
        .on(When::DragStart, start)
        .on(When::DragOver, over)
        .on(When::Drop, drop)
        .with(element("div", "step-line").with(naming).with(tools))
        .holding("div", "", form)
}

/// A button about a step. One that can do nothing here stays, so that the focus does not get lost.
fn tool(sitting: &Sitting, label: &'static str, called: &str, act: Option<Callback<Event>>) -> View {
    let words = sitting.locale.path();
    let disabled = if act.is_none() { "true" } else { "" };
    clickable("link", act.unwrap_or_default())
        .has(Name::Label, (words.about)(label, called))
        .is(Name::Disabled, disabled)
        .saying(label.into())
}

/// The days of the steps that a step is among, told at the first of them.
fn days_at(figures: &PathFigures, id: &str) -> Option<f64> {
    let position = figures.path.steps.iter().position(|step| step.id == id)?;
    figures
        .result
        .steps
        .iter()
        .find_map(|node| ({ node.steps }.next() == Some(position)).then_some(node.days))
}

/// Moves a step, and says where it has come to. The form that is open goes with its step.
fn shift(sitting: &Sitting, called: &str, from: usize, to: usize, all: usize) -> Callback<Event> {
    let (sitting, called) = (sitting.clone(), called.to_owned());
    Callback::from(move |_| moved(&sitting, &called, from, to, all))
}

fn moved(sitting: &Sitting, called: &str, from: usize, to: usize, all: usize) {
    sitting.act(Action::EditPath(Edit::Shift(from, to)));
    let open = sitting.moment().open.map(|open| match open {
        _ if open == from => to,
        _ if open == to => from,
        other => other,
    });
    let said: Rc<str> = (sitting.locale.path().moved)(called, to + 1, all).into();
    sitting.in_moment(&mut |moment| {
        moment.open = open;
        moment.said = said.clone();
        moment.going_on = true;
    });
}

/// What happens when a step is dragged to another place: it is taken, held over one, and let go there.
fn dragging(sitting: &Sitting, position: usize) -> [Callback<Event>; 3] {
    [0, 1, 2].map(|stage| {
        let sitting = sitting.clone();
        Callback::from(move |event: Event| {
            let dragged = &sitting.state.jobs.dragged;
            match (stage, dragged.get()) {
                (0, _) => {
                    sitting.host.drag(&event);
                    dragged.set(Some(position));
                }
                (1, Some(_)) => event.prevent_default(),
                (_, Some(from)) => {
                    event.prevent_default();
                    dragged.set(None);
                    if let Some(inventory) = &sitting.session().draft.path.value {
                        let path = &inventory.path;
                        moved(&sitting, &name(&sitting, path, from), from, position, path.steps.len());
                    }
                }
                _ => {}
            }
        })
    })
}
