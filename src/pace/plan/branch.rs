//! Branch and bound: deciding one control after the other, and leaving alone what cannot become the best any more.

use super::MOST_EVALUATIONS;
use super::space::{Candidate, Space, compare};
use crate::pace::route::{UNCHANGED, set};
use crate::pace::summary::as_number;
use crate::pace::{Change, Changes};

/// A search, depth first.
///
/// With some controls decided, the others retired give a lower bound of E[T] (leaving out a control never makes a path
/// longer), and the others kept an upper bound of V.
#[derive(Debug)]
pub(super) struct Branch {
    /// The controls in the order in which they are decided, by number.
    order: Vec<usize>,
    /// The number of the change of each decided control; the last one is to be looked at next.
    decided: Vec<usize>,
    evaluations: u32,
}

impl Branch {
    pub(super) fn new(space: &Space) -> Self {
        Self { order: order(space), decided: vec![0], evaluations: 0 }
    }

    /// The part of the tree that lies behind.
    pub(super) fn progress(&self) -> f64 {
        if self.decided.is_empty() {
            return 1.0;
        }
        let (mut behind, mut part) = (0.0_f64, 1.0);
        for number in &self.decided {
            part /= as_number(Change::ALL.len());
            behind += part * as_number(*number);
        }
        behind.min(1.0)
    }

    /// Looks at more combinations. When it ends it says whether it has seen all that matter.
    pub(super) fn run(&mut self, space: &mut Space, best: &mut Candidate, budget: u32) -> Option<bool> {
        for _ in 0..budget {
            let Some(depth) = self.decided.len().checked_sub(1) else { return Some(true) };
            if self.evaluations >= MOST_EVALUATIONS {
                return Some(false);
            }
            // Undecided controls retired, and kept.
            let (mut fastest, mut safest) = (UNCHANGED, UNCHANGED);
            let mut offered = false;
            for (place, control) in self.order.iter().enumerate() {
                let Some((position, _)) = space.options.get(*control) else { continue };
                let number = self.decided.get(place);
                let change = number.and_then(|number| space.offered(*control, *number));
                offered |= place == depth && change.is_some();
                set(&mut fastest, *position, change.unwrap_or(Change::Retire));
                set(&mut safest, *position, change.unwrap_or(Change::Keep));
            }
            if offered {
                self.evaluations += 1;
                if depth + 1 == self.order.len() {
                    space.consider(&fastest, best);
                } else if promising(space, &fastest, &safest, best) {
                    self.decided.push(0);
                    continue;
                }
            }
            // On with the next change, or where all were looked at with that of the control decided before.
            while let Some(number) = self.decided.pop() {
                if number + 1 < Change::ALL.len() {
                    self.decided.push(number + 1);
                    break;
                }
            }
        }
        None
    }
}

/// Whether what is decided so far can still lead to a better combination than the best.
fn promising(space: &mut Space, fastest: &Changes, safest: &Changes, best: &Candidate) -> bool {
    let changed = safest.iter().filter(|change| **change != Change::Keep).count();
    if !space.allows(changed) || !space.route().fits(fastest) {
        return false;
    }
    let Some(caught_loss) = space.protection(safest) else { return false };
    let lead_time = space.lead_time(fastest);
    // At best the bounds themselves; a tie in all of them may still win by milder changes.
    compare(lead_time, best.lead_time)
        .then(changed.cmp(&best.changed))
        .then(compare(best.caught_loss, caught_loss))
        .is_le()
}

/// In path order, but each control only after the one in whose session it may be done.
fn order(space: &Space) -> Vec<usize> {
    let mut order = Vec::new();
    for control in 0..space.options.len() {
        place(space, control, &mut order);
    }
    order
}

/// Places a control, after its host, unless it is placed already.
fn place(space: &Space, control: usize, order: &mut Vec<usize>) {
    if order.contains(&control) {
        return;
    }
    let host = space.options.get(control).and_then(|(position, offered)| {
        let station = space.route().stations.get(*position)?;
        let backup = station.backup.filter(|_| offered >> Change::Merge as u32 & 1 == 1);
        let host = station.host.or(backup)?;
        space.options.iter().position(|(position, _)| *position == host)
    });
    if let Some(host) = host {
        place(space, host, order);
    }
    order.push(control);
}
