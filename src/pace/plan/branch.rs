//! Branch and bound: deciding one control after the other, and leaving alone what cannot become the best any more.

use super::MOST_EVALUATIONS;
use super::space::{Candidate, Space, compare};
use crate::pace::Change;
use crate::pace::route::set;
use crate::pace::summary::as_number;

/// A search, depth first.
///
/// With some controls decided, the others retired give a lower bound of E[T] (leaving out a control never makes a path
/// longer), and the others kept an upper bound of V.
#[derive(Debug)]
pub(super) struct Branch {
    /// The controls in the order in which they are decided, as numbers in the list of options.
    order: Vec<usize>,
    /// The number of the change of each decided control; the last one is to be looked at next.
    decided: Vec<usize>,
    evaluations: u32,
}

impl Branch {
    pub(super) fn new(space: &mut Space) -> Self {
        Self { order: order(space), decided: vec![0], evaluations: 0 }
    }

    /// The part of the tree that lies behind.
    pub(super) fn progress(&self, space: &Space) -> f64 {
        if self.decided.is_empty() {
            return 1.0;
        }
        let mut behind = 0.0_f64;
        let mut part = 1.0;
        for (number, control) in self.decided.iter().zip(&self.order) {
            part /= as_number(space.options().get(*control).map_or(1, |(_, offered)| offered.len()));
            behind += part * as_number(*number);
        }
        behind.min(1.0)
    }

    /// Looks at more combinations. When it ends it says whether it has seen all that matter.
    pub(super) fn run(&mut self, space: &mut Space, best: &mut Candidate, budget: u32) -> Option<bool> {
        let mut fastest = space.route().unchanged();
        let mut safest = space.route().unchanged();
        for _ in 0..budget {
            if self.evaluations >= MOST_EVALUATIONS {
                return Some(false);
            }
            // Undecided controls retired, and kept.
            for (place, control) in self.order.iter().enumerate() {
                let (position, offered) = match space.options().get(*control) {
                    Some((position, offered)) => (*position, offered),
                    None => continue,
                };
                let decided = self.decided.get(place).and_then(|number| offered.get(*number)).copied();
                set(&mut fastest, position, decided.unwrap_or(Change::Retire));
                set(&mut safest, position, decided.unwrap_or(Change::Keep));
            }
            let last = self.decided.len().checked_sub(1);
            let number = self.decided.last().copied().unwrap_or_default();
            let control = last.and_then(|last| self.order.get(last)).copied().unwrap_or_default();
            let offered = space.options().get(control).map_or(0, |(_, offered)| offered.len());
            if number >= offered {
                // All changes of this control were looked at: on with the one decided before it.
                self.decided.pop();
                match self.decided.last_mut() {
                    Some(number) => *number += 1,
                    None => return Some(true),
                }
                continue;
            }
            self.evaluations += 1;
            if self.decided.len() == self.order.len() {
                space.consider(&fastest, best);
            } else if promising(space, &fastest, &safest, best) {
                self.decided.push(0);
                continue;
            }
            if let Some(number) = self.decided.last_mut() {
                *number += 1;
            }
        }
        None
    }
}

/// Whether what is decided so far can still lead to a better combination than the best.
fn promising(space: &mut Space, fastest: &[Change], safest: &[Change], best: &Candidate) -> bool {
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

/// First what saves most days if it is left out, since that moves the bounds most; but each control only after the one
/// in whose session it may be done.
fn order(space: &mut Space) -> Vec<usize> {
    let mut saved = Vec::new();
    let mut hosts = Vec::new();
    for (position, _) in space.options() {
        hosts.push(space.host(*position));
        saved.push(space.route().with(*position, Change::Retire));
    }
    let saved: Vec<f64> = saved.iter().map(|changes| space.lead_time(changes)).collect();
    let position = |control: usize| space.options().get(control).map(|(position, _)| *position);
    let mut order: Vec<usize> = Vec::new();
    while order.len() < saved.len() {
        let ready = (0..saved.len()).filter(|control| {
            let host = hosts.get(*control).copied().flatten();
            let placed = |host| order.iter().any(|earlier| position(*earlier) == Some(host));
            !order.contains(control) && host.is_none_or(placed)
        });
        let first = ready.min_by(|left, right| {
            let days = |control: &usize| saved.get(*control).copied().unwrap_or_default();
            days(left).total_cmp(&days(right))
        });
        match first {
            Some(control) => order.push(control),
            // Hosts in a circle: in path order, then.
            None => return (0..saved.len()).collect(),
        }
    }
    order
}
