//! The screens. Everything they need from outside comes through the trait [`Host`].
//!
//! One component, [`App`], holds all state; every screen is a function of it. Each component costs several
//! kilobytes of WebAssembly, and a function of the state has no state of its own to lose.
//!
//! Rules that yew 0.23 asks for: every child made from a list has a key; a conditional stands in an element of
//! its own, never beside a component without DOM (<https://github.com/yewstack/yew/issues/4092>); values are
//! passed down, not state handles; nothing in a view may panic, since that stops every sitting on the page.

mod about;
mod app;
mod bar_chart;
mod changes;
mod copying;
mod element;
mod fields;
mod figures;
mod file;
mod format;
mod frame;
mod host;
mod interval_chart;
mod keeping;
mod likert;
mod notices;
mod open_file;
mod own;
mod page;
mod parts;
mod path;
mod ranking;
mod result;
mod review;
mod scorecard;
mod sitting;
mod start;
mod summary;
mod table;
mod what_if;

pub use app::{App, AppProps, Beginning, Commands, Questions};
pub use host::{Event, Host, HostHandle, Progress, Slice, Slot, Subscription, Unread};
