//! Moves that follow from the verdict as a whole. SCIENCE 5.4 and 7.

use super::{Figures, Miss, MissKind, SpecialMove, Verdict};
use crate::response::Pilot;

/// From this share of points for technology, business case or nothing on, these are looked at first.
const MUCH_OTHER: f64 = 0.4;

/// - `show_the_miss`: a miss, or a reverse one.
/// - `check_technology_and_case`: the verdict is elsewhere, or `otherShare` is 0.4 or more, or failure is expected
///   (K4); or the pilot did not meet its goals, and then it stands first.
/// - `collect_more`: the verdict is unclear, or there is too little to have one.
/// - `keep_going`: aligned.
pub(super) fn special(figures: &Figures, verdict: Verdict, miss: Option<Miss>) -> Vec<SpecialMove> {
    let pilot_failed = figures.pilot == Some(Pilot::No);
    let check = verdict == Verdict::Elsewhere
        || figures.other_share.is_some_and(|share| share >= MUCH_OTHER)
        || figures.failure_is_expected();
    let conditions = [
        (SpecialMove::CheckTechnologyAndCase, pilot_failed),
        (SpecialMove::ShowTheMiss, miss.is_some_and(|miss| miss.kind != MissKind::None)),
        (SpecialMove::CheckTechnologyAndCase, check && !pilot_failed),
        (SpecialMove::CollectMore, matches!(verdict, Verdict::Unclear | Verdict::Insufficient)),
        (SpecialMove::KeepGoing, verdict == Verdict::Aligned),
    ];
    let mut moves = Vec::new();
    for (special, holds) in conditions {
        if holds {
            moves.push(special);
        }
    }
    moves
}
