//! The state of one sitting: what was answered, where the person is, and what they were told.
//!
//! Everything here is plain data and pure functions. [`Session::reduce`] takes an [`Action`] and returns the
//! next state; storage, the clock and the screens live in `ui` and `embed`, which pass in what they read.

mod action;
mod draft;
pub mod inventory;
mod merge;
mod migrate;
mod notice;
mod path_history;
mod place;
mod presets;
mod reduce;
mod scorecard;
mod shuffle;
mod view;
mod week;

pub use action::Action;
pub use draft::{Draft, Stamped};
pub use migrate::{MAXIMUM_AGE_DAYS, Reading, SetAside, read_draft};
pub use notice::{Notice, StorageFault};
pub use place::Place;
pub use presets::{Presets, Surroundings, View};
pub use reduce::Session;
pub use scorecard::{ScoreList, Shareable, Shared};
pub use shuffle::shuffled_options;
pub use view::Gap;
pub use week::iso_week;
