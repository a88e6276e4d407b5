//! A memory of nodes that were computed before.

/// What a node adds to the lead time.
#[derive(Debug)]
pub(super) struct Remembered {
    /// A number that stands for its steps and what is done with them.
    key: u64,
    /// Days per unit that arrives, without what it sends back.
    pub(super) days: f64,
    /// To which steps it sends units back, and how often per unit that arrives.
    pub(super) returns: Vec<(usize, f64)>,
}

/// Nodes in the order of their keys. There are some hundred at most, unless many steps run in parallel.
#[derive(Debug, Default)]
pub(super) struct Cache {
    known: Vec<Remembered>,
}

impl Cache {
    /// The node with this key, or where it belongs.
    pub(super) fn find(&self, key: u64) -> Result<usize, usize> {
        let (mut low, mut high) = (0, self.known.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.known.get(middle) {
                Some(known) if known.key == key => return Ok(middle),
                Some(known) if known.key < key => low = middle + 1,
                _ => high = middle,
            }
        }
        Err(low)
    }

    pub(super) fn insert(&mut self, place: usize, key: u64, days: f64, returns: Vec<(usize, f64)>) {
        self.known.insert(place, Remembered { key, days, returns });
    }

    pub(super) fn get(&self, place: usize) -> Option<&Remembered> {
        self.known.get(place)
    }
}
