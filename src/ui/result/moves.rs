//! The third act: what to change first.

use yew::prelude::*;

use super::Outcome;
use crate::diagnosis::{Measure, Move, MoveKind, SpecialMove};
use crate::scoring::Estimate;
use crate::text::{MoveText, ResultWords};
use crate::ui::format::shown;
use crate::ui::parts::text;
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
    let heading = (words.moves)(outcome.evaluation.diagnosis.stall, outcome.response.role, moves.is_empty());
    html! {
        <section class="act">
            { text("p", "kicker", words.labels.moves) }
            { text("h2", "", heading.title) }
            { text("p", "", heading.body) }
            <ol class="moves">for step in &moves { { one(words, step) } }</ol>
        </section>
    }
}

fn one(words: &ResultWords, step: &WordedMove) -> Html {
    let labels = &words.labels;
    let mut rows = vec![
        (labels.why, step.why.as_str()),
        (labels.whose, step.text.whose),
        (labels.first_step, step.text.first_step),
        (labels.you_can, step.text.you_can),
        (labels.watch, step.text.watch),
    ];
    for note in &step.notes {
        rows.push((labels.note, note));
    }
    if let Some(research) = step.text.research {
        rows.push((labels.research, research));
    }
    html! {
        <li key={step.text.title} class="move">
            { text("h3", "", step.text.title) }
            <dl>
                for (position, (label, content)) in rows.into_iter().enumerate() {
                    <div key={position} class="move-row">{ text("dt", "", label) }{ text("dd", "", content.to_owned()) }</div>
                }
            </dl>
        </li>
    }
}
