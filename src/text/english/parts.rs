//! The parts that are scored: pillars, constructs, facets, responsibilities, and the rows of their charts.

use crate::instrument::{Construct, Facet, Pillar, Responsibility, Role};
use crate::scoring::Status;
use crate::text::result::{Heading, Named};

use super::by;

pub(super) const fn structure(role: Role) -> Heading {
    by(
        role,
        Heading {
            title: "Where the structural friction sits",
            body: "Each row is one part of your working conditions. Further right means a stronger barrier.",
        },
        Heading {
            title: "Where you see structural friction",
            body: "Each row is one part of your managers’ working conditions. Further right means a stronger \
                   barrier.",
        },
        Heading {
            title: "What you see in the daily work",
            body: "Each row is one part of the work around you. Further right means a stronger barrier.",
        },
    )
}

pub(super) const fn responsibilities(role: Role) -> Heading {
    by(
        role,
        Heading {
            title: "Your six responsibilities",
            body: "The middle means no change since the rollout began. Further right got harder, further left \
                   got easier.",
        },
        Heading {
            title: "Your managers’ six responsibilities",
            body: "The middle means no change since the rollout began. Further right got harder for them, \
                   further left got easier.",
        },
        Heading {
            title: "The six responsibilities of managers",
            body: "These are asked of managers and executives only.",
        },
    )
}

pub(super) const fn readiness(role: Role) -> Heading {
    by(
        role,
        Heading {
            title: "How ready your team is",
            body: "Further right means a wider gap between what people have and what they need.",
        },
        Heading {
            title: "How ready the teams are",
            body: "Further right means a wider gap between what people have and what they need.",
        },
        Heading {
            title: "How ready you are",
            body: "Further right means a wider gap between what you have and what you need.",
        },
    )
}

pub(super) const fn pillar(pillar: Pillar) -> Named {
    match pillar {
        Pillar::Incentives => Named {
            name: "Incentives",
            definition: "What managers are judged on: targets, rewards and measures.",
        },
        Pillar::Accountability => Named {
            name: "Accountability",
            definition: "Whether someone answers for the rollout, and whether it is part of the job.",
        },
        Pillar::DecisionRights => Named {
            name: "Decision rights",
            definition: "Who may decide, how long it takes, and what the checks find.",
        },
        Pillar::OperatingBurden => Named {
            name: "Operating burden",
            definition: "What the rollout adds to the work: harder duties, odd cases, know-how in doubt.",
        },
    }
}

pub(super) const fn construct(construct: Construct) -> &'static str {
    match construct {
        Construct::StallSignal => "Signs of slowing",
        Construct::CulturalAttribution => "Belief that people slow it",
        Construct::Friction => "Duties that became harder",
        Construct::IncentiveConflict => "Targets against the rollout",
        Construct::MissingAccountability => "Nobody clearly answers for it",
        Construct::UnchangedMeasurement => "Measures unchanged since the pilot",
        Construct::DecisionLatency => "Slow and crowded decisions",
        Construct::ControlWithoutValue => "Checks without value",
        Construct::ExceptionBurden => "Odd cases to sort out",
        Construct::ThreatRatherThanMandate => "A rival to the job, not part of it",
        Construct::ExpertiseThreat => "Know-how and say in doubt",
        Construct::Readiness => "Readiness gap",
    }
}

pub(super) const fn facet(facet: Facet) -> Named {
    match facet {
        Facet::Concerns => Named {
            name: "Worries about jobs",
            definition: "Whether people worry about their jobs, and whether they get real answers.",
        },
        Facet::Training => Named {
            name: "Training",
            definition: "Whether people had the training they need to use the tool.",
        },
        Facet::Communication => Named {
            name: "Reasons and news",
            definition: "Whether people know why the tool is used, and in time.",
        },
        Facet::Fear => Named {
            name: "Unease about change",
            definition: "Whether people would rather keep the old way of working.",
        },
    }
}

pub(super) const fn responsibility(responsibility: Responsibility) -> &'static str {
    match responsibility {
        Responsibility::Service => "Service levels",
        Responsibility::Operations => "Operating targets",
        Responsibility::Engagement => "Team engagement",
        Responsibility::Compliance => "Compliance rules",
        Responsibility::Budget => "Budget",
        Responsibility::Risk => "Risks under control",
    }
}

pub(super) const fn why_unscored(status: Status) -> &'static str {
    match status {
        Status::Ok => "This part has a score.",
        Status::TooFewAnswers => "Fewer than two thirds of the questions that apply were answered.",
        Status::NotApplicable => "Too few of the questions apply here.",
    }
}

pub(super) fn row(name: &str, score: &str, low: &str, high: &str) -> String {
    format!("{name}: {score}, band {low} to {high}.")
}

pub(super) fn row_unscored(name: &str, status: Status) -> String {
    format!("{name}: no score. {}", why_unscored(status))
}
