//! How many bytes the release files are, raw and compressed, and the limits they must keep.
//!
//! The limits are in `xtask/limits.json`, for the page tests as well. Only ever lower them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;

use crate::failure::{Advise, Failure};
use crate::workspace::Workspace;
use crate::{licences, sbom};

/// Files that nobody loads by address.
const NEVER_LOADED: [&str; 4] = ["LICENSE-APACHE", "LICENSE-MIT", licences::FILE, sbom::FILE];

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Limits {
    /// Of `index.html`.
    first_visit: Visit,
    /// Of a page that has a script tag of ours and an element, and had them before.
    script_tag: Visit,
    files: BTreeMap<String, Limit>,
}

/// What a first visit loads, and how many bytes of brotli it may be in total.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Visit {
    files: Vec<String>,
    brotli: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Limit {
    gzip: usize,
}

#[derive(Default, Clone, Copy)]
struct Sizes {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the report and fails when a limit is broken.
pub(crate) fn report(workspace: &Workspace, dist: &Path, files: &[PathBuf]) -> anyhow::Result<()> {
    let path = workspace.path("xtask/limits.json");
    let advice = "Restore xtask/limits.json from version control.";
    let text = fs::read_to_string(&path).advise(path.display(), advice)?;
    let limits: Limits = serde_json::from_str(&text).advise(path.display(), advice)?;

    let mut sizes = BTreeMap::new();
    for file in files {
        let name = file.strip_prefix(dist)?.to_string_lossy().replace('\\', "/");
        if !NEVER_LOADED.contains(&name.as_str()) {
            sizes.insert(name, measure(&fs::read(file)?)?);
        }
    }
    println!("{}", table(&sizes, &limits));

    let mut broken = Vec::new();
    for (name, visit) in limits.visits() {
        for file in visit.files.iter().filter(|file| !sizes.contains_key(*file)) {
            broken.push(format!("{file} is missing"));
        }
        let brotli = visit.measure(&sizes).brotli;
        if brotli > visit.brotli {
            broken.push(format!("{name} loads {brotli} bytes of brotli, over {}", visit.brotli));
        }
    }
    for (name, limit) in &limits.files {
        if let Some(size) = sizes.get(name).filter(|size| size.gzip > limit.gzip) {
            broken.push(format!("{name} is {} bytes of gzip, over {}", size.gzip, limit.gzip));
        }
    }
    if broken.is_empty() {
        Ok(())
    } else {
        Err(Failure::error(
            broken.join("; "),
            "Make it smaller: the limits in xtask/limits.json are only ever lowered.",
        ))
    }
}

impl Limits {
    fn visits(&self) -> [(&'static str, &Visit); 2] {
        [("first visit of index.html", &self.first_visit), ("first visit by script tag", &self.script_tag)]
    }
}

impl Visit {
    fn measure(&self, sizes: &BTreeMap<String, Sizes>) -> Sizes {
        self.files.iter().filter_map(|name| sizes.get(name)).fold(Sizes::default(), Sizes::plus)
    }
}

fn table(sizes: &BTreeMap<String, Sizes>, limits: &Limits) -> String {
    let mut text = format!("{:<26}{:>10}{:>10}{:>10}\n", "bytes", "raw", "gzip", "brotli");
    let mut line = |name: &str, size: Sizes, limit: String| {
        let _ = writeln!(text, "{name:<26}{:>10}{:>10}{:>10}{limit}", size.raw, size.gzip, size.brotli);
    };
    for (name, size) in sizes {
        let limit = limits.files.get(name).map(|limit| format!("   at most {} gzip", limit.gzip));
        line(name, *size, limit.unwrap_or_default());
    }
    for (name, visit) in limits.visits() {
        line(name, visit.measure(sizes), format!("   at most {} brotli", visit.brotli));
    }
    text
}

impl Sizes {
    fn plus(self, other: &Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

/// Measures at the best level, as a server does that compresses its files once.
fn measure(bytes: &[u8]) -> anyhow::Result<Sizes> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let parameters =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(Sizes { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: packed.len() })
}
