//! Makes what is built into the engine smaller: the style sheet without comments and indentation, the instrument
//! without white space.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let out = env::var("OUT_DIR")?;
    for (file, shorten) in [
        ("middle-layer.css", style_sheet as fn(&str) -> Result<String, Box<dyn Error>>),
        ("instrument.json", json),
    ] {
        let source = Path::new("static").join(file);
        println!("cargo::rerun-if-changed={}", source.display());
        fs::write(Path::new(&out).join(file), shorten(&fs::read_to_string(source)?)?)?;
    }
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

fn json(text: &str) -> Result<String, Box<dyn Error>> {
    Ok(serde_json::from_str::<serde_json::Value>(text)?.to_string())
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
    Ok(short.replace(": ", ":").replace(";}", "}"))
}
