//! Live changes during a run: permission and effect on the settings.

use super::edit::{Edit, weight, weight_value};
use super::keys::key;
use super::value::Value;
use crate::{Error, Experiment, optimizer};

/// Whether a key may change during a run: live keys, hyperparameters and weights. Fails for an
/// unknown key.
pub fn is_live(id: &str) -> Result<bool, Error> {
    match optimizer::is_hyperparameter(id) || weight(id).is_some() {
        true => Ok(true),
        false => key(id).map(|key| key.live),
    }
}

impl Experiment {
    /// These settings with one changed during a run. Fails if the key is not live or the value
    /// invalid.
    pub(crate) fn with_live(&self, key: &str, value: &str) -> Result<Experiment, Error> {
        if !is_live(key)? {
            return Err(Error::NeedsNewStart(key.to_string()));
        }
        let mut settings = self.clone();
        settings.edit(key, value)?;
        settings.optimizer.check(&settings.hyperparameters()?)?;
        Ok(settings)
    }

    /// Sets one key; with a new optimizer, hyperparameters that it does not have are dropped.
    pub(crate) fn change(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.set(key, value)?;
        if key == "optimizer" {
            let rule = self.optimizer;
            self.hyperparameters.retain(|id, _| rule.hyperparameter(id).is_some());
        }
        Ok(())
    }

    /// Applies an edit to the settings. A weight is not one of them: the run sets it, and here
    /// its value is only checked.
    pub(crate) fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        match weight(key) {
            None => self.change(key, value),
            Some(_) if self.function.is_some() => Err(Error::Inconsistent(format!(
                "{key} is a network's: on a function, change start, as in start=1."
            ))),
            Some(_) => weight_value(key, value).map(|_| ()),
        }
    }

    /// Records a change at an iteration and drops the edits of later ones. At iteration 0 the
    /// settings themselves are changed; a weight stays an edit.
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

    /// Checks that the edits can be made one after the other.
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
