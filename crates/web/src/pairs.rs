//! Keys and values in the order in which they are given: an object for the page.

use serde::{Serialize, Serializer};

/// What a map would be too much for: its keys are never looked up.
pub struct Pairs<V>(Vec<(&'static str, V)>);

impl<V> Pairs<V> {
    pub fn insert(&mut self, key: &'static str, value: V) {
        self.0.push((key, value));
    }
}

impl<V> Default for Pairs<V> {
    fn default() -> Pairs<V> {
        Pairs(Vec::new())
    }
}

impl<V> FromIterator<(&'static str, V)> for Pairs<V> {
    fn from_iter<I: IntoIterator<Item = (&'static str, V)>>(pairs: I) -> Pairs<V> {
        Pairs(pairs.into_iter().collect())
    }
}

impl<V, const N: usize> From<[(&'static str, V); N]> for Pairs<V> {
    fn from(pairs: [(&'static str, V); N]) -> Pairs<V> {
        Pairs(pairs.into())
    }
}

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
