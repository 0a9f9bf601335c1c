//! What is asked for: plain data that fits into an address.

use crate::Error;
use crate::activation::Activation;
use crate::cost::Cost;
use crate::data::DataSet;
use crate::optimizer::Rule;
use serde::{Deserialize, Serialize};
use std::fmt;

/// All that determines a run's numbers.
///
/// Every field is a key of [`KEYS`], under the same name in JSON, in the
/// address and on the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Experiment {
    /// The version of this form of writing an experiment down.
    pub version: u32,
    /// What is learned from.
    pub data: DataSet,
    /// The share of the rows that is held back for testing.
    pub test_fraction: f64,
    /// The widths of the hidden layers.
    pub layers: Vec<usize>,
    /// The hidden layers' activation.
    pub activation: Activation,
    /// How far the outputs are from the values we expect.
    pub cost: Cost,
    /// From a gradient to a move.
    pub optimizer: Rule,
    /// η, the step size: the move of plain descent is −η times the gradient.
    pub learning_rate: f64,
    /// How many samples each update sees; none for all of them.
    pub batch_size: Option<usize>,
    /// Determines the split, the weights at the start and the order of the samples.
    pub seed: u32,
    /// What was changed while the run went on.
    pub edits: Vec<Edit>,
}

/// A change made during a run: it holds from this iteration's update on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// After how many updates.
    pub iteration: u32,
    /// Which key; one that is [`Key::live`].
    pub key: String,
    /// Its value from then on.
    pub value: Value,
}

/// A number or a word, as it stands in JSON.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// As in `0.05`.
    Number(f64),
    /// As in `"full"`.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        match text.trim().parse::<f64>() {
            Ok(number) if number.is_finite() => Value::Number(number),
            _ => Value::Text(text.to_string()),
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

impl Default for Experiment {
    fn default() -> Experiment {
        Experiment {
            version: 1,
            data: DataSet::PENGUINS,
            test_fraction: 0.3,
            layers: vec![5],
            activation: Activation::TANH,
            cost: Cost::SOFTMAX_CROSS_ENTROPY,
            optimizer: Rule::SGD,
            learning_rate: 0.3,
            batch_size: None,
            seed: 1,
            edits: Vec::new(),
        }
    }
}

/// How many hidden layers a network may have.
pub const MOST_LAYERS: usize = 6;
/// How many units a hidden layer may have.
pub const MOST_UNITS: usize = 64;

/// One field of [`Experiment`] by name.
pub struct Key {
    /// The field's name, the address's key, the control's id.
    pub id: &'static str,
    /// Whether it may change while a run goes on.
    pub live: bool,
    set: fn(&mut Experiment, &str) -> Result<(), String>,
    get: fn(&Experiment) -> String,
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
        id: "data",
        live: false,
        set: |to, text| DataSet::from_id(text).map(|data| to.data = data).map_err(expected),
        get: |from| from.data.id.into(),
    },
    Key {
        id: "test_fraction",
        live: false,
        set: |to, text| {
            let fraction = number(text).filter(|fraction| (0.1..=0.9).contains(fraction));
            to.test_fraction = fraction.ok_or("a number from 0.1 to 0.9")?;
            Ok(())
        },
        get: |from| from.test_fraction.to_string(),
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
        get: |from| from.layers.iter().map(usize::to_string).collect::<Vec<_>>().join("-"),
    },
    Key {
        id: "activation",
        live: false,
        set: |to, text| {
            Activation::from_id(text).map(|activation| to.activation = activation).map_err(expected)
        },
        get: |from| from.activation.id.into(),
    },
    Key {
        id: "cost",
        live: false,
        set: |to, text| Cost::from_id(text).map(|cost| to.cost = cost).map_err(expected),
        get: |from| from.cost.id.into(),
    },
    Key {
        id: "optimizer",
        live: false,
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
        get: |from| from.learning_rate.to_string(),
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
        get: |from| from.edits.iter().map(Edit::to_string).collect::<Vec<_>>().join(","),
    },
];

fn number(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// What an error of the tables says would fit.
fn expected(error: Error) -> String {
    match error {
        Error::BadValue { expected, .. } => expected,
        other => other.to_string(),
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
        write!(f, "{}:{}:{}", self.iteration, self.key, self.value)
    }
}

/// The key of this name.
pub fn key(id: &str) -> Result<&'static Key, Error> {
    KEYS.iter().find(|key| key.id == id).ok_or_else(|| Error::UnknownKey(id.to_string()))
}

impl Experiment {
    /// Sets one key from text. On an error nothing has changed.
    pub fn set(&mut self, id: &str, text: &str) -> Result<(), Error> {
        let key = key(id)?;
        let text = text.trim();
        (key.set)(self, text).map_err(|expected| Error::bad_value(id, text, expected))
    }

    /// One key's value as text: what [`Experiment::set`] would take.
    pub fn get(&self, id: &str) -> Result<String, Error> {
        key(id).map(|key| (key.get)(self))
    }

    /// The experiment that an address's query asks for, over the defaults, and
    /// what could not be understood.
    pub fn from_query(query: &str) -> (Experiment, Vec<Error>) {
        Experiment::from_query_with(query, |key, _| Err(Error::UnknownKey(key.to_string())))
    }

    /// The same; keys that are not an experiment's are given to `other`.
    pub fn from_query_with(
        query: &str,
        mut other: impl FnMut(&str, &str) -> Result<(), Error>,
    ) -> (Experiment, Vec<Error>) {
        let mut experiment = Experiment::default();
        let mut errors = Vec::new();
        for (id, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            let set = match key(&id) {
                Ok(_) => experiment.set(&id, &value),
                Err(_) => other(&id, &value),
            };
            errors.extend(set.err());
        }
        if let Err(error) = experiment.check_edits() {
            experiment.edits.clear();
            errors.push(error);
        }
        (experiment, errors)
    }

    /// The query that asks for this experiment: only what differs from the defaults.
    pub fn to_query(&self) -> String {
        self.to_query_with([])
    }

    /// The same, followed by these pairs of keys and values.
    pub fn to_query_with(
        &self,
        others: impl IntoIterator<Item = (&'static str, String)>,
    ) -> String {
        let default = Experiment::default();
        let own = KEYS.iter().filter_map(|key| {
            let value = (key.get)(self);
            (value != (key.get)(&default)).then_some((key.id, value))
        });
        form_urlencoded::Serializer::new(String::new()).extend_pairs(own.chain(others)).finish()
    }

    /// Whether all of it can be run. What was read from JSON or made by hand has
    /// not passed through [`Experiment::set`].
    pub fn check(&self) -> Result<(), Error> {
        let mut copy = self.clone();
        for key in KEYS {
            copy.set(key.id, &(key.get)(self))?;
        }
        self.check_edits()
    }

    fn check_edits(&self) -> Result<(), Error> {
        let mut copy = self.clone();
        self.edits.iter().try_for_each(|edit| {
            if !key(&edit.key)?.live {
                return Err(Error::NeedsNewStart(edit.key.clone()));
            }
            copy.set(&edit.key, &edit.value.to_string())
        })
    }
}
