//! What goes into a diagnosis and what comes out. CONTRACT 2, `Figures` and `Diagnosis`.

use serde::Serialize;

use crate::instrument::{Construct, Facet, Pillar};
use crate::response::Pilot;
use crate::table::Table;

/// The figures a diagnosis rests on, of one person or a group. Absent means not available; shares are 0 to 1,
/// scores 0 to 100.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// SIG.
    pub stall_signal: Option<f64>,
    /// Construct scores.
    pub constructs: Table<Construct, Option<f64>>,
    /// Facet scores.
    pub facets: Table<Facet, Option<f64>>,
    /// Pillar scores.
    pub pillars: Table<Pillar, Option<f64>>,
    /// SFI.
    pub structural_friction: Option<f64>,
    /// CBI.
    pub readiness_gap: Option<f64>,
    /// Delta = SFI - CBI.
    pub difference: Option<f64>,
    /// Its 95 % interval.
    pub difference_band95: Option<[f64; 2]>,
    /// Half width of the 95 % interval of constructs and facets, by public id; 10 where absent.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub half_widths: Table<String, f64>,
    /// RDS: share of managers for whom moving now is not the best choice.
    pub rational_delay_share: Option<f64>,
    /// Its 95 % interval.
    pub rational_delay_band95: Option<[f64; 2]>,
    /// h*: share of the transition penalty to waive.
    pub relief: Option<f64>,
    /// p: chance that the rollout works.
    pub success_chance: Option<f64>,
    /// Planned over expected lead time.
    pub pace_fraction: Option<f64>,
    /// Share of the delay that comes from controls that were not planned.
    pub control_share: Option<f64>,
    /// Mean share of cultural points in the executives' rankings.
    pub executive_cultural_share: Option<f64>,
    /// Share of points for technology, business case or nothing.
    pub other_share: Option<f64>,
    /// Friction on compliance, 0 to 100.
    pub friction_compliance: Option<f64>,
    /// Friction on risk, 0 to 100.
    pub friction_risk: Option<f64>,
    /// Whether the pilot met its goals.
    pub pilot: Option<Pilot>,
    /// Whether it is known what each control catches.
    pub catch_data: Option<bool>,
    /// Constructs with a clear gap between executives and managers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub clear_gaps: Vec<Construct>,
}

/// Whether the rollout is slowing. SCIENCE 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Stall {
    /// Pace below two thirds, or signal 60 or more.
    Clear,
    /// Signal 40 or more.
    Some,
    /// Neither.
    None,
    /// No signal and no pace.
    Unknown,
}

/// What the survey alone says. SCIENCE 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// An index is missing.
    Insufficient,
    /// Structure, clearly above readiness.
    Structural,
    /// Readiness, clearly above structure.
    Cultural,
    /// Both are at the midpoint or above.
    Both,
    /// Both are low.
    Neither,
    /// The figures do not decide.
    Unclear,
}

/// What survey and models say together. SCIENCE 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Structure.
    Structural,
    /// Readiness.
    Cultural,
    /// Both.
    Both,
    /// The models show structural drag that the answers do not.
    HiddenStructural,
    /// Slow, but neither structure nor readiness explains it.
    Elsewhere,
    /// Not slow, and no barrier reported.
    Aligned,
    /// The data cannot tell.
    Unclear,
    /// Too little was answered.
    Insufficient,
}

/// How well the verdict is supported. SCIENCE 5.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Survey and models agree.
    Strong,
    /// The survey says so; the models say nothing.
    Moderate,
    /// Survey and models disagree.
    Contested,
    /// Only the models say so, the survey does not decide.
    Tentative,
    /// There is no verdict to support.
    None,
}

/// Whether executives explain the slowdown otherwise than the evidence does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MissKind {
    /// Executives blame people, the evidence is structural.
    Miss,
    /// Executives blame structure, the evidence is readiness.
    ReverseMiss,
    /// No such difference.
    None,
}

/// The executives' explanation beside the evidence. SCIENCE 5.2, "The Miss".
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Miss {
    /// A: the executives' cultural share.
    pub executive_share: f64,
    /// E: CBI / (SFI + CBI).
    pub evidence_share: f64,
    /// A - E.
    pub difference: f64,
    /// What follows.
    pub kind: MissKind,
}

/// The pattern behind a verdict. SCIENCE 5.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Archetype {
    /// Incentives lead.
    PenalisedForMoving,
    /// Accountability leads.
    NobodysJob,
    /// Decision rights lead.
    CertaintyMachine,
    /// Operating burden leads.
    OverloadedMiddle,
    /// No pillar reaches the midpoint.
    DiffuseFriction,
    /// Expertise and mandate are both threatened.
    ThreatenedExpertise,
    /// Readiness is part of it.
    ReadinessGap,
    /// The models show what the answers do not.
    UnseenDrag,
    /// Neither structure nor readiness.
    StalledElsewhere,
    /// No barrier.
    ReadyAndAligned,
    /// The data cannot tell.
    NotClearYet,
    /// Too little was answered.
    NotEnoughData,
}

/// What a move works on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MoveKind {
    /// Structure.
    Structural,
    /// Readiness.
    Cultural,
}

/// A recommended move. SCIENCE 5.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveName {
    /// M1.
    FrictionMap,
    /// M2.
    FixTheMetric,
    /// M3.
    HoldHarmless,
    /// M4.
    NamedOutcome,
    /// M5.
    TimeToLeadBoth,
    /// M6.
    ChangeMeasures,
    /// M7.
    WhoDecides,
    /// M8.
    ReviewControls,
    /// M9.
    ExceptionCapacity,
    /// M10.
    ExpertiseRights,
    /// M11.
    #[serde(rename = "part_of_mandate")]
    PartOfTheMandate,
    /// M12.
    AnswerConcerns,
    /// M13.
    Train,
    /// M14.
    Explain,
    /// M15.
    SupportChange,
}

/// A conflict between moves or evidence that the reader must know. SCIENCE 5.5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Note {
    /// Compliance or risk is under pressure: no control is retired or delegated.
    #[serde(rename = "K1")]
    KeepControls,
    /// No transformation goal on top of an unchanged penalty.
    #[serde(rename = "K2")]
    LiftPenaltyFirst,
    /// Second line: the verdict points to the other kind of move.
    #[serde(rename = "K3")]
    SecondLine,
    /// First settle whether the rollout works here.
    #[serde(rename = "K4")]
    SettleSuccessFirst,
    /// Log catches for 30 days before anything is retired.
    #[serde(rename = "K5")]
    LogCatchesFirst,
    /// The answers show little, the models much.
    #[serde(rename = "K6")]
    HiddenFromSurvey,
    /// No stall: watch only.
    #[serde(rename = "K7")]
    WatchOnly,
    /// The two views differ: start with a joint session.
    #[serde(rename = "K8")]
    JointSession,
}

/// A move that follows from the verdict as a whole. SCIENCE 5.4 and 7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SpecialMove {
    /// Show both views on one page to both groups.
    ShowTheMiss,
    /// Look at the technology, the data and the business case.
    CheckTechnologyAndCase,
    /// Ask more people.
    CollectMore,
    /// Repeat the pulse.
    KeepGoing,
}

/// One recommended move with its place in the order.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Move {
    /// `M1` to `M15`.
    pub id: &'static str,
    /// Its public name.
    pub name: MoveName,
    /// What it works on.
    pub kind: MoveKind,
    /// Mean of the scores it answers to, 0 to 100.
    pub barrier: f64,
    /// Severity times confidence times model factor, after the conflicts.
    pub priority: f64,
    /// What the reader must know about it.
    pub notes: Vec<Note>,
}

/// The diagnosis.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Diagnosis {
    /// Is it slowing?
    pub stall: Stall,
    /// What the survey alone says.
    pub source: Source,
    /// How far the models support a structural reading, -2 to 2.
    pub corroboration: i32,
    /// What survey and models say together.
    pub verdict: Verdict,
    /// How well that is supported.
    pub strength: Strength,
    /// The executives' explanation beside the evidence.
    pub miss: Option<Miss>,
    /// The patterns behind the verdict.
    pub archetypes: Vec<Archetype>,
    /// Facets of readiness that lead, whatever the verdict.
    pub readiness_facets: Vec<Facet>,
    /// Moves that follow from the verdict as a whole.
    pub special: Vec<SpecialMove>,
    /// At most five moves, in order.
    pub moves: Vec<Move>,
}
