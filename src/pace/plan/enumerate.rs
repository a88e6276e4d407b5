//! Looking at every combination.

use super::space::{Candidate, Space};
use crate::pace::Change;
use crate::pace::summary::as_number;

/// Counts through all combinations, the last control fastest.
#[derive(Debug)]
pub(super) struct Enumerate {
    /// The number of the change of each control.
    numbers: Vec<usize>,
    changes: Vec<Change>,
    seen: usize,
}

impl Enumerate {
    pub(super) fn new(space: &Space) -> Self {
        Self { numbers: vec![0; space.options().len()], changes: space.route().unchanged(), seen: 0 }
    }

    /// Looks at more combinations; says whether it was all.
    pub(super) fn run(&mut self, space: &mut Space, best: &mut Candidate, budget: u32) -> bool {
        for _ in 0..budget {
            space.consider(&self.changes, best);
            self.seen += 1;
            if !self.advance(space) {
                return true;
            }
        }
        false
    }

    pub(super) fn progress(&self, space: &Space) -> f64 {
        as_number(self.seen) / as_number(space.combinations())
    }

    /// Goes on to the next combination; says whether there is one.
    fn advance(&mut self, space: &Space) -> bool {
        for (control, number) in self.numbers.iter_mut().enumerate().rev() {
            *number += 1;
            if space.choose(&mut self.changes, control, *number) {
                return true;
            }
            *number = 0;
            space.choose(&mut self.changes, control, 0);
        }
        false
    }
}
