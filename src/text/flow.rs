//! The words of the screens from the start to the saved file.

use crate::instrument::{Form, Role};
use crate::response::Pilot;
use crate::session::{SetAside, StorageFault, Surroundings};

/// A title and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// A few words.
    pub title: &'static str,
    /// One sentence.
    pub detail: &'static str,
}

/// The words of all screens but the result.
#[derive(Debug)]
pub struct FlowWords {
    /// Around every screen.
    pub frame: FrameWords,
    /// The start.
    pub start: StartWords,
    /// Role, form, unit, pilot.
    pub about: AboutWords,
    /// The ranking.
    pub ranking: RankingWords,
    /// The pages of items.
    pub page: PageWords,
    /// What is unanswered.
    pub review: ReviewWords,
    /// The response file.
    pub file: FileWords,
    /// What can be done with a result.
    pub keep: KeepWords,
    /// Notices.
    pub notice: NoticeWords,
}

/// Around every screen.
#[derive(Debug)]
pub struct FrameWords {
    /// The product.
    pub product: &'static str,
    /// "Page 2 of 7".
    pub page_of: fn(page: usize, pages: usize) -> String,
    /// "3 of 40 answered".
    pub answered_of: fn(answered: usize, total: usize) -> String,
    /// The quiet sign that the draft is kept.
    pub kept: &'static str,
    /// The quiet sign that it is not.
    pub not_kept: &'static str,
    /// The sign where the person chose to keep nothing.
    pub keeping_nothing: &'static str,
    /// Spoken once.
    pub kept_announcement: &'static str,
    /// Erases at once.
    pub erase: &'static str,
    /// Its name when heard.
    pub erase_name: &'static str,
    /// To the screen before.
    pub back: &'static str,
    /// To the next screen.
    pub next: &'static str,
    /// Name of Back and Next together.
    pub steps_name: &'static str,
    /// Name of the bar.
    pub progress_name: &'static str,
    /// The frame of every page. SCIENCE 1.1.
    pub frame: fn(Option<Role>) -> &'static str,
    /// "About: …", with the rollout's name; or what the organisation calls a rollout in place of "About".
    pub about_rollout: fn(word: &str, rollout: &str) -> String,
    /// A field that may be left empty, by what the organisation calls it.
    pub optional: fn(word: &str) -> String,
    /// Where the questions are an organisation's own: their title, version and fingerprint, and what that means.
    pub own_questions: fn(title: &str, version: &str, fingerprint: &str) -> String,
    /// The organisation's links.
    pub links: LinkWords,
}

/// The organisation's links.
#[derive(Debug)]
pub struct LinkWords {
    /// Before the name of whom to ask.
    pub ask: &'static str,
    /// The link to the privacy notice.
    pub privacy: &'static str,
    /// Before the link to where a file goes.
    pub hand_in: &'static str,
    /// Until when.
    pub until: fn(year: i32, month: u32, day: u32) -> String,
    /// That it is too late.
    pub past: fn(year: i32, month: u32, day: u32) -> String,
}

/// The start.
#[derive(Debug)]
pub struct StartWords {
    /// The link to the sheet for information security and the works council.
    pub sheet: &'static str,
    /// Heading.
    pub title: &'static str,
    /// What it is, and how long it takes.
    pub lead: fn(Form) -> String,
    /// What you get.
    pub get_title: &'static str,
    /// In short points.
    pub get: &'static [Choice],
    /// How it goes.
    pub steps_title: &'static str,
    /// In short points.
    pub steps: &'static [&'static str],
    /// What happens with the answers.
    pub privacy_title: &'static str,
    /// In short points.
    pub privacy: &'static [&'static str],
    /// Who else learns of them, unless the page around can read them.
    pub others: &'static str,
    /// Where the assessment is part of another page.
    pub surroundings: fn(Surroundings) -> &'static str,
    /// Where they can be handed in.
    pub hand_in: &'static str,
    /// Label of the box.
    pub keep: &'static str,
    /// What it means.
    pub keep_detail: &'static str,
    /// What is said where the host keeps nothing.
    pub keep_off: &'static str,
    /// Heading of the question which rollout it is about.
    pub rollout_title: &'static str,
    /// The name field.
    pub rollout_label: &'static str,
    /// What it is for.
    pub rollout_detail: &'static str,
    /// Goes on.
    pub begin: &'static str,
    /// Goes on with a draft.
    pub go_on: &'static str,
    /// Heading above the file field.
    pub open_title: &'static str,
    /// The button.
    pub open: &'static str,
    /// What a file is.
    pub open_detail: &'static str,
    /// Link to the method.
    pub scale_note: &'static str,
}

/// Role, form, unit, pilot.
#[derive(Debug)]
pub struct AboutWords {
    /// Heading.
    pub title: &'static str,
    /// Why it is asked.
    pub lead: &'static str,
    /// Before what the page around or the address has answered.
    pub given: &'static str,
    /// Legend.
    pub role: &'static str,
    /// Each role.
    pub roles: fn(Role) -> Choice,
    /// When Next was pressed without one.
    pub role_missing: &'static str,
    /// Legend.
    pub form: &'static str,
    /// Each form, with its number of questions.
    pub forms: fn(Form, questions: usize) -> String,
    /// What each form is for.
    pub form_detail: fn(Form) -> &'static str,
    /// Label of the unit.
    pub unit: &'static str,
    /// What it is for, as free text.
    pub unit_detail: &'static str,
    /// The first entry of the list.
    pub unit_none: &'static str,
    /// Legend. SCIENCE 1.1, CX1.
    pub pilot: &'static str,
    /// Each answer.
    pub pilots: fn(Pilot) -> &'static str,
}

/// The ranking.
#[derive(Debug)]
pub struct RankingWords {
    /// Heading.
    pub title: &'static str,
    /// How it works.
    pub lead: &'static str,
    /// Above the picks.
    pub picks: &'static str,
    /// Where there are none yet.
    pub no_picks: &'static str,
    /// Above the options.
    pub options: &'static str,
    /// What is heard with a picked option.
    pub ranked: fn(position: usize) -> String,
    /// Button.
    pub higher: fn(option: &str) -> String,
    /// Button.
    pub remove: fn(option: &str) -> String,
    /// Spoken after a change.
    pub announce: fn(option: &str, position: Option<usize>) -> String,
    /// Where three are picked.
    pub full: &'static str,
}

/// The pages of items.
#[derive(Debug)]
pub struct PageWords {
    /// Heading of a page of agreement items, by its place among them.
    pub title: fn(position: usize, of: usize) -> String,
    /// Heading of the page of responsibilities.
    pub friction_title: &'static str,
    /// What the digits do.
    pub keys: &'static str,
    /// Takes an answer back.
    pub clear: &'static str,
    /// Its name when heard.
    pub clear_name: fn(item: &str) -> String,
    /// Heading of the open questions.
    pub gaps_title: fn(count: usize) -> String,
    /// Goes to the first.
    pub gaps_first: &'static str,
    /// Goes on.
    pub gaps_anyway: &'static str,
}

/// What is unanswered.
#[derive(Debug)]
pub struct ReviewWords {
    /// Heading.
    pub title: fn(count: usize) -> String,
    /// What it means.
    pub lead: fn(count: usize) -> &'static str,
    /// "Page 3".
    pub page: fn(page: usize) -> String,
    /// What cannot be scored yet.
    pub unscored: fn(names: &str) -> String,
    /// Goes on.
    pub result: &'static str,
    /// The ranking in the list.
    pub ranking: &'static str,
}

/// The response file.
#[derive(Debug)]
pub struct FileWords {
    /// Heading.
    pub title: &'static str,
    /// Heading, where it can be handed in too.
    pub title_with_hand_in: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// What it does not hold.
    pub not_in: &'static str,
    /// "The file holds 39 answers", for what is unfinished too.
    pub holds: fn(answered: usize, total: usize) -> String,
    /// Name of the region that shows it.
    pub content_name: &'static str,
    /// Above its name.
    pub name: &'static str,
    /// The link on the pages of questions.
    pub save_for_later: &'static str,
    /// Saves.
    pub save: &'static str,
    /// After it was saved.
    pub saved: fn(name: &str) -> String,
    /// Copies the content.
    pub copy: &'static str,
    /// After it was copied.
    pub copied: &'static str,
    /// Heading above handing in.
    pub hand_in_title: &'static str,
    /// Who gets what, and what cannot be undone.
    pub hand_in_detail: fn(recipient: &str) -> String,
    /// Hands in.
    pub hand_in: &'static str,
    /// After it was handed in.
    pub handed_in: fn(recipient: &str) -> String,
    /// Goes back to the result.
    pub back: &'static str,
    /// Goes back to the questions.
    pub back_to_questions: &'static str,
}

/// What can be done with a result.
#[derive(Debug)]
pub struct KeepWords {
    /// Name of the group.
    pub title: &'static str,
    /// To the file.
    pub save: &'static str,
    /// To the file, where it can be handed in too.
    pub save_or_hand_in: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Where the browser does not print.
    pub print_refused: &'static str,
    /// Copies.
    pub copy: &'static str,
    /// After it was copied.
    pub copied: &'static str,
    /// Above the text to copy by hand.
    pub by_hand: &'static str,
    /// Back to the questions.
    pub change: &'static str,
    /// Starts over.
    pub start_over: &'static str,
}

/// Notices.
#[derive(Debug)]
pub struct NoticeWords {
    /// Puts a notice away.
    pub put_away: &'static str,
    /// A draft was taken up again.
    pub restored: fn(when: &str) -> String,
    /// Questions have changed.
    pub questions_changed: &'static str,
    /// A draft was set aside.
    pub set_aside: fn(SetAside) -> &'static str,
    /// Saves what was set aside.
    pub aside_save: &'static str,
    /// Goes on with it.
    pub aside_use: &'static str,
    /// Erases it.
    pub aside_erase: &'static str,
    /// The browser keeps nothing.
    pub storage: fn(StorageFault) -> &'static str,
    /// Everything was erased.
    pub erased: &'static str,
    /// Brings it back.
    pub bring_back: &'static str,
    /// Another tab erased.
    pub erased_elsewhere: &'static str,
    /// A file was opened.
    pub opened: &'static str,
    /// A file was refused.
    pub refused: &'static str,
    /// Starts over.
    pub start_over: &'static str,
}
