//! Experiments: the settings of a run, as plain data that fits into an address.

pub mod address;
pub mod check;
mod default_cost;
pub mod draft;
pub mod edit;
mod json;
pub mod keys;
pub mod live;
mod query;
pub mod value;

use crate::Error;
use crate::data::builtin::DataSet;
use crate::data::custom::Data;
use crate::data::features::Features;
use crate::data::split::{Sharing, TestRows};
use crate::data::table::Table;
use crate::data::target::{Sampled, USUAL_SAMPLES};
use crate::function::Function;
use crate::network::activation::Activation;
use crate::network::cost::Cost;
use crate::network::initialization::Initialization;
use crate::network::objective::Penalty;
use crate::network::parameters::LayerParameters;
use crate::optimizer::schedule::Schedule;
use crate::optimizer::second_order::Search;
use crate::optimizer::{self, Rule};
use edit::{Edit, weight};
use serde::Serialize;
use std::collections::BTreeMap;
use value::{Activations, Value};

/// All settings that determine a run's numbers.
///
/// Every field is a key of [`keys::KEYS`], under the same name in JSON, in the address and on
/// the page. Exceptions: `weights`, `batches` and more than a few hundred rows of a user's own
/// are too long for an address and stand in JSON only; the optimizer's hyperparameters stand
/// beside the other keys.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Experiment {
    /// Version of this JSON and address format.
    pub version: u32,
    /// Function to minimize; `None` trains a network. With a function, the keys of data and
    /// network are ignored.
    pub function: Option<Function>,
    /// Visible domain of the function, or the domain in which the target is sampled: lowest and
    /// highest, for each variable or for both alike; empty for the default.
    pub domain: Vec<f64>,
    /// Condition number of the elliptic bowl: its largest over its smallest curvature.
    pub condition_number: f64,
    /// Starting point: for a function one number for each variable; for a network every weight
    /// and bias, in the order of θ. Empty for the default, or for parameters drawn at random.
    pub start: Vec<f64>,
    /// Search method, which evaluates the function beyond the gradient at one point; `None` uses
    /// the optimizer. With a search, the keys of optimizer and gradient noise are ignored.
    pub search: Option<Search>,
    /// Training data.
    pub data: Data,
    /// Target formula to learn in place of data; `None` uses the data.
    pub target: Option<Function>,
    /// Number of samples of generated data or of the target; `None` for the default.
    pub samples: Option<usize>,
    /// Noise level of generated data or of the target; `None` for the default.
    pub noise: Option<f64>,
    /// Features: formulas of the inputs that are fed to the network; empty feeds the inputs
    /// themselves.
    pub features: Features,
    /// Whether inputs are standardized to mean 0 and standard deviation 1 over the training
    /// rows.
    pub standardize: bool,
    /// Whether target values are standardized, too; the cost is then in units of their
    /// deviations.
    pub standardize_targets: bool,
    /// Test fraction: the share of the rows that is held back for testing.
    pub test_fraction: f64,
    /// Validation fraction: the share of the rows that is held back to tell when to stop.
    pub validation_fraction: f64,
    /// Choice of the test rows: random or last.
    pub test_rows: TestRows,
    /// Widths of the hidden layers.
    pub layers: Vec<usize>,
    /// Activations of the hidden layers: one for all of them, or one for each.
    pub activation: Activations,
    /// Activation of the output layer.
    pub output_activation: Activation,
    /// Cost function: the distance of the outputs from the targets.
    pub cost: Cost,
    /// L1 penalty factor: adds l1 Σ|w| to the loss.
    pub l1: f64,
    /// L2 penalty factor: adds l2 · ½ Σ w² to the loss.
    pub l2: f64,
    /// Whether `l1` and `l2` apply to the biases as well.
    pub penalize_biases: bool,
    /// Dropout rate: the probability with which a hidden activation is left out of a step.
    pub dropout: f64,
    /// Initialization: the distribution that the initial weights are drawn from.
    pub initialization: Initialization,
    /// Initial parameters, in place of drawn ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<Vec<LayerParameters>>,
    /// Frozen parameters, which keep their value, by index of θ.
    pub frozen: Vec<usize>,
    /// Optimizer: the update rule.
    pub optimizer: Rule,
    /// η, the step size: the move of plain descent is −η times the gradient.
    pub learning_rate: f64,
    /// Learning rate schedule: a factor of η for each iteration.
    pub schedule: Schedule,
    /// Standard deviation of the normal noise added to each gradient.
    pub gradient_noise: f64,
    /// Batch size: the number of samples of each update; `None` for all of them.
    pub batch_size: Option<usize>,
    /// Batches of each update in place of drawn ones, repeated after the last. Indices of
    /// training samples may repeat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batches: Option<Vec<Vec<usize>>>,
    /// Random seed: determines the split, the initial weights, the order of the samples, and all
    /// other random draws.
    pub seed: u32,
    /// Edits: settings changed during the run.
    pub edits: Vec<Edit>,
    /// Hyperparameters of the optimizer that differ from its defaults.
    #[serde(flatten)]
    pub hyperparameters: BTreeMap<String, Value>,
}

impl Default for Experiment {
    fn default() -> Experiment {
        Experiment {
            version: 1,
            function: None,
            domain: Vec::new(),
            condition_number: 10.0,
            start: Vec::new(),
            search: None,
            data: Data::Named(DataSet::PENGUINS),
            target: None,
            samples: None,
            noise: None,
            features: Features::default(),
            standardize: true,
            standardize_targets: false,
            test_fraction: 0.3,
            validation_fraction: 0.0,
            test_rows: TestRows::Random,
            layers: vec![5],
            activation: Activations(vec![Activation::TANH]),
            output_activation: Activation::IDENTITY,
            cost: Cost::SOFTMAX_CROSS_ENTROPY,
            l1: 0.0,
            l2: 0.0,
            penalize_biases: false,
            dropout: 0.0,
            initialization: Initialization::XAVIER_UNIFORM,
            weights: None,
            frozen: Vec::new(),
            optimizer: Rule::SGD,
            learning_rate: 0.3,
            schedule: Schedule::default(),
            gradient_noise: 0.0,
            batch_size: None,
            batches: None,
            seed: 1,
            edits: Vec::new(),
            hyperparameters: BTreeMap::new(),
        }
    }
}

impl Experiment {
    /// Table of the training data: rows of `data`, or samples of `target`. Fails if the data are
    /// inconsistent, or the target has no value in its domain.
    pub fn table(&self) -> Result<Table, Error> {
        let Some(of) = &self.target else {
            return self.data.table(self.samples, self.noise, self.seed);
        };
        let sampled = Sampled {
            of,
            domain: &self.in_sight(),
            samples: self.samples.unwrap_or(USUAL_SAMPLES),
            noise: self.noise.unwrap_or(0.0),
            seed: self.seed,
        };
        sampled.table()
    }

    /// Settings of the split.
    pub fn sharing(&self) -> Sharing {
        Sharing {
            test_fraction: self.test_fraction,
            validation_fraction: self.validation_fraction,
            test_rows: self.test_rows,
            seed: self.seed,
            standardize: self.standardize,
            standardize_targets: self.standardize_targets,
        }
    }

    /// Penalty on large weights that is added to the loss.
    pub fn penalty(&self) -> Penalty {
        Penalty { l1: self.l1, l2: self.l2, biases: self.penalize_biases }
    }

    /// Domain of the function or target: (lowest, highest) of each variable. Empty without
    /// either.
    pub fn in_sight(&self) -> Vec<(f64, f64)> {
        let Some(function) = self.function.as_ref().or(self.target.as_ref()) else {
            return Vec::new();
        };
        let asked: Vec<(f64, f64)> =
            self.domain.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect();
        match asked[..] {
            [] => function.domain(),
            [alike] => vec![alike; function.dim()],
            _ => asked,
        }
    }

    /// Clears the settings of single weights (`weights`, `start`, `frozen`, edits of weights),
    /// which are invalid for another network.
    pub fn forget_weights(&mut self) {
        (self.weights, self.start) = (None, Vec::new());
        self.frozen.clear();
        self.edits.retain(|edit| weight(&edit.key).is_none());
    }

    /// Hyperparameters of the optimizer as numbers. Fails if no optimizer has one of them, or
    /// one is not a number.
    pub fn hyperparameters(&self) -> Result<BTreeMap<String, f64>, Error> {
        let number = |(id, value): (&String, &Value)| match value {
            _ if !optimizer::is_hyperparameter(id) => Err(Error::UnknownKey(id.clone())),
            Value::Number(number) => Ok((id.clone(), *number)),
            Value::Text(text) => Err(Error::bad_value(id, text, "a number, such as 0.9")),
        };
        let mut numbers = BTreeMap::new();
        for pair in &self.hyperparameters {
            let (id, number) = number(pair)?;
            numbers.insert(id, number);
        }
        Ok(numbers)
    }
}
