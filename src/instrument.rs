//! What is asked: items, scales, forms and their order.

mod model;

pub use model::*;
