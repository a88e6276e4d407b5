//! Moves on decisions, checks and the daily work.

use crate::instrument::Role;
use crate::text::english::by;
use crate::text::result::MoveText;

pub(super) const fn friction_map(role: Role) -> MoveText {
    MoveText {
        title: "Map what became harder",
        why: by(
            role,
            "On the whole, what you must deliver has become harder since the rollout began.",
            "As you see it, your managers’ duties have become harder since the rollout began.",
            "The duties of managers may have become harder since the rollout began.",
        ),
        whose: by(
            role,
            "Executive sponsor, with the managers",
            "You, with your managers",
            "Executive sponsor",
        ),
        first_step: "Hold one session of 45 minutes in each function. For each of the six responsibilities, ask what \
                     got harder, and take one example.",
        you_can: by(
            role,
            "Write down the two duties that got harder, with an example of each, and send them to the sponsor.",
            "Ask three managers which duty got harder and why. Take notes, and promise nothing yet.",
            "Pick one task that got harder for you, and bring it to the next team meeting as an example.",
        ),
        watch: "What got harder, asked again next quarter",
        research: None,
    }
}

pub(super) const fn time_to_lead_both(role: Role) -> MoveText {
    MoveText {
        title: "Make time to run and to change",
        why: by(
            role,
            "The rollout competes with your daily work, or adds to it.",
            "For your managers, the rollout competes with the daily work.",
            "The rollout competes with the daily work around you, or adds to it.",
        ),
        whose: by(
            role,
            "Executive sponsor and senior managers",
            "You and your senior managers",
            "Executive sponsor and senior managers",
        ),
        first_step: "For the first unit, name what stops for now, or who steps in, so that there are hours for the \
                     rollout.",
        you_can: by(
            role,
            "List three tasks you could pause for the rollout, and ask your manager to agree to one of them.",
            "Pick one report or meeting that your managers may drop until the rollout has settled.",
            "Note for one week how many hours odd cases and learning take, and share the total in the team.",
        ),
        watch: "Hours freed, and whether the rollout still competes with the job",
        research: None,
    }
}

pub(super) const fn who_decides(role: Role) -> MoveText {
    MoveText {
        title: "Say who decides",
        why: by(
            role,
            "Decisions about the rollout take long, or it is not clear who may make them.",
            "Decisions take long, in your view, or nobody is clearly allowed to make them.",
            "Decisions about the rollout may take long, or it may not be clear who makes them.",
        ),
        whose: by(role, "Executive sponsor", "You", "Executive sponsor"),
        first_step: "Write one page: five rollout decisions, one person who makes each, and the days it may take.",
        you_can: by(
            role,
            "List the decisions you are waiting for, with the days so far, and ask who makes each one.",
            "Pick one decision that your managers may make without you from now on, and tell them.",
            "When something waits for a decision, ask who makes it and by when.",
        ),
        watch: "Days per decision",
        research: None,
    }
}

pub(super) const fn review_controls(role: Role) -> MoveText {
    MoveText {
        title: "Review the checks",
        why: by(
            role,
            "You report slow decisions, or checks that seldom change what happens next.",
            "You report slow decisions, or more approvals than the pilot needed.",
            "Some checks may take time without changing what happens next.",
        ),
        whose: by(
            role,
            "Head of risk or compliance, with the sponsor",
            "Head of risk or compliance, with you",
            "Head of risk or compliance, with the sponsor",
        ),
        first_step: "With the owner’s consent, make the slowest check faster for the next five units. Log every \
                     problem it finds.",
        you_can: by(
            role,
            "Note for a week how long each check takes and what it finds. Take the list to the owner of the check.",
            "Ask the head of risk which checks take longest and what each one has found. Retire nothing yet.",
            "Note what a check found in your work, and how long you waited. Say so too when it found something \
             real.",
        ),
        watch: "Days from request to go-ahead, and problems found by each check",
        research: Some(
            "In surveys of software teams (Forsgren and others, 2018), approval from outside went along with longer \
             waits and not with fewer failures. Surveys show a link, not a reason.",
        ),
    }
}

pub(super) const fn exception_capacity(role: Role) -> MoveText {
    MoveText {
        title: "Give odd cases an owner",
        why: by(
            role,
            "The tool leaves your team with odd cases, or makes your area harder to run.",
            "The teams may be left with odd cases to sort out by hand.",
            "The tool leaves you with odd cases, or makes your daily work more complex.",
        ),
        whose: by(
            role,
            "You or the leader of your function",
            "Leader of each function",
            "Leader of your function",
        ),
        first_step: "For the three odd cases that come up most, name an owner and a way to handle them.",
        you_can: by(
            role,
            "Ask your team for the three odd cases that cost most time, and give each one an owner.",
            "Ask each function who owns its odd cases. Where there is no name, ask for one.",
            "Keep a tally of odd cases for a week, and bring the top three to the team with an idea for one.",
        ),
        watch: "Odd cases per week",
        research: None,
    }
}

pub(super) const fn expertise_rights(role: Role) -> MoveText {
    MoveText {
        title: "Say where human judgment decides",
        why: by(
            role,
            "Your know-how or your say seems to count for less since the tool came.",
            "For people who know the work well, the tool may put their know-how in doubt.",
            "Your know-how or your say seems to count for less since the tool came.",
        ),
        whose: by(
            role,
            "Leader of your function, with its experts",
            "Leader of each function, with its experts",
            "Leader of your function, with its experts",
        ),
        first_step: "Write down in which cases a person may overrule the tool, and how that is logged.",
        you_can: by(
            role,
            "Name two kinds of case in which judgment should come first, and agree on them with your experts.",
            "Ask each function when a person may overrule the tool, and back the answer in writing.",
            "Collect two cases in which the tool was wrong and you saw it. Ask what you may do then.",
        ),
        watch: "How often a person overruled the tool, and why",
        research: Some(
            "In experiments (Dietvorst and others, 2018), people used a forecasting tool more when they could change \
             its results, even a little. These were short tasks, not daily work.",
        ),
    }
}
