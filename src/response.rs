//! What a person answered, and the file that holds it.

mod file;
mod model;
mod read;

pub use file::{LARGEST_FILE, read_text, write};
pub use model::*;
pub use read::read;

/// Whether the two models are part of this build; see `Cargo.toml`.
pub(crate) const MODELS: bool = cfg!(feature = "models");
