//! Where the product meets the browser: the engine's exports, mounting, and the [`crate::ui::Host`] of a page.

pub mod engine;
mod error;
#[cfg(feature = "models")]
pub mod models;
pub mod mount;
mod options;
mod outside;
mod page_host;
mod storage;
mod value;
