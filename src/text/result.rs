//! The words of a result: what each language has to say.
//!
//! Fields called `title`, `name`, `whose`, `watch` and all [`ResultLabels`] except the notes are phrases
//! without a full stop; every other text is one or more whole sentences.

use crate::diagnosis::{
    Archetype, MissKind, MoveKind, MoveName, Note, Source, SpecialMove, Stall, Strength, Verdict,
};
use crate::instrument::{Construct, Facet, Form, Pillar, Responsibility, Role};
use crate::problem::Problem;
use crate::scoring::{QualityFlag, Status};

/// A title and what stands under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// A phrase without a full stop.
    pub title: &'static str,
    /// One or more sentences.
    pub body: &'static str,
}

/// A name and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// A phrase.
    pub name: &'static str,
    /// One sentence.
    pub definition: &'static str,
}

/// What the opening sentence depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictCase {
    /// What survey and models say together.
    pub verdict: Verdict,
    /// How well that is supported.
    pub strength: Strength,
    /// Who reads it.
    pub role: Role,
    /// The facets of readiness that lead; empty where readiness is no part of it.
    pub facets: Vec<Facet>,
    /// Half width of the interval of the difference in whole points, formatted; used by `unclear` only.
    pub half_width: Option<String>,
    /// Is it slowing?
    pub stall: Stall,
}

/// How the result opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictText {
    /// One sentence of at most 110 characters.
    pub headline: String,
    /// How strong the evidence is, and the caution about one person.
    pub support: String,
    /// What the headline means: its terms, and what to make of it.
    pub meaning: String,
}

/// The points of a person's own ranking, by class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnRanking {
    /// Points for people.
    pub cultural: u32,
    /// Points for structure.
    pub structural: u32,
    /// Points for technology, data and the business case.
    pub other: u32,
    /// "Nothing slows it" was picked.
    pub nothing_slows: bool,
}

/// A person's own explanation and the evidence beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissCase<'a> {
    /// The ranking; absent where nothing was picked.
    pub own: Option<OwnRanking>,
    /// The index of structure, formatted; absent where there is none.
    pub friction: Option<&'a str>,
    /// The index of readiness, formatted; absent where there is none.
    pub readiness: Option<&'a str>,
    /// What the answers alone say; decides which of the two figures is called higher.
    pub source: Source,
    /// Who reads it.
    pub role: Role,
}

/// The words of the Miss for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissText {
    /// The heading.
    pub title: &'static str,
    /// What the person ranked, in points.
    pub own: String,
    /// What the answers show, in scores.
    pub evidence: String,
    /// How the two fit; absent where they cannot be compared.
    pub together: Option<&'static str>,
}

/// One move in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveText {
    /// What to do, in a phrase.
    pub title: &'static str,
    /// Why it follows; figures are appended by the screen.
    pub why: &'static str,
    /// Who owns it, in a phrase.
    pub whose: &'static str,
    /// What happens within 30 days.
    pub first_step: &'static str,
    /// What the reader can do or ask within a week.
    pub you_can: &'static str,
    /// What to watch, in a phrase.
    pub watch: &'static str,
    /// What research says, with its limits.
    pub research: Option<&'static str>,
}

/// How opening a file failed, for the person who chose it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileRefusal {
    /// A phrase.
    pub title: &'static str,
    /// What is wrong and what to do.
    pub body: String,
    /// Whether the problems help, each with its place: the file is one of ours, and was changed.
    pub detailed: bool,
}

/// The fixed labels of the result page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResultLabels {
    /// The page.
    pub page: &'static str,
    /// The first act.
    pub signal: &'static str,
    /// The second act.
    pub miss: &'static str,
    /// The third act.
    pub moves: &'static str,
    /// Row of the index of structure.
    pub structure_row: &'static str,
    /// Row of the index of readiness.
    pub readiness_row: &'static str,
    /// Left end, middle and right end of the axis of every score but the six responsibilities.
    pub axis: [&'static str; 3],
    /// The same for the six responsibilities.
    pub axis_responsibilities: [&'static str; 3],
    /// How to read a chart; a sentence.
    pub chart_note: &'static str,
    /// Column of names.
    pub table_name: &'static str,
    /// Column of scores.
    pub table_score: &'static str,
    /// Column of bands.
    pub table_band: &'static str,
    /// Column of answers.
    pub table_answer: &'static str,
    /// In the place of a score that is missing.
    pub not_scored: &'static str,
    /// In the place of an answer that is missing.
    pub not_answered: &'static str,
    /// What kind of explanation a ranked option is.
    pub class_cultural: &'static str,
    /// What kind of explanation a ranked option is.
    pub class_structural: &'static str,
    /// What kind of explanation a ranked option is.
    pub class_other: &'static str,
    /// Row of a move.
    pub why: &'static str,
    /// Row of a move.
    pub whose: &'static str,
    /// Row of a move.
    pub first_step: &'static str,
    /// Row of a move.
    pub you_can: &'static str,
    /// Row of a move.
    pub watch: &'static str,
    /// Row of a move.
    pub research: &'static str,
    /// Row of a move: conflict notes.
    pub note: &'static str,
    /// Above the limits.
    pub limits: &'static str,
    /// Above the remarks on the way of answering.
    pub quality: &'static str,
    /// Above the text that says what this form supports.
    pub scope: &'static str,
}

/// Every word of a result, in one language.
#[derive(Debug, Clone, Copy)]
pub struct ResultWords {
    /// Fixed labels.
    pub labels: ResultLabels,
    /// How the result opens.
    pub verdict: fn(&VerdictCase) -> VerdictText,
    /// How the result opens where the pilot did not meet its goals; stands above the verdict.
    pub pilot_failed: fn(Role) -> Heading,
    /// Is it slowing?
    pub signal: fn(Stall, Role) -> Heading,
    /// The figure of the signal: score, lower and upper end of its band.
    pub signal_figure: fn(score: &str, low: &str, high: &str) -> String,
    /// The person's own ranking beside the evidence.
    pub miss: fn(&MissCase<'_>) -> MissText,
    /// The executives' explanation beside the evidence, for a group.
    pub miss_kind: fn(MissKind) -> Option<&'static str>,
    /// Above the chart of the pillars.
    pub structure: fn(Role) -> Heading,
    /// Above the chart of the six responsibilities.
    pub responsibilities: fn(Role) -> Heading,
    /// Above the chart of the readiness facets.
    pub readiness: fn(Role) -> Heading,
    /// A pillar.
    pub pillar: fn(Pillar) -> Named,
    /// A short label of a construct, at most 34 characters.
    pub construct_short: fn(Construct) -> &'static str,
    /// A facet of readiness.
    pub facet: fn(Facet) -> Named,
    /// One of the six responsibilities.
    pub responsibility: fn(Responsibility) -> &'static str,
    /// One row of a chart as a sentence: name, score, lower and upper end.
    pub row: fn(name: &str, score: &str, low: &str, high: &str) -> String,
    /// One row of a chart that has no score: name and why.
    pub row_unscored: fn(name: &str, status: Status) -> String,
    /// A band: lower and upper end.
    pub interval: fn(low: &str, high: &str) -> String,
    /// The pattern behind the verdict.
    pub archetype: fn(Archetype, Role) -> Heading,
    /// Above the moves; `empty` where no move is listed.
    pub moves: fn(stall: Stall, role: Role, empty: bool) -> Heading,
    /// A move.
    pub move_text: fn(MoveName, Role) -> MoveText,
    /// A move that follows from the verdict as a whole.
    pub special: fn(SpecialMove, Role) -> MoveText,
    /// The score behind a move, to stand after its `why`: name, score, lower and upper end.
    pub move_figure: fn(name: &str, score: &str, low: &str, high: &str) -> String,
    /// The points of the person's own ranking that went to what a move works on.
    pub move_points: fn(kind: MoveKind, points: u32, all: u32) -> String,
    /// A conflict note.
    pub note: fn(Note, MoveKind, Role) -> &'static str,
    /// What this cannot tell you, a sentence or two each.
    pub limits: fn(Role, Form) -> Vec<&'static str>,
    /// What this form supports and what it does not.
    pub role_scope: fn(Role, Form) -> Option<&'static str>,
    /// A sign of hasty answering, said to the person themself.
    pub quality: fn(QualityFlag) -> &'static str,
    /// Why a part has no score.
    pub why_unscored: fn(Status) -> &'static str,
    /// Why a file could not be opened, in words for everyone.
    pub cannot_open: fn(&Problem) -> FileRefusal,
}
