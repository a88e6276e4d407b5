//! What a person answered, and the file that holds it.

mod model;

pub use model::*;
