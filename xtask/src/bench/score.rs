//! How long scoring takes natively, by Criterion.

use std::fs;

use serde_json::Value;

use super::at;
use crate::command::{announce, cargo, run};
use crate::failure::Advise;
use crate::workspace::Workspace;

/// The benches of `benches/score.rs`, by the names that Criterion gives to their folders.
const BENCHES: [(&str, &str); 3] = [
    ("`score` of a full manager form", "score"),
    ("`evaluate` of it", "evaluate"),
    ("`evaluate` of it with both models", "evaluate with both models"),
];

/// Measures and prints the table.
pub(super) fn measure(workspace: &Workspace) -> anyhow::Result<()> {
    announce("Measuring `score` and `evaluate` natively (about a minute)");
    let advice = "Mend what is named above, then run the same command again.";
    let home = workspace.path("test-results/criterion");
    run(
        cargo(workspace.root())
            .args(["bench", "--package", "middle-layer", "--bench", "score"])
            .env("CRITERION_HOME", &home),
        advice,
    )?;
    println!("\n| work | median | 95 % interval |\n|---|---|---|");
    for (name, folder) in BENCHES {
        let file = home.join(folder).join("new/estimates.json");
        let text = fs::read_to_string(&file).advise(file.display(), advice)?;
        let estimates: Value = serde_json::from_str(&text).advise(file.display(), advice)?;
        let time = |pointer: &str| spoken(at(&estimates, pointer).as_f64().unwrap_or(f64::NAN));
        let [lower, upper] = ["lower_bound", "upper_bound"]
            .map(|end| time(format!("/median/confidence_interval/{end}").as_str()));
        println!("| {name} | {} | {lower} to {upper} |", time("/median/point_estimate"));
    }
    Ok(())
}

/// Nanoseconds with three digits.
fn spoken(time: f64) -> String {
    let microseconds = time / 1e3;
    let (number, unit) = if microseconds < 1e3 { (microseconds, "µs") } else { (microseconds / 1e3, "ms") };
    let digits = if number < 10.0 { 2 } else { usize::from(number < 100.0) };
    format!("{number:.digits$} {unit}")
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn times_are_spoken_with_three_digits() {
        assert_eq!([1_234.0, 45_670.0, 2_500_000.0].map(spoken), ["1.23 µs", "45.7 µs", "2.50 ms"]);
    }
}
