//! Computing the pace of a path, in one go or in parts.

use super::check::check;
use super::drag::Shapley;
use super::expectation::Expectation;
use super::route::{Route, Station, UNCHANGED};
use super::simulation::{Endless, Simulation};
use super::summary::{Summary, as_number, mean, share_within, sorted, summarise};
use super::value::{SAME, price, verdict};
use super::{
    Assumptions, Calendar, Change, ControlFigures, Observed, PaceOptions, PaceResult, PathInput, Rates,
    SimulationResult, StepSet, Warning, WarningCode,
};
use crate::problem::{Fault, PathFault, Problem};

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
    while !run.step(u32::MAX)? {}
    Ok(run.result())
}

/// The same in parts, for a screen that has other things to do. The figures do not depend on how it is cut.
#[derive(Debug)]
pub struct PaceRun {
    planned_days: Option<f64>,
    cost_of_delay: Option<f64>,
    /// Number and mean of the lead times that were observed.
    observed: Option<(usize, f64)>,
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
        let observed = &path.observed_lead_times;
        Ok(Self {
            planned_days: path.planned_days,
            cost_of_delay: path.cost_of_delay_per_day,
            observed: (!observed.is_empty()).then(|| (observed.len(), mean(observed))),
            // A deviation needs two.
            options: PaceOptions { trials: options.trials.max(2), ..options },
            shapley: Shapley::new(&route),
            simulation: Simulation::new(&route, options.calendar, options.seed),
            expectation: Expectation::new(route, Assumptions::default()),
        })
    }

    /// Does so much more: sets of controls (at most 4096 in all), then simulated units; each takes microseconds at
    /// most, some sets with many steps in parallel more. Says whether all is done.
    ///
    /// # Errors
    /// [`PathFault::EndlessReturns`] where a simulated unit does not arrive.
    pub fn step(&mut self, budget: u32) -> Result<bool, Vec<Problem>> {
        let budget = budget as usize;
        let sets = budget.min(self.shapley.sets() - self.shapley.values.len());
        self.shapley.run(&mut self.expectation, sets);
        let trials = self.options.trials as usize;
        let units = (budget - sets).min(trials - self.simulation.times.len());
        if let Err(Endless) = self.simulation.run(units) {
            return Err(vec![Problem::new("steps", Fault::Path(PathFault::EndlessReturns))]);
        }
        Ok(self.done() == self.all())
    }

    fn all(&self) -> usize {
        self.shapley.sets() + self.options.trials as usize
    }

    fn done(&self) -> usize {
        self.shapley.values.len() + self.simulation.times.len()
    }

    /// How much is done, 0 to 1.
    #[must_use]
    pub fn progress(&self) -> f64 {
        as_number(self.done()) / as_number(self.all())
    }

    /// The simulated lead times so far, in days, in the order of the units.
    #[must_use]
    pub fn times(&self) -> &[f64] {
        &self.simulation.times
    }

    /// The result, from all units so far; after the last step from all.
    pub fn result(&mut self) -> PaceResult {
        let active_time = self.expectation.active_time(&UNCHANGED);
        let lead_time = self.expectation.lead_time(&UNCHANGED);
        let steps = self.expectation.days_of_nodes();
        let times = &self.simulation.times;
        let summary = summarise(times, &sorted(times));
        let on_plan_share = self.planned_days.map(|days| share_within(times, days));

        let controls = self.controls(lead_time);
        let mut added = 0.0;
        for control in &controls {
            added += control.shapley.unwrap_or(0.0);
        }
        let delay = self.planned_days.map(|days| lead_time - days).filter(|delay| *delay > 0.0);
        let caught = |rates: Rates| {
            let route = &self.expectation.route;
            route.caught_loss(&UNCHANGED, &route.rates(rates), &self.expectation.assumed)
        };
        PaceResult {
            lead_time,
            active_time,
            // A path without any time in it has none to lose, and no pace.
            flow_efficiency: if lead_time > SAME { (active_time / lead_time).min(1.0) } else { 1.0 },
            pace_fraction: self.planned_days.filter(|_| lead_time > SAME).map(|days| days / lead_time),
            steps,
            baseline: self.shapley.values.first().copied().unwrap_or_default(),
            control_share: delay.map(|delay| (added / delay).clamp(0.0, 1.0)),
            observed: self.observed.map(|observed| explain(observed, lead_time, summary.sd)),
            caught_loss: caught(Rates::Point),
            caught_loss_cautious: caught(Rates::Cautious),
            warnings: self.warnings(lead_time, &summary),
            simulation: SimulationResult {
                calendar: self.options.calendar,
                seed: self.options.seed,
                trials: self.options.trials,
                summary,
                on_plan_share,
            },
            controls,
        }
    }

    fn controls(&mut self, lead_time: f64) -> Vec<ControlFigures> {
        let mut controls = Vec::new();
        let expectation = &mut self.expectation;
        for number in 0..expectation.route.controls.len() {
            let step = expectation.route.controls.get(number).copied().unwrap_or_default();
            let without = Route::with(step, Change::Retire);
            let leave_one_out = lead_time - expectation.lead_time(&without);
            let verdict = self.cost_of_delay.map(|cost| verdict(expectation, step, lead_time, cost));
            let Some(station) = expectation.route.stations.get(step) else { continue };
            controls.push(ControlFigures {
                step,
                shapley: self.shapley.value(step),
                leave_one_out,
                price: price(station, Rates::Point, leave_one_out),
                price_cautious: price(station, Rates::Cautious, leave_one_out),
                verdict,
            });
        }
        controls
    }

    fn warnings(&mut self, lead_time: f64, summary: &Summary) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let mut warn = |code, steps| {
            if steps != 0 {
                warnings.push(Warning { code, steps: StepSet(steps) });
            }
        };
        let expectation = &mut self.expectation;
        let difference = (summary.mean - lead_time).abs();
        let error = summary.sd / as_number(self.simulation.times.len()).sqrt();
        if self.options.calendar == Calendar::Fixed
            && difference > CALENDAR_MATTERS * lead_time
            && difference > CHANCE * error
        {
            warn(WarningCode::CalendarMatters, those(&expectation.route, &|station| station.cadence > 0.0));
        }
        for group in 1..=expectation.route.stations.len() {
            let members = those(&expectation.route, &|station| station.group == group);
            if members != 0 && expectation.lead_time_serial(&UNCHANGED, group) < lead_time - SAME {
                warn(WarningCode::ParallelSlower, members);
            }
        }
        let silent = those(&expectation.route, &|station| station.is_control && station.run <= 0.0);
        warn(WarningCode::NoCatchData, silent);
        warnings
    }
}

/// The steps of which something holds, as bits.
fn those(route: &Route, holds: &dyn Fn(&Station) -> bool) -> u64 {
    let mut steps = 0;
    for (position, station) in route.stations.iter().enumerate() {
        steps |= u64::from(holds(station)) << position;
    }
    steps
}

/// The check of the model: z = (mean - E[T]) / (SD / sqrt n). SCIENCE 4.3.
fn explain((count, mean): (usize, f64), lead_time: f64, sd: f64) -> Observed {
    // A model without variation leaves no room for any difference.
    let z = (mean - lead_time) / (sd.max(SAME) / as_number(count).sqrt());
    Observed { count, mean, z, explained: z.abs() <= UNEXPLAINED }
}

/// The path made ready, if nothing is wrong with it.
pub(super) fn checked(path: &PathInput) -> Result<Route, Vec<Problem>> {
    let problems = check(path);
    if problems.is_empty() { Ok(Route::new(path)) } else { Err(problems) }
}
