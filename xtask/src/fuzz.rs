//! The fuzz targets: over their seeds, then a bounded number of runs from a fixed beginning.
//!
//! They are built with the toolchain that is there: what `cargo fuzz` would ask of rustc are flags of a stable one. No
//! sanitizer is needed where all code is safe: a mistake is a panic.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::command::{cargo, on_path, output_of, run, spoken};
use crate::failure::{Advise, Failure};
use crate::steps::Counts;
use crate::workspace::Workspace;

/// One target, how often it runs in the suite, and its longest input in bytes.
struct Target {
    name: &'static str,
    runs: u32,
    longest: u32,
}

const TARGETS: [Target; 5] = [
    Target { name: "response_file", runs: 20_000, longest: 4096 },
    // The built-in questions alone are 15 kB.
    Target { name: "instrument_file", runs: 1000, longest: 20_000 },
    Target { name: "path_file", runs: 20_000, longest: 4096 },
    Target { name: "draft", runs: 10_000, longest: 4096 },
    Target { name: "json", runs: 20_000, longest: 256 },
];

/// Tell libFuzzer which code an input reached.
const COVERAGE: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
                        -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
                        -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// Seconds for one input; none takes more than a small part of one.
const TIMEOUT: u32 = 20;

/// Makes sure that libFuzzer can be compiled.
pub(crate) fn ensure_compiler() -> anyhow::Result<()> {
    if env::var_os("CXX").is_some()
        || ["c++", "g++", "clang++"].into_iter().any(|name| on_path(name).is_some())
    {
        return Ok(());
    }
    Err(Failure::error(
        "the fuzz targets need a C++ compiler, and there is none",
        "Install one (on Debian the package build-essential), then run the same command again.",
    ))
}

/// Builds the targets and runs each. Further arguments go to libFuzzer, such as `-runs=1000000`; they hold over ours.
pub(crate) fn fuzz(workspace: &Workspace, rest: &[String]) -> anyhow::Result<Counts> {
    let folder = build(workspace)?;
    let mut counts = Counts::default();
    for target in &TARGETS {
        let started = Instant::now();
        let passed = run_target(workspace, &folder, target, rest)?;
        println!(
            "    {}: {} in {}",
            target.name,
            if passed { "passed" } else { "failed" },
            spoken(started.elapsed())
        );
        counts = counts.plus(if passed { Counts::ONE } else { Counts::FAILED });
    }
    Ok(counts)
}

/// The folder of the programs. A target folder of their own keeps other builds from starting over for other flags, and
/// with a target that is named the flags do not reach what runs while building.
fn build(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    let host = output_of(Command::new("rustc").current_dir(workspace.root()).arg("-vV"))
        .and_then(|text| text.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned)))
        .ok_or_else(|| {
            Failure::error("rustc does not say its host", "Install Rust with rustup (https://rustup.rs).")
        })?;
    let target = workspace.target().join("fuzz");
    let mut command = cargo(workspace.root());
    command.args([
        "build",
        "--quiet",
        "--release",
        "--locked",
        "--manifest-path",
        "fuzz/Cargo.toml",
        "--target",
        &host,
    ]);
    command.arg("--target-dir").arg(&target);
    command.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", COVERAGE);
    println!("    building (about a minute on two cores the first time)");
    run(
        &mut command,
        "Check the network connection and that a C++ compiler works, then run the same command again.",
    )?;
    Ok(target.join(host).join("release"))
}

fn run_target(
    workspace: &Workspace,
    folder: &Path,
    target: &Target,
    rest: &[String],
) -> anyhow::Result<bool> {
    let Target { name, runs, longest } = target;
    let program = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
    // libFuzzer adds what it finds to the first folder, so the seeds come second.
    let grown = workspace.target().join("fuzz").join("corpus").join(name);
    let advice = "Make the working copy writable.";
    if grown.exists() {
        fs::remove_dir_all(&grown).advise(grown.display(), advice)?;
    }
    fs::create_dir_all(&grown).advise(grown.display(), advice)?;
    let prefix = workspace.results().join(format!("fuzz-{name}-"));
    let seeds = workspace.path("fuzz/seeds").join(name);
    let log = workspace.results().join(format!("fuzz-{name}.log"));
    let mut command = Command::new(&program);
    command
        .current_dir(workspace.root())
        .args(["-seed=1".to_owned(), format!("-runs={runs}"), format!("-max_len={longest}")])
        .args([format!("-timeout={TIMEOUT}"), "-verbosity=0".to_owned(), "-print_final_stats=1".to_owned()])
        .arg("-dict=fuzz/middle-layer.dict")
        .arg(format!("-artifact_prefix={}", prefix.display()))
        .args(rest)
        .args([&grown, &seeds]);
    let output =
        command.output().advise(program.display(), "Delete target/fuzz, then run the same command again.")?;
    let text = String::from_utf8_lossy(&output.stderr);
    fs::write(&log, text.as_bytes()).advise(log.display(), advice)?;
    let executed = text.lines().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    println!("    {name}: {} runs", executed.unwrap_or("no").trim());
    if !output.status.success() {
        println!("{text}");
        println!(
            "    The input is in test-results/; with it as its only argument {} runs it again.",
            program.display()
        );
    }
    Ok(output.status.success())
}
