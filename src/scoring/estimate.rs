//! A score with its error of measurement.

use super::Estimate;

/// Error of one answer in points: one response step. SCIENCE 2.2.
pub const SIGMA_E: f64 = 25.0;

/// The 97.5 % point of the standard normal distribution.
pub const Z95: f64 = 1.959_963_984_540_054;

/// A small count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of items, far below 2^53")]
pub(super) fn count(number: usize) -> f64 {
    number as f64
}

/// The mean, as a plain sum from left to right; absent for no values.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

impl Estimate {
    /// A score with its standard error and the band score ± 1.96 SEM, which is not clipped. SCIENCE 2.2.
    #[must_use]
    pub fn new(score: f64, sem: f64) -> Self {
        let half = Z95 * sem;
        Self { score: Some(score), sem: Some(sem), band95: Some([score - half, score + half]) }
    }

    /// The score of keyed answers y: 25 (mean(y) - 1), with SEM = 25 / sqrt(number of answers).
    /// SCIENCE 2.1 and 2.2.
    pub(super) fn of_answers(keyed: &[u8]) -> Self {
        let total: u32 = keyed.iter().copied().map(u32::from).sum();
        let answered = count(keyed.len());
        if keyed.is_empty() {
            return Self::default();
        }
        Self::new(25.0 * (f64::from(total) / answered - 1.0), SIGMA_E / answered.sqrt())
    }

    /// The mean of those parts that have a score, with SEM = sqrt(sum of SEM²) / number, if there are at least
    /// `needed` of them; and their number. SCIENCE 2.1 and 2.2.
    pub(super) fn of_parts<'a>(parts: impl Iterator<Item = &'a Self>, needed: usize) -> (Self, usize) {
        let (mut number, mut total, mut squares) = (0, 0.0, 0.0);
        for part in parts {
            if let (Some(score), Some(sem)) = (part.score, part.sem) {
                number += 1;
                total += score;
                squares += sem * sem;
            }
        }
        if number == 0 || number < needed {
            return (Self::default(), number);
        }
        (Self::new(total / count(number), squares.sqrt() / count(number)), number)
    }
}
