//! What there is behind a chart: its figures as a table, and both to take away as files.

use wasm_bindgen::JsCast;
use yew::{Callback, Event};

use super::element::{Name, View};
use super::format::signed;
use super::parts::{clickable, group, plain, text};
use super::sitting::Sitting;
use super::table::{DataRow, data_table};
use crate::csv;

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
    let table = data_table(figures.title, &figures.heads, figures.cells());
    group("details", "behind", vec![text("summary", "", label), table])
}

/// Two buttons below a chart, which stands with them in an element of the class `drawing`: they save the drawing, and its
/// figures.
#[inline(never)]
pub(super) fn downloads(
    sitting: &Sitting,
    file: &'static str,
    title: &'static str,
    heads: &[&'static str],
    rows: Vec<DataRow>,
) -> View {
    let words = sitting.locale.scorecard();
    let mut table = vec![heads.iter().map(|head| String::from(*head)).collect::<Vec<_>>()];
    table.extend(rows.into_iter().map(|row| row.cells));
    // The mark in front tells a spreadsheet which letters these are.
    let sheet = ["\u{feff}", &csv::table(&table)].concat();
    let download = |label: &'static str, sheet: Option<String>| {
        let sitting = sitting.clone();
        let onclick = Callback::from(move |event: Event| {
            let drawn = || {
                let button = event.target()?.dyn_into::<web_sys::Element>().ok()?;
                sitting.host.draw(&button.closest(".drawing").ok()??, title)
            };
            let ending = if sheet.is_some() { ".csv" } else { ".svg" };
            if let Some(content) = sheet.clone().or_else(drawn) {
                sitting.host.save_file(&[file, ending].concat(), &content);
            }
        });
        clickable("link", onclick).has(Name::Label, [label, ": ", title].concat()).saying(label.into())
    };
    group(
        "p",
        "small only-screen",
        vec![download(words.save_picture, None), plain(" "), download(words.save_table, Some(sheet))],
    )
}
