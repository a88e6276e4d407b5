//! Where the product meets the browser: the engine's exports.

pub mod engine;
mod error;
mod value;
