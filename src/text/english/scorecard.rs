//! The words of the scorecard, in English.

use crate::incentive::{Choice, Contributor, Parameter};
use crate::instrument::Responsibility;
use crate::session::ScoreList;
use crate::text::scorecard::{ChangeCase, Question, ScorecardWords};

pub(in crate::text) static WORDS: ScorecardWords = ScorecardWords {
    title: "Your scorecard",
    lead: "What are you judged on, and what does the rollout do to it? Five minutes turn that into what a sensible \
           manager does here, and what would change it. It leaves this page only in what you save, print, copy or hand in.",
    offer: "Work out my scorecard",
    offer_detail: "Optional, five minutes: what you are judged on, and what a sensible manager does with it.",
    change: "Change my scorecard",
    figures: "What you are judged on",
    figures_detail: "For each responsibility: how much it counts when you are judged, and what the rollout does to it. \
                     What you said about friction is filled in already. Leave out what is not yours.",
    responsibility,
    list: |list| match list {
        ScoreList::Weights => "How much it counts",
        ScoreList::Transition => "While it is put in place",
        ScoreList::Settled => "Once it has settled",
    },
    choose: "Choose",
    weight: |weight| match weight {
        0 => "0, not at all".to_owned(),
        10 => "10, most".to_owned(),
        weight => weight.to_string(),
    },
    effects: ["Much worse", "Worse", "No change", "Better", "Much better"],
    questions: "How it would go",
    questions_detail: "Each has a usual answer. Change those that are different where you are. A field that you empty \
                       gets its usual answer back.",
    question,
    advanced: "One more for those who discount the future",
    out_of_range: |minimum, maximum, meanwhile| {
        let mut sentence = format!("Please enter a number from {minimum} to {maximum}.");
        if !meanwhile.is_empty() {
            for part in [" Until then ", meanwhile, " counts."] {
                sentence.push_str(part);
            }
        }
        sentence
    },
    missing: "A result appears here once something counts. For each responsibility that counts, say what the rollout does \
              to it, at first and later.",
    result: "What follows",
    headline: |case| match (case.choice, case.close_call) {
        (Choice::Now, false) => "With these figures, moving now pays for you.",
        (Choice::Now, true) => "With these figures, moving now pays for you, but only just.",
        (Choice::Delay, false) => "With these figures, waiting is the sensible choice for you.",
        (Choice::Delay, true) => "With these figures, waiting is the sensible choice for you, but only just.",
        (Choice::Never, false) => "With these figures, not moving at all is the sensible choice for you.",
        (Choice::Never, true) => {
            "With these figures, not moving is the sensible choice for you, but only just."
        }
    },
    caution: "This is arithmetic on what you entered. It is about the incentives of a job, and says nothing about \
              anybody’s character.",
    close_call: "It is a close call: a small change of one figure would turn it.",
    turning,
    organisation: |manager, organisation| match (manager == Choice::Now, organisation == Choice::Now) {
        (true, true) => "For the organisation, which looks three years ahead, moving now pays as well.",
        (false, true) => {
            "For the organisation, which looks three years ahead, the same rollout is worth starting now. From the two \
             places the same thing looks different."
        }
        (true, false) => {
            "For the organisation, which looks three years ahead, it would be better not to start now."
        }
        (false, false) => {
            "For the organisation, which looks three years ahead, starting now does not pay either. Look at the rollout \
             itself first."
        }
    },
    choice: |choice| match choice {
        Choice::Now => "Move now",
        Choice::Delay => "Wait first",
        Choice::Never => "Do not move",
    },
    picture: "What each choice is worth to you",
    picture_detail: "From left to right, more and more of your evaluation depends on the results of the rollout. The \
                     highest line is the sensible choice.",
    picture_axis: ["0 %", "Weight of rollout results in your evaluation", "100 %"],
    picture_now: |share| format!("Today: {share}"),
    picture_turn: |share| format!("Turns at {share}"),
    picture_gap: |relief| match relief {
        Some(relief) => format!("Gap today, closed if {relief} of the dip were not held against you"),
        None => "Gap today".to_owned(),
    },
    picture_zero: "No effect on your evaluation",
    table: "The figures as a table",
    table_weight: "Weight",
    table_now: ", today",
    table_turn: ", it turns",
    save_picture: "Save as picture (SVG)",
    save_table: "Save as table (CSV)",
    payoffs: "Average effect on an evaluation",
    payoffs_detail: "In steps, as a mean over the months that count: 1 is one step better, from worse to no change or \
                     from no change to better.",
    payoffs_head: ["Choice", "For you", "For the organisation"],
    contributions: "What speaks for and against moving now",
    contributions_detail: |rival| match rival {
        Choice::Delay | Choice::Now => {
            "Compared with waiting first, in the same steps. What points left speaks against moving now. All together \
             make the difference between the two."
        }
        Choice::Never => {
            "Compared with not moving, in the same steps. What points left speaks against moving now. All together make \
             the difference between the two."
        }
    },
    contributions_head: ["What counts", "Effect"],
    contributor: |contributor| match contributor {
        Contributor::Responsibility(name) => responsibility(name),
        Contributor::Transformation => "Results of the rollout",
    },
    sum: "All together",
    share: "Put my scorecard into the response file",
    share_detail: "The file then holds these figures too. You see all of it before you save it.",
    back: "Back to my result",
    clear: "Clear my scorecard",
};

fn responsibility(responsibility: Responsibility) -> &'static str {
    match responsibility {
        Responsibility::Service => "Service levels",
        Responsibility::Operations => "Operating targets",
        Responsibility::Engagement => "Team engagement",
        Responsibility::Compliance => "Compliance rules",
        Responsibility::Budget => "Budget",
        Responsibility::Risk => "Risks under control",
    }
}

fn question(parameter: Parameter) -> Question {
    let (label, unit, meaning) = match parameter {
        Parameter::DisruptionMonths => {
            ("How long would it disrupt your work?", "months", "Until things run as they should. Usually 6.")
        }
        Parameter::HorizonMonths => (
            "How far ahead do your reviews really look?",
            "months",
            "What comes later does not count when you are judged. Usually 12.",
        ),
        Parameter::DelayMonths => {
            ("If you waited, for how long?", "months", "Others would go first meanwhile. Usually 6.")
        }
        Parameter::SuccessChance => (
            "How likely is it to work in your area?",
            "%",
            "A rollout that does not work brings no gain. Usually 70.",
        ),
        Parameter::Learning => (
            "How much of that would you know after waiting?",
            "%",
            "100 means that you would know for sure and could leave it. Usually 50.",
        ),
        Parameter::EasierLater => (
            "How much easier would it be if others go first?",
            "%",
            "The dip would be smaller by so much. Usually 25.",
        ),
        Parameter::LossAversion => (
            "How many times as much does a miss count as a beat?",
            "times",
            "2 means that one step worse weighs as much as two steps better. Usually 2.",
        ),
        Parameter::TransformationShare => (
            "How much of your evaluation depends on results of the rollout?",
            "%",
            "0 means that nobody asks you for them. Usually 0.",
        ),
        Parameter::Credit => (
            "How much does it count for you to be on plan with the rollout?",
            "steps",
            "1 is as much as one step better above. Usually 1.",
        ),
        Parameter::Blame => (
            "How much does it count against you to be behind plan?",
            "steps",
            "1 is as much as one step worse above. Usually 1.",
        ),
        Parameter::Discount => (
            "How much less does each month later count?",
            "% a month",
            "0 means that all months up to your next reviews count alike. Usually 0.",
        ),
    };
    Question { label, unit, meaning }
}

fn turning(case: ChangeCase) -> String {
    let mut text = String::new();
    let mut say = |parts: &[&str]| {
        if !text.is_empty() {
            text.push(' ');
        }
        for part in parts {
            text.push_str(part);
        }
    };
    if let Some(driver) = case.driver {
        say(&[
            "What weighs most against moving now is this: ",
            &responsibility(driver).to_ascii_lowercase(),
            ".",
        ]);
    }
    match (case.choice, case.break_even) {
        (Choice::Now, None) => {}
        (Choice::Now, Some(weight)) => say(&[
            "It stays the better choice as long as about ",
            weight,
            " or more of your evaluation depends on results of the rollout. Today it is ",
            case.share,
            ".",
        ]),
        (_, Some(weight)) => say(&[
            "Moving now would be the better choice if about ",
            weight,
            " or more of your evaluation depended on results of the rollout. Today it is ",
            case.share,
            ".",
        ]),
        (_, None) => say(&[
            "No weight on results of the rollout would change that, since they count neither for you nor against you.",
        ]),
    }
    match (case.choice, case.relief) {
        (Choice::Now, _) => {}
        (_, Some(relief)) => say(&[
            "It would also be the better choice if about ",
            relief,
            " of the dip while it is put in place were not held against you.",
        ]),
        (_, None) => {
            say(&[
                "Not even waiving the whole dip while it is put in place would make moving now the better choice.",
            ]);
        }
    }
    text
}
