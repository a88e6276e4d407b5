//! Makes what is built into the engine smaller: the style sheet without comments and indentation, the instrument
//! without white space and with its hash, so that the engine need not compute it.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use sha2::Digest;

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for (file, shorten) in [
        ("middle-layer.css", style_sheet as fn(&str) -> Result<String, Box<dyn Error>>),
        ("instrument.json", instrument),
    ] {
        let source = Path::new("static").join(file);
        println!("cargo::rerun-if-changed={}", source.display());
        fs::write(Path::new(&out).join(file), shorten(&fs::read_to_string(source)?)?)?;
    }
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

/// With the field `hash` added: SHA-256 of the canonical form (RFC 8785) of all others. The canonical form is what
/// `serde_json` writes, since all names are ASCII and there are no numbers; a test compares it with the crate's own.
fn instrument(text: &str) -> Result<String, Box<dyn Error>> {
    let mut file: serde_json::Value = serde_json::from_str(text)?;
    let hash = sha2::Sha256::digest(file.to_string());
    let hash = hash.iter().fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"));
    file.as_object_mut().ok_or("the instrument is no object")?.insert("hash".to_owned(), hash.into());
    Ok(file.to_string())
}

/// Only what is safe without reading CSS: comments, runs of white space, and white space beside braces and
/// semicolons. The sheet has no comment signs or braces inside texts.
fn style_sheet(text: &str) -> Result<String, Box<dyn Error>> {
    let mut short = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        short.push_str(before);
        rest = after.split_once("*/").ok_or("a comment of the style sheet does not end")?.1;
    }
    short.push_str(rest);
    let mut short = short.split_whitespace().collect::<Vec<_>>().join(" ");
    for sign in ["{", "}", ";"] {
        for (long, sign) in [(format!(" {sign}"), sign), (format!("{sign} "), sign)] {
            short = short.replace(&long, sign);
        }
    }
    Ok(private(&short.replace(": ", ":").replace(";}", "}")))
}

/// The custom properties that are nobody's business get a name that no page has registered: `@property` of a page
/// reaches into shadow trees, and says whether the property inherits.
fn private(text: &str) -> String {
    text.replace("--", "--ml-").replace("--ml-middle-layer-", "--middle-layer-")
}
