//! Every word a person reads.
//!
//! One typed table per language. Wording is picked by the product's own enums, in exhaustive matches: a new
//! verdict, move or note without words does not compile. Nothing here computes a figure; figures arrive as
//! formatted text.

mod english;
mod flow;
mod path;
mod problems;
mod result;
mod scorecard;

pub use flow::*;
pub use path::*;
pub use problems::message as problem_message;
pub use result::*;
pub use scorecard::*;

/// What stands after the last point; all of it where there is none.
pub(crate) fn after_last_point(text: &str) -> &str {
    let mut last = text;
    for part in text.split('.') {
        last = part;
    }
    last
}

/// Texts one after the other, with `between` between two of them and `last` before the last one. The standard `join`
/// takes twice the code, for each kind of text.
pub(crate) fn joined<T: AsRef<str>>(parts: &[T], between: &str, last: &str) -> String {
    let mut text = String::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            text.push_str(if place + 1 == parts.len() { last } else { between });
        }
        text.push_str(part.as_ref());
    }
    text
}

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

    /// The words of the scorecard.
    #[must_use]
    pub const fn scorecard(self) -> &'static ScorecardWords {
        match self {
            Self::English => &english::scorecard::WORDS,
        }
    }

    /// The words of the path.
    #[must_use]
    pub const fn path(self) -> &'static PathWords {
        match self {
            Self::English => &english::path::WORDS,
        }
    }

    /// The words of a result.
    #[must_use]
    pub const fn result(self) -> &'static ResultWords {
        match self {
            Self::English => &english::RESULT,
        }
    }
}
