//! The words of the path: its editor, its figures, and the changes that can be tried.

use crate::pace::{Assumption, Change, Link, Quantity, Reason, StepKind, WarningCode};
use crate::session::inventory::Certainty;
use crate::text::Question;

/// A path to start from.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// Its name.
    pub name: &'static str,
    /// What it is like.
    pub detail: &'static str,
    /// The path, as the engine takes it.
    pub json: &'static str,
}

/// The figures of a headline, formatted.
#[derive(Debug, Clone, Copy)]
pub struct PaceCase<'a> {
    /// Expected days.
    pub days: &'a str,
    /// Planned days.
    pub planned: Option<&'a str>,
    /// Planned / expected, in percent.
    pub pace: Option<u32>,
}

/// What some changes come to, formatted.
#[derive(Debug, Clone, Copy)]
pub struct TrialCase<'a> {
    /// Days with the changes.
    pub days: &'a str,
    /// Days today.
    pub today: &'a str,
    /// Expected catches kept, cautious, in percent.
    pub cautious: &'a str,
    /// The same with catches as recorded.
    pub recorded: &'a str,
}

/// The words of the path.
#[derive(Debug)]
pub struct PathWords {
    /// Heading before there are figures.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// What happens with what is entered: heading and sentence.
    pub privacy: [&'static str; 2],
    /// Heading of the templates.
    pub begin: &'static str,
    /// That their figures are examples.
    pub begin_detail: &'static str,
    /// The templates.
    pub templates: [Template; 3],
    /// The path with nothing in it: name and detail.
    pub empty: [&'static str; 2],
    /// Opens a file.
    pub open: &'static str,
    /// What kinds of files.
    pub open_detail: &'static str,
    /// A file was not taken; it holds answers; it is neither a path nor a table.
    pub refused: [&'static str; 3],
    /// Takes the last change back; does it again.
    pub history: [&'static str; 2],
    /// The headline.
    pub headline: fn(PaceCase) -> String,
    /// Percentiles: P50, P85, P95.
    pub spread: fn(&str, &str, &str) -> String,
    /// The share of units that are done within the plan.
    pub on_plan: fn(&str) -> String,
    /// The figures are being worked out.
    pub computing: &'static str,
    /// Says what a change came to, to those who hear it.
    pub announced: fn(&str) -> String,
    /// Something does not go together: heading.
    pub problems: &'static str,
    /// Hands-on days of all days, and their share.
    pub flow: fn(active: &str, days: &str, share: &str) -> String,
    /// No figure of the example was changed.
    pub example: &'static str,
    /// How many figures are guessed.
    pub sureness: fn(guessed: usize, measured: usize, all: usize) -> String,
    /// What observed lead times say: their number, their mean.
    pub observed: fn(explained: bool, count: usize, mean: &str, days: &str) -> String,
    /// A warning about some steps.
    pub warning: fn(WarningCode, &str) -> String,
    /// Name of the picture of days, its columns, its legend.
    pub days: &'static str,
    /// Column heads: step, days, share.
    pub days_head: [&'static str; 3],
    /// Legend: controls, work, the plan.
    pub days_keys: [&'static str; 3],
    /// Name of the picture of lead times.
    pub spread_title: &'static str,
    /// How to read it.
    pub spread_detail: fn(trials: &str) -> String,
    /// Column heads: figure, days, 95 % interval.
    pub spread_head: [&'static str; 3],
    /// Its rows: mean, P50, P85, P95.
    pub spread_rows: [&'static str; 4],
    /// Its marks: half, 85, 95 of 100 units.
    pub spread_keys: [&'static str; 2],
    /// "57 to 100".
    pub interval: fn(&str, &str) -> String,
    /// Opens the table behind a picture.
    pub table: &'static str,
    /// Heading of the steps.
    pub steps: &'static str,
    /// How to change them.
    pub steps_detail: &'static str,
    /// Nothing is entered.
    pub no_steps: &'static str,
    /// Adds a step of work; a control.
    pub add: [&'static str; 2],
    /// Opens and closes a step.
    pub edit: [&'static str; 2],
    /// Moves it up, down; removes it.
    pub step_buttons: [&'static str; 3],
    /// A button about a step: "Move up: Risk review".
    pub about: fn(&str, &str) -> String,
    /// Where a step has come to.
    pub moved: fn(name: &str, place: usize, all: usize) -> String,
    /// A step without a name.
    pub unnamed: fn(StepKind, usize) -> String,
    /// The days of a step in a row: "19.8 days".
    pub step_days: fn(&str) -> String,
    /// Signs of a step: protected, planned, in parallel.
    pub signs: [&'static str; 3],
    /// The label of a name; of a kind.
    pub name_and_kind: [&'static str; 2],
    /// The name of a kind.
    pub kind: fn(StepKind) -> &'static str,
    /// A number of a step.
    pub quantity: fn(Quantity) -> Question,
    /// How sure a figure is; asks for it.
    pub certainty: fn(Certainty) -> &'static str,
    /// "How sure is: Hands-on days".
    pub how_sure: fn(&str) -> String,
    /// What a step refers to.
    pub link: fn(Link) -> &'static str,
    /// The usual target of it.
    pub link_usual: fn(Link) -> &'static str,
    /// Ticks: parallel, planned, protected, fixed wait.
    pub ticks: [&'static str; 4],
    /// Asks why it is there.
    pub why: &'static str,
    /// Nothing is said.
    pub why_none: &'static str,
    /// A reason.
    pub reason: fn(Reason) -> &'static str,
    /// What it catches; what is asked less often.
    pub folds: [&'static str; 2],
    /// Heading of the figures of the whole path.
    pub whole: &'static str,
    /// Planned days; cost of a day; currency; observed lead times.
    pub whole_fields: [Question; 4],
    /// Observed lead times that cannot be read.
    pub observed_refused: &'static str,
    /// Heading of the controls.
    pub controls: &'static str,
    /// How to read their days, attributed or each left out alone.
    pub controls_detail: [&'static str; 2],
    /// Switches between the two.
    pub controls_switch: [&'static str; 2],
    /// Column heads: control, days added, days saved if left out, caught, pays below, advice.
    pub controls_head: [&'static str; 6],
    /// "2 of 24".
    pub caught: fn(&str, &str) -> String,
    /// Two figures at both rates: "0.10 (cautious 0.28)".
    pub both_rates: fn(&str, &str) -> String,
    /// A control that was planned.
    pub was_planned: &'static str,
    /// The last row.
    pub sum: &'static str,
    /// What to do with a control: firm, or with a trial.
    pub advice: fn(Change, bool, Option<Change>) -> String,
    /// There is none: it is not known what the control catches.
    pub no_advice: &'static str,
    /// What each piece of advice leaves out.
    pub advice_detail: &'static str,
    /// The days of work and planned controls alone.
    pub baseline: fn(&str) -> String,
    /// No more controls can be added.
    pub full: &'static str,
    /// It cannot have caught more than it ran.
    pub more_caught: &'static str,
    /// Opens what would change.
    pub what_if: &'static str,
    /// Back to the path; to the result.
    pub back: [&'static str; 2],
    /// Heading: keep this path.
    pub keep: &'static str,
    /// What a file holds.
    pub keep_detail: &'static str,
    /// Saves the file; a table of steps; the log of catches.
    pub keep_buttons: [&'static str; 3],
    /// Opens what discards the path; how it comes back, said before and after; does it.
    pub discard: [&'static str; 3],
    /// Ticks the path into the response file, and what that means.
    pub share: [&'static str; 2],
    /// Offers the path on a result: heading, detail, button, button where there is one.
    pub offer: [&'static str; 4],
    /// The columns of the log of catches.
    pub log_head: [&'static str; 7],
    /// What changes can be tried.
    pub changes: ChangeWords,
}

/// The words of changes.
#[derive(Debug)]
pub struct ChangeWords {
    /// Heading before any is tried.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// The headline with changes.
    pub headline: fn(TrialCase) -> String,
    /// What is kept of expected catches.
    pub kept: fn(TrialCase) -> String,
    /// These changes do not go together.
    pub unfit: &'static str,
    /// Running in parallel is slower.
    pub slower: fn(&str) -> String,
    /// Pictures: today, with the changes.
    pub pictures: [&'static str; 2],
    /// Heading of the controls.
    pub controls: &'static str,
    /// Column heads: control, days it adds, caught, what to do.
    pub controls_head: [&'static str; 4],
    /// A protected control.
    pub protected: &'static str,
    /// What a change means, in a sentence.
    pub meaning: fn(Change) -> &'static str,
    /// A change, as one says what is done.
    pub change: fn(Change) -> &'static str,
    /// No changes.
    pub none: &'static str,
    /// Takes all changes back.
    pub clear: &'static str,
    /// Heading of the assumptions, and what they are.
    pub assumptions: [&'static str; 2],
    /// An assumption.
    pub assumption: fn(Assumption) -> Question,
    /// Heading of the plan.
    pub plan: &'static str,
    /// What it does.
    pub plan_detail: &'static str,
    /// Starts; more; stops it.
    pub plan_buttons: [&'static str; 3],
    /// How far it is, in percent.
    pub progress: fn(u32) -> String,
    /// It is done; it was stopped.
    pub ended: [&'static str; 2],
    /// Above each part of the plans: all catches kept, less kept, at most so many changes.
    pub parts: [&'static str; 3],
    /// The row of today, of the cautious reading, of catches as recorded.
    pub rows: [&'static str; 3],
    /// A row of less protection: "At least 95 %, cautious".
    pub at_least: fn(&str, &str) -> String,
    /// A row of few changes: "2 changes, cautious".
    pub at_most: fn(u32, &str) -> String,
    /// Column heads: reading, days, pace, expected catches kept, changes, use.
    pub plan_head: [&'static str; 6],
    /// The plan need not be the best.
    pub best_found: &'static str,
    /// Tries a plan; "Try these: at least 95 %".
    pub try_it: &'static str,
    /// What was tried, to those who hear it.
    pub tried: &'static str,
    /// What both first plans say together.
    pub both: fn(cautious: &str, today: &str) -> String,
    /// Heading of what is kept by name; what it does.
    pub scenarios: [&'static str; 2],
    /// Asks for a name; keeps it; uses it; removes it.
    pub scenario_buttons: [&'static str; 4],
    /// Column heads: name, days, pace, catches kept cautious, as recorded, changes, use.
    pub scenario_head: [&'static str; 7],
    /// Heading of the pages for owners, and what they are for.
    pub owners: [&'static str; 2],
    /// Lines of such a page.
    pub owner: OwnerWords,
    /// Prints.
    pub print: &'static str,
    /// What all this is.
    pub caution: &'static str,
}

/// The lines of a page for the owner of a control.
#[derive(Debug)]
pub struct OwnerWords {
    /// "Proposed: retire".
    pub proposed: fn(&str) -> String,
    /// Why it is there.
    pub reason: fn(&str) -> String,
    /// What it caught in twelve months.
    pub record: fn(run: &str, caught: &str) -> String,
    /// No figures on what it caught.
    pub no_record: &'static str,
    /// What this change alone does to the days.
    pub alone: fn(days: &str, today: &str) -> String,
    /// What is kept of expected catches with it.
    pub kept: fn(cautious: &str, recorded: &str) -> String,
    /// To agree, to object, name and date.
    pub lines: [&'static str; 3],
}
