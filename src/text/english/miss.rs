//! The Miss: what was said to slow the rollout, beside what the answers show. Points and scores, never shares
//! of a cause.

use crate::diagnosis::{MissKind, Source};
use crate::instrument::Role;
use crate::text::result::{MissCase, MissText, OwnRanking};

use super::{by, list};

const BOTH_SCALES: &str = "Both scores run from 0, no barrier, to 100, the strongest; 50 is the midpoint.";

const ASKED: &str = "Before the questions, you ranked what slows it: 3 points for the first pick, 2 for the second, \
                     1 for the third.";

/// Where a ranking puts its weight.
#[derive(Clone, Copy)]
enum Leaning {
    People,
    Structure,
    Even,
    Other,
    Nothing,
}

const fn leaning(own: OwnRanking) -> Leaning {
    if own.nothing_slows {
        return Leaning::Nothing;
    }
    if own.other > own.cultural && own.other > own.structural {
        return Leaning::Other;
    }
    if own.cultural > own.structural {
        Leaning::People
    } else if own.cultural < own.structural {
        Leaning::Structure
    } else {
        Leaning::Even
    }
}

pub(super) fn miss(case: &MissCase<'_>) -> MissText {
    MissText {
        title: match case.own {
            None => "What your answers show",
            Some(own) if own.nothing_slows => "What you said first, and what your answers show",
            Some(_) => "What you said slows it, and what your answers show",
        },
        own: own(case.own),
        evidence: evidence(case),
        together: case.own.and_then(|own| together(leaning(own), case.source)),
    }
}

fn own(ranking: Option<OwnRanking>) -> String {
    let Some(ranking) = ranking else {
        return "You did not say what slows the rollout, so there is nothing to set beside your answers."
            .into();
    };
    if ranking.nothing_slows {
        return "Before the questions, you said that nothing slows this rollout.".into();
    }
    let mut parts: Vec<(u32, &str)> = vec![];
    for (points, name) in [
        (ranking.cultural, "people’s readiness"),
        (ranking.structural, "structure"),
        (ranking.other, "the tool, the data or the business case"),
    ] {
        // The most points first; equals keep their order.
        let place = parts.iter().take_while(|(more, _)| *more >= points).count();
        if points > 0 {
            parts.insert(place, (points, name));
        }
    }
    match parts.as_slice() {
        [] => ASKED.into(),
        [(points, name)] => format!("{ASKED} All {points} points went to {name}."),
        several => {
            let mut each = Vec::new();
            for (points, name) in several {
                each.push(format!("{points} to {name}"));
            }
            format!("{ASKED} You gave {}.", list(&each))
        }
    }
}

fn evidence(case: &MissCase<'_>) -> String {
    match (case.friction, case.readiness) {
        (Some(friction), Some(readiness)) => {
            let words = match case.source {
                Source::Structural => format!(
                    "The barriers in structure, at {friction}, are clearly stronger than the gap in readiness, at \
                     {readiness}."
                ),
                Source::Cultural => format!(
                    "The gap in readiness, at {readiness}, is clearly stronger than the barriers in structure, at \
                     {friction}."
                ),
                Source::Both => format!(
                    "Both lie at the midpoint or higher: structure at {friction}, the gap in readiness at \
                     {readiness}."
                ),
                Source::Neither => {
                    format!("Both are low: structure at {friction}, the gap in readiness at {readiness}.")
                }
                Source::Unclear | Source::Insufficient => format!(
                    "Structure comes to {friction}, the gap in readiness to {readiness}. That does not settle which of them stands out."
                ),
            };
            format!("{BOTH_SCALES} {words}")
        }
        (None, Some(readiness)) => format!(
            "On a scale from 0, no gap, to 100, with 50 in the middle, the gap in readiness comes to {readiness}. {}",
            match case.role {
                Role::Manager | Role::Executive => {
                    "Too little was answered about structure to set a second score beside it."
                }
                Role::Frontline => {
                    "Structure as a whole is asked of managers and executives, so there is no second score here."
                }
            }
        ),
        (Some(friction), None) => format!(
            "On a scale from 0, no barrier, to 100, with 50 in the middle, structure comes to {friction}. Too little \
             was answered about readiness to set a second score beside it."
        ),
        (None, None) => by(
            case.role,
            "Too little was answered to give a score for structure or readiness.",
            "Too little was answered to give a score for structure or readiness.",
            "Too little was answered to give a score for readiness.",
        )
        .into(),
    }
}

const fn together(leaning: Leaning, source: Source) -> Option<&'static str> {
    const SAME: &str = "Your first thought and your answers point the same way.";
    const DIFFERENT: &str = "Your first thought and your answers point different ways. Both are yours, so the \
                             difference is worth a second look.";
    const PART: &str = "Your answers show barriers on both sides, so your ranking may hold only part of it.";
    const LITTLE: &str = "Your answers show little of either, so the reason may lie somewhere else.";
    match source {
        Source::Structural => Some(match leaning {
            Leaning::Structure => SAME,
            Leaning::People => DIFFERENT,
            Leaning::Even => "You ranked both alike; your answers lean towards structure.",
            Leaning::Other => OTHER,
            Leaning::Nothing => NOTHING,
        }),
        Source::Cultural => Some(match leaning {
            Leaning::People => SAME,
            Leaning::Structure => DIFFERENT,
            Leaning::Even => "You ranked both alike; your answers lean towards readiness.",
            Leaning::Other => OTHER,
            Leaning::Nothing => NOTHING,
        }),
        Source::Both => Some(match leaning {
            Leaning::Even => SAME,
            Leaning::People | Leaning::Structure => PART,
            Leaning::Other => OTHER,
            Leaning::Nothing => NOTHING,
        }),
        Source::Neither => Some(match leaning {
            Leaning::Other | Leaning::Nothing => {
                "That fits your answers: neither structure nor readiness stands out."
            }
            Leaning::People | Leaning::Structure | Leaning::Even => LITTLE,
        }),
        Source::Unclear => {
            Some("Your answers do not settle it: they neither back what you said nor speak against it.")
        }
        Source::Insufficient => None,
    }
}

const OTHER: &str = "You put most weight on things that these questions hardly touch, and your answers show barriers all the same. Both can be true.";
const NOTHING: &str = "Yet your answers do report barriers; the parts below show which.";

pub(super) const fn kind(kind: MissKind) -> Option<&'static str> {
    match kind {
        MissKind::Miss => Some(
            "Executives look to people first, while the answers as a whole point more to structure. It helps to \
             see both views side by side.",
        ),
        MissKind::ReverseMiss => Some(
            "Executives look to structure first, while the answers as a whole point more to readiness. It helps \
             to see both views side by side.",
        ),
        MissKind::None => None,
    }
}
