//! What a computation can be told. CONTRACT 2, `PaceOptions` and `PlanOptions`.

use serde::Serialize;

use super::Assumptions;

/// Whether the sessions of a board stand on a calendar. SCIENCE 4.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Mode A: every wait for a session is drawn anew. Its mean is the exact one.
    Independent,
    /// Mode B: sessions come at fixed times, so that a unit that is sent back usually misses a cycle.
    #[default]
    Fixed,
}

impl Calendar {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Independent, Self::Fixed];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Independent => "independent",
            Self::Fixed => "fixed",
        }
    }
}

/// How the pace is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaceOptions {
    /// Where the random numbers start.
    pub seed: u32,
    /// Units that are simulated, 2 to 1 000 000.
    pub trials: u32,
    /// Whether sessions stand on a calendar.
    pub calendar: Calendar,
}

impl Default for PaceOptions {
    fn default() -> Self {
        Self { seed: 42, trials: 10_000, calendar: Calendar::default() }
    }
}

/// Which catch rates count. SCIENCE 4.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Rates {
    /// Caught / run.
    #[default]
    Point,
    /// The highest rate that the numbers do not speak against: the upper end of a one-sided 95 % interval.
    Cautious,
}

impl Rates {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Point, Self::Cautious];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Point => "point",
            Self::Cautious => "cautious",
        }
    }
}

/// What a plan has to keep to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlanOptions {
    /// Which catch rates count.
    pub rates: Rates,
    /// X: the share of today's expected catches that must be kept, 0 to 1.
    pub min_protection: f64,
    /// How many controls may be changed; any number if absent.
    pub max_changes: Option<u32>,
    /// What each change is assumed to do.
    pub assumptions: Assumptions,
}

impl Default for PlanOptions {
    fn default() -> Self {
        Self {
            rates: Rates::default(),
            min_protection: 1.0,
            max_changes: None,
            assumptions: Assumptions::default(),
        }
    }
}
