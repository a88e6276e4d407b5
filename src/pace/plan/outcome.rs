//! The path after some changes.

use crate::pace::route::Route;
use crate::pace::{Assumptions, Change, PathInput, Step, WaitKind};
use crate::table::Table;

/// The changes by control; those that are kept as they are are left out.
pub(super) fn changes(path: &PathInput, changes: &[Change]) -> Table<String, Change> {
    let with_changes = path.steps.iter().zip(changes).filter(|(_, change)| **change != Change::Keep);
    with_changes.map(|(step, change)| (step.id.clone(), *change)).collect()
}

/// The path after them. What was observed belongs to the path before.
pub(super) fn path(
    before: &PathInput,
    route: &Route,
    changes: &[Change],
    assumed: &Assumptions,
) -> PathInput {
    let change_of = |position: usize| changes.get(position).copied().unwrap_or_default();
    let stands =
        |position: usize| change_of(position) != Change::Retire && route.host(changes, position).is_none();
    let mut steps: Vec<Step> = Vec::new();
    for (position, step) in before.steps.iter().enumerate() {
        let change = change_of(position);
        if change == Change::Retire {
            continue;
        }
        let mut step = step.clone();
        retarget(&mut step, before, changes);
        match change {
            Change::Streamline => {
                step.wait_days = step.wait_days.map(|days| days * assumed.streamline_wait);
                step.cadence_days = step.cadence_days.map(|days| days * assumed.streamline_cadence);
            }
            Change::Delegate => {
                step.wait_days = Some(assumed.delegate_days);
                step.wait_kind = Some(WaitKind::Queue);
                step.cadence_days = None;
            }
            Change::Merge => {
                step.touch_days = step.touch_days.map(|days| days * assumed.merge_touch);
                step.merged_into.clone_from(&step.backup);
            }
            Change::Parallel => {
                let neighbour = position.checked_sub(1).filter(|neighbour| stands(*neighbour));
                if let Some(neighbour) = neighbour.and_then(|_| steps.last_mut()) {
                    let group = neighbour.parallel_group.get_or_insert_with(|| free_group(before, position));
                    step.parallel_group = Some(group.clone());
                }
            }
            Change::Keep | Change::Retire => {}
        }
        steps.push(step);
    }
    PathInput { observed_lead_times: None, steps, ..before.clone() }
}

/// What referred to a step that is left out: work is sent back to the next one that is still there, and nobody is the
/// backup any more.
fn retarget(step: &mut Step, before: &PathInput, changes: &[Change]) {
    let there = || before.steps.iter().zip(changes).filter(|(_, change)| **change != Change::Retire);
    let left_out =
        |id: &Option<String>| id.as_ref().is_some_and(|id| !there().any(|(other, _)| other.id == *id));
    if left_out(&step.backup) {
        (step.backup, step.backup_catch_share) = (None, None);
    }
    if left_out(&step.returns_to) {
        let target = before.steps.iter().position(|other| Some(&other.id) == step.returns_to.as_ref());
        let mut after = before.steps.iter().zip(changes).skip(target.unwrap_or_default());
        let next = after.find(|(_, change)| **change != Change::Retire);
        step.returns_to = next.map(|(other, _)| other.id.clone());
    }
}

/// A name that no group of the path has.
fn free_group(path: &PathInput, position: usize) -> String {
    let mut name = format!("parallel-{position}");
    while path.steps.iter().any(|step| step.parallel_group.as_ref() == Some(&name)) {
        name.push('+');
    }
    name
}
