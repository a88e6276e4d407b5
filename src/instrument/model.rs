//! The words of the field: roles, forms, constructs, facets, pillars, items.

use serde::Serialize;

use super::own::{Links, OwnWords, is_nothing};
use crate::table::Table;

/// Who answers. SCIENCE, opening: M, X, F.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Directors, senior managers, managers and functional leaders in the middle of the organisation.
    Manager,
    /// The executives above them.
    Executive,
    /// The people who do the work below them.
    Frontline,
}

impl Role {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Manager, Self::Executive, Self::Frontline];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Executive => "executive",
            Self::Frontline => "frontline",
        }
    }

    /// The role with this public id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// How much is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Every item of the role.
    Full,
    /// Ten or twelve items.
    Pulse,
}

impl Form {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Full, Self::Pulse];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Pulse => "pulse",
        }
    }

    /// The form with this public id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }
}

/// What a group of items measures. SCIENCE 1.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Construct {
    /// The rollout shows the symptoms of slowing after the pilot.
    #[serde(rename = "SIG")]
    StallSignal,
    /// How far slow scaling is explained by people rather than by structure. A belief of executives.
    #[serde(rename = "ATT")]
    CulturalAttribution,
    /// How much harder each of the six accountabilities became.
    #[serde(rename = "FRI")]
    Friction,
    /// How far targets and rewards punish the rollout or its transition.
    #[serde(rename = "INC")]
    IncentiveConflict,
    /// How far nobody is answerable for the results.
    #[serde(rename = "ACC")]
    MissingAccountability,
    /// How far performance is still measured as before the pilot.
    #[serde(rename = "MEA")]
    UnchangedMeasurement,
    /// How slow and crowded decisions are, and how unclear the right to decide.
    #[serde(rename = "DEC")]
    DecisionLatency,
    /// How far checks preserve certainty instead of finding problems.
    #[serde(rename = "CTL")]
    ControlWithoutValue,
    /// How much extra handling the new workflow creates.
    #[serde(rename = "EXC")]
    ExceptionBurden,
    /// How far the rollout competes with the job rather than being part of it.
    #[serde(rename = "MAN")]
    ThreatRatherThanMandate,
    /// How far the tool weakens know-how, judgment and say.
    #[serde(rename = "AUT")]
    ExpertiseThreat,
    /// Training, communication, concerns and fear of change. Has facets, no score of its own.
    #[serde(rename = "CUL")]
    Readiness,
}

impl Construct {
    /// All, in the order of SCIENCE 1.2.
    pub const ALL: [Self; 12] = [
        Self::StallSignal,
        Self::CulturalAttribution,
        Self::Friction,
        Self::IncentiveConflict,
        Self::MissingAccountability,
        Self::UnchangedMeasurement,
        Self::DecisionLatency,
        Self::ControlWithoutValue,
        Self::ExceptionBurden,
        Self::ThreatRatherThanMandate,
        Self::ExpertiseThreat,
        Self::Readiness,
    ];

    /// The public id, for example `INC`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::StallSignal => "SIG",
            Self::CulturalAttribution => "ATT",
            Self::Friction => "FRI",
            Self::IncentiveConflict => "INC",
            Self::MissingAccountability => "ACC",
            Self::UnchangedMeasurement => "MEA",
            Self::DecisionLatency => "DEC",
            Self::ControlWithoutValue => "CTL",
            Self::ExceptionBurden => "EXC",
            Self::ThreatRatherThanMandate => "MAN",
            Self::ExpertiseThreat => "AUT",
            Self::Readiness => "CUL",
        }
    }

    /// The construct with this public id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|construct| construct.id() == id)
    }
}

/// A part of readiness. SCIENCE 1.2, CUL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Facet {
    /// Worries about jobs, and whether they are answered.
    Concerns,
    /// Whether people were trained for their tasks.
    Training,
    /// Whether people know why, and in time.
    Communication,
    /// Whether people would rather keep the old way.
    Fear,
}

impl Facet {
    /// All, in the essay's order (SCIENCE 5.2).
    pub const ALL: [Self; 4] = [Self::Concerns, Self::Training, Self::Communication, Self::Fear];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Concerns => "concerns",
            Self::Training => "training",
            Self::Communication => "communication",
            Self::Fear => "fear",
        }
    }

    /// The facet with this public id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.id() == id)
    }
}

/// One of the four pillars of structural friction. SCIENCE 2.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Pillar {
    /// P1: what managers are judged on.
    Incentives,
    /// P2: who answers for the rollout.
    Accountability,
    /// P3: who may decide, and how many approvals it takes.
    DecisionRights,
    /// P4: what the rollout adds to the daily work.
    OperatingBurden,
}

impl Pillar {
    /// All, P1 to P4.
    pub const ALL: [Self; 4] =
        [Self::Incentives, Self::Accountability, Self::DecisionRights, Self::OperatingBurden];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Incentives => "incentives",
            Self::Accountability => "accountability",
            Self::DecisionRights => "decisionRights",
            Self::OperatingBurden => "operatingBurden",
        }
    }

    /// The pillar with this public id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pillar| pillar.id() == id)
    }

    /// The constructs it is the mean of, in the order of SCIENCE 2.1.
    #[must_use]
    pub const fn constructs(self) -> &'static [Construct] {
        match self {
            Self::Incentives => &[Construct::IncentiveConflict, Construct::UnchangedMeasurement],
            Self::Accountability => &[Construct::MissingAccountability, Construct::ThreatRatherThanMandate],
            Self::DecisionRights => &[Construct::DecisionLatency, Construct::ControlWithoutValue],
            Self::OperatingBurden => {
                &[Construct::Friction, Construct::ExceptionBurden, Construct::ExpertiseThreat]
            }
        }
    }
}

/// One of the six accountabilities of a manager; the facets of [`Construct::Friction`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Responsibility {
    /// Keeping service levels.
    Service,
    /// Hitting operating targets.
    Operations,
    /// Keeping the team engaged.
    Engagement,
    /// Meeting compliance rules.
    Compliance,
    /// Staying within budget.
    Budget,
    /// Keeping risks under control.
    Risk,
}

impl Responsibility {
    /// All six, in the order they are asked.
    pub const ALL: [Self; 6] =
        [Self::Service, Self::Operations, Self::Engagement, Self::Compliance, Self::Budget, Self::Risk];

    /// The public id, which is also the facet of its item.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Operations => "operations",
            Self::Engagement => "engagement",
            Self::Compliance => "compliance",
            Self::Budget => "budget",
            Self::Risk => "risk",
        }
    }
}

/// Which way agreement points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Key {
    /// Agreeing raises the barrier score.
    #[serde(rename = "+")]
    Positive,
    /// Agreeing lowers it: the raw answer is reversed.
    #[serde(rename = "-")]
    Negative,
}

impl Key {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Positive, Self::Negative];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Positive => "+",
            Self::Negative => "-",
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Public id, for example `SIG1`.
    pub id: String,
    /// What it measures.
    pub construct: Construct,
    /// The part of the construct: a [`Facet`] of readiness, a [`Responsibility`] of friction, or `global`.
    pub facet: Option<String>,
    /// Which way agreement points.
    pub key: Key,
    /// Its answer scale, `A5` or `E5`.
    pub scale: String,
    /// The wording for each role that is asked it.
    pub text: Table<Role, String>,
}

/// What kind of explanation an option of the ranking is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AttributionClass {
    /// People: worries, training, reasons, unease.
    Cultural,
    /// Structure: goals, accountability, approvals, rights to decide.
    Structural,
    /// Technology, business case, nothing.
    Other,
}

impl AttributionClass {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Cultural, Self::Structural, Self::Other];

    /// The public id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cultural => "cultural",
            Self::Structural => "structural",
            Self::Other => "other",
        }
    }
}

/// One option of the attribution ranking (R1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttributionOption {
    /// Public id, for example `c2`.
    pub id: String,
    /// What kind of explanation it is.
    pub class: AttributionClass,
    /// Its wording.
    pub text: String,
}

/// The attribution ranking: a question and its options.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Attribution {
    /// The question.
    pub question: String,
    /// What can be picked.
    pub options: Vec<AttributionOption>,
}

/// The name and meaning of a construct, for a reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ConstructText {
    /// A short name.
    pub name: String,
    /// One sentence.
    pub definition: String,
}

/// All that is asked. The file `static/instrument.json` has this form, less `hash`, `words` and `links`.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Instrument {
    /// Which instrument.
    pub id: String,
    /// Which version of it.
    pub version: String,
    /// SHA-256, in hex, of its canonical form (RFC 8785) without this field.
    pub hash: String,
    /// The language of its wording.
    pub locale: String,
    /// Its title.
    pub title: String,
    /// The five labels of each scale, from 1 to 5.
    pub scales: Table<String, Vec<String>>,
    /// The label of "does not apply" on each scale.
    pub not_applicable: Table<String, String>,
    /// Name and meaning of each construct.
    pub constructs: Table<Construct, ConstructText>,
    /// Every item.
    pub items: Vec<Item>,
    /// The attribution ranking.
    pub attribution: Attribution,
    /// Pages of item ids for each form and role; the ranking's page is `R1`.
    pub order: Table<Form, Table<Role, Vec<Vec<String>>>>,
    /// The organisation's own words.
    #[serde(skip_serializing_if = "is_nothing")]
    pub words: OwnWords,
    /// Where the organisation sends the person for more.
    #[serde(skip_serializing_if = "is_nothing")]
    pub links: Links,
}
