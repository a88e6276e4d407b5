//! The numbers of the model that concern all responsibilities together.

use serde::Serialize;

/// A question of the model with a usual answer. SCIENCE 3.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Parameter {
    /// D: months of disruption.
    DisruptionMonths,
    /// H: how many months ahead the reviews really look.
    HorizonMonths,
    /// d: months of waiting, if one waits.
    DelayMonths,
    /// p: chance that the rollout works in this area.
    SuccessChance,
    /// kappa: how much of that is known after waiting.
    Learning,
    /// g: how much easier it is if others go first.
    EasierLater,
    /// lambda: how many times a beat a miss of the same size counts.
    LossAversion,
    /// theta: share of the evaluation that depends on results of the rollout.
    TransformationShare,
    /// e: credit for being on plan.
    Credit,
    /// u: blame for being behind plan.
    Blame,
    /// rho: discount for each month.
    Discount,
}

impl Parameter {
    /// All, in the order they are asked.
    pub const ALL: [Self; 11] = [
        Self::DisruptionMonths,
        Self::HorizonMonths,
        Self::DelayMonths,
        Self::SuccessChance,
        Self::Learning,
        Self::EasierLater,
        Self::LossAversion,
        Self::TransformationShare,
        Self::Credit,
        Self::Blame,
        Self::Discount,
    ];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DisruptionMonths => "disruptionMonths",
            Self::HorizonMonths => "horizonMonths",
            Self::DelayMonths => "delayMonths",
            Self::SuccessChance => "successChance",
            Self::Learning => "learning",
            Self::EasierLater => "easierLater",
            Self::LossAversion => "lossAversion",
            Self::TransformationShare => "transformationShare",
            Self::Credit => "credit",
            Self::Blame => "blame",
            Self::Discount => "discount",
        }
    }

    /// Smallest, largest and usual value.
    const fn values(self) -> (f64, f64, f64) {
        match self {
            Self::DisruptionMonths | Self::DelayMonths => (0.0, 24.0, 6.0),
            Self::HorizonMonths => (1.0, 60.0, 12.0),
            Self::SuccessChance => (0.0, 1.0, 0.7),
            Self::Learning => (0.0, 1.0, 0.5),
            Self::EasierLater => (0.0, 1.0, 0.25),
            Self::LossAversion => (1.0, 5.0, 2.0),
            Self::TransformationShare => (0.0, 1.0, 0.0),
            Self::Credit | Self::Blame => (0.0, 2.0, 1.0),
            Self::Discount => (0.0, 0.1, 0.0),
        }
    }

    /// Smallest and largest value.
    #[must_use]
    pub const fn range(self) -> (f64, f64) {
        let (minimum, maximum, _) = self.values();
        (minimum, maximum)
    }

    /// The value where none is given.
    #[must_use]
    pub const fn usual(self) -> f64 {
        self.values().2
    }
}
