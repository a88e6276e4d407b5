//! Figures of the models, bit by bit: the engine in Node compares its own with the same file.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod support;

use middle_layer::incentive::{incentive, write_result};
use middle_layer::pace::{
    Calendar, PaceOptions, PlanOptions, Rates, pace, plan, read, write_pace, write_plan,
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use support::{golden, written};

/// Feeds a value to a hash: numbers as 64 bits, texts as they are, fields in the order of their names.
fn feed(value: &Value, hash: &mut Sha256) {
    match value {
        Value::Null => hash.update("null"),
        Value::Bool(flag) => hash.update(if *flag { "true" } else { "false" }),
        Value::Number(number) => hash.update(number.as_f64().unwrap().to_le_bytes()),
        Value::String(text) => hash.update(text),
        Value::Array(list) => {
            hash.update("[");
            for value in list {
                feed(value, hash);
            }
        }
        Value::Object(object) => {
            hash.update("{");
            for (name, value) in object {
                hash.update(name);
                feed(value, hash);
            }
        }
    }
}

fn fingerprint(value: &Value) -> String {
    let mut hash = Sha256::new();
    feed(value, &mut hash);
    hash.finalize().iter().fold(String::new(), |hash, byte| hash + &format!("{byte:02x}"))
}

#[test]
fn every_bit_is_as_it_was() {
    let mut found = serde_json::Map::new();
    let mut keep = |name: String, value: Value| found.insert(name, fingerprint(&value).into());
    let paths = golden("pace_paths.json");
    for (name, path) in paths.as_object().unwrap() {
        let mut path = read(&path.into()).unwrap();
        path.cost_of_delay_per_day = Some(0.3);
        for calendar in Calendar::ALL {
            let result = pace(&path, PaceOptions { calendar, ..PaceOptions::default() }).unwrap();
            keep(format!("pace {name} {}", calendar.id()), written(|out| write_pace(&result, &path, out)));
        }
        for rates in Rates::ALL {
            let result =
                plan(&path, &PlanOptions { rates, min_protection: 0.9, ..PlanOptions::default() }).unwrap();
            keep(format!("plan {name} {}", rates.id()), written(|out| write_plan(&result, &path, out)));
        }
    }
    for discount in [0.0, 0.02, 0.1] {
        let input = json!({
            "weights": six([2.5, 3.0, 1.0, 1.0, 1.5, 1.0]), "transition": six([-1.0, -2.0, -0.3, 0.0, -1.0, -1.7]),
            "settled": six([1.0, 2.0, 0.1, 0.0, 1.0, -0.7]), "discount": discount, "transformationShare": 0.1,
        });
        let input = middle_layer::incentive::read(&(&input).into()).unwrap();
        keep(format!("incentive {discount}"), written(|out| write_result(&incentive(&input), out)));
    }
    let expected = golden("fingerprints.json");
    let found = Value::Object(found);
    assert_eq!(
        found,
        expected,
        "where a figure was meant to change: {}",
        serde_json::to_string_pretty(&found).unwrap()
    );
}

fn six(numbers: [f64; 6]) -> Value {
    let ids = ["service", "operations", "engagement", "compliance", "budget", "risk"];
    ids.into_iter().map(str::to_owned).zip(numbers.map(Value::from)).collect::<serde_json::Map<_, _>>().into()
}
