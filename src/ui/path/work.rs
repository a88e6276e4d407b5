//! Figures that take longer than a frame: worked out in slices between which the browser does what else it has to.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

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
#[derive(Debug, PartialEq)]
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
#[derive(Debug, PartialEq)]
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
#[derive(Clone, PartialEq, Default)]
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
    spawn_local(async move { figures(&sitting, path, turn).await });
}

async fn figures(sitting: &Sitting, path: PathInput, turn: u32) {
    let Ok(mut run) = PaceRun::new(&path, PaceOptions::default()) else { return };
    let mut done = Ok(false);
    while done == Ok(false) {
        let until = sitting.host.now() + SLICE;
        while done == Ok(false) && sitting.host.now() < until {
            done = run.step(BUDGET);
        }
        sitting.host.pause().await;
        if sitting.state.jobs.figures.get() != turn {
            return;
        }
    }
    *sitting.state.jobs.path.borrow_mut() = None;
    sitting.change.emit(match done {
        Ok(_) => {
            let result = run.result();
            Change::Figures(Rc::new(PathFigures { result, times: run.times().to_vec(), path }))
        }
        Err(_) => Change::Endless(Rc::new(path)),
    });
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
    spawn_local(async move { plans(&sitting, (path, assumptions), questions, before, turn).await });
}

async fn plans(
    sitting: &Sitting,
    (path, assumptions): (PathInput, Assumptions),
    questions: Vec<Question>,
    mut found: Vec<(Question, PlanResult)>,
    turn: u32,
) {
    let show = |found: &[(Question, PlanResult)], progress, stopped| {
        let plans = Plans { path: path.clone(), assumptions, found: found.to_vec(), progress, stopped };
        sitting.change.emit(Change::Plans(Rc::new(plans)));
    };
    let all = questions.len();
    for (number, question) in questions.into_iter().enumerate() {
        let options = PlanOptions {
            rates: question.rates,
            min_protection: question.min_protection,
            max_changes: question.max_changes,
            assumptions,
        };
        let Ok(mut search) = PlanSearch::new(&path, &options) else { return };
        let mut done = false;
        while !done {
            let until = sitting.host.now() + SLICE;
            while !done && sitting.host.now() < until {
                done = search.step(BUDGET);
            }
            if !done {
                show(&found, Some(percent_of(number, search.progress(), all)), false);
            }
            sitting.host.pause().await;
            if sitting.state.jobs.plans.get() != turn {
                show(&found, None, true);
                return;
            }
        }
        found.push((question, search.result(&path)));
        show(&found, (number + 1 < all).then(|| percent_of(number + 1, 0.0, all)), false);
    }
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
