//! English.

pub(super) mod flow;
