//! Changes made while a run goes on: which may be, and how they are written down.

use super::keys::key;
use super::value::within;
use super::{Experiment, Value};
use crate::{Error, optimizer};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A change made during a run: it holds from this iteration's update on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// After how many updates.
    pub iteration: u32,
    /// Which key; one that is [`Key::live`](super::Key::live), or a weight's, as in `weight_6`.
    pub key: String,
    /// Its value from then on.
    pub value: Value,
}

impl Edit {
    /// A change as it stands in an address: `120:learning_rate:0.05`.
    pub(super) fn from_text(text: &str) -> Option<Edit> {
        let mut parts = text.splitn(3, ':');
        Some(Edit {
            iteration: parts.next()?.parse().ok()?,
            key: parts.next()?.to_string(),
            value: Value::from(parts.next()?),
        })
    }
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

impl Experiment {
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

    /// Whether the edits can be made one after the other.
    pub(super) fn check_edits(&self) -> Result<(), Error> {
        let mut copy = self.clone();
        self.edits.iter().try_for_each(|edit| {
            if !live(&edit.key)? {
                return Err(Error::NeedsNewStart(edit.key.clone()));
            }
            copy.edit(&edit.key, &edit.value.to_string())
        })
    }
}
