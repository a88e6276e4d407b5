//! Whether the steps of a path go together.

use super::{MOST_CONTROLS, PathInput, Step};
use crate::problem::{Fault, PathFault, Problem, Reader, child};

/// What of the steps could be read: without all ids nothing can be said about references, without all kinds nothing
/// about work and controls.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) ids: bool,
    pub(super) kinds: bool,
}

/// What is wrong with the steps of a path, taken together: all of it, each with its place. Single values that are out
/// of their range are not looked at; [`super::read()`] does that.
#[must_use]
pub fn check(path: &PathInput) -> Vec<Problem> {
    let mut reader = Reader::new();
    report_all(path, "", Known { ids: true, kinds: true }, &mut reader);
    reader.finish(Some(())).err().unwrap_or_default()
}

/// Reports what is wrong with a path whose single values are in order. SCIENCE 4.1.
pub(super) fn report_all(path: &PathInput, at: &str, known: Known, reader: &mut Reader) {
    let steps = &path.steps;
    let list = child(at, "steps");
    if known.kinds {
        if steps.iter().all(Step::is_control) {
            reader.report(&*list, Fault::Path(PathFault::NoWork));
        }
        if steps.iter().filter(|step| step.is_control()).count() > MOST_CONTROLS {
            reader.report(&*list, Fault::Path(PathFault::TooManyControls { limit: MOST_CONTROLS }));
        }
    }
    for (position, step) in steps.iter().enumerate() {
        let place = child(&list, &position.to_string());
        let report = |reader: &mut Reader, field: &str, fault: Option<PathFault>| {
            if let Some(fault) = fault {
                reader.report(child(&place, field), Fault::Path(fault));
            }
        };
        let before = steps.get(..position).unwrap_or_default();
        report(reader, "parallelGroup", split_group(before, step));
        report(
            reader,
            "timesCaught",
            (step.times_caught > step.times_run.or(Some(0))).then_some(PathFault::MoreCaught),
        );
        if step.backup.is_none() && step.backup_catch_share.is_some() {
            reader.report(child(&place, "backup"), Fault::Missing);
        }
        if known.ids {
            let repeated = before.iter().any(|other| other.id == step.id);
            report(reader, "id", repeated.then_some(PathFault::RepeatedId));
            report(reader, "returnsTo", wrong_return(steps, position, step));
            let named = |id: &Option<String>| id.as_deref().and_then(|id| wrong_control(steps, id));
            report(reader, "backup", named(&step.backup).or_else(|| circular(steps, position)));
            report(reader, "mergedInto", named(&step.merged_into).or_else(|| merged_host(steps, step)));
        }
    }
}

fn find(steps: &[Step], id: &str) -> Option<usize> {
    steps.iter().position(|step| step.id == id)
}

/// A group is one run of steps next to each other.
fn split_group(before: &[Step], step: &Step) -> Option<PathFault> {
    let group = step.parallel_group.as_ref()?;
    let (last, earlier) = before.split_last()?;
    let in_group = |other: &Step| other.parallel_group.as_ref() == Some(group);
    (!in_group(last) && earlier.iter().any(in_group)).then_some(PathFault::SplitGroup)
}

/// A step sends back to itself or to one before it.
fn wrong_return(steps: &[Step], position: usize, step: &Step) -> Option<PathFault> {
    match find(steps, step.returns_to.as_deref()?) {
        None => Some(PathFault::UnknownStep),
        Some(target) => (target > position).then_some(PathFault::ReturnsForward),
    }
}

fn wrong_control(steps: &[Step], id: &str) -> Option<PathFault> {
    match find(steps, id).and_then(|found| steps.get(found)) {
        None => Some(PathFault::UnknownStep),
        Some(found) => (!found.is_control()).then_some(PathFault::NotAControl),
    }
}

/// Whether the backups from a step on lead back to it; told at the first step of each such circle only.
fn circular(steps: &[Step], start: usize) -> Option<PathFault> {
    let mut position = start;
    for _ in steps {
        position = find(steps, steps.get(position)?.backup.as_deref()?)?;
        if position <= start {
            return (position == start).then_some(PathFault::CircularBackup);
        }
    }
    None
}

/// A control is not done in its own session, nor in that of one that has none itself.
fn merged_host(steps: &[Step], step: &Step) -> Option<PathFault> {
    let host = find(steps, step.merged_into.as_deref()?).and_then(|host| steps.get(host))?;
    (host.merged_into.is_some()).then_some(PathFault::MergedHost)
}
