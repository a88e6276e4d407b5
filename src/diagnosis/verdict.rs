//! Stall, source, corroboration and verdict. SCIENCE 5.2.

use super::{Figures, MIDPOINT, Source, Stall, Strength, Verdict};

/// A stall signal from here on is clear.
const CLEAR_SIGNAL: f64 = 60.0;
/// Below this a stall signal or an index is low.
const LOW: f64 = 40.0;
/// A smaller difference of the indices does not decide.
const CLEAR_DIFFERENCE: f64 = 10.0;

/// Whether it is slowing: clear if pace < 2/3 or the signal is 60 or more, some if it is 40 or more, else none;
/// unknown only if both are missing.
pub(super) fn stall(figures: &Figures) -> Stall {
    let signal_from = |least: f64| figures.stall_signal.is_some_and(|signal| signal >= least);
    if figures.stall_signal.is_none() && figures.pace_fraction.is_none() {
        Stall::Unknown
    } else if figures.pace_is_slow() || signal_from(CLEAR_SIGNAL) {
        Stall::Clear
    } else if signal_from(LOW) {
        Stall::Some
    } else {
        Stall::None
    }
}

/// What the survey alone says; the first rule that holds:
///
/// | source | rule |
/// |---|---|
/// | insufficient | SFI or CBI missing |
/// | structural | the interval of the difference lies above 0, the difference is 10 or more, SFI 50 or more |
/// | cultural | the interval lies below 0, the difference is -10 or less, CBI 50 or more |
/// | both | SFI and CBI 50 or more |
/// | neither | SFI and CBI below 40 |
/// | unclear | else |
pub(super) fn source(figures: &Figures) -> Source {
    let (Some(friction), Some(readiness)) = (figures.structural_friction, figures.readiness_gap) else {
        return Source::Insufficient;
    };
    let above = figures.difference.is_some_and(|difference| difference >= CLEAR_DIFFERENCE)
        && figures.difference_band95.is_some_and(|[low, _]| low > 0.0);
    let below = figures.difference.is_some_and(|difference| difference <= -CLEAR_DIFFERENCE)
        && figures.difference_band95.is_some_and(|[_, high]| high < 0.0);
    if above && friction >= MIDPOINT {
        Source::Structural
    } else if below && readiness >= MIDPOINT {
        Source::Cultural
    } else if friction >= MIDPOINT && readiness >= MIDPOINT {
        Source::Both
    } else if friction < LOW && readiness < LOW {
        Source::Neither
    } else {
        Source::Unclear
    }
}

/// How far the models support a structural reading, -2 to 2: one for the interval of RDS above or below one half,
/// one for a slow pace of which controls are at least half, or a pace of 0.8 or more.
pub(super) fn corroboration(figures: &Figures) -> i32 {
    let incentives = i32::from(figures.delay_is_rational()) - i32::from(figures.delay_is_not_rational());
    let pace = i32::from(figures.controls_slow_the_pace()) - i32::from(figures.pace_is_good());
    incentives + pace
}

/// Survey and models together.
///
/// | source | models support it (1, 2) | say nothing (0) | speak against it (-1, -2) |
/// |---|---|---|---|
/// | structural | structural, strong | structural, moderate | structural, contested |
/// | cultural | both, contested | cultural, moderate | cultural, strong |
/// | both | both, strong | both, moderate | both, moderate |
/// | neither | hidden structural, contested | with a stall elsewhere, moderate; without aligned, moderate; unknown: unclear | the same, but aligned is strong |
/// | unclear | at 2 structural, tentative; else unclear | unclear | unclear |
pub(super) fn verdict(source: Source, corroboration: i32, stall: Stall) -> (Verdict, Strength) {
    match (source, corroboration) {
        (Source::Insufficient, _) => (Verdict::Insufficient, Strength::None),
        (Source::Structural, 1..) => (Verdict::Structural, Strength::Strong),
        (Source::Structural, 0) => (Verdict::Structural, Strength::Moderate),
        (Source::Structural, _) => (Verdict::Structural, Strength::Contested),
        (Source::Cultural, 1..) => (Verdict::Both, Strength::Contested),
        (Source::Cultural, 0) => (Verdict::Cultural, Strength::Moderate),
        (Source::Cultural, _) => (Verdict::Cultural, Strength::Strong),
        (Source::Both, 1..) => (Verdict::Both, Strength::Strong),
        (Source::Both, _) => (Verdict::Both, Strength::Moderate),
        (Source::Neither, 1..) => (Verdict::HiddenStructural, Strength::Contested),
        (Source::Neither, against) => match stall {
            Stall::Clear | Stall::Some => (Verdict::Elsewhere, Strength::Moderate),
            Stall::None if against < 0 => (Verdict::Aligned, Strength::Strong),
            Stall::None => (Verdict::Aligned, Strength::Moderate),
            Stall::Unknown => (Verdict::Unclear, Strength::None),
        },
        (Source::Unclear, 2..) => (Verdict::Structural, Strength::Tentative),
        (Source::Unclear, _) => (Verdict::Unclear, Strength::None),
    }
}
