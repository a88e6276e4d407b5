//! How fast the models are, on this machine. `cargo bench` prints it; `CARGO_PROFILE_BENCH_OPT_LEVEL=3` shows what the
//! release gives up for being small.
//!
//! `cargo xtask bench` sets the same work beside the packed engine and beside plain JavaScript. For that it describes
//! one piece of work at a time, `--work '{"call": "plan", "arguments": [path, options], "times": 1}'`, and gets back the
//! seconds that one call takes.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

use std::hint::black_box;
use std::time::Instant;
use std::{env, fs};

use middle_layer::incentive::{self, incentive};
use middle_layer::json::{Writer, parse};
use middle_layer::pace::{
    self, Calendar, PaceOptions, PaceRun, PathInput, PlanOptions, Rates, pace, plan, read_pace_options,
    read_plan_options, write_pace, write_plan,
};
use serde_json::Value;

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

fn drags(paths: &[(&str, PathInput)]) {
    for (name, path) in paths {
        let time = best(5, || {
            let mut run = PaceRun::new(path, PaceOptions::default()).unwrap();
            run.step(4096).unwrap();
        });
        println!("all sets of controls of {name}: {:.2} ms", 1e3 * time);
    }
}

fn plans(paths: &[(&str, PathInput)]) {
    for (name, path) in paths {
        for rates in Rates::ALL {
            for min_protection in [1.0, 0.9] {
                let options = PlanOptions { rates, min_protection, ..PlanOptions::default() };
                let exact = plan(path, &options).unwrap().exact;
                let time = best(3, || drop(black_box(plan(path, &options).unwrap())));
                println!(
                    "plan of {name}, {} {min_protection}: {:.2} ms, exact {exact}",
                    rates.id(),
                    1e3 * time
                );
            }
        }
    }
}

/// What an export of the engine does, from the text of its arguments to the text of its result. With nothing read or
/// written, `units` is the simulation of `pace` by itself, and `choice` the model of `incentive`.
fn one_call(work: &Value) -> Box<dyn FnMut()> {
    let arguments = &work["arguments"];
    let text = arguments.to_string();
    let written = move |write: fn(&[middle_layer::value::Value], &mut Writer)| {
        let mut out = Writer::compact();
        write(parse(&text).unwrap().as_array().unwrap(), &mut out);
        black_box(out.finish());
    };
    match work["call"].as_str().unwrap() {
        "pace" => Box::new(move || {
            written(|arguments, out| {
                let path = pace::read(&arguments[0]).unwrap();
                let result = pace(&path, read_pace_options(&arguments[1]).unwrap()).unwrap();
                write_pace(&result, &path, out);
            });
        }),
        "plan" => Box::new(move || {
            written(|arguments, out| {
                let path = pace::read(&arguments[0]).unwrap();
                let result = plan(&path, &read_plan_options(&arguments[1]).unwrap()).unwrap();
                write_plan(&result, &path, out);
            });
        }),
        "incentive" => Box::new(move || {
            written(|arguments, out| {
                incentive::write_result(&incentive(&incentive::read(&arguments[0]).unwrap()), out);
            });
        }),
        "units" => {
            let path = pace::read(&(&arguments[0]).into()).unwrap();
            let options = read_pace_options(&(&arguments[1]).into()).unwrap();
            Box::new(move || {
                assert!(black_box(PaceRun::new(&path, options).unwrap().step(u32::MAX).unwrap()));
            })
        }
        "choice" => {
            let input = incentive::read(&(&arguments[0]).into()).unwrap();
            Box::new(move || {
                black_box(incentive(black_box(&input)));
            })
        }
        other => panic!("no call {other}"),
    }
}

/// Seconds from some moment on: those that this thread had a core for, where Linux tells, so that whatever else a busy
/// machine does is not counted; else those of the clock.
fn clock(start: Instant) -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let on_core = told.and_then(|told| told.split_whitespace().next()?.parse::<f64>().ok());
    // 0 where it is not counted.
    on_core
        .filter(|nanoseconds| *nanoseconds > 0.0)
        .map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The seconds of one call: the mean over about a second, after one run that does not count.
fn seconds(work: &Value) -> f64 {
    let mut call = one_call(work);
    let times = u32::try_from(work["times"].as_u64().unwrap()).unwrap();
    let mut run = || (0..times).for_each(|_| call());
    run();
    let moment = Instant::now();
    let start = clock(moment);
    let mut runs = 0;
    loop {
        run();
        runs += 1;
        let time = clock(moment) - start;
        if time >= 1.0 {
            return time / f64::from(runs * times);
        }
    }
}

fn paths(text: &str, names: &[&'static str]) -> Vec<(&'static str, PathInput)> {
    let file: Value = serde_json::from_str(text).unwrap();
    names.iter().map(|name| (*name, pace::read(&(&file[name]).into()).unwrap())).collect()
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    if let Some(place) = arguments.iter().position(|argument| argument == "--work") {
        println!("{}", seconds(&serde_json::from_str(&arguments[place + 1]).unwrap()));
        return;
    }
    let big = paths(include_str!("../tests/data/pace_paths.json"), &["BIG"]);
    let twelve = paths(include_str!("paths.json"), &["TWELVE", "TWELVE_IN_PAIRS"]);
    simulations(&big[0].1);
    drags(&twelve);
    plans(&big);
    plans(&twelve);
}
