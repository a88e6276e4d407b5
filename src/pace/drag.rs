//! What each control adds to the lead time. SCIENCE 4.4.

use super::Change;
use super::expectation::Expectation;
use super::route::{Route, set};

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
    values: Vec<f64>,
}

impl Shapley {
    pub(super) fn new(route: &Route) -> Self {
        let planned = |control: &usize| route.stations.get(*control).is_some_and(|station| station.planned);
        let players = route.controls.iter().copied().filter(|control| !planned(control)).collect();
        Self { players, values: Vec::new() }
    }

    /// How many sets there are.
    pub(super) fn sets(&self) -> usize {
        1 << self.players.len()
    }

    /// How many of them were looked at.
    pub(super) fn seen(&self) -> usize {
        self.values.len()
    }

    /// Looks at more sets.
    pub(super) fn run(&mut self, expectation: &mut Expectation, sets: usize) {
        let mut changes = expectation.route().unchanged();
        let end = self.values.len().saturating_add(sets).min(self.sets());
        for set_of_players in self.values.len()..end {
            for (player, position) in self.players.iter().enumerate() {
                let there = set_of_players >> player & 1 == 1;
                set(&mut changes, *position, if there { Change::Keep } else { Change::Retire });
            }
            self.values.push(expectation.lead_time(&changes));
        }
    }

    /// v(none): the lead time with work and planned controls only.
    pub(super) fn baseline(&self) -> f64 {
        self.values.first().copied().unwrap_or_default()
    }

    /// The value of each player, with its position. Only when all sets were looked at.
    pub(super) fn finish(&self) -> Vec<(usize, f64)> {
        let count = self.players.len();
        // |S|! (n - |S| - 1)! / n! = 1 / (n (n-1 over |S|)), by the size of S.
        let mut weights = Vec::new();
        let mut weight = 1.0 / super::summary::as_number(count.max(1));
        for size in 0..count {
            weights.push(weight);
            weight *=
                super::summary::as_number(size + 1) / super::summary::as_number((count - size - 1).max(1));
        }
        let value = |set: usize| self.values.get(set).copied().unwrap_or_default();
        let players = self.players.iter().enumerate();
        players
            .map(|(player, position)| {
                let without = (0..self.values.len()).filter(|set| set >> player & 1 == 0);
                let added = without.map(|set| {
                    let weight = weights.get(set.count_ones() as usize).copied().unwrap_or_default();
                    weight * (value(set | 1 << player) - value(set))
                });
                (*position, added.sum())
            })
            .collect()
    }
}

/// For each control what leaving out this one alone would save today: its leave-one-out drag. These do not sum to
/// anything, since rework loops pass through other controls.
pub(super) fn leave_one_out(expectation: &mut Expectation, lead_time: f64) -> Vec<(usize, f64)> {
    let controls = expectation.route().controls.clone();
    let mut saved = Vec::new();
    for position in controls {
        let changes = expectation.route().with(position, Change::Retire);
        saved.push((position, lead_time - expectation.lead_time(&changes)));
    }
    saved
}
