//! Numbers as the page shows them, each under its name.

/// A number of the page: the key of its name, how it is shown, its full value.
#[derive(Clone, Debug, PartialEq)]
pub struct Readout {
    /// Its name's key in the texts.
    pub key: &'static str,
    /// As people read it.
    pub text: String,
    /// All its digits.
    pub value: f64,
}
