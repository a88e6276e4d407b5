//! The browsers that the pages are tested in: installed ones, never a download of our own.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::command::{announce, on_path, output_of, run};
use crate::failure::Failure;

/// A browser, and how it is found.
pub(crate) struct Browser {
    /// What a person calls it.
    name: &'static str,
    /// The environment variable that names its program.
    pub(crate) variable: &'static str,
    programs: &'static [&'static str],
    elsewhere: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
}

pub(crate) const CHROME: Browser = Browser {
    name: "Chrome or Chromium",
    variable: "CHROME",
    programs: &["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome"],
    elsewhere: &[
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
    package: "chromium",
};

pub(crate) const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    elsewhere: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    package: "firefox-esr",
};

impl Browser {
    /// Finds it; installs Debian's where there is none and we may.
    pub(crate) fn ensure(&self) -> anyhow::Result<PathBuf> {
        let Self { name, variable, package, .. } = self;
        let choose = format!(
            "Install {name}, or name one in the environment variable {variable} ({variable}=/path/to/it cargo xtask test)."
        );
        if let Some(chosen) = env::var_os(variable).filter(|chosen| !chosen.is_empty()).map(PathBuf::from) {
            return if chosen.is_file() {
                Ok(chosen)
            } else {
                Err(Failure::error(
                    format!("{variable} names {}, which is no file", chosen.display()),
                    format!("Let {variable} name the program file of {name}, or unset it."),
                ))
            };
        }
        if let Some(found) = self.find() {
            return Ok(found);
        }
        if !is_debian() || output_of(Command::new("id").arg("-u")).as_deref() != Some("0") {
            return Err(Failure::error(format!("no {name} was found"), choose));
        }
        announce(format!("Installing Debian's {package} (about a minute)"));
        let advice = format!(
            "Check the network connection, or install {name} yourself, then run the same command again."
        );
        run(Command::new("apt-get").args(["update", "-q"]), &advice)?;
        run(
            Command::new("apt-get")
                .args(["install", "-q", "-y", "--no-install-recommends", package])
                .env("DEBIAN_FRONTEND", "noninteractive"),
            &advice,
        )?;
        self.find()
            .ok_or_else(|| Failure::error(format!("{package} was installed but is not on the PATH"), choose))
    }

    fn find(&self) -> Option<PathBuf> {
        let elsewhere = || self.elsewhere.iter().map(PathBuf::from).find(|program| program.is_file());
        self.programs.iter().find_map(|program| on_path(program)).or_else(elsewhere)
    }
}

/// Debian itself: on its descendants the package of this name can be something else.
fn is_debian() -> bool {
    fs::read_to_string(Path::new("/etc/os-release"))
        .is_ok_and(|release| release.lines().any(|line| line.trim() == "ID=debian"))
}
