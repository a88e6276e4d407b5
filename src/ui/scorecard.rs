//! The scorecard: what a manager is judged on, filled in bit by bit, with what follows below it.

mod picture;
mod result;

use yew::AttrValue;

use super::element::{Name, View, element, several};
use super::fields::{Entry, Number, Pick, check, number, pick_number, short};
use super::page::steps;
use super::parts::{button, folded, text, title};
use super::sitting::Sitting;
use crate::incentive::{IncentiveInput, Parameter};
use crate::instrument::Responsibility;
use crate::session::{Action, Place, ScoreList, Shareable};

pub(super) use result::{findings, findings_as_text};

pub(super) fn scorecard(sitting: &Sitting) -> View {
    let words = sitting.locale.scorecard();
    let session = sitting.session();
    let filled = session.scorecard(sitting.instrument());
    let complete = session.complete_scorecard(sitting.instrument());
    let outcome = match &complete {
        Some(input) => findings(sitting, input),
        None => text("p", "soft", words.missing),
    };
    let (mut common, mut advanced) = (element("div", "fields"), element("div", "fields"));
    for parameter in Parameter::ALL {
        let field = question(sitting, &filled, parameter);
        if parameter == Parameter::Discount {
            advanced = advanced.with(field);
        } else {
            common = common.with(field);
        }
    }
    several()
        .with(title(words.title))
        .text("p", "lead", words.lead)
        .with(
            element("section", "")
                .text("h2", "", words.figures)
                .text("p", "soft", words.figures_detail)
                .with(rows(sitting, &filled)),
        )
        .with(
            element("section", "")
                .text("h2", "", words.questions)
                .text("p", "soft", words.questions_detail)
                .with(common)
                .with(folded("", words.advanced, advanced)),
        )
        .with(element("section", "act").text("h2", "", words.result).holding("div", "", outcome))
        .holding("div", "", complete.map(|_| sharing(sitting)).unwrap_or_default())
        .with(
            steps(sitting)
                .with(button("button", words.clear, sitting.click(Action::ClearScorecard)))
                .with(button("button primary", words.back, sitting.going(Place::Result))),
        )
}

/// The six responsibilities, three figures each.
fn rows(sitting: &Sitting, filled: &IncentiveInput) -> View {
    let words = sitting.locale.scorecard();
    let mut head = element("div", "score-row score-head").is(Name::Hidden, "true").with(element("span", ""));
    for list in ScoreList::ALL {
        head = head.text("span", "", (words.list)(list));
    }
    let mut scores = element("div", "scores").with(head);
    for responsibility in Responsibility::ALL {
        let mut row = element("fieldset", "score-row").keyed(responsibility.id()).text(
            "legend",
            "",
            (words.responsibility)(responsibility),
        );
        for list in ScoreList::ALL {
            row = row.with(figure(sitting, filled, list, responsibility));
        }
        scores = scores.with(row);
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
    let mut options = vec![(AttrValue::from(""), AttrValue::from(words.choose))];
    let mut offer = |figure: f64, label: AttrValue| options.push((short(figure).into(), label));
    if list == ScoreList::Weights {
        (0..=10).for_each(|weight| offer(f64::from(weight), (words.weight)(weight).into()));
    } else {
        (-2_i8..).zip(words.effects).for_each(|(effect, label)| offer(f64::from(effect), label.into()));
    }
    let picked = AttrValue::from(list.get(filled, responsibility).map(short).unwrap_or_default());
    // A file from elsewhere may hold a figure between those that are offered.
    if !options.iter().any(|(id, _)| *id == picked) {
        options.push((picked.clone(), picked.clone()));
    }
    let label = (words.list)(list).into();
    pick_number(sitting, Entry::Score(list, responsibility), Pick { label, shown: true, options, picked })
}

fn question(sitting: &Sitting, filled: &IncentiveInput, parameter: Parameter) -> View {
    let question = (sitting.locale.scorecard().question)(parameter);
    number(
        sitting,
        Number {
            id: parameter.id().into(),
            entry: Entry::Parameter(parameter),
            label: question.label.into(),
            unit: question.unit.into(),
            meaning: question.meaning,
            value: Some(filled.parameter(parameter)),
            range: parameter.range(),
            beside: View::default(),
            wrong: "",
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
