//! The path of one rollout unit as it was entered. CONTRACT 2, `PathInput` and `Step`.

use serde::Serialize;

/// Most controls on a path.
pub const MOST_CONTROLS: usize = 12;
/// Most steps on a path, work and controls together.
pub const MOST_STEPS: usize = 60;

/// The path of one unit, from the first step to the last. SCIENCE 4.1. All times are working days.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PathInput {
    /// `T_plan`: planned days for one unit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_days: Option<f64>,
    /// What a day of delay costs, in the same money as the losses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_of_delay_per_day: Option<f64>,
    /// Days that units really took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observed_lead_times: Option<Vec<f64>>,
    /// The steps, in path order.
    pub steps: Vec<Step>,
}

/// What kind of step it is. All but work are controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum StepKind {
    /// What the unit is for.
    #[default]
    Work,
    /// Somebody reads it through.
    Review,
    /// It is tried against what it has to do.
    Validation,
    /// Somebody says yes or no.
    Approval,
    /// What does not fit is decided apart.
    Exception,
    /// A governance board decides.
    Board,
    /// Waiting until more is certain.
    Wait,
    /// Any other control.
    Control,
}

impl StepKind {
    /// All, in the order of the contract.
    pub const ALL: [Self; 8] = [
        Self::Work,
        Self::Review,
        Self::Validation,
        Self::Approval,
        Self::Exception,
        Self::Board,
        Self::Wait,
        Self::Control,
    ];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Review => "review",
            Self::Validation => "validation",
            Self::Approval => "approval",
            Self::Exception => "exception",
            Self::Board => "board",
            Self::Wait => "wait",
            Self::Control => "control",
        }
    }
}

/// How the waiting time of a step varies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WaitKind {
    /// As in an inbox: exponential, with the given mean.
    Queue,
    /// Always the given time.
    Fixed,
}

impl WaitKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Queue, Self::Fixed];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Fixed => "fixed",
        }
    }
}

/// Why a control is there. In no formula; shown next to its verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// A law asks for it.
    Law,
    /// Something went wrong once.
    Incident,
    /// The pilot showed a risk.
    PilotRisk,
    /// To be sure.
    ToBeSure,
    /// Nobody knows.
    Unknown,
}

impl Reason {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Law, Self::Incident, Self::PilotRisk, Self::ToBeSure, Self::Unknown];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Incident => "incident",
            Self::PilotRisk => "pilot_risk",
            Self::ToBeSure => "to_be_sure",
            Self::Unknown => "unknown",
        }
    }
}

/// One step of a path. SCIENCE 4.1. What is absent has its usual value, which is 0 unless another is named.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// Names it within the path.
    pub id: String,
    /// What people call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Work, or a kind of control.
    pub kind: StepKind,
    /// t: hands-on days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub touch_days: Option<f64>,
    /// q: days of waiting before it, on average.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_days: Option<f64>,
    /// How they vary: usually a queue, for a step of kind wait a fixed time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_kind: Option<WaitKind>,
    /// c: days between two sessions of a board; 0 is any time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cadence_days: Option<f64>,
    /// a: share of units it applies to, above 0 and up to 1; usually 1. A unit it applies to meets it each time round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub applies_share: Option<f64>,
    /// r: chance of sending the unit back, 0 to 0.9.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_chance: Option<f64>,
    /// The step it sends the unit back to, itself or one before it; usually the nearest work step before it, itself
    /// where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returns_to: Option<String>,
    /// Steps next to each other with the same group run in parallel.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parallel_group: Option<String>,
    /// The control in whose session it is done: it has that one's wait instead of its own and adds its touch time. It
    /// stands on its own again where that control is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    /// Whether it was part of the original plan; usually not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<bool>,
    /// Whether law, contract or safety ask for it, or a miss is not acceptable at any price; usually not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected: Option<bool>,
    /// Times it ran in the last twelve months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_run: Option<u32>,
    /// Times it stopped a real problem in the last twelve months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times_caught: Option<u32>,
    /// What one such problem costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss_per_catch: Option<f64>,
    /// The control that would catch the problem if this one did not exist.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup: Option<String>,
    /// o: how often it would, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub backup_catch_share: Option<f64>,
    /// Why it is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

impl Step {
    /// Whether it is a control: everything but work.
    #[must_use]
    pub fn is_control(&self) -> bool {
        self.kind != StepKind::Work
    }

    /// Whether its wait is a fixed time.
    #[must_use]
    pub fn waits_fixed(&self) -> bool {
        let usual = if self.kind == StepKind::Wait { WaitKind::Fixed } else { WaitKind::Queue };
        self.wait_kind.unwrap_or(usual) == WaitKind::Fixed
    }
}

/// What can be done with a control, the mildest first. SCIENCE 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Leave it as it is.
    #[default]
    Keep,
    /// Half the wait and half the cadence; a fixed wait becomes a time box.
    Streamline,
    /// Run it in parallel with the control right before it.
    Parallel,
    /// Let somebody decide within a day.
    Delegate,
    /// Do it in the session of its backup.
    Merge,
    /// Leave it out.
    Retire,
}

impl Change {
    /// All, the mildest first.
    pub const ALL: [Self; 6] =
        [Self::Keep, Self::Streamline, Self::Parallel, Self::Delegate, Self::Merge, Self::Retire];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Streamline => "streamline",
            Self::Parallel => "parallel",
            Self::Delegate => "delegate",
            Self::Merge => "merge",
            Self::Retire => "retire",
        }
    }
}
