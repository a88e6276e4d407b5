//! A response as data.

use serde::{Serialize, Serializer};

use crate::incentive::IncentiveInput;
use crate::instrument::{Form, Role};
use crate::json::Writer;
use crate::pace::PathInput;
use crate::table::Table;

/// The value of the field `format` of a response file.
pub const FORMAT: &str = "middle-layer/response";
/// The version of the response format that this crate writes and reads.
pub const VERSION: u32 = 1;

/// An answer that was given. No answer is the absence of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// 1 to 5, as shown.
    Rating(u8),
    /// "Does not apply / I cannot say".
    NotApplicable,
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Rating(rating) => serializer.serialize_u8(*rating),
            Self::NotApplicable => serializer.serialize_str("na"),
        }
    }
}

impl Answer {
    /// The answer that this JSON value stands for: a whole number from 1 to 5, or `"na"`.
    #[must_use]
    pub fn from_value(value: &crate::value::Value) -> Option<Self> {
        if value.as_str() == Some("na") {
            return Some(Self::NotApplicable);
        }
        // A number from a browser may arrive as 4.0.
        [1_u8, 2, 3, 4, 5]
            .into_iter()
            .find(|&rating| value.as_f64() == Some(f64::from(rating)))
            .map(Self::Rating)
    }

    /// Writes the JSON value that stands for it.
    pub(crate) fn write(self, out: &mut Writer) {
        match self {
            Self::Rating(rating) => out.whole(rating.into()),
            Self::NotApplicable => out.text("na"),
        };
    }
}

/// Whether the pilot met its goals (context question CX1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Pilot {
    /// It did.
    Yes,
    /// Some of them.
    Partly,
    /// It did not.
    No,
    /// The person does not know.
    Unknown,
}

impl Pilot {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Yes, Self::Partly, Self::No, Self::Unknown];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Partly => "partly",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }

    /// The answer with this public id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pilot| pilot.id() == id)
    }
}

/// Which questions were answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InstrumentReference {
    /// Which instrument.
    pub id: String,
    /// Which version of it.
    pub version: String,
    /// The hash of its wording.
    pub hash: String,
}

/// How long one page of items was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PageTime {
    /// Items on the page.
    pub items: u32,
    /// Whole seconds.
    pub seconds: u32,
}

/// What one person answered; also the file a respondent saves (`*.middle-layer.json`). CONTRACT 2. The inputs of the
/// models are written by [`super::write`] alone.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Response {
    /// [`FORMAT`].
    pub format: String,
    /// [`VERSION`].
    pub version: u32,
    /// Which questions were answered.
    pub instrument: InstrumentReference,
    /// 128 random bits in hex; says nothing about the person.
    pub id: String,
    /// The facilitator's label of the rollout.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rollout: Option<String>,
    /// Who answered.
    pub role: Role,
    /// How much was asked.
    pub form: Form,
    /// The part of the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Whether the pilot met its goals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pilot: Option<Pilot>,
    /// Item id to answer; an item without one is absent.
    pub answers: Table<String, Answer>,
    /// Option ids of the ranking, the most important first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<Vec<String>>,
    /// How long each page of items was open, in presentation order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<Vec<PageTime>>,
    /// ISO week, for example `2026-W48`; no clock time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<String>,
    /// What the person is rewarded for; only where the person agreed to hand it on.
    #[serde(skip)]
    pub incentive: Option<IncentiveInput>,
    /// The approval path; only where the person agreed to hand it on.
    #[serde(skip)]
    pub path: Option<PathInput>,
}
