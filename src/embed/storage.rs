//! The browser's local storage.

use wasm_bindgen::JsValue;

use super::outside::Outside;
use crate::session::StorageFault;
use crate::ui::Slot;

/// The texts of one session name.
#[derive(Debug, Clone)]
pub(super) struct DeviceStorage {
    session: String,
}

impl DeviceStorage {
    pub(super) fn new(session: String) -> Self {
        Self { session }
    }

    /// The key of a slot. Public in effect: drafts of earlier versions lie under it.
    pub(super) fn key(&self, slot: Slot) -> String {
        match slot {
            Slot::Draft => format!("middle-layer/draft/{}", self.session),
            Slot::Aside => format!("middle-layer/set-aside/{}", self.session),
        }
    }

    pub(super) fn read(&self, outside: &Outside, slot: Slot) -> Result<Option<String>, StorageFault> {
        let text = outside.store(&self.key(slot), &JsValue::UNDEFINED).ok_or(StorageFault::Refused)?;
        Ok(text.as_string())
    }

    pub(super) fn write(&self, outside: &Outside, slot: Slot, text: &str) -> Result<(), StorageFault> {
        match outside.store(&self.key(slot), &text.into()) {
            Some(full) if full.is_truthy() => Err(StorageFault::Full),
            Some(_) => Ok(()),
            None => Err(StorageFault::Refused),
        }
    }

    pub(super) fn erase(&self, outside: &Outside, slot: Slot) -> Result<(), StorageFault> {
        outside.store(&self.key(slot), &JsValue::NULL).map(drop).ok_or(StorageFault::Refused)
    }
}
