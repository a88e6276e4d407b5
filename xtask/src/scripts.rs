//! The scripts of the product, put together from `static/embed/` and `static/engine/` and from what wasm-bindgen writes.
//!
//! Trunk calls this after each build (`cargo xtask assemble`), so that the page that is worked on and the release are made
//! from the same files.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write as _;

use crate::failure::{Advise, Failure};
use crate::guides;
use crate::workspace::Workspace;

/// The classic scripts that are put together from parts: the file, the folder of its parts, and these in their order.
const CLASSIC: [(&str, &str, &[&str]); 3] = [
    (
        "embed.js",
        "embed",
        &["opening", "causes", "loading", "message", "inline", "frame", "element", "closing"],
    ),
    (
        "doctor.js",
        "doctor",
        &[
            "opening",
            "reports",
            "looking",
            "verdicts",
            "files",
            "surroundings",
            "checks",
            "showing",
            "element",
        ],
    ),
    ("embed-page.js", "embed-page", &["options", "snippets", "platforms", "page"]),
];
/// What stands beside them as it is; the first visit needs none of it.
const BESIDE_THEM: [&str; 2] = ["embed.html", "embed-page.css"];
/// What stands beside the engine in script: it is there as long as an engine is.
const BESIDE: [&str; 6] = ["create", "print", "draw", "browser", "broken", "sit"];
/// Exports of the engine that are no function of the public contract, but for scripts of ours alone.
const INTERNAL: [&str; 7] = ["mount", "update", "start", "reset", "destroy", "readInstrument", "styleSheet"];

/// The workspace has one version for all it holds.
pub(crate) const VERSION: &str = env!("CARGO_PKG_VERSION");

pub(crate) const GLUE: &str = "middle-layer.js";
pub(crate) const INLINE: &str = "middle-layer-inline.js";
pub(crate) const ENGINE: &str = "middle-layer_bg.wasm";
/// The mark that a glue has been put together already.
const ASSEMBLED: &str = "const guarded";

const READ: &str = "Restore the folder static/ from version control, then run the same command again.";
const WASM_BINDGEN: &str =
    "This version of wasm-bindgen writes another text than xtask/src/scripts.rs knows: mend it there.";

/// Puts together the classic scripts and the engine's module in the folder of a build.
pub(crate) fn assemble(workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    for (file, parts, names) in CLASSIC {
        fs::write(folder.join(file), classic(workspace, parts, names)?)?;
    }
    for file in BESIDE_THEM {
        let path = workspace.path("static/embed-page").join(file);
        fs::copy(&path, folder.join(file)).advise(path.display(), READ)?;
    }
    guides::write(workspace, folder)?;
    let path = folder.join(GLUE);
    let glue = fs::read_to_string(&path).advise(path.display(), WASM_BINDGEN)?;
    if !glue.contains(ASSEMBLED) {
        let tail = part(workspace, "engine", "module")?;
        let tail = replaced(&tail, r#""{sum}""#, &sum_of(folder)?.to_string())?;
        let (_, public) = exports(&glue);
        let module = beside(workspace, &glue)? + &replaced(&tail, r#""{public}": _"#, &public.join(", "))?;
        fs::write(&path, module)?;
        // The glue as a classic script, until the engine is final and can be put into it.
        fs::write(folder.join(INLINE), script(workspace, &glue)?)?;
    }
    Ok(())
}

/// Puts the engine into the classic script: packed and as text.
pub(crate) fn inline(folder: &Path, script: &str) -> anyhow::Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&fs::read(folder.join(ENGINE))?)?;
    let engine = base64::engine::general_purpose::STANDARD.encode(gzip.finish()?);
    replaced(script, "{engine}", &engine)
}

/// The sum by which a glue knows the engine in a folder, as `fits` in static/engine/module.js computes it.
pub(crate) fn sum_of(folder: &Path) -> anyhow::Result<i32> {
    Ok(sum(&fs::read(folder.join(ENGINE))?))
}

fn sum(engine: &[u8]) -> i32 {
    let last = engine.last_chunk().copied().map_or(0, i32::from_le_bytes);
    let words = engine.chunks_exact(4).filter_map(|word| Some(i32::from_le_bytes(*word.first_chunk()?)));
    words.fold(last, |sum, word| sum.wrapping_mul(31).wrapping_add(word))
}

/// Tells the glue of the engine that is in the folder now; `before` is the sum of the one it was made with.
pub(crate) fn refit(folder: &Path, before: i32) -> anyhow::Result<()> {
    let path = folder.join(GLUE);
    let glue = fs::read_to_string(&path).advise(path.display(), WASM_BINDGEN)?;
    fs::write(&path, replaced(&glue, &format!("=== {before};"), &format!("=== {};", sum_of(folder)?))?)?;
    Ok(())
}

fn classic(workspace: &Workspace, parts: &str, names: &[&str]) -> anyhow::Result<String> {
    let mut script = "(() => {\n\"use strict\";\n".to_owned();
    for name in names {
        script.push_str(&part(workspace, parts, name)?);
    }
    script.push_str("})();\n");
    replaced(&script, "@version", VERSION)
}

fn script(workspace: &Workspace, glue: &str) -> anyhow::Result<String> {
    let major = VERSION.split('.').next().unwrap_or_default();
    let body = beside(workspace, glue)? + &replaced(&part(workspace, "engine", "script")?, "@major", major)?;
    // A classic script knows no `import.meta`; there the engine is never loaded by address.
    Ok(format!("(() => {{\n\"use strict\";\n{}}})();\n", body.replace("import.meta.url", "location.href")))
}

/// What a failure says of something that was thrown. The one of wasm-bindgen describes all that there can be, in ten times as
/// many bytes.
const NAMED: &str = "function debugString(thrown) { return thrown instanceof Error ? `${thrown}\\n${thrown.stack}` : String(thrown); }";

/// What a glue has for browsers that are too old to show the screens, each from where to where, and what serves the others.
const FOR_OLD_BROWSERS: [(&str, &str, &str); 2] = [
    ("if (!('encodeInto' in cachedTextEncoder)) {", "\n}\n", ""),
    ("(typeof FinalizationRegistry === 'undefined')", ": new", "new"),
];

/// The parts beside the engine, with the glue in its place.
fn beside(workspace: &Workspace, glue: &str) -> anyhow::Result<String> {
    let mut script = String::new();
    for name in BESIDE {
        script.push_str(&part(workspace, "engine", name)?);
    }
    let (internal, public) = exports(glue);
    let glue = replaced(glue, "export { initSync, __wbg_init as default };", "")?;
    let glue = replaced(
        &glue,
        "wasm = instance.exports;",
        "wasm = failed ? guarded(instance.exports, failed) : instance.exports;",
    )?;
    let mut glue = replaced(&glue, between(&glue, "function debugString(", "\n}\n")?, NAMED)?;
    for (start, end, instead) in FOR_OLD_BROWSERS {
        let part = between(&glue, start, end)?.to_owned();
        glue = replaced(&glue, &part, instead)?;
    }
    let glue = glue.replace("\nexport ", "\n");
    let script = replaced(&script, r#""{internal}": 0"#, &internal.join(", "))?;
    let script = replaced(&script, r#""{public}": 0"#, &public.join(", "))?;
    replaced(&script, r#""{glue}";"#, &glue)
}

/// A part of a glue, from the text that it begins with to the one that it ends with.
fn between<'a>(glue: &'a str, start: &str, end: &str) -> anyhow::Result<&'a str> {
    let rest = glue.find(start).and_then(|start| glue.get(start..));
    let length = rest.and_then(|rest| rest.find(end)).map(|found| found + end.len());
    rest.zip(length)
        .and_then(|(rest, length)| rest.get(..length))
        .ok_or_else(|| Failure::error(format!("the glue has no part “{start}”"), WASM_BINDGEN))
}

/// The names that a glue exports, but for what loads it: those for `embed.js` alone, and those of the public contract.
fn exports(glue: &str) -> (Vec<&str>, Vec<&str>) {
    let mut names: Vec<&str> = glue
        .lines()
        .filter_map(|line| {
            let rest = line.strip_prefix("export function ")?;
            rest.split(|sign: char| !sign.is_alphanumeric() && sign != '_').next()
        })
        .collect();
    names.sort_unstable();
    names.into_iter().partition(|name| INTERNAL.contains(name))
}

fn part(workspace: &Workspace, folder: &str, name: &str) -> anyhow::Result<String> {
    let path = workspace.path("static").join(folder).join(format!("{name}.js"));
    fs::read_to_string(&path).advise(path.display(), READ)
}

/// Replaces a text that has to stand there exactly once.
pub(crate) fn replaced(text: &str, from: &str, to: &str) -> anyhow::Result<String> {
    match text.matches(from).count() {
        1 => Ok(text.replacen(from, to, 1)),
        count => {
            Err(Failure::error(format!("“{from}” stands {count} times where it should once"), WASM_BINDGEN))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{exports, replaced, sum};

    #[test]
    fn exports_are_found_in_order() {
        let glue = "export function mount() {\n}\nexport function evaluate(a) {\n}\nfunction inner() {}\nexport { initSync };\n";
        assert_eq!(exports(glue), (vec!["mount"], vec!["evaluate"]));
    }

    #[test]
    fn every_byte_counts_in_the_sum() {
        let engine = [1, 0, 0, 0, 2, 0, 0, 0, 3];
        // The last four bytes are the number 0x0300_0000, and there are two whole words.
        assert_eq!(
            sum(&engine),
            0x0300_0000_i32.wrapping_mul(31).wrapping_add(1).wrapping_mul(31).wrapping_add(2)
        );
        for place in 0..engine.len() {
            let mut other = engine;
            other[place] ^= 4;
            assert_ne!(sum(&other), sum(&engine), "byte {place}");
        }
    }

    #[test]
    fn a_text_that_is_not_there_is_noticed() {
        assert_eq!(replaced("a b", "b", "c").unwrap(), "a c");
        assert!(replaced("a b b", "b", "c").is_err());
        assert!(replaced("a", "b", "c").is_err());
    }
}
