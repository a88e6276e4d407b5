//! The words of the scorecard: what a manager is judged on, and what a sensible manager does with it.

use crate::incentive::{Choice, Contributor, Parameter};
use crate::instrument::Responsibility;
use crate::session::ScoreList;

/// A question with its unit and what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// A phrase or a short question.
    pub label: &'static str,
    /// The unit behind the field.
    pub unit: &'static str,
    /// One sentence on what it means.
    pub meaning: &'static str,
}

/// What the headline of a scorecard depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChoiceCase {
    /// The best choice for the manager.
    pub choice: Choice,
    /// Whether a small change of one figure would turn it.
    pub close_call: bool,
}

/// What would change a choice, in formatted figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeCase<'a> {
    /// The best choice for the manager.
    pub choice: Choice,
    /// The weight on rollout results now.
    pub share: &'a str,
    /// The weight from which moving now is best; absent where there is none.
    pub break_even: Option<&'a str>,
    /// The part of the penalty that would have to be waived; absent where no part will do.
    pub relief: Option<&'a str>,
    /// What speaks most against moving now.
    pub driver: Option<Responsibility>,
}

/// The words of the scorecard.
#[derive(Debug)]
pub struct ScorecardWords {
    /// Heading.
    pub title: &'static str,
    /// What it is, how long it takes, who sees it.
    pub lead: &'static str,
    /// Offers it on the result.
    pub offer: &'static str,
    /// What it adds, where it is offered.
    pub offer_detail: &'static str,
    /// Opens it again, where it is filled in.
    pub change: &'static str,
    /// Heading of the six responsibilities.
    pub figures: &'static str,
    /// How to fill them in.
    pub figures_detail: &'static str,
    /// The name of each responsibility.
    pub responsibility: fn(Responsibility) -> &'static str,
    /// What each list asks.
    pub list: fn(ScoreList) -> &'static str,
    /// Nothing is chosen.
    pub choose: &'static str,
    /// The label of a weight, 0 to 10.
    pub weight: fn(u32) -> String,
    /// The labels of an effect, from much worse to much better.
    pub effects: [&'static str; 5],
    /// Heading of the other questions.
    pub questions: &'static str,
    /// That they have usual answers.
    pub questions_detail: &'static str,
    /// Each of them.
    pub question: fn(Parameter) -> Question,
    /// Above the questions that few need.
    pub advanced: &'static str,
    /// A figure that cannot be, and what counts until it is mended; that may be nothing.
    pub out_of_range: fn(minimum: &str, maximum: &str, meanwhile: &str) -> String,
    /// What is missing before there is a result.
    pub missing: &'static str,
    /// Heading of the result.
    pub result: &'static str,
    /// The choice in one sentence.
    pub headline: fn(ChoiceCase) -> &'static str,
    /// What the model is and is not.
    pub caution: &'static str,
    /// That it is a close call.
    pub close_call: &'static str,
    /// What would change it.
    pub turning: fn(ChangeCase) -> String,
    /// The organisation's view beside it.
    pub organisation: fn(manager: Choice, organisation: Choice) -> &'static str,
    /// The name of a choice.
    pub choice: fn(Choice) -> &'static str,
    /// Name of the picture.
    pub picture: &'static str,
    /// How to read the picture.
    pub picture_detail: &'static str,
    /// Its left end, what it is, its right end.
    pub picture_axis: [&'static str; 3],
    /// Mark of the weight now.
    pub picture_now: fn(share: &str) -> String,
    /// Mark of the weight that would turn it.
    pub picture_turn: fn(share: &str) -> String,
    /// What moving now lacks, and the relief that would close it, if any.
    pub picture_gap: fn(relief: Option<&str>) -> String,
    /// The line of no effect.
    pub picture_zero: &'static str,
    /// Opens the figures behind it.
    pub table: &'static str,
    /// Head of the weights in them.
    pub table_weight: &'static str,
    /// Note at the weight now.
    pub table_now: &'static str,
    /// Note at the weight that would turn it.
    pub table_turn: &'static str,
    /// Saves a drawing.
    pub save_picture: &'static str,
    /// Saves the figures behind it.
    pub save_table: &'static str,
    /// Name of the payoffs.
    pub payoffs: &'static str,
    /// How to read them.
    pub payoffs_detail: &'static str,
    /// Column heads: choice, for you, for the organisation.
    pub payoffs_head: [&'static str; 3],
    /// Name of the contributions.
    pub contributions: &'static str,
    /// How to read them.
    pub contributions_detail: fn(rival: Choice) -> &'static str,
    /// Column heads: what, effect.
    pub contributions_head: [&'static str; 2],
    /// What contributes.
    pub contributor: fn(Contributor) -> &'static str,
    /// The last row.
    pub sum: &'static str,
    /// Ticks it into the file.
    pub share: &'static str,
    /// What that means.
    pub share_detail: &'static str,
    /// Back to the result.
    pub back: &'static str,
    /// Takes all figures out.
    pub clear: &'static str,
}
