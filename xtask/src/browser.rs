//! The browser that the pages are tested in: one that is installed, never a download of our own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::command::{announce, on_path, output_of, run};
use crate::failure::Failure;

const NAMES: [&str; 5] = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"];

const ELSEWHERE: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const CHOOSE: &str = "Install Chrome or Chromium, or name one in the environment variable CHROME (CHROME=/path/to/chrome cargo xtask test).";

/// Finds a Chrome or Chromium; installs Debian's where there is none and we may.
pub(crate) fn ensure() -> anyhow::Result<PathBuf> {
    if let Some(chosen) = env::var_os("CHROME").filter(|chosen| !chosen.is_empty()).map(PathBuf::from) {
        return if chosen.is_file() {
            Ok(chosen)
        } else {
            Err(Failure::error(
                format!("CHROME names {}, which is no file", chosen.display()),
                "Let CHROME name the program file of Chrome or Chromium, or unset it.",
            ))
        };
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if !is_debian() || output_of(Command::new("id").arg("-u")).as_deref() != Some("0") {
        return Err(Failure::error("no Chrome or Chromium was found", CHOOSE));
    }
    announce("Installing Debian's chromium (about a minute)");
    let advice = "Check the network connection, or install Chrome or Chromium yourself, then run the same command again.";
    run(Command::new("apt-get").args(["update", "-q"]), advice)?;
    run(
        Command::new("apt-get")
            .args(["install", "-q", "-y", "--no-install-recommends", "chromium"])
            .env("DEBIAN_FRONTEND", "noninteractive"),
        advice,
    )?;
    find().ok_or_else(|| Failure::error("chromium was installed but is not on the PATH", CHOOSE))
}

fn find() -> Option<PathBuf> {
    NAMES
        .iter()
        .find_map(|name| on_path(name))
        .or_else(|| ELSEWHERE.iter().map(PathBuf::from).find(|program| program.is_file()))
}

/// Debian itself: on its descendants the package of this name can be something else.
fn is_debian() -> bool {
    fs::read_to_string(Path::new("/etc/os-release"))
        .is_ok_and(|release| release.lines().any(|line| line.trim() == "ID=debian"))
}
