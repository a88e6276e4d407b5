//! The items a person was shown, with what was answered.

use crate::instrument::{Construct, Instrument, Item, Key};
use crate::response::{Answer, Response};

/// Where the scale of raw answers is mirrored.
const LOWEST_PLUS_HIGHEST: u8 = 6;

/// One item that was shown, with its answer if there is one.
#[derive(Clone, Copy)]
pub(super) struct ShownItem<'a> {
    pub(super) item: &'a Item,
    pub(super) answer: Option<Answer>,
}

impl ShownItem<'_> {
    /// The raw answer x from 1 to 5.
    pub(super) fn raw(&self) -> Option<u8> {
        match self.answer {
            Some(Answer::Rating(rating)) => Some(rating),
            _ => None,
        }
    }

    /// The keyed answer of SCIENCE 2.1: y = x if the key is `+`, else 6 - x.
    pub(super) fn keyed(&self) -> Option<u8> {
        self.raw().map(|raw| match self.item.key {
            Key::Positive => raw,
            Key::Negative => LOWEST_PLUS_HIGHEST.saturating_sub(raw),
        })
    }

    /// Whether the person said that it does not apply.
    pub(super) fn is_not_applicable(&self) -> bool {
        self.answer == Some(Answer::NotApplicable)
    }
}

/// All items of the person's form, in presentation order.
pub(super) struct Shown<'a> {
    pub(super) items: Vec<ShownItem<'a>>,
}

impl<'a> Shown<'a> {
    pub(super) fn new(response: &Response, instrument: &'a Instrument) -> Self {
        let mut items = Vec::new();
        for item in instrument.items_shown(response.form, response.role) {
            items.push(ShownItem { item, answer: response.answers.get(&item.id).copied() });
        }
        Self { items }
    }

    /// The items of one construct.
    pub(super) fn of(&self, construct: Construct) -> Vec<ShownItem<'a>> {
        let mut items = Vec::new();
        for shown in &self.items {
            if shown.item.construct == construct {
                items.push(*shown);
            }
        }
        items
    }

    /// The raw answer to an item, where it was shown and answered.
    pub(super) fn raw(&self, id: &str) -> Option<u8> {
        self.items.iter().find(|shown| shown.item.id == id)?.raw()
    }
}
