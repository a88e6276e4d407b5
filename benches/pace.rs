//! How fast the pace model is. `cargo bench` prints it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

use std::hint::black_box;
use std::time::Instant;

use middle_layer::pace::{Calendar, PaceOptions, PaceRun, read};

/// The best of some runs, in seconds.
fn best(runs: u32, mut work: impl FnMut()) -> f64 {
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    });
    times.fold(f64::INFINITY, f64::min)
}

fn main() {
    let text = include_str!("../tests/data/pace_paths.json");
    let paths: serde_json::Value = serde_json::from_str(text).unwrap();
    let big = read(&paths["BIG"]).unwrap();

    for calendar in Calendar::ALL {
        let options = PaceOptions { trials: 1_000_000, calendar, ..PaceOptions::default() };
        let mut time = f64::INFINITY;
        for _ in 0..7 {
            let mut run = PaceRun::new(&big, options).unwrap();
            run.step(32).unwrap();
            time = time.min(best(1, || drop(black_box(run.step(1_000_000 - 1).unwrap()))));
        }
        println!("simulation, {}: {:.2} million units a second", calendar.id(), 1.0 / time);
    }
}
