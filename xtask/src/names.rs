//! Short names for what the engine and the glue know each other by.
//!
//! wasm-bindgen names each import after what it does and a hash, which is sixteen random digits that no compression
//! makes shorter, once in the engine and once in the glue. Nobody else reads these names.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use crate::command::output_of;
use crate::failure::{Advise, Failure};
use crate::npm;
use crate::scripts::replaced;
use crate::workspace::Workspace;

const WASM_OPT: &str = "Delete node_modules, then run the same command again.";
const WASM_BINDGEN: &str =
    "This version of wasm-bindgen writes another text than xtask/src/names.rs knows: mend it there.";
/// What wasm-bindgen calls the glue, and what wasm-opt does.
const MODULE: (&str, &str) = ("\"./middle-layer_bg.js\": ", "a: ");

/// What wasm-opt prints about the names it shortened.
#[derive(Deserialize)]
struct Printed {
    /// The module, the name, and the new name.
    imports: Vec<(String, String, String)>,
    /// The name and the new name.
    exports: Vec<(String, String)>,
}

/// The new name of each old one.
pub(crate) struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Shortens the names in an engine. This is the last thing that wasm-opt does, and the list of wasm features, which
    /// nobody else reads, goes with it.
    pub(crate) fn shorten(workspace: &Workspace, engine: &Path) -> anyhow::Result<Self> {
        let mut command = npm::script(workspace, "binaryen/bin/wasm-opt");
        command.args(["--minify-imports-and-exports-and-modules", "--strip-target-features"]);
        command.arg(engine).arg("-o").arg(engine);
        let printed = output_of(&mut command)
            .ok_or_else(|| Failure::error("wasm-opt failed while it shortened names", WASM_OPT))?;
        let printed: Printed =
            serde_json::from_str(&printed).advise("the names that wasm-opt gave", WASM_OPT)?;
        Ok(Self {
            imports: printed.imports.into_iter().map(|(_, from, to)| (from, to)).collect(),
            exports: printed.exports.into_iter().collect(),
        })
    }

    /// Gives a script that has the glue in it the new names.
    pub(crate) fn apply(&self, script: &Path) -> anyhow::Result<()> {
        let text = fs::read_to_string(script).advise(script.display(), WASM_BINDGEN)?;
        fs::write(script, self.renamed(&replaced(&text, MODULE.0, MODULE.1)?)?)?;
        Ok(())
    }

    /// Imports are the names of fields (`name:`), exports are fields of `wasm` (`wasm.name`).
    fn renamed(&self, text: &str) -> anyhow::Result<String> {
        let mut result = String::new();
        let mut imports = 0;
        let mut rest = text;
        while let Some(start) = rest.find(in_a_name) {
            let (before, from) = rest.split_at(start);
            let (name, after) = from.split_at(from.find(|sign| !in_a_name(sign)).unwrap_or(from.len()));
            result.push_str(before);
            let import = self.imports.get(name).filter(|_| after.starts_with(':'));
            let export = self.exports.get(name).filter(|_| result.ends_with("wasm."));
            imports += usize::from(import.is_some());
            result.push_str(import.or(export).map_or(name, String::as_str));
            rest = after;
        }
        result.push_str(rest);
        if imports == self.imports.len() {
            return Ok(result);
        }
        let what = format!("{imports} imports of the engine stand in the glue, not {}", self.imports.len());
        Err(Failure::error(what, WASM_BINDGEN))
    }
}

fn in_a_name(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || matches!(sign, '_' | '$')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Names;

    fn table(names: &[(&str, &str)]) -> BTreeMap<String, String> {
        names.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
    }

    #[test]
    fn only_imports_and_exports_get_new_names() {
        let names = Names {
            imports: table(&[("__wbg_get_1", "a"), ("__wbg_get_12", "b")]),
            exports: table(&[("score", "c"), ("memory", "d")]),
        };
        let text =
            "const score = { __wbg_get_12: 1, __wbg_get_1: wasm.score(wasm.scores, wasm.memory.score) };";
        let renamed = names.renamed(text).unwrap();
        assert_eq!(renamed, "const score = { b: 1, a: wasm.c(wasm.scores, wasm.d.score) };");
        assert!(names.renamed("{ __wbg_get_1: 1 }").is_err());
    }
}
