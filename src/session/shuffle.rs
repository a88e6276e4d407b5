//! The order in which one person sees the options of the ranking.

use crate::instrument::{AttributionOption, Instrument};

/// The options in an order of this respondent's own, so that no option gains by its place over many people.
/// It follows from the random id alone, so it is the same after a reload. "Nothing slows it", which excludes
/// the others, stays last, where people look for it.
#[must_use]
pub fn shuffled_options<'a>(instrument: &'a Instrument, id: &str) -> Vec<&'a AttributionOption> {
    let (mut options, mut last) = (Vec::new(), Vec::new());
    for option in &instrument.attribution.options {
        let exclusive = option.id == crate::instrument::EXCLUSIVE_OPTION;
        if exclusive { &mut last } else { &mut options }.push(option);
    }
    // SplitMix64 (Steele, Lea & Flood 2014) seeded by FNV-1a of the id: eleven options need no better generator.
    let mut state = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let mut next = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    for upper in (1..options.len()).rev() {
        let other = next() % (upper as u64 + 1);
        options.swap(upper, usize::try_from(other).unwrap_or(upper));
    }
    options.append(&mut last);
    options
}
