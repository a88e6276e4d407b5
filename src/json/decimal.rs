//! Numbers between decimal text and 64 bits, both ways exact.
//!
//! The standard library does the same by tables that would make a tenth of the whole product. A file holds a few dozen
//! numbers at most, so plain arithmetic on large whole numbers is fast enough here.

use std::cmp::Ordering;

/// Digits beyond this many cannot change a number of 64 bits, except by not being 0.
const MOST_DIGITS: usize = 800;
/// Powers of ten beyond this make every number of [`MOST_DIGITS`] digits 0 or infinite.
const FURTHEST: i32 = 1200;
/// The stored bits of a number's whole part, without the leading one.
const STORED: i32 = 52;
/// The smallest power of two that a number is counted in.
const LOWEST: i32 = -1074;

/// A whole number of any size, 32 bits a place, the lowest first and no 0 at the end.
#[derive(Debug, Clone)]
struct Large(Vec<u32>);

impl Large {
    fn new(number: u64) -> Self {
        let mut large = Self(vec![low_half(number), low_half(number >> 32)]);
        large.trim();
        large
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    fn bits(&self) -> i32 {
        let leading = self.0.last().map_or(0, |last| last.leading_zeros());
        i32::try_from(32 * self.0.len()).unwrap_or(i32::MAX) - leading.cast_signed()
    }

    /// Times a factor, plus an addend.
    fn multiply(&mut self, factor: u32, addend: u32) {
        let mut carried = u64::from(addend);
        for place in &mut self.0 {
            carried += u64::from(*place) * u64::from(factor);
            *place = low_half(carried);
            carried >>= 32;
        }
        self.0.push(low_half(carried));
        self.trim();
    }

    fn times_ten_to(&mut self, power: i32) {
        for _ in 0..power {
            self.multiply(10, 0);
        }
    }

    fn times_two_to(&mut self, power: i32) {
        for _ in 0..power / 31 {
            self.multiply(1 << 31, 0);
        }
        if power > 0 {
            self.multiply(1 << (power % 31), 0);
        }
    }

    fn compare(&self, other: &Self) -> Ordering {
        let by_length = self.0.len().cmp(&other.0.len());
        by_length.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }

    fn add(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()) + 1, 0);
        let mut carried = 0;
        for (place, more) in self.0.iter_mut().zip(other.0.iter().chain(std::iter::repeat(&0))) {
            carried += u64::from(*place) + u64::from(*more);
            *place = low_half(carried);
            carried >>= 32;
        }
        self.trim();
    }

    /// Takes another away if it is not larger; says whether it did.
    fn take(&mut self, other: &Self) -> bool {
        if self.compare(other).is_lt() {
            return false;
        }
        let mut borrowed = false;
        for (place, less) in self.0.iter_mut().zip(other.0.iter().chain(std::iter::repeat(&0))) {
            let (rest, first) = place.overflowing_sub(*less);
            let (rest, second) = rest.overflowing_sub(borrowed.into());
            *place = rest;
            borrowed = first || second;
        }
        self.trim();
        true
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what is asked for")]
const fn low_half(number: u64) -> u32 {
    number as u32
}

/// The number nearest to these decimal digits times a power of ten; of two equally near ones the even one. Other
/// characters among the digits do not count. Infinite where it is too large.
pub(super) fn nearest(digits: &str, power_of_ten: i32) -> f64 {
    let mut power = power_of_ten;
    let mut number = Large::new(0);
    let mut significant = 0;
    let mut more = false;
    for digit in digits.chars().filter_map(|character| character.to_digit(10)) {
        if significant > 0 || digit > 0 {
            significant += 1;
        }
        if significant <= MOST_DIGITS {
            number.multiply(10, digit);
        } else {
            more |= digit > 0;
            power = power.saturating_add(1);
        }
    }
    if significant == 0 {
        return 0.0;
    }
    number.multiply(10, more.into());
    let power = power.saturating_sub(1).clamp(-FURTHEST, FURTHEST);

    // The number as a fraction, brought to a value from 1 to under 2 by a power of two.
    let mut divisor = Large::new(1);
    number.times_ten_to(power);
    divisor.times_ten_to(-power);
    let mut exponent = number.bits() - divisor.bits();
    divisor.times_two_to(exponent);
    number.times_two_to(-exponent);
    if number.compare(&divisor).is_lt() {
        number.times_two_to(1);
        exponent -= 1;
    }

    // As many bits as can be kept, and one more to round by; below the normal numbers these are fewer.
    let wanted = (exponent - LOWEST).clamp(-2, STORED) + 2;
    let mut bits: u64 = 0;
    for _ in 0..wanted {
        bits = 2 * bits + u64::from(number.take(&divisor));
        number.times_two_to(1);
    }
    let exact = number.0.is_empty();
    let round = bits & 1 == 1 && (!exact || bits & 2 == 2);
    let whole = (bits >> 1) + u64::from(round);

    // Bits that carry over into the exponent make the next larger number, as they should.
    let scale = (exponent - STORED).max(LOWEST) - LOWEST;
    if scale > 2045 {
        return f64::INFINITY;
    }
    let above = u64::try_from(scale).unwrap_or_default();
    f64::from_bits((above << STORED) + whole)
}

/// The fewest decimal digits that are read back as this number, as JavaScript writes it. Only for finite numbers.
pub(super) fn shortest(number: f64) -> String {
    let magnitude = number.abs();
    if magnitude == 0.0 {
        return "0".to_owned();
    }
    let (digits, point) = shortest_digits(magnitude);
    let mut text = if number < 0.0 { "-".to_owned() } else { String::new() };
    let count = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let zeros = |text: &mut String, count: i32| (0..count).for_each(|_| text.push('0'));
    if (-5..=21).contains(&point) {
        if point <= 0 {
            text.push_str("0.");
            zeros(&mut text, -point);
        }
        for (place, digit) in (0..).zip(digits.chars()) {
            if place == point && place > 0 {
                text.push('.');
            }
            text.push(digit);
        }
        zeros(&mut text, point - count);
        return text;
    }
    for (place, digit) in digits.chars().enumerate() {
        if place == 1 {
            text.push('.');
        }
        text.push(digit);
    }
    text.push_str(if point > 0 { "e+" } else { "e-" });
    text.push_str(&(point - 1).unsigned_abs().to_string());
    text
}

/// The digits, and how many of them stand before the point: 0.d1 d2 ... times 10 to that power. Free-format printing
/// after Steele & White (1990).
fn shortest_digits(magnitude: f64) -> (String, i32) {
    let bits = magnitude.to_bits();
    let stored = i32::try_from(bits >> STORED).unwrap_or_default();
    let fraction = bits & ((1 << STORED) - 1);
    let whole = if stored == 0 { fraction } else { fraction | 1 << STORED };
    let exponent = stored.max(1) - 1 + LOWEST;
    let even = whole % 2 == 0;

    // The number is rest / unit; what rounds to it reaches from half the gap below it to half the gap above.
    let (mut rest, mut unit) = (Large::new(whole), Large::new(1));
    let mut above = Large::new(1);
    rest.times_two_to(exponent.max(0) + 2);
    unit.times_two_to((-exponent).max(0) + 2);
    above.times_two_to(exponent.max(0) + 1);
    // Below a power of two the gap is half as wide.
    let mut below = Large::new(1);
    below.times_two_to(exponent.max(0) + i32::from(fraction != 0 || stored <= 1));

    let reaches = |rest: &Large, above: &Large, unit: &Large| {
        let mut end = rest.clone();
        end.add(above);
        let end = end.compare(unit);
        end.is_gt() || (even && end.is_eq())
    };
    let mut point = 0;
    while reaches(&rest, &above, &unit) {
        unit.multiply(10, 0);
        point += 1;
    }
    let mut digits = String::new();
    let mut leading = true;
    loop {
        for large in [&mut rest, &mut above, &mut below] {
            large.multiply(10, 0);
        }
        if leading && !reaches(&rest, &above, &unit) {
            point -= 1;
            continue;
        }
        leading = false;
        let mut digit = 0;
        while rest.take(&unit) {
            digit += 1;
        }
        let low = rest.compare(&below);
        let low = low.is_lt() || (even && low.is_eq());
        let high = reaches(&rest, &above, &unit);
        if low || high {
            rest.multiply(2, 0);
            let up = high && (!low || !rest.compare(&unit).is_lt());
            digits.extend(char::from_digit(digit + u32::from(up), 10));
            return (digits, point);
        }
        digits.extend(char::from_digit(digit, 10));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{nearest, shortest};

    /// Reads a number as the standard library writes it with an exponent.
    fn read(text: &str) -> f64 {
        let (digits, power) = text.split_once('e').unwrap_or((text, "0"));
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        nearest(digits, power.parse::<i32>().unwrap() - i32::try_from(decimals).unwrap())
    }

    fn same(digits: &str, power: i32, expected: f64) {
        assert_eq!(nearest(digits, power).to_bits(), expected.to_bits(), "{digits} {power}");
    }

    fn check(number: f64) {
        let text = shortest(number.abs());
        assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.abs().to_bits(), "{text}");
        assert_eq!(read(&text.replace('+', "")).to_bits(), number.abs().to_bits(), "{text}");
        let plain = |text: &str| {
            let (digits, power) = text.split_once('e').unwrap();
            (digits.replace('.', ""), power.parse::<i32>().unwrap())
        };
        let ours = format!("{:e}", text.parse::<f64>().unwrap());
        let digits: String = text.split('e').next().unwrap().chars().filter(char::is_ascii_digit).collect();
        assert_eq!(plain(&ours), plain(&format!("{:e}", number.abs())));
        assert_eq!(digits.trim_matches('0'), plain(&ours).0.trim_matches('0'), "no digit too many: {text}");
    }

    #[test]
    fn as_javascript_writes_them() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1.0, "1"),
            (-2.5, "-2.5"),
            (0.1, "0.1"),
            (0.1 + 0.2, "0.30000000000000004"),
            (1e21, "1e+21"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e-6, "0.000001"),
            (1e-7, "1e-7"),
            (1.25e-9, "1.25e-9"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (100.0, "100"),
            (1_234.5, "1234.5"),
        ] {
            assert_eq!(shortest(number), text);
        }
    }

    #[test]
    fn ends_of_the_range() {
        for number in [
            f64::MIN_POSITIVE,
            f64::MIN_POSITIVE.next_down(),
            5e-324,
            1e-323,
            f64::MAX,
            9_007_199_254_740_993.0,
            2.0_f64.powi(-1022),
            2.0_f64.powi(60),
            1e22,
            1e23,
        ] {
            check(number);
        }
        assert!(nearest("1", 400).is_infinite());
        assert!(nearest("17976931348623159", 292).is_infinite());
        same("17976931348623158", 292, f64::MAX);
        same("1", -400, 0.0);
        same("1", i32::MIN, 0.0);
        same("2", -324, 0.0);
        same("3", -324, 5e-324);
        same("0000", 5, 0.0);
    }

    #[test]
    fn halves_are_rounded_to_even_unless_a_far_digit_says_otherwise() {
        // Half way between 2^53 and 2^53 + 2.
        same("9007199254740993", 0, 9_007_199_254_740_992.0);
        let far = format!("9007199254740993{}1", "0".repeat(2000));
        same(&far, -2001, 9_007_199_254_740_994.0);
        let none = format!("9007199254740993{}", "0".repeat(2000));
        same(&none, -2000, 9_007_199_254_740_992.0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn every_number_there_and_back(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            prop_assume!(number.is_finite());
            check(number);
        }

        #[test]
        fn usual_numbers_there_and_back(digits in 0_u32..2_000_000, places in 0_i32..9) {
            check(f64::from(digits) / 10_f64.powi(places));
        }

        #[test]
        fn as_the_standard_library_reads_them(digits in "[0-9]{1,40}", power in -360_i32..330) {
            let theirs: f64 = format!("{digits}e{power}").parse().unwrap();
            prop_assert_eq!(nearest(&digits, power).to_bits(), theirs.to_bits());
        }
    }
}
