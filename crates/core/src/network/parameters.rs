//! Serialized parameters of a network: layer by layer, or flat in the order of θ.

use crate::Error;
use crate::network::{Layer, Network};
use serde::Serialize;

/// Initial parameters of one layer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LayerParameters {
    /// Weights W, `[out][in]`.
    #[serde(rename = "W")]
    pub weights: Vec<Vec<f64>>,
    /// Biases b, `[out]`.
    #[serde(rename = "b")]
    pub biases: Vec<f64>,
}

/// Initial θ from the key `start`. Fails unless it has as many numbers as the network
/// parameters.
pub fn from_flat(start: &[f64], network: &Network) -> Result<Vec<f64>, Error> {
    let (found, expected) = (start.len(), network.parameters());
    match found == expected {
        true => Ok(start.to_vec()),
        false => Err(Error::Inconsistent(format!(
            "start: the network has {expected} weights and biases, not {found}; leave start out \
             to draw them."
        ))),
    }
}

/// θ as parameters layer by layer; the inverse of [`from_layers`].
pub fn to_layers(theta: &[f64], network: &Network) -> Vec<LayerParameters> {
    let layer = |layer: &Layer| LayerParameters {
        weights: theta[layer.weights.clone()].chunks(layer.inputs).map(<[f64]>::to_vec).collect(),
        biases: theta[layer.biases.clone()].to_vec(),
    };
    network.layers().iter().map(layer).collect()
}

/// Parameters of all layers in one list, in the order of θ.
pub fn flatten(layers: &[LayerParameters]) -> Vec<f64> {
    let of = |layer: &LayerParameters| {
        let mut all = layer.weights.concat();
        all.extend(&layer.biases);
        all
    };
    layers.iter().flat_map(of).collect()
}

/// θ from parameters layer by layer. Fails if a shape does not fit the network, or a number is
/// not finite.
pub fn from_layers(layers: &[LayerParameters], network: &Network) -> Result<Vec<f64>, Error> {
    let mut theta = vec![0.0; network.parameters()];
    let (found, expected) = (layers.len(), network.layers().len());
    if found != expected {
        return Err(Error::Inconsistent(format!(
            "weights: the network has {expected} layers of weights, not {found}."
        )));
    }
    for (index, (from, to)) in layers.iter().zip(network.layers()).enumerate() {
        let fits = from.weights.len() == to.outputs
            && from.biases.len() == to.outputs
            && from.weights.iter().all(|row| row.len() == to.inputs);
        if !fits {
            return Err(Error::Inconsistent(format!(
                "weights: layer {index} takes W of {} rows of {} numbers, and {} numbers b.",
                to.outputs, to.inputs, to.outputs
            )));
        }
        for (to, from) in theta[to.weights.clone()].iter_mut().zip(from.weights.iter().flatten()) {
            *to = *from;
        }
        theta[to.biases.clone()].copy_from_slice(&from.biases);
    }
    match theta.iter().all(|number| number.is_finite()) {
        true => Ok(theta),
        false => Err(Error::Inconsistent("weights: every number must be finite.".into())),
    }
}
