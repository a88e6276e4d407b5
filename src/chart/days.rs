//! Where days go: parts of a whole, one after the other on a line.

/// One part, as positions from 0 to 100 along the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    /// Its left end.
    pub start: f64,
    /// How wide it is.
    pub width: f64,
}

/// Parts of a line that is as long as the largest of their sum and another number, and where that number stands.
#[must_use]
pub fn parts(days: &[f64], other: f64) -> (Vec<Part>, f64) {
    let mut sum = 0.0;
    for part in days {
        sum += part;
    }
    let whole = if sum > other { sum } else { other };
    let scale = if whole > 0.0 { 100.0 / whole } else { 0.0 };
    let mut start = 0.0;
    let mut all = Vec::new();
    for part in days {
        all.push(Part { start: start * scale, width: part * scale });
        start += part;
    }
    (all, other * scale)
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};

    #[test]
    fn parts_follow_each_other() {
        let (drawn, plan) = parts(&[10.0, 30.0], 20.0);
        assert_eq!(drawn, [Part { start: 0.0, width: 25.0 }, Part { start: 25.0, width: 75.0 }]);
        assert!((plan - 50.0).abs() < 1e-9);
    }

    #[test]
    fn a_larger_number_makes_the_line_longer() {
        let (drawn, plan) = parts(&[10.0], 40.0);
        assert_eq!(drawn, [Part { start: 0.0, width: 25.0 }]);
        assert!((plan - 100.0).abs() < 1e-9);
        assert_eq!(parts(&[], 0.0), (vec![], 0.0));
    }
}
