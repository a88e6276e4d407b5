//! The Signal: is it slowing?

use crate::diagnosis::Stall;
use crate::instrument::Role;
use crate::text::result::Heading;

use super::by;

pub(super) const fn signal(stall: Stall, role: Role) -> Heading {
    match stall {
        Stall::Clear => Heading {
            title: "The rollout is slowing, and clearly so",
            body: by(
                role,
                "What you report describes a rollout that has lost pace since its pilot.",
                "As you see it, the rollout has lost pace since its pilot.",
                "Seen from the work, the rollout has lost pace since its pilot.",
            ),
        },
        Stall::Some => Heading {
            title: "There are some signs of slowing",
            body: by(
                role,
                "What you report is mixed: some signs of slowing, some of progress.",
                "As you see it, the picture is mixed: some signs of slowing, some of progress.",
                "Seen from the work, the picture is mixed: some signs of slowing, some of progress.",
            ),
        },
        Stall::None => Heading {
            title: "No slowing stands out",
            body: by(
                role,
                "What you report describes a rollout that keeps its pace.",
                "As you see it, the rollout keeps its pace.",
                "Seen from the work, the rollout keeps its pace.",
            ),
        },
        Stall::Unknown => Heading {
            title: "The pace is not known",
            body: "Too little was answered to say whether the rollout is slowing.",
        },
    }
}

pub(super) fn figure(score: &str, low: &str, high: &str) -> String {
    format!(
        "On this scale, 0 means no sign of slowing and 100 the strongest; 50 is the midpoint. Your answers come to \
         {score} (band {low} to {high})."
    )
}
