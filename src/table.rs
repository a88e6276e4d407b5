//! A small map in the order of its keys.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::ops::Index;

use serde::{Serialize, Serializer};

/// Keys with their values, in the order of the keys; each key stands once.
///
/// No table of this crate has more than sixty entries. So few are looked through as fast as a tree is walked, and a
/// tree would put five kilobytes of code for each pair of types into what a first visit loads.
///
/// ```
/// # use middle_layer::table::Table;
/// let mut table = Table::from_iter([("b", 2), ("a", 1), ("b", 3)]);
/// assert_eq!(table.iter().collect::<Vec<_>>(), [(&"a", &1), (&"b", &3)]);
/// *table.or_default("c") += 1;
/// assert_eq!(table.get("c"), Some(&1));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table<K, V> {
    entries: Vec<(K, V)>,
}

impl<K: Ord, V> Table<K, V> {
    /// A table without entries.
    #[must_use]
    pub const fn new() -> Self {
        Self { entries: Vec::new() }
    }

    /// How many keys there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.entries.get(place).map(|(_, value)| value)
    }

    /// The value of a key, to change it.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        self.entries.get_mut(place).map(|(_, value)| value)
    }

    /// Whether there is an entry of this key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.place(key).is_ok()
    }

    /// Gives a key this value, and gives back the one it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok(place) => self.entries.get_mut(place).map(|entry| std::mem::replace(&mut entry.1, value)),
            Err(place) => {
                self.entries.insert(place, (key, value));
                None
            }
        }
    }

    /// The value of a key, to change it; the default value where there was none.
    pub fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.entries.insert(place, (key, V::default()));
            place
        });
        #[expect(clippy::indexing_slicing, reason = "the entry was found or put there")]
        &mut self.entries[place].1
    }

    /// Takes a key out, and gives back its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.entries.remove(place).1)
    }

    /// Keeps only the entries that are wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&K, &mut V) -> bool) {
        self.entries.retain_mut(|(key, value)| wanted(key, value));
    }

    /// The keys with their values, in the order of the keys.
    pub fn iter(&self) -> Entries<'_, K, V> {
        self.into_iter()
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.entries.iter().map(|(key, _)| key)
    }

    /// The values, in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.entries.iter().map(|(_, value)| value)
    }

    /// The values, in the order of their keys, to change them.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    /// Where a key stands, or where it belongs. Looked for from the end: keys that come in order are placed at once.
    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        let mut after = self.entries.len();
        for (known, _) in self.entries.iter().rev() {
            match known.borrow().cmp(key) {
                Ordering::Less => break,
                Ordering::Equal => return Ok(after - 1),
                Ordering::Greater => after -= 1,
            }
        }
        Err(after)
    }
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Table<K, V> {
    /// Of two values of a key the later one holds.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut table = Self::new();
        for (key, value) in entries {
            table.insert(key, value);
        }
        table
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Table<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

/// The entries of a table.
pub type Entries<'a, K, V> = std::iter::Map<std::slice::Iter<'a, (K, V)>, fn(&'a (K, V)) -> (&'a K, &'a V)>;

impl<'a, K, V> IntoIterator for &'a Table<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Entries<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter().map(|(key, value)| (key, value))
    }
}

impl<K, V> IntoIterator for Table<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<K: Ord + Borrow<Q>, Q: Ord + ?Sized, V> Index<&Q> for Table<K, V> {
    type Output = V;

    /// The value of a key that is known to be there.
    ///
    /// # Panics
    /// Without such a key, as for any map. The product uses [`Table::get`].
    fn index(&self, key: &Q) -> &V {
        #[expect(clippy::expect_used, reason = "what indexing means")]
        self.get(key).expect("the key is in the table")
    }
}

impl<K: Serialize, V: Serialize> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::Table;

    proptest! {
        /// Any sequence of changes leaves what it leaves in a map of the standard library.
        #[test]
        fn a_table_is_an_ordered_map(steps in prop::collection::vec((0_u8..4, 0_u8..12, any::<u8>()), 0..60)) {
            let (mut table, mut map) = (Table::new(), BTreeMap::new());
            for (kind, key, value) in steps {
                match kind {
                    0 => prop_assert_eq!(table.insert(key, value), map.insert(key, value)),
                    1 => prop_assert_eq!(table.remove(&key), map.remove(&key)),
                    2 => {
                        table.values_mut().chain(map.values_mut()).for_each(|value| *value = value.rotate_left(1));
                        *table.or_default(key) ^= value;
                        *map.entry(key).or_default() ^= value;
                    }
                    _ => {
                        table.retain(|known, _| known % 3 != key % 3);
                        map.retain(|known, _| known % 3 != key % 3);
                    }
                }
                prop_assert_eq!(table.get(&key), map.get(&key));
                prop_assert_eq!(table.get_mut(&key), map.get_mut(&key));
                prop_assert_eq!(table.contains_key(&key), map.contains_key(&key));
                prop_assert_eq!((table.len(), table.is_empty()), (map.len(), map.is_empty()));
            }
            prop_assert!(table.iter().eq(map.iter()));
            prop_assert!(table.keys().eq(map.keys()) && table.values().eq(map.values()));
            prop_assert_eq!(serde_json::to_string(&table).ok(), serde_json::to_string(&map).ok());
            prop_assert!(map.into_iter().collect::<Table<_, _>>() == table);
        }
    }
}
