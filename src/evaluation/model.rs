//! Everything known about one response. CONTRACT 2, `Evaluation`.

use serde::Serialize;

use crate::diagnosis::{Diagnosis, Figures};
use crate::incentive::IncentiveResult;
use crate::pace::PaceResult;
use crate::scoring::Score;

/// Which versions computed a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Versions {
    /// The engine.
    pub engine: String,
    /// The instrument: the version of the built-in one, or version, `+` and hash of an organisation's own.
    pub instrument: String,
    /// The scoring rules.
    pub scoring: String,
}

/// Everything known about one response. CONTRACT 2. What the models say has writers of its own.
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
    /// SCIENCE 3; absent where the response carries no incentives.
    #[serde(skip)]
    pub incentive: Option<IncentiveResult>,
    /// SCIENCE 4, with the usual options; absent where the response carries no path.
    #[serde(skip)]
    pub pace: Option<PaceResult>,
}
