//! What can be wrong with an input, and where.
//!
//! A problem is a place and a [`Fault`]; the room [`crate::text`] words it. One input can have several:
//! every reader collects all of them before it gives up.

mod path_fault;
mod reader;

pub use path_fault::PathFault;
pub use reader::{LONGEST_ID, MOST_PROBLEMS, Reader, beginning, child, is_id, shorten};

use serde::Serialize;

/// One thing that is wrong with an input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Problem {
    /// Where: field names and list positions joined by dots, for example `answers.SIG9` or `pages.2.seconds`.
    /// Empty for the input as a whole.
    pub path: String,
    /// What.
    pub fault: Fault,
}

/// What is wrong. [`Fault::code`] is the stable public name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub enum Fault {
    /// The file is larger than any response can be.
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// The text is not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Lists or objects are nested deeper than any valid input.
    TooDeep,
    /// A value that JSON cannot hold, such as a function or `NaN`.
    NotPlainData,
    /// Something else than what belongs there.
    WrongType {
        /// What belongs there.
        expected: Expected,
    },
    /// A required field is absent.
    Missing,
    /// The file is of another kind.
    UnknownFormat {
        /// What the field `format` holds, shortened.
        found: String,
    },
    /// The format is known, this version of it is not.
    UnknownVersion {
        /// What the field `version` holds, shortened.
        found: String,
    },
    /// The answers belong to another set of questions.
    OtherInstrument {
        /// Its id, shortened.
        found: String,
    },
    /// No item has this id.
    UnknownItem,
    /// The item exists, but this role is not asked it.
    ItemOfAnotherRole,
    /// The item exists, but not on this form.
    ItemOfAnotherForm,
    /// An answer that is none of 1 to 5 and "na".
    NotAnAnswer,
    /// No option of the ranking has this id.
    UnknownOption,
    /// The same option stands twice in the ranking.
    RepeatedOption,
    /// More options than may be ranked.
    TooManyOptions {
        /// How many may be.
        limit: usize,
    },
    /// "Nothing slows it" stands beside other options.
    ExclusiveOption,
    /// A word that is not in the list of possible ones.
    UnknownValue {
        /// The possible ones.
        allowed: Vec<&'static str>,
    },
    /// A number outside its range.
    OutOfRange {
        /// Smallest allowed.
        minimum: f64,
        /// Largest allowed.
        maximum: f64,
    },
    /// A text that is longer than allowed.
    TooLong {
        /// Largest number of characters.
        limit: usize,
    },
    /// A text that is not of the form its field asks for, such as an ISO week.
    WrongForm,
    /// A field that no input of this kind has.
    UnknownField,
    /// The lower end of an interval lies above its upper end.
    ReversedInterval,
    /// More entries than a list may have.
    TooMany {
        /// How many may be.
        limit: usize,
    },
    /// Steps of a path that do not go together.
    Path(PathFault),
    /// In a scorecard: no responsibility has any weight.
    NoWeight,
    /// In an instrument: the same id stands twice where it may stand once.
    RepeatedItem,
    /// In an instrument: an item or a wording that no page shows to anybody.
    NeverShown,
    /// In an instrument: a list of another length than it must have.
    WrongCount {
        /// How many there must be.
        expected: usize,
        /// How many there are.
        found: usize,
    },
    /// In an instrument: two items that are compared as opposites do not have opposite keys.
    NotOpposite {
        /// The other item of the pair.
        other: String,
    },
    /// In an instrument: the id of the one that comes with the product, with other questions.
    ReservedId,
    /// In an instrument: an address that is not plainly one of `https:` or `mailto:`.
    NotALink,
}

/// The type that belongs in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Expected {
    /// A JSON object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    Flag,
}

impl Problem {
    /// A problem at a place.
    #[must_use]
    pub fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self { path: path.into(), fault }
    }
}

impl Fault {
    /// The stable public code, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::NotJson { .. } => "not-json",
            Self::TooDeep => "too-deep",
            Self::NotPlainData => "not-plain-data",
            Self::WrongType { .. } => "wrong-type",
            Self::Missing => "missing",
            Self::UnknownFormat { .. } => "unknown-format",
            Self::UnknownVersion { .. } => "unknown-version",
            Self::OtherInstrument { .. } => "other-instrument",
            Self::UnknownItem => "unknown-item",
            Self::ItemOfAnotherRole => "item-of-another-role",
            Self::ItemOfAnotherForm => "item-of-another-form",
            Self::NotAnAnswer => "not-an-answer",
            Self::UnknownOption => "unknown-option",
            Self::RepeatedOption => "repeated-option",
            Self::TooManyOptions { .. } => "too-many-options",
            Self::ExclusiveOption => "exclusive-option",
            Self::UnknownValue { .. } => "unknown-value",
            Self::OutOfRange { .. } => "out-of-range",
            Self::TooLong { .. } => "too-long",
            Self::WrongForm => "wrong-form",
            Self::UnknownField => "unknown-field",
            Self::ReversedInterval => "reversed-interval",
            Self::TooMany { .. } => "too-many",
            Self::Path(fault) => fault.code(),
            Self::NoWeight => "no-weight",
            Self::RepeatedItem => "repeated-item",
            Self::NeverShown => "never-shown",
            Self::WrongCount { .. } => "wrong-count",
            Self::NotOpposite { .. } => "not-opposite",
            Self::ReservedId => "reserved-id",
            Self::NotALink => "not-a-link",
        }
    }
}
