//! The sentence a result opens with, how strong it is, and the caution about one person.

use crate::diagnosis::{Stall, Strength, Verdict};
use crate::instrument::{Facet, Role};
use crate::text::result::{Heading, VerdictCase, VerdictText};

use super::{by, list};
use crate::text::joined;

const ONE_PERSON: &str =
    "One person’s answers can show where to look, not what is true of the whole organisation.";

pub(super) fn verdict(case: &VerdictCase) -> VerdictText {
    let support = match strength(case.verdict, case.strength) {
        Some(strength) => format!("{strength} {ONE_PERSON}"),
        None => ONE_PERSON.to_owned(),
    };
    VerdictText { headline: headline(case), support, meaning: joined(&meaning(case), " ", " ") }
}

fn headline(case: &VerdictCase) -> String {
    let role = case.role;
    let answers = by(role, "Your answers point", "What you see points", "Your answers point");
    match case.verdict {
        Verdict::Structural => structural(case, answers),
        Verdict::Cultural => cultural(case, answers),
        Verdict::Both => both(case),
        Verdict::HiddenStructural => "The figures you entered show barriers that your answers do not.".into(),
        Verdict::Elsewhere => match case.stall {
            Stall::Clear => {
                "As you report it, the rollout is slow, yet neither structure nor readiness stands out."
                    .into()
            }
            Stall::Some | Stall::None | Stall::Unknown => {
                "There are signs of slowing, yet neither structure nor readiness stands out.".into()
            }
        },
        Verdict::Aligned => by(
            role,
            "No slowing shows, and your answers report few barriers.",
            "No slowing shows, and you see few barriers for your managers.",
            "No slowing shows, and your answers report few barriers.",
        )
        .into(),
        Verdict::Unclear => by(
            role,
            "Your answers cannot tell structure and readiness apart.",
            "What you see does not tell structure and readiness apart.",
            "Your answers cannot tell structure and readiness apart.",
        )
        .into(),
        Verdict::Insufficient => match role {
            Role::Manager | Role::Executive => {
                "There are too few answers to weigh structure against readiness.".into()
            }
            Role::Frontline => match case.stall {
                Stall::Clear => "From where you work, the rollout is slowing.".into(),
                Stall::Some => "From where you work, the rollout shows some signs of slowing.".into(),
                Stall::None => "From where you work, the rollout keeps its pace.".into(),
                Stall::Unknown => "This is how the rollout looks from where you work.".into(),
            },
        },
    }
}

fn structural(case: &VerdictCase, answers: &str) -> String {
    match case.strength {
        Strength::Strong => match case.stall {
            Stall::None => "No slowing shows so far, but answers and figures both point to structure.".into(),
            Stall::Clear | Stall::Some | Stall::Unknown => {
                format!("{answers} to structure, and so do the figures you entered.")
            }
        },
        Strength::Moderate | Strength::None => match case.stall {
            Stall::None => by(
                case.role,
                "No slowing shows so far, but your answers show more barriers in structure than in readiness.",
                "No slowing shows so far, but you see more barriers in structure than in readiness.",
                "No slowing shows so far, but your answers show more barriers in structure than in readiness.",
            )
            .into(),
            Stall::Clear | Stall::Some | Stall::Unknown => {
                format!("{answers} more to structure than to readiness.")
            }
        },
        Strength::Contested => format!("{answers} to structure; the figures you entered do not."),
        Strength::Tentative => {
            "The figures you entered point to structure; your answers alone do not settle it.".into()
        }
    }
}

/// The gaps that lead.
fn gaps(case: &VerdictCase) -> Vec<&'static str> {
    let mut gaps = Vec::new();
    for facet in &case.facets {
        gaps.push(gap(*facet));
    }
    gaps
}

fn cultural(case: &VerdictCase, answers: &str) -> String {
    let facets = gaps(case);
    let what = if matches!(facets.len(), 1 | 2) { list(&facets) } else { "a gap in readiness".to_owned() };
    match case.stall {
        Stall::None => format!("No slowing shows so far; what stands out is {what}, not structure."),
        Stall::Clear | Stall::Some | Stall::Unknown => {
            format!("{answers} to {what} rather than to structure.")
        }
    }
}

fn both(case: &VerdictCase) -> String {
    match case.strength {
        Strength::Contested => {
            "Your answers point to readiness, the figures you entered to structure: look at both.".into()
        }
        Strength::Strong | Strength::Moderate | Strength::Tentative | Strength::None => match case.stall {
            Stall::None => {
                "No slowing shows so far, but barriers show in both structure and readiness.".into()
            }
            Stall::Clear | Stall::Some | Stall::Unknown => by(
                case.role,
                "Your answers show barriers in both structure and readiness.",
                "You see barriers in both structure and readiness.",
                "Your answers show barriers in both structure and readiness.",
            )
            .into(),
        },
    }
}

/// A gap in readiness as a part of a sentence.
const fn gap(facet: Facet) -> &'static str {
    match facet {
        Facet::Concerns => "open worries",
        Facet::Training => "missing training",
        Facet::Communication => "missing explanations",
        Facet::Fear => "unease about change",
    }
}

fn meaning(case: &VerdictCase) -> Vec<String> {
    let role = case.role;
    let terms = by(
        role,
        "Structure means how you are judged, who answers for the rollout, who may decide, and what it adds to \
         your work. Readiness means training, clear reasons, answers to worries and ease with change.",
        "Structure means how your managers are judged, who answers for the rollout, who may decide, and what \
         it adds to their work. Readiness means training, clear reasons, answers to worries and ease with change.",
        "Structure means how managers are judged, who answers for the rollout, who may decide, and what it adds \
         to the work. Readiness means training, clear reasons, answers to worries and ease with change.",
    );
    let facets = gaps(case);
    let mut text: Vec<String> = Vec::new();
    match case.verdict {
        Verdict::Structural => text.push(terms.into()),
        Verdict::Cultural => {
            text.push(
                by(
                    role,
                    "Your answers do not support a structural explanation here.",
                    "What you see does not support a structural explanation here.",
                    "Your answers do not support a structural explanation here.",
                )
                .into(),
            );
            if !facets.is_empty() {
                let points = by(role, "They point", "It points", "They point");
                text.push(format!("{points} to a genuine gap: {}.", list(&facets)));
            }
        }
        Verdict::Both => {
            text.push(terms.into());
            if !facets.is_empty() {
                text.push(format!("In readiness, look first at {}.", list(&facets)));
            }
        }
        Verdict::HiddenStructural => text.push(
            by(
                role,
                "You report few barriers. Yet by the figures you entered, approvals take most of the time or waiting is the safer choice for you. Ask what the questions may have missed.",
                "You report few barriers. Yet by the figures entered, approvals take most of the time or waiting is the safer choice for a manager. Ask what the questions may have missed.",
                "The answers report few barriers. Yet by the figures entered, approvals take most of the time or waiting is the safer choice for a manager. Ask what the questions may have missed.",
            )
            .into(),
        ),
        Verdict::Elsewhere => text.push(
            by(
                role,
                "In your answers, neither management structure nor readiness explains it. Ask about the technology, the data and the business case.",
                "In your answers, neither management structure nor readiness explains it. Look at the technology, the data and the business case.",
                "In the answers, neither management structure nor readiness explains it. The tool, the data or the business case may be worth a look.",
            )
            .into(),
        ),
        Verdict::Aligned => text.push(
            "You report little that stands in the way, be it structure or readiness. Keep going, and ask again \
             in a quarter."
                .into(),
        ),
        Verdict::Unclear => {
            text.push(
                "The two scores lie too close together, or neither stands out clearly enough to name it.".into(),
            );
            if let Some(points) = &case.half_width {
                text.push(format!(
                    "With answers like these, a difference below about {points} points cannot be seen."
                ));
            }
        }
        Verdict::Insufficient => text.push(
            by(
                role,
                "Some questions were left open or do not apply to you. What could be scored is shown below, and \
                 you can go back and answer more.",
                "Some questions were left open or do not apply to your managers. What could be scored is shown \
                 below, and you can go back and answer more.",
                "Your questions cover the daily work, the place of the rollout in it, and what you need to be ready. Structure as a whole is left to those who can see all of it, so there is no verdict on it here.",
            )
            .into(),
        ),
    }
    text
}

const fn strength(verdict: Verdict, strength: Strength) -> Option<&'static str> {
    match strength {
        Strength::Strong => Some(match verdict {
            Verdict::Cultural => {
                "The evidence is strong: the figures you entered do not point to structure either."
            }
            Verdict::Aligned => "The evidence is strong: the figures you entered show little drag either.",
            Verdict::Both => {
                "The evidence is strong: on structure, the figures you entered agree with your answers."
            }
            Verdict::Structural
            | Verdict::HiddenStructural
            | Verdict::Elsewhere
            | Verdict::Unclear
            | Verdict::Insufficient => {
                "The evidence is strong: your answers and the figures you entered agree."
            }
        }),
        Strength::Moderate => Some("The evidence is moderate: it rests on your answers alone."),
        Strength::Contested => Some(match verdict {
            Verdict::Structural => {
                "The evidence is contested: you report barriers, and the figures you entered do not show them."
            }
            Verdict::HiddenStructural => {
                "The evidence is contested: the figures show barriers, and your answers do not."
            }
            Verdict::Cultural
            | Verdict::Both
            | Verdict::Elsewhere
            | Verdict::Aligned
            | Verdict::Unclear
            | Verdict::Insufficient => {
                "The evidence is contested: your answers point one way, the figures you entered another."
            }
        }),
        Strength::Tentative => {
            Some("The evidence is tentative: only the figures you entered point this way.")
        }
        Strength::None => None,
    }
}

pub(super) const fn pilot_failed(role: Role) -> Heading {
    Heading {
        title: "First, the pilot",
        body: by(
            role,
            "You say that the pilot did not meet its goals. This assessment starts from a pilot that worked. So \
             check the tool, the data and the business case first, and read the rest with that in mind.",
            "You say that the pilot did not meet its goals. This assessment starts from a pilot that worked. So \
             have the tool, the data and the business case checked before you change how managers work.",
            "You say that the pilot did not meet its goals. This assessment starts from a pilot that worked. So \
             the tool and its data come first, and the rest is to be read with that in mind.",
        ),
    }
}
