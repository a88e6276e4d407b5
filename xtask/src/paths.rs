//! Keeping the paths of the building machine out of what is shipped.
//!
//! A panic message names the source file it came from, so a release holds absolute paths unless the
//! compiler is told what to write in their place. The same names everywhere also make builds reproducible.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::output_of;
use crate::failure::Failure;
use crate::workspace::{Workspace, cargo_home, home};

/// The compiler's options, in the form of `CARGO_ENCODED_RUSTFLAGS`.
pub(crate) fn remapping(workspace: &Workspace) -> anyhow::Result<OsString> {
    let cargo_home = cargo_home()?;
    // Of several that fit, the compiler takes the last: so from the general to the particular.
    let mut names = vec![
        (home()?, "/home".to_owned()),
        (cargo_home.clone(), "/cargo".to_owned()),
        (workspace.target().to_path_buf(), "/target".to_owned()),
        (workspace.root().to_path_buf(), "/middle-layer".to_owned()),
    ];
    if let Some(toolchain) =
        output_of(Command::new("rustc").current_dir(workspace.root()).args(["--print", "sysroot"]))
    {
        names.push((PathBuf::from(toolchain), "/rust".to_owned()));
    }
    // The folder of a registry is named after the registry that this machine happens to use.
    names.extend(registry_sources(&cargo_home).map(|folder| (folder, "/crates".to_owned())));
    let mut flags = OsString::new();
    for (folder, name) in names {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(folder);
        flags.push("=");
        flags.push(name);
    }
    Ok(flags)
}

fn registry_sources(cargo_home: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let folders = fs::read_dir(cargo_home.join("registry").join("src")).into_iter().flatten();
    let mut folders: Vec<PathBuf> = folders.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders.into_iter()
}

/// Fails when a file holds a path of this machine.
pub(crate) fn refuse_machine_paths(workspace: &Workspace, files: &[PathBuf]) -> anyhow::Result<()> {
    let cargo_home = cargo_home()?;
    let mut forbidden = vec![
        home()?.join("").display().to_string(),
        workspace.root().display().to_string(),
        workspace.target().display().to_string(),
        cargo_home.display().to_string(),
    ];
    forbidden.extend(
        registry_sources(&cargo_home)
            .filter_map(|folder| folder.file_name().map(|name| name.to_string_lossy().into_owned())),
    );
    for file in files {
        let bytes = fs::read(file)?;
        if let Some(path) = forbidden.iter().find(|path| contains(&bytes, path.as_bytes())) {
            return Err(Failure::error(
                format!("{} holds {path}, a path of this machine", file.display()),
                "Add the folder to `remapping` in xtask/src/paths.rs.",
            ));
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    // A root folder of one character would be found everywhere and tells nothing.
    part.len() > 1 && bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_path_is_found_among_other_bytes() {
        assert!(contains(b"\0asm/home/somebody/src/lib.rs\0", b"/home/somebody/"));
        assert!(!contains(b"\0asm/crates/yew/src/lib.rs\0", b"/home/somebody/"));
        assert!(!contains(b"a/b", b"/"));
    }
}
