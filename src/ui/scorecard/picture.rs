//! The one picture of a scorecard: what each choice is worth as more of the evaluation depends on the rollout.

use crate::chart::choice_lines;
use crate::incentive::{Choice, IncentiveInput, IncentiveResult, Parameter, incentive};
use crate::ui::element::{Name, View, element};
use crate::ui::format::percent;
use crate::ui::interval_chart::{line, upright};
use crate::ui::parts::{holding, text};
use crate::ui::sitting::Sitting;

const CHOICES: [Choice; 3] = [Choice::Now, Choice::Delay, Choice::Never];

pub(super) fn picture(sitting: &Sitting, input: &IncentiveInput, result: &IncentiveResult) -> View {
    let words = sitting.locale.scorecard();
    // Payoffs change evenly with the weight, so its two ends tell the whole line.
    let at = |share: f64| {
        let mut input = *input;
        input.set_parameter(Parameter::TransformationShare, Some(share));
        let payoff = incentive(&input).payoff;
        [payoff.now, payoff.delay, payoff.never]
    };
    let [left, right] = [at(0.0), at(1.0)];
    let drawn = choice_lines([[left[0], right[0]], [left[1], right[1]], [left[2], right[2]]]);
    let lines = drawn.lines.into_iter().zip(CHOICES).map(|([start, end], choice)| {
        let class = match choice {
            Choice::Now => "choice-line now",
            Choice::Delay => "choice-line delay",
            Choice::Never => "choice-line never",
        };
        across(class, start, end)
    });
    let zero = drawn.zero.map(|zero| across("guide middle", zero, zero));
    let mark = |share: f64, class: &'static str| upright(class, share.clamp(0.0, 1.0) * 100.0, ["0", "100%"]);
    let turn = result.break_even.filter(|share| *share > 0.0 && *share < 1.0);
    let legend = CHOICES.into_iter().map(|choice| {
        let class = match choice {
            Choice::Now => "key now",
            Choice::Delay => "key delay",
            Choice::Never => "key never",
        };
        text("span", class, (words.choice)(choice))
    });
    let marks = [text("span", "key today", words.picture_now), text("span", "key turn", words.picture_turn)];
    let [low, high] = words.picture_axis;
    element("figure", "picture")
        .with(text("figcaption", "small-heading", words.picture))
        .with(text("p", "small", words.picture_detail))
        .with(
            element("svg", "plot")
                .is(Name::Width, "100%")
                .is(Name::Height, "180")
                .is(Name::Hidden, "true")
                .is(Name::Focusable, "false")
                .with(zero.unwrap_or_default())
                .with(mark(input.parameter(Parameter::TransformationShare), "mark today"))
                .with(holding("g", "", turn.map(|share| mark(share, "mark turn")).unwrap_or_default()))
                .with(element("g", "").each(lines)),
        )
        .with(element("div", "plot-axis").with(text("span", "", low)).with(text("span", "", high)))
        .with(element("div", "plot-keys").each(legend).each(marks))
}

/// A line from the left edge to the right, its heights from 0 to 100.
fn across(class: &'static str, start: f64, end: f64) -> View {
    line(class, ["0".to_owned(), "100%".to_owned()], [percent(start), percent(end)])
}
