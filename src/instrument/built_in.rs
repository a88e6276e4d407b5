//! The instrument that comes with the product.

use std::sync::LazyLock;

use super::{Instrument, canonical};

static BUILT_IN: LazyLock<Instrument> = LazyLock::new(|| {
    // A file that could not be read would leave an empty instrument; a test proves that it never is.
    let mut instrument: Instrument =
        serde_json::from_str(include_str!("../../static/instrument.json")).unwrap_or_default();
    instrument.hash = instrument.content_hash();
    instrument
});

impl Instrument {
    /// The instrument that comes with the product, read once.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// SHA-256, in lower-case hex, of the RFC 8785 form of everything but [`Instrument::hash`].
    #[must_use]
    pub fn content_hash(&self) -> String {
        use sha2::{Digest, Sha256};
        use std::fmt::Write;

        let mut value = serde_json::to_value(self).unwrap_or_default();
        if let Some(object) = value.as_object_mut() {
            object.remove("hash");
        }
        Sha256::digest(canonical(&value)).iter().fold(String::new(), |mut hex, byte| {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::BUILT_IN_ID;

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
        assert_eq!(instrument.content_hash(), instrument.hash);
    }

    #[test]
    fn every_word_counts() {
        let mut instrument = Instrument::built_in().clone();
        instrument.attribution.question.push(' ');
        assert_ne!(instrument.content_hash(), instrument.hash);
    }
}
