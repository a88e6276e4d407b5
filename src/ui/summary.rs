//! The result as plain text, to paste into a mail or a note.

use super::format::shown;
use super::own::{origin, own_questions};
use super::path;
use super::result::{Outcome, miss_text, worded_moves};
use super::scorecard::findings_as_text;
use super::sitting::Sitting;
use crate::instrument::{Construct, Pillar};
use crate::response::Pilot;

/// The result in plain text, in the order of the screen.
pub(super) fn summary(sitting: &Sitting, outcome: &Outcome) -> String {
    let words = sitting.result_words();
    let role = outcome.response.role;
    let evaluation = &outcome.evaluation;
    let verdict = (words.verdict)(&outcome.verdict_case());
    let mut text = format!("{}\n{}\n\n", words.labels.page, origin(sitting, &outcome.response));
    let own = own_questions(sitting);
    if !own.is_empty() {
        text.push_str(&own);
        text.push_str("\n\n");
    }
    let mut line = |parts: &[&str]| {
        for part in parts {
            text.push_str(part);
        }
        text.push('\n');
    };
    if outcome.response.pilot == Some(Pilot::No) {
        let opening = (words.pilot_failed)(role);
        line(&[opening.title, ". ", opening.body, "\n"]);
    }
    line(&[&verdict.headline]);
    line(&[&verdict.support]);
    line(&[&verdict.meaning, "\n"]);

    let signal = (words.signal)(evaluation.diagnosis.stall, role);
    line(&[&words.labels.signal.to_ascii_uppercase()]);
    line(&[signal.title, ". ", signal.body]);
    let stall = evaluation.score.constructs.get(&Construct::StallSignal);
    if let Some(figure) = stall.and_then(|score| shown(&score.estimate)) {
        line(&[&(words.signal_figure)(&figure.score, &figure.low, &figure.high)]);
    }

    let miss = miss_text(words, outcome);
    line(&["\n", &words.labels.miss.to_ascii_uppercase()]);
    line(&[miss.title, ". ", &miss.own]);
    line(&[&miss.evidence]);
    if let Some(together) = miss.together {
        line(&[together]);
    }
    for pillar in Pillar::ALL {
        let estimate = evaluation.score.pillars.get(&pillar).and_then(|pillar| shown(&pillar.estimate));
        if let Some(figure) = estimate {
            let name = (words.pillar)(pillar).name;
            line(&["- ", &(words.row)(name, &figure.score, &figure.low, &figure.high)]);
        }
    }

    let mut found = Vec::new();
    if let Some(input) = &outcome.response.incentive {
        found.push((sitting.locale.scorecard().title, findings_as_text(sitting, input)));
    }
    if let Some(inventory) = sitting.session().draft.path.value.as_deref() {
        let [title, ..] = sitting.locale.path().offer;
        found.push((title, path::findings_as_text(sitting, inventory)));
    }
    for (title, findings) in found.iter().filter(|(_, findings)| !findings.is_empty()) {
        line(&["\n", &title.to_ascii_uppercase()]);
        for finding in findings.iter().filter(|finding| !finding.is_empty()) {
            line(&[finding]);
        }
    }

    line(&["\n", &words.labels.moves.to_ascii_uppercase()]);
    for (number, step) in (1..).zip(worded_moves(sitting, outcome)) {
        line(&[&number.to_string(), ". ", step.text.title]);
        let labels = &words.labels;
        for (label, content) in [
            (labels.why, step.why.as_str()),
            (labels.whose, step.text.whose),
            (labels.first_step, step.text.first_step),
            (labels.you_can, step.text.you_can),
            (labels.watch, step.text.watch),
        ] {
            line(&["   ", label, ": ", content]);
        }
        for note in &step.notes {
            line(&["   ", labels.note, ": ", note]);
        }
    }

    line(&["\n", &words.labels.limits.to_ascii_uppercase()]);
    for limit in (words.limits)(role, outcome.response.form) {
        line(&["- ", limit]);
    }
    text
}
