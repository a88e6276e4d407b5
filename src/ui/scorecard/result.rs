//! What follows from a scorecard: the choice, what would change it, and the figures behind it.

use super::picture::picture;
use crate::chart::{adding_up, hundredths};
use crate::incentive::{Choice, IncentiveInput, IncentiveResult, Parameter, incentive, months_that_count};
use crate::text::{ChangeCase, ChoiceCase, joined};
use crate::ui::bar_chart::bar_chart;
use crate::ui::element::{Name, View, element, several};
use crate::ui::figures::Figures;
use crate::ui::format::{signed, whole_percent};
use crate::ui::sitting::Sitting;

const CHOICES: [Choice; 3] = [Choice::Now, Choice::Delay, Choice::Never];

/// All findings, for the screen of the scorecard and for the result.
pub(in crate::ui) fn findings(sitting: &Sitting, input: &IncentiveInput) -> View {
    let words = sitting.locale.scorecard();
    let result = incentive(input);
    let [headline, rest @ ..] = sentences(sitting, input, &result);
    let mut parts =
        several().with(element("div", "").is(Name::Role, "status").text("h3", "verdict", headline));
    for sentence in rest {
        parts = parts.text("p", "", sentence);
    }
    let contributions = contributions(sitting, input, &result);
    let sum = contributions.rows.len().saturating_sub(1);
    parts
        .with(picture(sitting, input, &result))
        .with(bar_chart(sitting, words.payoffs_detail, &payoffs(sitting, &result), result.choice as usize))
        .with(bar_chart(sitting, (words.contributions_detail)(result.rival), &contributions, sum))
        .text("p", "small", words.caution)
}

/// The same in lines of plain text.
pub(in crate::ui) fn findings_as_text(sitting: &Sitting, input: &IncentiveInput) -> Vec<String> {
    let words = sitting.locale.scorecard();
    let result = incentive(input);
    let mut lines: Vec<String> = sentences(sitting, input, &result).into();
    for (chart, detail) in [
        (payoffs(sitting, &result), words.payoffs_detail),
        (contributions(sitting, input, &result), (words.contributions_detail)(result.rival)),
    ] {
        lines.push(joined(&["\n", chart.title, ". ", detail], "", ""));
        for (name, row) in &chart.rows {
            let mut line = joined(&["- ", name, ":"], "", "");
            for (head, figure) in chart.heads.iter().skip(1).zip(row) {
                for part in [" ", &signed(*figure), " (", head, ")"] {
                    line.push_str(part);
                }
            }
            lines.push(line);
        }
    }
    lines.push(joined(&["\n", words.caution], "", ""));
    lines
}

/// The choice; what would change it; whether it is close; what the organisation sees.
fn sentences(sitting: &Sitting, input: &IncentiveInput, result: &IncentiveResult) -> [String; 4] {
    let words = sitting.locale.scorecard();
    let case = ChoiceCase { choice: result.choice, close_call: result.close_call };
    // What is there and rounds to nothing is still something.
    let some = |share: f64| whole_percent(share.max(0.01));
    let share = whole_percent(input.parameter(Parameter::TransformationShare));
    let break_even = result.break_even.filter(|share| *share > 0.0).map(some);
    let relief = result.relief.map(some);
    let turning = (words.turning)(ChangeCase {
        choice: result.choice,
        share: &share,
        break_even: break_even.as_deref(),
        relief: relief.as_deref(),
        driver: result.driver,
    });
    let close = if result.close_call { words.close_call } else { "" };
    [
        (words.headline)(case).to_owned(),
        turning,
        close.to_owned(),
        (words.organisation)(result.choice, result.organisation.choice).to_owned(),
    ]
}

/// The three payoffs, a month each, beside those of the organisation over its own horizon.
fn payoffs(sitting: &Sitting, result: &IncentiveResult) -> Figures {
    let words = sitting.locale.scorecard();
    let mut rows = Vec::new();
    for choice in CHOICES {
        let figures = vec![result.average.of(choice), result.organisation.average.of(choice)];
        rows.push(((words.choice)(choice).to_owned(), figures));
    }
    Figures { file: "scorecard-effects", title: words.payoffs, heads: words.payoffs_head.into(), rows }
}

/// What speaks for and against moving now, and last the difference to its rival, which is the sum.
fn contributions(sitting: &Sitting, input: &IncentiveInput, result: &IncentiveResult) -> Figures {
    let words = sitting.locale.scorecard();
    let months = months_that_count(input);
    let (mut names, mut effects) = (Vec::new(), Vec::new());
    for (contributor, effect) in result.contributors() {
        if effect != 0.0 {
            names.push((words.contributor)(contributor));
            effects.push(effect / months);
        }
    }
    // As the two payoffs are shown, so is their difference.
    let sum = hundredths(result.average.now) - hundredths(result.average.of(result.rival));
    adding_up(&mut effects, sum);
    names.push(words.sum);
    effects.push(sum);
    let mut rows = Vec::new();
    for (name, effect) in names.into_iter().zip(effects) {
        rows.push((String::from(name), vec![effect]));
    }
    Figures {
        file: "scorecard-reasons",
        title: words.contributions,
        heads: words.contributions_head.into(),
        rows,
    }
}
