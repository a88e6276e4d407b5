//! Figures as bars from a common zero: a table with a drawn column.

use super::element::{Name, View, element};
use super::figures::{Figures, downloads};
use super::format::{percent, signed};
use super::interval_chart::{cell, drawing, upright};
use super::sitting::Sitting;
use crate::chart::{Bar, bars};

/// A chart that stands by itself: heading, how to read it, the bars, and what there is to take away. A second series is
/// outlined. One row stands out: the choice, or a sum.
#[inline(never)]
pub(super) fn bar_chart(sitting: &Sitting, detail: &'static str, figures: &Figures, heavy: usize) -> View {
    let Figures { file, title, heads, rows } = figures;
    let series = heads.len().saturating_sub(1);
    let mut all = Vec::new();
    for (_, row) in rows {
        all.extend_from_slice(row);
    }
    let mut drawn = bars(&all).into_iter();
    let mut table = element("div", "bars").is(Name::Role, "table").is(Name::Label, title).with(head(heads));
    for (position, (name, row)) in rows.iter().enumerate() {
        let class = if position == heavy { "bar-row heavy" } else { "bar-row" };
        let mut line = drawing();
        let mut zero = 0.0;
        for (place, one) in drawn.by_ref().take(series).enumerate() {
            zero = one.zero;
            line = line.with(bar(one, place, series));
        }
        let line = line.with(upright("guide middle", zero, ["0", "100%"]));
        let mut drawn_row = element("div", class)
            .keyed(name)
            .is(Name::Role, "row")
            .with(cell("rowheader", "bar-name", name))
            .with(element("span", "bar-line").is(Name::Hidden, "true").with(line));
        for figure in row {
            drawn_row = drawn_row.with(cell("cell", "bar-figure", &signed(*figure)));
        }
        table = table.with(drawn_row);
    }
    element("section", "drawing")
        .text("h3", "", *title)
        .text("p", "small", detail)
        .with(table)
        .with(downloads(sitting, file, title, heads, &figures.cells()))
}

/// Where there are two series, their heads show what their bars look like.
fn head(heads: &[&'static str]) -> View {
    let mut row = element("div", "bar-row bar-head").is(Name::Role, "row");
    for (position, head) in heads.iter().enumerate() {
        let class = if position == 0 { "bar-name" } else { "bar-figure" };
        let mut cell = element("span", class).is(Name::Role, "columnheader");
        if position > 0 && heads.len() > 2 {
            cell = cell.with(swatch(bar(Bar { start: 0.0, end: 100.0, zero: 0.0 }, position - 1, 1)));
        }
        row = row.with(cell.saying((*head).into()));
        if position == 0 {
            row = row.with(element("span", "bar-line"));
        }
    }
    row
}

/// One of the bars that share a line.
fn bar(bar: Bar, position: usize, of: usize) -> View {
    let (y, height) = match (of, position) {
        (1, _) => ("25%", "50%"),
        (_, 0) => ("12%", "34%"),
        _ => ("54%", "34%"),
    };
    element("rect", if position == 0 { "bar" } else { "bar outlined" })
        .has(Name::X, percent(bar.start))
        .is(Name::Y, y)
        // A bar of no length is still there to be seen.
        .has(Name::Width, percent((bar.end - bar.start).max(0.4)))
        .is(Name::Height, height)
}

/// What a mark of a chart looks like, for its legend.
#[inline(never)]
pub(super) fn swatch(shape: View) -> View {
    element("svg", "swatch").is(Name::Hidden, "true").is(Name::Focusable, "false").with(shape)
}
