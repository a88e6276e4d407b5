//! `cargo xtask test`: every check and test, one after the other, and one summary.

use std::fs;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use crate::browser::{CHROME, FIREFOX};
use crate::failure::Advise;
use crate::steps::{self, Counts};
use crate::summary::Summary;
use crate::workspace::Workspace;
use crate::{deny, dist, fuzz, npm, reproduce, tools};

/// What `cargo xtask test` can be told.
#[derive(Args)]
pub(crate) struct Options {
    /// Run one part only
    #[arg(long)]
    only: Option<Part>,
    /// Test the dist/ that is there instead of building it
    #[arg(long)]
    no_build: bool,
    /// Further arguments for the runner of the part, such as a file or a name to search for
    #[arg(last = true, requires = "only")]
    rest: Vec<String>,
}

impl Options {
    /// One part of the run, with nothing else special.
    pub(crate) fn only(part: Part) -> Self {
        Self { only: Some(part), no_build: false, rest: Vec::new() }
    }
}

/// A part of the run.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Format, clippy, the types, and the crates that are used
    Lint,
    /// The tests of the Rust code
    Native,
    /// The fuzz targets, for a bounded number of runs
    Fuzz,
    /// The packed engine in Node
    Engine,
    /// The packed pages in a browser
    Pages,
    /// The release built once more, in another folder: the same bytes
    Release,
}

/// Runs what the options ask for. A failing step does not keep the next from running, unless that one needs it.
pub(crate) fn test(workspace: &Workspace, options: &Options) -> anyhow::Result<ExitCode> {
    let wants = |part: Part| options.only.is_none_or(|only| only == part);
    let rest = options.rest.as_slice();
    prepare(workspace, options.only.is_none(), &wants)?;

    let mut summary = Summary::default();
    if wants(Part::Lint) {
        summary.step("format", || steps::format(workspace));
        summary.step("clippy, native", || steps::clippy_native(workspace));
        summary.step("clippy, WebAssembly", || steps::clippy_wasm(workspace));
        summary.step("types", || steps::types(workspace));
        summary.step("crates", || deny::crates(workspace));
        summary.step("known vulnerabilities", || deny::advisories(workspace));
    }
    if wants(Part::Native) {
        summary.step("native tests", || steps::native(workspace, rest));
    }
    if wants(Part::Fuzz) {
        summary.step("fuzz targets", || fuzz::fuzz(workspace, rest));
    }
    if wants(Part::Engine) || wants(Part::Pages) || wants(Part::Release) {
        let built = options.no_build
            || summary.step("release build", || dist::build(workspace).map(|()| Counts::ONE));
        if built {
            summary.step("sizes", || dist::sizes(workspace).map(|()| Counts::ONE));
            if wants(Part::Engine) {
                summary.step("engine tests in Node", || steps::engine(workspace, rest));
            }
            if wants(Part::Pages) {
                summary.step("page tests", || steps::pages(workspace, rest));
            }
            if wants(Part::Release) {
                summary.step("built elsewhere", || reproduce::against_dist(workspace).map(|()| Counts::ONE));
            }
        } else {
            summary.not_run("tests of the release", "there is no release to test");
        }
    }
    let passed = summary.print(&workspace.results())?;
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Installs what the parts need, so that a missing tool shows before a long build.
fn prepare(workspace: &Workspace, whole: bool, wants: &dyn Fn(Part) -> bool) -> anyhow::Result<()> {
    let results = workspace.results();
    if whole && results.exists() {
        fs::remove_dir_all(&results).advise(results.display(), "Make the working copy writable.")?;
    }
    fs::create_dir_all(&results).advise(results.display(), "Make the working copy writable.")?;
    if wants(Part::Fuzz) {
        fuzz::ensure_compiler()?;
    }
    if wants(Part::Lint) {
        tools::ensure_linters(workspace.root())?;
        tools::ensure_wasm_target(workspace.root())?;
        tools::ensure_cargo_deny()?;
    }
    if wants(Part::Lint) || wants(Part::Engine) || wants(Part::Pages) {
        npm::ensure_packages(workspace)?;
    }
    if wants(Part::Pages) {
        CHROME.ensure()?;
        FIREFOX.ensure()?;
    }
    Ok(())
}
