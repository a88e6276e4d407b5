//! Moves that follow from the verdict as a whole.

use crate::diagnosis::SpecialMove;
use crate::instrument::Role;
use crate::text::english::by;
use crate::text::result::MoveText;

pub(in crate::text::english) const fn special(name: SpecialMove, role: Role) -> MoveText {
    match name {
        SpecialMove::ShowTheMiss => show_the_miss(role),
        SpecialMove::CheckTechnologyAndCase => check_technology_and_case(role),
        SpecialMove::CollectMore => collect_more(role),
        SpecialMove::KeepGoing => keep_going(role),
    }
}

const fn show_the_miss(role: Role) -> MoveText {
    MoveText {
        title: "Show both views on one page",
        why: "What executives name as the reason and what the answers show are two different things.",
        whose: "Whoever runs the assessment",
        first_step: "Put the executives’ ranking and the answers on one page, and show it to both groups.",
        you_can: by(
            role,
            "Ask to see both views, together with the sponsor, before the next decision on the rollout.",
            "Look at both views before your next decision on the rollout, and ask your managers what you missed.",
            "Ask whether the results will be shown to everyone who took part.",
        ),
        watch: "What is named first, the next time it is asked",
        research: None,
    }
}

const fn check_technology_and_case(role: Role) -> MoveText {
    MoveText {
        title: "Check the technology and the business case",
        why: by(
            role,
            "What you report leaves room for another reason: the tool, its data or the business case.",
            "What you report leaves room for another reason: the tool, its data or the business case.",
            "What you report leaves room for another reason: the tool, its data or what it is meant to bring.",
        ),
        whose: by(
            role,
            "Executive sponsor, with the technology team",
            "You, with the technology team",
            "Executive sponsor, with the technology team",
        ),
        first_step: "In one unit of the rollout, measure success again the way the pilot did.",
        you_can: by(
            role,
            "Ask for the number the pilot was measured by, and what it is in your unit today.",
            "Ask for the pilot’s success measure from one unit of the rollout before you fund the next.",
            "Collect three cases in which the tool or its data let you down, and bring them up as examples.",
        ),
        watch: "The pilot’s success measure, in that unit",
        research: None,
    }
}

const fn collect_more(role: Role) -> MoveText {
    MoveText {
        title: "Ask more people",
        why: by(
            role,
            "Your answers alone cannot settle it; other people see other parts.",
            "Your answers alone cannot settle it; your managers and their teams see other parts.",
            "You see one side of the rollout. With the answers of managers and colleagues it becomes a picture.",
        ),
        whose: "Whoever runs the assessment",
        first_step: "Ask at least 12 managers and 15 frontline people about the same rollout.",
        you_can: by(
            role,
            "Tell two other managers in the same rollout about the assessment.",
            "Choose one unit, and invite its managers and its frontline people to take part freely.",
            "Tell a colleague about the assessment, if you like. Taking part is everyone’s own choice.",
        ),
        watch: "How many managers and frontline people have answered",
        research: None,
    }
}

const fn keep_going(role: Role) -> MoveText {
    MoveText {
        title: "Keep going, and ask again",
        why: "Neither slowing nor strong barriers show in the answers.",
        whose: "Whoever runs the assessment",
        first_step: "Set a date for the short form in the next quarter.",
        you_can: by(
            role,
            "Note what works well for you now, so that you notice when it changes.",
            "Tell your managers what you will leave as it is.",
            "Say what helps you at work, so that it stays.",
        ),
        watch: "The short form, each quarter",
        research: None,
    }
}
