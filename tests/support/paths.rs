//! Random approval paths.

use middle_layer::pace::{PathInput, Step, StepKind, check};
use proptest::prelude::*;

/// How paths are made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Making {
    pub(crate) controls: usize,
    pub(crate) parallel: bool,
    pub(crate) merged: bool,
    pub(crate) highest_return: f64,
}

impl Making {
    /// Everything that a path can have.
    pub(crate) const ANY: Self = Self { controls: 8, parallel: true, merged: true, highest_return: 0.6 };
}

type Numbers = (f64, f64, f64, f64, f64, f64);

/// Paths with at least one step of work and up to so many controls.
pub(crate) fn any_path(making: Making) -> impl Strategy<Value = PathInput> {
    let numbers = (0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0, 0.0..=1.0);
    let drawn = (numbers, any::<u32>(), 0_u32..40, 0_u32..40);
    prop::collection::vec(drawn, 1..=making.controls).prop_map(move |controls| {
        let mut steps = vec![work(0)];
        for (number, (numbers, bits, run, caught)) in (0..).zip(controls) {
            let control = control(making, &mut steps, number, numbers, bits, run, caught.min(run));
            steps.push(control);
            if bits >> 28 & 3 == 1 {
                steps.push(work(number + 1));
            }
        }
        let path = PathInput { planned_days: Some(20.0), steps, ..PathInput::default() };
        assert_eq!(check(&path), [], "{path:?}");
        path
    })
}

fn work(number: u32) -> Step {
    Step { id: format!("W{number}"), touch_days: Some(1.0 + f64::from(number)), ..Step::default() }
}

fn control(
    making: Making,
    before: &mut [Step],
    number: u32,
    (touch, wait, cadence, applies, returns, share): Numbers,
    bits: u32,
    run: u32,
    caught: u32,
) -> Step {
    let bit = |place: u32| bits >> place & 1 == 1;
    let beside = before.last_mut().filter(|step| step.is_control() && making.parallel && bit(0));
    let group =
        beside.map(|beside| beside.parallel_group.get_or_insert_with(|| format!("g{number}")).clone());
    let earlier = (bits >> 8) as usize % before.len();
    let controls: Vec<&Step> = before.iter().filter(|step| step.is_control()).collect();
    let picked = controls.get((bits >> 16) as usize % controls.len().max(1));
    let host = picked.filter(|host| host.merged_into.is_none() && making.merged && bits >> 24 & 7 == 1);
    Step {
        id: format!("C{number}"),
        kind: if bit(1) { StepKind::Wait } else { StepKind::Board },
        touch_days: (!bit(2)).then_some(4.0 * touch),
        wait_days: bit(3).then_some(10.0 * wait),
        cadence_days: bit(4).then_some(20.0 * cadence),
        applies_share: bit(5).then_some(0.05 + 0.95 * applies),
        return_chance: (bit(6) || bit(7)).then_some(making.highest_return * returns),
        returns_to: bit(7).then(|| before[earlier].id.clone()),
        parallel_group: group,
        merged_into: host.map(|host| host.id.clone()),
        planned: bit(20).then_some(true),
        protected: (bits >> 21 & 3 == 1).then_some(true),
        times_run: Some(run),
        times_caught: Some(caught),
        loss_per_catch: Some(100.0 * share),
        backup: picked.filter(|_| bit(23)).map(|backup| backup.id.clone()),
        backup_catch_share: picked.filter(|_| bit(23)).map(|_| share),
        ..Step::default()
    }
}
