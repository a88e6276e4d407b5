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
use super::parallel::{Session, weighted_longest};
use super::route::{Node, Route, Station, positions};
use super::{Assumptions, Change};

/// Computes lead times of one route under different changes.
#[derive(Debug)]
pub(super) struct Expectation {
    route: Route,
    assumed: Assumptions,
    /// Whether waits count; without them only the hands-on time does.
    waiting: bool,
    cache: Cache,
    /// The nodes of the last computation, with the days spent in each.
    nodes: Vec<Node>,
    days: Vec<f64>,
    /// The days before each node, and the first node at or after each position.
    before: Vec<f64>,
    node_at: Vec<usize>,
}

impl Expectation {
    pub(super) fn new(route: Route, assumed: Assumptions) -> Self {
        Self {
            route,
            assumed,
            waiting: true,
            cache: Cache::default(),
            nodes: Vec::new(),
            days: Vec::new(),
            before: Vec::new(),
            node_at: Vec::new(),
        }
    }

    /// The same for hands-on time alone: of steps that run at the same time the longest touch.
    pub(super) fn of_touch_time(route: Route) -> Self {
        Self { waiting: false, ..Self::new(route, Assumptions::default()) }
    }

    pub(super) fn route(&self) -> &Route {
        &self.route
    }

    pub(super) fn assumed(&self) -> &Assumptions {
        &self.assumed
    }

    /// E[T] in days under these changes, one for each step.
    pub(super) fn lead_time(&mut self, changes: &[Change]) -> f64 {
        let mut nodes = std::mem::take(&mut self.nodes);
        self.route.layout(changes, &mut nodes);
        self.days.clear();
        self.before.clear();
        self.node_at.clear();
        let mut total = 0.0;
        for (number, node) in nodes.iter().enumerate() {
            self.before.push(total);
            self.node_at.resize(node.last + 1, number);
            let days = self.days_in(node, changes, total);
            self.days.push(days);
            total += days;
        }
        self.nodes = nodes;
        total
    }

    /// The steps of each node of the last computation, with the days spent there.
    pub(super) fn last(&self) -> impl Iterator<Item = (Node, f64)> {
        self.nodes.iter().copied().zip(self.days.iter().copied())
    }

    /// `R_k`, with the days before it.
    fn days_in(&mut self, node: &Node, changes: &[Change], total: f64) -> f64 {
        let first = node.own.trailing_zeros() as usize;
        let alone = node.guests == 0 && node.own.is_power_of_two();
        if alone && let Some((station, change)) = self.route.stations.get(first).zip(changes.get(first)) {
            let times = station.times(*change, &self.assumed);
            let wait = if self.waiting { times.wait + times.cadence / 2.0 } else { 0.0 };
            let passes = station.passes();
            return passes * (wait + times.touch)
                + passes * station.returns * self.days_since(station.back, total);
        }
        let key = self.key(node, changes);
        let known = self.cache.get(key).unwrap_or_else(|| {
            let (days, returns) = self.compute(node, changes);
            self.cache.insert(key, days, &returns)
        });
        let (start, end) = known.returns;
        let returns = self.cache.returns.get(start..end).unwrap_or_default();
        let again: f64 = returns.iter().map(|(back, times)| times * self.days_since(*back, total)).sum();
        known.days + again
    }

    /// The days between the first node at or after a position and the node that is being computed; 0 if that is where a
    /// unit is sent, or the position comes later.
    fn days_since(&self, position: usize, total: f64) -> f64 {
        let node = self.node_at.get(position).and_then(|node| self.before.get(*node));
        node.map_or(0.0, |before| total - before)
    }

    /// What the node is made of: its first step, and what is done with each control in it.
    fn key(&self, node: &Node, changes: &[Change]) -> u64 {
        let mut key = u64::from(node.own.trailing_zeros());
        for control in &self.route.controls {
            let bit = 1_u64 << control;
            let change = changes.get(*control);
            let code = if node.guests & bit != 0 {
                // Whether it was merged now or before makes its touch time another one.
                if change == Some(&Change::Merge) { 5 } else { 4 }
            } else if node.own & bit == 0 {
                0
            } else {
                match change {
                    Some(Change::Streamline) => 2,
                    Some(Change::Delegate) => 3,
                    _ => 1,
                }
            };
            key = key << 3 | code;
        }
        key
    }

    /// The days of a node by themselves, and how often it sends units back to each step.
    fn compute(&self, node: &Node, changes: &[Change]) -> (f64, Vec<(usize, f64)>) {
        let at = |position: usize| {
            let station = self.route.stations.get(position)?;
            let mut times = station.times(*changes.get(position)?, &self.assumed);
            if !self.waiting {
                (times.wait, times.cadence) = (0.0, 0.0);
            }
            Some((station, times))
        };
        let mut sessions = Vec::new();
        for host in positions(node.own) {
            let Some((station, times)) = at(host) else { continue };
            let mut session = Session::new(&times);
            session.join(times.touch, station.passes(), 1.0 - station.applies);
            for guest in positions(node.guests) {
                if self.route.host(changes, guest) == Some(host)
                    && let Some((station, times)) = at(guest)
                {
                    session.join(times.touch, station.passes(), 1.0 - station.applies);
                }
            }
            sessions.push(session);
        }
        let stations: Vec<&Station> = positions(node.own | node.guests)
            .filter_map(|position| self.route.stations.get(position))
            .collect();
        (weighted_longest(&sessions), returns(&stations))
    }
}

/// How often steps that run at the same time send a unit back to each place: for place b the sum over sets S with
/// b(S) = b of `P(S) r_S / (1 - r_S)`.
///
/// Sets that send a unit to b or before are all sets but those in which nobody does.
fn returns(stations: &[&Station]) -> Vec<(usize, f64)> {
    let mut places: Vec<usize> = Vec::new();
    for station in stations.iter().filter(|station| station.returns > 0.0) {
        if !places.contains(&station.back) {
            let place = places.iter().position(|known| *known > station.back).unwrap_or(places.len());
            places.insert(place, station.back);
        }
    }
    // Over sets in which no step sends a unit to `place` or before: the sums of P(S) / (1 - r_S) and of P(S).
    let without = |place: Option<usize>| {
        stations.iter().fold((1.0, 1.0), |(passes, chance), station| {
            let not = 1.0 - station.applies;
            if station.returns > 0.0 && place.is_some_and(|place| station.back <= place) {
                (passes * not, chance * not)
            } else {
                (passes * (not + station.passes()), chance)
            }
        })
    };
    let (all, _) = without(None);
    let mut before = 0.0;
    let mut returns = Vec::new();
    for place in places {
        let (passes, chance) = without(Some(place));
        let up_to = (all - 1.0) - (passes - chance);
        returns.push((place, up_to - before));
        before = up_to;
    }
    returns
}
