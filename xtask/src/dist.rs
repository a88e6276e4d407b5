//! Packing: the release files in `dist/`, the same bytes on every machine.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{announce, run};
use crate::failure::Advise;
use crate::names::Names;
use crate::scripts::{self, ENGINE, GLUE, INLINE};
use crate::tools::Builder;
use crate::workspace::Workspace;
use crate::{archive, integrity, licences, npm, order, paths, sbom, shipped, sizes, standalone};

/// Scripts that are made smaller; comments go, the names of exports stay.
const SCRIPTS: [&str; 7] = [GLUE, INLINE, "boot.js", "check.js", "embed.js", "doctor.js", "embed-page.js"];

/// Files that are copied as they are, when the working copy has them.
const COPIED: [&str; 3] = ["static/middle-layer.d.ts", "LICENSE-MIT", "LICENSE-APACHE"];

/// Only what is shorter in line is put in line: half a per cent less brotli, as fast as before.
const INLINING: &str = "\u{1f}-Cllvm-args=-inline-threshold=0";

const WRITABLE: &str =
    "Make the working copy writable, check that the disk is not full, then run the same command again.";

/// Builds the release and reports its sizes.
pub(crate) fn dist(workspace: &Workspace) -> anyhow::Result<()> {
    build(workspace)?;
    sizes(workspace)
}

/// Builds everything and puts it in `dist/`, which is replaced only when all of it worked.
pub(crate) fn build(workspace: &Workspace) -> anyhow::Result<()> {
    let builder = Builder::prepare(workspace)?;
    npm::ensure_packages(workspace)?;
    let staging = workspace.target().join("dist");

    let mut flags = paths::remapping(workspace)?;
    flags.push(INLINING);
    announce("Building the release (seconds when little changed, else about two minutes)");
    run(
        builder
            .trunk(workspace)?
            .args(["build", "--release", "--locked", "--dist"])
            .arg(&staging)
            .env("CARGO_ENCODED_RUSTFLAGS", flags)
            .env_remove("RUSTFLAGS"),
        "Mend what the compiler or Trunk names above, then run the same command again.",
    )?;
    shrink_engine(workspace, &staging)?;
    shrink_scripts(workspace, &staging)?;
    let inline = staging.join(INLINE);
    let script = fs::read_to_string(&inline).advise(inline.display(), WRITABLE)?;
    fs::write(&inline, scripts::inline(&staging, &script)?).advise(inline.display(), WRITABLE)?;
    standalone::write(&staging)?;
    for file in COPIED.map(|file| workspace.path(file)).iter().filter(|file| file.is_file()) {
        if let Some(name) = file.file_name() {
            fs::copy(file, staging.join(name)).advise(file.display(), WRITABLE)?;
        }
    }
    announce("Writing the licences and the bill of materials of what is in the release (seconds)");
    let shipped = shipped::look(workspace)?;
    licences::write(&shipped, &staging)?;
    integrity::write(&staging, &files_in(&staging)?)?;
    sbom::write(workspace, &shipped, &staging, &files_in(&staging)?)?;
    paths::refuse_machine_paths(workspace, &files_in(&staging)?)?;

    let dist = workspace.dist();
    replace(&staging, &dist).advise(dist.display(), WRITABLE)?;
    archive::write(workspace, &dist, &files_in(&dist)?)?;
    announce(format!(
        "The release is in {}, and as one file in {}",
        dist.display(),
        archive::path(workspace).display()
    ));
    Ok(())
}

/// Reports the sizes of what is in `dist/`, and fails above a limit.
pub(crate) fn sizes(workspace: &Workspace) -> anyhow::Result<()> {
    let dist = workspace.dist();
    sizes::report(workspace, &dist, &files_in(&dist)?)
}

fn shrink_engine(workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    announce("Making the engine smaller with wasm-opt (about half a minute)");
    let engine = folder.join(ENGINE);
    let before = scripts::sum_of(folder)?;
    // What this leaves out makes the file shorter and what is sent longer: 174 kB of brotli instead of 183. For the same
    // reason it aims at speed, which merges and shares less, and leaves values in the variables that the compiler has
    // given them. The lowest kilobyte of memory is the end of the stack, so no address that something is added to lies
    // there (`-lmu`).
    optimise(
        workspace,
        &engine,
        &[
            "-g",
            "-O3",
            "-lmu",
            "--converge",
            "-aimfs",
            "0",
            "-fimfs",
            "0",
            "-ocimfs",
            "0",
            "--skip-pass=local-cse",
            "--skip-pass=simplify-locals",
            "--coalesce-locals",
            "--reorder-locals",
        ],
    )?;
    let module = fs::read(&engine).advise(engine.display(), WRITABLE)?;
    fs::write(&engine, order::named(&module)?).advise(engine.display(), WRITABLE)?;
    optimise(workspace, &engine, &["--reorder-functions-by-name", "--strip-debug", "--strip-producers"])?;
    let names = Names::shorten(workspace, &engine)?;
    [GLUE, INLINE].iter().try_for_each(|script| names.apply(&folder.join(script)))?;
    scripts::refit(folder, before)
}

fn optimise(workspace: &Workspace, engine: &Path, passes: &[&str]) -> anyhow::Result<()> {
    run(
        npm::script(workspace, "binaryen/bin/wasm-opt").args(passes).arg(engine).arg("-o").arg(engine),
        "Delete node_modules, then run the same command again; if it fails again, keep `strip = \"debuginfo\"` in the release profile.",
    )
}

fn shrink_scripts(workspace: &Workspace, folder: &Path) -> anyhow::Result<()> {
    announce("Making the scripts smaller with terser (seconds)");
    for script in SCRIPTS.map(|script| folder.join(script)).iter().filter(|script| script.is_file()) {
        let mut command = npm::script(workspace, "terser/bin/terser");
        command.arg(script).args(["--compress", "passes=3,ecma=2022", "--mangle", "--output"]).arg(script);
        if script.file_name().is_some_and(|name| name == GLUE) {
            command.arg("--module");
        }
        run(&mut command, "Mend the script that is named above, then run the same command again.")?;
    }
    Ok(())
}

/// Every file below a folder, in order.
pub(crate) fn files_in(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).advise(folder.display(), WRITABLE)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_in(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Puts a folder in the place of another; they may be on different disks.
fn replace(from: &Path, to: &Path) -> anyhow::Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    for file in files_in(from)? {
        let target = to.join(file.strip_prefix(from)?);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::copy(&file, target)?;
    }
    Ok(())
}
