//! Random approval paths.

use middle_layer::pace::{Link, PathInput, Quantity, Step, StepKind, check};
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
    let mut step = Step { id: format!("W{number}"), ..Step::default() };
    step.set_number(Quantity::TouchDays, Some(1.0 + f64::from(number)));
    step
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
    let group = beside.map(|beside| {
        let group = beside.link(Link::ParallelGroup).map_or_else(|| format!("g{number}"), str::to_owned);
        beside.set_link(Link::ParallelGroup, Some(group.clone()));
        group
    });
    let earlier = (bits >> 8) as usize % before.len();
    let controls: Vec<&Step> = before.iter().filter(|step| step.is_control()).collect();
    let picked = controls.get((bits >> 16) as usize % controls.len().max(1));
    let merges = making.merged && bits >> 24 & 7 == 1;
    let host = picked.filter(|host| host.link(Link::MergedInto).is_none() && merges);
    let backup = picked.filter(|_| bit(23));
    let mut step = Step {
        id: format!("C{number}"),
        kind: if bit(1) { StepKind::Wait } else { StepKind::Board },
        planned: bit(20).then_some(true),
        protected: (bits >> 21 & 3 == 1).then_some(true),
        ..Step::default()
    };
    for (quantity, number) in [
        (Quantity::TouchDays, (!bit(2)).then_some(4.0 * touch)),
        (Quantity::WaitDays, bit(3).then_some(10.0 * wait)),
        (Quantity::CadenceDays, bit(4).then_some(20.0 * cadence)),
        (Quantity::AppliesShare, bit(5).then_some(0.05 + 0.95 * applies)),
        (Quantity::ReturnChance, (bit(6) || bit(7)).then_some(making.highest_return * returns)),
        (Quantity::TimesRun, Some(f64::from(run))),
        (Quantity::TimesCaught, Some(f64::from(caught))),
        (Quantity::LossPerCatch, Some(100.0 * share)),
        (Quantity::BackupCatchShare, backup.map(|_| share)),
    ] {
        step.set_number(quantity, number);
    }
    for (link, target) in [
        (Link::ReturnsTo, bit(7).then(|| before[earlier].id.clone())),
        (Link::ParallelGroup, group),
        (Link::MergedInto, host.map(|host| host.id.clone())),
        (Link::Backup, backup.map(|backup| backup.id.clone())),
    ] {
        step.set_link(link, target);
    }
    step
}
