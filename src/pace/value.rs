//! What each control is worth, beside what it costs. SCIENCE 4.5.

use super::expectation::Expectation;
use super::rates::{lower, upper};
use super::route::{Route, Station};
use super::{Assumptions, Change, Price, Rates, Verdict};

/// Days and money closer than this are equal.
pub(super) const SAME: f64 = 1e-9;

impl Station {
    fn rate(&self, rates: Rates) -> f64 {
        match rates {
            Rates::Point => self.catch_rate(),
            Rates::Cautious => upper(self.caught, self.run),
        }
    }
}

impl Route {
    /// The catch rate of each control, in path order.
    pub(super) fn rates(&self, rates: Rates) -> Vec<f64> {
        self.controls
            .iter()
            .map(|control| self.stations.get(*control).map_or(0.0, |station| station.rate(rates)))
            .collect()
    }
}

/// The price of a day: what a control catches that nothing else would, per day that leaving it out would save:
/// `a f loss (1 - o) / days`. Absent where leaving it out saves nothing. It needs no cost of delay.
pub(super) fn price_per_day(station: &Station, days: f64) -> Price {
    let others = station.backup.map_or(0.0, |_| station.backup_share);
    let price = |rate: f64| (days > SAME).then(|| station.stake * rate * (1.0 - others) / days);
    Price { point: price(station.rate(Rates::Point)), cautious: price(station.rate(Rates::Cautious)) }
}

/// What to do with one control, all others kept, where a day of delay costs `cost`. SCIENCE 4.5.
///
/// The net gain of an option is `cost (E[T] - E[T_o]) - (V - V_o)`. The verdict is the best option at the cautious
/// (upper) catch rate, of equal ones the milder; firm if the lower rate gives the same, else with a trial where the
/// point rate gives another one.
pub(super) fn verdict(expectation: &mut Expectation, position: usize, lead_time: f64, cost: f64) -> Verdict {
    let assumed = Assumptions::default();
    let mut options = Vec::new();
    for change in Change::ALL {
        let changes = expectation.route().with(position, change);
        let route = expectation.route();
        if route.offers(position, change, &assumed) && route.fits(&changes) {
            let lost = 1.0 - route.kept(&changes, position, &assumed);
            options.push((change, cost * (lead_time - expectation.lead_time(&changes)), lost));
        }
    }
    let station = expectation.route().stations.get(position);
    let best = |rate: f64| {
        let stake = station.map_or(0.0, |station| station.stake);
        let mut best = (Change::Keep, f64::NEG_INFINITY);
        for (change, gained, lost) in &options {
            let net = gained - stake * rate * lost;
            if net > best.1 + SAME {
                best = (*change, net);
            }
        }
        best.0
    };
    let (run, caught) = station.map_or((0, 0), |station| (station.run, station.caught));
    let option = best(upper(caught, run));
    let at_point = best(station.map_or(0.0, Station::catch_rate));
    let firm = best(lower(caught, run)) == option;
    Verdict { option, firm, trial: (!firm && at_point != option).then_some(at_point) }
}
