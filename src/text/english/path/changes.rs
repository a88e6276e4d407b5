//! The words for changes of a path, in English.

use crate::pace::{Assumption, Change};
use crate::text::Question;
use crate::text::path::{ChangeWords, OwnerWords};

pub(super) const WORDS: ChangeWords = ChangeWords {
    title: "What if we changed it?",
    lead: "Choose what would be done with each control, and see the days and the expected catches move together.",
    headline: |case| {
        format!("With these changes a unit takes {} instead of {} working days.", case.days, case.today)
    },
    kept: |case| {
        format!(
            "Of the catches you can expect, {} are kept on the cautious reading, and {} as recorded.",
            case.cautious, case.recorded
        )
    },
    unfit: "These changes do not go together: a control would be merged into one that is not there any more, or is \
            merged itself. Choose another change for one of the two.",
    slower: |names| {
        format!(
            "Running in parallel makes it slower here: {names}. Each time one sends a unit back, all are done again."
        )
    },
    pictures: ["Today", "With these changes"],
    controls: "What would be done with each control",
    controls_head: ["Control", "Days it adds", "Caught in 12 months", "Change"],
    protected: "protected: never retired, delegated or merged",
    meaning: |change| match change {
        Change::Keep => "It stays as it is.",
        Change::Streamline => "The same control with shorter waits, and with sessions more often.",
        Change::Parallel => "It runs at the same time as the control before it.",
        Change::Delegate => "One person decides within days, without a board.",
        Change::Merge => "It is done in the session of its backup.",
        Change::Retire => "It is no longer done.",
    },
    change,
    none: "none",
    clear: "Take all changes back",
    assumptions: [
        "What each change is assumed to do",
        "These are choices, not findings. Set them to what you expect where you are.",
    ],
    assumption,
    plan: "The fastest plan that keeps the expected catches you entered",
    plan_detail: "All sets of changes are looked at. Protected controls are never retired, delegated or merged. A catch counts by what it would have cost. The cautious reading allows for bad luck: \
                  a control that caught nothing in 24 runs might still catch something.",
    plan_buttons: [
        "Find the fastest plan",
        "Show what less protection, or fewer changes, would give",
        "Stop",
    ],
    progress: |percent| format!("Looking: {percent} %"),
    ended: ["All plans are found.", "Stopped. What was found so far is shown."],
    parts: ["All expected catches kept", "If less is kept", "If only a few controls are changed"],
    rows: ["Today", "Cautious reading of the catches", "Catches as recorded"],
    at_least: |share, reading| format!("At least {share}: {reading}"),
    at_most: |changes, reading| match changes {
        1 => format!("1 change: {reading}"),
        _ => format!("{changes} changes: {reading}"),
    },
    plan_head: ["Plan", "Days", "Pace", "Expected catches kept", "Changes", "Try"],
    best_found: "best found",
    try_it: "Try it",
    tried: "The changes of this plan are now set above.",
    both: |cautious, today| {
        format!(
            "A unit takes {cautious} instead of {today} days, and none of the catches you can expect is lost. That is so \
             even on the cautious reading."
        )
    },
    scenarios: ["Scenarios side by side", "Give the changes above a name to compare them with others."],
    scenario_buttons: ["Name of this scenario", "Keep as a scenario", "Use", "Remove"],
    scenario_head: [
        "Scenario",
        "Days",
        "Pace",
        "Catches kept, cautious",
        "Catches kept, as recorded",
        "Changes",
        "Use",
    ],
    owners: [
        "For the owners of the controls",
        "No control should be changed without its owner. Print a page for each, to agree or to object.",
    ],
    owner: OwnerWords {
        proposed: |change| format!("Proposed: {change}."),
        reason: |reason| format!("Why it is there: {reason}."),
        record: |run, caught| {
            format!("In 12 months it ran {run} times and stopped a real problem {caught} times.")
        },
        no_record: "There are no figures on what it catches. Log that for 30 days before you decide.",
        alone: |days, today| {
            format!("This change alone: a unit takes {days} instead of {today} working days.")
        },
        kept: |cautious, recorded| {
            format!(
                "Expected catches of the whole path kept: {cautious} on the cautious reading, {recorded} as recorded."
            )
        },
        lines: ["I agree", "I object, because", "Name and date"],
    },
    print: "Print",
    caution: "This is arithmetic on the figures entered. Expected catches are averages: a rare disaster is what “protected” \
              is for. Retiring a control needs its owner. It is no legal advice.",
};

pub(super) fn change(change: Change) -> &'static str {
    match change {
        Change::Keep => "Keep",
        Change::Streamline => "Streamline",
        Change::Parallel => "Run in parallel",
        Change::Delegate => "Delegate",
        Change::Merge => "Merge into its backup",
        Change::Retire => "Retire",
    }
}

fn assumption(assumption: Assumption) -> Question {
    let (label, unit, meaning) = match assumption {
        Assumption::StreamlineWait => ("Streamline: wait that is left", "%", "Of the days in the inbox."),
        Assumption::StreamlineCadence => {
            ("Streamline: days between sessions that are left", "%", "50 means twice as many sessions.")
        }
        Assumption::TimeBoxCatches => {
            ("Streamline a fixed wait: catches kept", "%", "What the shorter wait still shows.")
        }
        Assumption::DelegateDays => ("Delegate: days until somebody decides", "days", "On average."),
        Assumption::DelegateCatches => ("Delegate: catches kept", "%", "What one person still catches."),
        Assumption::MergeTouch => {
            ("Merge: hands-on time that is left", "%", "It comes on top of that of the other session.")
        }
    };
    Question { label, unit, meaning }
}
