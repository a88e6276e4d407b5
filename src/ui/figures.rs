//! What there is behind a chart: its figures as a table, and both to take away as files.

use wasm_bindgen::JsCast;
use yew::{Callback, Event};

use super::copying::{handed, save};
use super::element::{Name, View, element};
use super::format::signed;
use super::parts::{clickable, folded, plain};
use super::sitting::Sitting;
use super::table::{DataRow, data_table};
use crate::csv;
use crate::text::joined;

/// The figures of one chart.
pub(super) struct Figures {
    /// The name of its files.
    pub(super) file: &'static str,
    pub(super) title: &'static str,
    /// The heads of the columns, that of the names first.
    pub(super) heads: Vec<&'static str>,
    /// A name, and a figure for each further column.
    pub(super) rows: Vec<(String, Vec<f64>)>,
}

impl Figures {
    /// As they are read.
    #[inline(never)]
    pub(super) fn cells(&self) -> Vec<DataRow> {
        let mut rows = Vec::new();
        for (name, figures) in &self.rows {
            let mut cells = vec![name.clone()];
            for figure in figures {
                cells.push(signed(*figure));
            }
            rows.push(DataRow::new(cells));
        }
        rows
    }
}

/// The table behind a drawing, to be opened.
#[inline(never)]
pub(super) fn behind(label: &'static str, figures: &Figures) -> View {
    folded("behind", label, data_table(figures.title, &figures.heads, figures.cells()))
}

/// The same for other figures, with both to take away.
#[inline(never)]
pub(super) fn behind_drawing(
    sitting: &Sitting,
    file: &'static str,
    title: &'static str,
    heads: &[&'static str],
    rows: Vec<DataRow>,
) -> View {
    let keep = downloads(sitting, file, title, heads, &rows);
    element("div", "")
        .with(folded("behind", sitting.locale.path().table, data_table(title, heads, rows)))
        .with(keep)
}

/// A table with a button below it that saves it.
#[inline(never)]
pub(super) fn table_to_keep(
    sitting: &Sitting,
    file: &'static str,
    title: &'static str,
    heads: &[&'static str],
    rows: Vec<DataRow>,
) -> View {
    let sheet = sheet(heads, &rows);
    let button = download(sitting, file, title, Some(sheet));
    element("div", "")
        .with(data_table(title, heads, rows))
        .with(element("p", "small only-screen").with(button))
        .with(handed(sitting, title))
}

/// Two buttons below a chart, which stands with them in an element of the class `drawing`: they save the drawing, and its
/// figures.
#[inline(never)]
pub(super) fn downloads(
    sitting: &Sitting,
    file: &'static str,
    title: &'static str,
    heads: &[&'static str],
    rows: &[DataRow],
) -> View {
    let sheet = sheet(heads, rows);
    let buttons = element("p", "small only-screen")
        .with(download(sitting, file, title, None))
        .with(plain(" "))
        .with(download(sitting, file, title, Some(sheet)));
    element("div", "").with(buttons).with(handed(sitting, title))
}

/// The figures as CSV, as far as columns have names and rows have cells.
fn sheet(heads: &[&'static str], rows: &[DataRow]) -> String {
    let columns = rows.first().map_or(heads.len(), |row| row.cells.len());
    let mut names = Vec::new();
    for head in heads.iter().take(columns) {
        names.push(String::from(*head));
    }
    let mut table = vec![names];
    for row in rows {
        table.push(row.cells.clone());
    }
    // The mark in front tells a spreadsheet which letters these are.
    joined(&["\u{feff}", &csv::table(&table)], "", "")
}

/// A button that saves a table, or without one the drawing that it stands with.
fn download(sitting: &Sitting, file: &'static str, title: &'static str, sheet: Option<String>) -> View {
    let words = sitting.locale.scorecard();
    let label = if sheet.is_some() { words.save_table } else { words.save_picture };
    let sitting = sitting.clone();
    let onclick = Callback::from(move |event: Event| {
        let drawn = || {
            let button = event.target()?.dyn_into::<web_sys::Element>().ok()?;
            sitting.host.draw(&button.closest(".drawing").ok()??, title)
        };
        let ending = if sheet.is_some() { ".csv" } else { ".svg" };
        if let Some(content) = sheet.clone().or_else(drawn) {
            save(&sitting, title, &joined(&[file, ending], "", ""), &content);
        }
    });
    clickable("link", onclick).has(Name::Label, joined(&[label, title], ": ", ": ")).saying(label.into())
}
