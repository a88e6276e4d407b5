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
    /// The incentive model: always absent so far, since no response carries a scorecard yet.
    pub incentive: Option<()>,
    /// The pace model: always absent so far, since no response carries a path yet.
    pub pace: Option<()>,
}
