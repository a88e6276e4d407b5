//! The figures behind a chart: as a table, and to take away as a file together with the drawing.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::format::{decimal, signed};
use super::parts::{group, text};
use super::sitting::Sitting;
use crate::chart::hundredths;
use crate::csv;

/// The figures of one chart.
pub(super) struct Figures {
    /// The name of its files.
    pub(super) file: &'static str,
    pub(super) title: &'static str,
    /// The heads of the columns, that of the names first.
    pub(super) heads: Vec<&'static str>,
    /// A name, and a figure for each further column.
    pub(super) rows: Vec<(AttrValue, Vec<f64>)>,
}

/// The figures as a table.
#[inline(never)]
pub(super) fn table(figures: &Figures) -> Html {
    let heads = figures.heads.iter().map(|head| text("th", "", *head));
    let mut rows = vec![text("caption", "unseen", figures.title), group("tr", "", heads.collect())];
    for (name, row) in &figures.rows {
        let mut cells = vec![text("th", "", name.clone())];
        cells.extend(row.iter().map(|figure| text("td", "", signed(*figure))));
        rows.push(group("tr", "", cells));
    }
    group("table", "figures", rows)
}

/// Two buttons below a chart, which stands with them in an element of the class `drawing`.
#[inline(never)]
pub(super) fn downloads(sitting: &Sitting, figures: &Figures) -> Html {
    let words = sitting.locale.scorecard();
    group(
        "p",
        "small only-screen",
        vec![
            download(sitting, figures, words.save_picture, None),
            " ".into(),
            download(sitting, figures, words.save_table, Some(sheet(figures))),
        ],
    )
}

/// For a spreadsheet. The mark in front tells it which letters these are.
fn sheet(figures: &Figures) -> String {
    let mut rows = vec![figures.heads.iter().map(|head| String::from(*head)).collect::<Vec<_>>()];
    for (name, row) in &figures.rows {
        let mut cells = vec![name.to_string()];
        cells.extend(row.iter().map(|figure| decimal(hundredths(*figure), 2)));
        rows.push(cells);
    }
    ["\u{feff}", &csv::table(&rows)].concat()
}

/// A button that saves the sheet, or without one the drawing around the button.
#[inline(never)]
fn download(sitting: &Sitting, figures: &Figures, label: &'static str, sheet: Option<String>) -> Html {
    let Figures { file, title, .. } = *figures;
    let sitting = sitting.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        let drawn = || {
            let button = event.target()?.dyn_into::<Element>().ok()?;
            sitting.host.draw(&button.closest(".drawing").ok()??, title)
        };
        let ending = if sheet.is_some() { ".csv" } else { ".svg" };
        if let Some(content) = sheet.clone().or_else(drawn) {
            sitting.host.save_file(&[file, ending].concat(), &content);
        }
    });
    let name = [label, ": ", title].concat();
    html! { <button type="button" class="link" aria-label={name} {onclick}>{ label }</button> }
}
