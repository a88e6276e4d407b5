//! The result as plain text, to paste into a mail or a note.

use std::fmt::Write;

use super::format::shown;
use super::path;
use super::result::{Outcome, miss_text, worded_moves};
use super::scorecard::findings_as_text;
use super::sitting::Sitting;
use crate::instrument::{Construct, Pillar};
use crate::response::Pilot;

/// The result in plain text, in the order of the screen.
pub(super) fn summary(sitting: &Sitting, outcome: &Outcome) -> String {
    let words = sitting.result_words();
    let flow = sitting.words();
    let role = outcome.response.role;
    let evaluation = &outcome.evaluation;
    let verdict = (words.verdict)(&outcome.verdict_case());
    let mut text = format!("{}: {}\n\n", flow.frame.product, words.labels.page);
    // Writing to a String cannot fail.
    let mut line = |content: &str| {
        let _ = writeln!(text, "{content}");
    };
    if outcome.response.pilot == Some(Pilot::No) {
        let opening = (words.pilot_failed)(role);
        line(&format!("{}. {}\n", opening.title, opening.body));
    }
    line(&verdict.headline);
    line(&verdict.support);
    line(&format!("{}\n", verdict.meaning));

    let signal = (words.signal)(evaluation.diagnosis.stall, role);
    line(&words.labels.signal.to_ascii_uppercase());
    line(&format!("{}. {}", signal.title, signal.body));
    let stall = evaluation.score.constructs.get(&Construct::StallSignal);
    if let Some(figure) = stall.and_then(|score| shown(&score.estimate)) {
        line(&(words.signal_figure)(&figure.score, &figure.low, &figure.high));
    }

    let miss = miss_text(words, outcome);
    line(&format!("\n{}", words.labels.miss.to_ascii_uppercase()));
    line(&format!("{}. {}", miss.title, miss.own));
    line(&miss.evidence);
    if let Some(together) = miss.together {
        line(together);
    }
    for pillar in Pillar::ALL {
        let estimate = evaluation.score.pillars.get(&pillar).and_then(|pillar| shown(&pillar.estimate));
        if let Some(figure) = estimate {
            let name = (words.pillar)(pillar).name;
            line(&format!("- {}", (words.row)(name, &figure.score, &figure.low, &figure.high)));
        }
    }

    if let Some(input) = &outcome.response.incentive {
        line(&format!("\n{}", sitting.locale.scorecard().title.to_ascii_uppercase()));
        for finding in findings_as_text(sitting, input).iter().filter(|finding| !finding.is_empty()) {
            line(finding);
        }
    }

    let inventory = sitting.session().draft.path.value.as_deref();
    let found = inventory.map(|inventory| path::findings_as_text(sitting, inventory)).unwrap_or_default();
    if !found.is_empty() {
        let [title, ..] = sitting.locale.path().offer;
        line(&format!("\n{}", title.to_ascii_uppercase()));
        for finding in &found {
            line(finding);
        }
    }

    line(&format!("\n{}", words.labels.moves.to_ascii_uppercase()));
    for (number, step) in (1..).zip(worded_moves(words, outcome)) {
        line(&format!("{number}. {}", step.text.title));
        line(&format!("   {}: {}", words.labels.why, step.why));
        line(&format!("   {}: {}", words.labels.whose, step.text.whose));
        line(&format!("   {}: {}", words.labels.first_step, step.text.first_step));
        line(&format!("   {}: {}", words.labels.you_can, step.text.you_can));
        line(&format!("   {}: {}", words.labels.watch, step.text.watch));
        for note in &step.notes {
            line(&format!("   {}: {note}", words.labels.note));
        }
    }

    line(&format!("\n{}", words.labels.limits.to_ascii_uppercase()));
    for limit in (words.limits)(role, outcome.response.form) {
        line(&format!("- {limit}"));
    }
    text
}
