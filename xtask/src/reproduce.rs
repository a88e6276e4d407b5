//! Whether a build gives the same bytes in another folder.
//!
//! The files of the working copy are copied to a folder of their own and built there, with a target folder of their own; what
//! they share with this working copy are the crates, the tools and the npm packages, which all have checksums.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::archive;
use crate::command::{announce, run};
use crate::dist::files_in;
use crate::failure::{Advise, Failure};
use crate::npm;
use crate::workspace::Workspace;

const WRITABLE: &str =
    "Make the folder for temporary files writable (TMPDIR), then run the same command again.";

/// A build in a folder of its own, which goes when this does.
struct Elsewhere {
    folder: PathBuf,
    source: PathBuf,
    target: PathBuf,
    keep: bool,
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        if !self.keep {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

/// Builds in two folders, whose paths differ in length and in depth, and compares the two.
pub(crate) fn twice(workspace: &Workspace) -> anyhow::Result<()> {
    let mut first = build(workspace, "a", "a", "target")?;
    let mut second = build(workspace, "another", "one/in/a/longer/path", "objects/of/it")?;
    let result = same(&first.source.join("dist"), &second.source.join("dist"))
        .and_then(|()| same_bytes(&first.archive(workspace), &second.archive(workspace)));
    first.keep = result.is_err();
    second.keep = result.is_err();
    result
}

/// Builds in one other folder and compares with the `dist/` that is here.
pub(crate) fn against_dist(workspace: &Workspace) -> anyhow::Result<()> {
    let mut other = build(workspace, "once-more", "in/another/folder", "objects")?;
    let result = same(&workspace.dist(), &other.source.join("dist"))
        .and_then(|()| same_bytes(&archive::path(workspace), &other.archive(workspace)));
    other.keep = result.is_err();
    result
}

impl Elsewhere {
    fn archive(&self, workspace: &Workspace) -> PathBuf {
        self.target.join(archive::path(workspace).file_name().unwrap_or_default())
    }
}

/// Copies the working copy to a folder and builds it there.
fn build(workspace: &Workspace, name: &str, source: &str, target: &str) -> anyhow::Result<Elsewhere> {
    npm::ensure_packages(workspace)?;
    let folder = std::env::temp_dir().join(format!("middle-layer-{}-{name}", std::process::id()));
    let other = Elsewhere { source: folder.join(source), target: folder.join(target), folder, keep: false };
    announce(format!("Building the release in {} (about three minutes)", other.source.display()));
    for file in tracked(workspace)? {
        let from = workspace.path(&file);
        let to = other.source.join(&file);
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder).advise(folder.display(), WRITABLE)?;
        }
        fs::copy(&from, &to).advise(to.display(), WRITABLE)?;
    }
    let packages = other.source.join("node_modules");
    link(&workspace.path("node_modules"), &packages).advise(packages.display(), WRITABLE)?;
    let mut command = Command::new(std::env::current_exe()?);
    command.arg("build").current_dir(&other.source).env("CARGO_TARGET_DIR", &other.target);
    // What cargo has told this program about where it is.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "OLDPWD", "PWD"] {
        command.env_remove(name);
    }
    run(&mut command, "Mend what is named above, then run the same command again.")?;
    Ok(other)
}

/// The files of the working copy that belong to it: those that git has, and those that it would take.
fn tracked(workspace: &Workspace) -> anyhow::Result<Vec<String>> {
    let advice = "Install git and run this in a clone of the repository.";
    let output = Command::new("git")
        .current_dir(workspace.root())
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .output()
        .advise("git ls-files", advice)?;
    if !output.status.success() {
        return Err(Failure::error("git does not list the files of this working copy", advice));
    }
    let list = String::from_utf8_lossy(&output.stdout).into_owned();
    let names = list.split('\0').filter(|name| !name.is_empty() && workspace.path(name).is_file());
    Ok(names.map(str::to_owned).collect())
}

#[cfg(unix)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(windows)]
fn link(from: &Path, to: &Path) -> std::io::Result<()> {
    std::os::windows::fs::symlink_dir(from, to)
}

/// Fails when two folders do not hold the same files with the same bytes.
fn same(one: &Path, other: &Path) -> anyhow::Result<()> {
    let names = |folder: &Path| -> anyhow::Result<BTreeSet<PathBuf>> {
        files_in(folder)?.iter().map(|file| Ok(file.strip_prefix(folder)?.to_path_buf())).collect()
    };
    let (here, there) = (names(one)?, names(other)?);
    if let Some(name) = here.symmetric_difference(&there).next() {
        return Err(different(&format!(
            "{} is in only one of {} and {}",
            name.display(),
            one.display(),
            other.display()
        )));
    }
    for name in &here {
        same_bytes(&one.join(name), &other.join(name))?;
    }
    println!("    {} files have the same bytes", here.len());
    Ok(())
}

fn same_bytes(one: &Path, other: &Path) -> anyhow::Result<()> {
    let read = |path: &Path| fs::read(path).advise(path.display(), "Run `cargo xtask dist` first.");
    let (here, there) = (read(one)?, read(other)?);
    if here == there {
        return Ok(());
    }
    let at = here.iter().zip(&there).take_while(|(a, b)| a == b).count();
    Err(different(&format!("{} and {} differ from byte {at} on", one.display(), other.display())))
}

fn different(what: &str) -> anyhow::Error {
    Failure::error(
        what,
        "Compare the two: a path, a time or an order is in it (xtask/src/paths.rs). Where dist/ is older than its sources, run `cargo xtask dist` first.",
    )
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::same;

    fn folder(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("middle-layer-same-{}-{name}", std::process::id()));
        for (file, text) in files {
            let path = folder.join(file);
            fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn one_byte_or_one_file_is_noticed() {
        let one = folder("one", &[("a", "1"), ("b/c", "2")]);
        let equal = folder("equal", &[("a", "1"), ("b/c", "2")]);
        let byte = folder("byte", &[("a", "1"), ("b/c", "3")]);
        let more = folder("more", &[("a", "1"), ("b/c", "2"), ("d", "")]);
        assert!(same(&one, &equal).is_ok());
        assert!(same(&one, &byte).is_err());
        assert!(same(&one, &more).is_err());
        assert!(same(&more, &one).is_err());
        for folder in [one, equal, byte, more] {
            fs::remove_dir_all(folder).unwrap();
        }
    }
}
