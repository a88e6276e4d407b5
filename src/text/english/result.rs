//! The table of a result's words.

use crate::text::result::{ResultLabels, ResultWords};

use super::{archetypes, files, limits, miss, moves, notes, parts, signal, verdicts};

/// Every word of a result.
pub static RESULT: ResultWords = ResultWords {
    labels: LABELS,
    verdict: verdicts::verdict,
    pilot_failed: verdicts::pilot_failed,
    signal: signal::signal,
    signal_figure: signal::figure,
    miss: miss::miss,
    miss_kind: miss::kind,
    structure: parts::structure,
    responsibilities: parts::responsibilities,
    readiness: parts::readiness,
    pillar: parts::pillar,
    construct_short: parts::construct,
    facet: parts::facet,
    responsibility: parts::responsibility,
    row: parts::row,
    row_unscored: parts::row_unscored,
    archetype: archetypes::archetype,
    moves: moves::heading,
    move_text: moves::move_text,
    special: moves::special,
    move_figure: moves::figure,
    move_points: moves::points,
    note: notes::note,
    limits: limits::limits,
    role_scope: limits::scope,
    quality: limits::quality,
    why_unscored: parts::why_unscored,
    cannot_open: files::cannot_open,
};

/// Fixed labels.
const LABELS: ResultLabels = ResultLabels {
    page: "Your result",
    signal: "The signal",
    miss: "The miss",
    moves: "The move",
    structure_row: "Structure, in your answers",
    readiness_row: "Readiness gap, in your answers",
    axis: ["no barrier", "midpoint", "strongest"],
    axis_responsibilities: ["much easier", "no change", "much harder"],
    chart_note: "Dot: your score. Line: where it may lie, given how rough one person’s answers are.",
    show_table: "Show as a table",
    hide_table: "Hide the table",
    table_name: "Part",
    table_score: "Score, 0 to 100",
    table_band: "Band",
    not_scored: "not scored",
    why: "Why",
    whose: "Whose",
    first_step: "First 30 days",
    you_can: "You can",
    watch: "Watch",
    research: "Research",
    note: "Note",
    limits: "What this cannot tell you",
    quality: "About the way you answered",
    scope: "What your form covers",
};
