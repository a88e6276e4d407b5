//! Every word a person reads.
//!
//! One typed table per language. Wording is picked by the product's own enums, in exhaustive matches: a new
//! verdict, move or note without words does not compile. Nothing here computes a figure; figures arrive as
//! formatted text.

mod english;
mod problems;
pub mod result;

pub use problems::message as problem_message;
