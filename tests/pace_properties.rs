//! What holds for the pace model on any path. SCIENCE 4.7.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::pace::{
    Calendar, Change, Link, PaceOptions, PaceResult, PaceRun, PathInput, PlanOptions, PlanResult, PlanSearch,
    Quantity, Rates, Step, pace, plan, read, write,
};
use proptest::prelude::*;
use support::paths::{Making, any_path};
use support::{close, written};

/// With few simulated units, for what does not hang on them.
fn exact(path: &PathInput) -> PaceResult {
    pace(path, PaceOptions { trials: 2, calendar: Calendar::Independent, seed: 1 }).unwrap()
}

fn lead_time(path: &PathInput) -> f64 {
    exact(path).lead_time
}

/// Without one step. Whoever referred to it refers to what is in its place.
fn without(path: &PathInput, position: usize) -> PathInput {
    let mut less = path.clone();
    let removed = less.steps.remove(position);
    let next = less.steps.get(position).map(|step| step.id.clone());
    for (place, step) in less.steps.iter_mut().enumerate() {
        let refers = |step: &Step, link| step.link(link) == Some(removed.id.as_str());
        if refers(step, Link::ReturnsTo) {
            step.set_link(Link::ReturnsTo, if place < position { None } else { next.clone() });
        }
        if refers(step, Link::Backup) {
            step.set_link(Link::Backup, None);
            step.set_number(Quantity::BackupCatchShare, None);
        }
    }
    less
}

/// The expected lead time by another way: for every set of steps that apply, the chain of nodes solved as linear
/// equations. Without parallel groups and merged steps.
fn markov(path: &PathInput) -> f64 {
    let steps = &path.steps;
    let find = |id: &str| steps.iter().position(|step| step.id == id).unwrap();
    let back = |position: usize| {
        let step = &steps[position];
        let work = (0..position).rev().find(|before| !steps[*before].is_control());
        step.link(Link::ReturnsTo).map(find).or(work).unwrap_or(position)
    };
    let sometimes: Vec<usize> =
        (0..steps.len()).filter(|place| steps[*place].number(Quantity::AppliesShare) < 1.0).collect();
    let mut total = 0.0;
    for set in 0..1_u32 << sometimes.len() {
        let mut chance = 1.0;
        let mut nodes: Vec<usize> = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            let applies =
                sometimes.iter().position(|other| *other == place).is_none_or(|bit| set >> bit & 1 == 1);
            let share = step.number(Quantity::AppliesShare);
            chance *= if applies { share } else { 1.0 - share };
            if applies {
                nodes.push(place);
            }
        }
        // t_k = d_k + r_k t_b(k) + (1 - r_k) t_{k+1}, as a matrix with the right side in the last column.
        let size = nodes.len();
        let mut matrix = vec![vec![0.0; size + 1]; size];
        for (row, place) in nodes.iter().enumerate() {
            let step = &steps[*place];
            let returns = step.number(Quantity::ReturnChance);
            let target = nodes.iter().position(|node| *node >= back(*place)).unwrap().min(row);
            matrix[row][row] += 1.0;
            matrix[row][target] -= returns;
            if row + 1 < size {
                matrix[row][row + 1] -= 1.0 - returns;
            }
            let wait = step.number(Quantity::WaitDays) + step.number(Quantity::CadenceDays) / 2.0;
            matrix[row][size] = step.number(Quantity::TouchDays) + wait;
        }
        for pivot in 0..size {
            let largest = (pivot..size)
                .max_by(|one, other| matrix[*one][pivot].abs().total_cmp(&matrix[*other][pivot].abs()))
                .unwrap();
            matrix.swap(pivot, largest);
            let pivot_row = matrix[pivot].clone();
            for row in matrix.iter_mut().skip(pivot + 1) {
                let factor = row[pivot] / pivot_row[pivot];
                for (cell, above) in row.iter_mut().zip(&pivot_row) {
                    *cell -= factor * above;
                }
            }
        }
        let mut times = vec![0.0; size];
        for row in (0..size).rev() {
            let known: f64 = (row + 1..size).map(|column| matrix[row][column] * times[column]).sum();
            times[row] = (matrix[row][size] - known) / matrix[row][row];
        }
        total += chance * times.first().copied().unwrap_or(0.0);
    }
    total
}

const SERIAL: Making = Making { controls: 8, parallel: false, merged: false, highest_return: 0.7 };
const PLAIN: Making = Making { merged: false, ..Making::ANY };

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_lead_time_is_that_of_the_chain(path in any_path(SERIAL)) {
        let (found, expected) = (lead_time(&path), markov(&path));
        prop_assert!((found / expected - 1.0).abs() < 1e-9, "{} {}", found, expected);
    }

    #[test]
    fn days_sum_to_the_lead_time_and_hands_on_time_is_part_of_it(path in any_path(Making::ANY)) {
        let result = exact(&path);
        let sum: f64 = result.steps.iter().map(|node| node.days).sum();
        prop_assert!(close(sum, result.lead_time));
        prop_assert!(result.steps.iter().all(|node| node.days >= 0.0 && node.days.is_finite()));
        prop_assert_eq!(result.steps.iter().map(|node| node.steps.count()).sum::<usize>(), path.steps.len());
        prop_assert!(result.active_time <= result.lead_time * (1.0 + 1e-9));
        prop_assert!((0.0..=1.0).contains(&result.flow_efficiency));
        prop_assert!(close(result.pace_fraction.unwrap(), 20.0 / result.lead_time));
    }

    #[test]
    fn more_of_anything_takes_no_less_time(path in any_path(PLAIN), which in any::<prop::sample::Index>(), more in 0.0..3.0_f64) {
        let controls: Vec<usize> = (0..path.steps.len()).filter(|place| path.steps[*place].is_control()).collect();
        let place = controls[which.index(controls.len())];
        let before = lead_time(&path);
        for (quantity, step, most) in [
            (Quantity::TouchDays, more, f64::INFINITY),
            (Quantity::WaitDays, more, f64::INFINITY),
            (Quantity::CadenceDays, more, f64::INFINITY),
            (Quantity::AppliesShare, more / 3.0, 1.0),
            (Quantity::ReturnChance, more / 10.0, 0.9),
        ] {
            let mut slower = path.clone();
            let number = (slower.steps[place].number(quantity) + step).min(most);
            slower.steps[place].set_number(quantity, Some(number));
            prop_assert!(lead_time(&slower) >= before * (1.0 - 1e-9));
        }
    }

    #[test]
    fn removing_a_control_never_takes_longer(path in any_path(PLAIN)) {
        let result = exact(&path);
        for control in &result.controls {
            let less = lead_time(&without(&path, control.step));
            prop_assert!(less <= result.lead_time * (1.0 + 1e-9), "{}: {} {}", control.step, less, result.lead_time);
            let saved = control.leave_one_out;
            prop_assert!((result.lead_time - less - saved).abs() <= 1e-9 * result.lead_time);
        }
    }

    #[test]
    fn shapley_values_sum_to_what_controls_add(path in any_path(Making::ANY)) {
        let result = exact(&path);
        let values: Vec<f64> = result.controls.iter().filter_map(|control| control.shapley).collect();
        prop_assert!(close(result.baseline + values.iter().sum::<f64>(), result.lead_time));
        let players = path.steps.iter().filter(|step| step.is_control() && step.planned != Some(true)).count();
        prop_assert_eq!(values.len(), players);
        prop_assert_eq!(result.controls.len(), path.steps.iter().filter(|step| step.is_control()).count());
        prop_assert!(result.control_share.is_none_or(|share| (0.0..=1.0).contains(&share)));
    }

    #[test]
    fn a_control_that_takes_nothing_adds_nothing(path in any_path(PLAIN), place in any::<prop::sample::Index>()) {
        let mut more = path.clone();
        let place = place.index(path.steps.len() + 1);
        let idle = Step { id: "idle".to_owned(), kind: middle_layer::pace::StepKind::Review, ..Step::default() };
        let group = |place: usize| path.steps.get(place).and_then(|step| step.link(Link::ParallelGroup));
        let inside = place > 0 && group(place).is_some() && group(place) == group(place - 1);
        prop_assume!(!inside);
        more.steps.insert(place, idle);
        let (before, after) = (exact(&path), exact(&more));
        prop_assert!(close(after.lead_time, before.lead_time));
        let idle = after.controls.iter().find(|control| control.step == place).unwrap();
        prop_assert!(idle.shapley.unwrap().abs() < 1e-9 * after.lead_time.max(1.0));
        prop_assert!(idle.leave_one_out.abs() < 1e-9 * after.lead_time.max(1.0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn simulated_means_are_near_the_exact_one(path in any_path(Making::ANY), seed in any::<u32>()) {
        let options = PaceOptions { seed, trials: 4000, calendar: Calendar::Independent };
        let result = pace(&path, options).unwrap();
        let error = result.simulation.summary.sd / 4000.0_f64.sqrt();
        // Six standard errors: about one in 10^8 by chance.
        prop_assert!((result.simulation.summary.mean - result.lead_time).abs() <= 6.0 * error + 1e-9);
    }

    #[test]
    fn cutting_a_run_changes_nothing(
        path in any_path(Making::ANY), seed in any::<u32>(), cuts in prop::collection::vec(1_u32..400, 1..20),
    ) {
        let options = PaceOptions { seed, trials: 1000, ..PaceOptions::default() };
        let whole = pace(&path, options).unwrap();
        let mut run = PaceRun::new(&path, options).unwrap();
        let mut before = run.progress();
        for cut in cuts.iter().cycle() {
            let done = run.step(*cut).unwrap();
            prop_assert!(run.progress() >= before && run.progress() <= 1.0);
            before = run.progress();
            if done {
                break;
            }
        }
        prop_assert_eq!(run.result(), whole);
        prop_assert!(close(before, 1.0));
    }
}

fn changed(result: &PlanResult) -> usize {
    result.changes.iter().filter(|change| **change != Change::Keep).count()
}

fn check_after(path: &PathInput, result: &PlanResult) {
    assert_eq!(read(&(&written(|out| write(&result.path, out))).into()).as_ref(), Ok(&result.path));
    let after = lead_time(&result.path);
    assert!((after / result.lead_time - 1.0).abs() < 1e-9, "{path:?}: {after}, not {}", result.lead_time);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn plans(path in any_path(Making { controls: 7, ..Making::ANY }), cuts in prop::collection::vec(1_u32..400, 1..20)) {
        let today = lead_time(&path);
        for rates in Rates::ALL {
            let options = |min_protection| PlanOptions { rates, min_protection, ..PlanOptions::default() };
            let mut faster = today;
            for share in [1.0, 0.9, 0.5, 0.0] {
                let result = plan(&path, &options(share)).unwrap();
                prop_assert!(result.exact);
                prop_assert!(result.lead_time <= faster * (1.0 + 1e-9), "a lower share is no slower");
                prop_assert!(result.protection_share >= share - 1e-9);
                faster = result.lead_time;
                check_after(&path, &result);
                for (step, change) in path.steps.iter().zip(result.changes) {
                    let mild = [Change::Keep, Change::Streamline, Change::Parallel].contains(&change);
                    prop_assert!(change == Change::Keep || step.is_control() && (mild || step.protected != Some(true)));
                }
            }
            let few = PlanOptions { max_changes: Some(1), ..options(0.5) };
            let one = plan(&path, &few).unwrap();
            prop_assert!(changed(&one) <= 1 && one.lead_time >= faster * (1.0 - 1e-9));
            let none = plan(&path, &PlanOptions { max_changes: Some(0), ..options(0.0) }).unwrap();
            prop_assert!(changed(&none) == 0 && close(none.lead_time, today));

            let mut search = PlanSearch::new(&path, &options(0.9)).unwrap();
            let mut before = search.progress();
            for cut in cuts.iter().cycle() {
                let done = search.step(*cut);
                prop_assert!(search.progress() >= before - 1e-9 && search.progress() <= 1.0);
                before = search.progress();
                if done {
                    break;
                }
            }
            prop_assert_eq!(search.result(&path), plan(&path, &options(0.9)).unwrap());
        }
    }
}
