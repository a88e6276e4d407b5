//! The npm packages that pack and test; the product itself has none.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use base64::Engine as _;
use sha2::{Digest, Sha256};

use crate::command::{announce, on_path, run};
use crate::failure::{Advise, Failure};
use crate::workspace::Workspace;

const INSTALL: &str = "Install Node.js 20.18 or newer together with npm (on Debian: apt-get install nodejs npm, or see https://nodejs.org), then run the same command again.";

/// Installs the packages of `package-lock.json`, unless they are there already.
pub(crate) fn ensure_packages(workspace: &Workspace) -> anyhow::Result<()> {
    for program in ["node", "npm"] {
        if on_path(program).is_none() {
            return Err(Failure::error(format!("{program} is missing"), INSTALL));
        }
    }
    let lock = workspace.path("package-lock.json");
    let lock = fs::read(&lock).advise(lock.display(), "Restore this file from version control.")?;
    let wanted = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&lock));
    let mark = workspace.path("node_modules/.middle-layer-lock");
    if fs::read_to_string(&mark).is_ok_and(|present| present == wanted) {
        return Ok(());
    }
    announce("Installing the npm packages that pack and test (about half a minute)");
    run(
        Command::new("npm")
            .current_dir(workspace.root())
            .arg("ci")
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"),
        "Check the network connection and that Node.js is 20.18 or newer, then run the same command again.",
    )?;
    fs::write(&mark, wanted).advise(mark.display(), "Make the working copy writable.")
}

/// Node, about to run a script of an installed package.
pub(crate) fn script(workspace: &Workspace, script: &str) -> Command {
    let mut command = Command::new("node");
    let script: PathBuf = workspace.path("node_modules").join(script);
    command.current_dir(workspace.root()).arg(script);
    command
}

#[cfg(test)]
mod tests {
    use std::fs;

    #[test]
    fn the_lock_file_names_no_registry() {
        let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../package-lock.json")).unwrap();
        assert!(!lock.contains("\"resolved\""), "keep omit-lockfile-registry-resolved=true in .npmrc");
        assert!(!lock.contains("://"));
    }
}
