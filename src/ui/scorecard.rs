//! The scorecard: what a manager is judged on, filled in bit by bit, with what follows below it.

mod picture;
mod result;

use yew::prelude::*;

use super::element::{Name, View, element, several};
use super::fields::{Number, Pick, check, number, pick};
use super::page::steps;
use super::parts::{button, holding, text, title};
use super::sitting::Sitting;
use crate::incentive::{IncentiveInput, Parameter};
use crate::instrument::Responsibility;
use crate::session::{Action, Place, ScoreList, Shareable};

pub(super) use result::findings;

pub(super) fn scorecard(sitting: &Sitting) -> View {
    let words = sitting.locale.scorecard();
    let session = sitting.session();
    let filled = session.scorecard(sitting.instrument());
    let complete = session.complete_scorecard(sitting.instrument());
    let outcome = match &complete {
        Some(input) => findings(sitting, input),
        None => text("p", "soft", words.missing),
    };
    let (common, advanced): (Vec<_>, Vec<_>) =
        Parameter::ALL.into_iter().partition(|parameter| *parameter != Parameter::Discount);
    let ask = |parameters: Vec<Parameter>| {
        let fields = parameters.into_iter().map(|parameter| question(sitting, &filled, parameter));
        element("div", "fields").each(fields)
    };
    several()
        .with(title(words.title))
        .with(text("p", "lead", words.lead))
        .with(
            element("section", "")
                .with(text("h2", "", words.figures))
                .with(text("p", "soft", words.figures_detail))
                .with(rows(sitting, &filled)),
        )
        .with(
            element("section", "")
                .with(text("h2", "", words.questions))
                .with(text("p", "soft", words.questions_detail))
                .with(ask(common))
                .with(element("details", "").with(text("summary", "", words.advanced)).with(ask(advanced))),
        )
        .with(element("section", "act").with(text("h2", "", words.result)).with(holding("div", "", outcome)))
        .with(holding("div", "", complete.map(|_| sharing(sitting)).unwrap_or_default()))
        .with(
            steps(sitting)
                .with(button("button", words.clear, sitting.click(Action::ClearScorecard)))
                .with(button("button primary", words.back, sitting.going(Place::Result))),
        )
}

/// The six responsibilities, three figures each.
fn rows(sitting: &Sitting, filled: &IncentiveInput) -> View {
    let words = sitting.locale.scorecard();
    let head = ScoreList::ALL.map(|list| text("span", "", (words.list)(list)));
    let row = |responsibility: Responsibility| {
        let cells = ScoreList::ALL.map(|list| figure(sitting, filled, list, responsibility));
        element("fieldset", "score-row")
            .keyed(responsibility.id())
            .with(text("legend", "", (words.responsibility)(responsibility)))
            .each(cells)
    };
    let head =
        element("div", "score-row score-head").is(Name::Hidden, "true").with(element("span", "")).each(head);
    let mut scores = element("div", "scores").with(head);
    for responsibility in Responsibility::ALL {
        scores = scores.with(row(responsibility));
    }
    scores
}

fn figure(
    sitting: &Sitting,
    filled: &IncentiveInput,
    list: ScoreList,
    responsibility: Responsibility,
) -> View {
    let words = sitting.locale.scorecard();
    let options = match list {
        ScoreList::Weights => (0..=10).map(|weight| (f64::from(weight), (words.weight)(weight))).collect(),
        ScoreList::Transition | ScoreList::Settled => {
            [-2.0, -1.0, 0.0, 1.0, 2.0].into_iter().zip(words.effects.map(str::to_owned)).collect()
        }
    };
    let onpick = {
        let sitting = sitting.clone();
        Callback::from(move |number| sitting.act(Action::SetScore(list, responsibility, number)))
    };
    pick(Pick {
        label: (words.list)(list),
        none: words.choose,
        options,
        picked: list.get(filled, responsibility),
        onpick,
    })
}

fn question(sitting: &Sitting, filled: &IncentiveInput, parameter: Parameter) -> View {
    let question = (sitting.locale.scorecard().question)(parameter);
    // Shares are asked for in percent.
    let factor = if question.unit.starts_with('%') { 100.0 } else { 1.0 };
    let (minimum, maximum) = parameter.range();
    let onenter = {
        let sitting = sitting.clone();
        Callback::from(move |number: Option<f64>| {
            sitting.act(Action::SetParameter(parameter, number.map(|number| number / factor)));
        })
    };
    number(
        sitting,
        Number {
            id: parameter.id().into(),
            label: question.label.into(),
            unit: question.unit,
            meaning: question.meaning,
            value: Some(filled.parameter(parameter) * factor),
            range: (minimum * factor, maximum * factor),
            onenter,
        },
    )
}

/// Whether the figures go into the response file.
fn sharing(sitting: &Sitting) -> View {
    let words = sitting.locale.scorecard();
    let shared = sitting.session().draft.shared.value.scorecard;
    let onchange = sitting.choose(Action::Share(Shareable::Scorecard, !shared));
    check(words.share, shared, "share-scorecard", words.share_detail, onchange)
}
