//! The rooms of the crate and the edges between them (see the table in `src/lib.rs`).
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom up: a room may use the rooms before it.
const ROOMS: [&str; 17] = [
    "table",
    "csv",
    "value",
    "problem",
    "json",
    "instrument",
    "incentive",
    "pace",
    "response",
    "scoring",
    "diagnosis",
    "evaluation",
    "chart",
    "session",
    "text",
    "ui",
    "embed",
];
/// The rooms that are plain Rust.
const PLAIN: usize = 15;
/// What no plain room may name: the browser, clocks and randomness.
const BROWSER: &[&str] = &[
    "yew",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_events",
    "gloo_timers",
    "gloo_utils",
    "std::time",
    "rand",
    "getrandom",
];
/// Rooms whose types pick the words; their functions compute, and `text` has no figures.
const KEYS_OF_TEXT: &[&str] =
    &["problem", "instrument", "incentive", "pace", "response", "scoring", "diagnosis", "session"];
/// A longer file has more than one idea in it.
const LONGEST_FILE: usize = 450;

struct Source {
    path: PathBuf,
    room: String,
    code: String,
    lines: usize,
}

/// Every file of `src/`, without its comments.
fn sources() -> Vec<Source> {
    fn walk(folder: &Path, root: &Path, sources: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, sources);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let inside = path.strip_prefix(root).unwrap();
                let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
                sources.push(Source {
                    room: first.trim_end_matches(".rs").to_owned(),
                    lines: text.lines().count(),
                    code: without_comments(&text),
                    path: inside.to_owned(),
                });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    walk(&root, &root, &mut sources);
    assert!(sources.len() > 20, "the sources are found");
    sources
}

fn without_comments(text: &str) -> String {
    let code = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    code.collect::<Vec<_>>().join("\n")
}

/// The paths below `crate::` that code names, with the lists in braces taken apart.
fn crate_paths(code: &str) -> Vec<String> {
    let mut paths = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        let before = code[..start].chars().next_back();
        if before
            .is_none_or(|character| !(character.is_alphanumeric() || character == '_' || character == '$'))
        {
            expand(&code[start + "crate::".len()..], "", &mut paths);
        }
    }
    paths
}

/// Reads one path, or a list of them in braces, from the start of a text; gives back what follows.
fn expand<'t>(text: &'t str, prefix: &str, paths: &mut Vec<String>) -> &'t str {
    let text = text.trim_start();
    if let Some(mut rest) = text.strip_prefix('{') {
        loop {
            rest = rest.trim_start().trim_start_matches(',').trim_start();
            if rest.is_empty() {
                return rest;
            }
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            let before = rest.len();
            rest = expand(rest, prefix, paths);
            if rest.len() == before {
                // Not a path: skip a character rather than stand still.
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    let end =
        text.find(|character: char| !(character.is_alphanumeric() || character == '_' || character == '*'));
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    match rest.strip_prefix("::") {
        Some(after) if !after.starts_with('<') => expand(after, &path, paths),
        _ => {
            if !name.is_empty() {
                paths.push(path);
            }
            match rest.trim_start().strip_prefix("as ") {
                Some(renamed) => renamed.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'),
                None => rest,
            }
        }
    }
}

#[test]
fn paths_are_taken_apart() {
    let code =
        "use crate::a::{B, c::{D, e as F}, self};\nlet x = crate::g::h(1); $crate::no::way; mycrate::no";
    assert_eq!(crate_paths(code), ["a::B", "a::c::D", "a::c::e", "a::self", "g::h"]);
}

fn place(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

#[test]
fn every_file_is_in_a_room() {
    for source in sources() {
        assert!(source.room == "lib" || place(&source.room).is_some(), "{}", source.path.display());
    }
}

#[test]
fn rooms_use_only_rooms_before_them() {
    for source in sources().iter().filter(|source| source.room != "lib") {
        let own = place(&source.room).unwrap();
        for path in crate_paths(&source.code) {
            let first = path.split("::").next().unwrap();
            let used = place(first).unwrap_or_else(|| panic!("{}: no room {path}", source.path.display()));
            assert!(used <= own, "{} uses crate::{path}", source.path.display());
        }
    }
}

#[test]
fn words_are_picked_by_types_and_know_no_figures() {
    for source in sources().iter().filter(|source| source.room == "text") {
        for path in crate_paths(&source.code) {
            let parts: Vec<&str> = path.split("::").collect();
            if parts[0] == "text" {
                continue;
            }
            assert!(KEYS_OF_TEXT.contains(&parts[0]), "{} uses crate::{path}", source.path.display());
            let is_type = parts[1..].iter().any(|part| part.starts_with(char::is_uppercase));
            assert!(is_type, "{} uses crate::{path}, which is no type", source.path.display());
        }
    }
}

#[test]
fn a_diagnosis_knows_names_and_no_wording() {
    const NAMES: [&str; 3] = ["instrument::Construct", "instrument::Facet", "instrument::Pillar"];
    for source in sources().iter().filter(|source| source.room == "diagnosis") {
        let mut used = crate_paths(&source.code).into_iter().filter(|path| path.starts_with("instrument"));
        let wording = used.find(|path| !NAMES.contains(&path.as_str()));
        assert_eq!(wording, None, "{}", source.path.display());
    }
}

#[test]
fn the_models_do_not_know_the_questionnaire() {
    for source in sources().iter().filter(|source| ["incentive", "pace"].contains(&source.room.as_str())) {
        let mut used = crate_paths(&source.code).into_iter().filter(|path| path.starts_with("instrument"));
        let asked = used.find(|path| path != "instrument::Responsibility");
        assert_eq!(asked, None, "{}", source.path.display());
    }
}

#[test]
fn a_session_has_no_words() {
    for source in sources().iter().filter(|source| source.room == "session") {
        let words = crate_paths(&source.code).into_iter().find(|path| path.starts_with("text"));
        assert_eq!(words, None, "{}", source.path.display());
    }
}

#[test]
fn plain_rooms_do_not_know_the_browser() {
    for source in sources() {
        if place(&source.room).is_none_or(|room| room >= PLAIN) {
            continue;
        }
        for name in BROWSER {
            let path = format!("{name}::");
            let used = source.code.match_indices(&path).any(|(start, _)| {
                !source.code[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            });
            assert!(!used, "{} names {name}", source.path.display());
        }
    }
}

#[test]
fn files_are_short() {
    for source in sources() {
        assert!(source.lines <= LONGEST_FILE, "{}: {} lines", source.path.display(), source.lines);
    }
}
