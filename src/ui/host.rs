//! What the screens need from where they run.

use std::any::Any;
use std::ops::Deref;
use std::rc::Rc;

use yew::Callback;

use crate::evaluation::Evaluation;
use crate::response::Response;
use crate::session::{Place, StorageFault};

/// One of the texts kept on the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// The draft.
    Draft,
    /// A draft that was set aside.
    Aside,
}

/// What the page around is told. Only [`Event::HandedIn`] carries answers, and only the person sets it off.
#[derive(Debug)]
pub enum Event<'a> {
    /// How far the person is.
    Progress(Progress),
    /// A result is on the screen.
    Complete(Progress),
    /// A file was handed to the browser.
    Saved {
        /// Its name.
        name: &'a str,
    },
    /// The person handed the answers in, having seen them.
    HandedIn {
        /// The answers, as they were shown.
        response: &'a Response,
        /// The result, computed from them.
        evaluation: &'a Evaluation,
    },
}

/// How far a person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Questions answered; the ranking counts as one.
    pub answered: usize,
    /// Questions asked; 0 before a role is chosen.
    pub total: usize,
    /// The page of the form, from 1; 0 on all other screens.
    pub page: usize,
}

/// Why there is nothing of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It has so many bytes.
    TooLarge(usize),
    /// It has vanished or may not be read.
    Gone,
}

/// One slice of some work; tells whether there is more of it.
pub type Slice = Box<dyn FnMut() -> bool>;

/// Ends when dropped.
pub type Subscription = Box<dyn Any>;

/// The browser, the page around the screens, and the clock.
pub trait Host {
    /// Milliseconds since 1970.
    fn now(&self) -> u64;
    /// The date here: year, month, day.
    fn today(&self) -> (i32, u32, u32);
    /// A moment in words of a language, for example "23 November 2026 at 18:20".
    fn moment(&self, milliseconds: u64, language: &str) -> String;
    /// 128 random bits in hex.
    fn random_id(&self) -> String;
    /// What is kept.
    ///
    /// # Errors
    /// Storage is refused.
    fn read(&self, slot: Slot) -> Result<Option<String>, StorageFault>;
    /// Keeps a text.
    ///
    /// # Errors
    /// Storage is refused or full.
    fn write(&self, slot: Slot, text: &str) -> Result<(), StorageFault>;
    /// Removes what is kept.
    ///
    /// # Errors
    /// Storage is refused.
    fn erase(&self, slot: Slot) -> Result<(), StorageFault>;
    /// Hears of the draft at every change, before the screen follows. Whoever holds the text can go on from it with a
    /// fresh engine, whatever becomes of this one.
    fn remember(&self, draft: &str, keeping: bool);
    /// Tells the page around.
    fn tell(&self, event: &Event);
    /// Tells when another tab changes or removes the draft.
    fn watch(&self, changed: Callback<Option<String>>) -> Subscription;
    /// Hands a file to the browser's downloads; its kind follows from its name.
    fn save_file(&self, name: &str, text: &str);
    /// Puts the focus on the first element of the screen that a selector finds. One that has just gone is no harm.
    fn focus(&self, selector: &str);
    /// The same in the next task.
    fn focus_later(&self, selector: &str);
    /// Clicks on the first element that a selector finds.
    fn click(&self, selector: &str);
    /// The field that a selector finds.
    fn field(&self, selector: &str) -> Option<web_sys::HtmlInputElement>;
    /// Shows a new screen from its top, with the focus on its heading, unless the person is at something else of the page
    /// around.
    fn arrive(&self);
    /// The key that is pressed on a radio button; none where it is part of a shortcut.
    fn key(&self, event: &web_sys::Event) -> String;
    /// Whether files are held over something, which then takes them.
    fn holds_files(&self, event: &web_sys::Event) -> bool;
    /// Begins to drag.
    fn drag(&self, event: &web_sys::Event);
    /// Reads the file that was chosen or dropped, if there is one.
    fn read_file(&self, event: &web_sys::Event, limit: usize, done: Callback<Result<String, Unread>>);
    /// Does work slice by slice, between which the browser does what else it has to.
    fn in_slices(&self, slice: Slice);
    /// A chart as it is drawn on the screen, as the text of an SVG file with this title.
    fn draw(&self, figure: &web_sys::Element, title: &str) -> Option<String>;
    /// Copies a text; tells whether that worked.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Prints the result; tells whether the browser let it.
    fn print(&self) -> bool;
    /// Notes a place in the browser's history, where that is ours to write.
    fn visit(&self, place: Place, replace: bool);
    /// Tells when the person uses the browser's back or forward button.
    fn on_return(&self, returned: Callback<Place>) -> Subscription;
}

/// A shared host; two are equal if they are the same one.
#[derive(Clone)]
pub struct HostHandle(Rc<dyn Host>);

impl HostHandle {
    /// Shares a host.
    #[must_use]
    pub fn new(host: impl Host + 'static) -> Self {
        Self(Rc::new(host))
    }
}

impl PartialEq for HostHandle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for HostHandle {
    type Target = dyn Host;

    fn deref(&self) -> &Self::Target {
        &*self.0
    }
}
