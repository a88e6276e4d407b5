//! Scores with their bands, one line each: a table whose middle column is drawn. The figures stand beside the
//! drawing, so nothing needs the picture to be understood.

use super::parts::text;
use yew::prelude::*;

use super::format::{percent, shown};
use crate::chart::{IntervalMark, SCALE_MARKS, interval_mark};
use crate::scoring::Estimate;

/// How a row is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A whole: heavier.
    Whole,
    /// A part of the whole above it: lighter and indented.
    Part,
    /// The second series.
    Second,
    /// A belief rather than a condition.
    Belief,
}

/// One row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub(super) name: String,
    pub(super) kind: RowKind,
    pub(super) estimate: Estimate,
    /// What stands in the place of a score that is missing.
    pub(super) missing: String,
}

/// The labels of a chart.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChartWords {
    pub(super) name: &'static str,
    pub(super) score: &'static str,
    pub(super) band: &'static str,
    /// "57 to 100".
    pub(super) interval: fn(&str, &str) -> String,
    /// Left end, middle, right end.
    pub(super) axis: [&'static str; 3],
}

/// A chart with a caption for those who hear it.
pub(super) fn interval_chart(caption: &str, words: ChartWords, rows: &[Row]) -> Html {
    html! {
        <div class="chart" role="table" aria-label={caption.to_owned()}>
            { head(words) }
            for row in rows { { interval_row(words, row) } }
        </div>
    }
}

fn interval_row(words: ChartWords, row: &Row) -> Html {
    let kind = match row.kind {
        RowKind::Whole => "whole",
        RowKind::Part => "part",
        RowKind::Second => "second",
        RowKind::Belief => "second belief",
    };
    let figures = shown(&row.estimate);
    let (score, band, mark) = match figures {
        Some(figures) => (
            figures.score,
            (words.interval)(&figures.low, &figures.high),
            Some(interval_mark(figures.value, figures.band95)),
        ),
        None => (row.missing.clone(), String::new(), None),
    };
    drawn_row(kind, &row.name, &score, &band, drawing(mark, row.kind))
}

fn drawn_row(kind: &'static str, name: &str, score: &str, band: &str, drawing: Html) -> Html {
    html! {
        <div key={name.to_owned()} class={classes!("chart-row", kind)} role="row">
            <span role="rowheader" class="chart-name">{ name }</span>
            <span role="cell" class="chart-score">{ score }</span>
            <span role="cell" class="chart-band">{ band }</span>
            <span role="cell" class="chart-line" aria-hidden="true">{ drawing }</span>
        </div>
    }
}

/// Single answers on a line of five steps: name, label of the answer, and its place from 0 to 100.
pub(super) fn answer_chart(caption: &str, words: ChartWords, rows: &[(String, String, Option<f64>)]) -> Html {
    html! {
        <div class="chart answers" role="table" aria-label={caption.to_owned()}>
            { head(words) }
            for (name, answer, place) in rows { { answer_row(name, answer, *place) } }
        </div>
    }
}

fn answer_row(name: &str, answer: &str, place: Option<f64>) -> Html {
    let mark = place.map(|center| IntervalMark {
        center,
        low: center,
        high: center,
        open_low: true,
        open_high: true,
    });
    drawn_row("whole", name, answer, "", drawing(mark, RowKind::Whole))
}

fn head(words: ChartWords) -> Html {
    let [left, middle, right] = words.axis;
    html! {
        <div class="chart-row chart-head" role="row">
            <span role="columnheader" class="chart-name">{ text("span", "unseen", words.name) }</span>
            <span role="columnheader" class="chart-score">{ words.score }</span>
            <span role="columnheader" class="chart-band">{ words.band }</span>
            <span role="columnheader" class="chart-axis" aria-hidden="true">
                { text("span", "", left) }
                { text("span", "", middle) }
                { text("span", "", right) }
            </span>
        </div>
    }
}

/// The line of one row. Positions are percentages, so that it fits any width without distortion.
fn drawing(mark: Option<IntervalMark>, kind: RowKind) -> Html {
    let radius = if kind == RowKind::Part { "4" } else { "6" };
    let interval = mark.map(|mark| {
        html! {
            <g class="interval">
                { line(percent(mark.low), percent(mark.high), "50%", "50%", "") }
                { cap(mark.open_low, mark.low) }
                { cap(mark.open_high, mark.high) }
                <circle cx={percent(mark.center)} cy="50%" r={radius} />
            </g>
        }
    });
    html! {
        <svg width="100%" height="100%" focusable="false">
            <g>
                for position in SCALE_MARKS { { guide(position) } }
            </g>
            { interval.unwrap_or_default() }
        </svg>
    }
}

fn guide(position: f64) -> Html {
    let class = if (position - 50.0).abs() < f64::EPSILON { "guide middle" } else { "guide" };
    line(percent(position), percent(position), "0", "100%", class)
}

/// The end of a band; none where the band goes on beyond the scale.
fn cap(open: bool, position: f64) -> Html {
    if open {
        html! {}
    } else {
        line(percent(position), percent(position), "35%", "65%", "")
    }
}

fn line(x1: String, x2: String, y1: &'static str, y2: &'static str, class: &'static str) -> Html {
    html! { <line {class} {x1} {x2} {y1} {y2} /> }
}
