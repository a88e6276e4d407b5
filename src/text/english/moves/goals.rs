//! Moves on what managers are judged on and answer for.

use crate::instrument::Role;
use crate::text::english::by;
use crate::text::result::MoveText;

use super::MEASURED_TASKS;

pub(super) const fn fix_the_metric(role: Role) -> MoveText {
    MoveText {
        title: "Fix the measure that punishes the rollout",
        why: by(
            role,
            "Your targets and rewards pull against the rollout more than with it.",
            "As you describe them, targets and rewards pull your managers away from the rollout.",
            "The targets that managers are judged on may pull against the rollout.",
        ),
        whose: by(
            role,
            "Executive sponsor, with the owner of performance measures",
            "You, with the owner of performance measures",
            "Executive sponsor, with the owner of performance measures",
        ),
        first_step: "Take the measure that suffers most. Write down, for the next review, how far it may dip and \
                     until when.",
        you_can: by(
            role,
            "Ask your own manager which measure may dip during the rollout, how far, and until when.",
            "Name one measure that may dip, with a limit and an end date, and tell your managers in writing.",
            "When the tool and the daily targets collide, ask in the team which of the two comes first this week.",
        ),
        watch: "Whether a short dip still counts against someone",
        research: Some(MEASURED_TASKS),
    }
}

pub(super) const fn hold_harmless(role: Role) -> MoveText {
    MoveText {
        title: "Make a learning dip safe for a time",
        why: by(
            role,
            "By the figures you entered, waiting is the safer choice for you. Lifting part of the penalty would \
             change that.",
            "By the figures entered, waiting is the safer choice for a manager. Lifting part of the penalty would \
             change that.",
            "By the figures entered, waiting is the safer choice for a manager. Lifting part of the penalty would \
             change that.",
        ),
        whose: by(role, "Executive sponsor", "You", "Executive sponsor"),
        first_step: "For one unit, write down the period, the measure and the dip that will not count. Then sign \
                     it.",
        you_can: by(
            role,
            "Ask in writing for a few weeks in which a small dip in one measure will not count against you.",
            "Ask one manager what a dip would cost them today, then sign the page for that unit.",
            "Ask whether the team may learn the tool for some weeks without being held to full speed.",
        ),
        watch: "Dips that were held against someone all the same",
        research: Some(
            "In a lab study (Ederer and Manso, 2013), people tried out more when early failure was allowed and later success was paid. A lab is not a workplace.",
        ),
    }
}

pub(super) const fn named_outcome(role: Role) -> MoveText {
    MoveText {
        title: "Put one name to one result",
        why: by(
            role,
            "It is not clear enough to you who answers for the results of the rollout.",
            "You see no clear name behind the results of the rollout.",
            "It may not be clear who answers for the results of the rollout.",
        ),
        whose: by(role, "Executive sponsor", "You", "Executive sponsor"),
        first_step: "Write one rollout result and one name per unit into the goals.",
        you_can: by(
            role,
            "Draft one sentence: the result you could answer for, and what you would need. Offer it to your \
             manager.",
            "Name one person for one result in one unit, and ask what that person needs to reach it.",
            "Ask whom to turn to when the tool does not bring what it should.",
        ),
        watch: "Units that have one result and one name",
        research: Some(MEASURED_TASKS),
    }
}

pub(super) const fn change_measures(role: Role) -> MoveText {
    MoveText {
        title: "Change what is measured",
        why: by(
            role,
            "You are still judged much as you were before the pilot.",
            "Your managers are still judged much as they were before the pilot.",
            "Managers may still be judged as they were before the pilot.",
        ),
        whose: by(
            role,
            "Owner of performance measures",
            "You, with the owner of performance measures",
            "Owner of performance measures",
        ),
        first_step: "Add one measure of progress with the rollout, and drop or relax one old measure.",
        you_can: by(
            role,
            "Suggest one number that would show your progress, and one old number that it could replace.",
            "Go through one review form with its owner and pick the number that fits the new work least.",
            "Suggest one sign of progress that you can see in your own work.",
        ),
        watch: "Measures that were changed since the pilot",
        research: Some(MEASURED_TASKS),
    }
}

pub(super) const fn part_of_the_mandate(role: Role) -> MoveText {
    MoveText {
        title: "Make the rollout part of the job",
        why: by(
            role,
            "For you, the rollout stands beside the job more than inside it.",
            "Your managers seem to see the rollout beside their job more than inside it.",
            "Where you are, the rollout seems to come second to other work.",
        ),
        whose: by(role, "Executive sponsor", "You", "Executive sponsor"),
        first_step: "Rewrite one manager’s role in two sentences, together with the people who hold it.",
        you_can: by(
            role,
            "Write two sentences on what the rollout part of your job is, and talk them through with your manager.",
            "Sit down with one manager for half an hour and write these two sentences together.",
            "Ask which part of the rollout belongs to your own job, and which does not.",
        ),
        watch: by(
            role,
            "Whether you see the rollout as part of your job",
            "Whether managers see the rollout as part of their job",
            "Whether the rollout has a place in the working day",
        ),
        research: None,
    }
}
