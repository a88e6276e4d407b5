//! Changing the path, and the way back.

use std::rc::Rc;

use super::action::Action;
use super::inventory::Inventory;
use super::reduce::Session;

/// How many changes of a path can be taken back.
const MOST_STEPS_BACK: usize = 100;

/// A path as it was; absent before it was begun.
type KeptPath = Option<Rc<Inventory>>;

/// The path as it was before each change, the last one last, and as it was before each that was taken back.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct PathHistory {
    before: Vec<KeptPath>,
    after: Vec<KeptPath>,
}

impl Session {
    /// Whether a change of the path can be taken back, and whether one that was can be done again.
    #[must_use]
    pub fn path_history(&self) -> (bool, bool) {
        (!self.path_history.before.is_empty(), !self.path_history.after.is_empty())
    }

    /// Does what an action does to the path.
    pub(super) fn change_path(&mut self, action: &Action, now: u64) {
        match action {
            Action::SetPath(path) => self.take_path(path.clone(), now),
            Action::EditPath(edit) => {
                let mut inventory = self.draft.path.value.as_deref().cloned().unwrap_or_default();
                inventory.apply(edit);
                self.take_path(Some(Rc::new(inventory)), now);
            }
            Action::UndoPath => {
                if let Some(path) = self.path_history.before.pop() {
                    let undone = self.put_path(path, now);
                    self.path_history.after.push(undone);
                }
            }
            Action::RedoPath => {
                if let Some(path) = self.path_history.after.pop() {
                    let done = self.put_path(path, now);
                    self.path_history.before.push(done);
                }
            }
            _ => {}
        }
    }

    /// Takes another path, from which there is a way back.
    fn take_path(&mut self, path: KeptPath, now: u64) {
        if path != self.draft.path.value {
            let before = self.put_path(path, now);
            let history = &mut self.path_history;
            history.before.push(before);
            if history.before.len() > MOST_STEPS_BACK {
                history.before.remove(0);
            }
            history.after.clear();
        }
    }

    /// Puts a path in the place of the one there is, which is given back.
    fn put_path(&mut self, path: KeptPath, now: u64) -> KeptPath {
        let before = self.draft.path.value.clone();
        self.change(now).path.set(path, now);
        before
    }
}
