//! What each choice does to the evaluation. SCIENCE 3.3.

use super::terms::Terms;
use super::{Choice, Parameter, Payoff, TIE};

/// The two sides of an evaluation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides {
    /// S: what the responsibilities yield.
    pub(super) stability: Payoff,
    /// T: what results of the rollout yield.
    pub(super) transformation: Payoff,
}

/// How long the phases of each start last, in months that count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Phases {
    /// A(0, D): disruption, starting now.
    pub(super) disrupted_now: f64,
    /// A(D, H): settled, starting now.
    pub(super) settled_now: f64,
    /// A(0, d): waiting.
    pub(super) waiting: f64,
    /// A(d, d + D): disruption, starting later.
    pub(super) disrupted_later: f64,
    /// A(d + D, H): settled, starting later.
    pub(super) settled_later: f64,
}

impl Phases {
    pub(super) fn new(terms: &Terms) -> Self {
        let disruption = terms.get(Parameter::DisruptionMonths);
        let delay = terms.get(Parameter::DelayMonths);
        Self {
            disrupted_now: terms.months(0.0, disruption),
            settled_now: terms.months(disruption, f64::INFINITY),
            waiting: terms.months(0.0, delay),
            disrupted_later: terms.months(delay, delay + disruption),
            settled_later: terms.months(delay + disruption, f64::INFINITY),
        }
    }
}

impl Sides {
    /// | | now | delay | never |
    /// |---|---|---|---|
    /// | S | `tau_bar A(0,D) + p s_bar A(D,H)` | `pi (1-g) tau_bar A(d,d+D) + p s_bar A(d+D,H)` | 0 |
    /// | T | `e [A(0,D) + p A(D,H)]` | `-lambda u A(0,d) + e [pi A(d,d+D) + p A(d+D,H)]` | `-lambda u A(0,H)` |
    pub(super) fn new(terms: &Terms) -> Self {
        let phases = Phases::new(terms);
        let (transition, settled) = terms.sums();
        let chance = terms.get(Parameter::SuccessChance);
        let ahead = terms.chance_of_going_ahead();
        let easier = 1.0 - terms.get(Parameter::EasierLater);
        let credit = terms.get(Parameter::Credit);
        let blame = terms.get(Parameter::LossAversion) * terms.get(Parameter::Blame);
        Self {
            stability: Payoff {
                now: transition * phases.disrupted_now + chance * settled * phases.settled_now,
                delay: ahead * easier * transition * phases.disrupted_later
                    + chance * settled * phases.settled_later,
                never: 0.0,
            },
            transformation: Payoff {
                now: credit * (phases.disrupted_now + chance * phases.settled_now),
                delay: credit * (ahead * phases.disrupted_later + chance * phases.settled_later)
                    - blame * phases.waiting,
                never: -(blame * terms.months(0.0, f64::INFINITY)),
            },
        }
    }

    /// U = (1 - theta) S + theta T.
    pub(super) fn total(&self, theta: f64) -> Payoff {
        self.stability.with(self.transformation, |stability, transformation| {
            (1.0 - theta) * stability + theta * transformation
        })
    }
}

impl Payoff {
    fn with(self, other: Self, combined: impl Fn(f64, f64) -> f64) -> Self {
        // Adding 0 turns a negative 0 into a plain one.
        Self {
            now: combined(self.now, other.now) + 0.0,
            delay: combined(self.delay, other.delay) + 0.0,
            never: combined(self.never, other.never) + 0.0,
        }
    }

    pub(super) fn divided_by(self, months: f64) -> Self {
        self.with(self, |payoff, _| payoff / months)
    }

    /// The figure of a choice.
    #[must_use]
    pub const fn of(self, choice: Choice) -> f64 {
        match choice {
            Choice::Now => self.now,
            Choice::Delay => self.delay,
            Choice::Never => self.never,
        }
    }

    /// The choice with the highest payoff; of equal ones now, then delay.
    pub(super) fn best(self) -> Choice {
        let rival = self.rival();
        if self.now >= self.of(rival) - TIE { Choice::Now } else { rival }
    }

    /// The better one of delay and never; delay, if they are equal.
    pub(super) fn rival(self) -> Choice {
        if self.delay >= self.never - TIE { Choice::Delay } else { Choice::Never }
    }
}
