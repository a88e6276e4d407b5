//! Figures to verdict, archetypes and moves. SCIENCE 5.

mod model;

pub use model::*;
