//! The score of one person. CONTRACT 2, `Score`.

use serde::Serialize;

use crate::instrument::{Construct, Facet, Pillar};
use crate::table::Table;

/// A score from 0 (no barrier reported) to 100 (strongest barrier) with its error; all absent where too
/// little was answered.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Estimate {
    /// The score.
    pub score: Option<f64>,
    /// Its standard error of measurement, in points.
    pub sem: Option<f64>,
    /// Lower and upper end of its 95 % band, not clipped to 0 to 100.
    pub band95: Option<[f64; 2]>,
}

/// Whether a construct could be scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It could.
    Ok,
    /// Fewer than two thirds of the items that apply were answered.
    TooFewAnswers,
    /// Fewer than two items apply to this person.
    NotApplicable,
}

/// A construct's score and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ConstructScore {
    /// Score and error.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Items answered with 1 to 5.
    pub answered: usize,
    /// Items shown less those that do not apply.
    pub applicable: usize,
    /// Whether it could be scored.
    pub status: Status,
}

/// A facet's score and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct FacetScore {
    /// Score and error.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Items answered with 1 to 5.
    pub answered: usize,
}

/// A pillar's score and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct PillarScore {
    /// Score and error.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Constructs scored.
    pub constructs: usize,
}

/// The structural friction index (SFI).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StructuralFriction {
    /// Score and error.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Pillars scored.
    pub pillars: usize,
}

/// The readiness gap index (CBI).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ReadinessGap {
    /// Score and error.
    #[serde(flatten)]
    pub estimate: Estimate,
    /// Facets scored.
    pub facets: usize,
}

/// How the structural friction compares with the readiness gap. SCIENCE 5.1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// SFI / (SFI + CBI).
    pub structure_share: f64,
    /// Its standard error.
    pub sem: f64,
}

/// Points of the attribution ranking by class: 3, 2, 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct AttributionPoints {
    /// People.
    pub cultural: u32,
    /// Structure.
    pub structural: u32,
    /// Technology, business case, nothing.
    pub other: u32,
}

/// The attribution ranking in figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AttributionScore {
    /// Points by class.
    pub points: AttributionPoints,
    /// cultural / (cultural + structural); absent where both are 0.
    pub cultural_share: Option<f64>,
    /// other / all; absent where nothing was picked.
    pub other_share: Option<f64>,
}

/// What the way of answering suggests about care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QualityVerdict {
    /// No flag.
    Ok,
    /// One flag; the response is kept.
    Review,
    /// Two or more; the facilitator decides.
    ExcludeSuggested,
}

/// A sign of careless responding. SCIENCE 2.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QualityFlag {
    /// A long run of equal answers.
    Longstring,
    /// Answers that hardly vary.
    LowVariability,
    /// Opposite items answered alike.
    Contradiction,
    /// Under two seconds an item on half of the pages.
    TooFast,
}

/// Careless responding in figures. SCIENCE 2.3.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quality {
    /// None, one, or more flags.
    pub verdict: QualityVerdict,
    /// The flags.
    pub flags: Vec<QualityFlag>,
    /// Agreement items answered with 1 to 5.
    pub answered: usize,
    /// The longest run of equal answers.
    pub longstring: usize,
    /// Within-person standard deviation; absent below two answers.
    pub irv: Option<f64>,
    /// Mean contradiction over the opposite pairs; absent below four pairs.
    pub contradiction: Option<f64>,
    /// Opposite pairs answered on both sides.
    pub pairs: usize,
    /// Even-odd consistency; information only, never a flag.
    pub even_odd: Option<f64>,
}

/// All scores of one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Score {
    /// The constructs that the form shows; readiness has facets only.
    pub constructs: Table<Construct, ConstructScore>,
    /// The facets of readiness that the form shows.
    pub facets: Table<Facet, FacetScore>,
    /// The pillars; one that the form does not show is unscored.
    pub pillars: Table<Pillar, PillarScore>,
    /// SFI: mean of the pillars.
    pub structural_friction: StructuralFriction,
    /// CBI: mean of the facets.
    pub readiness_gap: ReadinessGap,
    /// Structure beside readiness.
    pub evidence: Option<Evidence>,
    /// The ranking; absent where nothing was picked.
    pub attribution: Option<AttributionScore>,
    /// Careless responding.
    pub quality: Quality,
}
