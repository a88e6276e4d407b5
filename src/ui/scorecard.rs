//! The scorecard: what a manager is judged on, filled in bit by bit, with what follows below it.

mod picture;
mod result;

use yew::prelude::*;

use super::fields::{Number, Pick, number, pick};
use super::page::steps;
use super::parts::{all, button, group, holding, text, title};
use super::sitting::Sitting;
use crate::incentive::{IncentiveInput, Parameter};
use crate::instrument::Responsibility;
use crate::session::{Action, Place, ScoreList, Shareable};

pub(super) use result::{findings, findings_as_text};

pub(super) fn scorecard(sitting: &Sitting) -> Html {
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
        group("div", "fields", fields.collect())
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
                html! { <details>{ text("summary", "", words.advanced) }{ ask(advanced) }</details> },
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
fn rows(sitting: &Sitting, filled: &IncentiveInput) -> Html {
    let words = sitting.locale.scorecard();
    let head = ScoreList::ALL.map(|list| text("span", "", (words.list)(list)));
    let row = |responsibility: Responsibility| {
        let cells = ScoreList::ALL.map(|list| figure(sitting, filled, list, responsibility));
        html! {
            <fieldset class="score-row" key={responsibility.id()}>
                { text("legend", "", (words.responsibility)(responsibility)) }
                { all(cells.into()) }
            </fieldset>
        }
    };
    html! {
        <div class="scores">
            <div class="score-row score-head" aria-hidden="true"><span />{ all(head.into()) }</div>
            for responsibility in Responsibility::ALL { { row(responsibility) } }
        </div>
    }
}

fn figure(
    sitting: &Sitting,
    filled: &IncentiveInput,
    list: ScoreList,
    responsibility: Responsibility,
) -> Html {
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

fn question(sitting: &Sitting, filled: &IncentiveInput, parameter: Parameter) -> Html {
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
fn sharing(sitting: &Sitting) -> Html {
    let words = sitting.locale.scorecard();
    let shared = sitting.session().draft.shared.value.scorecard;
    let onchange = sitting.choose(Action::Share(Shareable::Scorecard, !shared));
    html! {
        <>
            <label class="check">
                <input type="checkbox" checked={shared} aria-describedby="share-scorecard" {onchange} />
                { text("span", "", words.share) }
            </label>
            <p class="small" id="share-scorecard">{ words.share_detail }</p>
        </>
    }
}
