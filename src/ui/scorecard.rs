//! The scorecard: what a manager is judged on, filled in bit by bit, with what follows below it.

mod picture;
mod result;

use yew::prelude::*;

use super::element::{Name, View, element};
use super::fields::{Number, Pick, check, number, pick};
use super::page::steps;
use super::parts::{all, button, group, holding, text, title};
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
    all(vec![
        title(words.title),
        text("p", "lead", words.lead),
        group(
            "section",
            "",
            vec![
                text("h2", "", words.figures),
                text("p", "soft", words.figures_detail),
                rows(sitting, &filled),
            ],
        ),
        group(
            "section",
            "",
            vec![
                text("h2", "", words.questions),
                text("p", "soft", words.questions_detail),
                ask(common),
                group("details", "", vec![text("summary", "", words.advanced), ask(advanced)]),
            ],
        ),
        group("section", "act", vec![text("h2", "", words.result), holding("div", "", outcome)]),
        holding("div", "", complete.map(|_| sharing(sitting)).unwrap_or_default()),
        steps(
            sitting,
            vec![
                button("button", words.clear, sitting.click(Action::ClearScorecard)),
                button("button primary", words.back, sitting.going(Place::Result)),
            ],
        ),
    ])
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
            .with(all(cells.into()))
    };
    let head = element("div", "score-row score-head")
        .is(Name::Hidden, "true")
        .with(element("span", ""))
        .with(all(head.into()));
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
