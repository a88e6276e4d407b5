//! Figures as bars from a common zero: a table with a drawn column.

use super::element::{Name, View, element};
use super::format::percent;
use super::interval_chart::{cell, drawing, upright};
use crate::chart::Bar;

/// One row.
pub(super) struct BarRow {
    pub(super) name: String,
    pub(super) figures: Vec<String>,
    pub(super) bar: Bar,
    /// Whether it stands out: the choice, or a sum.
    pub(super) heavy: bool,
}

/// A chart with a caption for those who hear it. The first head is that of the names.
#[inline(never)]
pub(super) fn bar_chart(caption: &str, heads: &[&'static str], rows: Vec<BarRow>) -> View {
    let (name, figures) = heads.split_first().unwrap_or((&"", &[]));
    let mut head = element("div", "bar-row bar-head")
        .is(Name::Role, "row")
        .with(cell("columnheader", "bar-name", name))
        .with(element("span", "bar-line"));
    for figure in figures {
        head = head.with(cell("columnheader", "bar-figure", figure));
    }
    let mut table =
        element("div", "bars").is(Name::Role, "table").has(Name::Label, caption.to_owned()).with(head);
    for row in rows {
        table = table.with(bar_row(row));
    }
    table
}

fn bar_row(row: BarRow) -> View {
    let Bar { start, end, zero } = row.bar;
    let class = if row.heavy { "bar-row heavy" } else { "bar-row" };
    // A bar of no length is still there to be seen.
    let width = (end - start).max(0.4);
    let bar = element("rect", "bar")
        .has(Name::X, percent(start))
        .is(Name::Y, "25%")
        .has(Name::Width, percent(width))
        .is(Name::Height, "50%");
    let zero = upright("guide middle", zero, ["0", "100%"]);
    let line = element("span", "bar-line").is(Name::Hidden, "true");
    let mut drawn = element("div", class)
        .keyed(&row.name)
        .is(Name::Role, "row")
        .with(cell("rowheader", "bar-name", &row.name))
        .with(line.with(drawing().with(bar).with(zero)));
    for figure in &row.figures {
        drawn = drawn.with(cell("cell", "bar-figure", figure));
    }
    drawn
}
