//! Figures as they are shown: rounded, and still adding up.

/// A figure in whole hundredths; never a negative zero.
#[must_use]
pub fn hundredths(figure: f64) -> f64 {
    (figure * 100.0).round() / 100.0 + 0.0
}

/// Rounds parts to whole hundredths that add up to a sum in whole hundredths: where rounding each by itself would miss
/// it, those that lost most by rounding give way by one hundredth each.
pub fn adding_up(parts: &mut [f64], sum: f64) {
    let exact = parts.to_vec();
    let mut missing = sum;
    for part in parts.iter_mut() {
        *part = hundredths(*part);
        missing -= *part;
    }
    while missing.abs() > 0.005 {
        let step = 0.01_f64.copysign(missing);
        let mut most = (f64::NEG_INFINITY, None);
        for (exact, part) in exact.iter().zip(parts.iter_mut()) {
            let lost = (exact - *part) * step;
            if lost > most.0 {
                most = (lost, Some(part));
            }
        }
        let Some(part) = most.1 else { return };
        *part += step;
        missing -= step;
    }
}

#[cfg(test)]
mod tests {
    use super::{adding_up, hundredths};

    #[test]
    fn parts_add_up_to_the_sum_that_is_shown() {
        for (parts, sum, shown) in [
            (
                vec![-0.146_25, -0.351, -0.09, -0.087_75, -0.09, 0.285],
                -0.48,
                vec![-0.15, -0.35, -0.09, -0.09, -0.09, 0.29],
            ),
            (vec![0.333, 0.333, 0.334], 1.0, vec![0.33, 0.33, 0.34]),
            (vec![0.004, 0.004, 0.004], 0.01, vec![0.01, 0.0, 0.0]),
            (vec![-0.004, -0.004, -0.004], -0.01, vec![-0.01, 0.0, 0.0]),
            (vec![0.25, -0.25], 0.0, vec![0.25, -0.25]),
            (vec![0.104], 0.12, vec![0.12]),
            (vec![], 0.5, vec![]),
        ] {
            let mut rounded = parts.clone();
            adding_up(&mut rounded, sum);
            let near = rounded.iter().zip(&shown).all(|(found, shown)| (found - shown).abs() < 1e-9);
            assert!(near && rounded.len() == shown.len(), "{parts:?}: {rounded:?}");
        }
    }

    #[test]
    fn a_figure_is_rounded_half_away_from_zero_and_zero_has_no_sign() {
        for (figure, shown) in [(0.125, 0.13), (-0.125, -0.13), (0.746, 0.75)] {
            assert!((hundredths(figure) - shown).abs() < 1e-12, "{figure}");
        }
        assert!(hundredths(-0.001).is_sign_positive());
    }
}
