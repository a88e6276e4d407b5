//! A memory of nodes that were computed before.

/// What a node adds to the lead time: days of its own, and how often it sends units back to each step.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Remembered {
    key: u64,
    /// Days per unit, without what it sends back.
    pub(super) days: f64,
    /// Where its returns begin and end in the list of all.
    pub(super) returns: (usize, usize),
}

/// Nodes by a number that stands for their steps. A table with open addressing, never more than half full.
#[derive(Debug, Default)]
pub(super) struct Cache {
    /// Positions in `known`, from 1; 0 is free.
    places: Vec<usize>,
    known: Vec<Remembered>,
    /// How often nodes send units back: to which step, and how often per unit that arrives.
    pub(super) returns: Vec<(usize, f64)>,
}

/// Spreads keys that differ in few bits: the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Cache {
    /// The node with this key.
    pub(super) fn get(&self, key: u64) -> Option<Remembered> {
        let (place, _) = self.find(key)?;
        self.known.get(self.places.get(place)?.checked_sub(1)?).copied()
    }

    /// Remembers a node that was not known.
    pub(super) fn insert(&mut self, key: u64, days: f64, returns: &[(usize, f64)]) -> Remembered {
        let start = self.returns.len();
        self.returns.extend_from_slice(returns);
        let remembered = Remembered { key, days, returns: (start, self.returns.len()) };
        self.known.push(remembered);
        if 2 * self.known.len() > self.places.len() {
            self.places = vec![0; (2 * self.places.len()).max(64)];
            for number in 0..self.known.len() {
                self.place(number);
            }
        } else {
            self.place(self.known.len() - 1);
        }
        remembered
    }

    fn place(&mut self, number: usize) {
        let key = self.known.get(number).map_or(0, |known| known.key);
        if let Some(place) = self.find(key).and_then(|(place, _)| self.places.get_mut(place)) {
            *place = number + 1;
        }
    }

    /// The place of a key, or the free one where it belongs, and whether it is there.
    fn find(&self, key: u64) -> Option<(usize, bool)> {
        let last = self.places.len().checked_sub(1)?;
        let start = key.wrapping_mul(SPREAD) >> 32;
        let mut place = usize::try_from(start).unwrap_or_default() & last;
        loop {
            let number = self.places.get(place)?.checked_sub(1);
            match number.and_then(|number| self.known.get(number)) {
                None => return Some((place, false)),
                Some(known) if known.key == key => return Some((place, true)),
                Some(_) => place = (place + 1) & last,
            }
        }
    }
}
