//! What an experiment may bring with it: data and first weights of its own.

use crate::data::{DataSet, Table, Targets};
use crate::network::Layer;
use crate::{Error, Network};
use serde::{Deserialize, Serialize};

/// What is learned from: a data set by its name, or rows of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Data {
    /// As in `"penguins"`.
    Named(DataSet),
    /// As in `{"inputs": [[0, 1], [1, 0]], "targets": [0, 1]}`.
    Own(OwnData),
}

/// Rows of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnData {
    /// `[row][input]`.
    pub inputs: Vec<Vec<f64>>,
    /// One for each row.
    pub targets: OwnTargets,
    /// The inputs' names; empty for x 1, x 2, …
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

impl From<Table> for OwnData {
    fn from(table: Table) -> OwnData {
        let targets = match table.targets {
            Targets::Classes { names, labels } => {
                OwnTargets::Names(labels.iter().map(|label| names[*label].clone()).collect())
            }
            Targets::Values { values, .. } => OwnTargets::Values(values),
        };
        OwnData { inputs: table.rows, targets, names: table.inputs }
    }
}

/// The values we expect.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OwnTargets {
    /// Whole numbers: each row's class, counted from 0.
    Classes(Vec<usize>),
    /// Words: each row's class by name.
    Names(Vec<String>),
    /// Each row's value, for one output.
    Numbers(Vec<f64>),
    /// `[row][output]`.
    Values(Vec<Vec<f64>>),
}

/// The most numbers that data of one's own may hold.
const MOST_NUMBERS: usize = 1_000_000;

impl Data {
    /// Its name; `own` for data of one's own.
    pub fn name(&self) -> &'static str {
        match self {
            Data::Named(data) => data.id,
            Data::Own(_) => "own",
        }
    }

    /// The named data set; none for data of one's own.
    pub fn named(&self) -> Option<DataSet> {
        match self {
            Data::Named(data) => Some(*data),
            Data::Own(_) => None,
        }
    }

    /// Whether values are to be found for one, not classes.
    pub fn finds_values(&self) -> bool {
        match self {
            Data::Named(data) => data.classes.len() == 1,
            Data::Own(OwnData { targets, .. }) => {
                matches!(targets, OwnTargets::Numbers(_) | OwnTargets::Values(_))
            }
        }
    }

    /// Whether it is data of one's own.
    pub fn is_own(&self) -> bool {
        matches!(self, Data::Own(_))
    }

    /// Its rows. `samples`, `noise` and `seed` matter to generated data.
    pub fn table(
        &self,
        samples: Option<usize>,
        noise: Option<f64>,
        seed: u32,
    ) -> Result<Table, Error> {
        match self {
            Data::Named(data) => {
                Ok(data.sample(samples, noise.or(data.noise).unwrap_or(0.0), seed))
            }
            Data::Own(own) => own.table(),
        }
    }
}

impl OwnData {
    /// Its rows, or what does not fit together.
    pub fn table(&self) -> Result<Table, Error> {
        let wrong = |what: String| Err(Error::Inconsistent(what));
        let Some(first) = self.inputs.first() else {
            return wrong("data: inputs has no rows.".into());
        };
        let width = first.len();
        if width == 0 || width * self.inputs.len() > MOST_NUMBERS {
            return wrong(format!("data: inputs takes from 1 to {MOST_NUMBERS} numbers in all."));
        }
        if let Some(row) = self.inputs.iter().position(|row| row.len() != width) {
            let found = self.inputs[row].len();
            return wrong(format!(
                "data: row {row} of inputs has {found} numbers, row 0 has {width}."
            ));
        }
        let targets = self.targets.as_targets()?;
        let (rows, expected) = (self.inputs.len(), targets.rows());
        if rows != expected {
            return wrong(format!("data: there are {rows} inputs, but {expected} targets."));
        }
        let inputs = match self.names.len() {
            0 => (1..=width).map(|k| format!("x {k}")).collect(),
            found if found == width => self.names.clone(),
            found => return wrong(format!("data: there are {found} names for {width} inputs.")),
        };
        Ok(Table { inputs, rows: self.inputs.clone(), targets, dropped: 0 })
    }
}

impl OwnTargets {
    fn as_targets(&self) -> Result<Targets, Error> {
        /// More classes than anyone tells apart: most likely values were meant.
        const MOST_CLASSES: usize = 100;
        let wrong = |what: &str| Err(Error::Inconsistent(what.into()));
        let values = |values: Vec<Vec<f64>>| {
            let width = values.first().map_or(0, Vec::len);
            if width == 0 || values.iter().any(|row| row.len() != width) {
                return wrong(
                    "data: every row of targets takes equally many numbers, at least one.",
                );
            }
            let names = (1..=width).map(|k| format!("y {k}")).collect();
            Ok(Targets::Values { names, values })
        };
        match self {
            OwnTargets::Classes(labels) => {
                let count = labels.iter().max().map_or(0, |largest| largest.saturating_add(1));
                if count > MOST_CLASSES {
                    return wrong(
                        "data: classes are whole numbers below 100; write values as [[1.5], [2.5]].",
                    );
                }
                let names = (0..count).map(|class| format!("class {class}")).collect();
                Ok(Targets::Classes { names, labels: labels.clone() })
            }
            OwnTargets::Names(words) => {
                let mut names: Vec<String> = Vec::new();
                let mut labels = Vec::new();
                for word in words {
                    let known = names.iter().position(|name| name == word);
                    labels.push(known.unwrap_or(names.len()));
                    if known.is_none() {
                        names.push(word.clone());
                    }
                }
                if names.len() > MOST_CLASSES {
                    return wrong("data: there may be at most 100 classes.");
                }
                Ok(Targets::Classes { names, labels })
            }
            OwnTargets::Numbers(numbers) => {
                values(numbers.iter().map(|number| vec![*number]).collect())
            }
            OwnTargets::Values(rows) => values(rows.clone()),
        }
    }
}

/// One layer's first parameters.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LayerParameters {
    /// The weights, `[out][in]`.
    #[serde(rename = "W")]
    pub weights: Vec<Vec<f64>>,
    /// The biases, `[out]`.
    #[serde(rename = "b")]
    pub biases: Vec<f64>,
}

/// First parameters in the order of θ, as the key `start` has them.
pub fn flat_parameters(start: &[f64], network: &Network) -> Result<Vec<f64>, Error> {
    let (found, expected) = (start.len(), network.parameters());
    match found == expected {
        true => Ok(start.to_vec()),
        false => Err(Error::Inconsistent(format!(
            "start: the network has {expected} weights and biases, not {found}; leave start out \
             to draw them."
        ))),
    }
}

/// A network's θ, layer by layer: the other way round than [`parameters`].
pub fn layers(theta: &[f64], network: &Network) -> Vec<LayerParameters> {
    let layer = |layer: &Layer| LayerParameters {
        weights: theta[layer.weights.clone()].chunks(layer.inputs).map(<[f64]>::to_vec).collect(),
        biases: theta[layer.biases.clone()].to_vec(),
    };
    network.layers().iter().map(layer).collect()
}

/// The same in one list, in the order of θ.
pub fn flat(layers: &[LayerParameters]) -> Vec<f64> {
    let of = |layer: &LayerParameters| {
        let mut all = layer.weights.concat();
        all.extend(&layer.biases);
        all
    };
    layers.iter().flat_map(of).collect()
}

/// Lays first parameters out as the network's θ.
pub fn parameters(layers: &[LayerParameters], network: &Network) -> Result<Vec<f64>, Error> {
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
