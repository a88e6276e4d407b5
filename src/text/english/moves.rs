//! The moves: what to do, why it follows, whose it is, and what the reader can do about it.

mod goals;
mod readiness;
mod special;
mod work;

use crate::diagnosis::{MoveKind, MoveName, Stall};
use crate::instrument::Role;
use crate::text::result::{Heading, MoveText};

use super::by;

pub(super) use special::special;

/// Holmström and Milgrom 1991: measured tasks crowd out unmeasured ones.
const MEASURED_TASKS: &str = "A theory (Holmström and Milgrom, 1991) says that people put their effort where it is \
                              measured and paid. It is a model on paper, not a study of your workplace.";

pub(super) const fn move_text(name: MoveName, role: Role) -> MoveText {
    match name {
        MoveName::FrictionMap => work::friction_map(role),
        MoveName::FixTheMetric => goals::fix_the_metric(role),
        MoveName::HoldHarmless => goals::hold_harmless(role),
        MoveName::NamedOutcome => goals::named_outcome(role),
        MoveName::TimeToLeadBoth => work::time_to_lead_both(role),
        MoveName::ChangeMeasures => goals::change_measures(role),
        MoveName::WhoDecides => work::who_decides(role),
        MoveName::ReviewControls => work::review_controls(role),
        MoveName::ExceptionCapacity => work::exception_capacity(role),
        MoveName::ExpertiseRights => work::expertise_rights(role),
        MoveName::PartOfTheMandate => goals::part_of_the_mandate(role),
        MoveName::AnswerConcerns => readiness::answer_concerns(role),
        MoveName::Train => readiness::train(role),
        MoveName::Explain => readiness::explain(role),
        MoveName::SupportChange => readiness::support_change(role),
    }
}

/// Above the moves.
pub(super) const fn heading(stall: Stall, role: Role, empty: bool) -> Heading {
    if empty {
        return Heading {
            title: "No barrier calls for a change",
            body: "No part that has a score is high enough for a move of its own.",
        };
    }
    match stall {
        Stall::None => Heading {
            title: "What to keep an eye on",
            body: "No slowing shows, so these are things to watch rather than to start.",
        },
        Stall::Clear | Stall::Some | Stall::Unknown => Heading {
            title: by(role, "What to change first", "What to change first", "What could change first"),
            body: by(
                role,
                "Some of these are yours to start, others are for someone else to decide. Each says what you can do or ask.",
                "Many of these are yours to sign, or to hand to someone by name. Each says what you can do this week.",
                "These are for others to decide. Each says what you can ask or bring up.",
            ),
        },
    }
}

pub(super) fn figure(name: &str, score: &str, low: &str, high: &str) -> String {
    format!("{name}: {score} (band {low} to {high}).")
}

pub(super) fn points(kind: MoveKind, points: u32, all: u32) -> String {
    let what = match kind {
        MoveKind::Structural => "structure",
        MoveKind::Cultural => "people’s readiness",
    };
    format!("In your own ranking, {points} of {all} points went to {what}.")
}
