//! The exact expected lead time. SCIENCE 4.2.
//!
//! With nodes k = 1..K (steps alone, or parallel groups) and the days `R_k` that a unit spends in node k in all:
//!
//! ```text
//! R_k = sum over sets S of steps of k that apply: P(S) [mu_S + r_S (R_b(S) + ... + R_{k-1})] / (1 - r_S)
//! E[T] = R_1 + ... + R_K
//! ```
//!
//! where `mu_S` is the mean duration of the longest step in S, `r_S` the chance that one of them sends the unit back,
//! and b(S) the earliest place where it may be sent. It is the solution of the absorbing chain, and exact though whether
//! a step applies is fixed for each unit, because `R_j` depends on steps up to j only.
//!
//! Since `1 / (1 - r_S)` is a product over the steps in S, the sum over all S of a node is one integral.

use super::cache::Cache;
use super::changes::Times;
use super::parallel::{Session, weighted_longest};
use super::route::{Node, Route, Station};
use super::{Assumptions, Change, Changes, MOST_STEPS, NodeDays, StepSet};

/// Computes lead times of one route under different changes.
#[derive(Debug)]
pub(super) struct Expectation {
    pub(super) route: Route,
    pub(super) assumed: Assumptions,
    /// Whether waits count; without them only the hands-on time does.
    waiting: bool,
    cache: Cache,
    /// The nodes of the last computation, with the days spent in each.
    pub(super) nodes: Vec<Node>,
    pub(super) days: Vec<f64>,
    /// For each position the days before the first node at or after it, as far as nodes were computed.
    before: [f64; MOST_STEPS],
    computed: usize,
}

impl Expectation {
    /// The days of each node after the last call of [`Self::lead_time`], in path order.
    pub(super) fn days_of_nodes(&self) -> Vec<NodeDays> {
        let mut days_of_nodes = Vec::new();
        for (node, days) in self.nodes.iter().zip(&self.days) {
            days_of_nodes.push(NodeDays { steps: StepSet(node.own | node.guests), days: *days });
        }
        days_of_nodes
    }

    pub(super) fn new(route: Route, assumed: Assumptions) -> Self {
        Self {
            route,
            assumed,
            waiting: true,
            cache: Cache::default(),
            nodes: Vec::new(),
            days: Vec::new(),
            before: [0.0; MOST_STEPS],
            computed: 0,
        }
    }

    /// E[T] in days under these changes, one for each step.
    pub(super) fn lead_time(&mut self, changes: &Changes) -> f64 {
        let mut nodes = std::mem::take(&mut self.nodes);
        self.route.layout(changes, &mut nodes);
        self.days.clear();
        self.computed = 0;
        let mut total = 0.0;
        for node in &nodes {
            while self.computed <= node.last {
                if let Some(before) = self.before.get_mut(self.computed) {
                    *before = total;
                }
                self.computed += 1;
            }
            let days = self.days_in(node, changes, total);
            self.days.push(days);
            total += days;
        }
        self.nodes = nodes;
        total
    }

    /// The hands-on days in that: of steps that run at the same time the longest touch.
    pub(super) fn active_time(&mut self, changes: &Changes) -> f64 {
        self.waiting = false;
        let days = self.lead_time(changes);
        self.waiting = true;
        days
    }

    /// E[T] with one group of steps run one after the other.
    pub(super) fn lead_time_serial(&mut self, changes: &Changes, group: usize) -> f64 {
        self.route.serial = group;
        let days = self.lead_time(changes);
        self.route.serial = usize::MAX;
        days
    }

    /// `R_k`, with the days before it.
    fn days_in(&mut self, node: &Node, changes: &Changes, total: f64) -> f64 {
        let first = node.own.trailing_zeros() as usize;
        if node.guests == 0
            && node.own.is_power_of_two()
            && let Some((station, times)) = self.at(first, changes)
        {
            let passes = station.passes();
            return passes * (times.wait + times.cadence / 2.0 + times.touch)
                + passes * station.returns * self.days_since(station.back, total);
        }
        let key = self.key(node, changes);
        let place = match self.cache.find(key) {
            Ok(place) => place,
            Err(place) => {
                let (days, returns) = self.compute(node, changes);
                self.cache.insert(place, key, days, returns);
                place
            }
        };
        let Some(known) = self.cache.get(place) else { return 0.0 };
        let mut days = known.days;
        for (back, times) in &known.returns {
            days += times * self.days_since(*back, total);
        }
        days
    }

    /// The days between the first node at or after a position and the node that is being computed; 0 if that is where a
    /// unit is sent, or the position comes later.
    fn days_since(&self, position: usize, total: f64) -> f64 {
        match self.before.get(position) {
            Some(before) if position < self.computed => total - before,
            _ => 0.0,
        }
    }

    /// A step with its times.
    fn at(&self, position: usize, changes: &Changes) -> Option<(&Station, Times)> {
        let station = self.route.stations.get(position)?;
        let mut times = station.times(*changes.get(position)?, &self.assumed);
        if !self.waiting {
            (times.wait, times.cadence) = (0.0, 0.0);
        }
        Some((station, times))
    }

    /// What the node is made of: its first step, what is done with each control in it, and whether waits count.
    fn key(&self, node: &Node, changes: &Changes) -> u64 {
        let mut key = 2 * u64::from(node.own.trailing_zeros()) + u64::from(self.waiting);
        for control in &self.route.controls {
            let bit = 1_u64 << control;
            let change = changes.get(*control).copied().unwrap_or_default();
            let code = if (node.own | node.guests) & bit == 0 {
                0
            } else if change == Change::Parallel {
                // As it is, but for where it stands.
                1
            } else {
                1 + change as u64
            };
            key = key << 3 | code;
        }
        key
    }

    /// The days of a node by themselves, and how often it sends units back to each step.
    fn compute(&self, node: &Node, changes: &Changes) -> (f64, Vec<(usize, f64)>) {
        let mut sessions = Vec::new();
        let mut stations = Vec::new();
        for host in StepSet(node.own) {
            let Some((_, times)) = self.at(host, changes) else { continue };
            let mut session = Session::new(&times);
            for position in StepSet(node.own | node.guests) {
                if (position == host || self.route.host(changes, position) == Some(host))
                    && let Some((station, times)) = self.at(position, changes)
                {
                    session.join(times.touch, station.passes(), 1.0 - station.applies);
                    stations.push(station);
                }
            }
            sessions.push(session);
        }
        (weighted_longest(&sessions), returns(&stations))
    }
}

/// How often steps that run at the same time send a unit back to each place: for place b the sum over sets S with
/// b(S) = b of `P(S) r_S / (1 - r_S)`.
///
/// Sets that send a unit to b or before are all sets but those in which nobody does.
fn returns(stations: &[&Station]) -> Vec<(usize, f64)> {
    let mut returns = Vec::new();
    let (all, _) = without(stations, None);
    let mut before = 0.0;
    let mut place = 0;
    // The places in order, each once.
    while let Some(next) = next_place(stations, place) {
        let (passes, chance) = without(stations, Some(next));
        let up_to = (all - 1.0) - (passes - chance);
        returns.push((next, up_to - before));
        before = up_to;
        place = next + 1;
    }
    returns
}

/// The earliest place from some place on to which one of the steps sends a unit back.
fn next_place(stations: &[&Station], from: usize) -> Option<usize> {
    let mut next = None;
    for station in stations {
        if station.returns > 0.0 && station.back >= from && next.is_none_or(|place| station.back < place) {
            next = Some(station.back);
        }
    }
    next
}

/// Over sets in which no step sends a unit to a place or before: the sums of `P(S) / (1 - r_S)` and of `P(S)`.
fn without(stations: &[&Station], place: Option<usize>) -> (f64, f64) {
    let (mut passes, mut chance) = (1.0, 1.0);
    for station in stations {
        let not = 1.0 - station.applies;
        if station.returns > 0.0 && place.is_some_and(|place| station.back <= place) {
            passes *= not;
            chance *= not;
        } else {
            passes *= not + station.passes();
        }
    }
    (passes, chance)
}
