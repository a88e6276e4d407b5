//! Even-odd consistency: do the two halves of each scale agree? SCIENCE 2.3; information only, never a flag.

use super::answers::{Shown, ShownItem};
use super::estimate::mean;
use crate::instrument::Construct;

/// Fewer scales than this tell nothing.
const FEWEST_SCALES: usize = 6;

/// The correlation r, over scales, of the mean keyed answer at odd positions with that at even positions, stepped
/// up to full length by Spearman-Brown, 2r / (1 + r), and not below -1.
///
/// The scales are all constructs shown, friction included and readiness as one. Positions count the items shown,
/// answered or not; a scale counts if both halves have an answer. Absent below six scales, or where a half does
/// not vary.
pub(super) fn even_odd(shown: &Shown) -> Option<f64> {
    let (mut odd, mut even) = (Vec::new(), Vec::new());
    for construct in Construct::ALL {
        let items = shown.of(construct);
        if let (Some(first), Some(second)) = (half(&items, 0), half(&items, 1)) {
            odd.push(first);
            even.push(second);
        }
    }
    if odd.len() < FEWEST_SCALES {
        return None;
    }
    let r = correlation(&odd, &even)?;
    let denominator = 1.0 + r;
    Some(if denominator > 0.0 { (2.0 * r / denominator).max(-1.0) } else { -1.0 })
}

/// The mean keyed answer at every second position of one scale, from the first (0) or the second (1).
fn half(items: &[ShownItem], start: usize) -> Option<f64> {
    let mut answers = Vec::new();
    for (position, item) in items.iter().enumerate() {
        if let Some(keyed) = item.keyed().filter(|_| position % 2 == start) {
            answers.push(f64::from(keyed));
        }
    }
    mean(&answers)
}

/// Pearson's correlation; absent where one side does not vary.
fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    // Compared directly: a variance of equal values need not come out as exactly 0.
    let varies = |values: &[f64]| values.windows(2).any(|pair| pair.first() != pair.last());
    if !varies(left) || !varies(right) {
        return None;
    }
    let (left_mean, right_mean) = (mean(left)?, mean(right)?);
    let (mut product, mut left_squares, mut right_squares) = (0.0, 0.0, 0.0);
    for (left, right) in left.iter().zip(right) {
        let (left, right) = (left - left_mean, right - right_mean);
        product += left * right;
        left_squares += left * left;
        right_squares += right * right;
    }
    Some((product / (left_squares * right_squares).sqrt()).clamp(-1.0, 1.0))
}
