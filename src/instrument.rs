//! What is asked: items, scales, forms and their order.

mod built_in;
mod canonical;
mod check;
mod link;
mod model;
mod opposites;
mod own;
mod read;
mod read_own;
mod sha256;
mod stem;

pub use built_in::FILE;
pub use canonical::{canonical, content_hash};
pub use check::check;
pub use link::{date, shown_address};
pub use model::*;
pub use opposites::opposite_pairs;
pub use own::{Link, Links, OwnWords};
pub use read::{LARGEST_FILE, parse_file, read, read_sound, read_text};
pub use stem::{SharedStem, shared_stem};

/// The id of the instrument that this crate holds.
pub const BUILT_IN_ID: &str = "middle-layer";
/// The name of the ranking's page in [`Instrument::order`].
pub const PAGE_OF_RANKING: &str = "R1";
/// The option of the ranking, "Nothing slows it", that excludes all others.
pub const EXCLUSIVE_OPTION: &str = "o3";
/// How many options may be ranked.
pub const MOST_RANKED: usize = 3;
/// What of a file its hash leaves out, since none of it changes what is asked or how it counts: the hash itself, the
/// links, whose last day may move while people answer, and what tells an editor of the schema.
pub const NOT_HASHED: [&str; 3] = ["hash", "links", "$schema"];
/// The scale of agreement, on which careless responding is looked for.
pub const AGREEMENT_SCALE: &str = "A5";
/// The scale on which friction is asked, from much easier to much harder.
pub const EASE_SCALE: &str = "E5";
/// The facet of the one friction item that stands for all six on the pulse form.
pub const GLOBAL_FACET: &str = "global";

impl Instrument {
    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The pages of a form for a role, the ranking's page included.
    #[must_use]
    pub fn pages(&self, form: Form, role: Role) -> &[Vec<String>] {
        self.order.get(&form).and_then(|roles| roles.get(&role)).map_or(&[], Vec::as_slice)
    }

    /// The items of a form for a role, in presentation order.
    #[must_use]
    pub fn items_shown(&self, form: Form, role: Role) -> Vec<&Item> {
        let mut items = Vec::new();
        for page in self.pages(form, role) {
            for id in page {
                if let Some(item) = self.item(id) {
                    items.push(item);
                }
            }
        }
        items
    }

    /// The option of the ranking with this id.
    #[must_use]
    pub fn option(&self, id: &str) -> Option<&AttributionOption> {
        self.attribution.options.iter().find(|option| option.id == id)
    }
}
