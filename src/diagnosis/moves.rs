//! The moves that are shown, in order. SCIENCE 5.4 and 5.5.

use super::{Figures, Move, Note, Stall, Verdict, conflicts, triggers};

/// More moves than this are no advice.
const MOST_SHOWN: usize = 5;
/// Priorities that round to the same multiple of this are equal.
const PRIORITY_STEP: f64 = 0.02;

/// At most five moves: triggered, put in order after the conflicts, and only to be watched where there is no stall
/// (K7).
pub(super) fn moves(figures: &Figures, verdict: Verdict, stall: Stall) -> Vec<Move> {
    let mut candidates = triggers::triggered(figures);
    conflicts::apply(&mut candidates, figures, verdict);
    let mut moves: Vec<Move> = Vec::new();
    for candidate in candidates {
        let place = moves.iter().take_while(|placed| !comes_before(&candidate, placed)).count();
        moves.insert(place, candidate);
    }
    moves.truncate(MOST_SHOWN);
    if stall == Stall::None {
        for shown in &mut moves {
            shown.notes.push(Note::WatchOnly);
        }
    }
    moves
}

/// By priority, and by name among equals.
fn comes_before(left: &Move, right: &Move) -> bool {
    let rank = |priority: f64| (priority / PRIORITY_STEP + 0.5).floor();
    rank(right.priority).total_cmp(&rank(left.priority)).then(left.name.cmp(&right.name)).is_lt()
}
