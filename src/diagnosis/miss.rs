//! The Miss: executives explain the slowdown otherwise than the evidence does. SCIENCE 5.2.

use super::{Figures, Miss, MissKind, Verdict};

/// A smaller difference of the shares is no miss.
const CLEAR_MISS: f64 = 0.2;

/// With A the executives' cultural share and E = CBI / (SFI + CBI): a miss if A - E is 0.2 or more and structure
/// is part of the verdict; a reverse miss if it is -0.2 or less and readiness is. Absent where A or E is.
pub(super) fn miss(figures: &Figures, verdict: Verdict) -> Option<Miss> {
    let executive_share = figures.executive_cultural_share?;
    let (friction, readiness) = (figures.structural_friction?, figures.readiness_gap?);
    let total = friction + readiness;
    if total <= 0.0 {
        return None;
    }
    let evidence_share = readiness / total;
    let difference = executive_share - evidence_share;
    let structure = matches!(verdict, Verdict::Structural | Verdict::Both | Verdict::HiddenStructural);
    let culture = matches!(verdict, Verdict::Cultural | Verdict::Both);
    let kind = if difference >= CLEAR_MISS && structure {
        MissKind::Miss
    } else if difference <= -CLEAR_MISS && culture {
        MissKind::ReverseMiss
    } else {
        MissKind::None
    };
    Some(Miss { executive_share, evidence_share, difference, kind })
}
