//! What a person answered, and the file that holds it.

mod file;
mod model;
mod read;

pub use file::{read_text, write};

pub use crate::instrument::LARGEST_FILE;
pub use model::*;
pub use read::read;
