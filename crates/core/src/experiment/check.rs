//! Validation of experiments.

use super::keys::KEYS;
use crate::{Error, Experiment};

impl Experiment {
    /// Checks each field alone. Fields from JSON, or set in code, have not passed through
    /// [`Experiment::set`].
    pub fn check_keys(&self) -> Result<(), Error> {
        let mut copy = self.clone();
        KEYS.iter()
            .filter(|key| !["data", "points"].contains(&key.id))
            .try_for_each(|key| copy.set(key.id, &(key.get)(self)))
    }

    /// Checks that the experiment can be run. Fails at the first field that is invalid, and if
    /// the fields contradict each other.
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

    /// Removes invalid hyperparameters and edits, and returns their errors.
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
}
