//! Computing the pace of a path, in one go or in parts.

use super::check::check;
use super::drag::{Shapley, leave_one_out};
use super::expectation::Expectation;
use super::route::{Route, positions};
use super::simulation::{Endless, Simulation};
use super::summary::{Summary, as_number, share_within, summarise};
use super::value::{SAME, price_per_day, verdict};
use super::{
    Assumptions, Calendar, Drag, NodeDays, Observed, PaceOptions, PaceResult, PathInput, Rates,
    SimulationResult, Value, Warning, WarningCode,
};
use crate::problem::{Fault, PathFault, Problem};
use crate::table::Table;

/// Where the mean with a calendar differs from the one without by more than this share, a reader is told.
const CALENDAR_MATTERS: f64 = 0.05;
/// Differences of fewer standard errors than this are chance.
const CHANCE: f64 = 2.0;
/// More standard errors than this from the model: it does not explain what was observed.
const UNEXPLAINED: f64 = 2.0;

/// All that is known about the pace of a path. SCIENCE 4.1 to 4.5.
///
/// # Errors
/// What is wrong with the path; [`PathFault::EndlessReturns`] where a simulated unit does not arrive.
pub fn pace(path: &PathInput, options: PaceOptions) -> Result<PaceResult, Vec<Problem>> {
    let mut run = PaceRun::new(path, options)?;
    loop {
        if let Some(result) = run.step(u32::MAX)? {
            return Ok(result);
        }
    }
}

/// The same in parts, for a screen that has other things to do. The figures do not depend on how it is cut.
#[derive(Debug)]
pub struct PaceRun {
    path: PathInput,
    options: PaceOptions,
    expectation: Expectation,
    shapley: Shapley,
    simulation: Simulation,
}

impl PaceRun {
    /// Begins.
    ///
    /// # Errors
    /// What is wrong with the path.
    pub fn new(path: &PathInput, options: PaceOptions) -> Result<Self, Vec<Problem>> {
        let route = checked(path)?;
        Ok(Self {
            path: path.clone(),
            // A deviation needs two.
            options: PaceOptions { trials: options.trials.max(2), ..options },
            shapley: Shapley::new(&route),
            simulation: Simulation::new(&route, options.calendar, options.seed),
            expectation: Expectation::new(route, Assumptions::default()),
        })
    }

    /// Does so much more: sets of controls (at most 4096 in all), then simulated units; each takes microseconds at
    /// most, some sets with many steps in parallel more. Gives the result when all is done.
    ///
    /// # Errors
    /// [`PathFault::EndlessReturns`] where a simulated unit does not arrive.
    pub fn step(&mut self, budget: u32) -> Result<Option<PaceResult>, Vec<Problem>> {
        let mut left = usize::try_from(budget).unwrap_or(usize::MAX);
        let sets = left.min(self.shapley.sets() - self.shapley.seen());
        self.shapley.run(&mut self.expectation, sets);
        left -= sets;
        let trials = usize::try_from(self.options.trials).unwrap_or(usize::MAX);
        let units = left.min(trials - self.simulation.times().len());
        self.simulation
            .run(units)
            .map_err(|Endless| vec![Problem::new("steps", Fault::Path(PathFault::EndlessReturns))])?;
        let done = self.simulation.times().len() == trials && self.shapley.seen() == self.shapley.sets();
        Ok(done.then(|| self.finish()))
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        let all = self.shapley.sets() + usize::try_from(self.options.trials).unwrap_or(usize::MAX);
        as_number(self.shapley.seen() + self.simulation.times().len()) / as_number(all)
    }

    /// The simulated lead times so far, in days, in the order of the units.
    #[must_use]
    pub fn times(&self) -> &[f64] {
        self.simulation.times()
    }

    fn finish(&mut self) -> PaceResult {
        let unchanged = self.expectation.route().unchanged();
        let lead_time = self.expectation.lead_time(&unchanged);
        let steps = self
            .expectation
            .last()
            .map(|(node, days)| NodeDays {
                ids: self.ids(positions(node.own).chain(positions(node.guests))),
                days,
            })
            .collect();
        let active_time = Expectation::of_touch_time(self.expectation.route().clone()).lead_time(&unchanged);
        let summary = summarise(self.simulation.times());
        let saved = leave_one_out(&mut self.expectation, lead_time);
        PaceResult {
            lead_time,
            active_time,
            // A path without any time in it has none to lose.
            flow_efficiency: if lead_time > 0.0 { (active_time / lead_time).min(1.0) } else { 1.0 },
            pace_fraction: self.path.planned_days.filter(|_| lead_time > 0.0).map(|days| days / lead_time),
            steps,
            drag: self.drag(lead_time, &saved),
            observed: self.observed(lead_time, summary.sd),
            warnings: self.warnings(lead_time, &summary),
            value: self.value(lead_time, &saved),
            simulation: self.simulated(summary),
        }
    }

    fn simulated(&self, summary: Summary) -> SimulationResult {
        SimulationResult {
            calendar: self.options.calendar,
            seed: self.options.seed,
            trials: self.options.trials,
            mean: summary.mean,
            sd: summary.sd,
            p50: summary.p50,
            p85: summary.p85,
            p95: summary.p95,
            rank_bands95: summary.bands,
            on_plan_share: self.path.planned_days.map(|days| share_within(&summary.sorted, days)),
        }
    }

    fn drag(&self, lead_time: f64, saved: &[(usize, f64)]) -> Drag {
        let shapley = self.shapley.finish();
        let added: f64 = shapley.iter().map(|(_, days)| days).sum();
        let delay = self.path.planned_days.map(|days| lead_time - days).filter(|delay| *delay > 0.0);
        Drag {
            baseline: self.shapley.baseline(),
            control_share: delay.map(|delay| (added / delay).clamp(0.0, 1.0)),
            shapley: self.by_id(shapley.into_iter()),
            leave_one_out: self.by_id(saved.iter().copied()),
        }
    }

    fn observed(&self, lead_time: f64, sd: f64) -> Option<Observed> {
        let times = self.path.observed_lead_times.as_deref()?;
        let mean = crate::pace::summary::mean(times)?;
        // A model without variation leaves no room for any difference.
        let error = sd.max(SAME) / as_number(times.len()).sqrt();
        let z = (mean - lead_time) / error;
        Some(Observed { count: times.len(), mean, z, explained: z.abs() <= UNEXPLAINED })
    }

    fn warnings(&self, lead_time: f64, summary: &Summary) -> Vec<Warning> {
        let route = self.expectation.route();
        let stations = || route.stations.iter().enumerate();
        let mut warnings = Vec::new();
        let mut warn = |code, positions: Vec<usize>| {
            if !positions.is_empty() {
                warnings.push(Warning { code, ids: self.ids(positions.into_iter()) });
            }
        };

        let difference = (summary.mean - lead_time).abs();
        let error = summary.sd / as_number(self.simulation.times().len()).sqrt();
        if self.options.calendar == Calendar::Fixed
            && difference > CALENDAR_MATTERS * lead_time
            && difference > CHANCE * error
        {
            let sessions = stations().filter(|(_, station)| station.cadence > 0.0);
            warn(WarningCode::CalendarMatters, sessions.map(|(position, _)| position).collect());
        }
        let mut group = 0;
        for (_, station) in stations() {
            if station.group == group || station.group == 0 {
                continue;
            }
            group = station.group;
            let members = stations().filter(|(_, station)| station.group == group);
            let members: Vec<usize> = members.map(|(position, _)| position).collect();
            let mut serial = route.clone();
            for station in serial.stations.iter_mut().filter(|station| station.group == group) {
                station.group = 0;
            }
            let unchanged = serial.unchanged();
            let serial = Expectation::new(serial, Assumptions::default()).lead_time(&unchanged);
            if lead_time > serial + SAME {
                warn(WarningCode::ParallelSlower, members);
            }
        }
        let silent = stations().filter(|(_, station)| station.is_control && station.run == 0);
        warn(WarningCode::NoCatchData, silent.map(|(position, _)| position).collect());
        warnings
    }

    fn value(&mut self, lead_time: f64, saved: &[(usize, f64)]) -> Value {
        let unchanged = self.expectation.route().unchanged();
        let caught = |rates: Rates| {
            let route = self.expectation.route();
            route.caught_loss(&unchanged, &route.rates(rates), self.expectation.assumed())
        };
        let (caught_loss, caught_loss_cautious) = (caught(Rates::Point), caught(Rates::Cautious));
        let stations = &self.expectation.route().stations;
        let prices = saved
            .iter()
            .filter_map(|(position, days)| Some((*position, price_per_day(stations.get(*position)?, *days))));
        let price_per_day = self.by_id(prices);
        let verdicts = self.path.cost_of_delay_per_day.map(|cost| {
            let controls = self.expectation.route().controls.clone();
            let verdicts: Vec<_> = controls
                .into_iter()
                .map(|position| (position, verdict(&mut self.expectation, position, lead_time, cost)))
                .collect();
            self.by_id(verdicts.into_iter())
        });
        Value { caught_loss, caught_loss_cautious, price_per_day, verdicts }
    }

    fn ids(&self, positions: impl Iterator<Item = usize>) -> Vec<String> {
        positions.filter_map(|position| self.path.steps.get(position)).map(|step| step.id.clone()).collect()
    }

    fn by_id<T>(&self, entries: impl Iterator<Item = (usize, T)>) -> Table<String, T> {
        entries
            .filter_map(|(position, value)| Some((self.path.steps.get(position)?.id.clone(), value)))
            .collect()
    }
}

/// The path made ready, if nothing is wrong with it.
pub(super) fn checked(path: &PathInput) -> Result<Route, Vec<Problem>> {
    let problems = check(path);
    if problems.is_empty() { Ok(Route::new(path)) } else { Err(problems) }
}
