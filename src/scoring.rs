//! Answers to estimates with their error, and careless responding. SCIENCE 2.1 to 2.3.

mod model;

pub use model::*;
