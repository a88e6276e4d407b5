//! The one picture of a scorecard: what each choice is worth as more of the evaluation depends on the rollout, and the
//! two ways to make moving now the better one: more of that weight, or a dip that is not held against anyone.

use crate::chart::choice_lines;
use crate::incentive::{Choice, IncentiveInput, IncentiveResult, Parameter, incentive};
use crate::text::{ScorecardWords, joined};
use crate::ui::bar_chart::swatch;
use crate::ui::element::{Name, View, element};
use crate::ui::figures::{Figures, behind, downloads};
use crate::ui::format::{percent, whole_percent};
use crate::ui::interval_chart::line;
use crate::ui::parts::{plain, text};
use crate::ui::sitting::Sitting;

const CHOICES: [Choice; 3] = [Choice::Now, Choice::Delay, Choice::Never];
const LINES: [&str; 3] = ["choice-line now", "choice-line delay", "choice-line never"];

/// The lines stand below the labels of the two marks.
const LABELS: f64 = 17.0;

pub(super) fn picture(sitting: &Sitting, input: &IncentiveInput, result: &IncentiveResult) -> View {
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
    let mut plot = element("svg", "plot")
        .is(Name::Width, "100%")
        .is(Name::Height, "15em")
        .is(Name::Hidden, "true")
        .is(Name::Focusable, "false")
        .with(segment("guide", [0.0, LABELS, 0.0, 100.0]))
        .with(segment("guide bottom", [0.0, 100.0, 100.0, 100.0]))
        .with(segment("guide middle", [0.0, zero, 100.0, zero]));
    let mut keys = element("div", "plot-keys");
    let mut gap = View::default();
    for ((class, [start, end]), choice) in LINES.into_iter().zip(lines).zip(CHOICES) {
        plot = plot.with(segment(class, [0.0, start, 100.0, end]));
        keys = keys.with(key(class, (words.choice)(choice).to_owned()));
        if choice == result.choice && choice != Choice::Now {
            let x = today * 100.0;
            gap = segment("gap", [x, between(now, today), x, between([start, end], today)]);
        }
    }
    plot = plot.with(gap);
    let relief = result.relief.map(whole_percent);
    if result.choice != Choice::Now {
        keys = keys.with(key("gap", (words.picture_gap)(relief.as_deref())));
    }
    keys = keys.with(key("guide middle", words.picture_zero.to_owned()));
    // The mark further left has the upper label: its line does not run through the other one.
    let turn_is_left = turn.is_some_and(|turn| turn < today);
    if let Some(turn) = turn {
        plot = mark(plot, "mark turn", turn, turn_is_left, (words.picture_turn)(&whole_percent(turn)));
        let dot = element("circle", "turning")
            .has(Name::CenterX, percent(turn * 100.0))
            .has(Name::CenterY, percent(between(now, turn)))
            .is(Name::Radius, "5");
        plot = plot.with(dot);
    }
    let plot = mark(plot, "mark", today, !turn_is_left, (words.picture_now)(&whole_percent(today)));

    let figures = figures(words, payoffs, today, turn);
    let mut axis = element("div", "plot-axis");
    for label in words.picture_axis {
        axis = axis.text("span", "", label);
    }
    let Figures { file, title, heads, .. } = &figures;
    element("section", "drawing")
        .text("h3", "", *title)
        .text("p", "small", words.picture_detail)
        .with(plot)
        .with(axis)
        .with(keys)
        .with(behind(words.table, &figures))
        .with(downloads(sitting, file, title, heads, &figures.cells()))
}

/// A place down from the top of the lines, as one down from the top of the drawing.
fn down(place: f64) -> f64 {
    LABELS + place * (1.0 - LABELS / 100.0)
}

fn between([start, end]: [f64; 2], share: f64) -> f64 {
    start + (end - start) * share
}

/// A line between two places in percent: x and y, and x and y.
#[inline(never)]
fn segment(class: &'static str, ends: [f64; 4]) -> View {
    let [x1, y1, x2, y2] = ends.map(percent);
    line(class, [x1, x2], [y1, y2])
}

fn key(class: &'static str, label: String) -> View {
    element("span", "entry-of-key").with(swatch(segment(class, [0.0, 50.0, 100.0, 50.0]))).with(plain(label))
}

/// An upright line with its label beside its upper end, on the side where there is room.
#[inline(never)]
fn mark(plot: View, class: &'static str, share: f64, upper: bool, label: String) -> View {
    let x = share * 100.0;
    let (top, y) = if upper { (1.0, "6%") } else { (9.0, "14%") };
    let side = if x > 55.0 { "mark-label end" } else { "mark-label" };
    plot.with(segment(class, [x, top, x, 100.0]))
        .with(text("text", side, label).has(Name::X, percent(x)).is(Name::Y, y))
}

/// The payoffs at both ends, today, and where the choice turns.
fn figures(words: &ScorecardWords, payoffs: [[f64; 2]; 3], today: f64, turn: Option<f64>) -> Figures {
    let mut shares = vec![(0.0, ""), (today, words.table_now), (1.0, "")];
    if let Some(turn) = turn {
        shares.insert(if turn < today { 1 } else { 2 }, (turn, words.table_turn));
    }
    let mut heads = vec![words.table_weight];
    heads.extend_from_slice(&CHOICES.map(words.choice));
    let mut rows = vec![];
    for (share, note) in shares {
        let figures = payoffs.map(|ends| between(ends, share));
        rows.push((joined(&[&*whole_percent(share), note], "", ""), figures.into()));
    }
    Figures { file: "scorecard-choices", title: words.picture, heads, rows }
}
