//! Reading level, by a small estimate of syllables.

/// The words of a text, without punctuation.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '’' | '-' | '_' | '\'')))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_owned)
        .collect()
}

/// The sentences of a text.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive(['.', '?'])
        .map(str::trim)
        .filter(|part| part.chars().any(char::is_alphabetic))
        .collect()
}

/// An estimate of the syllables of an English word.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase().replace(['’', '\''], "");
    if word.chars().all(|letter| letter.is_ascii_digit()) {
        return 2;
    }
    let letters: Vec<char> = word.chars().collect();
    let vowel = |letter: char| matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'ö');
    let mut count = 0;
    let mut before = false;
    for &letter in &letters {
        let now = vowel(letter);
        count += usize::from(now && !before);
        before = now;
    }
    // Two vowels that are spoken apart.
    count += ["ia", "io", "uou", "eo", "ying", "uing", "iew"]
        .iter()
        .filter(|pair| {
            word.contains(**pair)
                && !["tion", "sion", "cial", "people", "view"].iter().any(|one| word.contains(one))
        })
        .count();
    // A silent e: at the end, before s where it is not spoken, in -ed.
    let silent = (word.ends_with('e')
        && !(word.ends_with("le") && letters.iter().rev().nth(2).is_some_and(|letter| !vowel(*letter))))
        || (word.ends_with("es")
            && !["ses", "zes", "ces", "ges", "xes", "ches", "shes"].iter().any(|end| word.ends_with(end)))
        || (word.ends_with("ed") && !word.ends_with("ted") && !word.ends_with("ded"));
    if silent && count > 1 {
        count -= 1;
    }
    count.max(1)
}

/// The Flesch-Kincaid grade of a text.
pub(crate) fn grade(text: &str) -> f64 {
    let words = words(text);
    let count = |value: usize| f64::from(u32::try_from(value).unwrap_or(u32::MAX));
    let spoken = words.iter().flat_map(|word| word.split('-')).map(syllables).sum::<usize>();
    0.39 * count(words.len()) / count(sentences(text).len().max(1))
        + 11.8 * count(spoken) / count(words.len())
        - 15.59
}

#[test]
fn syllables_are_counted_about_right() {
    for (word, expected) in [
        ("rollout", 2),
        ("manager", 3),
        ("measure", 2),
        ("judged", 1),
        ("people", 2),
        ("table", 2),
        ("decisions", 3),
        ("started", 2),
        ("changes", 2),
        ("organisation", 5),
        ("reviews", 2),
        ("tool", 1),
        ("business", 3),
        ("case", 1),
    ] {
        assert_eq!(syllables(word), expected, "{word}");
    }
}
