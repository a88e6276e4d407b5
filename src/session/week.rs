//! The ISO 8601 week of a date.

/// The ISO week of a calendar date (month and day from 1), for example `2026-W48`.
///
/// # Formula
/// The week belongs to the year that its Thursday lies in; week 1 holds the first Thursday.
#[must_use]
pub fn iso_week(year: i32, month: u32, day: u32) -> String {
    let today = days_since_epoch(i64::from(year), i64::from(month), i64::from(day));
    // 1970-01-01 was a Thursday: weekday 0 is Monday.
    let weekday = (today + 3).rem_euclid(7);
    let thursday = today - weekday + 3;
    let mut week_year = i64::from(year) + 1;
    while days_since_epoch(week_year, 1, 1) > thursday {
        week_year -= 1;
    }
    let week = (thursday - days_since_epoch(week_year, 1, 1)) / 7 + 1;
    format!("{week_year:04}-W{week:02}")
}

/// Days from 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date
/// algorithms", `days_from_civil`).
fn days_since_epoch(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::iso_week;

    #[test]
    fn weeks_at_the_turn_of_the_year() {
        assert_eq!(iso_week(2026, 11, 23), "2026-W48");
        assert_eq!(iso_week(2027, 1, 3), "2026-W53");
        assert_eq!(iso_week(2024, 12, 30), "2025-W01");
        assert_eq!(iso_week(2020, 12, 31), "2020-W53");
        assert_eq!(iso_week(2016, 2, 29), "2016-W09");
    }
}
