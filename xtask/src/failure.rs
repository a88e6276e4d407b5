//! How a failing step ends: what happened, then one sentence on what to do.

use std::fmt;

/// A failure, with the one sentence that helps.
#[derive(Debug)]
pub(crate) struct Failure {
    what: String,
    advice: String,
}

impl Failure {
    /// Something that went wrong, and what to do about it.
    pub(crate) fn error(what: impl Into<String>, advice: impl Into<String>) -> anyhow::Error {
        Self { what: what.into(), advice: advice.into() }.into()
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.what)
    }
}

impl std::error::Error for Failure {}

/// Gives a failure of the standard library or of a crate its advice.
pub(crate) trait Advise<T> {
    /// Says what was being done, and what to do now that it failed.
    fn advise(self, what: impl fmt::Display, advice: impl Into<String>) -> anyhow::Result<T>;
}

impl<T, E: fmt::Display> Advise<T> for Result<T, E> {
    fn advise(self, what: impl fmt::Display, advice: impl Into<String>) -> anyhow::Result<T> {
        self.map_err(|error| Failure::error(format!("{what}: {error}"), advice))
    }
}

/// Prints a failure: the causes first, the advice last.
pub(crate) fn report(error: &anyhow::Error) {
    eprintln!();
    eprintln!("error: {error:#}");
    let advice = error.chain().find_map(|cause| cause.downcast_ref::<Failure>()).map_or(
        "Look at the lines above, mend what they name, then run the same command again.",
        |failure| failure.advice.as_str(),
    );
    eprintln!("{advice}");
}
