//! The result: Signal, Miss, Move, and what it cannot tell.

mod evidence;
mod keep;
mod moves;

use std::rc::Rc;

use yew::prelude::*;

use super::format::{points, shown};
use super::interval_chart::ChartWords;
use super::sitting::Sitting;
use crate::diagnosis::Verdict;
use crate::evaluation::{Evaluation, evaluate};
use crate::response::{Pilot, Response};
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
    pub(super) fn of(sitting: &Sitting) -> Option<Self> {
        let response = sitting.session().response(sitting.instrument(), &sitting.week())?;
        let evaluation = evaluate(&response, sitting.instrument());
        Some(Self { response, evaluation })
    }

    /// What the opening sentence depends on.
    pub(super) fn verdict_case(&self) -> VerdictCase {
        let diagnosis = &self.evaluation.diagnosis;
        let half_width = self.evaluation.figures.difference_band95.map(|[low, high]| points((high - low) / 2.0));
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

#[component]
pub(super) fn ResultPage(sitting: &Sitting) -> Html {
    let outcome = use_memo(sitting.state.clone(), {
        let sitting = sitting.clone();
        move |_| Outcome::of(&sitting)
    });
    let heading = sitting.heading.clone();
    match outcome.as_ref() {
        Some(outcome) => result(sitting, &Rc::new(outcome.clone()), heading),
        None => html! { <h1 ref={heading} tabindex="-1">{ sitting.result_words().labels.page }</h1> },
    }
}

fn result(sitting: &Sitting, outcome: &Rc<Outcome>, heading: NodeRef) -> Html {
    let words = sitting.result_words();
    let role = outcome.response.role;
    let verdict = (words.verdict)(&outcome.verdict_case());
    let pilot = (outcome.response.pilot == Some(Pilot::No)).then(|| (words.pilot_failed)(role));
    html! {
        <article class="result">
            <div>
                if let Some(pilot) = pilot {
                    <aside class="opening">
                        <h2>{ pilot.title }</h2>
                        <p>{ pilot.body }</p>
                    </aside>
                }
            </div>
            <h1 ref={heading} tabindex="-1">{ verdict.headline }</h1>
            <p class="lead">{ verdict.support }</p>
            <p>{ verdict.meaning }</p>
            <div>{ scope(words, outcome) }</div>
            <div>{ quality(words, outcome) }</div>
            { signal(words, outcome) }
            { evidence::miss(sitting, outcome) }
            { evidence::parts(sitting, outcome) }
            { evidence::archetypes(words, outcome) }
            { moves::moves(sitting, outcome) }
            { limits(words, outcome) }
            { keep::actions(sitting, outcome) }
        </article>
    }
}

/// What the charts of a result are labelled with.
pub(super) fn chart_words(words: &'static ResultWords) -> ChartWords {
    ChartWords {
        name: words.labels.table_name,
        score: words.labels.table_score,
        band: words.labels.table_band,
        interval: words.interval,
        axis: words.labels.axis,
    }
}

fn scope(words: &ResultWords, outcome: &Outcome) -> Html {
    (words.role_scope)(outcome.response.role, outcome.response.form).map_or_else(Html::default, |text| {
        html! {
            <aside class="remark">
                <h2 class="small-heading">{ words.labels.scope }</h2>
                <p>{ text }</p>
            </aside>
        }
    })
}

fn quality(words: &ResultWords, outcome: &Outcome) -> Html {
    let flags = &outcome.evaluation.score.quality.flags;
    if flags.is_empty() {
        return html! {};
    }
    let remarks = flags.iter().map(|flag| {
        let text = (words.quality)(*flag);
        html! { <li key={text}>{ text }</li> }
    });
    html! {
        <aside class="remark">
            <h2 class="small-heading">{ words.labels.quality }</h2>
            <ul>{ for remarks }</ul>
        </aside>
    }
}

fn signal(words: &ResultWords, outcome: &Outcome) -> Html {
    let heading = (words.signal)(outcome.evaluation.diagnosis.stall, outcome.response.role);
    let score = outcome.evaluation.score.constructs.get(&crate::instrument::Construct::StallSignal);
    let figure = score.and_then(|score| shown(&score.estimate));
    html! {
        <section class="act">
            <p class="kicker">{ words.labels.signal }</p>
            <h2>{ heading.title }</h2>
            <p>
                { heading.body }
                { " " }
                { figure.map(|figure| (words.signal_figure)(&figure.score, &figure.low, &figure.high)) }
            </p>
        </section>
    }
}

fn limits(words: &ResultWords, outcome: &Outcome) -> Html {
    let texts = (words.limits)(outcome.response.role, outcome.response.form);
    html! {
        <section class="limits">
            <h2>{ words.labels.limits }</h2>
            <ul>{ for texts.into_iter().map(|text| html! { <li key={text}>{ text }</li> }) }</ul>
        </section>
    }
}
