//! Keys: reading and writing of each field of an experiment as text.

use super::Experiment;
use super::edit::Edit;
use super::value::{
    Activations, Value, join, join_numbers, number, numbers, places, truth, within,
};
use crate::Error;
use crate::data::builtin::DataSet;
use crate::data::custom::Data;
use crate::data::features::Features;
use crate::data::split::TestRows;
use crate::data::url_codec;
use crate::function::Function;
use crate::message::{Message, said};
use crate::network::activation::Activation;
use crate::network::cost::Cost;
use crate::network::initialization::Initialization;
use crate::optimizer::second_order::Search;
use crate::optimizer::{self, Rule};

/// Largest number of hidden layers.
pub const MOST_LAYERS: usize = 6;
/// Largest number of units of a hidden layer.
pub const MOST_UNITS: usize = 64;
/// Largest number of generated samples.
pub const MOST_SAMPLES: usize = 5000;

/// Key of one field of [`Experiment`].
pub struct Key {
    /// Name of the field, key in the address, id of the control.
    pub id: &'static str,
    /// Description, printed in `docs/keys.md`.
    pub about: &'static str,
    /// Whether the key may change during a run.
    pub live: bool,
    set: fn(&mut Experiment, &str) -> Result<(), Expected>,
    pub(super) get: fn(&Experiment) -> String,
}

/// Reason why a value is invalid: the valid values, or a full error.
enum Expected {
    This(Message),
    Else(Error),
}

impl From<Error> for Expected {
    /// Keeps only the valid values of an [`Error::BadValue`].
    fn from(error: Error) -> Expected {
        match error {
            Error::BadValue { expected, .. } => Expected::This(expected),
            other => Expected::Else(other),
        }
    }
}

/// Sets a field to a parsed value; `None` fails with the valid values.
fn put<T>(field: &mut T, read: Option<T>, expected: impl Into<Message>) -> Result<(), Expected> {
    *field = read.ok_or_else(|| Expected::This(expected.into()))?;
    Ok(())
}

/// Sets a field to the result of a parser that has its own errors.
fn take<T>(field: &mut T, read: Result<T, Error>) -> Result<(), Expected> {
    *field = read?;
    Ok(())
}

/// Parses a text unless it is empty; `None` for an empty one.
fn unless_empty<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, Error>,
) -> Result<Option<T>, Error> {
    (!text.is_empty()).then(|| read(text)).transpose()
}

/// Valid values of [`truth`].
const TRUTH: &str = "true or false";
const FRACTION: &str = "a number from 0 to 0.9";

/// All keys: the one place where text becomes a value and a value text.
pub static KEYS: &[Key] = &[
    Key {
        id: "version",
        about: "The form in which an experiment is written down.",
        live: false,
        set: |to, text| {
            put(&mut to.version, (text == "1").then_some(1), "1, the only version there is")
        },
        get: |from| from.version.to_string(),
    },
    Key {
        id: "function",
        about: "The function that the ball descends, in place of a network: a formula of x, or of x and y, or a name from the list in [formulas.md](formulas.md).",
        live: false,
        set: |to, text| take(&mut to.function, unless_empty(text, Function::from_id)),
        get: |from| from.function.as_ref().map_or(String::new(), |it| it.id().into()),
    },
    Key {
        id: "domain",
        about: "The range in sight of a function, or the range in which a target is sampled; for both variables alike, or for each.",
        live: false,
        set: |to, text| {
            let domain = numbers(text).filter(|numbers| {
                matches!(numbers.len(), 0 | 2 | 4)
                    && numbers
                        .chunks(2)
                        .all(|pair| pair[0] < pair[1] && (pair[1] - pair[0]).is_finite())
            });
            let expected = "the lowest and the highest x, such as -2,2, and then those of y";
            put(&mut to.domain, domain, expected)
        },
        get: |from| join_numbers(&from.domain),
    },
    Key {
        id: "condition_number",
        about: "The ratio of the two curvatures of the function `bowl`.",
        live: false,
        set: |to, text| {
            put(
                &mut to.condition_number,
                within(text, 1.0, 1e6),
                "a number from 1 to 1000000, such as 10",
            )
        },
        get: |from| from.condition_number.to_string(),
    },
    Key {
        id: "start",
        about: "The ball's start; of a network, all weights and biases in the order of θ. Empty: the usual start, or weights drawn at random.",
        live: false,
        set: |to, text| {
            put(&mut to.start, numbers(text), "numbers joined by commas, such as -1.5,2")
        },
        get: |from| join_numbers(&from.start),
    },
    Key {
        id: "search",
        about: "Line search or Newton's method in place of the optimizer, for functions.",
        live: false,
        set: |to, text| take(&mut to.search, unless_empty(text, Search::from_id)),
        get: |from| from.search.map_or(String::new(), |search| search.id.into()),
    },
    Key {
        id: "data",
        about: "The data set. `nebulae`, `petals`, `sunspots` and `co2` have one input and one value to be learned.",
        live: false,
        set: |to, text| take(&mut to.data, DataSet::from_id(text).map(Data::Named)),
        get: |from| from.data.name().into(),
    },
    Key {
        id: "target",
        about: "A formula to be learned in place of data: of x, its values; of x and y, the class is where it is above 0.",
        live: false,
        set: |to, text| take(&mut to.target, unless_empty(text, Function::from_id)),
        get: |from| from.target.as_ref().map_or(String::new(), |it| it.id().into()),
    },
    Key {
        id: "samples",
        about: "The number of samples of generated data or of a target.",
        live: false,
        set: |to, text| {
            let fits = |count: &usize| (10..=MOST_SAMPLES).contains(count);
            let samples = match text {
                "" => Some(None),
                _ => text.parse().ok().filter(fits).map(Some),
            };
            put(&mut to.samples, samples, "a whole number from 10 to 5000")
        },
        get: |from| from.samples.map_or(String::new(), |count| count.to_string()),
    },
    Key {
        id: "points",
        about: "Data of your own, painted or from a table, as the page writes them: decimals, names, then each row as differences from the one before.",
        live: false,
        set: |to, text| {
            if text.is_empty() {
                return Ok(());
            }
            let expected = "data of one’s own, as the page writes them into its address";
            put(&mut to.data, url_codec::read(text).map(Data::Own), expected)
        },
        get: |from| match &from.data {
            Data::Own(own) => url_codec::write(own).unwrap_or_default(),
            Data::Named(_) => String::new(),
        },
    },
    Key {
        id: "noise",
        about: "The scatter of generated data and of a target.",
        live: false,
        set: |to, text| {
            let noise = match text {
                "" => Some(None),
                _ => within(text, 0.0, 1.0).map(Some),
            };
            put(&mut to.noise, noise, "a number from 0 to 1")
        },
        get: |from| from.noise.map_or_else(String::new, |noise| noise.to_string()),
    },
    Key {
        id: "features",
        about: "The network's inputs in place of the data's own: up to twelve formulas of x and y, the first and the second input in their own units, joined by semicolons, as in `x;y;x^2`.",
        live: false,
        set: |to, text| take(&mut to.features, Features::parse(text)),
        get: |from| from.features.to_string(),
    },
    Key {
        id: "standardize",
        about: "Whether inputs are brought to mean 0 and deviation 1 of the training rows.",
        live: false,
        set: |to, text| put(&mut to.standardize, truth(text), TRUTH),
        get: |from| from.standardize.to_string(),
    },
    Key {
        id: "standardize_targets",
        about: "Whether values to be learned are brought to mean 0 and deviation 1, too.",
        live: false,
        set: |to, text| put(&mut to.standardize_targets, truth(text), TRUTH),
        get: |from| from.standardize_targets.to_string(),
    },
    Key {
        id: "test_fraction",
        about: "The share of the rows that is kept for testing.",
        live: false,
        set: |to, text| put(&mut to.test_fraction, within(text, 0.0, 0.9), FRACTION),
        get: |from| from.test_fraction.to_string(),
    },
    Key {
        id: "validation_fraction",
        about: "The share of the rows that is kept for validation: `patience` watches their loss.",
        live: false,
        set: |to, text| put(&mut to.validation_fraction, within(text, 0.0, 0.9), FRACTION),
        get: |from| from.validation_fraction.to_string(),
    },
    Key {
        id: "test_rows",
        about: "The rows kept for testing: drawn at random, or the last ones, for a forecast; those for validation come next.",
        live: false,
        set: |to, text| {
            let rows = TestRows::ALL.into_iter().find(|(id, _)| *id == text);
            put(&mut to.test_rows, rows.map(|(_, rows)| rows), "random or last")
        },
        get: |from| from.test_rows.id().into(),
    },
    Key {
        id: "layers",
        about: "The widths of the hidden layers; empty for none.",
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
            let expected = said!(
                "up to {layers} hidden layers' widths of 1 to {units}, such as 6 or 8-8",
                layers = MOST_LAYERS,
                units = MOST_UNITS
            );
            put(&mut to.layers, widths, expected)
        },
        get: |from| join(&from.layers, "-"),
    },
    Key {
        id: "activation",
        about: "The hidden layers' activation: one for all, or one for each, as in `tanh-relu`.",
        live: false,
        set: |to, text| take(&mut to.activation, Activations::try_from(text.to_string())),
        get: |from| from.activation.clone().into(),
    },
    Key {
        id: "output_activation",
        about: "The last layer's activation.",
        live: false,
        set: |to, text| take(&mut to.output_activation, Activation::from_id(text)),
        get: |from| from.output_activation.id.into(),
    },
    Key {
        id: "cost",
        about: "The cost function, between the outputs and the values we expect. Left open, it is `squared_error` where the data are values. The cross-entropies and `hinge` are for classes.",
        live: false,
        set: |to, text| take(&mut to.cost, Cost::from_id(text)),
        get: |from| from.cost.id.into(),
    },
    Key {
        id: "l1",
        about: "The weight of Σ|w| in the loss.",
        live: true,
        set: |to, text| {
            put(&mut to.l1, within(text, 0.0, 1e6), "a number from 0 to 1000000, such as 0.01")
        },
        get: |from| from.l1.to_string(),
    },
    Key {
        id: "l2",
        about: "The weight of ½ Σ w² in the loss.",
        live: true,
        set: |to, text| {
            put(&mut to.l2, within(text, 0.0, 1e6), "a number from 0 to 1000000, such as 0.01")
        },
        get: |from| from.l2.to_string(),
    },
    Key {
        id: "penalize_biases",
        about: "Whether `l1` and `l2` count the biases as well.",
        live: true,
        set: |to, text| put(&mut to.penalize_biases, truth(text), TRUTH),
        get: |from| from.penalize_biases.to_string(),
    },
    Key {
        id: "dropout",
        about: "The share of hidden activations left out of each step.",
        live: true,
        set: |to, text| put(&mut to.dropout, within(text, 0.0, 0.9), FRACTION),
        get: |from| from.dropout.to_string(),
    },
    Key {
        id: "initialization",
        about: "The distribution from which the first weights are drawn.",
        live: false,
        set: |to, text| take(&mut to.initialization, Initialization::from_id(text)),
        get: |from| from.initialization.id.into(),
    },
    Key {
        id: "frozen",
        about: "Weights and biases that keep their value, by their place in θ.",
        live: true,
        set: |to, text| put(&mut to.frozen, places(text), "weights' numbers, such as 6 or 0-5-7"),
        get: |from| join(&from.frozen, "-"),
    },
    Key {
        id: "optimizer",
        about: "The rule that makes a move of a gradient.",
        live: true,
        set: |to, text| take(&mut to.optimizer, Rule::from_id(text)),
        get: |from| from.optimizer.id.into(),
    },
    Key {
        id: "learning_rate",
        about: "The step size η: the move of plain descent is −η times the gradient.",
        live: true,
        set: |to, text| {
            let rate = number(text).filter(|rate| *rate > 0.0 && *rate <= 1e6);
            put(&mut to.learning_rate, rate, "a number above 0 and up to 1000000, such as 0.1")
        },
        get: |from| from.learning_rate.to_string(),
    },
    Key {
        id: "schedule",
        about: "The change of the learning rate over the iterations.",
        live: false,
        set: |to, text| take(&mut to.schedule, text.parse()),
        get: |from| from.schedule.to_string(),
    },
    Key {
        id: "gradient_noise",
        about: "The deviation of normal noise added to each gradient.",
        live: true,
        set: |to, text| {
            put(
                &mut to.gradient_noise,
                within(text, 0.0, 1e6),
                "a number from 0 to 1000000, such as 0.01",
            )
        },
        get: |from| from.gradient_noise.to_string(),
    },
    Key {
        id: "batch_size",
        about: "The number of samples of each update.",
        live: true,
        set: |to, text| {
            let size = match text {
                "full" => Some(None),
                _ => text.parse::<u32>().ok().filter(|size| *size > 0).map(|it| Some(it as usize)),
            };
            put(&mut to.batch_size, size, "a whole number of samples from 1 on, or full")
        },
        get: |from| from.batch_size.map_or("full".into(), |size| size.to_string()),
    },
    Key {
        id: "seed",
        about: "The seed of the split, of the first weights and of the order of samples.",
        live: false,
        set: |to, text| put(&mut to.seed, text.parse().ok(), "a whole number from 0 to 4294967295"),
        get: |from| from.seed.to_string(),
    },
    Key {
        id: "edits",
        about: "Changes made during the run; a weight is set as in `60:weight_6:0.5`, frozen as in `60:frozen:6-7`.",
        live: false,
        set: |to, text| {
            let edits: Option<Vec<Edit>> = match text {
                "" => Some(Vec::new()),
                _ => text.split(',').map(Edit::from_text).collect(),
            };
            put(&mut to.edits, edits, "changes such as 120:learning_rate:0.05, joined by commas")
        },
        get: |from| join(&from.edits, ","),
    },
];

/// The key of this name. Fails if there is none.
pub fn key(id: &str) -> Result<&'static Key, Error> {
    KEYS.iter().find(|key| key.id == id).ok_or_else(|| Error::UnknownKey(id.to_string()))
}

impl Experiment {
    /// Sets one key, or one of the optimizers' hyperparameters, from text. On an error nothing
    /// has changed.
    pub fn set(&mut self, id: &str, text: &str) -> Result<(), Error> {
        let text = text.trim();
        let unknown = match key(id) {
            Ok(key) => {
                return (key.set)(self, text).map_err(|expected| match expected {
                    Expected::This(expected) => Error::bad_value(id, text, expected),
                    Expected::Else(error) => error,
                });
            }
            Err(unknown) => unknown,
        };
        if !optimizer::is_hyperparameter(id) {
            return Err(unknown);
        }
        let value = Value::from(text);
        let Value::Number(_) = value else {
            return Err(Error::bad_value(id, text, "a number, such as 0.9"));
        };
        self.hyperparameters.insert(id.to_string(), value);
        Ok(())
    }

    /// Value of a key as text, as [`Experiment::set`] takes it; empty for a hyperparameter that
    /// is not set. Fails for an unknown key.
    pub fn get(&self, id: &str) -> Result<String, Error> {
        match (self.hyperparameters.get(id), key(id)) {
            (Some(value), _) => Ok(value.to_string()),
            (None, Ok(key)) => Ok((key.get)(self)),
            (None, Err(_)) if optimizer::is_hyperparameter(id) => Ok(String::new()),
            (None, Err(unknown)) => Err(unknown),
        }
    }
}
