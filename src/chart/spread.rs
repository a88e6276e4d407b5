//! How many units take how long: columns of the same width.

/// How many columns there are.
const COLUMNS: usize = 36;

/// Columns from 0 days on, each with its height from 0 to 100 of the tallest, and the days at the right end. The last
/// column holds everything longer too.
#[must_use]
pub fn columns(times: &[f64], longest: f64) -> (Vec<f64>, f64) {
    let longest = if longest > 0.0 { longest } else { 1.0 };
    let mut counts = vec![0_u32; COLUMNS];
    for time in times {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a column of 36; what is longer is put in the last one"
        )]
        let column = (time / longest * COLUMNS as f64) as usize;
        if let Some(count) = counts.get_mut(column.min(COLUMNS - 1)) {
            *count += 1;
        }
    }
    let mut tallest = 1;
    for count in &counts {
        tallest = tallest.max(*count);
    }
    let mut heights = Vec::new();
    for count in counts {
        heights.push(f64::from(count) / f64::from(tallest) * 100.0);
    }
    (heights, longest)
}

#[cfg(test)]
mod tests {
    use super::columns;

    #[test]
    fn every_unit_is_in_a_column() {
        let (heights, longest) = columns(&[0.0, 1.0, 1.0, 36.0, 100.0], 36.0);
        assert_eq!((heights.len(), longest), (36, 36.0));
        assert_eq!((heights[0], heights[1], heights[35]), (50.0, 100.0, 100.0));
        assert_eq!(columns(&[], 0.0).0, vec![0.0; 36]);
    }
}
