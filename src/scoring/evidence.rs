//! Structure beside readiness.

use super::{Estimate, Evidence};

/// The share of structure in what was reported, `SFI / (SFI + CBI)`, with its standard error
///
/// `sqrt(CBI² * SEM_SFI² + SFI² * SEM_CBI²) / (SFI + CBI)²`.
///
/// SCIENCE 5.1. Absent where an index is, or where both are 0.
pub(super) fn evidence(structural_friction: &Estimate, readiness_gap: &Estimate) -> Option<Evidence> {
    let (friction, friction_sem) = (structural_friction.score?, structural_friction.sem?);
    let (readiness, readiness_sem) = (readiness_gap.score?, readiness_gap.sem?);
    let total = friction + readiness;
    if total <= 0.0 {
        return None;
    }
    let (left, right) = (readiness * friction_sem, friction * readiness_sem);
    Some(Evidence {
        structure_share: friction / total,
        sem: (left * left + right * right).sqrt() / (total * total),
    })
}
