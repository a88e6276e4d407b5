//! The steps of a test run. Each gives the counts of its own runner.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::browser::{CHROME, FIREFOX};
use crate::command::cargo;
use crate::failure::{Advise, Failure};
use crate::npm;
use crate::workspace::Workspace;

/// The fuzz targets.
const FUZZ: &str = "fuzz/Cargo.toml";

/// How many checks or tests passed, failed, and were skipped.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    /// A check that passed.
    pub(crate) const ONE: Self = Self { passed: 1, failed: 0, skipped: 0 };
    /// A check that failed, or a runner that could not run.
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1, skipped: 0 };

    /// The sum.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    /// A runner that failed without a failing test could not even start one.
    fn with_status(self, succeeded: bool) -> Self {
        if succeeded || self.failed > 0 { self } else { self.plus(Self::FAILED) }
    }
}

/// The format of the Rust code.
pub(crate) fn format(workspace: &Workspace) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    for manifest in ["Cargo.toml", FUZZ] {
        let mut command = cargo(workspace.root());
        command.args(["fmt", "--all", "--manifest-path", manifest, "--", "--check"]);
        counts = counts.plus(check(&mut command)?);
    }
    Ok(counts)
}

/// The lints of everything that is built for this machine.
pub(crate) fn clippy_native(workspace: &Workspace) -> anyhow::Result<Counts> {
    check(cargo(workspace.root()).args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The lints of the page.
pub(crate) fn clippy_wasm(workspace: &Workspace) -> anyhow::Result<Counts> {
    check(cargo(workspace.root()).args([
        "clippy",
        "--quiet",
        "--package",
        "middle-layer",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The types of the page tests, which Playwright itself does not check, and of an example that uses all declarations.
pub(crate) fn types(workspace: &Workspace) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    for project in ["tests/pages", "tests/types"] {
        counts =
            counts.plus(check(npm::script(workspace, "typescript/bin/tsc").args(["--project", project]))?);
    }
    Ok(counts)
}

/// The tests of the Rust code.
pub(crate) fn native(workspace: &Workspace, rest: &[String]) -> anyhow::Result<Counts> {
    let mut command = cargo(workspace.root());
    command.args(["test", "--workspace", "--no-fail-fast"]).args(rest).stdout(Stdio::piped());
    let mut child = command.spawn().advise("cargo test", "Install Rust with rustup (https://rustup.rs).")?;
    let mut counts = Counts::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            counts = counts.plus(libtest_result(&line));
        }
    }
    Ok(counts.with_status(child.wait()?.success()))
}

/// The tests of the packed engine in Node.
pub(crate) fn engine(workspace: &Workspace, rest: &[String]) -> anyhow::Result<Counts> {
    let mut files = test_files(&workspace.path("tests/engine"), ".test.mjs");
    if files.is_empty() {
        println!("    tests/engine has no tests yet");
        return Ok(Counts::default());
    }
    files.sort();
    let results = workspace.results().join("engine.tap");
    let mut command = Command::new("node");
    command
        .current_dir(workspace.root())
        .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout", "--test-reporter=tap"])
        .arg(format!("--test-reporter-destination={}", results.display()))
        .args(rest)
        .args(files);
    let status = command.status().advise("node --test", "Install Node.js 20.18 or newer.")?;
    Ok(tap_result(&fs::read_to_string(&results).unwrap_or_default()).with_status(status.success()))
}

/// The tests of the packed pages in both browsers.
pub(crate) fn pages(workspace: &Workspace, rest: &[String]) -> anyhow::Result<Counts> {
    let results = workspace.results().join("pages.json");
    let _ = fs::remove_file(&results);
    let status = npm::script(workspace, "@playwright/test/cli.js")
        .arg("test")
        .args(rest)
        .env(CHROME.variable, CHROME.ensure()?)
        .env(FIREFOX.variable, FIREFOX.ensure()?)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &results)
        .status()
        .advise("playwright", "Delete node_modules, then run the same command again.")?;
    let text = fs::read_to_string(&results).unwrap_or_default();
    Ok(playwright_result(&text).unwrap_or_default().with_status(status.success()))
}

fn check(command: &mut Command) -> anyhow::Result<Counts> {
    let status = command.status().map_err(|error| {
        Failure::error(
            format!("{}: {error}", command.get_program().display()),
            "Run cargo xtask set-up, then try again.",
        )
    })?;
    Ok(if status.success() { Counts::ONE } else { Counts::FAILED })
}

fn test_files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.filter(|path| path.to_string_lossy().ends_with(ending)).collect()
}

/// Reads `test result: ok. 5 passed; 0 failed; 1 ignored; ...`; any other line counts nothing.
fn libtest_result(line: &str) -> Counts {
    let Some(result) = line.strip_prefix("test result: ") else { return Counts::default() };
    let count = |word: &str| {
        let part = result.split([';', '.']).find_map(|part| part.trim().strip_suffix(word));
        part.and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    Counts { passed: count("passed"), failed: count("failed"), skipped: count("ignored") }
}

/// Reads the totals at the end of what Node's runner writes: `# pass 12`.
fn tap_result(text: &str) -> Counts {
    let count = |word: &str| -> u64 {
        let mut totals =
            text.lines().filter_map(|line| line.strip_prefix("# ")?.strip_prefix(word)?.strip_prefix(' '));
        totals.next_back().and_then(|number| number.trim().parse().ok()).unwrap_or(0)
    };
    Counts {
        passed: count("pass"),
        failed: count("fail") + count("cancelled"),
        skipped: count("skipped") + count("todo"),
    }
}

/// Reads the statistics of Playwright's JSON report.
fn playwright_result(text: &str) -> Option<Counts> {
    let report: Value = serde_json::from_str(text).ok()?;
    let count = |name: &str| report.pointer(&format!("/stats/{name}")).and_then(Value::as_u64).unwrap_or(0);
    // A test that passes only at the second try has failed.
    Some(Counts {
        passed: count("expected"),
        failed: count("unexpected") + count("flaky"),
        skipped: count("skipped"),
    })
}

#[cfg(test)]
mod tests {
    use super::{Counts, libtest_result, playwright_result, tap_result};

    #[test]
    fn results_of_cargo_test() {
        let line = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s";
        assert_eq!(libtest_result(line), Counts { passed: 12, failed: 3, skipped: 1 });
        assert_eq!(libtest_result("test scoring::tests::result: ok ... ok"), Counts::default());
    }

    #[test]
    fn results_of_node() {
        let text = "# Subtest: # pass 99\nok 1\n# tests 9\n# pass 6\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n";
        assert_eq!(tap_result(text), Counts { passed: 6, failed: 2, skipped: 1 });
    }

    #[test]
    fn results_of_playwright() {
        let text = r#"{"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}}"#;
        assert_eq!(playwright_result(text), Some(Counts { passed: 7, failed: 2, skipped: 2 }));
        assert_eq!(playwright_result(""), None);
    }

    #[test]
    fn a_runner_that_fails_without_a_test_counts_as_one_failure() {
        assert_eq!(Counts::ONE.with_status(false).failed, 1);
        assert_eq!(Counts::FAILED.with_status(false).failed, 1);
    }
}
