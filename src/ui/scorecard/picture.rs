//! The one picture of a scorecard: what each choice is worth as more of the evaluation depends on the rollout.

use yew::prelude::*;

use crate::chart::choice_lines;
use crate::incentive::{Choice, IncentiveInput, IncentiveResult, Parameter, incentive};
use crate::ui::format::percent;
use crate::ui::parts::{group, text};
use crate::ui::sitting::Sitting;

const CHOICES: [Choice; 3] = [Choice::Now, Choice::Delay, Choice::Never];

pub(super) fn picture(sitting: &Sitting, input: &IncentiveInput, result: &IncentiveResult) -> Html {
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
        html! { <line key={class} {class} x1="0" y1={percent(start)} x2="100%" y2={percent(end)} /> }
    });
    let zero = drawn.zero.map(|zero| {
        html! { <line class="guide middle" x1="0" x2="100%" y1={percent(zero)} y2={percent(zero)} /> }
    });
    let upright = |share: f64, class: &'static str| {
        let x = percent(share.clamp(0.0, 1.0) * 100.0);
        html! { <line {class} x1={x.clone()} x2={x} y1="0" y2="100%" /> }
    };
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
    group(
        "figure",
        "picture",
        vec![
            text("figcaption", "small-heading", words.picture),
            text("p", "small", words.picture_detail),
            html! {
                <svg class="plot" width="100%" height="180" aria-hidden="true" focusable="false">
                    { zero.unwrap_or_default() }
                    { upright(input.parameter(Parameter::TransformationShare), "mark today") }
                    <g>{ turn.map(|share| upright(share, "mark turn")).unwrap_or_default() }</g>
                    <g>{ for lines }</g>
                </svg>
            },
            group("div", "plot-axis", vec![text("span", "", low), text("span", "", high)]),
            group("div", "plot-keys", legend.chain(marks).collect()),
        ],
    )
}
