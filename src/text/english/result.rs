//! The table of a result's words.

use crate::text::result::{
    FileRefusal, Heading, MissText, MoveText, Named, ResultLabels, ResultWords, VerdictText,
};

const HEADING: Heading = Heading { title: "To come", body: "To come." };
const NAMED: Named = Named { name: "To come", definition: "To come." };
const MOVE: MoveText = MoveText {
    title: "To come",
    why: "To come.",
    whose: "To come",
    first_step: "To come.",
    you_can: "To come.",
    watch: "To come",
    research: None,
};

/// Every word of a result.
pub static RESULT: ResultWords = ResultWords {
    labels: LABELS,
    verdict: |_| VerdictText { headline: "To come.".into(), support: "To come.".into() },
    pilot_failed: |_| HEADING,
    signal: |_, _| HEADING,
    signal_figure: |score, low, high| {
        format!(
            "On a scale from 0, no sign of slowing, to 100, with 50 as its midpoint, your answers come to \
             {score} (band {low} to {high})."
        )
    },
    miss: |_| MissText {
        title: "What you said explains it, and what your answers show",
        own: "To come.".into(),
        evidence: "To come.".into(),
        together: None,
    },
    miss_kind: |_| None,
    structure: |_| HEADING,
    responsibilities: |_| HEADING,
    readiness: |_| HEADING,
    pillar: |_| NAMED,
    construct_short: |_| "To come",
    facet: |_| NAMED,
    responsibility: |_| "To come",
    row: |name, score, low, high| format!("{name}: {score}, band {low} to {high}."),
    row_unscored: |name, _| format!("{name}: not scored."),
    archetype: |_, _| HEADING,
    moves: |_, _, _| HEADING,
    move_text: |_, _| MOVE,
    special: |_, _| MOVE,
    move_figure: |name, score, low, high| format!("{name}: {score} ({low} to {high})."),
    move_points: |_, points, all| format!("{points} of your {all} points went to it."),
    note: |_, _, _| "To come.",
    limits: |_, _| vec!["To come."],
    role_scope: |_, _| None,
    quality: |_| "To come.",
    why_unscored: |_| "To come.",
    cannot_open: |_| FileRefusal { title: "This file could not be opened", body: "To come.".into() },
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
    table_name: "What was asked about",
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
