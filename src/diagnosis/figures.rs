//! What single figures say.

use super::{Figures, HALF};
use crate::instrument::{Construct, Facet, Pillar};

/// Pace below this share of the plan is a stall.
const SLOW_PACE: f64 = 2.0 / 3.0;
/// From this pace on the models see no drag.
const GOOD_PACE: f64 = 0.8;

impl Figures {
    /// The score of a construct, if it is known.
    #[must_use]
    pub fn construct(&self, construct: Construct) -> Option<f64> {
        self.constructs.get(&construct).copied().flatten()
    }

    /// The score of a facet, if it is known.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> Option<f64> {
        self.facets.get(&facet).copied().flatten()
    }

    /// The score of a pillar, if it is known.
    #[must_use]
    pub fn pillar(&self, pillar: Pillar) -> Option<f64> {
        self.pillars.get(&pillar).copied().flatten()
    }

    /// Whether most managers would lose by moving now, beyond what chance explains.
    pub(super) fn delay_is_rational(&self) -> bool {
        self.rational_delay_band95.is_some_and(|[low, _]| low > HALF)
    }

    /// Whether most managers would gain by moving now, beyond what chance explains.
    pub(super) fn delay_is_not_rational(&self) -> bool {
        self.rational_delay_band95.is_some_and(|[_, high]| high < HALF)
    }

    /// Whether the path takes more than half as long again as planned.
    pub(super) fn pace_is_slow(&self) -> bool {
        self.pace_fraction.is_some_and(|pace| pace < SLOW_PACE)
    }

    /// Whether the path is nearly on plan.
    pub(super) fn pace_is_good(&self) -> bool {
        self.pace_fraction.is_some_and(|pace| pace >= GOOD_PACE)
    }

    /// Whether the path is slow, and mostly by controls that were not planned.
    pub(super) fn controls_slow_the_pace(&self) -> bool {
        self.pace_is_slow() && self.control_share.is_some_and(|share| share >= HALF)
    }

    /// Whether managers expect the rollout rather to fail here than to work (K4).
    pub(super) fn failure_is_expected(&self) -> bool {
        self.success_chance.is_some_and(|chance| chance < HALF)
    }
}
