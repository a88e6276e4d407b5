//! The tools that build and check: the wasm target, Trunk, wasm-bindgen and cargo-deny.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::{CHROME, FIREFOX};
use crate::command::{announce, cargo, on_path, output_of, path_with, run};
use crate::failure::{Advise, Failure};
use crate::npm;
use crate::workspace::{Workspace, cache};

/// The oldest Trunk that builds this workspace, and the one that is installed where there is none.
const TRUNK: &str = "0.21.14";

pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What checks the crates, at exactly this version: another may read deny.toml in another way.
const CARGO_DENY: &str = "0.20.2";

const NETWORK: &str = "Check the network connection and that a C compiler (on Debian the package build-essential) is installed, then run the same command again.";

/// Installs everything that any command needs.
pub(crate) fn set_up(workspace: &Workspace) -> anyhow::Result<()> {
    Builder::prepare(workspace)?;
    ensure_linters(workspace.root())?;
    ensure_cargo_deny()?;
    npm::ensure_packages(workspace)?;
    let (chrome, firefox) = (CHROME.ensure()?, FIREFOX.ensure()?);
    announce(format!(
        "Everything is there; pages are tested in {} and {}",
        chrome.display(),
        firefox.display()
    ));
    Ok(())
}

/// The tools that turn the working copy into a page, ready to use.
pub(crate) struct Builder {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Builder {
    /// Finds the tools, and installs those that are missing.
    pub(crate) fn prepare(workspace: &Workspace) -> anyhow::Result<Self> {
        ensure_wasm_target(workspace.root())?;
        let trunk = ensure_trunk()?;
        let wasm_bindgen = ensure_wasm_bindgen(&workspace.locked_version("wasm-bindgen")?)?;
        announce("Fetching crates (seconds; about a minute the first time)");
        run(
            cargo(workspace.root()).args(["fetch", "--target", WASM_TARGET]),
            "Check the network connection, then run the same command again.",
        )?;
        Ok(Self { trunk, wasm_bindgen })
    }

    /// Trunk, told to take exactly the wasm-bindgen that belongs to `Cargo.lock`.
    pub(crate) fn trunk(&self, workspace: &Workspace) -> anyhow::Result<Command> {
        let mut command = Command::new(&self.trunk);
        // A mistake in the code is no crash of Trunk, so its call stack would only hide the message.
        command.current_dir(workspace.root()).env("RUST_BACKTRACE", "0");
        // Trunk calls this program back, to put scripts together.
        let own = std::env::current_exe()?;
        let folders: Vec<&Path> =
            [&self.wasm_bindgen, &own].into_iter().filter_map(|path| path.parent()).collect();
        command.env("PATH", path_with(&folders)?);
        // Trunk takes only the words `true` and `false`, everybody else also takes `1`.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        Ok(command)
    }
}

/// Makes sure of the standard library that pages are built with.
pub(crate) fn ensure_wasm_target(root: &Path) -> anyhow::Result<()> {
    let folder = output_of(Command::new("rustc").current_dir(root).args([
        "--print",
        "target-libdir",
        "--target",
        WASM_TARGET,
    ]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    announce(format!("Adding Rust's target {WASM_TARGET} (about half a minute)"));
    if on_path("rustup").is_none() {
        return Err(Failure::error(
            format!("Rust's standard library for {WASM_TARGET} is missing, and so is rustup"),
            "Install Rust with rustup (https://rustup.rs), or add this target to your Rust with the package manager it came from.",
        ));
    }
    run(
        Command::new("rustup").current_dir(root).args(["target", "add", WASM_TARGET]),
        "Check the network connection, then run the same command again.",
    )
}

/// Makes sure of rustfmt and clippy, which a minimal Rust lacks.
pub(crate) fn ensure_linters(root: &Path) -> anyhow::Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output_of(cargo(root).args([subcommand, "--version"])).is_none() {
            announce(format!("Adding {component} to the Rust toolchain (seconds)"));
            run(
                Command::new("rustup").current_dir(root).args(["component", "add", component]),
                &format!("Install {component} for your Rust, then run the same command again."),
            )?;
        }
    }
    Ok(())
}

fn ensure_trunk() -> anyhow::Result<PathBuf> {
    let wanted = numbers(TRUNK);
    if let Some(trunk) = on_path("trunk")
        && version_of(&trunk).is_some_and(|version| numbers(&version) >= wanted)
    {
        return Ok(trunk);
    }
    Installation { package: "trunk", version: TRUNK, locked: true, minutes: 8 }.ensure("trunk")
}

fn ensure_wasm_bindgen(version: &str) -> anyhow::Result<PathBuf> {
    if let Some(program) = on_path("wasm-bindgen")
        && version_of(&program).as_deref() == Some(version)
    {
        return Ok(program);
    }
    // Not `--locked`: the lock file of 0.2.130 names a crate version that was withdrawn.
    Installation { package: "wasm-bindgen-cli", version, locked: false, minutes: 3 }.ensure("wasm-bindgen")
}

/// Makes sure of cargo-deny.
pub(crate) fn ensure_cargo_deny() -> anyhow::Result<PathBuf> {
    if let Some(program) = on_path("cargo-deny")
        && version_of(&program).as_deref() == Some(CARGO_DENY)
    {
        return Ok(program);
    }
    Installation { package: "cargo-deny", version: CARGO_DENY, locked: true, minutes: 3 }.ensure("cargo-deny")
}

/// A program from the registry of Rust, installed once for this user.
struct Installation<'a> {
    package: &'a str,
    version: &'a str,
    locked: bool,
    minutes: u8,
}

impl Installation<'_> {
    fn ensure(&self, program: &str) -> anyhow::Result<PathBuf> {
        let Self { package, version, locked, minutes } = self;
        let folder = cache()?;
        let root = folder.join(format!("{program}-{version}"));
        let binary = root.join("bin").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
        if binary.is_file() {
            return Ok(binary);
        }
        let advice = "Make the cache folder writable, or name another in XDG_CACHE_HOME.";
        fs::create_dir_all(&folder).advise(folder.display(), advice)?;
        // Two working copies may want the same program at the same time.
        let turn = File::create(folder.join(format!("{program}-{version}.lock")))
            .advise(folder.display(), advice)?;
        if turn.try_lock().is_err() {
            announce(format!("Waiting for another run that is installing {package} {version}"));
            turn.lock().advise(folder.display(), advice)?;
        }
        if binary.is_file() {
            return Ok(binary);
        }
        announce(format!(
            "Installing {package} {version}, once for this user; about {minutes} minutes on two cores"
        ));
        let mut command = cargo(&folder);
        command.args(["install", package, "--version", version, "--root"]).arg(&root);
        if *locked {
            command.arg("--locked");
        }
        // Built quickly rather than for speed: these programs work for a second at a time.
        command
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_BUILD_TARGET")
            .env_remove("RUSTFLAGS");
        run(&mut command, NETWORK)?;
        Ok(binary)
    }
}

/// What a program says its version is: the last word of `--version` that starts with a digit.
fn version_of(program: &Path) -> Option<String> {
    let line = output_of(Command::new(program).arg("--version"))?;
    line.split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

/// The numbers of a version, for comparing. A pre-release compares as the release it leads to.
fn numbers(version: &str) -> Vec<u64> {
    let release = version.split(['-', '+']).next().unwrap_or(version);
    release.split('.').map_while(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_by_number() {
        assert!(numbers("0.21.14") > numbers("0.21.9"));
        assert!(numbers("0.22.0-beta.1") > numbers("0.21.14"));
        assert!(numbers("0.21.13") < numbers("0.21.14"));
    }
}
