//! The crates that are used: their licences, versions and origins, and what is known against them (`deny.toml`).

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::command::announce;
use crate::failure::{Advise, Failure};
use crate::steps::Counts;
use crate::tools;
use crate::workspace::Workspace;

/// How long fetching the list of known vulnerabilities may take.
const PATIENCE: Duration = Duration::from_secs(90);
const INTERVAL: Duration = Duration::from_millis(100);

const REINSTALL: &str =
    "Delete the folder of cargo-deny in the cache folder, then run the same command again.";

/// Checks everything, and fails when something is wrong.
pub(crate) fn deny(workspace: &Workspace) -> anyhow::Result<()> {
    announce("Checking licences, versions and origins of all crates (seconds)");
    let crates = crates(workspace)?;
    announce("Looking for known vulnerabilities (seconds)");
    if crates.plus(advisories(workspace)?).failed == 0 {
        return Ok(());
    }
    Err(Failure::error(
        "something is wrong with a crate",
        "Use another version or another crate, or say in deny.toml why this one is right.",
    ))
}

/// Licences, duplicates and origins, which need no network.
pub(crate) fn crates(workspace: &Workspace) -> anyhow::Result<Counts> {
    let mut command = cargo_deny(workspace)?;
    command.args(["--offline", "check", "--hide-inclusion-graph", "licenses", "bans", "sources"]);
    checked(&mut command)
}

/// What is known against a crate. The list of it is fetched anew; where that cannot be, this says so and checks nothing.
pub(crate) fn advisories(workspace: &Workspace) -> anyhow::Result<Counts> {
    if !fetched(cargo_deny(workspace)?.args(["fetch", "db"]))? {
        println!(
            "    not checked: the list of known vulnerabilities cannot be fetched from here (github.com)"
        );
        return Ok(Counts::default());
    }
    let mut command = cargo_deny(workspace)?;
    command.args(["check", "--hide-inclusion-graph", "advisories"]);
    checked(&mut command)
}

fn cargo_deny(workspace: &Workspace) -> anyhow::Result<Command> {
    let mut command = Command::new(tools::ensure_cargo_deny()?);
    command.current_dir(workspace.root()).args(["--workspace", "--locked"]);
    Ok(command)
}

fn checked(command: &mut Command) -> anyhow::Result<Counts> {
    let status = command.status().advise("cargo-deny", REINSTALL)?;
    Ok(if status.success() { Counts::ONE } else { Counts::FAILED })
}

/// Whether a command that needs a network works; it is ended when it takes too long.
fn fetched(command: &mut Command) -> anyhow::Result<bool> {
    let started = Instant::now();
    let mut child = command
        .env("GIT_TERMINAL_PROMPT", "0")
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .advise("cargo-deny", REINSTALL)?;
    while started.elapsed() < PATIENCE {
        if let Some(status) = child.try_wait()? {
            return Ok(status.success());
        }
        thread::sleep(INTERVAL);
    }
    child.kill()?;
    child.wait()?;
    Ok(false)
}
