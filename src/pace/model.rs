//! The path of one rollout unit as it was entered. CONTRACT 2, `PathInput` and `Step`.

/// Most controls on a path.
pub const MOST_CONTROLS: usize = 12;
/// Most steps on a path, work and controls together.
pub const MOST_STEPS: usize = 60;

/// The path of one unit, from the first step to the last. SCIENCE 4.1. All times are working days.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PathInput {
    /// `T_plan`: planned days for one unit.
    pub planned_days: Option<f64>,
    /// What a day of delay costs, in the same money as the losses.
    pub cost_of_delay_per_day: Option<f64>,
    /// Days that units really took.
    pub observed_lead_times: Vec<f64>,
    /// The steps, in path order.
    pub steps: Vec<Step>,
}

/// What kind of step it is. All but work are controls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A number of a step. SCIENCE 4.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// t: hands-on days.
    TouchDays,
    /// q: days of waiting before it, on average.
    WaitDays,
    /// c: days between two sessions of a board; 0 is any time.
    CadenceDays,
    /// a: share of units it applies to, above 0 and up to 1; usually 1. A unit it applies to meets it each time round.
    AppliesShare,
    /// r: chance of sending the unit back, 0 to 0.9.
    ReturnChance,
    /// Times it ran in the last twelve months, whole.
    TimesRun,
    /// Times it stopped a real problem in the last twelve months, whole.
    TimesCaught,
    /// What one such problem costs.
    LossPerCatch,
    /// o: how often the backup would catch the problem if this one did not exist, 0 to 1.
    BackupCatchShare,
}

impl Quantity {
    /// All, in the order they are asked.
    pub const ALL: [Self; 9] = [
        Self::TouchDays,
        Self::WaitDays,
        Self::CadenceDays,
        Self::AppliesShare,
        Self::ReturnChance,
        Self::TimesRun,
        Self::TimesCaught,
        Self::LossPerCatch,
        Self::BackupCatchShare,
    ];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::TouchDays => "touchDays",
            Self::WaitDays => "waitDays",
            Self::CadenceDays => "cadenceDays",
            Self::AppliesShare => "appliesShare",
            Self::ReturnChance => "returnChance",
            Self::TimesRun => "timesRun",
            Self::TimesCaught => "timesCaught",
            Self::LossPerCatch => "lossPerCatch",
            Self::BackupCatchShare => "backupCatchShare",
        }
    }

    /// Smallest and largest value. Days are working days; ten thousand are forty years.
    #[must_use]
    pub const fn range(self) -> (f64, f64) {
        match self {
            Self::TouchDays | Self::WaitDays | Self::CadenceDays => (0.0, 10_000.0),
            Self::AppliesShare => (f64::MIN_POSITIVE, 1.0),
            Self::ReturnChance => (0.0, 0.9),
            Self::TimesRun | Self::TimesCaught => (0.0, 1e6),
            Self::LossPerCatch => (0.0, 1e12),
            Self::BackupCatchShare => (0.0, 1.0),
        }
    }

    /// The value where none is given.
    #[must_use]
    pub const fn usual(self) -> f64 {
        if matches!(self, Self::AppliesShare) { 1.0 } else { 0.0 }
    }

    /// Whether it counts something.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::TimesRun | Self::TimesCaught)
    }
}

/// What a step refers to by name. SCIENCE 4.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link {
    /// The step it sends the unit back to, itself or one before it; usually the nearest work step before it, itself
    /// where there is none.
    ReturnsTo,
    /// Steps next to each other with the same group run in parallel.
    ParallelGroup,
    /// The control in whose session it is done: it has that one's wait instead of its own and adds its touch time. It
    /// stands on its own again where that control is left out.
    MergedInto,
    /// The control that would catch the problem if this one did not exist.
    Backup,
}

impl Link {
    /// All, in the order they are asked.
    pub const ALL: [Self; 4] = [Self::ReturnsTo, Self::ParallelGroup, Self::MergedInto, Self::Backup];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::ReturnsTo => "returnsTo",
            Self::ParallelGroup => "parallelGroup",
            Self::MergedInto => "mergedInto",
            Self::Backup => "backup",
        }
    }
}

/// One step of a path. SCIENCE 4.1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Step {
    /// Names it within the path.
    pub id: String,
    /// What people call it.
    pub name: Option<String>,
    /// Work, or a kind of control.
    pub kind: StepKind,
    /// Its numbers, by [`Quantity`]; one that is absent has its usual value.
    pub numbers: [Option<f64>; Quantity::ALL.len()],
    /// How its waits vary: usually a queue, for a step of kind wait a fixed time.
    pub wait_kind: Option<WaitKind>,
    /// What it refers to, by [`Link`].
    pub links: [Option<String>; Link::ALL.len()],
    /// Whether it was part of the original plan; usually not.
    pub planned: Option<bool>,
    /// Whether law, contract or safety ask for it, or a miss is not acceptable at any price; usually not.
    pub protected: Option<bool>,
    /// Why it is there.
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

    /// A number that was given.
    #[must_use]
    pub fn given(&self, quantity: Quantity) -> Option<f64> {
        self.numbers.get(quantity as usize).copied().flatten()
    }

    /// A number, given or usual.
    #[must_use]
    pub fn number(&self, quantity: Quantity) -> f64 {
        self.given(quantity).unwrap_or(quantity.usual())
    }

    /// Whether it can be said what the control catches: how often it ran, and what one catch is worth. Where it cannot, it
    /// counts as catching nothing, which is no finding.
    #[must_use]
    pub fn is_known_to_catch(&self) -> bool {
        self.number(Quantity::TimesRun) > 0.0 && self.number(Quantity::LossPerCatch) > 0.0
    }

    /// Gives a number, or takes it away.
    pub fn set_number(&mut self, quantity: Quantity, number: Option<f64>) {
        if let Some(place) = self.numbers.get_mut(quantity as usize) {
            *place = number;
        }
    }

    /// What it refers to.
    #[must_use]
    pub fn link(&self, link: Link) -> Option<&str> {
        self.links.get(link as usize)?.as_deref()
    }

    /// Makes it refer to something, or to nothing.
    pub fn set_link(&mut self, link: Link, target: Option<String>) {
        if let Some(place) = self.links.get_mut(link as usize) {
            *place = target;
        }
    }
}

/// What can be done with a control, the mildest first. SCIENCE 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
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

/// What is done with each step of a path, by its position; steps of work are kept.
pub type Changes = [Change; MOST_STEPS];

/// Some steps of a path, by their position from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepSet(pub(super) u64);

#[expect(clippy::copy_iterator, reason = "a copy is what is walked through, as with a number")]
impl Iterator for StepSet {
    type Item = usize;

    /// Takes out the first one.
    fn next(&mut self) -> Option<usize> {
        let position = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (position < 64).then_some(position)
    }
}
