//! The third act: what to change first.

use super::{Outcome, act};
use crate::diagnosis::{Measure, Move, MoveKind, SpecialMove};
use crate::scoring::Estimate;
use crate::text::{MoveText, ResultWords};
use crate::ui::element::{View, element};
use crate::ui::format::shown;
use crate::ui::own::construct_name;
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
/// assume that the rollout can work. What would be the same from move to move is said once: a note, a study, the
/// points of the person's own ranking.
pub(in crate::ui) fn worded_moves(sitting: &Sitting, outcome: &Outcome) -> Vec<WordedMove> {
    let words = sitting.result_words();
    let diagnosis = &outcome.evaluation.diagnosis;
    let role = outcome.response.role;
    let special = |special: SpecialMove| {
        let text = (words.special)(special, role);
        WordedMove { text, why: text.why.to_owned(), notes: vec![] }
    };
    let is_check = |special: &SpecialMove| *special == SpecialMove::CheckTechnologyAndCase;
    let mut moves = vec![];
    if diagnosis.special.iter().any(is_check) {
        moves.push(special(SpecialMove::CheckTechnologyAndCase));
    }
    let room = MOST_MOVES.saturating_sub(diagnosis.special.len());
    let mut kinds = vec![];
    for step in diagnosis.moves.iter().take(room) {
        let new_kind = !kinds.contains(&step.kind);
        kinds.push(step.kind);
        moves.push(worded(sitting, outcome, step, new_kind));
    }
    for last in diagnosis.special.iter().filter(|special| !is_check(special)) {
        moves.push(special(*last));
    }
    let mut said: Vec<&str> = vec![];
    for step in &mut moves {
        step.notes.retain(|note| !said.contains(note));
        said.extend_from_slice(&step.notes);
        step.text.research = step.text.research.filter(|research| !said.contains(research));
        if let Some(research) = step.text.research {
            said.push(research);
        }
    }
    moves
}

fn worded(sitting: &Sitting, outcome: &Outcome, step: &Move, with_points: bool) -> WordedMove {
    let words = sitting.result_words();
    let role = outcome.response.role;
    let text = (words.move_text)(step.name, role);
    let mut why = text.why.to_owned();
    let mut add = |sentence: String| {
        why.push(' ');
        why.push_str(&sentence);
    };
    for measure in step.name.measures() {
        if let Some((name, estimate)) = measured(sitting, outcome, *measure)
            && let Some(figure) = shown(&estimate)
        {
            add((words.move_figure)(name, &figure.score, &figure.low, &figure.high));
        }
    }
    if let Some(attribution) = outcome.evaluation.score.attribution.filter(|_| with_points) {
        let points = attribution.points;
        let own = match step.kind {
            MoveKind::Structural => points.structural,
            MoveKind::Cultural => points.cultural,
        };
        add((words.move_points)(step.kind, own, points.cultural + points.structural + points.other));
    }
    let mut notes = Vec::new();
    for note in &step.notes {
        notes.push((words.note)(*note, step.kind, role));
    }
    WordedMove { text, why, notes }
}

fn measured(sitting: &Sitting, outcome: &Outcome, measure: Measure) -> Option<(&'static str, Estimate)> {
    let score = &outcome.evaluation.score;
    match measure {
        Measure::Construct(construct) => {
            Some((construct_name(sitting, construct), score.constructs.get(&construct)?.estimate))
        }
        Measure::Facet(facet) => {
            Some(((sitting.result_words().facet)(facet).name, score.facets.get(&facet)?.estimate))
        }
    }
}

pub(super) fn moves(sitting: &Sitting, outcome: &Outcome) -> View {
    let words = sitting.result_words();
    let moves = worded_moves(sitting, outcome);
    let heading = (words.moves)(outcome.evaluation.diagnosis.stall, outcome.response.role, moves.is_empty());
    let mut list = element("ol", "moves");
    for step in &moves {
        list = list.with(one(words, step));
    }
    act(words.labels.moves, heading.title).text("p", "", heading.body).with(list)
}

fn one(words: &ResultWords, step: &WordedMove) -> View {
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
    let mut list = element("dl", "");
    for (label, content) in rows {
        list = list.with(element("div", "move-row").text("dt", "", label).text("dd", "", content.to_owned()));
    }
    element("li", "move").text("h3", "", step.text.title).with(list)
}
