//! Whether the steps of a path go together.

use super::route::find;
use super::{Link, MOST_CONTROLS, PathInput, Quantity, Step};
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
            reader.report(&*list, Fault::Path(PathFault::TooManyControls));
        }
    }
    for (position, step) in steps.iter().enumerate() {
        let place = child(&list, &position.to_string());
        let mut report = |field: &str, fault: Option<PathFault>| {
            if let Some(fault) = fault {
                reader.report(child(&place, field), Fault::Path(fault));
            }
        };
        let before = steps.get(..position).unwrap_or_default();
        report("parallelGroup", split_group(before, step));
        let more = step.number(Quantity::TimesCaught) > step.number(Quantity::TimesRun);
        report("timesCaught", more.then_some(PathFault::MoreCaught));
        if known.ids {
            report("id", find(before, &step.id).map(|_| PathFault::RepeatedId));
            report("returnsTo", wrong_return(steps, position, step));
            for link in [Link::Backup, Link::MergedInto] {
                report(link.id(), wrong_control(steps, step, link));
            }
            report("backup", circular(steps, position));
        }
        if step.link(Link::Backup).is_none() && step.given(Quantity::BackupCatchShare).is_some() {
            reader.report(child(&place, "backup"), Fault::Missing);
        }
    }
}

/// A group is one run of steps next to each other.
fn split_group(before: &[Step], step: &Step) -> Option<PathFault> {
    let group = step.link(Link::ParallelGroup)?;
    let in_group = |other: &Step| other.link(Link::ParallelGroup) == Some(group);
    let (last, earlier) = before.split_last()?;
    (!in_group(last) && earlier.iter().any(in_group)).then_some(PathFault::SplitGroup)
}

/// A step sends back to itself or to one before it.
fn wrong_return(steps: &[Step], position: usize, step: &Step) -> Option<PathFault> {
    match find(steps, step.link(Link::ReturnsTo)?) {
        None => Some(PathFault::UnknownStep),
        Some(target) => (target > position).then_some(PathFault::ReturnsForward),
    }
}

/// A backup is a control. So is the one in whose session a control is done, and it has a session of its own.
fn wrong_control(steps: &[Step], step: &Step, link: Link) -> Option<PathFault> {
    match find(steps, step.link(link)?).and_then(|found| steps.get(found)) {
        None => Some(PathFault::UnknownStep),
        Some(found) if !found.is_control() => Some(PathFault::NotAControl),
        Some(found) => {
            let merged = link == Link::MergedInto && found.link(link).is_some();
            merged.then_some(PathFault::MergedHost)
        }
    }
}

/// Whether the backups from a step on lead back to it; told at the first step of each such circle only.
fn circular(steps: &[Step], start: usize) -> Option<PathFault> {
    let mut position = start;
    for _ in steps {
        position = find(steps, steps.get(position)?.link(Link::Backup)?)?;
        if position <= start {
            return (position == start).then_some(PathFault::CircularBackup);
        }
    }
    None
}
