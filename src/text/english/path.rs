//! The words of the path, in English.

mod changes;
mod steps;

use crate::pace::{Change, WarningCode};
use crate::text::path::{PaceCase, PathWords, Template};

pub(in crate::text) static WORDS: PathWords = PathWords {
    title: "The path of one unit",
    lead: "Enter the steps that one unit of the rollout goes through, from the first to the last: work, and every \
           review, approval, board or wait. You see where the days go, what each control costs and catches, and what \
           would be faster without losing what it catches.",
    privacy: [
        "What happens with what you enter",
        "All of it is worked out in this browser, and nothing is sent anywhere. It leaves only in what you save, print or copy.",
    ],
    begin: "Start from",
    begin_detail: "The figures in the three examples are made up. Replace them with your own.",
    templates: [
        Template {
            name: "An assistant for office work",
            detail: "Two reviews, a monthly board, training",
            json: include_str!("path/office.json"),
        },
        Template {
            name: "A model that decides on cases",
            detail: "Validation, risk review, two boards side by side, a wait",
            json: include_str!("path/cases.json"),
        },
        Template {
            name: "A tool from a supplier",
            detail: "Purchasing, security, contract, supplier risk",
            json: include_str!("path/supplier.json"),
        },
    ],
    empty: ["An empty path", "Add your steps one by one"],
    open: "Open a path file",
    open_detail: "A path that was saved here, or a table of steps (CSV).",
    refused: [
        "That file could not be used. Nothing was changed.",
        "It holds answers, not a path. Open it on the first screen.",
        "It is neither a path nor a table of steps.",
    ],
    history: ["Undo", "Redo"],
    headline,
    spread: |half, most, nearly_all| {
        format!(
            "Half of all units take {half} days or fewer. 15 of 100 take more than {most}, and 5 of 100 more than \
             {nearly_all}."
        )
    },
    on_plan: |share| match share {
        "0" => "Hardly any unit is done within the planned days.".to_owned(),
        _ => format!("Of 100 units, {share} are done within the planned days."),
    },
    computing: "Working out the figures…",
    announced: |days| format!("A unit now takes {days} days."),
    problems: "The steps do not go together yet",
    flow: |active, days, share| {
        format!(
            "Somebody is busy with the unit in {active} of {days} days ({share}). That is work, and reviews, and what is done again."
        )
    },
    example: "The figures in this example are made up. Replace them with your own.",
    sureness: |guessed, measured, all| {
        format!("Of {all} figures, {measured} are measured and {guessed} are guessed.")
    },
    observed: |explained, count, mean, days| {
        if explained {
            format!("The {count} units you observed took {mean} days on average. The path explains that.")
        } else {
            format!(
                "The {count} units you observed took {mean} days on average, and the path says {days}. That is more than \
                 chance: the steps as entered do not explain what you observed. Look for what is missing or wrong \
                 before you act on these figures."
            )
        }
    },
    warning: |code, names| match code {
        WarningCode::CalendarMatters => format!(
            "Boards that meet on fixed dates ({names}) make units wait longer than single waits would: a unit that is \
             sent back usually misses a session. The figures with dates are shown."
        ),
        WarningCode::ParallelSlower => format!(
            "Running these in parallel is slower than one after the other: {names}. When one sends a unit back, all of \
             them are done again."
        ),
        WarningCode::NoCatchData => {
            format!(
                "It is not known what these catch, or what that is worth: {names}. They count as catching nothing, which is \
                 no finding. Log it for 30 days before you retire any."
            )
        }
    },
    days: "Where the days go",
    days_head: ["Step", "Days", "Share"],
    days_keys: ["controls", "work", "the plan"],
    spread_title: "How long units take",
    spread_detail: |trials| {
        format!(
            "{trials} simulated units, from the fast to the slow; the last bar holds all that take longer."
        )
    },
    spread_head: ["Units", "Days", "95 % interval"],
    spread_rows: ["Mean", "Half of all", "85 of 100", "95 of 100"],
    spread_keys: ["half, 85 and 95 of 100 units are done", "the plan"],
    interval: |low, high| format!("{low} to {high}"),
    table: "Show the figures",
    steps: "The steps",
    steps_detail: "In the order a unit meets them. Drag a step to another place, or use its buttons.",
    no_steps: "Nothing is entered yet. Add the first step of work.",
    add: ["Add work", "Add a control"],
    edit: ["Edit", "Done"],
    step_buttons: ["Move up", "Move down", "Remove"],
    about: |what, name| format!("{what}: {name}"),
    moved: |name, place, all| format!("{name} is now step {place} of {all}."),
    unnamed: |kind, place| format!("{} (step {place})", steps::kind(kind)),
    step_days: |days| format!("{days} days"),
    signs: ["protected", "planned", "in parallel with the step before"],
    name_and_kind: ["Name", "What kind of step"],
    kind: steps::kind,
    quantity: steps::quantity,
    certainty: steps::certainty,
    how_sure: |figure| format!("How sure: {figure}"),
    link: steps::link,
    link_usual: steps::link_usual,
    ticks: [
        "Runs in parallel with the step before",
        "Was part of the original plan",
        "Protected: required by law, contract or safety, or a miss is not acceptable at any price",
        "The wait always takes the same time",
    ],
    why: "Why it is there",
    why_none: "Not said",
    reason: steps::reason,
    folds: ["What it catches", "More about this step"],
    whole: "The whole path",
    whole_fields: steps::WHOLE,
    observed_refused: "Please enter days as numbers with a blank or a semicolon between them, such as 62; 88.5; 101.",
    controls: "What each control costs and catches",
    controls_detail: [
        "Days it adds: how the days beyond work and planned controls are shared among the others. They sum to the \
         whole.",
        "Days saved: what leaving out this one alone would save today. These do not sum, since work that is sent back \
         passes other controls again.",
    ],
    controls_switch: ["Show what leaving out each one would save", "Show what each one adds"],
    controls_head: [
        "Control",
        "Days it adds",
        "Days saved without it",
        "Caught in 12 months",
        "Pays if a day costs less than",
        "With your cost of a day",
    ],
    caught: |caught, run| format!("{caught} of {run}"),
    both_rates: |recorded, cautious| format!("{recorded} (cautious: {cautious})"),
    was_planned: "planned",
    sum: "All together",
    advice: |option, firm, trial| match (firm, trial) {
        (true, _) => changes::change(option).to_owned(),
        (false, Some(trial)) => {
            format!("{}; then try on the next units: {}", changes::change(option), lower(trial))
        }
        (false, None) => format!("{}, not certain", changes::change(option)),
    },
    no_advice: "Not known",
    advice_detail: "Each line leaves all other controls as they are. Retiring a control needs its owner. It is no legal \
                    advice.",
    baseline: |days| format!("Work and planned controls alone take {days} days."),
    full: "There are 12 controls. More cannot be worked out; put some together.",
    more_caught: "It cannot have stopped more than it ran. Correct one of the two.",
    what_if: "What if we changed it",
    back: ["Back to the path", "Back to my result"],
    keep: "Keep this path",
    keep_detail: "The file holds what you entered here, and nothing else.",
    keep_buttons: [
        "Save the path as a file",
        "Save the steps as a table (CSV)",
        "Save an empty catch log (CSV)",
    ],
    discard: [
        "Discard this path and start another",
        "Only Undo brings it back, until this page is closed.",
        "Discard it",
    ],
    share: [
        "Put this path into my response file",
        "The file then holds the steps and their figures too. You see all of it before you save it.",
    ],
    offer: [
        "Where the pace goes",
        "Optional: enter the steps that one unit goes through, and see where its days go and what would be faster.",
        "Enter the approval path",
        "Go on with the approval path",
    ],
    log_head: [
        "Date",
        "Unit",
        "Control",
        "Passed, sent back or stopped",
        "What was found",
        "What it would have cost",
        "Hands-on hours",
    ],
    changes: changes::WORDS,
};

fn headline(case: PaceCase) -> String {
    let days = case.days;
    match (case.planned, case.pace) {
        (Some(planned), Some(pace)) => {
            format!("A unit takes {days} working days on average; the plan said {planned}. {}", speed(pace))
        }
        _ => format!("A unit takes {days} working days on average."),
    }
}

fn speed(percent: u32) -> String {
    let part = match percent {
        9..=11 => "a tenth",
        19..=21 => "a fifth",
        24..=26 => "a quarter",
        31..=35 => "a third",
        48..=52 => "half",
        65..=68 => "two thirds",
        74..=76 => "three quarters",
        97..=103 => return "The rollout moves at its intended pace.".to_owned(),
        104.. => {
            return format!("The rollout moves at {percent} % of its intended pace: faster than planned.");
        }
        _ => return format!("The rollout moves at {percent} % of its intended pace."),
    };
    format!("The rollout moves at {part} of its intended pace.")
}

fn lower(change: Change) -> String {
    changes::change(change).to_ascii_lowercase()
}
