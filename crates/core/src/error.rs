//! Errors in the input of a person, a link or a script.

use crate::message::{Message, Value, said};
use std::fmt;
use std::ops::Range;

/// An error of an experiment or of one of its keys. Its text says what to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Unknown key.
    UnknownKey(String),
    /// Known key with an invalid value.
    BadValue {
        /// The key.
        key: String,
        /// The value that was given, cut to 40 characters.
        value: String,
        /// The values that are valid, as in "a number above 0, such as 0.1".
        expected: Message,
    },
    /// A text that does not parse as a formula.
    Formula(FormulaError),
    /// The key cannot change during a run; it takes effect from a new start.
    NeedsNewStart(String),
    /// A part of the experiment that is too long for an address.
    TooLong(String),
    /// An experiment whose keys are valid one by one, but contradict each other.
    Inconsistent(String),
}

/// Syntax error of a formula: message and position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// The message: a sentence that says what to change.
    pub message: Message,
    /// The range of characters concerned, counted from 0; empty at the end of the text.
    pub at: Range<usize>,
}

impl FormulaError {
    /// Message with the position, counted from 1.
    pub fn said(&self) -> Message {
        let place = Value::Given((self.at.start + 1).to_string());
        let message = Value::Said(self.message.clone());
        Message::new(
            "At character {place}: {message}",
            vec![("place", place), ("message", message)],
        )
    }
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for FormulaError {}

impl Error {
    /// [`Error::BadValue`] of a key; the value is cut to 40 characters.
    pub fn bad_value(key: &str, value: &str, expected: impl Into<Message>) -> Error {
        let mut value: String = value.chars().take(41).collect();
        if value.chars().count() > 40 {
            value.pop();
            value.push('…');
        }
        Error::BadValue { key: key.into(), value, expected: expected.into() }
    }
}

impl Error {
    /// The same error with its key under the name that a reader knows it by.
    pub fn named(mut self, name: impl FnOnce(&str) -> String) -> Error {
        if let Error::BadValue { key, .. } | Error::NeedsNewStart(key) = &mut self {
            *key = name(key);
        }
        self
    }
}

impl Error {
    /// The error as a sentence.
    pub fn said(&self) -> Message {
        match self {
            Error::UnknownKey(key) => {
                let key: String = key.chars().take(40).collect();
                said!("“{key}” is not known here.", key)
            }
            Error::BadValue { key, value, expected } => {
                let [key, value] = [key, value].map(|text| Value::Given(text.clone()));
                let expected = Value::Said(expected.clone());
                Message::new(
                    "{key} = “{value}” does not fit: it takes {expected}.",
                    vec![("key", key), ("value", value), ("expected", expected)],
                )
            }
            Error::Formula(error) => {
                let error = Value::Said(error.said());
                Message::new("Function: {error}", vec![("error", error)])
            }
            Error::NeedsNewStart(key) => {
                said!("{key} cannot change while a run goes on: reset first.", key)
            }
            Error::TooLong(what) => said!(
                "{what}: too long for an address; save the experiment as a file instead.",
                what
            ),
            Error::Inconsistent(what) => what.as_str().into(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl std::error::Error for Error {}

impl From<FormulaError> for Error {
    fn from(error: FormulaError) -> Error {
        Error::Formula(error)
    }
}
