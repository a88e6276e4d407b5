//! What each control adds to the lead time. SCIENCE 4.4.

use super::expectation::Expectation;
use super::route::{Route, UNCHANGED, set};
use super::summary::as_number;
use super::{Change, MOST_CONTROLS};

/// Shapley values of the controls that were not planned, computed in parts.
///
/// v(S) is the expected lead time with work, planned controls and the controls in S. The value of a control is what it
/// adds, averaged over all orders in which the controls could have been added (Shapley 1953); the values sum to v(all)
/// less v(none).
#[derive(Debug)]
pub(super) struct Shapley {
    /// The positions of the players.
    players: Vec<usize>,
    /// v of the sets looked at so far; a set is a number whose bits are its players.
    pub(super) values: Vec<f64>,
}

impl Shapley {
    pub(super) fn new(route: &Route) -> Self {
        let mut players = Vec::new();
        for control in &route.controls {
            if route.stations.get(*control).is_some_and(|station| !station.planned) {
                players.push(*control);
            }
        }
        Self { players, values: Vec::new() }
    }

    /// How many sets there are.
    pub(super) fn sets(&self) -> usize {
        1 << self.players.len()
    }

    /// Looks at more sets, at most as many as are left.
    pub(super) fn run(&mut self, expectation: &mut Expectation, sets: usize) {
        let mut changes = UNCHANGED;
        for _ in 0..sets {
            for (player, position) in self.players.iter().enumerate() {
                let there = self.values.len() >> player & 1 == 1;
                set(&mut changes, *position, if there { Change::Keep } else { Change::Retire });
            }
            self.values.push(expectation.lead_time(&changes));
        }
    }

    /// The value of the player at a position; absent where there is none. Only when all sets were looked at.
    pub(super) fn value(&self, position: usize) -> Option<f64> {
        let player = self.players.iter().position(|known| *known == position)?;
        let count = self.players.len();
        // |S|! (n - |S| - 1)! / n! by the size of S: 1 / n for none, and then from each size to the next.
        let mut weights = [0.0; MOST_CONTROLS];
        let mut weight = 1.0 / as_number(count);
        for (size, place) in (0..count).zip(&mut weights) {
            *place = weight;
            weight *= as_number(size + 1) / as_number((count - size).max(2) - 1);
        }
        let mut sum = 0.0;
        for (set, without) in self.values.iter().enumerate() {
            if set >> player & 1 == 0
                && let Some(with) = self.values.get(set | 1 << player)
                && let Some(weight) = weights.get(set.count_ones() as usize)
            {
                sum += weight * (with - without);
            }
        }
        Some(sum)
    }
}
