//! English.

mod archetypes;
mod files;
pub(super) mod flow;
mod limits;
mod miss;
mod moves;
mod notes;
mod parts;
pub(super) mod path;
mod result;
pub(super) mod scorecard;
mod signal;
mod verdicts;

use crate::instrument::Role;

pub(super) use result::RESULT;

/// The words for this role. A role more is an argument more: no place can forget it.
const fn by<T: Copy>(role: Role, manager: T, executive: T, frontline: T) -> T {
    match role {
        Role::Manager => manager,
        Role::Executive => executive,
        Role::Frontline => frontline,
    }
}

/// "a", "a and b", "a, b and c".
fn list<T: AsRef<str>>(parts: &[T]) -> String {
    super::joined(parts, ", ", " and ")
}
