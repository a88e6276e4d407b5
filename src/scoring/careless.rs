//! Signs of careless responding. SCIENCE 2.3, with the precise rules of section 7.

use super::answers::{Shown, ShownItem};
use super::estimate::{count, mean};
use super::even_odd::even_odd;
use super::{Quality, QualityFlag, QualityVerdict};
use crate::instrument::{AGREEMENT_SCALE, opposite_pairs};
use crate::response::{PageTime, Response};

/// Fewer answers than this tell nothing about runs and variation.
const FEWEST_ANSWERS: usize = 10;
/// A standard deviation below this is flagged.
const LOW_IRV: f64 = 0.5;
/// Fewer pairs than this tell nothing about contradiction.
const FEWEST_PAIRS: usize = 4;
/// A mean contradiction of this or more is flagged.
const HIGH_CONTRADICTION: f64 = 2.0;
/// A page below this many seconds an item was not read.
const FAST_SECONDS: f64 = 2.0;

/// The indices of careless responding and the flags that they raise: none is `ok`, one is `review` (the response
/// is kept), two or more `exclude_suggested`.
pub(super) fn quality(shown: &Shown, response: &Response) -> Quality {
    let agreement = || shown.items.iter().filter(|shown| shown.item.scale == AGREEMENT_SCALE);
    let mut raw = Vec::new();
    for item in agreement() {
        if let Some(answer) = item.raw() {
            raw.push(f64::from(answer));
        }
    }
    let answered = raw.len();
    let longstring = longest_run(agreement().map(ShownItem::raw));
    let irv = standard_deviation(&raw);
    let differences = contradictions(shown, response);
    let pairs = differences.len();
    let contradiction = mean(&differences).filter(|_| pairs >= FEWEST_PAIRS);

    let enough = answered >= FEWEST_ANSWERS;
    let raised = [
        (QualityFlag::Longstring, enough && longstring >= longest_usual_run(answered)),
        (QualityFlag::LowVariability, enough && irv.is_some_and(|irv| irv < LOW_IRV)),
        (QualityFlag::Contradiction, contradiction.is_some_and(|mean| mean >= HIGH_CONTRADICTION)),
        (QualityFlag::TooFast, too_fast(response.pages.as_deref().unwrap_or_default())),
    ];
    let mut flags = Vec::new();
    for (flag, raised) in raised {
        if raised {
            flags.push(flag);
        }
    }
    let verdict = match flags.len() {
        0 => QualityVerdict::Ok,
        1 => QualityVerdict::Review,
        _ => QualityVerdict::ExcludeSuggested,
    };
    Quality { verdict, flags, answered, longstring, irv, contradiction, pairs, even_odd: even_odd(shown) }
}

/// The longest run of equal answers; a missing answer or one that does not apply breaks a run.
fn longest_run(answers: impl Iterator<Item = Option<u8>>) -> usize {
    let (mut longest, mut run, mut previous) = (0, 0, None);
    for answer in answers {
        run = match answer {
            None => 0,
            Some(_) if answer == previous => run + 1,
            Some(_) => 1,
        };
        previous = answer;
        longest = longest.max(run);
    }
    longest
}

/// A run of this length is flagged: max(7, min(10, ceil(n/2))).
fn longest_usual_run(answered: usize) -> usize {
    answered.div_ceil(2).clamp(7, 10)
}

/// IRV: the standard deviation (n - 1) of the raw answers; absent below two.
fn standard_deviation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let centre = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - centre) * (value - centre)).sum();
    Some((squares / count(values.len() - 1)).sqrt())
}

/// How far the answers to each pair of opposites contradict each other: |x+ - (6 - x-)|.
fn contradictions(shown: &Shown, response: &Response) -> Vec<f64> {
    let mut differences = Vec::new();
    for (positive, negative) in opposite_pairs(response.role) {
        if let (Some(positive), Some(negative)) = (shown.raw(positive), shown.raw(negative)) {
            differences.push((f64::from(positive) - (6.0 - f64::from(negative))).abs());
        }
    }
    differences
}

/// Whether at least half of the pages took less than two seconds an item.
fn too_fast(pages: &[PageTime]) -> bool {
    let fast =
        pages.iter().filter(|page| f64::from(page.seconds) < FAST_SECONDS * f64::from(page.items)).count();
    !pages.is_empty() && 2 * fast >= pages.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs() {
        fn check(answers: &[u8], expected: usize) {
            let answers = answers.iter().map(|&answer| (answer > 0).then_some(answer));
            assert_eq!(longest_run(answers), expected);
        }
        check(&[], 0);
        check(&[0, 0], 0);
        check(&[1], 1);
        check(&[1, 1, 2, 2, 2], 3);
        check(&[1, 1, 0, 1], 2);
        check(&[0, 3, 3, 0], 2);
    }

    #[test]
    fn critical_runs() {
        for (answered, expected) in [(10, 7), (14, 7), (15, 8), (19, 10), (20, 10), (33, 10)] {
            assert_eq!(longest_usual_run(answered), expected, "{answered}");
        }
    }

    #[test]
    fn speed() {
        fn check(pages: &[(u32, u32)], expected: bool) {
            let pages: Vec<PageTime> =
                pages.iter().map(|&(seconds, items)| PageTime { items, seconds }).collect();
            assert_eq!(too_fast(&pages), expected);
        }
        check(&[], false);
        check(&[(11, 6)], true);
        check(&[(12, 6)], false);
        check(&[(11, 6), (30, 6)], true);
        check(&[(11, 6), (30, 6), (30, 6)], false);
    }
}
