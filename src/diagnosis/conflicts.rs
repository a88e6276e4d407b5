//! Conflicts between moves, or between a move and the evidence. SCIENCE 5.5.
//!
//! K6 is the verdict [`super::Verdict::HiddenStructural`] itself and changes no move; K7 comes after the moves are
//! sorted, in [`super::moves`].

use super::triggers::Measure;
use super::{Figures, Move, MoveKind, MoveName, Note, Verdict};
use crate::instrument::Construct;

/// K1: friction on compliance or risk from here on.
const HIGH_PRESSURE: f64 = 75.0;
/// K2: incentive conflict from here on.
const HIGH_CONFLICT: f64 = 60.0;
/// K2: how far a move stays below the one that must come first.
const STEP_BELOW: f64 = 0.001;
/// K3: what a readiness move needs under a structural verdict.
const CLEAR_BARRIER: f64 = 60.0;
/// K3 and K4: what is left of the priority.
const SECOND_LINE: f64 = 0.5;

/// Applies K2, K1, K5, K4, K3, K8, in this order.
pub(super) fn apply(moves: &mut Vec<Move>, figures: &Figures, verdict: Verdict) {
    lift_penalty_first(moves, figures);
    keep_controls(moves, figures);
    log_catches_first(moves, figures);
    settle_success_first(moves, figures);
    second_line(moves, verdict);
    joint_session(moves, figures);
}

/// K2: no transformation goal on top of an unchanged penalty. Where incentives conflict clearly, `named_outcome`
/// and `part_of_the_mandate` come below those of `fix_the_metric` and `hold_harmless` that are triggered.
fn lift_penalty_first(moves: &mut [Move], figures: &Figures) {
    if figures.construct(Construct::IncentiveConflict).is_none_or(|score| score < HIGH_CONFLICT) {
        return;
    }
    let first = moves
        .iter()
        .filter(|candidate| matches!(candidate.name, MoveName::FixTheMetric | MoveName::HoldHarmless))
        .map(|candidate| candidate.priority)
        .reduce(f64::min);
    let Some(ceiling) = first.map(|priority| priority - STEP_BELOW) else { return };
    for later in moves {
        let goal = matches!(later.name, MoveName::NamedOutcome | MoveName::PartOfTheMandate);
        if goal && later.priority > ceiling {
            later.priority = ceiling;
            later.notes.push(Note::LiftPenaltyFirst);
        }
    }
}

/// K1: under pressure on compliance or risk no control is retired or delegated.
fn keep_controls(moves: &mut [Move], figures: &Figures) {
    let pressed = |friction: Option<f64>| friction.is_some_and(|score| score >= HIGH_PRESSURE);
    if pressed(figures.friction_compliance) || pressed(figures.friction_risk) {
        note(moves, Note::KeepControls, |name| name == MoveName::ReviewControls);
    }
}

/// K5: where it is known that catches are not logged, they are logged before anything is retired.
fn log_catches_first(moves: &mut [Move], figures: &Figures) {
    if figures.catch_data == Some(false) {
        note(moves, Note::LogCatchesFirst, |name| name == MoveName::ReviewControls);
    }
}

/// K4: incentives to adopt something that managers expect to fail are not strengthened.
fn settle_success_first(moves: &mut [Move], figures: &Figures) {
    if !figures.failure_is_expected() {
        return;
    }
    let pushes = |name| {
        matches!(
            name,
            MoveName::FixTheMetric
                | MoveName::HoldHarmless
                | MoveName::NamedOutcome
                | MoveName::PartOfTheMandate
        )
    };
    for push in moves.iter_mut().filter(|candidate| pushes(candidate.name)) {
        push.priority *= SECOND_LINE;
        push.notes.push(Note::SettleSuccessFirst);
    }
}

/// K3: what the verdict does not point to comes second. Under a structural verdict a readiness move needs a clear
/// barrier; under a cultural one structural moves count half.
fn second_line(moves: &mut Vec<Move>, verdict: Verdict) {
    match verdict {
        Verdict::Structural => {
            moves.retain(|candidate| {
                candidate.kind == MoveKind::Structural || candidate.barrier >= CLEAR_BARRIER
            });
            note(moves, Note::SecondLine, |name| name.kind() == MoveKind::Cultural);
        }
        Verdict::Cultural => {
            for structural in moves.iter_mut().filter(|candidate| candidate.kind == MoveKind::Structural) {
                structural.priority *= SECOND_LINE;
                structural.notes.push(Note::SecondLine);
            }
        }
        _ => {}
    }
}

/// K8: where executives and managers see a construct differently, its moves start with a joint session.
fn joint_session(moves: &mut [Move], figures: &Figures) {
    let gap = |named: &Measure| match named {
        Measure::Construct(construct) => figures.clear_gaps.contains(construct),
        Measure::Facet(_) => false,
    };
    note(moves, Note::JointSession, |name| name.measures().iter().any(gap));
}

fn note(moves: &mut [Move], note: Note, concerns: impl Fn(MoveName) -> bool) {
    for candidate in moves.iter_mut().filter(|candidate| concerns(candidate.name)) {
        candidate.notes.push(note);
    }
}
