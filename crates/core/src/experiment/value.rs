//! Single values as text and in JSON: numbers, words and lists of them.

use crate::Error;
use crate::network::activation::Activation;
use serde::Serialize;
use std::fmt;

/// A number or a word, as in JSON. `true` is 1 and `false` 0.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number, as in `0.05`.
    Number(f64),
    /// A word, as in `"full"`.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Value::Number(number),
            _ => match text.trim() {
                "true" => Value::Number(1.0),
                "false" => Value::Number(0.0),
                text => Value::Text(text.to_string()),
            },
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Number(number) => number.fmt(f),
            Value::Text(text) => text.fmt(f),
        }
    }
}

/// Activations of the hidden layers, in text form `tanh` (all layers), or `tanh-relu` (one
/// each).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(into = "String")]
pub struct Activations(pub(super) Vec<Activation>);

impl Activations {
    /// Activation of a hidden layer, by index from 0; the last one is repeated.
    pub fn of(&self, layer: usize) -> Activation {
        self.0[layer.min(self.0.len() - 1)]
    }
}

impl TryFrom<String> for Activations {
    type Error = Error;
    fn try_from(text: String) -> Result<Activations, Error> {
        text.split('-').map(Activation::from_id).collect::<Result<_, _>>().map(Activations)
    }
}

impl From<Activations> for String {
    fn from(activations: Activations) -> String {
        activations.0.iter().map(|activation| activation.id).collect::<Vec<_>>().join("-")
    }
}

/// A finite number.
pub(super) fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// Inverse of [`numbers`].
pub(super) fn join_numbers(parts: &[f64]) -> String {
    join(parts, ",")
}

/// Items joined by a separator.
pub(super) fn join<T: ToString>(parts: &[T], by: &str) -> String {
    parts.iter().map(T::to_string).collect::<Vec<_>>().join(by)
}

/// Indices in θ, as in `0-5-7`; commas are accepted, too.
pub(crate) fn places(text: &str) -> Option<Vec<usize>> {
    let parts = text.split(['-', ',']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

/// Numbers joined by commas, as in `-1.5,2`; an empty list for an empty text.
pub(super) fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| number(part.trim())).collect()
}

/// A number from `low` to `high`, both included.
pub(super) fn within(text: &str, low: f64, high: f64) -> Option<f64> {
    number(text).filter(|number| (low..=high).contains(number))
}

/// A truth value: true, false, 1 or 0.
pub(super) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}
