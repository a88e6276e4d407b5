//! English.

mod result;

pub use result::RESULT;
