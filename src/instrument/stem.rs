//! What all questions of a page begin with, so that a page can say it once.

/// Fewer shared words than this are left where they are: showing them once would not make reading easier.
const FEWEST_WORDS: usize = 4;

/// The words that several texts begin with, and how each goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedStem<'a> {
    /// The shared beginning, whole words without the space after them.
    pub stem: &'a str,
    /// The rest of each text, in the same order, never empty.
    pub endings: Vec<&'a str>,
}

/// The longest run of whole leading words that all texts share: at least four words, at least two texts, and
/// something left of each text after it.
///
/// ```
/// # use middle_layer::instrument::shared_stem;
/// let shared = shared_stem(&["Is it harder for you to plan?", "Is it harder for you to hire?"]);
/// let shared = shared.unwrap();
/// assert_eq!(shared.stem, "Is it harder for you to");
/// assert_eq!(shared.endings, ["plan?", "hire?"]);
/// ```
#[must_use]
pub fn shared_stem<'a>(texts: &[&'a str]) -> Option<SharedStem<'a>> {
    let (first, others) = texts.split_first()?;
    if others.is_empty() {
        return None;
    }
    // A stem ends where a space stands, so that it never cuts a word.
    let mut longest = None;
    for (end, _) in first.match_indices(' ') {
        let (stem, rest) = first.split_at_checked(end)?;
        if !others.iter().all(|text| ending(text, stem).is_some()) {
            break;
        }
        if !rest.trim().is_empty() {
            longest = Some(stem);
        }
    }
    let stem = longest?;
    if stem.split_whitespace().count() < FEWEST_WORDS {
        return None;
    }
    let mut endings = Vec::new();
    for text in texts {
        endings.push(ending(text, stem)?);
    }
    Some(SharedStem { stem, endings })
}

/// What follows the stem and a space, if anything does.
fn ending<'a>(text: &'a str, stem: &str) -> Option<&'a str> {
    text.strip_prefix(stem)?.strip_prefix(' ').map(str::trim).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(texts: &[&str], expected: Option<(&str, &[&str])>) {
        let shared = shared_stem(texts);
        assert_eq!(shared.as_ref().map(|shared| (shared.stem, shared.endings.as_slice())), expected);
    }

    #[test]
    fn examples() {
        check(&["a b c d e", "a b c d f"], Some(("a b c d", &["e", "f"])));
        check(&["a b c d e", "a b c d e f"], Some(("a b c d", &["e", "e f"])));
        check(&["a b c d ex", "a b c d ey"], Some(("a b c d", &["ex", "ey"])));
    }

    #[test]
    fn no_stem() {
        check(&[], None);
        check(&["a b c d e"], None);
        check(&["a b c e", "a b c f"], None);
        check(&["a b c d", "a b c d"], None);
        check(&["a b c d e", "x b c d e"], None);
        check(&["", ""], None);
        check(&["a b c d ", "a b c d "], None);
    }
}
