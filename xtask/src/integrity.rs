//! `integrity.json`: what a host writes into an `integrity` attribute to pin the files it loads.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use sha2::{Digest, Sha384};

const PINNED: [&str; 3] = ["js", "wasm", "css"];

/// Writes `integrity.json` beside the files, with an entry for each file that a host may pin.
pub(crate) fn write(dist: &Path, files: &[PathBuf]) -> anyhow::Result<()> {
    let mut entries = BTreeMap::new();
    for file in files {
        let pinned = file
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| PINNED.contains(&extension));
        if let (true, Ok(name)) = (pinned, file.strip_prefix(dist)) {
            entries.insert(name.to_string_lossy().replace('\\', "/"), of(&fs::read(file)?));
        }
    }
    let text = serde_json::to_string_pretty(&entries)? + "\n";
    fs::write(dist.join("integrity.json"), text)?;
    Ok(())
}

fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn as_browsers_compute_it() {
        // The example of the specification of Subresource Integrity.
        assert_eq!(
            of(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
