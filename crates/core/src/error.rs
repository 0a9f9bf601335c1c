//! What can be wrong with what a person, a link or a script asks for.

use std::fmt;
use std::ops::Range;

/// Something asked for cannot be done. The text says what to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// There is no such key.
    UnknownKey(String),
    /// The key exists, the value does not fit.
    BadValue {
        /// Which key.
        key: String,
        /// What was given, cut to a readable length.
        value: String,
        /// What would fit, as in "a number above 0, such as 0.1".
        expected: String,
    },
    /// A text that is not read as a formula.
    Formula(FormulaError),
    /// The key cannot change while a run goes on; it needs a new start.
    NeedsNewStart(String),
    /// This is too long for an address.
    TooLong(String),
    /// An experiment that holds together key by key, but not as a whole.
    Inconsistent(String),
}

/// Why a text is no formula: what to change, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// A sentence.
    pub message: String,
    /// The characters it is about, counted from 0; empty for the end of the text.
    pub at: Range<usize>,
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "At character {}: {}", self.at.start + 1, self.message)
    }
}

impl std::error::Error for FormulaError {}

impl Error {
    /// A value that does not fit, and what would.
    pub fn bad_value(key: &str, value: &str, expected: impl Into<String>) -> Error {
        let mut value: String = value.chars().take(41).collect();
        if value.chars().count() > 40 {
            value.pop();
            value.push('…');
        }
        Error::BadValue { key: key.into(), value, expected: expected.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::UnknownKey(key) => {
                let key: String = key.chars().take(40).collect();
                write!(f, "“{key}” is not known here and was left out.")
            }
            Error::BadValue { key, value, expected } => {
                write!(f, "{key} = “{value}” does not fit: it takes {expected}.")
            }
            Error::Formula(error) => write!(f, "Function: {error}"),
            Error::NeedsNewStart(key) => {
                write!(f, "{key} cannot change while a run goes on: reset first.")
            }
            Error::TooLong(what) => {
                write!(f, "{what}: too long for an address; save the experiment as a file instead.")
            }
            Error::Inconsistent(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Error {}

impl From<FormulaError> for Error {
    fn from(error: FormulaError) -> Error {
        Error::Formula(error)
    }
}
