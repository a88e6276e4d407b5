//! Items that say the opposite of each other.

use super::Role;

/// Pairs of items that say the opposite of each other, positively keyed first. SCIENCE 2.3: somebody who agrees
/// with both, or with neither, contradicts themselves.
#[must_use]
pub const fn opposite_pairs(role: Role) -> &'static [(&'static str, &'static str)] {
    match role {
        Role::Manager => &[
            ("INC1", "INC3"),
            ("MEA2", "MEA1"),
            ("ACC2", "ACC3"),
            ("DEC1", "DEC4"),
            ("EXC1", "EXC2"),
            ("MAN2", "MAN1"),
            ("AUT3", "AUT2"),
            ("CTL1", "CTL2"),
            ("SIG1", "SIG2"),
        ],
        Role::Executive => &[
            ("INC1", "INC3"),
            ("MEA2", "MEA1"),
            ("ACC2", "ACC3"),
            ("DEC1", "DEC4"),
            ("MAN2", "MAN1"),
            ("SIG1", "SIG2"),
            ("INC2", "INC4"),
        ],
        Role::Frontline => &[
            ("EXC1", "EXC2"),
            ("MAN2", "MAN1"),
            ("AUT3", "AUT2"),
            ("SIG1", "SIG2"),
            ("CUL5", "CUL1"),
            ("CUL6", "CUL2"),
            ("CUL3", "CUL7"),
            ("CUL4", "CUL8"),
        ],
    }
}
