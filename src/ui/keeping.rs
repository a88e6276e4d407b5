//! Keeping the draft on the device, where another tab may do the same.

use super::host::Slot;
use super::sitting::Sitting;
use crate::session::{Action, Draft, Reading, read_draft};

/// Writes the draft, unless another tab has saved something newer: that is taken in first.
pub(super) fn keep(sitting: &Sitting) {
    let mine = &sitting.session().draft;
    if let Some(stored) = stored_draft(sitting) {
        let mut merged = mine.clone();
        merged.merge(&stored);
        if !merged.says_the_same_as(mine) {
            sitting.act(Action::Merge(Box::new(stored)));
            return;
        }
    }
    let outcome = sitting.host.write(Slot::Draft, &mine.to_text());
    if sitting.session().kept != Some(outcome) {
        sitting.act(Action::Kept(outcome));
    }
}

fn stored_draft(sitting: &Sitting) -> Option<Draft> {
    let text = sitting.host.read(Slot::Draft).ok()??;
    match read_draft(&text, sitting.instrument(), sitting.host.now()) {
        Reading::Draft { draft, .. } => Some(*draft),
        Reading::SetAside(_) => None,
    }
}
