//! How long `score` and `evaluate` take natively, by Criterion: `cargo bench --bench score`.
//!
//! The answers are those of a golden manager, who has answered the whole form; with both models, what that manager is
//! judged on and the path of a unit are evaluated with them.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{Criterion, criterion_group, criterion_main};
use middle_layer::evaluation::evaluate;
use middle_layer::instrument::{Form, Role};
use middle_layer::response;
use middle_layer::scoring::score;
use serde_json::json;
use support::{golden, instrument, public_answers, response_value};

/// Nanoseconds that this thread had a core for, where Linux tells, so that whatever else a busy machine does is not
/// counted; else those of the clock.
struct CoreTime(Instant);

impl Measurement for CoreTime {
    type Intermediate = f64;
    type Value = f64;

    fn start(&self) -> f64 {
        let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
        let on_core = told.and_then(|told| told.split_whitespace().next()?.parse::<f64>().ok());
        // 0 where it is not counted.
        on_core.filter(|time| *time > 0.0).unwrap_or_else(|| 1e9 * self.0.elapsed().as_secs_f64())
    }

    fn end(&self, start: f64) -> f64 {
        self.start() - start
    }

    fn add(&self, left: &f64, right: &f64) -> f64 {
        left + right
    }

    fn zero(&self) -> f64 {
        0.0
    }

    fn to_f64(&self, value: &f64) -> f64 {
        *value
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

fn criterion() -> Criterion<CoreTime> {
    Criterion::default()
        .with_measurement(CoreTime(Instant::now()))
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        // Linux counts in steps of some milliseconds: few samples, each many steps long.
        .sample_size(20)
        .without_plots()
}

fn a_full_form(criterion: &mut Criterion<CoreTime>) {
    let person = &golden("golden_scoring.json")["cases"]["G5_typical_manager"];
    let mut value = response_value(Role::Manager, Form::Full, &public_answers(&person["responses"]));
    value["attribution"] = json!(["o1", "s1", "c2"]);
    value["pilot"] = json!("yes");
    let plain = response::read(&(&value).into(), instrument()).unwrap();

    let judged = &golden("incentive_golden.json")["examples"]["I1_stability_wins"]["input"];
    value["incentive"] = json!({"weights": judged["w"], "transition": judged["tau"], "settled": judged["s"]});
    value["path"] = golden("pace_paths.json")["BIG"].clone();
    let whole = response::read(&(&value).into(), instrument()).unwrap();

    criterion.bench_function("score", |bench| bench.iter(|| score(black_box(&plain), instrument())));
    criterion.bench_function("evaluate", |bench| {
        bench.iter(|| evaluate(black_box(&plain), instrument()).unwrap());
    });
    criterion.bench_function("evaluate with both models", |bench| {
        bench.iter(|| evaluate(black_box(&whole), instrument()).unwrap());
    });
}

criterion_group! {
    name = benches;
    config = criterion();
    targets = a_full_form
}
criterion_main!(benches);
