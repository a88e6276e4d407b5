//! `cargo xtask bench`: the models beside the same work done in other ways, and the page beside SurveyJS.
//!
//! What counts are the ratios: all are measured by turns in one run, so that whatever else the machine does slows each
//! of them alike. No time is good or bad here.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::{Args, ValueEnum};
use serde_json::Value;

use crate::dist;
use crate::workspace::Workspace;

mod models;
mod peers;
mod score;

/// What `cargo xtask bench` can be told.
#[derive(Args)]
pub(crate) struct Options {
    /// What is measured
    #[arg(value_enum, default_value_t = What::All)]
    what: What,
    /// How often everything is measured; the tables have the medians
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    rounds: u32,
    /// Measure the dist/ that is there, even if it is older than the code
    #[arg(long)]
    no_build: bool,
}

/// A part of what is measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    All,
    /// The models and scoring, without a browser
    Models,
    /// The page beside SurveyJS, in a browser
    Peers,
}

/// What `dist/` is made of.
const SOURCES: [&str; 8] =
    ["src", "page", "static", "index.html", "build.rs", "Cargo.toml", "Cargo.lock", "Trunk.toml"];

/// Measures what is asked for and prints the tables.
pub(crate) fn bench(workspace: &Workspace, options: &Options) -> anyhow::Result<()> {
    let engine = workspace.dist().join("middle-layer_bg.wasm");
    if !options.no_build && is_older(&engine, &SOURCES.map(|source| workspace.path(source))) {
        dist::build(workspace)?;
    }
    if options.what != What::Peers {
        models::measure(workspace, options.rounds)?;
        score::measure(workspace)?;
    }
    if options.what != What::Models {
        peers::measure(workspace, options.rounds)?;
    }
    Ok(())
}

/// What is at a place in JSON; null where nothing is.
fn at(value: &Value, pointer: &str) -> Value {
    value.pointer(pointer).cloned().unwrap_or_default()
}

/// Whether a file is missing, or anything that it is made of was changed after it.
fn is_older(file: &Path, sources: &[PathBuf]) -> bool {
    let Some(built) = newest(file) else { return true };
    sources.iter().filter_map(|source| newest(source)).any(|changed| changed > built)
}

/// When anything in a file or folder was last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    if path.is_dir() {
        fs::read_dir(path).ok()?.flatten().filter_map(|entry| newest(&entry.path())).max()
    } else {
        fs::metadata(path).ok()?.modified().ok()
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(0, std::num::NonZero::get)
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN);
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2).copied().unwrap_or(f64::NAN);
    f64::midpoint(lower, upper)
}

/// The median of what one takes over what another takes, each pair from the same round.
fn ratio(over: &[f64], under: &[f64]) -> f64 {
    median(&over.iter().zip(under).map(|(over, under)| over / under).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::{median, ratio};

    #[test]
    fn medians_and_ratios() {
        assert_eq!(
            [median(&[3.0, 1.0, 2.0]), median(&[4.0, 1.0, 2.0, 3.0])].map(f64::to_bits),
            [2.0, 2.5].map(f64::to_bits)
        );
        assert_eq!(ratio(&[2.0, 8.0, 3.0], &[1.0, 2.0, 1.0]).to_bits(), 3.0_f64.to_bits());
    }
}
