//! Moves on readiness.

use crate::instrument::Role;
use crate::text::english::by;
use crate::text::result::MoveText;

pub(super) const fn answer_concerns(role: Role) -> MoveText {
    MoveText {
        title: "Answer the worries",
        why: by(
            role,
            "People in your team worry about what AI means for their jobs.",
            "As far as you can see, people worry about what AI means for their jobs.",
            "You worry about what AI means for your job, or your concerns get no real answer.",
        ),
        whose: by(role, "You, with HR", "Managers, with HR", "Managers, with HR"),
        first_step: "Collect the five questions people ask most. Answer them in writing, and say so where the answer \
                     is not known yet.",
        you_can: by(
            role,
            "Let your team put its questions on paper, without names, and pass the five most asked to HR.",
            "Answer one hard question yourself, in writing, and say what is not decided yet.",
            "Write your question down and ask where it will be answered. You can do it as a group, without names.",
        ),
        watch: "Questions still open, and whether worries ease",
        research: None,
    }
}

pub(super) const fn train(role: Role) -> MoveText {
    MoveText {
        title: "Train on real tasks",
        why: by(
            role,
            "Your team lacks training it needs to use the tool.",
            "By your account, the teams lack training they need to use the tool.",
            "You lack training you need to use the tool in your tasks.",
        ),
        whose: by(
            role,
            "You, with the training team",
            "Managers, with the training team",
            "The training team",
        ),
        first_step: "Let the first group practise on its own tasks, with someone at hand to ask.",
        you_can: by(
            role,
            "Pick one task and one hour this week, and let your team try that task with the tool.",
            "Set one hour a week aside for practice, and tell your managers that it counts as work.",
            "Name the one task you would like to practise. Ask for an hour, and for someone who can show you.",
        ),
        watch: "How often the tool is used in the tasks that were practised",
        research: None,
    }
}

pub(super) const fn explain(role: Role) -> MoveText {
    MoveText {
        title: "Explain why, what and when",
        why: by(
            role,
            "Your team does not know well enough why the tool is being rolled out.",
            "The reasons for the tool have not reached the teams well enough.",
            "The reasons for the tool, or the news about it, do not reach you well enough.",
        ),
        whose: by(
            role,
            "You, with the communication team",
            "You and your managers, with the communication team",
            "Managers, with the communication team",
        ),
        first_step: "Put why, what and when on one page, and let each line manager talk it through with the team.",
        you_can: by(
            role,
            "Take five minutes with your team: why the tool is here, what changes, and what is still open.",
            "Write the reason in three sentences and send it to your managers before anyone else.",
            "Ask two questions at the next meeting: why this tool, and what changes for us?",
        ),
        watch: "Whether people can say why the tool is used",
        research: None,
    }
}

pub(super) const fn support_change(role: Role) -> MoveText {
    MoveText {
        title: "Offer a try-out with a way back",
        why: by(
            role,
            "Your team would rather keep the old way of working.",
            "You see teams that would rather keep the old way of working.",
            "You would rather keep the old way of working, or the changes leave you uneasy.",
        ),
        whose: by(role, "You, with HR", "Managers, with HR", "Managers, with HR"),
        first_step: "Start a try-out in one team, with an end date and an agreed way back.",
        you_can: by(
            role,
            "Ask your team which part of the old way is worth keeping, and keep one thing.",
            "Say openly that the first weeks are a try-out, and what would end it.",
            "Say what works well in the old way, and ask for a try-out in which you may go back.",
        ),
        watch: "People who stay with the new way after the try-out",
        research: None,
    }
}
