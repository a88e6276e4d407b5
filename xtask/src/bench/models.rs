//! How long the models take natively, in the packed engine, and written in plain JavaScript.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::{at, cores, median, ratio};
use crate::command::{announce, cargo, output_of, run};
use crate::failure::{Advise, Failure};
use crate::workspace::Workspace;

/// Who does the work, in the order of the columns.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum By {
    Native,
    Wasm,
    /// The simulation in JavaScript, for any path.
    Any,
    /// The same by hand for the one path that is measured.
    Hand,
}

impl By {
    const ALL: [Self; 4] = [Self::Native, Self::Wasm, Self::Any, Self::Hand];
}

/// A row of the table.
struct Row {
    name: &'static str,
    work: Value,
    /// How many calls the time in the table is for.
    calls: f64,
    by: Vec<By>,
}

/// Measures everything and prints the table.
pub(super) fn measure(workspace: &Workspace, rounds: u32) -> anyhow::Result<()> {
    let native = native(workspace)?;
    announce("Comparing what the engine and plain JavaScript simulate");
    run(
        node(workspace).arg("check"),
        "Mend benches/simulations.mjs: it no longer draws what the engine draws.",
    )?;

    let rows = rows(workspace)?;
    let mut times: HashMap<(usize, By), Vec<f64>> = HashMap::new();
    for round in 1..=rounds {
        announce(format!("Round {round} of {rounds} (about a minute)"));
        for (number, row) in rows.iter().enumerate() {
            for by in &row.by {
                let seconds = seconds(workspace, &native, *by, &row.work)?;
                times.entry((number, *by)).or_default().push(seconds * row.calls);
            }
        }
    }
    println!("\n{}", table(&rows, &times));
    println!("{}", remarks(rounds));
    Ok(())
}

/// Everything that is measured. The arguments are those of the engine's exports.
fn rows(workspace: &Workspace) -> anyhow::Result<Vec<Row>> {
    let golden = json_file(workspace, "tests/data/pace_paths.json")?;
    let larger = json_file(workspace, "benches/paths.json")?;
    let incentives = json_file(workspace, "tests/data/incentive_golden.json")?;
    let choice = choice(&at(&incentives, "/examples/I1_stability_wins/input"));
    let work = |call: &str, times: u32, arguments: Value| json!({"call": call, "times": times, "arguments": arguments});
    let row = |name, calls, by: &[By], work| Row { name, calls, by: by.to_vec(), work };
    let both = [By::Native, By::Wasm];
    // The engine exports no simulation by itself.
    let units = [By::Native, By::Any, By::Hand];
    let simulated = |name, calendar: &str, call, by| {
        let options = json!({"seed": 42, "trials": 100_000, "calendar": calendar});
        row(name, 1.0, by, work(call, 1, json!([at(&golden, "/BIG"), options])))
    };
    let drag =
        |name, path: &str| row(name, 1.0, &both, work("pace", 1, json!([at(&larger, path), {"trials": 2}])));
    let plan = |name, path: &str| {
        let options = json!({"rates": "cautious", "minProtection": 0.9});
        row(name, 1.0, &both, work("plan", 1, json!([at(&larger, path), options])))
    };
    Ok(vec![
        simulated("`pace` of BIG, 100,000 units, fixed", "fixed", "pace", &By::ALL),
        simulated("`pace` of BIG, 100,000 units, independent", "independent", "pace", &By::ALL),
        simulated("its simulation alone, fixed", "fixed", "units", &units),
        simulated("its simulation alone, independent", "independent", "units", &units),
        drag("Shapley, 12 controls", "/TWELVE"),
        drag("Shapley, 12 controls, in pairs", "/TWELVE_IN_PAIRS"),
        plan("`plan`, 450,000 combinations", "/EIGHT"),
        plan("`plan`, 405 million combinations", "/TWELVE"),
        row(
            "`incentive`, a million, from JSON to JSON",
            1e6,
            &both,
            work("incentive", 2_000, json!([choice])),
        ),
        row(
            "`incentive`, a million, the model alone",
            1e6,
            &[By::Native],
            work("choice", 100_000, json!([choice])),
        ),
    ])
}

/// The input of an example of the golden file, under its public names.
fn choice(given: &Value) -> Value {
    json!({
        "weights": at(given, "/w"), "transition": at(given, "/tau"), "settled": at(given, "/s"),
        "disruptionMonths": at(given, "/D"), "horizonMonths": at(given, "/H"), "delayMonths": at(given, "/delay"),
        "successChance": at(given, "/p"), "learning": at(given, "/kappa"), "easierLater": at(given, "/g"),
        "lossAversion": at(given, "/lam"), "credit": at(given, "/e"), "blame": at(given, "/u"),
        "transformationShare": at(given, "/theta"), "discount": at(given, "/rho"),
    })
}

fn json_file(workspace: &Workspace, file: &str) -> anyhow::Result<Value> {
    let advice = format!("Restore {file} from version control.");
    let text = fs::read_to_string(workspace.path(file)).advise(file, advice.as_str())?;
    serde_json::from_str(&text).advise(file, advice)
}

/// Builds the native bench and says where it is.
fn native(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    announce("Building the native bench (seconds when little changed, else about a minute)");
    let mut command = cargo(workspace.root());
    command.args(["bench", "--package", "middle-layer", "--bench", "pace", "--no-run"]);
    let advice = "Mend what the compiler names above, then run the same command again.";
    let output = command
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .advise("cargo bench", advice)?;
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut built = messages.lines().filter_map(|line| {
        let message: Value = serde_json::from_str(line).ok()?;
        let is_bench = message.pointer("/target/name")? == "pace";
        is_bench.then_some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    built
        .next_back()
        .filter(|_| output.status.success())
        .ok_or_else(|| Failure::error("cargo bench failed", advice))
}

/// The script that measures what is not native.
fn node(workspace: &Workspace) -> Command {
    let mut command = Command::new("node");
    command.current_dir(workspace.root()).arg(workspace.path("benches/work.mjs"));
    command
}

/// How long one call takes.
fn seconds(workspace: &Workspace, native: &Path, by: By, work: &Value) -> anyhow::Result<f64> {
    let mut command = match by {
        By::Native => Command::new(native),
        _ => node(workspace),
    };
    command.arg(match by {
        By::Native => "--work",
        By::Wasm => "wasm",
        By::Any => "any",
        By::Hand => "big",
    });
    let output = command
        .arg(work.to_string())
        .stderr(Stdio::inherit())
        .output()
        .advise("a bench cannot be started", "Install Node.js 20.18 or newer.")?;
    String::from_utf8_lossy(&output.stdout)
        .trim()
        .parse()
        .advise(format!("{by:?} measured nothing"), "Run `cargo xtask test` first: it tells what is broken.")
}

fn table(rows: &[Row], times: &HashMap<(usize, By), Vec<f64>>) -> String {
    let mut lines = vec![
        "| work | native | wasm | JS, any path | JS, this path | wasm / native | wasm / JS, any | wasm / JS, this |"
            .to_owned(),
        "|---|---|---|---|---|---|---|---|".to_owned(),
    ];
    for (number, row) in rows.iter().enumerate() {
        let mut cells = vec![row.name.to_owned()];
        cells.extend(
            By::ALL.map(|by| times.get(&(number, by)).map_or_else(String::new, |all| spoken(median(all)))),
        );
        for under in [By::Native, By::Any, By::Hand] {
            let pair = times.get(&(number, By::Wasm)).zip(times.get(&(number, under)));
            cells.push(pair.map_or_else(String::new, |(wasm, other)| format!("{:.2}", ratio(wasm, other))));
        }
        lines.push(format!("| {} |", cells.join(" | ")));
    }
    lines.join("\n")
}

/// A time with three digits.
fn spoken(seconds: f64) -> String {
    let (number, unit) = if seconds < 1.0 { (1e3 * seconds, "ms") } else { (seconds, "s") };
    let digits = if number < 10.0 { 2 } else { usize::from(number < 100.0) };
    format!("{number:.digits$} {unit}")
}

fn remarks(rounds: u32) -> String {
    let version = |program: &str| output_of(Command::new(program).arg("--version")).unwrap_or_default();
    let cores = cores();
    format!(
        "Medians of {rounds} rounds by turns, each the mean of a second, with {}, Node {} and {cores} cores. On Linux \
         only the time\nis counted for which a core was at work on it. A ratio is the median of those of the single \
         rounds, and below 1 the engine\nis faster. Native has the settings of the release. A million is counted up from fewer calls.",
        version("rustc").split(" (").next().unwrap_or_default(),
        version("node"),
    )
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn times_are_spoken_with_three_digits() {
        assert_eq!(
            [0.001_234, 0.045_67, 0.3, 2.5, 120.0].map(spoken),
            ["1.23 ms", "45.7 ms", "300 ms", "2.50 s", "120 s"]
        );
    }
}
