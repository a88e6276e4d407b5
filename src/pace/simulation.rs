//! Monte Carlo: single units on their way. SCIENCE 4.3.

use super::StepSet;
use super::options::Calendar;
use super::random::Random;
use super::route::{Node, Route, UNCHANGED};

/// A unit that is sent round more often than this never ends.
const MOST_VISITS: u32 = 10_000;

/// A simulation that can be run in parts. The draws are those of SCIENCE 4.3, one stream for all units, so that no
/// figure depends on how the run is cut.
#[derive(Debug)]
pub(super) struct Simulation {
    random: Random,
    calendar: Calendar,
    /// The steps of each node as bits, and where its stops begin and end.
    nodes: Vec<(u64, usize, usize)>,
    stops: Vec<Stop>,
    /// The steps that do not apply to every unit, as bits, with their chance; in path order.
    chances: Vec<(u64, f64)>,
    /// The cadences, in path order, and when the first session of each is for the unit on its way.
    sessions: Vec<(f64, f64)>,
    /// The lead times so far, in days, in the order of the units.
    pub(super) times: Vec<f64>,
}

/// What one step does to a unit.
#[derive(Debug)]
struct Stop {
    /// Its bit, and those of all that share its session; none where the session is that of the stop before.
    step: u64,
    session: u64,
    queue: f64,
    fixed: f64,
    cadence: f64,
    /// Which of the cadences is its own.
    cadence_number: usize,
    touch: f64,
    /// The chance that it lets the unit pass.
    passes: f64,
    /// The node that it sends the unit back to.
    back: usize,
}

/// A unit went round more often than any unit can.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Endless;

impl Simulation {
    pub(super) fn new(route: &Route, calendar: Calendar, seed: u32) -> Self {
        let mut simulation = Self {
            random: Random::new(seed.into()),
            calendar,
            nodes: Vec::new(),
            stops: Vec::new(),
            chances: Vec::new(),
            sessions: Vec::new(),
            times: Vec::new(),
        };
        for (position, station) in route.stations.iter().enumerate() {
            if station.applies < 1.0 {
                simulation.chances.push((1 << position, station.applies));
            }
            if station.cadence > 0.0 {
                simulation.sessions.push((station.cadence, 0.0));
            }
        }
        let mut nodes = Vec::new();
        route.layout(&UNCHANGED, &mut nodes);
        for (number, node) in nodes.iter().enumerate() {
            let first = simulation.stops.len();
            for host in StepSet(node.own) {
                let mut session = 1 << host;
                for guest in StepSet(node.guests) {
                    session |= u64::from(route.host(&UNCHANGED, guest) == Some(host)) << guest;
                }
                simulation.stop(route, &nodes, number, host, session);
                for guest in StepSet(session & !(1 << host)) {
                    simulation.stop(route, &nodes, number, guest, 0);
                }
            }
            simulation.nodes.push((node.own | node.guests, first, simulation.stops.len()));
        }
        simulation
    }

    fn stop(&mut self, route: &Route, nodes: &[Node], number: usize, position: usize, session: u64) {
        let Some((station, before)) = route.stations.get(position).zip(route.stations.get(..position)) else {
            return;
        };
        // The first node at or after the position that it sends back to, and not after this one.
        let mut back = 0;
        while back < number && nodes.get(back).is_some_and(|node| node.last < station.back) {
            back += 1;
        }
        self.stops.push(Stop {
            step: 1 << position,
            session,
            queue: if station.fixed { 0.0 } else { station.wait },
            fixed: if station.fixed { station.wait } else { 0.0 },
            cadence: station.cadence,
            cadence_number: before.iter().filter(|station| station.cadence > 0.0).count(),
            touch: station.touch,
            passes: 1.0 - station.returns,
            back,
        });
    }

    /// Sends more units on their way.
    ///
    /// # Errors
    /// Where a unit does not arrive.
    pub(super) fn run(&mut self, units: usize) -> Result<(), Endless> {
        self.times.reserve(units);
        for _ in 0..units {
            let time = self.unit()?;
            self.times.push(time);
        }
        Ok(())
    }

    fn unit(&mut self) -> Result<f64, Endless> {
        // A copy of its own stays in a register; what is written to `self` may be read again at any time.
        let mut random = self.random.clone();
        let mut applies = u64::MAX;
        for (step, chance) in &self.chances {
            if random.uniform() >= *chance {
                applies &= !step;
            }
        }
        let on_calendar = self.calendar == Calendar::Fixed;
        if on_calendar {
            for (cadence, first) in &mut self.sessions {
                *first = random.uniform() * *cadence;
            }
        }

        let mut now = 0.0;
        let mut at = 0;
        let mut visits = 0;
        while let Some((steps, first, end)) = self.nodes.get(at) {
            if steps & applies == 0 {
                at += 1;
                continue;
            }
            visits += 1;
            if visits > MOST_VISITS {
                return Err(Endless);
            }
            let (mut longest, mut duration) = (0.0, 0.0);
            let mut passes = 1.0;
            let mut back = at;
            for stop in self.stops.get(*first..*end).unwrap_or_default() {
                if stop.session != 0 {
                    duration = 0.0;
                }
                if stop.session & applies != 0 {
                    duration = stop.fixed;
                    if stop.queue > 0.0 {
                        duration = -stop.queue * libm::log(random.uniform());
                    }
                    if stop.cadence > 0.0 {
                        duration += if on_calendar {
                            let first =
                                self.sessions.get(stop.cadence_number).map_or(0.0, |session| session.1);
                            until_next(first - (now + duration), stop.cadence)
                        } else {
                            random.uniform() * stop.cadence
                        };
                    }
                }
                if stop.step & applies != 0 {
                    duration += stop.touch;
                    if stop.passes < 1.0 {
                        passes *= stop.passes;
                        back = back.min(stop.back);
                    }
                    if duration > longest {
                        longest = duration;
                    }
                }
            }
            now += longest;
            at = if passes < 1.0 && random.uniform() < 1.0 - passes { back } else { at + 1 };
        }
        self.random = random;
        Ok(now)
    }
}

/// The days to the next of regular sessions, from the days to any one of them: the remainder, from 0 to under the
/// cadence.
#[inline]
fn until_next(days: f64, cadence: f64) -> f64 {
    let rest = days - cadence * (days / cadence).trunc();
    // Of a session that has passed the next is meant. Rounding can put it on or past an end.
    if rest < 0.0 {
        rest + cadence
    } else if rest >= cadence {
        rest - cadence
    } else {
        rest
    }
}
