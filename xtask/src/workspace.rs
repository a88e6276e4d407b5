//! Where things are: the working copy, cargo's folders and this user's cache.

use std::env;
use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, MetadataCommand, Package};

use crate::failure::{Advise, Failure};

/// The working copy and what cargo knows of it.
pub(crate) struct Workspace {
    metadata: Metadata,
}

impl Workspace {
    /// Asks cargo; this also brings `Cargo.lock` up to date.
    pub(crate) fn find() -> anyhow::Result<Self> {
        let metadata = MetadataCommand::new().exec().advise(
            "cargo cannot read this workspace",
            "Run this inside the working copy of Middle Layer, with a network connection if it is the first time.",
        )?;
        Ok(Self { metadata })
    }

    /// The folder of the working copy.
    pub(crate) fn root(&self) -> &Path {
        self.metadata.workspace_root.as_std_path()
    }

    /// A path in the working copy.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root().join(relative)
    }

    /// Cargo's target folder, wherever it was put.
    pub(crate) fn target(&self) -> &Path {
        self.metadata.target_directory.as_std_path()
    }

    /// Where the packed product goes.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// Where test runs leave their output.
    pub(crate) fn results(&self) -> PathBuf {
        self.path("test-results")
    }

    /// All crates in `Cargo.lock`.
    pub(crate) fn packages(&self) -> &[Package] {
        &self.metadata.packages
    }

    /// The version of a crate in `Cargo.lock`.
    pub(crate) fn locked_version(&self, name: &str) -> anyhow::Result<String> {
        self.metadata
            .packages
            .iter()
            .find(|package| package.name.as_str() == name)
            .map(|package| package.version.to_string())
            .ok_or_else(|| {
                Failure::error(
                    format!("Cargo.lock does not name {name}"),
                    "Restore Cargo.lock from version control.",
                )
            })
    }
}

/// This user's home folder.
pub(crate) fn home() -> anyhow::Result<PathBuf> {
    env::home_dir().filter(|home| home.is_absolute()).ok_or_else(|| {
        Failure::error(
            "this user has no home folder",
            "Set the environment variable HOME to an absolute path.",
        )
    })
}

/// Where tools are kept for all working copies of this user.
pub(crate) fn cache() -> anyhow::Result<PathBuf> {
    let base = match env::var_os("XDG_CACHE_HOME").map(PathBuf::from) {
        Some(folder) if folder.is_absolute() => folder,
        _ => home()?.join(".cache"),
    };
    Ok(base.join("middle-layer"))
}

/// Cargo's own folder.
pub(crate) fn cargo_home() -> anyhow::Result<PathBuf> {
    match env::var_os("CARGO_HOME").map(PathBuf::from) {
        Some(folder) if folder.is_absolute() => Ok(folder),
        _ => Ok(home()?.join(".cargo")),
    }
}
