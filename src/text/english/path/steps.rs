//! The words for steps and their figures, in English.

use crate::pace::{Link, Quantity, Reason, StepKind};
use crate::session::inventory::Certainty;
use crate::text::Question;

pub(super) fn kind(kind: StepKind) -> &'static str {
    match kind {
        StepKind::Work => "Work",
        StepKind::Review => "Review",
        StepKind::Validation => "Validation",
        StepKind::Approval => "Approval",
        StepKind::Exception => "Exception process",
        StepKind::Board => "Governance board",
        StepKind::Wait => "Wait for certainty",
        StepKind::Control => "Other control",
    }
}

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Guessed => "guessed",
        Certainty::Estimated => "estimated",
        Certainty::Measured => "measured",
    }
}

pub(super) fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Law => "A law asks for it",
        Reason::Incident => "Something went wrong once",
        Reason::PilotRisk => "The pilot showed a risk",
        Reason::ToBeSure => "To be sure",
        Reason::Unknown => "Nobody knows",
    }
}

pub(super) fn link(link: Link) -> &'static str {
    match link {
        Link::ReturnsTo => "It sends work back to",
        Link::ParallelGroup => "Runs in parallel with",
        Link::MergedInto => "It is done in the session of",
        Link::Backup => "Which other control would catch the same?",
    }
}

pub(super) fn link_usual(link: Link) -> &'static str {
    match link {
        Link::ReturnsTo => "The nearest work before it",
        Link::ParallelGroup | Link::MergedInto => "None: it stands on its own",
        Link::Backup => "None",
    }
}

pub(super) fn quantity(quantity: Quantity) -> Question {
    let (label, unit, meaning) = match quantity {
        Quantity::TouchDays => ("Hands-on days", "days", "Working days that somebody is busy with the unit."),
        Quantity::WaitDays => {
            ("Days of waiting before it", "days", "How long a unit lies in the inbox, on average.")
        }
        Quantity::CadenceDays => (
            "Days between two sessions",
            "days",
            "Each week is 5, every two weeks 10, each month 21, each quarter 63. At any time is 0.",
        ),
        Quantity::AppliesShare => ("How many units it applies to", "%", "100 is every unit."),
        Quantity::ReturnChance => ("How often it sends work back", "%", "Of 100 times it runs; at most 90."),
        Quantity::TimesRun => ("Times it ran", "in 12 months", "How many units it looked at."),
        Quantity::TimesCaught => {
            ("Times it stopped a real problem", "in 12 months", "Not each time it asked for a change.")
        }
        Quantity::LossPerCatch => {
            ("What one such problem would have cost", "", "In your currency; a rough figure will do.")
        }
        Quantity::BackupCatchShare => {
            ("How often that one would catch it", "%", "Of 100 such problems, if this control did not exist.")
        }
    };
    Question { label, unit, meaning }
}

pub(super) const WHOLE: [Question; 4] = [
    Question {
        label: "Planned days for one unit",
        unit: "days",
        meaning: "Working days, as the plan had it.",
    },
    Question {
        label: "What a day of delay costs",
        unit: "",
        meaning: "For one unit, in your currency. Leave it empty if you do not know.",
    },
    Question { label: "Currency", unit: "", meaning: "For example EUR, or thousand USD." },
    Question {
        label: "Days that units really took",
        unit: "days",
        meaning: "If you know some, for example 62; 88.5; 101. They check the path.",
    },
];
