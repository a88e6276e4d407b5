//! What can be wrong with the steps of a path, taken together.

use serde::Serialize;

/// Steps of a path that do not go together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub enum PathFault {
    /// No step is work.
    NoWork,
    /// More controls than can be computed.
    TooManyControls {
        /// How many can be.
        limit: usize,
    },
    /// Two steps have the same id.
    RepeatedId,
    /// No step has the id that is named.
    UnknownStep,
    /// A step sends work forward.
    ReturnsForward,
    /// A step of work stands where a control belongs.
    NotAControl,
    /// Steps of one parallel group stand apart.
    SplitGroup,
    /// A control caught more often than it ran.
    MoreCaught,
    /// Following the backups leads back to the same control.
    CircularBackup,
    /// A control is done in the session of one that has no session of its own.
    MergedHost,
    /// Units go round so often that simulating them would not end.
    EndlessReturns,
}

impl PathFault {
    pub(super) const fn code(&self) -> &'static str {
        match self {
            Self::NoWork => "no-work",
            Self::TooManyControls { .. } => "too-many-controls",
            Self::RepeatedId => "repeated-id",
            Self::UnknownStep => "unknown-step",
            Self::ReturnsForward => "returns-forward",
            Self::NotAControl => "not-a-control",
            Self::SplitGroup => "split-group",
            Self::MoreCaught => "more-caught-than-run",
            Self::CircularBackup => "circular-backup",
            Self::MergedHost => "merged-host",
            Self::EndlessReturns => "endless-returns",
        }
    }
}
