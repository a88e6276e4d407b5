//! What each choice is worth as the weight on rollout results grows: three straight lines.

/// The lines of three choices over a weight from 0 to 1, as positions from 0 to 100: across from left to right, and down
/// from the highest payoff to the lowest.
#[derive(Debug, Clone, PartialEq)]
pub struct ChoiceLines {
    /// Where each line begins and ends, from the top: at weight 0 and at weight 1.
    pub lines: [[f64; 2]; 3],
    /// Where no effect is, from the top; absent where it lies outside.
    pub zero: Option<f64>,
}

/// The lines of payoffs that change evenly between weight 0 and weight 1. The drawing leaves a margin of a twentieth at
/// the top and at the bottom.
#[must_use]
pub fn choice_lines(payoffs: [[f64; 2]; 3]) -> ChoiceLines {
    const MARGIN: f64 = 5.0;
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for payoff in payoffs.as_flattened() {
        low = low.min(*payoff);
        high = high.max(*payoff);
    }
    let height = if high > low { high - low } else { 1.0 };
    let down = |payoff: f64| MARGIN + (high - payoff) / height * (100.0 - 2.0 * MARGIN);
    ChoiceLines { lines: payoffs.map(|ends| ends.map(down)), zero: (high > low).then(|| down(0.0)) }
}

#[cfg(test)]
mod tests {
    use super::choice_lines;

    #[test]
    fn the_highest_is_at_the_top_and_zero_in_between() {
        let drawn = choice_lines([[-10.0, 10.0], [-5.0, 0.0], [0.0, -10.0]]);
        assert_eq!(drawn.lines, [[95.0, 5.0], [72.5, 50.0], [50.0, 95.0]]);
        assert_eq!(drawn.zero, Some(50.0));
    }

    #[test]
    fn nothing_to_draw_is_a_line_in_its_place() {
        let drawn = choice_lines([[0.0; 2]; 3]);
        assert!(drawn.lines.iter().flatten().all(|place| (0.0..=100.0).contains(place)));
        assert_eq!(drawn.zero, None);
    }
}
