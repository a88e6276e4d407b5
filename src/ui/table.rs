//! Tables of figures. In a narrow column each row is a block, and each figure says what it is.

use super::element::{Name, View, element};

/// A cell that is longer than this, in bytes, is long.
const LONG: usize = 40;

/// One row.
pub(super) struct DataRow {
    /// The first is the row's name.
    pub(super) cells: Vec<String>,
    /// What can be done with it.
    pub(super) control: View,
    /// Whether it stands out.
    pub(super) heavy: bool,
}

impl DataRow {
    /// A row of figures only.
    pub(super) fn new(cells: Vec<String>) -> Self {
        Self { cells, control: View::default(), heavy: false }
    }
}

/// A table with the names of its columns. A row's control stands in a column after those of its cells.
#[inline(never)]
pub(super) fn data_table(caption: &str, heads: &[&'static str], rows: Vec<DataRow>) -> View {
    let mut names = element("tr", "").is(Name::Role, "row");
    for head in heads {
        names = names.with(element("th", "").is(Name::Role, "columnheader").saying((*head).into()));
    }
    let mut body = element("tbody", "").is(Name::Role, "rowgroup");
    for row in rows {
        body = body.with(data_row(heads, row));
    }
    element("table", "data")
        .is(Name::Role, "table")
        .has(Name::Label, caption.to_owned())
        .with(element("thead", "").is(Name::Role, "rowgroup").with(names))
        .with(body)
}

fn data_row(heads: &[&'static str], row: DataRow) -> View {
    let DataRow { cells, control, heavy } = row;
    let controlled = heads.len() > cells.len();
    let mut cells = cells.into_iter().zip(heads);
    let name = cells.next().map(|(name, _)| name).unwrap_or_default();
    let header = element("th", "").is(Name::Role, "rowheader").saying(name.into());
    let mut row = element("tr", if heavy { "heavy" } else { "" }).is(Name::Role, "row").with(header);
    for (cell, head) in cells {
        // What is long reads better under its head than beside it.
        let class = if cell.len() > LONG { "words" } else { "" };
        row = row.with(
            element("td", class).is(Name::Role, "cell").text("span", "head", *head).text("span", "", cell),
        );
    }
    if controlled {
        row = row.with(element("td", "control").is(Name::Role, "cell").with(control));
    }
    row
}
