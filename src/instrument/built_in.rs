//! The instrument that comes with the product.

use std::sync::LazyLock;

use super::Instrument;
use super::read::read_with_hash;
use crate::value::Value;

static BUILT_IN: LazyLock<Instrument> = LazyLock::new(|| {
    // A file that could not be read would leave an empty instrument; a test proves that it never is.
    let file: Value = crate::json::parse(FILE).unwrap_or_default();
    let hash = file.get("hash").and_then(Value::as_str).unwrap_or_default().to_owned();
    read_with_hash(&file, hash).unwrap_or_default()
});

/// `static/instrument.json`, without white space and with its hash.
pub const FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/instrument.json"));

impl Instrument {
    /// The instrument that comes with the product, read once.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::{BUILT_IN_ID, content_hash};

    #[test]
    fn the_file_is_read() {
        let instrument = Instrument::built_in();
        assert_eq!(instrument.id, BUILT_IN_ID);
        assert_eq!(instrument.items.len(), 48);
        assert_eq!(instrument.hash.len(), 64);
    }

    #[test]
    fn the_hash_leaves_itself_out() {
        let instrument = Instrument::built_in();
        let value = serde_json::to_value(instrument).unwrap();
        assert_eq!(value["hash"], instrument.hash);
        assert_eq!(content_hash(&value.into()), instrument.hash);
    }

    #[test]
    fn every_word_counts() {
        let mut instrument = Instrument::built_in().clone();
        instrument.attribution.question.push(' ');
        assert_ne!(content_hash(&serde_json::to_value(&instrument).unwrap().into()), instrument.hash);
    }
}
