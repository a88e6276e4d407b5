//! Monte Carlo: single units on their way. SCIENCE 4.3.

use super::options::Calendar;
use super::random::Random;
use super::route::{Node, Route, positions};
use super::{Assumptions, Change};

/// A unit that is sent round more often than this never ends.
const MOST_VISITS: u32 = 10_000;

/// A simulation that can be run in parts. The draws are those of SCIENCE 4.3, one stream for all units, so that no
/// figure depends on how the run is cut.
#[derive(Debug)]
pub(super) struct Simulation {
    random: Random,
    calendar: Calendar,
    places: Vec<Place>,
    /// The steps that do not apply to every unit, as bits, with their chance; in path order.
    chances: Vec<(u64, f64)>,
    /// The cadences, in path order, and when the first session of each is for the unit on its way.
    sessions: Vec<(f64, f64)>,
    times: Vec<f64>,
}

/// A node on the way.
#[derive(Debug)]
struct Place {
    /// The steps here, as bits.
    steps: u64,
    meetings: Vec<Meeting>,
}

/// A step and those that are done in its session.
#[derive(Debug)]
struct Meeting {
    steps: u64,
    queue: f64,
    fixed: f64,
    cadence: f64,
    /// Which of the cadences is its own.
    session: usize,
    members: Vec<Member>,
}

/// What one step does to a unit that it applies to.
#[derive(Debug)]
struct Member {
    step: u64,
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
        let changes = route.unchanged();
        let mut nodes = Vec::new();
        route.layout(&changes, &mut nodes);
        let places =
            nodes.iter().enumerate().map(|(number, node)| place(route, &nodes, number, node)).collect();
        let stations = || route.stations.iter().enumerate();
        Self {
            random: Random::new(seed.into()),
            calendar,
            places,
            chances: stations()
                .filter(|(_, station)| station.applies < 1.0)
                .map(|(position, station)| (1 << position, station.applies))
                .collect(),
            sessions: stations()
                .filter(|(_, station)| station.cadence > 0.0)
                .map(|(_, station)| (station.cadence, 0.0))
                .collect(),
            times: Vec::new(),
        }
    }

    /// The lead times so far, in days, in the order of the units.
    pub(super) fn times(&self) -> &[f64] {
        &self.times
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
        let random = &mut self.random;
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
        while let Some(place) = self.places.get(at) {
            if place.steps & applies == 0 {
                at += 1;
                continue;
            }
            visits += 1;
            if visits > MOST_VISITS {
                return Err(Endless);
            }
            let mut longest = 0.0;
            let mut passes = 1.0;
            let mut back = at;
            for meeting in &place.meetings {
                if meeting.steps & applies == 0 {
                    continue;
                }
                let mut duration = meeting.fixed;
                if meeting.queue > 0.0 {
                    duration = -meeting.queue * libm::log(random.uniform());
                }
                if meeting.cadence > 0.0 {
                    duration += if on_calendar {
                        let first = self.sessions.get(meeting.session).map_or(0.0, |session| session.1);
                        until_next(first - (now + duration), meeting.cadence)
                    } else {
                        random.uniform() * meeting.cadence
                    };
                }
                for member in &meeting.members {
                    if member.step & applies != 0 {
                        duration += member.touch;
                        if member.passes < 1.0 {
                            passes *= member.passes;
                            back = back.min(member.back);
                        }
                    }
                }
                if duration > longest {
                    longest = duration;
                }
            }
            now += longest;
            at = if passes < 1.0 && random.uniform() < 1.0 - passes { back } else { at + 1 };
        }
        Ok(now)
    }
}

/// The days to the next of regular sessions, from the days to any one of them: the remainder, from 0 to under the
/// cadence.
#[inline]
fn until_next(days: f64, cadence: f64) -> f64 {
    let rest = days - cadence * (days / cadence).floor();
    // Rounding can put it on or past an end.
    if rest < 0.0 {
        rest + cadence
    } else if rest >= cadence {
        rest - cadence
    } else {
        rest
    }
}

fn place(route: &Route, nodes: &[Node], number: usize, node: &Node) -> Place {
    let changes = route.unchanged();
    let assumed = Assumptions::default();
    let steps = node.own | node.guests;
    let member = |position: usize| {
        let station = route.stations.get(position)?;
        let back = nodes.iter().position(|node| node.last >= station.back);
        Some(Member {
            step: 1 << position,
            touch: station.touch,
            passes: 1.0 - station.returns,
            back: back.unwrap_or(number).min(number),
        })
    };
    let meeting = |host: usize| {
        let station = route.stations.get(host)?;
        let times = station.times(Change::Keep, &assumed);
        let guests = positions(node.guests).filter(|guest| route.host(&changes, *guest) == Some(host));
        let members: Vec<Member> = std::iter::once(host).chain(guests).filter_map(member).collect();
        let sessions = route.stations.iter().take(host).filter(|station| station.cadence > 0.0);
        Some(Meeting {
            steps: members.iter().fold(0, |steps, member| steps | member.step),
            queue: if times.fixed { 0.0 } else { times.wait },
            fixed: if times.fixed { times.wait } else { 0.0 },
            cadence: times.cadence,
            session: sessions.count(),
            members,
        })
    };
    Place { steps, meetings: positions(node.own).filter_map(meeting).collect() }
}
