//! Better and better combinations, one or two changes at a time.

use super::space::{Candidate, Space, compare};
use crate::pace::route::set;
use crate::pace::{Change, Changes};

/// Replaces the change of one control by that which makes the best combination; where none is faster, the changes of
/// two. Says whether that made it faster.
pub(super) fn climb(space: &mut Space, best: &mut Candidate) -> bool {
    let before = *best;
    for further in [false, true] {
        for control in 0..space.options.len() {
            replace(space, best, before.changes, control, further);
        }
        if compare(best.lead_time, before.lead_time).is_lt() {
            return true;
        }
        // A combination that only ties does not count.
        *best = before;
    }
    false
}

/// Looks at every change of one control, together with every change of each later one, if these are to be replaced too.
fn replace(space: &mut Space, best: &mut Candidate, mut changes: Changes, control: usize, further: bool) {
    let Some((position, _)) = space.options.get(control).copied() else { return };
    for number in 0..Change::ALL.len() {
        let Some(change) = space.offered(control, number) else { continue };
        set(&mut changes, position, change);
        if further {
            for other in control + 1..space.options.len() {
                replace(space, best, changes, other, false);
            }
        } else {
            space.consider(&changes, best);
        }
    }
}
