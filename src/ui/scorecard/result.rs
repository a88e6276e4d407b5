//! What follows from a scorecard: the choice, what would change it, and the figures behind it.

use super::picture::picture;
use crate::chart::{Bar, bars};
use crate::incentive::{Choice, IncentiveInput, IncentiveResult, Payoff, incentive};
use crate::text::{ChangeCase, ChoiceCase};
use crate::ui::bar_chart::{BarRow, bar_chart};
use crate::ui::element::{View, element, several};
use crate::ui::format::{decimal, whole_percent};
use crate::ui::parts::text;
use crate::ui::sitting::Sitting;

/// All findings, for the screen of the scorecard and for the result.
pub(in crate::ui) fn findings(sitting: &Sitting, input: &IncentiveInput) -> View {
    let words = sitting.locale.scorecard();
    let result = incentive(input);
    let case = ChoiceCase {
        choice: result.choice,
        organisation: result.organisation.choice,
        close_call: result.close_call,
    };
    let share = whole_percent(input.parameter(crate::incentive::Parameter::TransformationShare));
    let (break_even, relief) = (result.break_even.map(whole_percent), result.relief.map(whole_percent));
    let turning = (words.turning)(ChangeCase {
        choice: result.choice,
        share: &share,
        break_even: break_even.as_deref(),
        relief: relief.as_deref(),
        driver: result.driver,
    });
    let close = if result.close_call { words.close_call } else { "" };
    several()
        .with(text("h3", "verdict", (words.headline)(case)))
        .with(text("p", "", turning))
        .with(text("p", "", close))
        .with(text("p", "", (words.organisation)(result.choice, result.organisation.choice)))
        .with(picture(sitting, input, &result))
        .with(payoffs(sitting, &result))
        .with(contributions(sitting, &result))
        .with(text("p", "small", words.caution))
}

fn choices(payoff: &Payoff) -> [(Choice, f64); 3] {
    [(Choice::Now, payoff.now), (Choice::Delay, payoff.delay), (Choice::Never, payoff.never)]
}

/// The three payoffs, a month each, beside those of the organisation over its own horizon.
fn payoffs(sitting: &Sitting, result: &IncentiveResult) -> View {
    let words = sitting.locale.scorecard();
    let figures: Vec<f64> = choices(&result.average).map(|(_, figure)| figure).into();
    let rows = choices(&result.average)
        .into_iter()
        .zip(choices(&result.organisation.average))
        .zip(bars(&figures))
        .map(|(((choice, own), (_, theirs)), bar): (_, Bar)| BarRow {
            name: (words.choice)(choice).to_owned(),
            figures: vec![decimal(own, 2), decimal(theirs, 2)],
            bar,
            heavy: choice == result.choice,
        });
    element("section", "")
        .with(text("h3", "", words.payoffs))
        .with(text("p", "small", words.payoffs_detail))
        .with(bar_chart(words.payoffs, &words.payoffs_head, rows.collect()))
}

/// What speaks for and against moving now; the last row is their sum.
fn contributions(sitting: &Sitting, result: &IncentiveResult) -> View {
    let words = sitting.locale.scorecard();
    let mut all: Vec<(&str, f64)> = Vec::new();
    let mut sum = 0.0;
    for (contributor, effect) in result.contributors() {
        sum += effect;
        if effect != 0.0 {
            all.push(((words.contributor)(contributor), effect));
        }
    }
    all.push((words.sum, sum));
    let figures: Vec<f64> = all.iter().map(|(_, effect)| *effect).collect();
    let rows = all.iter().zip(bars(&figures)).map(|((name, effect), bar)| BarRow {
        name: (*name).to_owned(),
        figures: vec![decimal(*effect, 1)],
        bar,
        heavy: *name == words.sum,
    });
    element("section", "")
        .with(text("h3", "", words.contributions))
        .with(text("p", "small", (words.contributions_detail)(result.rival)))
        .with(bar_chart(words.contributions, &words.contributions_head, rows.collect()))
}
