//! The scorecard of one person: what it is filled in with, and whether it goes into a file.

use super::reduce::Session;
use crate::incentive::{IncentiveInput, Parameter};
use crate::instrument::{Construct, Instrument, Responsibility, Role};
use crate::response::Answer;
use crate::value::Value;

/// The three figures of each responsibility.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScoreList {
    /// How much it counts, 0 to 10.
    Weights,
    /// How it fares while the rollout is put in place, -2 to 2.
    Transition,
    /// How it fares once the rollout has settled, -2 to 2.
    Settled,
}

impl ScoreList {
    /// All, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::Weights, Self::Transition, Self::Settled];

    /// Gives one of its figures, or takes it away.
    pub fn set(self, scorecard: &mut IncentiveInput, responsibility: Responsibility, number: Option<f64>) {
        let list = match self {
            Self::Weights => &mut scorecard.weights,
            Self::Transition => &mut scorecard.transition,
            Self::Settled => &mut scorecard.settled,
        };
        if let Some(place) = list.get_mut(responsibility as usize) {
            *place = number;
        }
    }

    /// One of its figures.
    #[must_use]
    pub fn get(self, scorecard: &IncentiveInput, responsibility: Responsibility) -> Option<f64> {
        let list = match self {
            Self::Weights => &scorecard.weights,
            Self::Transition => &scorecard.transition,
            Self::Settled => &scorecard.settled,
        };
        list.get(responsibility as usize).copied().flatten()
    }
}

/// A model that a response file can hold beside the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shareable {
    /// What the person is judged on.
    Scorecard,
    /// The path of a unit.
    Path,
}

/// Which models go into the response file. Neither, unless the person ticks it (SCIENCE 6.8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Shared {
    /// What the person is judged on.
    pub scorecard: bool,
    /// The path of a unit.
    pub path: bool,
}

impl Shared {
    /// With one of them set.
    #[must_use]
    pub const fn with(self, part: Shareable, shared: bool) -> Self {
        match part {
            Shareable::Scorecard => Self { scorecard: shared, ..self },
            Shareable::Path => Self { path: shared, ..self },
        }
    }

    /// The names of those that do, as a draft holds them.
    pub(super) fn names(self) -> Vec<&'static str> {
        let mut names = Vec::new();
        for (name, shared) in [("scorecard", self.scorecard), ("path", self.path)] {
            if shared {
                names.push(name);
            }
        }
        names
    }

    pub(super) fn read(value: &Value, shared: &mut Self) -> Option<()> {
        let names = value.as_array()?;
        let has = |name: &str| names.iter().any(|value| value.as_str() == Some(name));
        *shared = Self { scorecard: has("scorecard"), path: has("path") };
        Some(())
    }
}

/// A scorecard as a draft holds it: not all of it need be filled in. What is not a figure in its range is left out.
pub(super) fn read(value: &Value, scorecard: &mut IncentiveInput) -> Option<()> {
    let object = value.as_object()?;
    for (list, name, range) in [
        // A file from elsewhere may hold weights on a scale of its own: only their proportions matter.
        (ScoreList::Weights, "weights", 0.0..=1e6),
        (ScoreList::Transition, "transition", -2.0..=2.0),
        (ScoreList::Settled, "settled", -2.0..=2.0),
    ] {
        for responsibility in Responsibility::ALL {
            let number = object.get(name).and_then(|list| list.get(responsibility.id())?.as_f64());
            if let Some(number) = number.filter(|number| range.contains(number)) {
                list.set(scorecard, responsibility, Some(number));
            }
        }
    }
    for parameter in Parameter::ALL {
        let (minimum, maximum) = parameter.range();
        let number = object.get(parameter.id()).and_then(Value::as_f64);
        if let Some(number) = number.filter(|number| (minimum..=maximum).contains(number)) {
            scorecard.set_parameter(parameter, Some(number));
        }
    }
    Some(())
}

impl Session {
    /// Whether this person is asked what they are judged on: it is about managers.
    #[must_use]
    pub fn has_scorecard(&self) -> bool {
        self.role() == Some(Role::Manager)
    }

    /// The scorecard with what is known already: an effect while the rollout is put in place that was not chosen is the
    /// one that the answer on friction says, 3 - answer (SCIENCE 3.2).
    #[must_use]
    pub fn scorecard(&self, instrument: &Instrument) -> IncentiveInput {
        let mut scorecard = self.draft.scorecard.value;
        for item in &instrument.items {
            let responsibility = Responsibility::ALL.into_iter().find(|responsibility| {
                item.construct == Construct::Friction && item.facet.as_deref() == Some(responsibility.id())
            });
            if let (Some(responsibility), Some(Answer::Rating(rating))) =
                (responsibility, self.draft.answer(&item.id))
                && ScoreList::Transition.get(&scorecard, responsibility).is_none()
            {
                ScoreList::Transition.set(&mut scorecard, responsibility, Some(3.0 - f64::from(rating)));
            }
        }
        scorecard
    }

    /// The scorecard of a manager, once it is filled in: some weight, and both effects of each responsibility that has
    /// weight. A responsibility without a weight counts nothing.
    #[must_use]
    pub fn complete_scorecard(&self, instrument: &Instrument) -> Option<IncentiveInput> {
        if !self.has_scorecard() {
            return None;
        }
        let mut scorecard = self.scorecard(instrument);
        let counts = |list: ScoreList, responsibility| list.get(&scorecard, responsibility);
        let complete = Responsibility::ALL.into_iter().all(|responsibility| {
            !counts(ScoreList::Weights, responsibility).is_some_and(|weight| weight > 0.0)
                || (counts(ScoreList::Transition, responsibility).is_some()
                    && counts(ScoreList::Settled, responsibility).is_some())
        });
        let some = scorecard.weights.iter().any(|weight| weight.is_some_and(|weight| weight > 0.0));
        for weight in &mut scorecard.weights {
            *weight = Some(weight.unwrap_or(0.0));
        }
        (complete && some).then_some(scorecard)
    }
}
