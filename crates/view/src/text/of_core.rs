//! Texts of the core, such as errors and names of columns, in a language's own words.
//!
//! The English text is the key: `core_` and its words. A language without such a message says it
//! in English.

use crate::text::messages::Words;
use downhill_core::message::{Message, Value};
use downhill_core::{Error, Run};

/// Key of what the core says: its letters and digits of ASCII, other signs as one `_`.
pub fn key(english: &str) -> String {
    let words = english.split(|sign: char| !sign.is_ascii_alphanumeric());
    let words: Vec<String> =
        words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    ["core_", &words.join("_")].concat()
}

impl Words {
    /// A name or a sentence of the core without values.
    pub fn of_core<'a>(&self, english: &'a str) -> &'a str
    where
        'static: 'a,
    {
        self.known(&key(english)).unwrap_or(english)
    }

    /// A sentence of the core.
    pub fn message(&self, message: &Message) -> String {
        let said = |value: &Value| match value {
            Value::Given(text) => text.clone(),
            Value::Said(part) => self.message(part),
        };
        let values: Vec<_> =
            message.values().iter().map(|(name, value)| (*name, said(value))).collect();
        let values: Vec<_> = values.iter().map(|(name, text)| (*name, &**text)).collect();
        let key = key(message.template());
        let own = match &values[..] {
            [] => self.known(&key).map(str::to_string),
            values => self.known_filled(&key, values),
        };
        own.unwrap_or_else(|| message.to_string())
    }

    /// An error in words.
    pub fn error(&self, error: &Error) -> String {
        self.message(&error.said())
    }

    /// Name of a column or a class of a run's data: one's own is as it was brought.
    pub fn column<'a>(&self, run: &Run, name: &'a str) -> &'a str
    where
        'static: 'a,
    {
        let asked = run.experiment();
        match asked.data.is_own() || asked.target.is_some() {
            true => name,
            false => self.of_core(name),
        }
    }

    /// Names of a run's classes, or of its values.
    pub fn targets<'a>(&self, run: &'a Run) -> Vec<&'a str> {
        let names = run.split().table.targets.names();
        names.iter().map(|name| self.column(run, name)).collect()
    }
}
