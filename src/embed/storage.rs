//! The browser's local storage. Reached through web-sys: gloo-storage panics where storage is refused.

use web_sys::{DomException, Storage};

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

    pub(super) fn read(&self, slot: Slot) -> Result<Option<String>, StorageFault> {
        local()?.get_item(&self.key(slot)).map_err(|_| StorageFault::Refused)
    }

    pub(super) fn write(&self, slot: Slot, text: &str) -> Result<(), StorageFault> {
        local()?.set_item(&self.key(slot), text).map_err(|error| {
            // Safari reports a full and a switched-off storage alike; "full" is then the kinder guess.
            let quota = DomException::from(error).name() == "QuotaExceededError";
            if quota { StorageFault::Full } else { StorageFault::Refused }
        })
    }

    pub(super) fn erase(&self, slot: Slot) -> Result<(), StorageFault> {
        local()?.remove_item(&self.key(slot)).map_err(|_| StorageFault::Refused)
    }
}

fn local() -> Result<Storage, StorageFault> {
    let window = web_sys::window().ok_or(StorageFault::Refused)?;
    window.local_storage().ok().flatten().ok_or(StorageFault::Refused)
}
