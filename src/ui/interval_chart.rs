//! Scores with their bands, one line each: a table whose middle column is drawn. The figures stand beside the
//! drawing, so nothing needs the picture to be understood.

use super::element::{Name, View, element};
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

/// The labels of a chart.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChartWords {
    pub(super) name: &'static str,
    pub(super) score: &'static str,
    pub(super) band: &'static str,
    /// "57 to 100".
    pub(super) interval: fn(&str, &str) -> String,
    /// What stands in the place of a score that is missing.
    pub(super) missing: &'static str,
    /// Left end, middle, right end.
    pub(super) axis: [&'static str; 3],
}

/// A score of an [`interval_chart`].
#[inline(never)]
pub(super) fn interval_row(
    words: &ChartWords,
    name: &'static str,
    kind: RowKind,
    estimate: &Estimate,
) -> View {
    let class = match kind {
        RowKind::Whole => "chart-row whole",
        RowKind::Part => "chart-row part",
        RowKind::Second => "chart-row second",
        RowKind::Belief => "chart-row second belief",
    };
    let figures = shown(estimate);
    let (score, band, mark) = match figures {
        Some(figures) => (
            figures.score,
            (words.interval)(&figures.low, &figures.high),
            Some(interval_mark(figures.value, figures.band95)),
        ),
        None => (words.missing.to_owned(), String::new(), None),
    };
    drawn_row(class, name, &score, &band, interval(mark, kind))
}

fn drawn_row(kind: &'static str, name: &str, score: &str, band: &str, drawing: View) -> View {
    element("div", kind)
        .keyed(name)
        .is(Name::Role, "row")
        .with(cell("rowheader", "chart-name", name))
        .with(cell("cell", "chart-score", score))
        .with(cell("cell", "chart-band", band))
        .with(element("span", "chart-line").is(Name::Role, "cell").is(Name::Hidden, "true").with(drawing))
}

/// A single answer on a line of five steps: name, label of the answer, and its place from 0 to 100.
#[inline(never)]
pub(super) fn answer_row(name: &str, answer: &str, place: Option<f64>) -> View {
    let mark = place.map(|center| IntervalMark {
        center,
        low: center,
        high: center,
        open_low: true,
        open_high: true,
    });
    drawn_row("chart-row whole", name, answer, "", interval(mark, RowKind::Whole))
}

/// A chart before its first row, with a caption for those who hear it.
#[inline(never)]
pub(super) fn interval_chart(class: &'static str, caption: &str, words: &ChartWords) -> View {
    let head = |class| element("span", class).is(Name::Role, "columnheader");
    let mut axis = head("chart-axis").is(Name::Hidden, "true");
    for mark in words.axis {
        axis = axis.text("span", "", mark);
    }
    let row = element("div", "chart-row chart-head")
        .is(Name::Role, "row")
        .with(head("chart-name").text("span", "unseen", words.name))
        .with(cell("columnheader", "chart-score", words.score))
        .with(cell("columnheader", "chart-band", words.band))
        .with(axis);
    element("div", class).is(Name::Role, "table").has(Name::Label, caption.to_owned()).with(row)
}

/// One cell of a table.
#[inline(never)]
pub(super) fn cell(role: &'static str, class: &'static str, content: &str) -> View {
    element("span", class).is(Name::Role, role).saying(content.to_owned().into())
}

/// A drawing as large as what it stands in.
#[inline(never)]
pub(super) fn drawing() -> View {
    element("svg", "").is(Name::Width, "100%").is(Name::Height, "100%").is(Name::Focusable, "false")
}

/// The line of one row. Positions are percentages, so that it fits any width without distortion.
fn interval(mark: Option<IntervalMark>, kind: RowKind) -> View {
    let radius = if kind == RowKind::Part { "4" } else { "6" };
    let interval = mark.map(|mark| {
        let dot = element("circle", "")
            .has(Name::CenterX, percent(mark.center))
            .is(Name::CenterY, "50%")
            .is(Name::Radius, radius);
        element("g", "interval")
            .with(line("", [percent(mark.low), percent(mark.high)], ["50%".to_owned(), "50%".to_owned()]))
            .with(cap(mark.open_low, mark.low))
            .with(cap(mark.open_high, mark.high))
            .with(dot)
    });
    let mut guides = element("g", "");
    for position in SCALE_MARKS {
        guides = guides.with(guide(position));
    }
    drawing().with(guides).with(interval.unwrap_or_default())
}

fn guide(position: f64) -> View {
    let class = if (position - 50.0).abs() < f64::EPSILON { "guide middle" } else { "guide" };
    upright(class, position, ["0", "100%"])
}

/// The end of a band; none where the band goes on beyond the scale.
fn cap(open: bool, position: f64) -> View {
    if open { View::default() } else { upright("", position, ["35%", "65%"]) }
}

/// An upright line at a position from 0 to 100.
#[inline(never)]
pub(super) fn upright(class: &'static str, position: f64, y: [&'static str; 2]) -> View {
    line(class, [percent(position), percent(position)], y.map(str::to_owned))
}

/// A line. Its ends are given in text, as lengths.
#[inline(never)]
pub(super) fn line(class: &'static str, x: [String; 2], y: [String; 2]) -> View {
    let ([x1, x2], [y1, y2]) = (x, y);
    element("line", class).has(Name::X1, x1).has(Name::X2, x2).has(Name::Y1, y1).has(Name::Y2, y2)
}
