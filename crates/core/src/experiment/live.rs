//! Changes made while a run goes on: which may be, and what they make of an experiment.

use super::edit::{Edit, weight, weight_value};
use super::keys::key;
use super::value::Value;
use crate::{Error, Experiment, optimizer};

/// Whether a key or a hyperparameter may change while a run goes on; a weight may.
pub fn is_live(id: &str) -> Result<bool, Error> {
    match optimizer::is_hyperparameter(id) || weight(id).is_some() {
        true => Ok(true),
        false => key(id).map(|key| key.live),
    }
}

impl Experiment {
    /// These settings with one changed while a run goes on.
    pub(crate) fn with_live(&self, key: &str, value: &str) -> Result<Experiment, Error> {
        if !is_live(key)? {
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
            if !is_live(&edit.key)? {
                return Err(Error::NeedsNewStart(edit.key.clone()));
            }
            copy.edit(&edit.key, &edit.value.to_string())
        })
    }
}
