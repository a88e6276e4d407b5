//! The zip for static hosts: `dist/` in one folder, with a note for whoever installs it and the sums of all files.
//!
//! Its bytes are the same on every machine: the files are in order, and have no time and no owner.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::failure::Advise;
use crate::hex;
use crate::scripts::VERSION;
use crate::workspace::Workspace;

const NOTE: &str = include_str!("../INSTALL.txt");
const FOLDER: &str = "middle-layer";
const WRITABLE: &str = "Make the target folder writable, then run the same command again.";

/// Where the zip of this version is.
pub(crate) fn path(workspace: &Workspace) -> PathBuf {
    workspace.target().join(format!("middle-layer-{VERSION}.zip"))
}

/// Where its sum is, in the form that `sha256sum -c` reads.
pub(crate) fn sum_path(workspace: &Workspace) -> PathBuf {
    path(workspace).with_extension("zip.sha256")
}

/// Writes the zip of a release, and its sum beside it.
pub(crate) fn write(workspace: &Workspace, dist: &Path, files: &[PathBuf]) -> anyhow::Result<()> {
    let mut entries = Vec::new();
    for file in files {
        let name = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        entries.push((name, fs::read(file).advise(file.display(), WRITABLE)?));
    }
    let archive = pack(entries)?;
    let path = path(workspace);
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    fs::write(&path, &archive).advise(path.display(), WRITABLE)?;
    let sum = sum_path(workspace);
    fs::write(&sum, sums([(name.as_str(), archive.as_slice())])).advise(sum.display(), WRITABLE)
}

/// The bytes of a zip with these files, the note and their sums.
fn pack(mut entries: Vec<(String, Vec<u8>)>) -> anyhow::Result<Vec<u8>> {
    entries.push(("INSTALL.txt".to_owned(), NOTE.replace("@version", VERSION).into_bytes()));
    entries.sort();
    let sums = sums(entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    entries.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
    entries.sort();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::DEFAULT)
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        archive.start_file(format!("{FOLDER}/{name}"), options)?;
        archive.write_all(&bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn sums<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    files.into_iter().fold(String::new(), |mut text, (name, bytes)| {
        let _ = writeln!(text, "{}  {name}", hex::of(&Sha256::digest(bytes)));
        text
    })
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use zip::ZipArchive;

    use super::{NOTE, pack};

    fn files() -> Vec<(String, Vec<u8>)> {
        vec![("b.js".to_owned(), b"let b;".repeat(100)), ("a.html".to_owned(), b"<p>".to_vec())]
    }

    #[test]
    fn everything_is_in_one_folder_and_in_order() {
        let mut archive = ZipArchive::new(Cursor::new(pack(files()).unwrap())).unwrap();
        let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
        assert_eq!(
            names,
            ["INSTALL.txt", "SHA256SUMS", "a.html", "b.js"].map(|name| format!("middle-layer/{name}"))
        );
        let mut text = String::new();
        archive.by_name("middle-layer/SHA256SUMS").unwrap().read_to_string(&mut text).unwrap();
        // What `printf '<p>' | sha256sum` says.
        assert!(text.contains(
            "33f2799467177287a29260780a107ac98ea63dd6165f67fcc0d74767d0a82090  a.html
"
        ));
        assert_eq!(text.lines().count(), 3);
        let mut script = Vec::new();
        archive.by_name("middle-layer/b.js").unwrap().read_to_end(&mut script).unwrap();
        assert_eq!(script, b"let b;".repeat(100));
    }

    #[test]
    fn neither_order_nor_time_changes_a_byte() {
        let mut other = files();
        other.reverse();
        assert_eq!(pack(files()).unwrap(), pack(other).unwrap());
    }

    #[test]
    fn the_note_names_the_version_and_the_policy_of_the_readme() {
        let readme = include_str!("../../README.md");
        let policy = NOTE.lines().map(str::trim).find(|line| line.starts_with("script-src")).unwrap();
        assert!(readme.contains(policy));
        assert!(NOTE.contains("@version"));
    }
}
