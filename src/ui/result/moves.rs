//! The third act: what to change first.

use yew::prelude::*;

use super::Outcome;
use crate::diagnosis::{Measure, Move, MoveKind, SpecialMove};
use crate::scoring::Estimate;
use crate::text::{MoveText, ResultWords};
use crate::ui::format::shown;
use crate::ui::sitting::Sitting;

/// The most moves a reader is given.
const MOST_MOVES: usize = 5;

/// One move in words.
pub(in crate::ui) struct WordedMove {
    pub(in crate::ui) text: MoveText,
    /// Why, with the figures it rests on.
    pub(in crate::ui) why: String,
    pub(in crate::ui) notes: Vec<&'static str>,
}

/// At most five moves in order. Checking technology and case comes first where it is called for: the others
/// assume that the rollout can work.
pub(in crate::ui) fn worded_moves(words: &ResultWords, outcome: &Outcome) -> Vec<WordedMove> {
    let diagnosis = &outcome.evaluation.diagnosis;
    let role = outcome.response.role;
    let special = |special: &SpecialMove| {
        let text = (words.special)(*special, role);
        WordedMove { text, why: text.why.to_owned(), notes: vec![] }
    };
    let (first, last): (Vec<_>, Vec<_>) =
        diagnosis.special.iter().partition(|special| **special == SpecialMove::CheckTechnologyAndCase);
    let room = MOST_MOVES.saturating_sub(first.len() + last.len());
    let moves = diagnosis.moves.iter().take(room).map(|step| worded(words, outcome, step));
    first.into_iter().map(special).chain(moves).chain(last.into_iter().map(special)).collect()
}

fn worded(words: &ResultWords, outcome: &Outcome, step: &Move) -> WordedMove {
    let role = outcome.response.role;
    let text = (words.move_text)(step.name, role);
    let figures = step.name.measures().iter().filter_map(|measure| {
        let (name, estimate) = measured(words, outcome, *measure)?;
        let figure = shown(&estimate)?;
        Some((words.move_figure)(name, &figure.score, &figure.low, &figure.high))
    });
    let points = outcome.evaluation.score.attribution.map(|attribution| {
        let points = attribution.points;
        let own = match step.kind {
            MoveKind::Structural => points.structural,
            MoveKind::Cultural => points.cultural,
        };
        (words.move_points)(step.kind, own, points.cultural + points.structural + points.other)
    });
    let why = std::iter::once(text.why.to_owned()).chain(figures).chain(points).collect::<Vec<_>>().join(" ");
    let notes = step.notes.iter().map(|note| (words.note)(*note, step.kind, role)).collect();
    WordedMove { text, why, notes }
}

fn measured(words: &ResultWords, outcome: &Outcome, measure: Measure) -> Option<(&'static str, Estimate)> {
    let score = &outcome.evaluation.score;
    match measure {
        Measure::Construct(construct) => {
            Some(((words.construct_short)(construct), score.constructs.get(&construct)?.estimate))
        }
        Measure::Facet(facet) => Some(((words.facet)(facet).name, score.facets.get(&facet)?.estimate)),
    }
}

pub(super) fn moves(sitting: &Sitting, outcome: &Outcome) -> Html {
    let words = sitting.result_words();
    let moves = worded_moves(words, outcome);
    let heading =
        (words.moves)(outcome.evaluation.diagnosis.stall, outcome.response.role, moves.is_empty());
    html! {
        <section class="act">
            <p class="kicker">{ words.labels.moves }</p>
            <h2>{ heading.title }</h2>
            <p>{ heading.body }</p>
            <ol class="moves">{ for moves.iter().map(|step| one(words, step)) }</ol>
        </section>
    }
}

fn one(words: &ResultWords, step: &WordedMove) -> Html {
    let labels = &words.labels;
    let notes = step.notes.iter().map(|note| (labels.note, (*note).to_owned()));
    let rows = [
        (labels.why, step.why.clone()),
        (labels.whose, step.text.whose.to_owned()),
        (labels.first_step, step.text.first_step.to_owned()),
        (labels.you_can, step.text.you_can.to_owned()),
        (labels.watch, step.text.watch.to_owned()),
    ]
    .into_iter()
    .chain(notes)
    .chain(step.text.research.map(|research| (labels.research, research.to_owned())));
    let rows = rows.enumerate().map(|(position, (label, text))| {
        html! { <div key={position} class="move-row"><dt>{ label }</dt><dd>{ text }</dd></div> }
    });
    html! {
        <li key={step.text.title} class="move">
            <h3>{ step.text.title }</h3>
            <dl>{ for rows }</dl>
        </li>
    }
}
