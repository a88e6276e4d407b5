//! The result: Signal, Miss, Move, and what it cannot tell.

mod evidence;
mod keep;
mod moves;

use std::rc::Rc;

use super::element::{View, element};
use super::format::{points, shown};
use super::interval_chart::ChartWords;
use super::own::{origin, own_questions};
use super::parts::{button, list, text, title};
use super::path;
use super::path::shown_figures;
use super::scorecard::findings;
use super::sitting::Sitting;
use crate::diagnosis::Verdict;
use crate::evaluation::{Evaluation, evaluate_with};
use crate::response::{Pilot, Response};
use crate::session::Place;
use crate::text::{ResultWords, VerdictCase};

pub(super) use evidence::miss_text;
pub(super) use moves::worded_moves;

/// A response with everything known about it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Outcome {
    pub(super) response: Response,
    pub(super) evaluation: Evaluation,
}

impl Outcome {
    /// The person's own result, with all models that are filled in: for the screen, for print and to copy.
    pub(super) fn of(sitting: &Sitting) -> Option<Self> {
        let response = sitting.session().response_with_models(sitting.instrument(), &sitting.week())?;
        Some(Self::from(sitting, response))
    }

    /// What the response file gives: without the models that are not ticked into it.
    pub(super) fn of_file(sitting: &Sitting) -> Option<Self> {
        Some(Self::from(sitting, sitting.session().response(sitting.instrument(), &sitting.week())?))
    }

    /// The figures of a path take longer than a screen has time; until they are there it is left out.
    fn from(sitting: &Sitting, response: Response) -> Self {
        let figures = response.path.as_ref().and_then(|path| shown_figures(sitting, path));
        let pace = figures.map(|figures| figures.result.clone());
        let evaluation = evaluate_with(&response, sitting.instrument(), pace);
        Self { response, evaluation }
    }

    /// What the opening sentence depends on.
    pub(super) fn verdict_case(&self) -> VerdictCase {
        let diagnosis = &self.evaluation.diagnosis;
        let half_width =
            self.evaluation.figures.difference_band95.map(|[low, high]| points((high - low) / 2.0));
        VerdictCase {
            verdict: diagnosis.verdict,
            strength: diagnosis.strength,
            role: self.response.role,
            facets: diagnosis.readiness_facets.clone(),
            half_width: half_width.filter(|_| diagnosis.verdict == Verdict::Unclear),
            stall: diagnosis.stall,
        }
    }
}

pub(super) fn result_page(sitting: &Sitting) -> View {
    match Outcome::of(sitting) {
        Some(outcome) => result(sitting, &Rc::new(outcome)),
        None => title(sitting.result_words().labels.page),
    }
}

fn result(sitting: &Sitting, outcome: &Rc<Outcome>) -> View {
    let words = sitting.result_words();
    let role = outcome.response.role;
    let verdict = (words.verdict)(&outcome.verdict_case());
    let pilot = (outcome.response.pilot == Some(Pilot::No)).then(|| (words.pilot_failed)(role));
    let opening =
        pilot.map(|pilot| element("aside", "opening").text("h2", "", pilot.title).text("p", "", pilot.body));
    element("article", "result")
        .text("p", "small only-print", origin(sitting, &outcome.response))
        .with(opening.unwrap_or_default())
        .with(title(verdict.headline))
        .text("p", "lead", verdict.support)
        .text("p", "", verdict.meaning)
        .text("p", "remark own-questions", own_questions(sitting))
        .with(scope(words, outcome))
        .with(quality(words, outcome))
        .with(signal(words, outcome))
        .with(evidence::miss(sitting, outcome))
        .with(evidence::parts(sitting, outcome))
        .with(evidence::archetypes(words, outcome))
        .holding("div", "", own_scorecard(sitting, outcome))
        .with(own_path(sitting))
        .with(moves::moves(sitting, outcome))
        .with(limits(words, outcome))
        .with(keep::actions(sitting, outcome))
}

/// What the charts of a result are labelled with.
pub(super) fn chart_words(words: &'static ResultWords) -> ChartWords {
    ChartWords {
        name: words.labels.table_name,
        score: words.labels.table_score,
        band: words.labels.table_band,
        interval: words.interval,
        axis: words.labels.axis,
        missing: words.labels.not_scored,
    }
}

fn scope(words: &ResultWords, outcome: &Outcome) -> View {
    let scope = (words.role_scope)(outcome.response.role, outcome.response.form);
    scope.map_or_else(View::default, |scope| remark(words.labels.scope, text("p", "", scope)))
}

fn quality(words: &ResultWords, outcome: &Outcome) -> View {
    let flags = &outcome.evaluation.score.quality.flags;
    if flags.is_empty() {
        return View::default();
    }
    let remarks = flags.iter().map(|flag| (words.quality)(*flag));
    remark(words.labels.quality, list("ul", remarks))
}

fn remark(heading: &'static str, content: View) -> View {
    element("aside", "remark").text("h2", "small-heading", heading).with(content)
}

/// One act of the result: its name and its heading; what it says comes after.
#[inline(never)]
fn act(name: &'static str, heading: &'static str) -> View {
    element("section", "act").text("p", "kicker", name).text("h2", "", heading)
}

fn signal(words: &ResultWords, outcome: &Outcome) -> View {
    let heading = (words.signal)(outcome.evaluation.diagnosis.stall, outcome.response.role);
    let score = outcome.evaluation.score.constructs.get(&crate::instrument::Construct::StallSignal);
    let figure = score.and_then(|score| shown(&score.estimate));
    let figure = figure.map(|figure| (words.signal_figure)(&figure.score, &figure.low, &figure.high));
    let body = format!("{} {}", heading.body, figure.unwrap_or_default());
    act(words.labels.signal, heading.title).text("p", "", body)
}

/// What follows from the scorecard, or the offer to fill it in.
fn own_scorecard(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.locale.scorecard();
    if !sitting.session().has_scorecard() {
        return View::default();
    }
    let (class, content, label) = match &outcome.response.incentive {
        Some(input) => ("act", findings(sitting, input), words.change),
        None => ("act offer", text("p", "", words.offer_detail), words.offer),
    };
    let open = button("button only-screen", label, sitting.going(Place::Scorecard));
    element("section", class).text("h2", "", words.title).with(content).with(open)
}

/// What follows from the path, or the offer to enter it.
fn own_path(sitting: &Sitting) -> View {
    let [title, detail, offer, go_on] = sitting.locale.path().offer;
    let inventory = sitting.session().draft.path.value.as_deref();
    let found = inventory.and_then(|inventory| path::findings(sitting, inventory));
    let class = if found.is_some() { "act" } else { "act offer" };
    let content = found.unwrap_or_else(|| text("p", "", detail));
    let label = if inventory.is_some() { go_on } else { offer };
    let open = button("button only-screen", label, sitting.going(Place::Path));
    element("section", class).text("h2", "", title).with(content).with(open)
}

fn limits(words: &ResultWords, outcome: &Outcome) -> View {
    let texts = (words.limits)(outcome.response.role, outcome.response.form);
    element("section", "limits").text("h2", "", words.labels.limits).with(list("ul", texts))
}
