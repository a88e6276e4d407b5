//! Everything known about one response. CONTRACT 2, `Evaluation`.

use serde::Serialize;

use crate::diagnosis::{Diagnosis, Figures};
use crate::scoring::Score;

/// Which versions computed a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Versions {
    /// The engine.
    pub engine: String,
    /// The instrument.
    pub instrument: String,
    /// The scoring rules.
    pub scoring: String,
}

/// Everything known about one response. CONTRACT 2.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// Which versions computed it.
    pub versions: Versions,
    /// SCIENCE 2.1 to 2.3.
    pub score: Score,
    /// The figures of SCIENCE 5.1 for one person.
    pub figures: Figures,
    /// SCIENCE 5.
    pub diagnosis: Diagnosis,
    /// The incentive model; absent where the response carries no scorecard.
    pub incentive: Option<serde_json::Value>,
    /// The pace model; absent where the response carries no path.
    pub pace: Option<serde_json::Value>,
}
