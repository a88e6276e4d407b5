//! What is known about the pace of a path. CONTRACT 2, `PaceResult`.

use super::summary::Summary;
use super::{Calendar, Change, StepSet};

/// A step, or steps that a unit goes through at the same time, with the days a unit spends there in all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NodeDays {
    /// Which steps: those that run in parallel, and those that are done in the session of one of them.
    pub steps: StepSet,
    /// R: expected days per unit, work that is done again included.
    pub days: f64,
}

/// Lead times of simulated units. SCIENCE 4.3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SimulationResult {
    /// Whether sessions stood on a calendar.
    pub calendar: Calendar,
    /// Where the random numbers started.
    pub seed: u32,
    /// How many units there were.
    pub trials: u32,
    /// Mean, deviation and percentiles of their lead times.
    pub summary: Summary,
    /// The share of units that are done within the planned days; absent without a plan.
    pub on_plan_share: Option<f64>,
}

/// What one control costs and what it is worth. SCIENCE 4.4 and 4.5.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ControlFigures {
    /// Its position in the path.
    pub step: usize,
    /// Attribution: the days it adds, as Shapley value; absent for one that was planned. They sum to the lead time less
    /// the baseline.
    pub shapley: Option<f64>,
    /// Decision: the days that leaving out this one alone would save today. They do not sum to anything, and do not go
    /// together with the attribution.
    pub leave_one_out: f64,
    /// The price of a day at the observed catch rate: below it the control costs less in delay than it catches. Absent
    /// where leaving it out saves no time.
    pub price: Option<f64>,
    /// The same at the cautious rate.
    pub price_cautious: Option<f64>,
    /// What to do with it where all others are kept; absent without a cost of delay.
    pub verdict: Option<Verdict>,
}

/// What to do with one control where all others are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdict {
    /// The best option at the cautious catch rate.
    pub option: Change,
    /// Whether the lowest plausible catch rate gives the same.
    pub firm: bool,
    /// What to try on the next units besides: the best option at the observed rate, where it is another one.
    pub trial: Option<Change>,
}

/// How the model compares with what was observed. SCIENCE 4.3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Observed {
    /// Observed lead times.
    pub count: usize,
    /// Their mean, in days.
    pub mean: f64,
    /// (mean - expected) / (standard deviation of the model / sqrt(count)).
    pub z: f64,
    /// Whether the path as entered explains them: |z| <= 2.
    pub explained: bool,
}

/// What a reader should know about a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WarningCode {
    /// Sessions on a calendar make the mean more than 5 % another one than independent waits would.
    CalendarMatters,
    /// Running these steps in parallel takes longer than one after the other: each return repeats them all.
    ParallelSlower,
    /// There are no numbers on how often these controls ran.
    NoCatchData,
}

impl WarningCode {
    /// The public code.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::CalendarMatters => "calendar-matters",
            Self::ParallelSlower => "parallel-slower",
            Self::NoCatchData => "no-catch-data",
        }
    }
}

/// A warning, and which steps it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Warning {
    /// What it says.
    pub code: WarningCode,
    /// The steps.
    pub steps: StepSet,
}

/// All that is known about the pace of a path.
#[derive(Debug, Clone, PartialEq)]
pub struct PaceResult {
    /// E[T]: expected days of one unit, exact.
    pub lead_time: f64,
    /// The hands-on days in it.
    pub active_time: f64,
    /// Active time / lead time, 0 to 1.
    pub flow_efficiency: f64,
    /// `T_plan` / E[T]; absent without a plan. With work in progress held constant it is also the ratio of throughputs
    /// (Little's law).
    pub pace_fraction: Option<f64>,
    /// Where the days go, in path order. They sum to the lead time.
    pub steps: Vec<NodeDays>,
    /// How lead times vary.
    pub simulation: SimulationResult,
    /// Expected days with work and planned controls only.
    pub baseline: f64,
    /// The share of the delay that comes from controls that were not planned, 0 to 1; absent without a plan, or where
    /// there is no delay.
    pub control_share: Option<f64>,
    /// How the model compares with what was observed; absent without observations.
    pub observed: Option<Observed>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// V: expected loss that is caught per unit, at the observed catch rates.
    pub caught_loss: f64,
    /// The same at the cautious ones.
    pub caught_loss_cautious: f64,
    /// What each control costs and is worth, in path order.
    pub controls: Vec<ControlFigures>,
}
