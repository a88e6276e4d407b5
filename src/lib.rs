//! Middle Layer: where does the pace of an AI rollout go, and what should change first?
//!
//! The rooms of this crate, from the bottom up. Imports run one way, up this list only; the test
//! `tests/rooms.rs` holds it.
//!
//! | room | knows | never knows |
//! |---|---|---|
//! | [`table`] | a small ordered map | what is in it |
//! | [`csv`] | how a spreadsheet wants its cells | what is in them |
//! | [`value`] | plain data, as JSON has it | its text |
//! | [`problem`] | what can be wrong with an input, and where | how it is worded |
//! | [`json`] | the text of JSON | what it says |
//! | [`instrument`] | what is asked: items, scales, forms, order | answers |
//! | [`incentive`] | the manager's choice, break-even, relief | the questionnaire |
//! | [`pace`] | path, exact expectation, simulation, drag, value, plan | the questionnaire |
//! | [`response`] | what a person answered; the response file | where it is stored |
//! | [`scoring`] | answers to estimates with their error; careless responding | models |
//! | [`diagnosis`] | figures to verdict, archetypes, moves | wording |
//! | [`evaluation`] | one response to everything known about it | screens |
//! | [`chart`] | the geometry of each picture, from figures | colours, SVG |
//! | [`session`] | the state of one sitting: actions, drafts, merging two tabs | yew, storage |
//! | [`text`] | every word a person reads | figures |
//! | `ui` | yew screens; the trait `Host` through which it saves, prints, reads the clock | host pages |
//! | `embed` | implements `Host`; the engine's exports; mounting | how anything is computed |
//!
//! Down to [`text`] the code is plain Rust: no browser, no clock, no randomness that is not passed in.
//! The two rooms that know the browser exist only in the WebAssembly build.

pub mod chart;
pub mod csv;
pub mod diagnosis;
pub mod evaluation;
pub mod incentive;
pub mod instrument;
pub mod json;
pub mod pace;
pub mod problem;
pub mod response;
pub mod scoring;
pub mod session;
pub mod table;
pub mod text;
pub mod value;

#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;
