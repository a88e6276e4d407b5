//! Figures that take longer than a frame: worked out in slices between which the browser does what else it has to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::pace::{
    Assumptions, PaceOptions, PaceResult, PaceRun, PathInput, PlanOptions, PlanResult, PlanSearch, Rates,
};
use crate::session::Place;
use crate::ui::sitting::{Change, Sitting};

/// Milliseconds that a slice takes: a frame has sixteen.
const SLICE: u64 = 6;
/// Sets of controls, simulated units or plans between two looks at the clock.
const BUDGET: u32 = 200;

/// The figures of a path, with the simulated lead times that its picture is drawn from.
#[derive(Debug)]
pub(in crate::ui) struct PathFigures {
    pub(in crate::ui) path: PathInput,
    pub(in crate::ui) result: PaceResult,
    pub(in crate::ui) times: Vec<f64>,
}

/// What a plan was asked to keep to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::ui) struct Question {
    pub(in crate::ui) rates: Rates,
    pub(in crate::ui) min_protection: f64,
    pub(in crate::ui) max_changes: Option<u32>,
}

/// The plans that were found for a path.
#[derive(Debug)]
pub(in crate::ui) struct Plans {
    pub(in crate::ui) path: PathInput,
    pub(in crate::ui) assumptions: Assumptions,
    pub(in crate::ui) found: Vec<(Question, PlanResult)>,
    /// How far the search is, in percent; absent once it has ended.
    pub(in crate::ui) progress: Option<u32>,
    /// Whether it was stopped.
    pub(in crate::ui) stopped: bool,
}

/// What goes on between two drawings. It counts what was begun, so that what was begun before ends.
#[derive(Clone, Default)]
pub(in crate::ui) struct Jobs {
    figures: Rc<Cell<u32>>,
    /// The path whose figures are being worked out.
    path: Rc<RefCell<Option<PathInput>>>,
    plans: Rc<Cell<u32>>,
    /// The step of the path that is being dragged.
    pub(in crate::ui) dragged: Rc<Cell<Option<usize>>>,
}

impl Jobs {
    /// Ends the search for plans.
    pub(in crate::ui) fn stop_plans(&self) {
        self.plans.set(self.plans.get() + 1);
    }
}

/// Works out the figures of the path once it has changed, on every screen that shows them.
pub(in crate::ui) fn work_out(sitting: &Sitting) {
    let session = sitting.session();
    let shown = matches!(session.draft.place, Place::Path | Place::WhatIf | Place::Result | Place::File);
    let Some(inventory) = session.sound_path().filter(|_| shown) else { return };
    let path = &inventory.path;
    let known = sitting.state.figures.as_ref().is_some_and(|figures| figures.path == *path);
    let begun = sitting.state.jobs.path.borrow().as_ref() == Some(path);
    let endless = sitting.state.endless.as_deref() == Some(path);
    if known || begun || endless {
        return;
    }
    let turn = sitting.state.jobs.figures.get() + 1;
    sitting.state.jobs.figures.set(turn);
    *sitting.state.jobs.path.borrow_mut() = Some(path.clone());
    let (sitting, path) = (sitting.clone(), path.clone());
    let Ok(mut run) = PaceRun::new(&path, PaceOptions::default()) else { return };
    let host = sitting.host.clone();
    host.in_slices(Box::new(move || {
        if sitting.state.jobs.figures.get() != turn {
            return false;
        }
        let until = sitting.host.now() + SLICE;
        let mut done = run.step(BUDGET);
        while done == Ok(false) && sitting.host.now() < until {
            done = run.step(BUDGET);
        }
        if done == Ok(false) {
            return true;
        }
        sitting.state.jobs.path.take();
        let path = path.clone();
        sitting.change.emit(if done.is_ok() {
            Change::Figures(Rc::new(PathFigures { result: run.result(), times: run.times().to_vec(), path }))
        } else {
            Change::Endless(Rc::new(path))
        });
        false
    }));
}

/// Begins to look for plans.
pub(in crate::ui) fn find_plans(
    sitting: &Sitting,
    questions: Vec<Question>,
    before: Vec<(Question, PlanResult)>,
) {
    let Some(inventory) = sitting.session().sound_path() else { return };
    sitting.state.jobs.stop_plans();
    let turn = sitting.state.jobs.plans.get();
    let (path, assumptions) = (inventory.path.clone(), inventory.assumptions);
    let sitting = sitting.clone();
    let host = sitting.host.clone();
    let mut found = before;
    // The number of the question, and the search for its answer once that has begun.
    let (mut number, mut search) = (0, None);
    host.in_slices(Box::new(move || {
        let Some(question) = questions.get(number) else { return false };
        let show = |found: &[(Question, PlanResult)], progress, stopped| {
            let plans = Plans { path: path.clone(), assumptions, found: found.to_vec(), progress, stopped };
            sitting.change.emit(Change::Plans(Rc::new(plans)));
        };
        if sitting.state.jobs.plans.get() != turn {
            show(&found, None, true);
            return false;
        }
        if search.is_none() {
            let options = PlanOptions {
                rates: question.rates,
                min_protection: question.min_protection,
                max_changes: question.max_changes,
                assumptions,
            };
            search = PlanSearch::new(&path, &options).ok();
        }
        let Some(going) = &mut search else { return false };
        let until = sitting.host.now() + SLICE;
        let mut done = going.step(BUDGET);
        while !done && sitting.host.now() < until {
            done = going.step(BUDGET);
        }
        let all = questions.len();
        if done {
            found.push((*question, going.result(&path)));
            search = None;
            number += 1;
            show(&found, (number < all).then(|| percent_of(number, 0.0, all)), false);
        } else {
            show(&found, Some(percent_of(number, going.progress(), all)), false);
        }
        number < all
    }));
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few questions, in percent"
)]
fn percent_of(number: usize, progress: f64, all: usize) -> u32 {
    ((number as f64 + progress) / all as f64 * 100.0) as u32
}
