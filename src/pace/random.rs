//! Random numbers that are the same on every machine.

/// PCG32 (O'Neill 2014), the variant XSH-RR with 64 bits of state.
#[derive(Debug, Clone)]
pub(super) struct Random {
    state: u64,
}

const MULTIPLIER: u64 = 6_364_136_223_846_793_005;
/// Stream 54, as in the reference implementation's own example.
const INCREMENT: u64 = (54 << 1) | 1;

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        let mut random = Self { state: 0 };
        random.next();
        random.state = random.state.wrapping_add(seed);
        random.next();
        random
    }

    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the release is built for size, and this runs millions of times"
    )]
    fn next(&mut self) -> u32 {
        let old = self.state;
        self.state = old.wrapping_mul(MULTIPLIER).wrapping_add(INCREMENT);
        #[expect(clippy::cast_possible_truncation, reason = "the middle 32 bits")]
        let mixed = (((old >> 18) ^ old) >> 27) as u32;
        mixed.rotate_right((old >> 59) as u32)
    }

    /// A number above 0 and below 1: `(u32 + 0.5) / 2^32`.
    #[inline(always)]
    #[expect(
        clippy::inline_always,
        reason = "the release is built for size, and this runs millions of times"
    )]
    pub(super) fn uniform(&mut self) -> f64 {
        (f64::from(self.next()) + 0.5) * (1.0 / 4_294_967_296.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Random;

    #[test]
    fn as_the_reference_implementation() {
        // The output of pcg32-demo for seed 42, stream 54.
        let expected = [0xa15c_02b7, 0x7b47_f409, 0xba1d_3330, 0x83d2_f293, 0xbfa4_784b, 0xcbed_606e];
        let mut random = Random::new(42);
        assert_eq!(expected.map(|_| random.next()), expected);
    }
}
