//! The path of a unit as a person works on it: the path itself, how sure its figures are, and the changes being tried.

mod edit;
mod read;
mod table;
mod write;

pub use edit::{Edit, Figure, Flag, Word};
pub use read::read_text;
pub use table::{read_table, write_table};
pub use write::write;

pub(super) use read::read_draft_field;

use crate::pace::{Assumptions, Change, Changes, MOST_STEPS, PathInput, Quantity, Step};
use crate::table::Table;

/// Longest name of a currency or of a set of changes, in characters.
pub const LONGEST_LABEL: usize = 40;
/// Most sets of changes that are kept by a name.
pub const MOST_SCENARIOS: usize = 6;

/// How sure a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Certainty {
    /// Nobody has looked.
    #[default]
    Guessed,
    /// From experience.
    Estimated,
    /// From records.
    Measured,
}

impl Certainty {
    /// All, the least sure first.
    pub const ALL: [Self; 3] = [Self::Guessed, Self::Estimated, Self::Measured];

    /// Its name in a file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Guessed => "guessed",
            Self::Estimated => "estimated",
            Self::Measured => "measured",
        }
    }
}

/// The changes that are being tried, by the id of the control.
pub type TriedChanges = Table<String, Change>;

/// Some changes under a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// What the person calls them.
    pub name: String,
    /// The changes.
    pub changes: TriedChanges,
}

/// Everything a person has entered about a path.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inventory {
    /// The path.
    pub path: PathInput,
    /// In which money losses are given; empty where it was not named.
    pub currency: String,
    /// How sure figures are, by [`figure_key`]; one that is absent is guessed.
    pub certainty: Table<String, Certainty>,
    /// What changes are assumed to do.
    pub assumptions: Assumptions,
    /// The changes that are being tried.
    pub changes: TriedChanges,
    /// Changes that are kept by a name.
    pub scenarios: Vec<Scenario>,
}

/// The name of the planned days among figures.
pub const PLANNED_DAYS: &str = "plannedDays";
/// The name of the cost of a day among figures.
pub const COST_OF_DELAY: &str = "costOfDelayPerDay";

/// The name of a figure of a step.
#[must_use]
pub fn figure_key(step: &Step, quantity: Quantity) -> String {
    format!("{}.{}", step.id, quantity.id())
}

impl Inventory {
    /// What the field `format` of a path file holds.
    pub const FORMAT: &'static str = "middle-layer/path";

    /// How sure a figure is.
    #[must_use]
    pub fn certainty(&self, key: &str) -> Certainty {
        self.certainty.get(key).copied().unwrap_or_default()
    }

    /// How many figures were entered, and how many of them are measured and guessed.
    #[must_use]
    pub fn sure(&self) -> Sureness {
        let mut sureness = Sureness::default();
        let mut count = |given: bool, key: &str| {
            if given {
                sureness.all += 1;
                match self.certainty(key) {
                    Certainty::Measured => sureness.measured += 1,
                    Certainty::Guessed => sureness.guessed += 1,
                    Certainty::Estimated => {}
                }
            }
        };
        count(self.path.planned_days.is_some(), PLANNED_DAYS);
        count(self.path.cost_of_delay_per_day.is_some(), COST_OF_DELAY);
        for step in &self.path.steps {
            for quantity in Quantity::ALL {
                count(step.given(quantity).is_some(), &figure_key(step, quantity));
            }
        }
        sureness
    }

    /// Whether it has the figures of another path, whatever its steps are called.
    #[must_use]
    pub fn has_figures_of(&self, other: &PathInput) -> bool {
        let (mine, others) = (&self.path.steps, &other.steps);
        self.path.planned_days == other.planned_days
            && mine.len() == others.len()
            && mine.iter().zip(others).all(|(mine, other)| mine.numbers == other.numbers)
    }

    /// Some changes, one for each step of the path; those of controls that are gone are left out.
    #[must_use]
    pub fn by_position(&self, changes: &TriedChanges) -> Changes {
        let mut all = [Change::Keep; MOST_STEPS];
        for (place, step) in all.iter_mut().zip(&self.path.steps) {
            *place = changes.get(&step.id).copied().unwrap_or_default();
        }
        all
    }

    /// Changes given by position, by the ids of the controls; what is kept is left out.
    #[must_use]
    pub fn by_id(&self, changes: &Changes) -> TriedChanges {
        let mut tried = TriedChanges::new();
        for (step, change) in self.path.steps.iter().zip(changes) {
            if *change != Change::Keep {
                tried.insert(step.id.clone(), *change);
            }
        }
        tried
    }
}

/// How sure the figures of a path are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sureness {
    /// Figures that were entered.
    pub all: usize,
    /// Those of them that come from records.
    pub measured: usize,
    /// Those of them that nobody has looked up.
    pub guessed: usize,
}
