//! Everything that can happen in a sitting.

use super::draft::Draft;
use super::notice::{Notice, StorageFault};
use super::place::Place;
use super::presets::Presets;
use crate::instrument::{Form, Role};
use crate::response::{Answer, Pilot, Response};

/// One thing that happened. Those that change the draft carry the time, in milliseconds since 1970.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The person goes to a screen.
    Go(Place, u64),
    /// The person presses Next on a page; open questions are named once before it goes on.
    Next(u64),
    /// The person goes on without answering what is open.
    NextAnyway(u64),
    /// A role was chosen.
    SetRole(Role, u64),
    /// A form was chosen.
    SetForm(Form, u64),
    /// A unit was named; an empty text takes it back.
    SetUnit(String, u64),
    /// The pilot question was answered.
    SetPilot(Pilot, u64),
    /// The rollout was named; an empty text takes it back.
    SetRollout(String, u64),
    /// An option was put at the end of the ranking.
    Rank(String, u64),
    /// An option was taken out of the ranking.
    Unrank(String, u64),
    /// An option was moved one place up.
    RankHigher(String, u64),
    /// An item was answered, or its answer was cleared.
    SetAnswer(String, Option<Answer>, u64),
    /// The person chose whether anything is kept on this device.
    Keep(bool),
    /// A kept draft was found, at the start or because another tab saved.
    Merge(Box<Draft>),
    /// The kept draft is gone because another tab erased it. Carries a fresh random id.
    ErasedElsewhere(String),
    /// The person erases everything. Carries a fresh random id.
    Erase(String),
    /// The person brings back what was just erased.
    BringBack(Box<Draft>, u64),
    /// The person starts over. Carries a fresh random id.
    StartOver(String, u64),
    /// A response file was opened.
    Open(Box<Response>, u64),
    /// The draft was written, or why not.
    Kept(Result<(), StorageFault>),
    /// Something to tell.
    Tell(Notice),
    /// A notice was put away.
    PutAway(usize),
    /// The host page changed its settings.
    Preset(Presets),
}
