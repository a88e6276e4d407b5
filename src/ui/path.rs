//! The path of one unit: what was entered, where the days go, and what each control costs and catches.

mod controls;
mod files;
mod pictures;
mod step_form;
mod steps;
mod whole;
mod work;

use std::rc::Rc;

use yew::{Callback, Event};

use super::element::{Name, View, element, several};
use super::format::{decimal, whole_percent};
use super::page::steps as step_buttons;
use super::parts::{button, clickable, list, text, title};
use super::sitting::Sitting;
use super::start::keep_choice;
use crate::pace::{PaceResult, PathInput, Percentile, StepSet, WarningCode, check};
use crate::problem::{Fault, PathFault, Problem};
use crate::session::inventory::{Inventory, read_text};
use crate::session::{Action, Place};
use crate::text::{PaceCase, joined, problem_message};

pub(super) use controls::record;
pub(super) use files::{refused, take_file};
pub(super) use pictures::{days_picture, parts_of_nodes};
pub(super) use work::{Jobs, PathFigures, Plans, Question, find_plans, work_out};

pub(super) fn path(sitting: &Sitting) -> View {
    match sitting.session().draft.path.value.clone() {
        Some(inventory) => editor(sitting, &inventory),
        None => beginning(sitting),
    }
}

/// What to start from.
fn beginning(sitting: &Sitting) -> View {
    let words = sitting.locale.path();
    let template = |name: &'static str, detail: &'static str, json: &'static str| {
        let start = Callback::from({
            let sitting = sitting.clone();
            move |_: Event| {
                let inventory = if json.is_empty() { Ok(Inventory::default()) } else { read_text(json) };
                sitting.act(Action::SetPath(inventory.ok().map(Rc::new)));
            }
        });
        element("li", "").with(button("button", name, start)).text("span", "soft", detail)
    };
    let [empty, empty_detail] = words.empty;
    let mut templates = element("ul", "plain-list templates");
    for each in words.templates {
        templates = templates.with(template(each.name, each.detail, each.json));
    }
    let templates = templates.with(template(empty, empty_detail, ""));
    several()
        .with(title(words.title))
        .text("p", "lead", words.lead)
        .with(history(sitting))
        .text("h2", "", words.begin)
        .text("p", "soft", words.begin_detail)
        .with(templates)
        .text("p", "soft", words.open_detail)
        .with(files::open_file(sitting))
        .with(files::refused(sitting))
        .with(privacy(sitting))
        .with(back(sitting))
}

/// What happens with what is entered, where no other screen has said it.
fn privacy(sitting: &Sitting) -> View {
    let [heading, sentence] = sitting.locale.path().privacy;
    let session = sitting.session();
    if !session.is_only_path() {
        return View::default();
    }
    let around = session.presets.surroundings.map(sitting.words().start.surroundings).unwrap_or_default();
    element("section", "")
        .text("h2", "", heading)
        .text("p", "", sentence)
        .text("p", "", around)
        .with(keep_choice(sitting))
}

fn editor(sitting: &Sitting, inventory: &Inventory) -> View {
    let words = sitting.locale.path();
    let mut problems = check(&inventory.path);
    if sitting.state.endless.as_deref() == Some(&inventory.path) {
        problems.push(Problem::new("steps", Fault::Path(PathFault::EndlessReturns)));
    }
    let sound = problems.is_empty();
    // Until those of the last change are there, those before it stay: what comes and goes cannot be read.
    let figures = sitting.state.figures.as_deref().filter(|_| sound);
    several()
        .with(title(headline(sitting, figures)))
        .holding("div", "", if sound { summary(sitting, inventory, figures) } else { View::default() })
        .with(history(sitting))
        .holding(
            "div",
            "",
            if sound || inventory.path.steps.is_empty() {
                View::default()
            } else {
                let named = problems.iter().map(problem_message);
                element("aside", "notice warning").text("h2", "", words.problems).with(list("ul", named))
            },
        )
        .with(steps::steps(sitting, inventory, figures))
        .with(whole::whole(sitting, inventory))
        .holding(
            "div",
            "",
            figures.map(|figures| controls::controls(sitting, inventory, figures)).unwrap_or_default(),
        )
        .with(files::keep(sitting, inventory))
        .with(back(sitting))
}

/// The figures, if they are those of this path.
pub(super) fn shown_figures<'s>(sitting: &'s Sitting, path: &PathInput) -> Option<&'s PathFigures> {
    sitting.state.figures.as_deref().filter(|figures| figures.path == *path)
}

/// The sentence with the pace.
pub(super) fn headline(sitting: &Sitting, figures: Option<&PathFigures>) -> String {
    let words = sitting.locale.path();
    let Some(figures) = figures else { return words.title.to_owned() };
    let planned = figures.path.planned_days.map(whole);
    (words.headline)(PaceCase {
        days: &whole(figures.result.lead_time),
        planned: planned.as_deref(),
        pace: figures.result.pace_fraction.map(percents),
    })
}

/// What those hear who do not see that the figures have changed.
pub(super) fn announcement(figures: &PathFigures) -> String {
    let words = crate::text::Locale::default().path();
    (words.announced)(&whole(figures.result.lead_time))
}

/// Days as a whole number.
pub(super) fn whole(days: f64) -> String {
    decimal(days, 0)
}

pub(super) fn percents(share: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of the plan, in percent"
    )]
    let percents = (share * 100.0).round() as u32;
    percents
}

/// The names of some steps.
pub(super) fn names(sitting: &Sitting, path: &PathInput, steps: StepSet) -> String {
    let mut names = Vec::new();
    for position in steps {
        names.push(name(sitting, path, position));
    }
    joined(&names, ", ", ", ")
}

/// What a step is called.
pub(super) fn name(sitting: &Sitting, path: &PathInput, position: usize) -> String {
    let Some(step) = path.steps.get(position) else { return String::new() };
    step.name.clone().unwrap_or_else(|| (sitting.locale.path().unnamed)(step.kind, position + 1))
}

/// What the figures of a sound path say, for the result.
pub(super) fn findings(sitting: &Sitting, inventory: &Inventory) -> Option<View> {
    let figures = shown_figures(sitting, &inventory.path)?;
    let said = element("div", "")
        .text("h3", "verdict", headline(sitting, Some(figures)))
        .with(summary(sitting, inventory, Some(figures)))
        .with(controls::controls(sitting, inventory, figures))
        .text("p", "small", sitting.locale.path().changes.caution);
    Some(said)
}

/// The same as text.
pub(super) fn findings_as_text(sitting: &Sitting, inventory: &Inventory) -> Vec<String> {
    let Some(figures) = shown_figures(sitting, &inventory.path) else { return Vec::new() };
    let mut said =
        vec![headline(sitting, Some(figures)), spread_sentence(sitting, inventory, &figures.result)];
    for remark in remarks(sitting, inventory, figures) {
        said.push(remark);
    }
    said.push(sitting.locale.path().changes.caution.to_owned());
    said
}

/// That the figures are those of an example, as long as none of them was changed.
#[inline(never)]
pub(super) fn example(sitting: &Sitting, inventory: &Inventory) -> &'static str {
    let words = sitting.locale.path();
    let same = words.templates.iter().any(|template| {
        read_text(template.json).is_ok_and(|example| inventory.has_figures_of(&example.path))
    });
    if same { words.example } else { "" }
}

/// What the figures say in sentences and pictures.
fn summary(sitting: &Sitting, inventory: &Inventory, figures: Option<&PathFigures>) -> View {
    let words = sitting.locale.path();
    let Some(figures) = figures else { return text("p", "soft", words.computing) };
    several()
        .text("p", "lead", spread_sentence(sitting, inventory, &figures.result))
        .with(days_picture(
            sitting,
            ("days", words.days),
            &parts_of_nodes(sitting, &figures.path, &figures.result.steps),
            figures.result.lead_time,
            figures.path.planned_days,
        ))
        .with(list("ul", remarks(sitting, inventory, figures)))
        .with(pictures::spread(sitting, figures))
}

fn days_of(percentile: &Percentile) -> String {
    whole(percentile.days)
}

/// How lead times vary, in a sentence.
fn spread_sentence(sitting: &Sitting, inventory: &Inventory, result: &PaceResult) -> String {
    let words = sitting.locale.path();
    let [half, most, nearly_all] = &result.simulation.summary.percentiles;
    let spread = (words.spread)(&days_of(half), &days_of(most), &days_of(nearly_all));
    let on_plan = result.simulation.on_plan_share.map(|share| (words.on_plan)(&whole(share * 100.0)));
    joined(&[example(sitting, inventory), &spread, &on_plan.unwrap_or_default()], " ", " ").trim().to_owned()
}

/// What else a reader should know.
fn remarks(sitting: &Sitting, inventory: &Inventory, figures: &PathFigures) -> Vec<String> {
    let words = sitting.locale.path();
    let result = &figures.result;
    let sure = inventory.sure();
    let mut remarks = vec![
        (words.flow)(
            &whole(result.active_time),
            &whole(result.lead_time),
            &whole_percent(result.flow_efficiency),
        ),
        (words.sureness)(sure.guessed, sure.measured, sure.all),
    ];
    if let Some(observed) = &result.observed {
        remarks.push((words.observed)(
            observed.explained,
            observed.count,
            &whole(observed.mean),
            &whole(result.lead_time),
        ));
    }
    for warning in &result.warnings {
        // Of what controls catch more can be missing than how often they ran.
        if warning.code != WarningCode::NoCatchData {
            remarks.push((words.warning)(warning.code, &names(sitting, &figures.path, warning.steps)));
        }
    }
    remarks.extend(unknown(sitting, &figures.path));
    remarks
}

/// Which controls cannot be judged by what they catch, and what to do about it.
pub(super) fn unknown(sitting: &Sitting, path: &PathInput) -> Option<String> {
    let mut names = Vec::new();
    for (position, step) in path.steps.iter().enumerate() {
        if step.is_control() && !step.is_known_to_catch() {
            names.push(name(sitting, path, position));
        }
    }
    let words = sitting.locale.path();
    (!names.is_empty()).then(|| (words.warning)(WarningCode::NoCatchData, &joined(&names, ", ", ", ")))
}

/// Takes the last change back, or does it again.
fn history(sitting: &Sitting) -> View {
    let [undo, redo] = sitting.locale.path().history;
    let (can_undo, can_redo) = sitting.session().path_history();
    let each = |label: &'static str, action: Action, can: bool| {
        // A button that is disabled would lose the focus.
        clickable("link", sitting.click(action))
            .is(Name::Disabled, if can { "" } else { "true" })
            .saying(label.into())
    };
    element("div", "tools only-screen").with(each(undo, Action::UndoPath, can_undo)).with(each(
        redo,
        Action::RedoPath,
        can_redo,
    ))
}

/// To the result, where there is one, and to what would change.
fn back(sitting: &Sitting) -> View {
    let words = sitting.locale.path();
    let session = sitting.session();
    let mut buttons = step_buttons(sitting);
    if !session.is_only_path() {
        let [_, result] = words.back;
        buttons = buttons.with(button("button", result, sitting.going(Place::Result)));
    }
    if session.sound_path().is_some() {
        buttons = buttons.with(button("button primary", words.what_if, sitting.going(Place::WhatIf)));
    }
    buttons
}
