//! What each control is worth, beside what it costs. SCIENCE 4.5.

use super::expectation::Expectation;
use super::rates::{lower, upper};
use super::route::{Route, Station};
use super::{Change, Rates, Verdict};

/// Days and money closer than this are equal.
pub(super) const SAME: f64 = 1e-9;

impl Station {
    /// f: how often it catches something when it runs; 0 at the point rate where it never ran.
    pub(super) fn rate(&self, rates: Rates) -> f64 {
        match rates {
            Rates::Point if self.run <= 0.0 => 0.0,
            Rates::Point => self.caught / self.run,
            Rates::Cautious => upper(self.caught, self.run),
        }
    }
}

impl Route {
    /// The catch rate of each control, in path order.
    pub(super) fn rates(&self, rates: Rates) -> Vec<f64> {
        let mut all = Vec::new();
        for control in &self.controls {
            all.push(self.stations.get(*control).map_or(0.0, |station| station.rate(rates)));
        }
        all
    }
}

/// The price of a day: what a control catches that nothing else would, per day that leaving it out would save:
/// `a f loss (1 - o) / days`. Absent where leaving it out saves nothing. It needs no cost of delay.
pub(super) fn price(station: &Station, rates: Rates, days: f64) -> Option<f64> {
    let others = if station.backup.is_some() { station.backup_share } else { 0.0 };
    (days > SAME).then(|| station.stake * station.rate(rates) * (1.0 - others) / days)
}

/// What to do with one control, all others kept, where a day of delay costs `cost`. SCIENCE 4.5.
///
/// The net gain of an option is `cost (E[T] - E[T_o]) - (V - V_o)`. The verdict is the best option at the cautious
/// (upper) catch rate, of equal ones the milder; firm if the lower rate gives the same, else with a trial where the
/// point rate gives another one.
pub(super) fn verdict(expectation: &mut Expectation, position: usize, lead_time: f64, cost: f64) -> Verdict {
    // What each option gains in money, and the share of catches that it loses.
    let mut options = Vec::new();
    for change in Change::ALL {
        let changes = Route::with(position, change);
        let (route, assumed) = (&expectation.route, &expectation.assumed);
        if route.offers(position, change, assumed) && route.fits(&changes) {
            let lost = 1.0 - route.kept(&changes, position, assumed);
            options.push((change, cost * (lead_time - expectation.lead_time(&changes)), lost));
        }
    }
    let Some(station) = expectation.route.stations.get(position) else {
        return Verdict { option: Change::Keep, firm: true, trial: None };
    };
    let best = |rate: f64| {
        let mut best = (Change::Keep, f64::NEG_INFINITY);
        for (change, gained, lost) in &options {
            let net = gained - station.stake * rate * lost;
            if net > best.1 + SAME {
                best = (*change, net);
            }
        }
        best.0
    };
    let option = best(station.rate(Rates::Cautious));
    let at_point = best(station.rate(Rates::Point));
    let firm = best(lower(station.caught, station.run)) == option;
    Verdict { option, firm, trial: (!firm && at_point != option).then_some(at_point) }
}
