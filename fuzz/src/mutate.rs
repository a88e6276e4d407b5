//! Changes to texts of JSON that keep them JSON: most other changes of a long file end at its first bracket.

use serde_json::{Map, Value, json};

/// Changes the first `size` bytes of `data`, which holds at most `most`; gives back how many they are then. One change
/// in three is any change of bytes, and so is every change of what is no JSON.
pub fn mutate(
    data: &mut [u8],
    size: usize,
    most: usize,
    seed: u32,
    any: fn(&mut [u8], usize, usize) -> usize,
) -> usize {
    let mut draw = Draw(seed | 1);
    let value = data.get(..size).and_then(|text| serde_json::from_slice::<Value>(text).ok());
    let Some(mut value) = value.filter(|value| (value.is_object() || value.is_array()) && draw.below(3) > 0)
    else {
        return any(data, size, most);
    };
    for _ in 0..=draw.below(3) {
        let mut nodes = count(&value);
        let mut chosen = draw.below(nodes);
        let donor = draw.below(nodes);
        let donor = nth(&mut value, &mut { donor }).cloned().unwrap_or_default();
        nodes -= 1;
        if let Some(node) = nth(&mut value, &mut chosen) {
            change(node, donor, nodes, &mut draw);
        }
    }
    let text = value.to_string();
    match data.get_mut(..text.len()) {
        Some(place) if text.len() <= most => {
            place.copy_from_slice(text.as_bytes());
            text.len()
        }
        _ => any(data, size, most),
    }
}

/// Random numbers that depend on nothing but the seed (xorshift).
struct Draw(u32);

impl Draw {
    fn next(&mut self) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        self.next() as usize % limit.max(1)
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value at a position, counted in the order of the text.
fn nth<'v>(value: &'v mut Value, position: &mut usize) -> Option<&'v mut Value> {
    if *position == 0 {
        return Some(value);
    }
    *position -= 1;
    match value {
        Value::Array(list) => list.iter_mut().find_map(|value| nth(value, position)),
        Value::Object(fields) => fields.values_mut().find_map(|value| nth(value, position)),
        _ => None,
    }
}

fn change(node: &mut Value, donor: Value, others: usize, draw: &mut Draw) {
    match node {
        Value::Array(list) if !list.is_empty() && draw.below(4) > 0 => {
            let (first, second) = (draw.below(list.len()), draw.below(list.len()));
            match draw.below(4) {
                0 => drop(list.remove(first)),
                1 => list.insert(second, list[first].clone()),
                2 => list.swap(first, second),
                _ => list.insert(second, donor),
            }
        }
        Value::Object(fields) if !fields.is_empty() && draw.below(4) > 0 => {
            let first = fields.keys().nth(draw.below(fields.len())).cloned().unwrap_or_default();
            match draw.below(4) {
                0 => drop(fields.remove(&first)),
                1 => rename(fields, &first, draw),
                2 => drop(fields.insert(first, donor)),
                _ => drop(fields.insert(word(draw), donor)),
            }
        }
        Value::String(text) if draw.below(3) > 0 => {
            let place = text.char_indices().map(|(place, _)| place).nth(draw.below(text.len())).unwrap_or(0);
            match draw.below(4) {
                0 => text.truncate(place),
                1 => text.insert_str(place, PIECES[draw.below(PIECES.len())]),
                2 => text.insert_str(0, PIECES[draw.below(PIECES.len())]),
                _ => *text = word(draw),
            }
        }
        Value::Number(number) if draw.below(3) > 0 => {
            let old = number.as_f64().unwrap_or_default();
            let new = match draw.below(6) {
                0 => old + 1.0,
                1 => old - 1.0,
                2 => old * 10.0,
                3 => old / 3.0,
                4 => -old,
                _ => NUMBERS[draw.below(NUMBERS.len())],
            };
            *node = if new.fract() == 0.0 && new.abs() < 1e15 { json!(whole(new)) } else { json!(new) };
        }
        _ => {
            *node = match draw.below(8) {
                0 => Value::Null,
                1 => json!(draw.below(2) == 0),
                2 => json!(NUMBERS[draw.below(NUMBERS.len())]),
                3 => json!(draw.below(7)),
                4 => json!(word(draw)),
                5 if others < 200 => json!([donor]),
                _ => donor,
            }
        }
    }
}

#[allow(clippy::cast_possible_truncation)]
fn whole(number: f64) -> i64 {
    number as i64
}

fn rename(fields: &mut Map<String, Value>, name: &str, draw: &mut Draw) {
    if let Some(value) = fields.remove(name) {
        fields.insert(word(draw), value);
    }
}

fn word(draw: &mut Draw) -> String {
    let words: Vec<&str> =
        DICTIONARY.lines().filter_map(|line| line.strip_prefix('"')?.strip_suffix('"')).collect();
    words[draw.below(words.len())].to_owned()
}

const NUMBERS: &[f64] = &[
    0.0,
    -0.0,
    1.0,
    0.5,
    0.1,
    0.95,
    0.99,
    1e-9,
    1e-300,
    5e-324,
    0.1,
    1e5,
    100_000.0,
    1e6,
    1e12,
    1e300,
    2.5,
    12.0,
    60.0,
    64.0,
    0.999_999_999,
    4_294_967_295.0,
    9_007_199_254_740_991.0,
    9_007_199_254_740_993.0,
];

const PIECES: &[&str] = &[
    " ",
    "'",
    "=",
    "'=",
    "-",
    "−",
    "+",
    "@",
    "\t",
    "\r\n",
    "\n",
    "\"",
    ";",
    ",",
    "\u{feff}",
    "\u{0}",
    "é",
    "😀",
    "__proto__",
    ".",
    "\u{a0}",
    "\u{202e}",
    "1",
];

/// Names and values that readers look for: those that libFuzzer is given too, a line each in quotation marks.
const DICTIONARY: &str = include_str!("../middle-layer.dict");
