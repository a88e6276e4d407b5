//! Figures as bars from a common zero: a table with a drawn column.

use yew::prelude::*;

use super::figures::{Figures, downloads};
use super::format::{percent, signed};
use super::parts::{group, marked, text};
use super::sitting::Sitting;
use crate::chart::{Bar, bars};

/// A chart that stands by itself: heading, how to read it, the bars, and what there is to take away. A second series is
/// outlined. One row stands out: the choice, or a sum.
#[inline(never)]
pub(super) fn bar_chart(sitting: &Sitting, detail: &'static str, figures: &Figures, heavy: usize) -> Html {
    let series = figures.heads.len().saturating_sub(1);
    let all: Vec<f64> = figures.rows.iter().flat_map(|(_, row)| row.iter().copied()).collect();
    let mut drawn = bars(&all).into_iter();
    let mut rows = vec![bar_row("bar-row bar-head", "columnheader", head_cells(figures), html! {})];
    for (position, (name, row)) in figures.rows.iter().enumerate() {
        let mut cells = vec![name.clone().into()];
        cells.extend(row.iter().map(|figure| signed(*figure).into()));
        let bars: Vec<Bar> = drawn.by_ref().take(series).collect();
        let class = if position == heavy { "bar-row heavy" } else { "bar-row" };
        rows.push(bar_row(class, "cell", cells, drawing(&bars)));
    }
    group(
        "section",
        "drawing",
        vec![
            text("h3", "", figures.title),
            text("p", "small", detail),
            marked("div", &["class", "role", "aria-label"], &["bars", "table", figures.title], rows),
            downloads(sitting, figures),
        ],
    )
}

/// Where there are two series, their heads show what their bars look like.
fn head_cells(figures: &Figures) -> Vec<Html> {
    let series = figures.heads.len() > 2;
    let sample = Bar { start: 0.0, end: 100.0, zero: 0.0 };
    let head = |(position, head): (usize, &&'static str)| {
        let swatch = if series && position > 0 {
            swatch(bar(sample, position - 1, 1))
        } else {
            html! {}
        };
        group("span", "", vec![swatch, (*head).into()])
    };
    figures.heads.iter().enumerate().map(head).collect()
}

/// The name first, the drawing, then the figures.
fn bar_row(class: &'static str, role: &'static str, cells: Vec<Html>, drawing: Html) -> Html {
    let mut row = vec![];
    for (position, cell) in cells.into_iter().enumerate() {
        let name = if role == "cell" { "rowheader" } else { role };
        let values = if position == 0 { [name, "bar-name"] } else { [role, "bar-figure"] };
        row.push(marked("span", &["role", "class"], &values, vec![cell]));
    }
    row.insert(1, marked("span", &["class", "aria-hidden"], &["bar-line", "true"], vec![drawing]));
    marked("div", &["class", "role"], &[class, "row"], row)
}

fn drawing(bars: &[Bar]) -> Html {
    let mut shapes: Vec<Html> =
        bars.iter().enumerate().map(|(position, one)| bar(*one, position, bars.len())).collect();
    let zero = bars.first().map_or(0.0, |bar| bar.zero);
    shapes.push(segment("guide middle", [zero, 0.0, zero, 100.0]));
    marked("svg", &["width", "height", "focusable"], &["100%", "100%", "false"], shapes)
}

/// One of the bars that share a line.
fn bar(bar: Bar, position: usize, of: usize) -> Html {
    let class = if position == 0 { "bar" } else { "bar outlined" };
    let (y, height) = match (of, position) {
        (1, _) => ("25%", "50%"),
        (_, 0) => ("12%", "34%"),
        _ => ("54%", "34%"),
    };
    // A bar of no length is still there to be seen.
    let width = percent((bar.end - bar.start).max(0.4));
    marked(
        "rect",
        &["class", "x", "width", "y", "height"],
        &[class, &percent(bar.start), &width, y, height],
        vec![],
    )
}

/// A line between two places in percent: x and y, and x and y.
#[inline(never)]
pub(super) fn segment(class: &'static str, ends: [f64; 4]) -> Html {
    let [x1, y1, x2, y2] = ends.map(percent);
    marked("line", &["class", "x1", "y1", "x2", "y2"], &[class, &x1, &y1, &x2, &y2], vec![])
}

/// What a mark of a chart looks like, for its legend.
pub(super) fn swatch(shape: Html) -> Html {
    marked("svg", &["class", "aria-hidden", "focusable"], &["swatch", "true", "false"], vec![shape])
}
