//! What a release is made with: the crates that the engine is compiled from, and Rust's standard library.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{cargo, output_of};
use crate::failure::{Advise, Failure};
use crate::tools::WASM_TARGET;
use crate::workspace::Workspace;

const RESTORE: &str = "Restore Cargo.lock from version control, then run the same command again.";

/// A name and a version; the order of both lists.
pub(crate) type Id = (String, String);

/// A crate that the engine is compiled from.
pub(crate) struct Crate {
    pub(crate) id: Id,
    /// Its licence as an SPDX expression.
    pub(crate) licence: String,
    /// SHA-256 of its package, as `Cargo.lock` has it.
    pub(crate) checksum: String,
    /// Where its sources are on this machine.
    pub(crate) folder: PathBuf,
}

/// All that is in a release and not our own.
pub(crate) struct Shipped {
    /// In the order of their names.
    pub(crate) crates: Vec<Crate>,
    /// What each crate uses; that of this product itself too.
    pub(crate) uses: BTreeMap<Id, BTreeSet<Id>>,
    /// The version of Rust's standard library.
    pub(crate) rust: String,
}

/// Asks cargo what it compiles for the page, with the features it uses. Macros and build scripts run on the building machine
/// only, so they are not shipped.
pub(crate) fn look(workspace: &Workspace) -> anyhow::Result<Shipped> {
    let tree = output_of(cargo(workspace.root()).args([
        "tree",
        "--locked",
        "--package",
        "middle-layer",
        "--target",
        WASM_TARGET,
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "depth",
        "--no-dedupe",
        "--format",
        " {p}",
    ]));
    let uses = tree
        .as_deref()
        .and_then(uses)
        .ok_or_else(|| Failure::error("cargo tree does not say what the engine is compiled from", RESTORE))?;
    let lock = workspace.path("Cargo.lock");
    let checksums = checksums(&fs::read_to_string(&lock).advise(lock.display(), RESTORE)?);
    let mut crates = Vec::new();
    for id in uses.keys().filter(|(name, _)| name != "middle-layer") {
        crates.push(known(workspace, id, &checksums)?);
    }
    let version = output_of(Command::new("rustc").current_dir(workspace.root()).arg("--version"));
    let rust = version.as_deref().and_then(|line| line.split_whitespace().nth(1)).map(str::to_owned);
    let rust = rust.ok_or_else(|| {
        Failure::error("rustc does not say its version", "Install Rust with rustup (https://rustup.rs).")
    })?;
    Ok(Shipped { crates, uses, rust })
}

fn known(workspace: &Workspace, id: &Id, checksums: &BTreeMap<Id, String>) -> anyhow::Result<Crate> {
    let (name, version) = id;
    let package = workspace
        .packages()
        .iter()
        .find(|package| package.name.as_str() == name && package.version.to_string() == *version);
    let folder = package.and_then(|package| package.manifest_path.parent()).map(Into::into);
    let licence = package.and_then(|package| package.license.as_deref()).map(expression);
    match (folder, licence, checksums.get(id).cloned()) {
        (Some(folder), Some(licence), Some(checksum)) => {
            Ok(Crate { id: id.clone(), licence, checksum, folder })
        }
        _ => Err(Failure::error(
            format!("{name} {version} has no licence expression or no checksum"),
            "Use a crate from the registry that names its licence, or leave this one out.",
        )),
    }
}

/// Reads the lines of `cargo tree`: the depth, the name, and the version with a `v`.
fn uses(tree: &str) -> Option<BTreeMap<Id, BTreeSet<Id>>> {
    let mut uses: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let mut above: Vec<Id> = Vec::new();
    for line in tree.lines() {
        let mut words = line.split_whitespace();
        let depth: usize = words.next()?.parse().ok()?;
        let id = (words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned());
        above.truncate(depth);
        if let Some(user) = above.last() {
            uses.entry(user.clone()).or_default().insert(id.clone());
        }
        uses.entry(id.clone()).or_default();
        above.push(id);
    }
    Some(uses).filter(|uses| !uses.is_empty())
}

/// Reads the checksums of a `Cargo.lock`.
fn checksums(lock: &str) -> BTreeMap<Id, String> {
    let packages = lock.split("[[package]]").skip(1);
    packages
        .filter_map(|package| {
            let field = |name: &str| {
                let start = format!("{name} = \"");
                package
                    .lines()
                    .find_map(|line| line.strip_prefix(&start)?.strip_suffix('"'))
                    .map(str::to_owned)
            };
            Some(((field("name")?, field("version")?), field("checksum")?))
        })
        .collect()
}

/// A licence as an SPDX expression: older crates write `MIT/Apache-2.0`.
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

/// Whether one of the licences that may be chosen is this one.
pub(crate) fn offers(expression: &str, licence: &str) -> bool {
    !expression.contains(['(', ')']) && expression.split(" OR ").any(|choice| choice == licence)
}

/// The files of a crate that hold licences and notices, in order.
pub(crate) fn licence_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    const STARTS: [&str; 6] = ["licence", "license", "copying", "copyright", "notice", "unlicense"];
    let advice = "Run `cargo fetch`, then the same command again.";
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).advise(folder.display(), advice)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if STARTS.iter().any(|start| name.starts_with(start)) && entry.path().is_file() {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{checksums, expression, offers, uses};

    fn id(name: &str) -> (String, String) {
        (name.to_owned(), "1.0.0".to_owned())
    }

    #[test]
    fn a_tree_gives_who_uses_whom() {
        let tree = "0 a v1.0.0 (/somewhere)\n1 b v1.0.0\n2 c v1.0.0\n1 d v1.0.0\n2 c v1.0.0\n";
        let uses = uses(tree).unwrap();
        assert_eq!(uses.keys().cloned().collect::<Vec<_>>(), ["a", "b", "c", "d"].map(id));
        assert_eq!(uses[&id("a")].iter().cloned().collect::<Vec<_>>(), ["b", "d"].map(id));
        assert_eq!(uses[&id("d")].iter().cloned().collect::<Vec<_>>(), ["c"].map(id));
    }

    #[test]
    fn another_form_of_the_tree_is_noticed() {
        assert!(uses("").is_none());
        assert!(uses("a 1.0.0\n").is_none());
    }

    #[test]
    fn checksums_belong_to_their_packages() {
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n";
        assert_eq!(checksums(lock).into_iter().collect::<Vec<_>>(), [(id("b"), "ff".to_owned())]);
    }

    #[test]
    fn old_expressions_are_read() {
        assert_eq!(expression("Apache-2.0 / MIT"), "Apache-2.0 OR MIT");
        assert!(offers("MIT OR Apache-2.0", "Apache-2.0"));
        assert!(!offers("Apache-2.0 WITH LLVM-exception", "Apache-2.0"));
        assert!(!offers("(MIT OR Apache-2.0) AND Unicode-3.0", "Apache-2.0"));
    }
}
