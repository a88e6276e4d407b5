//! Tables of figures. In a narrow column each row is a block, and each figure says what it is.

use yew::prelude::*;

use super::parts::text;

/// One row.
pub(super) struct DataRow {
    /// The first is the row's name.
    pub(super) cells: Vec<String>,
    /// What can be done with it.
    pub(super) control: Html,
    /// Whether it stands out.
    pub(super) heavy: bool,
}

impl DataRow {
    /// A row of figures only.
    pub(super) fn new(cells: Vec<String>) -> Self {
        Self { cells, control: Html::default(), heavy: false }
    }
}

/// A table with the names of its columns. A row's control stands in a column after those of its cells.
#[inline(never)]
pub(super) fn data_table(caption: &str, heads: &[&'static str], rows: Vec<DataRow>) -> Html {
    html! {
        <table class="data" role="table" aria-label={caption.to_owned()}>
            <thead><tr role="row">
                for (position, head) in heads.iter().enumerate() {
                    <th key={position} role="columnheader" scope="col">{ *head }</th>
                }
            </tr></thead>
            <tbody>
                for (position, row) in rows.into_iter().enumerate() { { data_row(position, heads, row) } }
            </tbody>
        </table>
    }
}

fn data_row(position: usize, heads: &[&'static str], row: DataRow) -> Html {
    let DataRow { cells, control, heavy } = row;
    let controlled = heads.len() > cells.len();
    let mut cells = cells.into_iter();
    let name = cells.next().unwrap_or_default();
    html! {
        <tr key={position} role="row" class={if heavy { "heavy" } else { "" }}>
            <th role="rowheader" scope="row">{ name }</th>
            for (column, cell) in cells.enumerate() {
                <td key={column} role="cell">
                    { text("span", "head", heads.get(column + 1).copied().unwrap_or_default()) }
                    { text("span", "", cell) }
                </td>
            }
            if controlled { <td role="cell" class="control">{ control }</td> }
        </tr>
    }
}
