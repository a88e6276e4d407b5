//! The patterns behind a verdict. They describe conditions, never people.

use crate::diagnosis::Archetype;
use crate::instrument::Role;
use crate::text::result::Heading;

use super::by;

pub(super) const fn archetype(archetype: Archetype, role: Role) -> Heading {
    Heading { title: title(archetype, role), body: body(archetype, role) }
}

const fn title(archetype: Archetype, role: Role) -> &'static str {
    match archetype {
        Archetype::PenalisedForMoving => "Penalised for moving",
        Archetype::NobodysJob => "Nobody’s job",
        Archetype::CertaintyMachine => "The certainty machine",
        Archetype::OverloadedMiddle => "The overloaded middle",
        Archetype::DiffuseFriction => "Friction in many small places",
        Archetype::ThreatenedExpertise => "Know-how under threat",
        Archetype::ReadinessGap => "A gap in readiness",
        Archetype::UnseenDrag => "Drag that the answers do not show",
        Archetype::StalledElsewhere => "Held up by something else",
        Archetype::ReadyAndAligned => "Ready and aligned",
        Archetype::NotClearYet => "Not clear yet",
        Archetype::NotEnoughData => match role {
            Role::Manager | Role::Executive => "Not enough answers yet",
            Role::Frontline => "A view from the work",
        },
    }
}

const fn body(archetype: Archetype, role: Role) -> &'static str {
    match archetype {
        Archetype::PenalisedForMoving => by(
            role,
            "You are asked to move, while your targets and reviews make moving costly. Holding back can then be \
                 a sensible choice.",
            "Managers are asked to move, while their targets and reviews make moving costly. Holding back can \
                 then be a sensible choice for them.",
            "Managers may be asked to move while their targets make moving costly. Holding back can then be a \
                 sensible choice.",
        ),
        Archetype::NobodysJob => by(
            role,
            "It is not clear to you who answers for the result, and the rollout sits beside your job more than \
                 inside it.",
            "You see no clear name behind the result. For your managers, the rollout sits beside the job more \
                 than inside it.",
            "From where you work, the rollout looks like something beside the job, and no name stands behind \
                 it.",
        ),
        Archetype::CertaintyMachine => by(
            role,
            "The decisions you need pass through many hands. Each check may have its reason; added up, they take time you do not have.",
            "Decisions pass through many hands before a manager can go on. Each check may have its reason; \
                 added up, they take time.",
            "Decisions seem to pass through many hands before anything reaches you. Each check may have its \
                 reason; added up, they take time.",
        ),
        Archetype::OverloadedMiddle => by(
            role,
            "The rollout lands on top of the duties you already have and makes some of them harder. Little room \
                 is left to drive it.",
            "The rollout lands on top of the duties your managers already have and makes some of them harder. \
                 Little room is left to drive it.",
            "The rollout lands on top of the work you already do and makes some of it harder.",
        ),
        Archetype::DiffuseFriction => by(
            role,
            "No single part of your conditions stands out. It is several smaller things that add up.",
            "No single part of your managers’ conditions stands out. It is several smaller things that add up.",
            "No single part of the work stands out. It is several smaller things that add up.",
        ),
        Archetype::ThreatenedExpertise => by(
            role,
            "The tool seems to take weight from your know-how and your say, while the rollout competes with \
                 your job. A change that seems to cost you both is hard to back.",
            "For the people who know the work, the tool may take weight from their know-how while it competes \
                 with their job.",
            "The tool seems to take weight from your know-how and your say, while other work comes before the \
                 rollout.",
        ),
        Archetype::ReadinessGap => by(
            role,
            "Your team still lacks something it needs: practice, reasons, answers, or a way to get used to it. \
                 That can be given.",
            "The teams still lack something they need: practice, reasons, answers, or a way to get used to it. \
                 That can be given.",
            "You still lack something you need: practice, reasons, answers, or time to get used to it. You are \
                 right to ask for it.",
        ),
        Archetype::UnseenDrag => by(
            role,
            "You report little in the way, but the figures you entered show more. Waiting is easy to get used to, so ask yourself what the questions missed.",
            "You report little in the way, but the figures entered show more. Ask your managers what the questions missed.",
            "The answers show little in the way, but the figures entered show more. Perhaps the questions missed something you know.",
        ),
        Archetype::StalledElsewhere => by(
            role,
            "The pace is lost somewhere these questions do not look. The tool, the data or the business case \
                 is the next place to ask about.",
            "The pace is lost somewhere these questions do not look. Have the tool, the data and the business \
                 case checked before you change how managers work.",
            "The pace is lost somewhere these questions do not look. What you see of the tool and its data \
                 every day may be the best clue.",
        ),
        Archetype::ReadyAndAligned => by(
            role,
            "Your targets, your say and your team’s readiness leave room for the rollout.",
            "As you see it, targets, decisions and readiness leave your managers room for the rollout.",
            "The way you work leaves room for the rollout, and you have what you need for it.",
        ),
        Archetype::NotClearYet => {
            "The answers fit more than one explanation. It would be a guess to pick one."
        }
        Archetype::NotEnoughData => match role {
            Role::Manager | Role::Executive => {
                "No pattern can be named until more of the questions are answered."
            }
            Role::Frontline => {
                "You see things that managers and executives cannot. Put beside their answers, yours help to name a \
                 pattern."
            }
        },
    }
}
