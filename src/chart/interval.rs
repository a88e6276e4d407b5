//! A score with its band on a line from 0 to 100.

/// Where the scale has its lines: no barrier, the midpoint, the strongest barrier, and the quarters between.
pub const SCALE_MARKS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];

/// One score with its band, as positions from 0 to 100 along the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntervalMark {
    /// The score.
    pub center: f64,
    /// The lower end of the band, clipped to the line.
    pub low: f64,
    /// The upper end of the band, clipped to the line.
    pub high: f64,
    /// Whether the band goes on below the line; its end then has no cap.
    pub open_low: bool,
    /// Whether the band goes on above the line; its end then has no cap.
    pub open_high: bool,
}

/// The mark of a score and its 95 % band. Both ends of a band may lie outside of 0 to 100 (SCIENCE 2.2 clips for
/// display only); the score never does.
#[must_use]
pub fn interval_mark(score: f64, band95: [f64; 2]) -> IntervalMark {
    let [low, high] = band95;
    IntervalMark {
        center: score.clamp(0.0, 100.0),
        low: low.clamp(0.0, 100.0),
        high: high.clamp(0.0, 100.0),
        open_low: low < 0.0,
        open_high: high > 100.0,
    }
}

#[cfg(test)]
mod tests {
    use super::interval_mark;

    #[test]
    fn a_band_beyond_the_scale_is_cut_and_left_open() {
        let mark = interval_mark(91.7, [63.4, 120.0]);
        assert_eq!((mark.low, mark.high, mark.open_low, mark.open_high), (63.4, 100.0, false, true));
        let mark = interval_mark(0.0, [-9.1, 9.1]);
        assert_eq!((mark.low, mark.high, mark.open_low, mark.open_high), (0.0, 9.1, true, false));
    }
}
