//! What is known about the pace of a path. CONTRACT 2, `PaceResult`.

use serde::Serialize;

use super::summary::RankBands;
use super::{Calendar, Change};
use crate::table::Table;

/// A step, or steps that run in parallel, with the days a unit spends there in all.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NodeDays {
    /// Which steps; those done in the session of another stand after it.
    pub ids: Vec<String>,
    /// R: expected days per unit, work that is done again included.
    pub days: f64,
}

/// Lead times of simulated units. SCIENCE 4.3.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SimulationResult {
    /// Whether sessions stood on a calendar.
    pub calendar: Calendar,
    /// Where the random numbers started.
    pub seed: u32,
    /// How many units there were.
    pub trials: u32,
    /// Their mean lead time, in days.
    pub mean: f64,
    /// Standard deviation, with n - 1.
    pub sd: f64,
    /// Half of the units take at most this many days.
    pub p50: f64,
    /// 85 of 100.
    pub p85: f64,
    /// 95 of 100.
    pub p95: f64,
    /// 95 % intervals of the three, by ranks.
    pub rank_bands95: RankBands,
    /// The share of units that are done within the planned days; absent without a plan.
    pub on_plan_share: Option<f64>,
}

/// What controls add to the lead time. SCIENCE 4.4. The two tables answer different questions and do not go together.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Drag {
    /// Expected days with work and planned controls only.
    pub baseline: f64,
    /// The share of the delay that comes from controls that were not planned, 0 to 1; absent without a plan, or where
    /// there is no delay.
    pub control_share: Option<f64>,
    /// Attribution: days by control that was not planned. They sum to the lead time less the baseline.
    pub shapley: Table<String, f64>,
    /// Decision: days that leaving out this one alone would save today, by control.
    pub leave_one_out: Table<String, f64>,
}

/// How the model compares with what was observed. SCIENCE 4.3.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WarningCode {
    /// Sessions on a calendar make the mean more than 5 % another one than independent waits would.
    CalendarMatters,
    /// Running these steps in parallel takes longer than one after the other: each return repeats them all.
    ParallelSlower,
    /// There are no numbers on how often these controls ran.
    NoCatchData,
}

/// A warning, and which steps it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// What it says.
    pub code: WarningCode,
    /// The steps.
    pub ids: Vec<String>,
}

/// The price of a day: below it a control costs less in delay than it catches.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Price {
    /// At the observed catch rate; absent where leaving the control out saves no time.
    pub point: Option<f64>,
    /// At the cautious one.
    pub cautious: Option<f64>,
}

/// What to do with one control where all others are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// The best option at the cautious catch rate.
    pub option: Change,
    /// Whether the lowest plausible catch rate gives the same.
    pub firm: bool,
    /// What to try on the next units besides: the best option at the observed rate, where it is another one.
    pub trial: Option<Change>,
}

/// What the controls are worth. SCIENCE 4.5.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Value {
    /// V: expected loss that is caught per unit, at the observed catch rates.
    pub caught_loss: f64,
    /// The same at the cautious ones.
    pub caught_loss_cautious: f64,
    /// By control.
    pub price_per_day: Table<String, Price>,
    /// By control; absent without a cost of delay.
    pub verdicts: Option<Table<String, Verdict>>,
}

/// All that is known about the pace of a path.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
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
    /// What controls add.
    pub drag: Drag,
    /// How the model compares with what was observed; absent without observations.
    pub observed: Option<Observed>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
    /// What the controls are worth.
    pub value: Value,
}
