//! Plans against all combinations, looked at one by one from outside.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::pace::{
    Change, Link, PaceOptions, PathInput, PlanOptions, PlanResult, Quantity, Rates, Step, WaitKind, pace,
    plan, read, write_plan,
};
use proptest::prelude::*;
use serde_json::json;
use support::paths::{Making, any_path};

fn lead_time(path: &PathInput) -> f64 {
    pace(path, PaceOptions { trials: 2, ..PaceOptions::default() }).unwrap().lead_time
}

/// The changes by control.
fn public(result: &PlanResult, path: &PathInput) -> serde_json::Value {
    support::written(|out| write_plan(result, path, out))["changes"].clone()
}

fn find(path: &PathInput, id: Option<&str>) -> Option<usize> {
    path.steps.iter().position(|step| Some(step.id.as_str()) == id)
}

fn waits_fixed(step: &Step) -> bool {
    step.waits_fixed() && step.number(Quantity::WaitDays) > 0.0
}

/// What SCIENCE 4.5 offers for a step.
fn offered(path: &PathInput, place: usize) -> Vec<Change> {
    let step = &path.steps[place];
    if !step.is_control() {
        return vec![Change::Keep];
    }
    let (wait, cadence) = (step.number(Quantity::WaitDays), step.number(Quantity::CadenceDays));
    let mut changes = vec![Change::Keep];
    if wait > 0.0 || cadence > 0.0 {
        changes.push(Change::Streamline);
    }
    if step.link(Link::ParallelGroup).is_none() && place > 0 && path.steps[place - 1].is_control() {
        changes.push(Change::Parallel);
    }
    if step.protected != Some(true) {
        if !waits_fixed(step) && (cadence > 0.0 || wait > 1.0) {
            changes.push(Change::Delegate);
        }
        if step.link(Link::Backup).is_some() {
            changes.push(Change::Merge);
        }
        changes.push(Change::Retire);
    }
    changes
}

/// The path after some changes, or none where they do not go together.
fn apply(path: &PathInput, changes: &[Change]) -> Option<PathInput> {
    let gone = |place: usize| matches!(changes[place], Change::Retire | Change::Merge);
    let mut after = path.clone();
    for (place, change) in changes.iter().enumerate() {
        let halve = |step: &mut Step, quantity| step.set_number(quantity, Some(step.number(quantity) / 2.0));
        match change {
            Change::Keep | Change::Retire => {}
            Change::Streamline => {
                halve(&mut after.steps[place], Quantity::WaitDays);
                halve(&mut after.steps[place], Quantity::CadenceDays);
            }
            Change::Delegate => {
                let step = &mut after.steps[place];
                step.set_number(Quantity::WaitDays, Some(1.0));
                step.set_number(Quantity::CadenceDays, None);
                step.wait_kind = Some(WaitKind::Queue);
            }
            Change::Merge => {
                let host = find(path, path.steps[place].link(Link::Backup)).unwrap();
                if gone(host) {
                    return None;
                }
                halve(&mut after.steps[place], Quantity::TouchDays);
                after.steps[place].set_link(Link::MergedInto, Some(path.steps[host].id.clone()));
            }
            Change::Parallel => {
                if !gone(place - 1) {
                    let group = after.steps[place - 1].link(Link::ParallelGroup);
                    let group = group.map_or_else(|| format!("new {place}"), str::to_owned);
                    after.steps[place - 1].set_link(Link::ParallelGroup, Some(group.clone()));
                    after.steps[place].set_link(Link::ParallelGroup, Some(group));
                }
            }
        }
    }
    // Work that was sent to a retired step goes to the first one at or after its place.
    for place in 0..path.steps.len() {
        let target = find(path, path.steps[place].link(Link::ReturnsTo));
        if let Some(target) = target.filter(|target| changes[*target] == Change::Retire) {
            let next = (target..=place).find(|next| changes[*next] != Change::Retire);
            after.steps[place].set_link(Link::ReturnsTo, next.map(|next| path.steps[next].id.clone()));
        }
        if find(path, path.steps[place].link(Link::Backup))
            .is_some_and(|backup| changes[backup] == Change::Retire)
        {
            after.steps[place].set_link(Link::Backup, None);
            after.steps[place].set_number(Quantity::BackupCatchShare, None);
        }
    }
    let mut changes = changes.iter();
    after.steps.retain(|_| changes.next() != Some(&Change::Retire));
    Some(after)
}

/// V of SCIENCE 4.5.
fn caught_loss(path: &PathInput, changes: &[Change], rate: &dyn Fn(&Step) -> f64) -> f64 {
    let kept = |place: usize| match changes[place] {
        Change::Streamline if waits_fixed(&path.steps[place]) => 0.9,
        Change::Keep | Change::Parallel | Change::Merge | Change::Streamline => 1.0,
        Change::Delegate => 0.9,
        Change::Retire => 0.0,
    };
    let mut total = 0.0;
    for (place, step) in path.steps.iter().enumerate() {
        let stake = step.number(Quantity::AppliesShare) * rate(step) * step.number(Quantity::LossPerCatch);
        total += stake
            * match find(path, step.link(Link::Backup)) {
                Some(backup) if changes[place] == Change::Retire => {
                    step.number(Quantity::BackupCatchShare) * kept(backup)
                }
                _ => kept(place),
            };
    }
    total
}

/// Every combination with its lead time and V.
fn all(path: &PathInput, rate: &dyn Fn(&Step) -> f64) -> Vec<(Vec<Change>, f64, f64)> {
    let mut combinations: Vec<Vec<Change>> = vec![Vec::new()];
    for place in 0..path.steps.len() {
        let more = combinations.iter().flat_map(|before| {
            offered(path, place).into_iter().map(|change| [before.clone(), vec![change]].concat())
        });
        combinations = more.collect();
    }
    let looked_at = combinations.into_iter().filter_map(|changes| {
        let time = lead_time(&apply(path, &changes)?);
        let caught = caught_loss(path, &changes, rate);
        Some((changes, time, caught))
    });
    looked_at.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_combination_is_better(path in any_path(Making { controls: 4, merged: false, ..Making::ANY })) {
        let rate = |step: &Step| {
            let run = step.number(Quantity::TimesRun);
            if run > 0.0 { step.number(Quantity::TimesCaught) / run } else { 0.0 }
        };
        let all = all(&path, &rate);
        let today = all.iter().find(|(changes, ..)| changes.iter().all(|change| *change == Change::Keep)).unwrap().2;
        for share in [1.0, 0.8, 0.3] {
            for most in [1, 2, 12] {
                let options = PlanOptions { min_protection: share, max_changes: Some(most), ..PlanOptions::default() };
                let result = plan(&path, &options).unwrap();
                let count = |changes: &[Change]| changes.iter().filter(|change| **change != Change::Keep).count();
                let allowed = || all.iter().filter(|(changes, _, caught)| {
                    *caught >= share * today - 1e-9 && count(changes) <= most as usize
                });
                let best = allowed().map(|(_, time, _)| *time).fold(f64::INFINITY, f64::min);
                prop_assert!((result.lead_time - best).abs() <= 1e-9 + 1e-12 * best, "{} {}", result.lead_time, best);
                // Of equally fast ones the fewest changes, then the largest V.
                let ties = || allowed().filter(|(_, time, _)| *time <= best + 0.9e-9);
                let fewest = ties().map(|(changes, ..)| count(changes)).min().unwrap();
                prop_assert_eq!(count(&result.changes), fewest);
                let most_caught = ties().filter(|(changes, ..)| count(changes) == fewest).map(|(.., caught)| *caught);
                let most_caught = most_caught.fold(f64::NEG_INFINITY, f64::max);
                if today > 0.0 {
                    prop_assert!((result.protection_share - most_caught / today).abs() < 1e-8);
                } else {
                    prop_assert!((result.protection_share - 1.0).abs() < 1e-12);
                }
            }
        }
    }
}

#[test]
fn of_equal_plans_the_milder_one_early_in_the_path() {
    // Streamlining the one or the other saves the same; one change is allowed.
    let control = |id: &str| json!({"id": id, "kind": "board", "waitDays": 4, "protected": true});
    let path = json!({"steps": [{"id": "W", "kind": "work", "touchDays": 1}, control("A"), {"id": "V", "kind": "work"}, control("B")]});
    let options = PlanOptions { max_changes: Some(1), ..PlanOptions::default() };
    let path = read(&(&path).into()).unwrap();
    let result = plan(&path, &options).unwrap();
    // Keeping A is milder than streamlining it.
    assert_eq!(public(&result, &path), json!({"B": "streamline"}));
}

#[test]
fn assumptions_can_be_edited() {
    let path = json!({"steps": [
        {"id": "W", "kind": "work", "touchDays": 1},
        {"id": "A", "kind": "board", "touchDays": 2, "waitDays": 8, "cadenceDays": 10, "timesRun": 10, "timesCaught": 5, "lossPerCatch": 1},
        {"id": "B", "kind": "board", "touchDays": 4, "waitDays": 8, "timesRun": 10, "timesCaught": 5, "lossPerCatch": 1, "backup": "A"}
    ]});
    let path = read(&(&path).into()).unwrap();
    let with = |assumptions: serde_json::Value| {
        let options = json!({"assumptions": assumptions});
        plan(&path, &middle_layer::pace::read_plan_options(&(&options).into()).unwrap()).unwrap()
    };
    // A streamlined, B in its session: 1 + 2 + 4 + 2.5 + 2.
    let usual = with(json!({}));
    assert_eq!(public(&usual, &path), json!({"A": "streamline", "B": "merge"}));
    assert!(support::close(usual.lead_time, 11.5));
    assert!(support::close(with(json!({"mergeTouch": 0})).lead_time, 9.5));
    assert!(support::close(with(json!({"streamlineWait": 0, "streamlineCadence": 0.2})).lead_time, 6.0));
    // A delegated decision that loses no catch.
    let delegated = with(json!({"delegateCatches": 1, "delegateDays": 0.5}));
    assert_eq!(public(&delegated, &path), json!({"A": "delegate", "B": "merge"}));
    assert!(support::close(delegated.lead_time, 5.5));
}

#[test]
fn what_is_merged_already_stays_merged_or_goes() {
    let path = json!({"steps": [
        {"id": "W", "kind": "work", "touchDays": 1},
        {"id": "A", "kind": "board", "touchDays": 2, "waitDays": 8, "timesRun": 10, "timesCaught": 5, "lossPerCatch": 1},
        {"id": "B", "kind": "board", "touchDays": 4, "waitDays": 8, "mergedInto": "A"}
    ]});
    let path = read(&(&path).into()).unwrap();
    assert!(support::close(lead_time(&path), 15.0));
    let result = plan(&path, &PlanOptions::default()).unwrap();
    assert_eq!(public(&result, &path), json!({"A": "streamline", "B": "retire"}));
    let any = PlanOptions { min_protection: 0.0, ..PlanOptions::default() };
    assert_eq!(public(&plan(&path, &any).unwrap(), &path), json!({"A": "retire", "B": "retire"}));
}

#[test]
fn twelve_controls_are_planned_exactly() {
    let mut steps = vec![json!({"id": "W", "kind": "work", "touchDays": 5})];
    for number in 0..12 {
        let mut step = json!({
            "id": format!("C{number}"), "kind": "approval", "touchDays": 0.5 * f64::from(number % 3),
            "waitDays": 1 + number % 5, "cadenceDays": 7 * (number % 2), "returnChance": 0.02 * f64::from(number),
            "appliesShare": 1.0 / f64::from(1 + number % 3), "timesRun": 20 + number, "timesCaught": number % 4,
            "lossPerCatch": 10 * (number + 1),
        });
        if number > 0 {
            step["backup"] = json!(format!("C{}", number / 2));
            step["backupCatchShare"] = json!(0.1 * f64::from(number % 10));
        }
        steps.push(step);
    }
    let path = read(&(&json!({ "steps": steps })).into()).unwrap();
    for rates in Rates::ALL {
        for min_protection in [1.0, 0.9, 0.7] {
            let result =
                plan(&path, &PlanOptions { rates, min_protection, ..PlanOptions::default() }).unwrap();
            assert!(result.exact);
            assert!((lead_time(&result.path) / result.lead_time - 1.0).abs() < 1e-9);
        }
    }
}
