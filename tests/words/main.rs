//! The words of a result: complete, short, plain, and without a claim that must not be made.

mod collect;
mod path;
mod problems;
mod reading;
mod scorecard;

use collect::{Kind, Text, all};
use middle_layer::diagnosis::{Source, Stall, Strength, Verdict};
use middle_layer::instrument::{Construct, Facet, Role};
use middle_layer::text::{Locale, MissCase, OwnRanking, ResultWords, VerdictCase, VerdictText};
use reading::{grade, sentences, words};

static ENGLISH: &ResultWords = Locale::English.result();

fn report(failures: &[String]) {
    assert!(failures.is_empty(), "{} texts:\n{}", failures.len(), failures.join("\n"));
}

fn failing(texts: &[Text], fails: impl Fn(&Text) -> Option<String>) -> Vec<String> {
    texts
        .iter()
        .filter_map(|text| fails(text).map(|why| format!("{why}: {}: {}", text.place, text.words)))
        .collect()
}

#[test]
fn nothing_is_empty_and_sentences_end_with_a_full_stop_while_phrases_do_not() {
    report(&failing(all(), |text| {
        let words = &text.words;
        let ok = match text.kind {
            Kind::Sentences | Kind::Headline => words.ends_with('.') || words.ends_with("us?"),
            Kind::Phrase => !words.ends_with(['.', ':', '?', ' ']),
            Kind::Question => words.ends_with('?'),
        };
        let clean =
            !words.is_empty() && words.trim() == words && !words.contains("  ") && !words.contains("..");
        (!(ok && clean)).then(|| "empty, ill spaced or ill ended".to_owned())
    }));
}

#[test]
fn a_headline_is_one_sentence_of_at_most_110_characters() {
    report(&failing(all(), |text| {
        let long = text.words.chars().count() > 110 || sentences(&text.words).len() != 1;
        (matches!(text.kind, Kind::Headline) && long).then(|| "headline".to_owned())
    }));
}

#[test]
fn no_sentence_is_longer_than_thirty_words() {
    report(&failing(all(), |text| {
        sentences(&text.words)
            .iter()
            .find(|sentence| words(sentence).len() > 30)
            .map(|sentence| format!("{} words", words(sentence).len()))
    }));
}

/// SCIENCE 6, and DESIGN, Voice.
#[test]
fn nothing_claims_what_must_not_be_claimed_and_nobody_is_blamed() {
    const WORDS: [&str; 22] = [
        "prove",
        "proves",
        "proved",
        "proven",
        "cause",
        "causes",
        "caused",
        "benchmark",
        "benchmarks",
        "percentile",
        "norm",
        "norms",
        "fault",
        "blame",
        "blames",
        "blamed",
        "journey",
        "leverage",
        "unlock",
        "unlocks",
        "guilty",
        "lazy",
    ];
    const PARTS: [&str; 9] = [
        "resist",
        "above average",
        "below average",
        "the average",
        "ai-driven",
        "!",
        "—",
        "–",
        "report your manager",
    ];
    report(&failing(all(), |text| {
        let lower = text.words.to_lowercase();
        let word = words(&lower).into_iter().find(|word| WORDS.contains(&word.as_str()));
        word.or_else(|| PARTS.iter().find(|part| lower.contains(**part)).map(|part| (*part).to_owned()))
    }));
}

#[test]
fn no_key_is_shown() {
    let codes = [
        "SFI", "CBI", "RDS", "SIG", "ATT", "FRI", "INC", "ACC", "MEA", "DEC", "CTL", "EXC", "MAN", "AUT",
        "CUL",
    ];
    report(&failing(all(), |text| {
        let leaks = words(&text.words).into_iter().find(|word| {
            let mut letters = word.chars();
            let code = matches!(letters.next(), Some('K' | 'M' | 'P' | 'V' | 'R' | 'E'))
                && word.len() > 1
                && letters.all(|letter| letter.is_ascii_digit());
            code || codes.contains(&word.as_str())
        });
        leaks.or_else(|| text.words.contains('_').then(|| "_".to_owned()))
    }));
}

/// A reader of fifteen can follow: Flesch-Kincaid grade at most 10 each, at most 8 at the median.
#[test]
fn a_reader_of_fifteen_can_follow() {
    let texts = all();
    let bodies: Vec<&Text> = texts.iter().filter(|text| matches!(text.kind, Kind::Sentences)).collect();
    let mut grades: Vec<f64> = bodies.iter().map(|text| grade(&text.words)).collect();
    grades.sort_by(f64::total_cmp);
    let median = grades[grades.len() / 2];
    assert!(median <= 8.0, "median grade {median:.1}");
    report(&failing(texts, |text| {
        let grade = grade(&text.words);
        (matches!(text.kind, Kind::Sentences) && grade > 10.0).then(|| format!("grade {grade:.1}"))
    }));
}

#[test]
fn what_a_person_can_do_differs_by_role() {
    for role in collect::ROLES {
        for other in collect::ROLES {
            if role == other {
                continue;
            }
            for name in collect::MOVES {
                assert_ne!(
                    (ENGLISH.move_text)(name, role).you_can,
                    (ENGLISH.move_text)(name, other).you_can,
                    "{name:?}"
                );
            }
            for name in collect::SPECIAL {
                assert_ne!(
                    (ENGLISH.special)(name, role).you_can,
                    (ENGLISH.special)(name, other).you_can,
                    "{name:?}"
                );
            }
        }
    }
}

#[test]
fn a_chart_label_fits() {
    for construct in Construct::ALL {
        let label = (ENGLISH.construct_short)(construct);
        assert!(label.chars().count() <= 34, "{label}");
    }
}

/// The source strings, each counted once, stay small: they travel in the wasm.
#[test]
fn the_words_stay_small() {
    let bytes = collect::fixed_bytes();
    assert!(bytes <= 45_000, "{bytes} bytes");
}

fn verdict(verdict: Verdict, strength: Strength, role: Role, stall: Stall) -> VerdictText {
    let facets = vec![Facet::Training];
    (ENGLISH.verdict)(&VerdictCase { verdict, strength, role, facets, half_width: Some("26".into()), stall })
}

#[test]
fn a_readiness_gap_is_said_to_be_no_structural_one() {
    let text = verdict(Verdict::Cultural, Strength::Moderate, Role::Manager, Stall::Clear);
    assert_eq!(text.headline, "Your answers point to missing training rather than to structure.");
    assert_eq!(
        text.meaning,
        "Your answers do not support a structural explanation here. They point to a genuine gap: missing training."
    );
}

#[test]
fn what_cannot_be_told_is_said_with_the_difference_that_could_be_seen() {
    let text = verdict(Verdict::Unclear, Strength::None, Role::Manager, Stall::Clear);
    assert!(text.meaning.contains("a difference below about 26 points cannot be seen"));
}

#[test]
fn slowness_without_a_barrier_points_to_technology_data_and_business_case() {
    let text = verdict(Verdict::Elsewhere, Strength::Moderate, Role::Executive, Stall::Clear);
    assert!(text.meaning.contains("Look at the technology, the data and the business case."));
}

/// Their form asks less, by design: the result says what it shows.
#[test]
fn frontline_people_are_not_told_that_they_answered_too_little() {
    for stall in [Stall::Clear, Stall::Some, Stall::None, Stall::Unknown] {
        let text = verdict(Verdict::Insufficient, Strength::None, Role::Frontline, stall);
        let words = format!("{} {} {}", text.headline, text.support, text.meaning).to_lowercase();
        for failure in ["too few", "too little", "not enough", "insufficient", "left open"] {
            assert!(!words.contains(failure), "{words}");
        }
    }
}

#[test]
fn a_rollout_that_is_not_slowing_is_never_called_slow() {
    for role in collect::ROLES {
        for name in [Verdict::Structural, Verdict::Cultural, Verdict::Both, Verdict::Aligned] {
            let text = verdict(name, Strength::Moderate, role, Stall::None);
            assert!(text.headline.starts_with("No slowing shows"), "{}", text.headline);
        }
    }
}

#[test]
fn a_ranking_is_given_in_points_beside_scores_never_as_shares() {
    let own = Some(OwnRanking { cultural: 1, structural: 5, other: 0, nothing_slows: false });
    let case = MissCase {
        own,
        friction: Some("31"),
        readiness: Some("69"),
        source: Source::Cultural,
        role: Role::Manager,
    };
    let text = (ENGLISH.miss)(&case);
    assert!(text.own.ends_with("You gave 5 to structure and 1 to people’s readiness."), "{}", text.own);
    assert!(text.evidence.contains("readiness, at 69, is clearly stronger"), "{}", text.evidence);
    assert!(text.together.is_some_and(|words| words.contains("different ways")));
    for text in collect::about_answers() {
        assert!(!text.words.contains(['%']) && !text.words.contains("percent"), "{}", text.words);
    }
}
