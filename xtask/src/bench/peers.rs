//! The page beside SurveyJS with the same questions: bytes, the first question, clicks, memory.

use std::process::{Command, Stdio};

use serde_json::Value;

use super::{at, cores, median, ratio};
use crate::browser::CHROME;
use crate::command::{announce, output_of};
use crate::failure::{Advise, Failure};
use crate::npm;
use crate::workspace::Workspace;

/// A row of the table: what it is called, what it is called in `benches/peer/measure.mjs`, and how it is spoken.
struct Row {
    name: &'static str,
    figure: &'static str,
    /// Where it is measured, the full page and the host page; empty where it is not.
    conditions: [&'static str; 2],
    /// What is divided by, and the unit.
    unit: (f64, &'static str),
    /// The ratio that we want to stay below.
    goal: Option<f64>,
}

const KILOBYTES: (f64, &str) = (1e3, "kB");
const MILLISECONDS: (f64, &str) = (1.0, "ms");
const MEGABYTES: (f64, &str) = (1e6, "MB");
const PLAIN: [&str; 2] = ["page", "embedded"];
const SLOW: [&str; 2] = ["page, slow processor", "embedded, slow processor"];
const NETWORK: [&str; 2] = ["page, network", "embedded, network"];

const ROWS: [Row; 10] = [
    Row { name: "bytes moved", figure: "bytes", conditions: PLAIN, unit: KILOBYTES, goal: Some(0.5) },
    Row {
        name: "first question",
        figure: "question",
        conditions: PLAIN,
        unit: MILLISECONDS,
        goal: Some(0.45),
    },
    Row {
        name: "first question, processor slowed 4 times",
        figure: "question",
        conditions: SLOW,
        unit: MILLISECONDS,
        goal: Some(0.45),
    },
    Row {
        name: "first question, 10 Mbit/s and 40 ms",
        figure: "question",
        conditions: NETWORK,
        unit: MILLISECONDS,
        goal: None,
    },
    Row { name: "first screen", figure: "screen", conditions: PLAIN, unit: MILLISECONDS, goal: None },
    Row {
        name: "processor time until the first question",
        figure: "work",
        conditions: PLAIN,
        unit: MILLISECONDS,
        goal: None,
    },
    Row {
        name: "click to the next frame",
        figure: "click",
        conditions: PLAIN,
        unit: MILLISECONDS,
        goal: Some(1.0),
    },
    Row {
        name: "click to the next frame, processor slowed 4 times",
        figure: "click",
        conditions: [SLOW[0], ""],
        unit: MILLISECONDS,
        goal: Some(1.0),
    },
    Row {
        name: "processor time of a click",
        figure: "clickWork",
        conditions: PLAIN,
        unit: MILLISECONDS,
        goal: None,
    },
    Row {
        name: "memory after the last page",
        figure: "memory",
        conditions: PLAIN,
        unit: MEGABYTES,
        goal: None,
    },
];

/// Measures both by turns and prints the table.
pub(super) fn measure(workspace: &Workspace, rounds: u32) -> anyhow::Result<()> {
    npm::ensure_packages(workspace)?;
    let chrome = CHROME.ensure()?;
    announce(format!(
        "Measuring the page beside SurveyJS ({rounds} rounds, each about a minute on an idle machine)"
    ));
    let advice = "Run `cargo xtask test --only pages` first: it tells what is broken.";
    let output = Command::new("node")
        .current_dir(workspace.root())
        .args([workspace.path("benches/peer/measure.mjs").as_os_str(), rounds.to_string().as_ref()])
        .env("CHROME", chrome)
        .stderr(Stdio::inherit())
        .output()
        .advise("node", "Install Node.js 20.18 or newer.")?;
    if !output.status.success() {
        return Err(Failure::error("The pages could not be measured", advice));
    }
    let measured: Value = serde_json::from_slice(&output.stdout).advise("measure.mjs", advice)?;
    println!("\n{}", table(&measured));
    println!("\n{}", remarks(workspace, &measured, rounds));
    Ok(())
}

/// What one side has measured in each round.
fn figures(measured: &Value, condition: &str, side: &str, figure: &str) -> Vec<f64> {
    let rounds = measured.get("rounds").and_then(Value::as_array);
    let pointer = format!("/{condition}/{side}/{figure}");
    rounds.into_iter().flatten().filter_map(|round| at(round, &pointer).as_f64()).collect()
}

fn table(measured: &Value) -> String {
    let mut lines = vec![
        "| | page: ours | SurveyJS | ratio | embedded: ours | SurveyJS | ratio | goal |".to_owned(),
        "|---|---|---|---|---|---|---|---|".to_owned(),
    ];
    for row in &ROWS {
        let mut cells = vec![row.name.to_owned()];
        for condition in row.conditions {
            let [ours, theirs] =
                ["ours", "theirs"].map(|side| figures(measured, condition, side, row.figure));
            if ours.is_empty() {
                cells.extend([const { String::new() }; 3]);
            } else {
                cells.extend([&ours, &theirs].map(|all| spoken(median(all), row.unit)));
                cells.push(format!("{:.2}", ratio(&ours, &theirs)));
            }
        }
        cells.push(row.goal.map_or_else(String::new, |goal| format!("{goal:.2}")));
        lines.push(format!("| {} |", cells.join(" | ")));
    }
    lines.join("\n")
}

/// A figure with three digits, as far as it has them.
fn spoken(value: f64, (over, unit): (f64, &str)) -> String {
    let number = value / over;
    let digits = if number < 10.0 { 2 } else { usize::from(number < 100.0) };
    format!("{number:.digits$} {unit}")
}

fn remarks(workspace: &Workspace, measured: &Value, rounds: u32) -> String {
    let git =
        |arguments: &[&str]| output_of(Command::new("git").current_dir(workspace.root()).args(arguments));
    let date = output_of(Command::new("date").arg("+%-d %B %Y")).unwrap_or_default();
    let commit =
        git(&["rev-parse", "--short", "HEAD"]).map_or_else(String::new, |commit| format!(" ({commit})"));
    let version = |field: &str| at(measured, field).as_str().unwrap_or_default().to_owned();
    format!(
        "{date}, Middle Layer {}{commit} and SurveyJS {} in Chromium {}, with {} cores. Medians of {rounds} rounds by \
         turns. A ratio is the median\nof those of the single rounds, and below 1 ours is smaller or faster.",
        env!("CARGO_PKG_VERSION"),
        version("/survey"),
        version("/chromium"),
        cores(),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{KILOBYTES, MILLISECONDS, figures, spoken, table};

    #[test]
    fn a_table_has_medians_and_ratios_of_rounds() {
        let round =
            |ours: f64, theirs: f64| json!({"page": {"ours": {"bytes": ours}, "theirs": {"bytes": theirs}}});
        let measured = json!({"rounds": [round(1e3, 2e3), round(3e3, 4e3), round(2e3, 8e3)]});
        assert_eq!(figures(&measured, "page", "ours", "bytes"), [1e3, 3e3, 2e3]);
        let table = table(&measured);
        assert!(table.contains("| bytes moved | 2.00 kB | 4.00 kB | 0.50 |  |  |  | 0.50 |"), "{table}");
    }

    #[test]
    fn figures_are_spoken_with_three_digits() {
        assert_eq!(spoken(204_407.0, KILOBYTES), "204 kB");
        assert_eq!([11.83, 7.126].map(|time| spoken(time, MILLISECONDS)), ["11.8 ms", "7.13 ms"]);
    }
}
