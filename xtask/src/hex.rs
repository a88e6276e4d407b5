//! Bytes as text, two digits for each.

use std::fmt::Write as _;

/// In small letters, as `sha256sum` and CycloneDX have them.
pub(crate) fn of(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn two_digits_each() {
        assert_eq!(super::of(&[0, 10, 255]), "000aff");
    }
}
