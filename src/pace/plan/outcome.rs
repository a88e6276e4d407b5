//! The path after some changes.

use crate::pace::route::Route;
use crate::pace::{Assumptions, Change, Changes, Link, PathInput, Quantity, Step, WaitKind};

/// The path after some changes. What was observed belongs to the path before.
pub(in crate::pace) fn after(
    path: &PathInput,
    route: &Route,
    assumed: &Assumptions,
    changes: &Changes,
) -> PathInput {
    let mut path = path.clone();
    let mut group = longest_group(&path);
    for (position, change) in changes.iter().enumerate() {
        let Some((before, [step, ..])) = path.steps.split_at_mut_checked(position) else { break };
        let beside = before.last_mut().filter(|_| stands(route, changes, position - 1));
        alter(step, *change, beside, &mut group, assumed);
    }

    let retired = |position: usize| changes.get(position) == Some(&Change::Retire);
    for (position, station) in route.stations.iter().enumerate() {
        // Work is sent back to the next step that is still there, which at the latest is the one that sends it.
        let next = (station.back..=position).find(|next| !retired(*next));
        let next = next.and_then(|next| path.steps.get(next)).map(|next| next.id.clone());
        let Some(step) = path.steps.get_mut(position) else { continue };
        if retired(station.back) && step.link(Link::ReturnsTo).is_some() {
            step.set_link(Link::ReturnsTo, next);
        }
        if station.backup.is_some_and(retired) {
            step.set_link(Link::Backup, None);
            step.set_number(Quantity::BackupCatchShare, None);
        }
    }
    let mut position = 0;
    path.steps.retain(|_| {
        position += 1;
        !retired(position - 1)
    });
    path.observed_lead_times.clear();
    path
}

/// Whether a step stands where it stood.
fn stands(route: &Route, changes: &Changes, position: usize) -> bool {
    changes.get(position) != Some(&Change::Retire) && route.host(changes, position).is_none()
}

/// One step after its change, with the step right before it, if that one stands.
fn alter(
    step: &mut Step,
    change: Change,
    beside: Option<&mut Step>,
    group: &mut String,
    assumed: &Assumptions,
) {
    match change {
        Change::Streamline => {
            scale(step, Quantity::WaitDays, assumed.streamline_wait);
            scale(step, Quantity::CadenceDays, assumed.streamline_cadence);
        }
        Change::Parallel => {
            let Some(beside) = beside else { return };
            if beside.link(Link::ParallelGroup).is_none() {
                group.push('+');
                beside.set_link(Link::ParallelGroup, Some(group.clone()));
            }
            step.set_link(Link::ParallelGroup, beside.link(Link::ParallelGroup).map(str::to_owned));
        }
        Change::Delegate => {
            step.set_number(Quantity::WaitDays, Some(assumed.delegate_days));
            step.set_number(Quantity::CadenceDays, None);
            step.wait_kind = Some(WaitKind::Queue);
        }
        Change::Merge => {
            scale(step, Quantity::TouchDays, assumed.merge_touch);
            step.set_link(Link::MergedInto, step.link(Link::Backup).map(str::to_owned));
        }
        Change::Keep | Change::Retire => {}
    }
}

fn scale(step: &mut Step, quantity: Quantity, share: f64) {
    step.set_number(quantity, step.given(quantity).map(|number| number * share));
}

/// The longest name of a group, from which names are made that no group has.
fn longest_group(path: &PathInput) -> String {
    let mut longest = "";
    for step in &path.steps {
        if let Some(group) = step.link(Link::ParallelGroup).filter(|group| group.len() > longest.len()) {
            longest = group;
        }
    }
    longest.to_owned()
}
