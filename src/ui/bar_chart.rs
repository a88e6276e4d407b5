//! Figures as bars from a common zero: a table with a drawn column.

use yew::prelude::*;

use super::format::percent;
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
pub(super) fn bar_chart(caption: &str, heads: &[&'static str], rows: Vec<BarRow>) -> Html {
    let (name, figures) = heads.split_first().unwrap_or((&"", &[]));
    html! {
        <div class="bars" role="table" aria-label={caption.to_owned()}>
            <div class="bar-row bar-head" role="row">
                <span role="columnheader" class="bar-name">{ *name }</span>
                <span class="bar-line" />
                for figure in figures { { cell("columnheader", figure) } }
            </div>
            for row in rows { { bar_row(row) } }
        </div>
    }
}

fn cell(role: &'static str, content: &str) -> Html {
    html! { <span key={content.to_owned()} {role} class="bar-figure">{ content }</span> }
}

fn bar_row(row: BarRow) -> Html {
    let Bar { start, end, zero } = row.bar;
    let class = if row.heavy { "bar-row heavy" } else { "bar-row" };
    // A bar of no length is still there to be seen.
    let width = (end - start).max(0.4);
    html! {
        <div key={row.name.clone()} {class} role="row">
            <span role="rowheader" class="bar-name">{ row.name }</span>
            <span class="bar-line" aria-hidden="true">
                <svg width="100%" height="100%" focusable="false">
                    <rect class="bar" x={percent(start)} width={percent(width)} y="25%" height="50%" />
                    <line class="guide middle" x1={percent(zero)} x2={percent(zero)} y1="0" y2="100%" />
                </svg>
            </span>
            for (position, figure) in row.figures.iter().enumerate() {
                <span key={position} role="cell" class="bar-figure">{ figure }</span>
            }
        </div>
    }
}
