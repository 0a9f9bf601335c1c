//! Query codec of an experiment: to and from an address, over the defaults or over another
//! experiment.

use super::Experiment;
use super::draft::Draft;
use super::keys::{KEYS, Key};
use super::value::Value;
use crate::Error;

impl Experiment {
    /// Parses an address's query over the defaults; returns the errors of keys that were left
    /// out beside the experiment.
    pub fn from_query(query: &str) -> (Experiment, Vec<Error>) {
        Experiment::from_query_with(query, &mut |key, _| Err(Error::UnknownKey(key.to_string())))
    }

    /// Parses as [`Experiment::from_query`] does; keys that are not an experiment's are passed
    /// to `other`.
    pub fn from_query_with(
        query: &str,
        other: &mut dyn FnMut(&str, &str) -> Result<(), Error>,
    ) -> (Experiment, Vec<Error>) {
        let mut draft = Draft::default();
        draft.query(query, other);
        draft.finish()
    }

    /// Query of this experiment: only the differences from the defaults. Fails if data, weights,
    /// batches or edits are too long for an address.
    pub fn to_query(&self) -> Result<String, Error> {
        self.to_query_with([])
    }

    /// Query as by [`Experiment::to_query`], followed by these pairs of keys and values.
    pub fn to_query_with(
        &self,
        others: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Result<String, Error> {
        /// Length that every browser and server accepts.
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

    /// Query of any length, without the user's own data, weights and batches.
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

    /// Differences from another experiment: (key, value here, value there), for the keys and for
    /// the hyperparameters of this optimizer.
    pub fn differences(&self, other: &Experiment) -> Vec<(&str, String, String)> {
        // Data of one's own are long: they are one thing, and written down only if need be.
        let same_data = self.data == other.data;
        let long = |id: &str| same_data && ["data", "points"].contains(&id);
        let keys = KEYS.iter().filter(|key| !long(key.id));
        let mut all: Vec<_> = keys.map(|key| (key.id, (key.get)(self), (key.get)(other))).collect();
        for of in self.optimizer.hyperparameters {
            let value = |experiment: &Experiment| {
                let asked = experiment.hyperparameters.get(of.id);
                asked.map_or_else(|| of.default.to_string(), Value::to_string)
            };
            all.push((of.id, value(self), value(other)));
        }
        all.retain(|(_, here, there)| here != there);
        all
    }

    /// Whether the differences from another experiment are of a kind that fits into an address.
    pub fn differs_shortly(&self, other: &Experiment) -> bool {
        let named = !self.data.is_own() || self.data == other.data;
        named && self.weights == other.weights && self.batches == other.batches
    }

    /// Query of the differences from another experiment, after these pairs.
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

    /// This experiment with the changes of a query; keys that are not an experiment's are passed
    /// to `other`. Fails if a change is invalid or the result inconsistent.
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
}
