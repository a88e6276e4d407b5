//! How often a control catches something, as far as its numbers tell. SCIENCE 4.5.

/// The chance that the true rate lies beyond the end of a one-sided interval.
const BEYOND: f64 = 0.05;
/// Halvings of an interval of 0 to 1: its end is then exact to the last digits.
const HALVINGS: u32 = 60;

/// The upper end of the one-sided 95 % interval of Clopper & Pearson (1934): the largest rate p at which `caught` or
/// fewer of `run` still have a chance of 5 %. 1 where nothing was run.
pub(super) fn upper(caught: u32, run: u32) -> f64 {
    if caught >= run {
        return 1.0;
    }
    let (mut low, mut high) = (f64::from(caught) / f64::from(run), 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if chance_of_at_most(caught, run, middle) > BEYOND {
            low = middle;
        } else {
            high = middle;
        }
    }
    f64::midpoint(low, high)
}

/// The lower end: 1 less the upper end of the rate of not catching anything. 0 where nothing was run.
pub(super) fn lower(caught: u32, run: u32) -> f64 {
    if run == 0 { 0.0 } else { 1.0 - upper(run.saturating_sub(caught), run) }
}

/// P(X <= k) of n trials with chance p above k / n: the terms fall from k down, so that the sum needs no more of them
/// than count.
fn chance_of_at_most(caught: u32, run: u32, rate: f64) -> f64 {
    let (successes, failures) = (f64::from(caught), f64::from(run - caught));
    let odds = (1.0 - rate) / rate;
    let log = ln_factorial(run) - ln_factorial(caught) - ln_factorial(run - caught)
        + successes * libm::log(rate)
        + failures * libm::log(1.0 - rate);
    // exp(x) as 1 + expm1(x): one function of the library instead of two.
    let mut term = 1.0 + libm::expm1(log);
    let mut sum = term;
    for step in 0..caught {
        let left = f64::from(step);
        term *= (successes - left) / (failures + left + 1.0) * odds;
        sum += term;
        if term < sum * 1e-18 {
            break;
        }
    }
    sum
}

/// ln n!: the sum up to 20, then Stirling's series.
fn ln_factorial(number: u32) -> f64 {
    if number <= 20 {
        let factorial: f64 = (2..=number).map(f64::from).product();
        return libm::log(factorial);
    }
    let x = f64::from(number) + 1.0;
    let series =
        (1.0 - (1.0 / 30.0 - (1.0 / 105.0 - 1.0 / (140.0 * x * x)) / (x * x)) / (x * x)) / (12.0 * x);
    (x - 0.5) * libm::log(x) - x + 0.918_938_533_204_672_7 + series
}

#[cfg(test)]
mod tests {
    use super::{lower, upper};

    /// Computed with 40 digits.
    #[test]
    fn reference_values() {
        for (caught, run, expected) in [
            (3, 20, 0.343_663_804_314_281_83),
            (2, 24, 0.239_801_016_128_801_8),
            (1, 24, 0.182_892_469_755_646_38),
            (0, 12, 0.220_922_191_945_555_9),
            (7, 8, 0.993_608_849_045_455),
            (50, 200, 0.305_467_356_649_193_86),
            (1, 1000, 0.004_734_993_575_499_778),
            (480, 1000, 0.506_505_221_982_667_1),
            (999, 1000, 0.999_948_708_021_091),
            (3, 100_000, 0.000_077_534_722_385_647_09),
            (12_345, 100_000, 0.125_174_116_298_721_95),
            (400_000, 1_000_000, 0.400_806_523_558_021_1),
            (0, 1_000_000, 2.995_727_786_352_544_4e-6),
        ] {
            let found = upper(caught, run);
            let allowed = if run <= 1000 { 1e-12 * expected } else { 1e-12 };
            assert!((found - expected).abs() < allowed, "{caught} of {run}: {found}, not {expected}");
            assert!((lower(run - caught, run) - (1.0 - expected)).abs() < 1e-12);
        }
    }

    #[test]
    fn ends() {
        assert!((upper(0, 24) - (1.0 - 0.05_f64.powf(1.0 / 24.0))).abs() < 1e-15);
        assert!((lower(24, 24) - 0.05_f64.powf(1.0 / 24.0)).abs() < 1e-15);
        let ends = [upper(0, 0), lower(0, 0), upper(5, 5), lower(0, 5)];
        assert_eq!(ends.map(f64::to_bits), [1.0_f64, 0.0, 1.0, 0.0].map(f64::to_bits));
    }
}
