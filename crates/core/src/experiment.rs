//! What is asked for: plain data that fits into an address.

pub mod address;
pub mod check;
pub mod edit;
pub mod keys;
pub mod live;
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
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use value::{Activations, Value};

/// All that determines a run's numbers.
///
/// Every field is a key of [`keys::KEYS`], under the same name in JSON, in the
/// address and on the page; except `weights`, `batches` and more than a few hundred rows
/// of one's own, which are too long for an address and stand in JSON only, and the
/// optimizer's hyperparameters, which stand beside the other keys.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Experiment {
    /// The version of this form of writing an experiment down.
    pub version: u32,
    /// The function to descend; none to train a network. With a function, the
    /// keys of data and network say nothing.
    pub function: Option<Function>,
    /// What is in sight of the function, or where the target is sampled: lowest and
    /// highest, for each variable or for both alike; empty for the usual.
    pub domain: Vec<f64>,
    /// How many times more the elliptic bowl bends one way than the other.
    pub condition_number: f64,
    /// Where to start: on a function as many numbers as it has variables; of a network
    /// every weight and bias, in the order of θ. Empty for the usual, or for drawn ones.
    pub start: Vec<f64>,
    /// Asks the function for more than the gradient at a point; none for the
    /// optimizer. With a search, the keys of optimizer and gradient noise say
    /// nothing.
    pub search: Option<Search>,
    /// What is learned from.
    pub data: Data,
    /// A formula to be learned, in place of data; none for the data.
    pub target: Option<Function>,
    /// How many samples are made of generated data or of the target; none for the usual.
    pub samples: Option<usize>,
    /// How far generated data are scattered; none for the data set's own.
    pub noise: Option<f64>,
    /// What the network is given of the inputs; empty for these as they are.
    pub features: Features,
    /// Whether inputs are brought to mean 0 and deviation 1 of the training rows.
    pub standardize: bool,
    /// Whether values to be found are, too: then the cost is counted in their deviations.
    pub standardize_targets: bool,
    /// The share of the rows that is held back for testing.
    pub test_fraction: f64,
    /// Which rows these are.
    pub test_rows: TestRows,
    /// The widths of the hidden layers.
    pub layers: Vec<usize>,
    /// The hidden layers' activations: one for all of them, or one for each.
    pub activation: Activations,
    /// The last layer's activation.
    pub output_activation: Activation,
    /// How far the outputs are from the values we expect.
    pub cost: Cost,
    /// Weighs Σ|w| in the loss.
    pub l1: f64,
    /// Weighs ½ Σ w² in the loss.
    pub l2: f64,
    /// Whether `l1` and `l2` count the biases as well.
    pub penalize_biases: bool,
    /// The share of hidden activations left out of each step.
    pub dropout: f64,
    /// How the first weights are drawn.
    pub initialization: Initialization,
    /// The first parameters, instead of drawn ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<Vec<LayerParameters>>,
    /// Parameters that keep their value, by their place in θ.
    pub frozen: Vec<usize>,
    /// From a gradient to a move.
    pub optimizer: Rule,
    /// η, the step size: the move of plain descent is −η times the gradient.
    pub learning_rate: f64,
    /// How the learning rate changes with the iterations.
    pub schedule: Schedule,
    /// The deviation of normal noise that is added to each gradient.
    pub gradient_noise: f64,
    /// How many samples each update sees; none for all of them.
    pub batch_size: Option<usize>,
    /// The samples of each update, instead of drawn ones; after the last, the
    /// first again. Indices of training samples may repeat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batches: Option<Vec<Vec<usize>>>,
    /// Determines the split, the weights at the start and the order of the samples.
    pub seed: u32,
    /// What was changed while the run went on.
    pub edits: Vec<Edit>,
    /// The optimizer's hyperparameters that differ from its defaults.
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
    /// What is learned from.
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

    /// How it is split.
    pub fn sharing(&self) -> Sharing {
        let Experiment { test_fraction, test_rows, seed, standardize, standardize_targets, .. } =
            *self;
        Sharing { test_fraction, test_rows, seed, standardize, standardize_targets }
    }

    /// What is added to the loss for large weights.
    pub fn penalty(&self) -> Penalty {
        Penalty { l1: self.l1, l2: self.l2, biases: self.penalize_biases }
    }

    /// What is in sight of the function, or where the target is sampled: lowest and
    /// highest, for each variable.
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

    /// Forgets what is said of single weights: those of another network are others.
    pub fn forget_weights(&mut self) {
        (self.weights, self.start) = (None, Vec::new());
        self.frozen.clear();
        self.edits.retain(|edit| weight(&edit.key).is_none());
    }

    /// The optimizer's hyperparameters as numbers.
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
