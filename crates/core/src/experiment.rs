//! What is asked for: plain data that fits into an address.

use crate::Error;
use crate::activation::Activation;
use crate::cost::Cost;
use crate::data::target::{Sampled, USUAL_SAMPLES};
use crate::data::{DataSet, Sharing, Table, TestRows};
use crate::decimal;
use crate::features::Features;
use crate::function::Function;
use crate::initialization::Initialization;
use crate::objective::Penalty;
use crate::optimizer::{self, Rule};
use crate::own::{Data, LayerParameters};
use crate::points;
use crate::schedule::Schedule;
use crate::search::Search;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// All that determines a run's numbers.
///
/// Every field is a key of [`KEYS`], under the same name in JSON, in the
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

/// The hidden layers' activations, as one writes them: `tanh`, or `tanh-relu`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Activations(Vec<Activation>);

impl Activations {
    /// The activation of a hidden layer, counted from 0.
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

/// A change made during a run: it holds from this iteration's update on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// After how many updates.
    pub iteration: u32,
    /// Which key; one that is [`Key::live`], or a weight's, as in `weight_6`.
    pub key: String,
    /// Its value from then on.
    pub value: Value,
}

/// A number or a word, as it stands in JSON. `true` is 1 and `false` 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged, from = "JsonValue")]
pub enum Value {
    /// As in `0.05`.
    Number(f64),
    /// As in `"full"`.
    Text(String),
}

#[derive(Deserialize)]
#[serde(untagged)]
enum JsonValue {
    Truth(bool),
    Number(f64),
    Text(String),
}

impl From<JsonValue> for Value {
    fn from(value: JsonValue) -> Value {
        match value {
            JsonValue::Truth(truth) => Value::Number(f64::from(truth)),
            JsonValue::Number(number) => Value::Number(number),
            JsonValue::Text(text) => Value::Text(text),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        match decimal::parse(text.trim()) {
            Some(number) if number.is_finite() => Value::Number(number),
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
            Value::Number(number) => f.write_str(&decimal::shortest(*number)),
            Value::Text(text) => text.fmt(f),
        }
    }
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

/// How many hidden layers a network may have.
pub const MOST_LAYERS: usize = 6;
/// How many units a hidden layer may have.
pub const MOST_UNITS: usize = 64;
/// How many samples may be made.
pub const MOST_SAMPLES: usize = 5000;

/// One field of [`Experiment`] by name.
pub struct Key {
    /// The field's name, the address's key, the control's id.
    pub id: &'static str,
    /// Whether it may change while a run goes on.
    pub live: bool,
    set: fn(&mut Experiment, &str) -> Result<(), Expected>,
    get: fn(&Experiment) -> String,
}

/// Why a value does not fit: what would, or all that is to be said.
enum Expected {
    This(String),
    Else(Error),
}

impl From<String> for Expected {
    fn from(text: String) -> Expected {
        Expected::This(text)
    }
}

impl From<&str> for Expected {
    fn from(text: &str) -> Expected {
        Expected::This(text.into())
    }
}

/// All keys: the one place where text becomes a value and a value text.
pub const KEYS: &[Key] = &[
    Key {
        id: "version",
        live: false,
        set: |to, text| {
            to.version = match text {
                "1" => 1,
                _ => return Err("1, the only version there is".into()),
            };
            Ok(())
        },
        get: |from| from.version.to_string(),
    },
    Key {
        id: "function",
        live: false,
        set: |to, text| {
            to.function = match text {
                "" => None,
                id => Some(Function::from_id(id).map_err(expected)?),
            };
            Ok(())
        },
        get: |from| from.function.as_ref().map_or(String::new(), |it| it.id().into()),
    },
    Key {
        id: "domain",
        live: false,
        set: |to, text| {
            let domain = numbers(text).filter(|numbers| {
                matches!(numbers.len(), 0 | 2 | 4)
                    && numbers
                        .chunks(2)
                        .all(|pair| pair[0] < pair[1] && (pair[1] - pair[0]).is_finite())
            });
            let expected = "the lowest and the highest x, such as -2,2, and then those of y";
            to.domain = domain.ok_or(expected)?;
            Ok(())
        },
        get: |from| join_numbers(&from.domain),
    },
    Key {
        id: "condition_number",
        live: false,
        set: |to, text| {
            to.condition_number = within(text, 1.0, 1e6).ok_or("a number from 1 on, such as 10")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.condition_number),
    },
    Key {
        id: "start",
        live: false,
        set: |to, text| {
            to.start = numbers(text).ok_or("numbers joined by commas, such as -1.5,2")?;
            Ok(())
        },
        get: |from| join_numbers(&from.start),
    },
    Key {
        id: "search",
        live: false,
        set: |to, text| {
            to.search = match text {
                "" => None,
                id => Some(Search::from_id(id).map_err(expected)?),
            };
            Ok(())
        },
        get: |from| from.search.map_or(String::new(), |search| search.id.into()),
    },
    Key {
        id: "data",
        live: false,
        set: |to, text| {
            DataSet::from_id(text).map(|data| to.data = Data::Named(data)).map_err(expected)
        },
        get: |from| from.data.name().into(),
    },
    Key {
        id: "target",
        live: false,
        set: |to, text| {
            to.target = match text {
                "" => None,
                text => Some(Function::from_id(text).map_err(expected)?),
            };
            Ok(())
        },
        get: |from| from.target.as_ref().map_or(String::new(), |it| it.id().into()),
    },
    Key {
        id: "samples",
        live: false,
        set: |to, text| {
            to.samples = match text {
                "" => None,
                _ => Some(
                    text.parse()
                        .ok()
                        .filter(|count| (10..=MOST_SAMPLES).contains(count))
                        .ok_or("a whole number from 10 to 5000")?,
                ),
            };
            Ok(())
        },
        get: |from| from.samples.map_or(String::new(), |count| count.to_string()),
    },
    Key {
        id: "points",
        live: false,
        set: |to, text| {
            if !text.is_empty() {
                let own = points::read(text);
                let expected = "data of one’s own, as the page writes them into its address";
                to.data = Data::Own(own.ok_or(expected)?);
            }
            Ok(())
        },
        get: |from| match &from.data {
            Data::Own(own) => points::write(own).unwrap_or_default(),
            Data::Named(_) => String::new(),
        },
    },
    Key {
        id: "noise",
        live: false,
        set: |to, text| {
            to.noise = match text {
                "" => None,
                _ => Some(within(text, 0.0, 1.0).ok_or("a number from 0 to 1")?),
            };
            Ok(())
        },
        get: |from| from.noise.map_or(String::new(), decimal::shortest),
    },
    Key {
        id: "features",
        live: false,
        set: |to, text| {
            to.features = Features::parse(text).map_err(expected)?;
            Ok(())
        },
        get: |from| from.features.to_string(),
    },
    Key {
        id: "standardize",
        live: false,
        set: |to, text| truth(text).map(|truth| to.standardize = truth),
        get: |from| from.standardize.to_string(),
    },
    Key {
        id: "standardize_targets",
        live: false,
        set: |to, text| truth(text).map(|truth| to.standardize_targets = truth),
        get: |from| from.standardize_targets.to_string(),
    },
    Key {
        id: "test_fraction",
        live: false,
        set: |to, text| {
            to.test_fraction = within(text, 0.0, 0.9).ok_or("a number from 0 to 0.9")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.test_fraction),
    },
    Key {
        id: "test_rows",
        live: false,
        set: |to, text| {
            to.test_rows = match text {
                "random" => TestRows::Random,
                "last" => TestRows::Last,
                _ => return Err("random or last".into()),
            };
            Ok(())
        },
        get: |from| match from.test_rows {
            TestRows::Random => "random".into(),
            TestRows::Last => "last".into(),
        },
    },
    Key {
        id: "layers",
        live: false,
        set: |to, text| {
            let widths: Option<Vec<usize>> = match text {
                "" => Some(Vec::new()),
                _ => text.split('-').map(|width| width.parse().ok()).collect(),
            };
            let widths = widths.filter(|widths| {
                widths.len() <= MOST_LAYERS
                    && widths.iter().all(|width| (1..=MOST_UNITS).contains(width))
            });
            to.layers = widths.ok_or_else(|| {
                format!(
                    "up to {MOST_LAYERS} hidden layers' widths of 1 to {MOST_UNITS}, such as 6 or 8-8"
                )
            })?;
            Ok(())
        },
        get: |from| join(&from.layers, "-"),
    },
    Key {
        id: "activation",
        live: false,
        set: |to, text| {
            let activations = Activations::try_from(text.to_string()).map_err(expected)?;
            to.activation = activations;
            Ok(())
        },
        get: |from| from.activation.clone().into(),
    },
    Key {
        id: "output_activation",
        live: false,
        set: |to, text| {
            let activation = Activation::from_id(text).map_err(expected)?;
            to.output_activation = activation;
            Ok(())
        },
        get: |from| from.output_activation.id.into(),
    },
    Key {
        id: "cost",
        live: false,
        set: |to, text| Cost::from_id(text).map(|cost| to.cost = cost).map_err(expected),
        get: |from| from.cost.id.into(),
    },
    Key {
        id: "l1",
        live: true,
        set: |to, text| {
            to.l1 = within(text, 0.0, 1e6).ok_or("a number from 0 on, such as 0.01")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.l1),
    },
    Key {
        id: "l2",
        live: true,
        set: |to, text| {
            to.l2 = within(text, 0.0, 1e6).ok_or("a number from 0 on, such as 0.01")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.l2),
    },
    Key {
        id: "penalize_biases",
        live: true,
        set: |to, text| truth(text).map(|truth| to.penalize_biases = truth),
        get: |from| from.penalize_biases.to_string(),
    },
    Key {
        id: "dropout",
        live: true,
        set: |to, text| {
            to.dropout = within(text, 0.0, 0.9).ok_or("a number from 0 to 0.9")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.dropout),
    },
    Key {
        id: "initialization",
        live: false,
        set: |to, text| {
            let initialization = Initialization::from_id(text).map_err(expected)?;
            to.initialization = initialization;
            Ok(())
        },
        get: |from| from.initialization.id.into(),
    },
    Key {
        id: "frozen",
        live: true,
        set: |to, text| {
            to.frozen = places(text).ok_or("weights' numbers, such as 6 or 0-5-7")?;
            Ok(())
        },
        get: |from| join(&from.frozen, "-"),
    },
    Key {
        id: "optimizer",
        live: true,
        set: |to, text| Rule::from_id(text).map(|rule| to.optimizer = rule).map_err(expected),
        get: |from| from.optimizer.id.into(),
    },
    Key {
        id: "learning_rate",
        live: true,
        set: |to, text| {
            let rate = number(text).filter(|rate| *rate > 0.0 && *rate <= 1e6);
            to.learning_rate = rate.ok_or("a number above 0, such as 0.1")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.learning_rate),
    },
    Key {
        id: "schedule",
        live: false,
        set: |to, text| {
            to.schedule = text.parse().map_err(expected)?;
            Ok(())
        },
        get: |from| from.schedule.to_string(),
    },
    Key {
        id: "gradient_noise",
        live: true,
        set: |to, text| {
            to.gradient_noise = within(text, 0.0, 1e6).ok_or("a number from 0 on, such as 0.01")?;
            Ok(())
        },
        get: |from| decimal::shortest(from.gradient_noise),
    },
    Key {
        id: "batch_size",
        live: true,
        set: |to, text| {
            to.batch_size = match text {
                "full" => None,
                _ => Some(
                    text.parse::<u32>()
                        .ok()
                        .filter(|size| *size > 0)
                        .ok_or("a whole number of samples from 1 on, or full")?
                        as usize,
                ),
            };
            Ok(())
        },
        get: |from| from.batch_size.map_or("full".into(), |size| size.to_string()),
    },
    Key {
        id: "seed",
        live: false,
        set: |to, text| {
            to.seed = text.parse().map_err(|_| "a whole number from 0 to 4294967295")?;
            Ok(())
        },
        get: |from| from.seed.to_string(),
    },
    Key {
        id: "edits",
        live: false,
        set: |to, text| {
            let edits: Option<Vec<Edit>> = match text {
                "" => Some(Vec::new()),
                _ => text.split(',').map(edit_from_text).collect(),
            };
            to.edits = edits.ok_or("changes such as 120:learning_rate:0.05, joined by commas")?;
            Ok(())
        },
        get: |from| join(&from.edits, ","),
    },
];

fn join_numbers(parts: &[f64]) -> String {
    parts.iter().map(|part| decimal::shortest(*part)).collect::<Vec<_>>().join(",")
}

fn join<T: ToString>(parts: &[T], by: &str) -> String {
    parts.iter().map(T::to_string).collect::<Vec<_>>().join(by)
}

/// Places in θ, as in `0-5-7`; commas will do, too.
pub(crate) fn places(text: &str) -> Option<Vec<usize>> {
    let parts = text.split(['-', ',']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| part.parse().ok()).collect()
}

fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split(',').filter(|part| !part.is_empty()).map(|part| number(part.trim())).collect()
}

fn within(text: &str, low: f64, high: f64) -> Option<f64> {
    number(text).filter(|number| (low..=high).contains(number))
}

fn truth(text: &str) -> Result<bool, Expected> {
    match text {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err("true or false".into()),
    }
}

fn number(text: &str) -> Option<f64> {
    decimal::parse(text).filter(|number| number.is_finite())
}

/// What an error of the tables says would fit.
fn expected(error: Error) -> Expected {
    match error {
        Error::BadValue { expected, .. } => Expected::This(expected),
        other => Expected::Else(other),
    }
}

fn edit_from_text(text: &str) -> Option<Edit> {
    let mut parts = text.splitn(3, ':');
    Some(Edit {
        iteration: parts.next()?.parse().ok()?,
        key: parts.next()?.to_string(),
        value: Value::from(parts.next()?),
    })
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Commas join edits: a list in one of them has none.
        let value = self.value.to_string().replace(',', "-");
        write!(f, "{}:{}:{}", self.iteration, self.key, value)
    }
}

/// Whether a key or a hyperparameter may change while a run goes on; a weight may.
pub fn live(id: &str) -> Result<bool, Error> {
    match optimizer::is_hyperparameter(id) || weight(id).is_some() {
        true => Ok(true),
        false => key(id).map(|key| key.live),
    }
}

/// The weight or bias that the key of an edit sets, by its place in θ: 6 of `weight_6`;
/// none of another key.
pub fn weight(id: &str) -> Option<usize> {
    let text = id.strip_prefix("weight_")?;
    text.parse().ok().filter(|index: &usize| index.to_string() == text)
}

/// What an edit sets a weight to.
pub(crate) fn weight_value(id: &str, text: &str) -> Result<f64, Error> {
    within(text.trim(), -1e6, 1e6)
        .ok_or_else(|| Error::bad_value(id, text, "a number from -1000000 to 1000000, such as 0.5"))
}

/// The key of this name.
pub fn key(id: &str) -> Result<&'static Key, Error> {
    KEYS.iter().find(|key| key.id == id).ok_or_else(|| Error::UnknownKey(id.to_string()))
}

impl Experiment {
    /// Sets one key, or one of the optimizer's hyperparameters, from text. On an
    /// error nothing has changed.
    pub fn set(&mut self, id: &str, text: &str) -> Result<(), Error> {
        let text = text.trim();
        if optimizer::is_hyperparameter(id) {
            let value = Value::from(text);
            let Value::Number(_) = value else {
                return Err(Error::bad_value(id, text, "a number, such as 0.9"));
            };
            self.hyperparameters.insert(id.to_string(), value);
            return Ok(());
        }
        (key(id)?.set)(self, text).map_err(|expected| match expected {
            Expected::This(expected) => Error::bad_value(id, text, expected),
            Expected::Else(error) => error,
        })
    }

    /// These settings with one changed while a run goes on.
    pub(crate) fn with_live(&self, key: &str, value: &str) -> Result<Experiment, Error> {
        if !live(key)? {
            return Err(Error::NeedsNewStart(key.to_string()));
        }
        let mut settings = self.clone();
        settings.edit(key, value)?;
        settings.optimizer.check(&settings.hyperparameters()?)?;
        Ok(settings)
    }

    /// Makes a change of a run: with another optimizer, the settings that it does not have go.
    pub(crate) fn change(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.set(key, value)?;
        if key == "optimizer" {
            let rule = self.optimizer;
            self.hyperparameters.retain(|id, _| rule.hyperparameter(id).is_some());
        }
        Ok(())
    }

    /// Makes what an edit says of the settings. A weight is none of them: the run sets it,
    /// and here it is only made sure that it can.
    pub(crate) fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        match weight(key) {
            None => self.change(key, value),
            Some(_) if self.function.is_some() => Err(Error::Inconsistent(format!(
                "{key} is a network's: on a function, change start, as in start=1."
            ))),
            Some(_) => weight_value(key, value).map(|_| ()),
        }
    }

    /// Writes down a change made at an iteration; edits of later ones are dropped. At the
    /// start, settings are changed themselves, and a weight stays an edit.
    pub(crate) fn record(&mut self, iteration: u32, key: &str, value: &str) -> Result<(), Error> {
        self.edits.retain(|edit| {
            edit.iteration < iteration || edit.iteration == iteration && edit.key != key
        });
        if iteration == 0 && weight(key).is_none() {
            return self.change(key, value);
        }
        self.edits.push(Edit { iteration, key: key.to_string(), value: Value::from(value) });
        Ok(())
    }

    /// One key's value as text: what [`Experiment::set`] would take.
    pub fn get(&self, id: &str) -> Result<String, Error> {
        match self.hyperparameters.get(id) {
            Some(value) => Ok(value.to_string()),
            None if optimizer::is_hyperparameter(id) => Ok(String::new()),
            None => key(id).map(|key| (key.get)(self)),
        }
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

    /// The experiment that an address's query asks for, over the defaults, and
    /// what could not be understood.
    pub fn from_query(query: &str) -> (Experiment, Vec<Error>) {
        Experiment::from_query_with(query, &mut |key, _| Err(Error::UnknownKey(key.to_string())))
    }

    /// The same; keys that are not an experiment's are given to `other`.
    pub fn from_query_with(
        query: &str,
        other: &mut dyn FnMut(&str, &str) -> Result<(), Error>,
    ) -> (Experiment, Vec<Error>) {
        let mut experiment = Experiment::default();
        let mut errors = Vec::new();
        for (id, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            let set = match experiment.set(&id, &value) {
                Err(Error::UnknownKey(_)) => other(&id, &value),
                set => set,
            };
            errors.extend(set.err());
        }
        errors.extend(experiment.mend());
        (experiment, errors)
    }

    /// Takes out what does not fit together, and says what.
    pub fn mend(&mut self) -> Vec<Error> {
        let mut errors = Vec::new();
        let hyperparameters = std::mem::take(&mut self.hyperparameters);
        for (id, value) in hyperparameters {
            self.hyperparameters.insert(id.clone(), value);
            let checked = self.hyperparameters().and_then(|all| self.optimizer.check(&all));
            if let Err(error) = checked {
                self.hyperparameters.remove(&id);
                errors.push(error);
            }
        }
        if let Err(error) = self.check_edits() {
            self.edits.clear();
            errors.push(error);
        }
        errors
    }

    /// The query that asks for this experiment: only what differs from the
    /// defaults. An error says what is too long for an address.
    pub fn to_query(&self) -> Result<String, Error> {
        self.to_query_with([])
    }

    /// The same, followed by these pairs of keys and values.
    pub fn to_query_with(
        &self,
        others: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Result<String, Error> {
        /// What every browser and server takes.
        const LONGEST: usize = 4000;
        for (long, what) in [
            (self.data.is_own() && (self.get("points")?).is_empty(), "data"),
            (self.weights.is_some(), "weights"),
            (self.batches.is_some(), "batches"),
        ] {
            if long {
                return Err(Error::TooLong(what.to_string()));
            }
        }
        let query = self.query_of(others);
        if query.len() > LONGEST { Err(Error::TooLong("edits".to_string())) } else { Ok(query) }
    }

    /// The same of any length, without data, weights and batches of one's own.
    pub fn to_query_of_keys(&self) -> String {
        let mut keys = self.clone();
        if keys.data.is_own() {
            keys.data = Experiment::default().data;
        }
        keys.query_of([])
    }

    fn query_of(&self, others: impl IntoIterator<Item = (&'static str, String)>) -> String {
        let default = Experiment::default();
        // Data of one's own have a key of their own.
        let named = |key: &&Key| key.id != "data" || !self.data.is_own();
        let own = KEYS.iter().filter(named).filter_map(|key| {
            let value = (key.get)(self);
            (value != (key.get)(&default)).then_some((key.id, value))
        });
        let hyperparameters =
            self.hyperparameters.iter().map(|(id, value)| (id.as_str(), value.to_string()));
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(own)
            .extend_pairs(hyperparameters)
            .extend_pairs(others)
            .finish()
    }

    /// What of this experiment is not as in another one: keys, the values here and there.
    pub fn differences(&self, other: &Experiment) -> Vec<(&str, String, String)> {
        // Data of one's own are long: they are one thing, and written down only if need be.
        let same_data = self.data == other.data;
        let long = |id: &str| same_data && ["data", "points"].contains(&id);
        let keys = KEYS.iter().filter(|key| !long(key.id));
        let mut all: Vec<_> = keys.map(|key| (key.id, (key.get)(self), (key.get)(other))).collect();
        for of in self.optimizer.hyperparameters {
            let value = |experiment: &Experiment| {
                let asked = experiment.hyperparameters.get(of.id);
                asked.map_or_else(|| decimal::shortest(of.default), Value::to_string)
            };
            all.push((of.id, value(self), value(other)));
        }
        all.retain(|(_, here, there)| here != there);
        all
    }

    /// Whether what differs from another experiment has room in an address.
    pub fn differs_shortly(&self, other: &Experiment) -> bool {
        let named = !self.data.is_own() || self.data == other.data;
        named && self.weights == other.weights && self.batches == other.batches
    }

    /// What differs from another experiment, as a query, after these pairs.
    pub fn query_of_differences(
        &self,
        other: &Experiment,
        first: impl IntoIterator<Item = (&'static str, String)>,
    ) -> String {
        let differences = self.differences(other).into_iter();
        form_urlencoded::Serializer::new(String::new())
            .extend_pairs(first)
            .extend_pairs(differences.map(|(id, here, _)| (id, here)))
            .finish()
    }

    /// The experiment that differs from this one by a query; keys that are not an
    /// experiment's are given to `other`.
    pub fn with_differences(
        &self,
        query: &str,
        other: &mut dyn FnMut(&str, &str) -> Result<(), Error>,
    ) -> Result<Experiment, Error> {
        let mut experiment = self.clone();
        for (id, value) in form_urlencoded::parse(query.as_bytes()) {
            match experiment.change(&id, &value) {
                Err(Error::UnknownKey(_)) => other(&id, &value)?,
                set => set?,
            }
        }
        experiment.check()?;
        Ok(experiment)
    }

    /// Whether each field alone fits. What was read from JSON or made by hand has
    /// not passed through [`Experiment::set`].
    pub fn check_keys(&self) -> Result<(), Error> {
        let mut copy = self.clone();
        KEYS.iter()
            .filter(|key| !["data", "points"].contains(&key.id))
            .try_for_each(|key| copy.set(key.id, &(key.get)(self)))
    }

    /// Whether all of it can be run.
    pub fn check(&self) -> Result<(), Error> {
        self.check_keys()?;
        self.optimizer.check(&self.hyperparameters()?)?;
        if let (None, Some(target)) = (&self.function, &self.target)
            && self.domain.len() > 2 * target.dim()
        {
            return Err(Error::Inconsistent(
                "The target has one variable: domain takes two numbers, such as -5,5.".into(),
            ));
        }
        if let Some(function) = &self.function {
            let (id, dim, found) = (function.id(), function.dim(), self.start.len());
            if self.domain.len() > 2 * dim {
                return Err(Error::Inconsistent(format!(
                    "{id} has one variable: domain takes two numbers, such as -5,5."
                )));
            }
            if found != dim {
                let takes = match dim {
                    1 => "one variable: start takes one number",
                    _ => "2 variables: start takes 2 numbers",
                };
                return Err(Error::Inconsistent(format!("{id} has {takes}, not {found}.")));
            }
        } else if let Some(search) = self.search {
            return Err(Error::Inconsistent(format!(
                "search={} works on a function, not on a network: add one, such as function=bowl&start=4,2.",
                search.id
            )));
        }
        self.check_edits()
    }

    fn check_edits(&self) -> Result<(), Error> {
        let mut copy = self.clone();
        self.edits.iter().try_for_each(|edit| {
            if !live(&edit.key)? {
                return Err(Error::NeedsNewStart(edit.key.clone()));
            }
            copy.edit(&edit.key, &edit.value.to_string())
        })
    }
}
