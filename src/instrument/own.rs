//! What an organisation adds to its own questions: its words for roles, unit and rollout, and links.

use serde::Serialize;

use super::{Instrument, Role};
use crate::table::Table;

/// How many digits of a hash tell instruments apart for a reader.
const DIGITS_SHOWN: usize = 12;

/// The organisation's own words. What is empty is called as the product calls it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OwnWords {
    /// What a role is called where it is chosen.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub roles: Table<Role, String>,
    /// Who belongs to it, below that.
    #[serde(skip_serializing_if = "Table::is_empty")]
    pub role_details: Table<Role, String>,
    /// What a part of the organisation is called: "Department".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// What a rollout is called: "Programme".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rollout: String,
}

/// Where the organisation sends the person for more. Nothing here is opened or asked for unless the person does it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Links {
    /// Whom to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ask: Option<Link>,
    /// The privacy notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy: Option<Link>,
    /// Where a file of answers goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hand_in: Option<Link>,
}

/// One link.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Link {
    /// What it is called; empty where its address says enough.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its address, which [`super::shown_address`] accepts.
    pub url: String,
    /// The last day on which it is of use, as `2026-12-18`; empty where there is none.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub until: String,
}

/// Whether there is nothing in it, so that it need not be written.
pub(super) fn is_nothing<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Instrument {
    /// Whether these are the questions that come with the product, word for word.
    #[must_use]
    pub fn is_built_in(&self) -> bool {
        self.hash == Self::built_in().hash
    }

    /// The beginning of the hash, for a reader: equal questions have equal ones.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        self.hash.get(..DIGITS_SHOWN).unwrap_or(&self.hash)
    }
}
