//! Activations: what a neuron makes of its weighted sum. a = σ(z).
//!
//! To add one: write its [`Definition`] here and put it in [`ACTIVATIONS`].

use crate::{Error, math};
use serde::{Deserialize, Serialize};

/// One activation and all that is known of it.
#[derive(Debug)]
pub struct Definition {
    /// Its name in an experiment and in the address.
    pub id: &'static str,
    /// a as a function of z.
    pub formula: &'static str,
    /// Who introduced it.
    pub source: &'static str,
    /// Writes a = σ(z), element by element. Both slices are equally long.
    pub apply: fn(z: &[f64], a: &mut [f64]),
    /// Multiplies `delta` by σ′(z), element by element; a = σ(z) is at hand.
    pub times_slope: fn(z: &[f64], a: &[f64], delta: &mut [f64]),
}

/// All activations, in the order in which they are offered.
pub const ACTIVATIONS: &[&Definition] = &[&TANH, &RELU, &IDENTITY];

const TANH: Definition = Definition {
    id: "tanh",
    formula: "tanh z",
    source: "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)",
    apply: |z, a| {
        for (a, z) in a.iter_mut().zip(z) {
            *a = math::tanh(*z);
        }
    },
    times_slope: |_, a, delta| {
        for (delta, a) in delta.iter_mut().zip(a) {
            *delta *= 1.0 - a * a;
        }
    },
};

const RELU: Definition = Definition {
    id: "relu",
    formula: "max(0, z), slope 0 at 0",
    source: "Nair, Hinton: Rectified Linear Units Improve Restricted Boltzmann Machines (2010)",
    apply: |z, a| {
        for (a, z) in a.iter_mut().zip(z) {
            // A NaN stays a NaN, so that divergence is seen.
            *a = if *z <= 0.0 { 0.0 } else { *z };
        }
    },
    times_slope: |z, _, delta| {
        for (delta, z) in delta.iter_mut().zip(z) {
            *delta = if *z <= 0.0 { 0.0 } else { *delta };
        }
    },
};

const IDENTITY: Definition = Definition {
    id: "identity",
    formula: "z",
    source: "a layer without an activation",
    apply: |z, a| a.copy_from_slice(z),
    times_slope: |_, _, _| {},
};

/// One of [`ACTIVATIONS`], by name in text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Activation(&'static Definition);

impl Activation {
    /// tanh z.
    pub const TANH: Activation = Activation(&TANH);
    /// z itself: the output layer of a classifier, whose cost does the rest.
    pub const IDENTITY: Activation = Activation(&IDENTITY);

    /// The activation of this name.
    pub fn from_id(id: &str) -> Result<Activation, Error> {
        crate::named::find("activation", id, ACTIVATIONS, |definition| definition.id)
            .map(Activation)
    }
}

crate::named::named!(Activation, Definition);
