//! What a reader must know about a move before acting on it.

use crate::diagnosis::{MoveKind, Note};
use crate::instrument::Role;

use super::by;

pub(super) const fn note(note: Note, kind: MoveKind, role: Role) -> &'static str {
    match note {
        Note::KeepControls => by(
            role,
            "Compliance or risk has become much harder for you. Keep every check for now: make it faster or run it \
             alongside, but do not drop it or hand it down.",
            "Compliance or risk has become much harder for your managers. Keep every check for now: make it faster \
             or run it alongside, but do not drop it or hand it down.",
            "Compliance or risk has become much harder for managers. No check should be dropped for now.",
        ),
        Note::LiftPenaltyFirst => by(
            role,
            "Ease the penalty first. A new goal on top of an unchanged penalty asks you for two things that do not \
             go together.",
            "Ease the penalty first. A new goal on top of an unchanged penalty asks your managers for two things \
             that do not go together.",
            "Ease the penalty first. A new goal on top of an unchanged penalty asks managers for two things that do \
             not go together.",
        ),
        Note::SecondLine => match kind {
            MoveKind::Cultural => "Worth doing, but unlikely to restore the pace on its own.",
            MoveKind::Structural => "Second in line: what you report points to readiness first.",
        },
        Note::SettleSuccessFirst => by(
            role,
            "By what you entered, the rollout is more likely to fail here than to work. Settle that first, before \
             anyone is pushed to go faster.",
            "By what was entered, the rollout is more likely to fail here than to work. Settle that first, before \
             you push anyone to go faster.",
            "By what was entered, the rollout is more likely to fail here than to work. That has to be settled \
             first.",
        ),
        Note::LogCatchesFirst => {
            "Nobody knows yet what each check finds. Log it for 30 days before anything is retired, and let the \
             owner of the check decide."
        }
        Note::HiddenFromSurvey => {
            "The answers show little of this, the figures entered show more. Ask what the questions missed before \
             you act."
        }
        Note::WatchOnly => "No slowing shows, so this is a thing to watch. There is no need to act now.",
        Note::JointSession => by(
            role,
            "Executives and managers see this differently. Begin with one session together, and say what you see.",
            "Executives and managers see this differently. Begin with one session together, and listen first.",
            "Executives and managers see this differently. The first step is a session in which they compare views.",
        ),
    }
}
