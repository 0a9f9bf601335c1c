//! Readouts: numbers of the page, each with its name.

/// A number of the page: the key of its name, its text, its full value.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// Text key of the name.
    pub key: &'static str,
    /// Formatted value.
    pub text: String,
    /// Full value.
    pub value: f64,
}
