//! Edits: settings changed during a run, and their text form.

use super::value::{Value, within};
use crate::Error;
use serde::Serialize;
use std::fmt;

/// A change made during a run, in force from this iteration's update on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Edit {
    /// Number of updates before the change.
    pub iteration: u32,
    /// Key to change: one that is [`Key::live`](super::keys::Key::live), or a weight's, as in
    /// `weight_6`.
    pub key: String,
    /// New value.
    pub value: Value,
}

impl Edit {
    /// Parses an edit of an address: `120:learning_rate:0.05`.
    pub(super) fn from_text(text: &str) -> Option<Edit> {
        let mut parts = text.splitn(3, ':');
        Some(Edit {
            iteration: parts.next()?.parse().ok()?,
            key: parts.next()?.to_string(),
            value: Value::from(parts.next()?),
        })
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Commas join edits: a list in one of them has none.
        let value = self.value.to_string().replace(',', "-");
        write!(f, "{}:{}:{}", self.iteration, self.key, value)
    }
}

/// Index in θ of the weight or bias that an edit's key sets: 6 of `weight_6`; `None` for another
/// key.
pub fn weight(id: &str) -> Option<usize> {
    let text = id.strip_prefix("weight_")?;
    text.parse().ok().filter(|index: &usize| index.to_string() == text)
}

/// New value of a weight. Fails outside ±10⁶.
pub(crate) fn weight_value(id: &str, text: &str) -> Result<f64, Error> {
    within(text.trim(), -1e6, 1e6)
        .ok_or_else(|| Error::bad_value(id, text, "a number from -1000000 to 1000000, such as 0.5"))
}
