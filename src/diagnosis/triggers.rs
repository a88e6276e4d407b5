//! What each move answers to, and what it gains from the models. SCIENCE 5.4.

use super::{Figures, HALF, MIDPOINT, Move, MoveKind, MoveName};
use crate::instrument::{Construct, Facet};

/// Half width of an interval that is not known.
const USUAL_HALF_WIDTH: f64 = 10.0;
/// Half width from which on a score says nothing.
const WIDEST_HALF_WIDTH: f64 = 50.0;
/// Model factors: the models support the move, or speak against it.
const SUPPORTED: f64 = 1.25;
const OPPOSED: f64 = 0.75;

/// A score that a move answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Of a construct.
    Construct(Construct),
    /// Of a facet of readiness.
    Facet(Facet),
}

impl Measure {
    const fn id(self) -> &'static str {
        match self {
            Self::Construct(construct) => construct.id(),
            Self::Facet(facet) => facet.id(),
        }
    }

    fn score(self, figures: &Figures) -> Option<f64> {
        match self {
            Self::Construct(construct) => figures.construct(construct),
            Self::Facet(facet) => figures.facet(facet),
        }
    }
}

impl MoveName {
    /// All, M1 to M15.
    pub const ALL: [Self; 15] = [
        Self::FrictionMap,
        Self::FixTheMetric,
        Self::HoldHarmless,
        Self::NamedOutcome,
        Self::TimeToLeadBoth,
        Self::ChangeMeasures,
        Self::WhoDecides,
        Self::ReviewControls,
        Self::ExceptionCapacity,
        Self::ExpertiseRights,
        Self::PartOfTheMandate,
        Self::AnswerConcerns,
        Self::Train,
        Self::Explain,
        Self::SupportChange,
    ];

    /// `M1` to `M15`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::FrictionMap => "M1",
            Self::FixTheMetric => "M2",
            Self::HoldHarmless => "M3",
            Self::NamedOutcome => "M4",
            Self::TimeToLeadBoth => "M5",
            Self::ChangeMeasures => "M6",
            Self::WhoDecides => "M7",
            Self::ReviewControls => "M8",
            Self::ExceptionCapacity => "M9",
            Self::ExpertiseRights => "M10",
            Self::PartOfTheMandate => "M11",
            Self::AnswerConcerns => "M12",
            Self::Train => "M13",
            Self::Explain => "M14",
            Self::SupportChange => "M15",
        }
    }

    /// Whether it works on structure or on readiness.
    #[must_use]
    pub const fn kind(self) -> MoveKind {
        match self {
            Self::AnswerConcerns | Self::Train | Self::Explain | Self::SupportChange => MoveKind::Cultural,
            _ => MoveKind::Structural,
        }
    }

    /// The scores it answers to.
    #[must_use]
    pub const fn measures(self) -> &'static [Measure] {
        match self {
            Self::FrictionMap => &[Measure::Construct(Construct::Friction)],
            Self::FixTheMetric | Self::HoldHarmless => &[Measure::Construct(Construct::IncentiveConflict)],
            Self::NamedOutcome => &[Measure::Construct(Construct::MissingAccountability)],
            Self::TimeToLeadBoth => &[
                Measure::Construct(Construct::ThreatRatherThanMandate),
                Measure::Construct(Construct::ExceptionBurden),
            ],
            Self::ChangeMeasures => &[Measure::Construct(Construct::UnchangedMeasurement)],
            Self::WhoDecides => &[Measure::Construct(Construct::DecisionLatency)],
            Self::ReviewControls => &[
                Measure::Construct(Construct::ControlWithoutValue),
                Measure::Construct(Construct::DecisionLatency),
            ],
            Self::ExceptionCapacity => &[Measure::Construct(Construct::ExceptionBurden)],
            Self::ExpertiseRights => &[Measure::Construct(Construct::ExpertiseThreat)],
            Self::PartOfTheMandate => &[Measure::Construct(Construct::ThreatRatherThanMandate)],
            Self::AnswerConcerns => &[Measure::Facet(Facet::Concerns)],
            Self::Train => &[Measure::Facet(Facet::Training)],
            Self::Explain => &[Measure::Facet(Facet::Communication)],
            Self::SupportChange => &[Measure::Facet(Facet::Fear)],
        }
    }
}

/// The moves that are triggered, with their priority before any conflict.
///
/// A barrier b, the mean of the scores a move answers to, triggers it at 50 or more. The models trigger some by
/// themselves, with b at least 50: `fix_the_metric` (and `hold_harmless`) where the interval of RDS lies above one
/// half, `review_controls` where controls slow the pace. `hold_harmless` needs RDS of one half or more and a
/// penalty to waive in any case.
pub(super) fn triggered(figures: &Figures) -> Vec<Move> {
    let mut moves = Vec::new();
    for name in MoveName::ALL {
        if let Some(triggered) = trigger(figures, name) {
            moves.push(triggered);
        }
    }
    moves
}

fn trigger(figures: &Figures, name: MoveName) -> Option<Move> {
    // Of two scores of which one is missing the other is used.
    let (mut scores, mut widest) = (Vec::new(), None);
    for named in name.measures() {
        if let Some(score) = named.score(figures) {
            scores.push(score);
            let half_width = figures.half_widths.get(named.id()).copied().unwrap_or(USUAL_HALF_WIDTH);
            widest = Some(widest.map_or(half_width, |widest| half_width.max(widest)));
        }
    }
    let reported = crate::scoring::mean(&scores);

    let relief = figures.relief.is_some_and(|relief| relief > 0.0);
    let by_models = match name {
        MoveName::FixTheMetric => figures.delay_is_rational(),
        MoveName::HoldHarmless => figures.delay_is_rational() && relief,
        MoveName::ReviewControls => figures.controls_slow_the_pace(),
        _ => false,
    };
    let barrier = if by_models {
        reported.map_or(MIDPOINT, |score| score.max(MIDPOINT))
    } else {
        reported.filter(|score| *score >= MIDPOINT)?
    };
    let most_delay = figures.rational_delay_share.is_some_and(|share| share >= HALF);
    if name == MoveName::HoldHarmless && !(most_delay && relief) {
        return None;
    }

    let half_width = widest.unwrap_or(USUAL_HALF_WIDTH);
    let priority = severity(barrier) * confidence(half_width) * model_factor(figures, name);
    Some(Move { id: name.id(), name, kind: name.kind(), barrier, priority, notes: Vec::new() })
}

/// clip((b - 40) / 60, 0, 1).
fn severity(barrier: f64) -> f64 {
    ((barrier - 40.0) / 60.0).clamp(0.0, 1.0)
}

/// 1 - min(1, h / 50), with h the largest half width of the scores used.
fn confidence(half_width: f64) -> f64 {
    1.0 - (half_width / WIDEST_HALF_WIDTH).min(1.0)
}

/// 1.25 where the models support the move, 0.75 where they speak against it, else 1: M2 to M4 by RDS, M7 and M8 by
/// pace.
fn model_factor(figures: &Figures, name: MoveName) -> f64 {
    let (supported, opposed) = match name {
        MoveName::FixTheMetric | MoveName::HoldHarmless | MoveName::NamedOutcome => {
            (figures.delay_is_rational(), figures.delay_is_not_rational())
        }
        MoveName::WhoDecides | MoveName::ReviewControls => (figures.pace_is_slow(), figures.pace_is_good()),
        _ => (false, false),
    };
    if supported {
        SUPPORTED
    } else if opposed {
        OPPOSED
    } else {
        1.0
    }
}
