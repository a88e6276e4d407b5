//! The two pictures of a path: where its days go, and how long units take.

use super::{PathFigures, names, whole};
use crate::chart::{columns, parts};
use crate::pace::{NodeDays, PathInput, StepSet};
use crate::text::joined;
use crate::ui::bar_chart::swatch;
use crate::ui::element::{Name, View, element};
use crate::ui::figures::behind_drawing;
use crate::ui::format::{decimal, percent, whole_percent};
use crate::ui::interval_chart::upright;
use crate::ui::parts::Words;
use crate::ui::sitting::Sitting;
use crate::ui::table::DataRow;

/// A part of the days: what it is, how many, and whether it is a control.
pub(in crate::ui) struct Part {
    pub(in crate::ui) name: String,
    pub(in crate::ui) days: f64,
    pub(in crate::ui) is_control: bool,
}

/// The days of each step, in path order.
pub(in crate::ui) fn parts_of_nodes(sitting: &Sitting, path: &PathInput, nodes: &[NodeDays]) -> Vec<Part> {
    let mut parts = Vec::new();
    for node in nodes {
        parts.push(part(sitting, path, node.steps, node.days));
    }
    parts
}

/// The days of some steps that a unit goes through at the same time.
fn part(sitting: &Sitting, path: &PathInput, steps: StepSet, days: f64) -> Part {
    let is_control =
        { steps }.any(|position| path.steps.get(position).is_some_and(crate::pace::Step::is_control));
    Part { name: names(sitting, path, steps), days, is_control }
}

/// Where the days go: one line, controls and work told apart, and the plan marked. Two pictures of the same longest line
/// can be compared.
pub(in crate::ui) fn days_picture(
    sitting: &Sitting,
    (file, caption): (&'static str, &'static str),
    days: &[Part],
    longest: f64,
    planned: Option<f64>,
) -> View {
    let plan = planned.unwrap_or(0.0);
    let words = sitting.locale.path();
    let (mut figures, mut sum) = (Vec::new(), 0.0);
    for part in days {
        figures.push(part.days);
        sum += part.days;
    }
    let longest = if plan > longest { plan } else { longest };
    let (drawn, end) = parts(&figures, longest);
    let mark = plan / longest * end;
    let (mut bars, mut rows) = (element("g", ""), Vec::new());
    for (part, place) in days.iter().zip(drawn) {
        let class = if part.is_control { "part-bar control" } else { "part-bar pale" };
        // Only what fits is written into the bar, which is less where there is less room; all of it stands in the table.
        let label = if place.width > 6.0 { short_days(part.days) } else { String::new() };
        let room = match place.width {
            ..13.0 => "thin",
            ..24.0 => "slim",
            _ => "",
        };
        let bar = element("rect", "")
            .has(Name::X, percent(place.start))
            .has(Name::Width, percent(place.width))
            .is(Name::Height, "100%");
        let label = element("text", room)
            .has(Name::X, percent(place.start + place.width / 2.0))
            .is(Name::Y, "50%")
            .saying(label.into());
        bars = bars.with(element("g", class).with(bar).with(label));
        let share = whole_percent(part.days / sum);
        rows.push(DataRow::new(vec![part.name.clone(), decimal(part.days, 1), share]));
    }
    let marked = if plan > 0.0 { upright("mark plan", mark, ["-6", "48"]) } else { View::default() };
    let [controls, work, planned] = words.days_keys;
    element("figure", "picture drawing")
        .text("figcaption", "small-heading", caption)
        .with(svg("days", "42").with(bars).with(marked))
        .with(
            element("div", "plot-keys")
                .with(key(square("part-bar control"), controls))
                .with(key(square("part-bar pale"), work))
                .with(if plan > 0.0 {
                    key(
                        upright("mark plan", 50.0, ["0", "100%"]),
                        joined(&[planned, &whole(plan)], ": ", ": "),
                    )
                } else {
                    View::default()
                }),
        )
        .with(behind_drawing(sitting, file, caption, &words.days_head, rows))
}

/// What a mark looks like, and what it means.
fn key(shape: View, label: impl Words) -> View {
    element("span", "entry-of-key").with(swatch(shape)).text("span", "", label)
}

/// A filled square.
fn square(class: &'static str) -> View {
    let rect = element("rect", "").is(Name::Y, "20%").is(Name::Width, "100%").is(Name::Height, "60%");
    element("g", class).with(rect)
}

/// A drawing as wide as its column. The figures stand in the table behind it.
fn svg(class: &'static str, height: &'static str) -> View {
    element("svg", class)
        .is(Name::Width, "100%")
        .is(Name::Height, height)
        .is(Name::Hidden, "true")
        .is(Name::Focusable, "false")
}

fn short_days(days: f64) -> String {
    let text = decimal(days, 1);
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// How long units take: the simulated ones in columns, with the percentiles and the plan.
pub(super) fn spread(sitting: &Sitting, figures: &PathFigures) -> View {
    let words = sitting.locale.path();
    let simulation = &figures.result.simulation;
    let [half, most, nearly_all] = &simulation.summary.percentiles;
    // What takes longer than nineteen of twenty stands in the last columns.
    let (heights, longest) = columns(&figures.times, nearly_all.days * 1.15);
    #[expect(clippy::cast_precision_loss, reason = "a few columns")]
    let width = 100.0 / heights.len() as f64;
    let (mut bars, mut left) = (element("g", ""), 0.0);
    for height in &heights {
        let bar = element("rect", "column pale")
            .has(Name::X, percent(left * width))
            .has(Name::Y, percent(100.0 - height))
            .has(Name::Width, percent(width * 0.86))
            .has(Name::Height, percent(*height));
        bars = bars.with(bar);
        left += 1.0;
    }
    let mark = |days: f64, class: &'static str| {
        upright(class, if days > longest { 100.0 } else { days / longest * 100.0 }, ["0", "100%"])
    };
    let mut percentiles = element("g", "");
    let plan = figures.path.planned_days.map(|days| mark(days, "mark plan"));
    let planless = plan.is_none();
    let [done, planned] = words.spread_keys;
    let [mean, names @ ..] = words.spread_rows;
    let mean = vec![mean.to_owned(), whole(simulation.summary.mean), String::new()];
    let mut rows = vec![DataRow::new(mean)];
    for (name, each) in names.into_iter().zip([half, most, nearly_all]) {
        percentiles = percentiles.with(mark(each.days, "mark turn"));
        let [low, high] = each.band95;
        let band = (words.interval)(&whole(low), &whole(high));
        rows.push(DataRow::new(vec![name.to_owned(), whole(each.days), band]));
    }
    element("figure", "picture drawing")
        .text("figcaption", "small-heading", words.spread_title)
        .text("p", "small", (words.spread_detail)(&grouped(simulation.trials)))
        .with(svg("plot", "120").with(bars).with(percentiles).holding("g", "", plan.unwrap_or_default()))
        .with(element("div", "plot-axis").text("span", "", "0").text(
            "span",
            "",
            (words.step_days)(&whole(longest)),
        ))
        .with(element("div", "plot-keys").with(key(upright("mark turn", 50.0, ["0", "100%"]), done)).with(
            if planless { View::default() } else { key(upright("mark plan", 50.0, ["0", "100%"]), planned) },
        ))
        .with(behind_drawing(sitting, "lead-times", words.spread_title, &words.spread_head, rows))
}

/// A whole number with its thousands set apart.
fn grouped(number: u32) -> String {
    let (thousands, rest) = (number / 1000, number % 1000);
    if thousands == 0 { rest.to_string() } else { format!("{thousands},{rest:03}") }
}
