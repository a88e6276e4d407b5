//! `THIRD-PARTY-LICENCES.txt`: the licences of everything in a release that is not our own.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::failure::{Advise, Failure};
use crate::scripts::VERSION;
use crate::shipped::{Shipped, licence_files, offers};

pub(crate) const FILE: &str = "THIRD-PARTY-LICENCES.txt";

/// The licence of Rust's standard library, with what is inside it: compiler-builtins, and tables of Unicode.
pub(crate) const RUST: &str =
    "(MIT OR Apache-2.0) AND MIT AND Apache-2.0 WITH LLVM-exception AND Unicode-3.0";

const APACHE: &str = include_str!("../licences/apache-2.0.txt");
const OF_RUST: [&str; 4] = [
    include_str!("../licences/rust-mit.txt"),
    APACHE,
    include_str!("../licences/rust-llvm-exception.txt"),
    include_str!("../licences/rust-unicode.txt"),
];

/// Licence texts, each once, with whom it is for.
#[derive(Default)]
struct Texts {
    texts: Vec<(String, Vec<String>)>,
}

impl Texts {
    /// Keeps a text for somebody and gives its number. Texts that differ in white space only are the same.
    fn keep(&mut self, text: &str, whom: &str) -> usize {
        let same = |known: &str| known.split_whitespace().eq(text.split_whitespace());
        if let Some(at) = self.texts.iter().position(|(known, _)| same(known)) {
            if let Some((_, all)) =
                self.texts.get_mut(at).filter(|(_, all)| all.iter().all(|one| one != whom))
            {
                all.push(whom.to_owned());
            }
            return at + 1;
        }
        self.texts.push((tidy(text), vec![whom.to_owned()]));
        self.texts.len()
    }
}

/// The same line ends everywhere, and no white space at the end of a line or around the text.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// Writes the file into the folder of a release.
pub(crate) fn write(shipped: &Shipped, folder: &Path) -> anyhow::Result<()> {
    let mut texts = Texts::default();
    let mut list = String::new();
    let mut line = |name: &str, licence: &str, numbers: &[usize], note: &str| {
        let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        let _ = writeln!(list, "{name:<32} {licence}\n{:<32} texts: {}{note}", "", numbers.join(", "));
    };
    for one in &shipped.crates {
        let (name, version) = &one.id;
        let whom = format!("{name} {version}");
        let mut numbers = Vec::new();
        for file in licence_files(&one.folder)? {
            let text = fs::read_to_string(&file).advise(file.display(), "Run `cargo fetch` again.")?;
            numbers.push(texts.keep(&text, &whom));
        }
        let mut note = "";
        if numbers.is_empty() {
            if !offers(&one.licence, "Apache-2.0") {
                return Err(Failure::error(
                    format!("{whom} ({}) comes without the text of its licence", one.licence),
                    "Leave this crate out, or teach xtask/src/licences.rs where its text is.",
                ));
            }
            numbers.push(texts.keep(APACHE, &whom));
            note = " (its package has no text; used under Apache-2.0)";
        }
        line(&whom, &one.licence, &numbers, note);
    }
    let whom = format!("Rust standard library {}", shipped.rust);
    let numbers = OF_RUST.map(|text| texts.keep(text, &whom));
    line(&whom, RUST, &numbers, "");

    let mut file = format!(
        "Middle Layer {VERSION}: the licences of what is in it and not our own\n\n\
         Middle Layer itself is under MIT or Apache-2.0, at your option: see LICENSE-MIT and LICENSE-APACHE.\n\
         The engine (middle-layer_bg.wasm; also inside middle-layer-inline.js and standalone.html) is compiled from the\n\
         crates below and from Rust's standard library. wasm-bindgen also wrote the part of middle-layer.js,\n\
         middle-layer-inline.js and standalone.html that connects the engine with the browser. There is nothing else of\n\
         other people in these files. The numbers are those of the texts that follow.\n\n{list}"
    );
    for (at, (text, whom)) in texts.texts.iter().enumerate() {
        let rule = "=".repeat(100);
        let _ = write!(file, "\n{rule}\nText {}: {}\n{rule}\n\n{text}\n", at + 1, whom.join(", "));
    }
    let path = folder.join(FILE);
    fs::write(&path, file).advise(path.display(), "Make the working copy writable.")
}

#[cfg(test)]
mod tests {
    use super::{Texts, tidy};

    #[test]
    fn a_text_that_several_use_stands_once() {
        let mut texts = Texts::default();
        assert_eq!(texts.keep("One  text\n", "a"), 1);
        assert_eq!(texts.keep("Another", "a"), 2);
        assert_eq!(texts.keep("One\r\ntext", "b"), 1);
        assert_eq!(texts.keep("One text", "b"), 1);
        assert_eq!(texts.texts[0].1, ["a", "b"]);
    }

    #[test]
    fn lines_end_alike() {
        assert_eq!(tidy("\u{feff}\n  a \r\nb\t\n\n"), "  a\nb");
    }
}
