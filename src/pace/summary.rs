//! What many lead times come to. SCIENCE 4.3 and 7.

/// The normal quantile of the rank intervals, as SCIENCE 4.3 has it.
const Z: f64 = 1.96;

/// A percentile of lead times.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Percentile {
    /// So many units of 100 take at most this many days.
    pub days: f64,
    /// Its 95 % interval, by ranks.
    pub band95: [f64; 2],
}

/// Lead times of many units, in days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Summary {
    /// Their mean.
    pub mean: f64,
    /// Standard deviation, with n - 1.
    pub sd: f64,
    /// The median, the 85th and the 95th percentile.
    pub percentiles: [Percentile; 3],
}

/// Mean, deviation and percentiles, from lead times as they came and in order.
pub(super) fn summarise(times: &[f64], sorted: &[f64]) -> Summary {
    let count = as_number(times.len());
    let mean = mean(times);
    let mut squares = 0.0;
    for time in times {
        squares += (time - mean) * (time - mean);
    }
    Summary {
        mean,
        sd: (squares / (count - 1.0)).sqrt(),
        percentiles: [50, 85, 95].map(|percent| percentile(sorted, percent)),
    }
}

/// The value at rank ceil(n p); its interval reaches from rank floor(n p - 1.96 sqrt(n p (1 - p))) to rank
/// ceil(n p + 1.96 sqrt(n p (1 - p))) + 1, within 1 and n.
fn percentile(sorted: &[f64], percent: usize) -> Percentile {
    let hundredths = sorted.len() * percent;
    let middle = as_number(hundredths) / 100.0;
    let half = Z * (middle * (1.0 - as_number(percent) / 100.0)).sqrt();
    let at = |rank: usize| sorted.get(rank.max(1) - 1).or(sorted.last()).copied().unwrap_or_default();
    Percentile {
        days: at(hundredths.div_ceil(100)),
        band95: [at(whole(middle - half)), at(whole((middle + half).ceil()) + 1)],
    }
}

/// The share of lead times within some days.
pub(super) fn share_within(times: &[f64], days: f64) -> f64 {
    let mut within = 0;
    for time in times {
        within += usize::from(*time <= days);
    }
    as_number(within) / as_number(times.len())
}

/// The mean, as a plain sum from left to right.
pub(super) fn mean(values: &[f64]) -> f64 {
    let mut sum = 0.0;
    for value in values {
        sum += value;
    }
    sum / as_number(values.len())
}

/// In ascending order, byte by byte: of numbers that are not negative the bits have the same order. Shorter than the
/// general sort of the library, and faster.
pub(super) fn sorted(times: &[f64]) -> Vec<f64> {
    let mut from = times.to_vec();
    let mut to = times.to_vec();
    for byte in 0..8 {
        let digit = |time: f64| (time.to_bits() >> (8 * byte) & 0xff) as usize;
        // Where the times with each digit begin, from how many have a smaller one.
        let mut starts = [0_usize; 257];
        for time in &from {
            if let Some(start) = starts.get_mut(digit(*time) + 1) {
                *start += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        for time in &from {
            if let Some(start) = starts.get_mut(digit(*time)) {
                if let Some(place) = to.get_mut(*start) {
                    *place = *time;
                }
                *start += 1;
            }
        }
        std::mem::swap(&mut from, &mut to);
    }
    from
}

#[expect(clippy::cast_precision_loss, reason = "counts of trials, far below 2^53")]
pub(super) fn as_number(count: usize) -> f64 {
    count as f64
}

/// A rank: the whole part; below 0 it is 0.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "ranks of trials")]
fn whole(number: f64) -> usize {
    number as usize
}
