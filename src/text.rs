//! Every word a person reads: one typed table per language, so that a missing wording does not compile.
//!
//! The tables take keys (enums of the rooms below) and finished figures as text; nothing is computed here.

mod english;
mod flow;

pub use flow::*;

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Locale {
    /// English, the complete one.
    #[default]
    English,
}

impl Locale {
    /// The language for a BCP 47 tag; English where there is none of its own.
    #[must_use]
    pub fn from_tag(_tag: &str) -> Self {
        Self::English
    }

    /// Its BCP 47 tag, for the attribute `lang`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
        }
    }

    /// The words of the screens.
    #[must_use]
    pub const fn flow(self) -> &'static FlowWords {
        match self {
            Self::English => &english::flow::WORDS,
        }
    }
}
