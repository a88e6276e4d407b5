//! What the person is told beside the questions.

use super::draft::Draft;
use super::migrate::SetAside;
use crate::problem::Problem;

/// Why the browser does not keep a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageFault {
    /// Storage is switched off, or private mode refuses it.
    Refused,
    /// There is no room left.
    Full,
}

/// Something to tell the person, until they put it away.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// A draft on this device was taken up again.
    Restored {
        /// When it was last changed.
        updated: u64,
    },
    /// Some questions of the draft have changed since.
    QuestionsChanged,
    /// A draft was not used; its text is still there.
    SetAside {
        /// Why.
        reason: SetAside,
        /// What was kept, for the person to save as a file.
        text: String,
    },
    /// The browser keeps nothing; the assessment goes on.
    NotKept(StorageFault),
    /// Everything was erased here; it can be brought back until the page is closed.
    Erased(Box<Draft>),
    /// Everything was erased in another tab.
    ErasedElsewhere,
    /// A file could not be opened.
    FileRefused(Vec<Problem>),
    /// A file was opened.
    FileOpened,
}
