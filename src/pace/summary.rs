//! What many lead times come to. SCIENCE 4.3 and 7.

use serde::Serialize;

/// The normal quantile of the rank intervals, as SCIENCE 4.3 has it.
const Z: f64 = 1.96;

/// 95 % intervals of percentiles, by ranks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RankBands {
    /// Of the median.
    pub p50: [f64; 2],
    /// Of the 85th percentile.
    pub p85: [f64; 2],
    /// Of the 95th percentile.
    pub p95: [f64; 2],
}

/// Lead times of simulated units, in days.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Summary {
    pub(super) mean: f64,
    /// With n - 1.
    pub(super) sd: f64,
    pub(super) p50: f64,
    pub(super) p85: f64,
    pub(super) p95: f64,
    pub(super) bands: RankBands,
    /// In order.
    pub(super) sorted: Vec<f64>,
}

/// Mean, deviation and percentiles. A percentile is the value at rank ceil(p n); its interval reaches from rank
/// floor(n p - 1.96 sqrt(n p (1 - p))) to rank ceil(n p + 1.96 sqrt(n p (1 - p))) + 1, within 1 and n.
pub(super) fn summarise(times: &[f64]) -> Summary {
    let count = as_number(times.len());
    let mean = times.iter().sum::<f64>() / count;
    let squares: f64 = times.iter().map(|time| (time - mean) * (time - mean)).sum();
    let sorted = sort(times);
    let percentile = |percent: usize| {
        let at = |rank: usize| sorted.get(rank.clamp(1, sorted.len()) - 1).copied().unwrap_or_default();
        let (share, middle) = (as_number(percent) / 100.0, as_number(times.len() * percent) / 100.0);
        let half = Z * (middle * (1.0 - share)).sqrt();
        let band = [at(whole((middle - half).floor())), at(whole((middle + half).ceil()) + 1)];
        (at((times.len() * percent).div_ceil(100)), band)
    };
    let ((p50, median), (p85, high), (p95, highest)) = (percentile(50), percentile(85), percentile(95));
    Summary {
        mean,
        sd: (squares / (count - 1.0).max(1.0)).sqrt(),
        p50,
        p85,
        p95,
        bands: RankBands { p50: median, p85: high, p95: highest },
        sorted,
    }
}

/// The share of lead times within some days.
pub(super) fn share_within(sorted: &[f64], days: f64) -> f64 {
    as_number(sorted.iter().take_while(|time| **time <= days).count()) / as_number(sorted.len())
}

/// In ascending order, byte by byte: of numbers that are not negative the bits have the same order. Shorter than the
/// general sort of the library, and faster.
fn sort(times: &[f64]) -> Vec<f64> {
    let mut from: Vec<u64> = times.iter().map(|time| time.to_bits()).collect();
    let mut to = vec![0; from.len()];
    for byte in 0..8 {
        let digit = |bits: u64| (bits >> (8 * byte) & 0xff) as usize;
        let mut starts = [0_usize; 257];
        for bits in &from {
            if let Some(start) = starts.get_mut(digit(*bits) + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        for bits in &from {
            if let Some(start) = starts.get_mut(digit(*bits)) {
                if let Some(place) = to.get_mut(*start) {
                    *place = *bits;
                }
                *start += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
    }
    from.into_iter().map(f64::from_bits).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of trials, far below 2^53")]
pub(super) fn as_number(count: usize) -> f64 {
    count as f64
}

/// A rank from a whole number; below 0 it is 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and ranks of trials")]
fn whole(number: f64) -> usize {
    number.max(0.0) as usize
}

/// The mean, as a plain sum from left to right; absent for no values.
pub(super) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / as_number(values.len()))
}
