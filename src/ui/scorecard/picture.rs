//! The one picture of a scorecard: what each choice is worth as more of the evaluation depends on the rollout, and the
//! two ways to make moving now the better one: more of that weight, or a dip that is not held against anyone.

use yew::prelude::*;

use crate::chart::choice_lines;
use crate::incentive::{Choice, IncentiveInput, IncentiveResult, Parameter, incentive};
use crate::text::ScorecardWords;
use crate::ui::bar_chart::{segment, swatch};
use crate::ui::figures::{Figures, downloads, table};
use crate::ui::format::{percent, whole_percent};
use crate::ui::parts::{group, marked, text};
use crate::ui::sitting::Sitting;

const CHOICES: [Choice; 3] = [Choice::Now, Choice::Delay, Choice::Never];
const LINES: [&str; 3] = ["choice-line now", "choice-line delay", "choice-line never"];

/// The lines stand below the labels of the two marks.
const LABELS: f64 = 17.0;

pub(super) fn picture(sitting: &Sitting, input: &IncentiveInput, result: &IncentiveResult) -> Html {
    let words = sitting.locale.scorecard();
    // Payoffs change evenly with the weight, so its two ends tell the whole line.
    let at = |share: f64| {
        let mut input = *input;
        input.set_parameter(Parameter::TransformationShare, Some(share));
        incentive(&input).average
    };
    let ends = [at(0.0), at(1.0)];
    let payoffs = CHOICES.map(|choice| ends.map(|payoff| payoff.of(choice)));
    let drawn = choice_lines(payoffs);
    let lines = drawn.lines.map(|ends| ends.map(down));
    let zero = drawn.zero.map_or(100.0, down);
    let [now, ..] = lines;

    let today = input.parameter(Parameter::TransformationShare);
    let turn = result.break_even.filter(|share| *share > 0.0 && *share < 1.0);
    let mut shapes = vec![
        segment("guide", [0.0, LABELS, 0.0, 100.0]),
        segment("guide bottom", [0.0, 100.0, 100.0, 100.0]),
        segment("guide middle", [0.0, zero, 100.0, zero]),
    ];
    let mut keys = vec![];
    for ((class, [start, end]), choice) in LINES.into_iter().zip(lines).zip(CHOICES) {
        shapes.push(segment(class, [0.0, start, 100.0, end]));
        keys.push(key(class, (words.choice)(choice).to_owned()));
        if choice == result.choice && choice != Choice::Now {
            let (x, relief) = (today * 100.0, result.relief.map(whole_percent));
            shapes.push(segment("gap", [x, between(now, today), x, between([start, end], today)]));
            keys.push(key("gap", (words.picture_gap)(relief.as_deref())));
        }
    }
    keys.push(key("guide middle", words.picture_zero.to_owned()));
    // The mark further left has the upper label: its line does not run through the other one.
    let turn_is_left = turn.is_some_and(|turn| turn < today);
    if let Some(turn) = turn {
        mark(&mut shapes, "mark turn", turn, turn_is_left, &(words.picture_turn)(&whole_percent(turn)));
        let place = [percent(turn * 100.0), percent(between(now, turn))];
        let [x, y] = &place;
        shapes.push(marked("circle", &["class", "cx", "cy", "r"], &["turning", x, y, "5"], vec![]));
    }
    mark(&mut shapes, "mark", today, !turn_is_left, &(words.picture_now)(&whole_percent(today)));

    let figures = figures(words, payoffs, today, turn);
    group(
        "section",
        "drawing",
        vec![
            text("h3", "", words.picture),
            text("p", "small", words.picture_detail),
            marked(
                "svg",
                &["class", "width", "height", "aria-hidden", "focusable"],
                &["plot", "100%", "15em", "true", "false"],
                shapes,
            ),
            group("div", "plot-axis", words.picture_axis.map(|label| text("span", "", label)).into()),
            group("div", "plot-keys", keys),
            group("details", "only-screen", vec![text("summary", "", words.table), table(&figures)]),
            downloads(sitting, &figures),
        ],
    )
}

/// A place down from the top of the lines, as one down from the top of the drawing.
fn down(place: f64) -> f64 {
    LABELS + place * (1.0 - LABELS / 100.0)
}

fn between([start, end]: [f64; 2], share: f64) -> f64 {
    start + (end - start) * share
}

fn key(class: &'static str, label: String) -> Html {
    group("span", "key", vec![swatch(segment(class, [0.0, 50.0, 100.0, 50.0])), label.into()])
}

/// An upright line with its label beside its upper end, on the side where there is room.
#[inline(never)]
fn mark(shapes: &mut Vec<Html>, class: &'static str, share: f64, upper: bool, label: &str) {
    let x = share * 100.0;
    let (top, y) = if upper { (1.0, "6%") } else { (9.0, "14%") };
    let (side, dx) = if x > 55.0 { ("mark-label end", "-.5em") } else { ("mark-label", ".5em") };
    shapes.push(segment(class, [x, top, x, 100.0]));
    let (keys, values) = (&["class", "x", "y", "dx"], [side, &percent(x), y, dx]);
    shapes.push(marked("text", keys, &values, vec![label.to_owned().into()]));
}

/// The payoffs at both ends, today, and where the choice turns.
fn figures(words: &ScorecardWords, payoffs: [[f64; 2]; 3], today: f64, turn: Option<f64>) -> Figures {
    let mut shares = vec![(0.0, ""), (today, words.table_now), (1.0, "")];
    if let Some(turn) = turn {
        shares.insert(if turn < today { 1 } else { 2 }, (turn, words.table_turn));
    }
    let row = |(share, note): (f64, &str)| {
        let figures = payoffs.map(|ends| between(ends, share));
        ([&whole_percent(share), note].concat().into(), figures.into())
    };
    let mut heads = vec![words.table_weight];
    heads.extend(CHOICES.map(words.choice));
    Figures {
        file: "scorecard-choices",
        title: words.picture,
        heads,
        rows: shares.into_iter().map(row).collect(),
    }
}
