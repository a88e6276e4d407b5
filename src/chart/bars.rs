//! Figures as bars from a common zero.

/// One bar, as positions from 0 to 100 along the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Its left end.
    pub start: f64,
    /// Its right end.
    pub end: f64,
    /// Where zero is.
    pub zero: f64,
}

/// Bars for figures that may be negative, on one scale that reaches from the lowest to the highest and holds zero.
#[must_use]
pub fn bars(figures: &[f64]) -> Vec<Bar> {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for figure in figures {
        low = low.min(*figure);
        high = high.max(*figure);
    }
    let width = if high > low { high - low } else { 1.0 };
    let place = |figure: f64| (figure - low) / width * 100.0;
    let zero = place(0.0);
    let bar = |figure: &f64| Bar { start: place(figure.min(0.0)), end: place(figure.max(0.0)), zero };
    figures.iter().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use super::{Bar, bars};

    #[test]
    fn bars_share_their_zero() {
        let drawn = bars(&[-1.0, 3.0, 0.0]);
        assert_eq!(drawn[0], Bar { start: 0.0, end: 25.0, zero: 25.0 });
        assert_eq!(drawn[1], Bar { start: 25.0, end: 100.0, zero: 25.0 });
        assert_eq!(drawn[2], Bar { start: 25.0, end: 25.0, zero: 25.0 });
        assert_eq!(bars(&[0.0])[0], Bar { start: 0.0, end: 0.0, zero: 0.0 });
    }
}
