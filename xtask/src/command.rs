//! Running other programs, and saying so.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fmt};

use crate::failure::Failure;

/// Announces a step before it starts.
pub(crate) fn announce(step: impl fmt::Display) {
    println!("\n==> {step}");
}

/// A duration as a person says it.
pub(crate) fn spoken(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 100 {
        format!("{}.{} s", seconds, duration.subsec_millis() / 100)
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

/// Runs a program to its end with its output going to ours, and fails with the advice when it fails.
pub(crate) fn run(command: &mut Command, advice: &str) -> anyhow::Result<()> {
    let started = Instant::now();
    let name = name(command);
    let status = command
        .status()
        .map_err(|error| Failure::error(format!("{name} cannot be started: {error}"), advice))?;
    if status.success() {
        println!("    done in {}", spoken(started.elapsed()));
        Ok(())
    } else {
        Err(Failure::error(format!("{name} failed ({status})"), advice))
    }
}

/// What a program prints on its standard output, or nothing when it is missing or fails.
pub(crate) fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The file name of the program that a command runs.
fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program.file_stem().unwrap_or(program.as_os_str()).to_string_lossy().into_owned()
}

/// Where a program is on the `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let file = format!("{program}{}", env::consts::EXE_SUFFIX);
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

/// The `PATH` with a folder put before all others.
pub(crate) fn path_with(folders: &[&Path]) -> anyhow::Result<std::ffi::OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    let folders = folders.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&present));
    Ok(env::join_paths(folders)?)
}

/// The cargo that runs this program, so that the same toolchain is used throughout.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").as_deref().unwrap_or(OsStr::new("cargo")));
    command.current_dir(root);
    command
}
