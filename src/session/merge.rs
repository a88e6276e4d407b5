//! One sitting in two tabs: the newest value of each field holds.
//!
//! Merging is commutative, associative and idempotent, so tabs that keep merging what the other one saved end
//! with the same draft and then stop writing.

use super::draft::{Draft, Stamped};
use super::inventory;
use crate::incentive;
use crate::json::Writer;
use crate::table::Table;

impl Draft {
    /// Takes from another draft of the same sitting whatever is newer there. The place stays: each tab has its
    /// own. A draft that was started over later replaces the older one whole.
    pub fn merge(&mut self, other: &Self) {
        if self.generation != other.generation {
            if other.generation > self.generation {
                *self = other.clone();
            }
            return;
        }
        newest(&mut self.rollout, &other.rollout);
        newest(&mut self.role, &other.role);
        newest(&mut self.form, &other.form);
        newest(&mut self.unit, &other.unit);
        newest(&mut self.pilot, &other.pilot);
        newest(&mut self.attribution, &other.attribution);
        for (item, answer) in &other.answers {
            newest(self.answers.or_default(item.clone()), answer);
        }
        newer(&mut self.scorecard, &other.scorecard, incentive::write);
        newer(&mut self.path, &other.path, |path, out| match path {
            Some(path) => inventory::write(path, out),
            None => drop(out.null()),
        });
        newest(&mut self.shared, &other.shared);
        longest(&mut self.seconds, &other.seconds);
        self.id = std::cmp::min(&self.id, &other.id).clone();
        self.updated = self.updated.max(other.updated);
    }

    /// Whether two drafts say the same, wherever the tabs stand and whenever they were saved.
    #[must_use]
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let mut moved = other.clone();
        moved.place = self.place;
        moved.updated = self.updated;
        *self == moved
    }
}

fn newest<T: Clone + Ord>(mine: &mut Stamped<T>, theirs: &Stamped<T>) {
    // Two tabs may stamp the same millisecond; the larger value then holds in both.
    if (theirs.at, &theirs.value) > (mine.at, &mine.value) {
        *mine = theirs.clone();
    }
}

/// As [`newest`], for what has no order: of the same millisecond, the one whose text comes later.
fn newer<T: Clone>(mine: &mut Stamped<T>, theirs: &Stamped<T>, write: fn(&T, &mut Writer)) {
    let text = |value: &T| {
        let mut out = Writer::compact();
        write(value, &mut out);
        out.finish()
    };
    if theirs.at > mine.at || (theirs.at == mine.at && text(&theirs.value) > text(&mine.value)) {
        *mine = theirs.clone();
    }
}

fn longest(mine: &mut Table<String, u32>, theirs: &Table<String, u32>) {
    for (page, seconds) in theirs {
        let known = mine.or_default(page.clone());
        *known = (*known).max(*seconds);
    }
}
