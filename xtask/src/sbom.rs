//! `sbom.cdx.json`: what a release is made of, as a CycloneDX document for tools that look for known vulnerabilities.
//!
//! It has no time and no random number: two builds of the same sources write the same bytes.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Registry;
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

use crate::failure::{Advise, Failure};
use crate::scripts::VERSION;
use crate::shipped::{Id, Shipped};
use crate::workspace::Workspace;
use crate::{hex, licences};

pub(crate) const FILE: &str = "sbom.cdx.json";

/// The official schemas, as the npm package of CycloneDX brings them.
const SCHEMAS: &str = "node_modules/@cyclonedx/cyclonedx-library/res/schema";
const SCHEMA: &str = "bom-1.6.SNAPSHOT.schema.json";
/// What that one refers to.
const BESIDE: [&str; 2] = ["spdx.SNAPSHOT.schema.json", "jsf-0.82.SNAPSHOT.schema.json"];

const REINSTALL: &str = "Delete node_modules, then run the same command again.";

/// Writes the document into the folder of a release whose other files are final, and checks it against the official schema.
pub(crate) fn write(
    workspace: &Workspace,
    shipped: &Shipped,
    folder: &Path,
    files: &[PathBuf],
) -> anyhow::Result<()> {
    let mut hashes = Vec::new();
    for file in files {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        if name != FILE {
            hashes.push((name, hex::of(&Sha384::digest(fs::read(file)?))));
        }
    }
    let document = document(shipped, &hashes)?;
    check(workspace, &document)?;
    let path = folder.join(FILE);
    fs::write(&path, serde_json::to_string_pretty(&document)? + "\n")
        .advise(path.display(), "Make the working copy writable.")
}

fn document(shipped: &Shipped, hashes: &[(String, String)]) -> anyhow::Result<Value> {
    let own = ("middle-layer".to_owned(), VERSION.to_owned());
    let rust = format!("rust-std@{}", shipped.rust);
    let files: Vec<Value> = hashes
        .iter()
        .map(|(name, hash)| {
            json!({
                "type": "file", "bom-ref": format!("file:{name}"), "name": name,
                "hashes": [{ "alg": "SHA-384", "content": hash }],
            })
        })
        .collect();
    let mut components: Vec<Value> = shipped
        .crates
        .iter()
        .map(|one| {
            let (name, version) = &one.id;
            json!({
                "type": "library", "bom-ref": reference(&one.id), "name": name, "version": version, "scope": "required",
                "hashes": [{ "alg": "SHA-256", "content": one.checksum }],
                "licenses": licence(&one.licence), "purl": purl(&one.id),
            })
        })
        .collect();
    components.push(json!({
        "type": "library", "bom-ref": rust, "name": "rust-std", "version": shipped.rust, "scope": "required",
        "description": "Rust's standard library for wasm32-unknown-unknown, with what is compiled into it",
        "licenses": licence(licences::RUST), "purl": format!("pkg:generic/{rust}"),
    }));
    let mut dependencies: Vec<Value> = shipped
        .uses
        .iter()
        .map(|(id, uses)| {
            let mut uses: Vec<String> = uses.iter().map(reference).collect();
            uses.push(rust.clone());
            json!({ "ref": reference(id), "dependsOn": uses })
        })
        .collect();
    dependencies.push(json!({ "ref": rust }));
    let mut document = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "lifecycles": [{ "phase": "build" }],
            "component": {
                "type": "application", "bom-ref": reference(&own), "name": own.0, "version": own.1,
                "licenses": licence("MIT OR Apache-2.0"), "components": files,
            },
        },
        "components": components,
        "dependencies": dependencies,
        // Everything there is: the crates of the engine and the standard library, and no script of other people.
        "compositions": [{ "aggregate": "complete", "assemblies": [reference(&own)], "dependencies": [reference(&own)] }],
    });
    let serial = serial(&serde_json::to_vec(&document)?);
    if let Some(document) = document.as_object_mut() {
        document.insert("serialNumber".to_owned(), serial.into());
    }
    Ok(document)
}

fn reference((name, version): &Id) -> String {
    format!("{name}@{version}")
}

/// A version can have a `+`, which has another meaning in an address.
fn purl((name, version): &Id) -> String {
    format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"))
}

/// One licence goes by its id, a choice or a sum of several is an expression.
fn licence(expression: &str) -> Value {
    if expression.contains(' ') {
        json!([{ "expression": expression }])
    } else {
        json!([{ "license": { "id": expression } }])
    }
}

/// A number that belongs to the content: a UUID of version 8 (RFC 9562), which is free to be made in a way of one's own.
fn serial(content: &[u8]) -> String {
    let mut bytes: Vec<u8> = Sha256::digest(content).into_iter().take(16).collect();
    for (at, keep, set) in [(6, 0x0f, 0x80), (8, 0x3f, 0x80)] {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = *byte & keep | set;
        }
    }
    let mut text = hex::of(&bytes);
    for place in [20, 16, 12, 8] {
        text.insert(place, '-');
    }
    format!("urn:uuid:{text}")
}

fn check(workspace: &Workspace, document: &Value) -> anyhow::Result<()> {
    let read = |name: &str| -> anyhow::Result<Value> {
        let path = workspace.path(SCHEMAS).join(name);
        let text = fs::read_to_string(&path).advise(path.display(), REINSTALL)?;
        serde_json::from_str(&text).advise(path.display(), REINSTALL)
    };
    let mut registry = Registry::new();
    for name in BESIDE {
        let address = format!("http://cyclonedx.org/schema/{name}");
        registry = registry.add(address, read(name)?).advise(name, REINSTALL)?;
    }
    let registry = registry.prepare().advise(SCHEMAS, REINSTALL)?;
    let schema = read(SCHEMA)?;
    let validator = jsonschema::draft7::options()
        .with_registry(&registry)
        .offline()
        .build(&schema)
        .advise(SCHEMA, REINSTALL)?;
    let problems: Vec<String> = validator
        .iter_errors(document)
        .map(|error| {
            let message: String = error.to_string().chars().take(300).collect();
            format!("{FILE}: {}: {message}", error.instance_path())
        })
        .collect();
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Failure::error(problems.join("\n"), "Mend xtask/src/sbom.rs, then run the same command again."))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::PathBuf;

    use super::{document, licence, purl, serial};
    use crate::shipped::{Crate, Shipped};

    fn example() -> Shipped {
        let own = ("middle-layer".to_owned(), super::VERSION.to_owned());
        let id = ("a".to_owned(), "1.0.0+b".to_owned());
        Shipped {
            crates: vec![Crate {
                id: id.clone(),
                licence: "MIT".to_owned(),
                checksum: "0".repeat(64),
                folder: PathBuf::new(),
            }],
            uses: BTreeMap::from([(own, BTreeSet::from([id.clone()])), (id, BTreeSet::new())]),
            rust: "1.95.0".to_owned(),
        }
    }

    #[test]
    fn the_same_content_gives_the_same_document() {
        let hashes = [("index.html".to_owned(), "0".repeat(96))];
        let one = document(&example(), &hashes).unwrap();
        assert_eq!(one, document(&example(), &hashes).unwrap());
        assert_ne!(one["serialNumber"], document(&example(), &[]).unwrap()["serialNumber"]);
        assert!(one["metadata"].get("timestamp").is_none());
    }

    #[test]
    fn every_reference_is_there_once() {
        let document = document(&example(), &[]).unwrap();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let mut known = vec![text(&document["metadata"]["component"]["bom-ref"])];
        known.extend(document["components"].as_array().unwrap().iter().map(|one| text(&one["bom-ref"])));
        let mut single = known.clone();
        single.sort();
        single.dedup();
        assert_eq!(single.len(), known.len());
        for one in document["dependencies"].as_array().unwrap() {
            assert!(known.contains(&text(&one["ref"])));
            for used in one.get("dependsOn").and_then(|uses| uses.as_array()).into_iter().flatten() {
                assert!(known.contains(&text(used)));
            }
        }
    }

    #[test]
    fn forms() {
        assert_eq!(purl(&("a".to_owned(), "1.0.0+b".to_owned())), "pkg:cargo/a@1.0.0%2Bb");
        assert_eq!(licence("MIT")[0]["license"]["id"], "MIT");
        assert_eq!(licence("MIT OR Apache-2.0")[0]["expression"], "MIT OR Apache-2.0");
        // SHA-256 of nothing, with the marks of version 8.
        assert_eq!(serial(b""), "urn:uuid:e3b0c442-98fc-8c14-9afb-f4c8996fb924");
    }
}
