//! Better and better combinations, one or two changes at a time.

use super::space::{Candidate, Space};

/// Replaces the change of one control by that which makes the best combination; where none is faster, the changes of
/// two. Says whether that made it faster.
pub(super) fn climb(space: &mut Space, best: &mut Candidate) -> bool {
    let before = best.clone();
    let count = space.options().len();
    let mut changes = before.changes.clone();
    for control in 0..count {
        for number in 0.. {
            if !space.choose(&mut changes, control, number) {
                break;
            }
            space.consider(&changes, best);
        }
        changes.clone_from(&before.changes);
    }
    if faster(best, &before) {
        return true;
    }
    for first in 0..count {
        for second in first + 1..count {
            for number in 0.. {
                if !space.choose(&mut changes, first, number) {
                    break;
                }
                for other in 0.. {
                    if !space.choose(&mut changes, second, other) {
                        break;
                    }
                    space.consider(&changes, best);
                }
            }
            changes.clone_from(&before.changes);
        }
    }
    faster(best, &before)
}

/// A change that only ties does not count.
fn faster(best: &mut Candidate, before: &Candidate) -> bool {
    let faster = super::space::compare(best.lead_time, before.lead_time).is_lt();
    if !faster {
        *best = before.clone();
    }
    faster
}
