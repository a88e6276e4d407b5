//! What a test run comes to: a table for people, and a last line that a machine can read too.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::command::{announce, spoken};
use crate::failure::report;
use crate::steps::Counts;

/// The steps so far.
#[derive(Default)]
pub(crate) struct Summary {
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    counts: Counts,
    took: Duration,
    note: String,
}

impl Summary {
    /// Runs a step and keeps what came of it. Says whether all of it passed.
    pub(crate) fn step(&mut self, name: &'static str, run: impl FnOnce() -> anyhow::Result<Counts>) -> bool {
        announce(name);
        let started = Instant::now();
        let (counts, note) = match run() {
            Ok(counts) => (counts, String::new()),
            Err(error) => {
                report(&error);
                (Counts::FAILED, format!("{error:#}"))
            }
        };
        let good = counts.failed == 0;
        self.rows.push(Row { name, counts, took: started.elapsed(), note });
        good
    }

    /// Notes steps that could not run.
    pub(crate) fn not_run(&mut self, name: &'static str, why: &str) {
        let note = format!("not run: {why}");
        self.rows.push(Row { name, counts: Counts::default(), took: Duration::ZERO, note });
    }

    /// Prints the table and the last line, and keeps them as JSON. Says whether everything passed.
    pub(crate) fn print(&self, folder: &Path) -> anyhow::Result<bool> {
        println!("\n{:<26}{:>8}{:>8}{:>9}{:>14}", "", "passed", "failed", "skipped", "time");
        for Row { name, counts, took, note } in &self.rows {
            let Counts { passed, failed, skipped } = counts;
            let note = note.lines().next().unwrap_or_default();
            println!("{name:<26}{passed:>8}{failed:>8}{skipped:>9}{:>14}  {note}", spoken(*took));
        }
        let total = self.rows.iter().fold(Counts::default(), |sum, row| sum.plus(row.counts));
        let steps: Vec<_> = self
            .rows
            .iter()
            .map(|Row { name, counts, took, note }| {
                json!({
                    "name": name, "passed": counts.passed, "failed": counts.failed, "skipped": counts.skipped,
                    "seconds": took.as_secs_f64(), "note": note,
                })
            })
            .collect();
        let text = serde_json::to_string_pretty(&json!({
            "passed": total.passed, "failed": total.failed, "skipped": total.skipped, "steps": steps,
        }))?;
        fs::write(folder.join("summary.json"), text + "\n")?;
        if total.skipped > 0 {
            println!("{} skipped", total.skipped);
        }
        println!("\n{} passed, {} failed", total.passed, total.failed);
        Ok(total.failed == 0)
    }
}
