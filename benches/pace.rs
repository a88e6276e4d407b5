//! How fast the models are. `cargo bench` prints it; `CARGO_PROFILE_BENCH_OPT_LEVEL=3` shows what the release gives up
//! for being small.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::hint::black_box;
use std::time::Instant;

use middle_layer::incentive::{self, incentive};
use middle_layer::pace::{
    Calendar, Link, PaceOptions, PaceRun, PathInput, PlanOptions, Quantity, Rates, Step, StepKind, plan, read,
};
use serde_json::json;

/// The best of some runs, in seconds.
fn best(runs: u32, mut work: impl FnMut()) -> f64 {
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    times.fold(f64::INFINITY, f64::min)
}

fn simulations(big: &PathInput) {
    for calendar in Calendar::ALL {
        let options = PaceOptions { trials: 1_000_000, calendar, ..PaceOptions::default() };
        let mut time = f64::INFINITY;
        for _ in 0..7 {
            let mut run = PaceRun::new(big, options).unwrap();
            // The sets of five controls come first.
            run.step(32).unwrap();
            time = time.min(best(1, || assert!(!black_box(run.step(999_999).unwrap()))));
        }
        println!("simulation of BIG, {}: {:.2} million units a second", calendar.id(), 1.0 / time);
    }
}

/// Twelve controls with returns and backups, some of them in parallel.
fn twelve(parallel: bool) -> PathInput {
    let mut path = PathInput::default();
    for number in 0..18_u32 {
        let mut step = Step { id: format!("S{number}"), ..Step::default() };
        step.set_number(Quantity::TouchDays, Some(f64::from(number % 4) / 2.0));
        if number % 3 > 0 {
            step.kind = StepKind::Approval;
            step.set_number(Quantity::WaitDays, Some(f64::from(1 + number % 5)));
            step.set_number(Quantity::CadenceDays, (number % 2 == 0).then_some(10.0));
            step.set_number(Quantity::AppliesShare, Some(1.0 / f64::from(1 + number % 3)));
            step.set_number(Quantity::ReturnChance, Some(f64::from(number % 4) / 20.0));
            step.set_number(Quantity::TimesRun, Some(f64::from(20 + number)));
            step.set_number(Quantity::TimesCaught, Some(f64::from(number % 5)));
            step.set_number(Quantity::LossPerCatch, Some(f64::from(10 * number)));
            step.set_link(Link::ParallelGroup, parallel.then(|| format!("g{}", number / 3)));
            if number > 3 {
                step.set_link(Link::Backup, Some(format!("S{}", 1 + number % 2)));
                step.set_number(Quantity::BackupCatchShare, Some(0.5));
            }
        }
        path.steps.push(step);
    }
    path
}

fn drags() {
    for parallel in [false, true] {
        let path = twelve(parallel);
        let time = best(5, || {
            let mut run = PaceRun::new(&path, PaceOptions::default()).unwrap();
            run.step(4096).unwrap();
        });
        println!("4096 sets of 12 controls, in pairs {parallel}: {:.2} ms", 1e3 * time);
    }
}

fn plans(big: &PathInput) {
    for (name, path) in [("BIG", big.clone()), ("12 controls", twelve(false)), ("12 in pairs", twelve(true))]
    {
        for rates in Rates::ALL {
            for min_protection in [1.0, 0.9] {
                let options = PlanOptions { rates, min_protection, ..PlanOptions::default() };
                let exact = plan(&path, &options).unwrap().exact;
                let time = best(3, || drop(black_box(plan(&path, &options).unwrap())));
                println!(
                    "plan of {name}, {} {min_protection}: {:.2} ms, exact {exact}",
                    rates.id(),
                    1e3 * time
                );
            }
        }
    }
}

fn choices() {
    let six =
        json!({"service": 1, "operations": 2, "engagement": 1, "compliance": 0, "budget": -1, "risk": 1});
    let weights =
        json!({"service": 1, "operations": 2, "engagement": 1, "compliance": 0, "budget": 1, "risk": 1});
    let input = json!({"weights": weights, "transition": six, "settled": six, "discount": 0.01});
    let input = incentive::read(&input).unwrap();
    let time = best(5, || {
        for _ in 0..10_000 {
            black_box(incentive(black_box(&input)));
        }
    });
    println!("incentive: {:.2} microseconds", 1e6 * time / 1e4);
}

fn main() {
    let text = include_str!("../tests/data/pace_paths.json");
    let paths: serde_json::Value = serde_json::from_str(text).unwrap();
    let big = read(&paths["BIG"]).unwrap();
    simulations(&big);
    drags();
    plans(&big);
    choices();
}
