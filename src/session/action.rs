//! Everything that can happen in a sitting.

use std::rc::Rc;

use super::draft::Draft;
use super::inventory::{Edit, Inventory};
use super::notice::{Notice, StorageFault};
use super::place::Place;
use super::presets::Presets;
use super::scorecard::{ScoreList, Shareable};
use crate::incentive::Parameter;
use crate::instrument::{Form, Responsibility, Role};
use crate::response::{Answer, Pilot, Response};

/// One thing that happened.
#[derive(Debug, PartialEq)]
pub enum Action {
    /// The person goes to a screen.
    Go(Place),
    /// The person presses Next on a page; open questions are named once before it goes on.
    Next,
    /// The person goes on without answering what is open.
    NextAnyway,
    /// A role was chosen.
    SetRole(Role),
    /// A form was chosen.
    SetForm(Form),
    /// A unit was named; an empty text takes it back.
    SetUnit(String),
    /// The pilot question was answered.
    SetPilot(Pilot),
    /// The rollout was named; an empty text takes it back.
    SetRollout(String),
    /// An option was put at the end of the ranking.
    Rank(String),
    /// An option was taken out of the ranking.
    Unrank(String),
    /// An option was moved one place up.
    RankHigher(String),
    /// An item was answered, or its answer was cleared.
    SetAnswer(String, Option<Answer>),
    /// The person chose whether anything is kept on this device.
    Keep(bool),
    /// A kept draft was found, at the start or because another tab saved.
    Merge(Box<Draft>),
    /// The kept draft is gone because another tab erased it. Carries a fresh random id.
    ErasedElsewhere(String),
    /// The person erases everything. Carries a fresh random id.
    Erase(String),
    /// The person brings back what was just erased.
    BringBack(Box<Draft>),
    /// The person starts over. Carries a fresh random id.
    StartOver(String),
    /// A response file was opened.
    Open(Box<Response>),
    /// A draft that was saved as a file was opened.
    OpenDraft(Box<Draft>),
    /// The draft was written, or why not.
    Kept(Result<(), StorageFault>),
    /// A figure of the scorecard was chosen, or taken back.
    SetScore(ScoreList, Responsibility, Option<f64>),
    /// One of the other questions of the scorecard was answered, or its answer taken back.
    SetParameter(Parameter, Option<f64>),
    /// All figures of the scorecard are taken back.
    ClearScorecard,
    /// The path was changed, begun, or put away for another one.
    SetPath(Option<Rc<Inventory>>),
    /// The person did something to the path.
    EditPath(Edit),
    /// The path as it was before the last change.
    UndoPath,
    /// The path as it was before that was taken back.
    RedoPath,
    /// The person chose whether a model goes into the response file.
    Share(Shareable, bool),
    /// Something to tell.
    Tell(Rc<Notice>),
    /// A notice was put away.
    PutAway(usize),
    /// The host page changed its settings.
    Preset(Presets),
}
