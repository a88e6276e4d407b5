//! Set-up, serving, packing and testing of Middle Layer: `cargo xtask help` lists the commands.
//!
//! Everything that a machine may lack is installed on the way: tools once for each user, npm packages in
//! the working copy.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod archive;
mod bench;
mod browser;
mod check;
mod command;
mod deny;
mod dist;
mod failure;
mod fuzz;
mod hex;
mod integrity;
mod licences;
mod names;
mod npm;
mod order;
mod paths;
mod place;
mod port;
mod reproduce;
mod sbom;
mod scripts;
mod serve;
mod guides;
mod shipped;
mod sizes;
mod standalone;
mod steps;
mod summary;
mod test;
mod tools;
mod workspace;

use failure::Failure;
use workspace::Workspace;

#[derive(Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", about = "Sets up, serves, packs and tests Middle Layer")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build, serve on this machine, and rebuild at every change
    Serve(serve::Options),
    /// Run every check and test, or a part of them
    Test(test::Options),
    /// Write the release files to dist/ and as a zip to target/, and report their sizes
    Dist,
    /// Build the release in two other folders and compare the two byte by byte
    Reproduce,
    /// Check licences, versions and origins of all crates, and known vulnerabilities where their list can be reached
    Deny,
    /// Measure the models beside plain JavaScript, and the page beside SurveyJS
    Bench(bench::Options),
    /// Check an organisation's own file of questions; without a file, format and lints as `test --only lint` does
    Check {
        /// The instrument file (docs/instrument.md)
        file: Option<PathBuf>,
    },
    /// Write the release files without measuring them, as a build elsewhere does
    #[command(hide = true)]
    Build,
    /// Install everything that the other commands need
    SetUp,
    /// Put the scripts together in a build of Trunk, which calls this
    #[command(hide = true)]
    Assemble,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments.command) {
        Ok(code) => code,
        Err(error) => {
            failure::report(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> anyhow::Result<ExitCode> {
    let workspace = Workspace::find()?;
    match command {
        Command::Serve(options) => serve::serve(&workspace, &options)?,
        Command::Test(options) => return test::test(&workspace, &options),
        Command::Dist => dist::dist(&workspace)?,
        Command::Build => dist::build(&workspace)?,
        Command::Reproduce => reproduce::twice(&workspace)?,
        Command::Deny => deny::deny(&workspace)?,
        Command::Bench(options) => bench::bench(&workspace, &options)?,
        Command::Check { file: Some(file) } => {
            return Ok(if check::check(&file)? { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Command::Check { file: None } => {
            return test::test(&workspace, &test::Options::only(test::Part::Lint));
        }
        Command::SetUp => tools::set_up(&workspace)?,
        Command::Assemble => {
            let folder = env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
                Failure::error(
                    "TRUNK_STAGING_DIR is not set",
                    "Run `cargo xtask serve` or `cargo xtask dist`: Trunk calls this.",
                )
            })?;
            scripts::assemble(&workspace, Path::new(&folder))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
