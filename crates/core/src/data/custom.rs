//! A user's own data: rows that are part of the experiment.

use crate::Error;
use crate::data::builtin::DataSet;
use crate::data::table::{Table, Targets};
use serde::Serialize;

/// Training data: a data set by its name, or a user's own rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Data {
    /// A built-in data set, as in `"penguins"`.
    Named(DataSet),
    /// Own rows, as in `{"inputs": [[0, 1], [1, 0]], "targets": [0, 1]}`.
    Own(OwnData),
}

/// A user's own rows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwnData {
    /// Inputs, `[row][input]`.
    pub inputs: Vec<Vec<f64>>,
    /// Targets, one for each row.
    pub targets: OwnTargets,
    /// Names of the inputs; empty for x 1, x 2, …
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
}

impl From<Table> for OwnData {
    fn from(table: Table) -> OwnData {
        let targets = match table.targets {
            Targets::Classes { names, labels } => {
                OwnTargets::Names(labels.iter().map(|label| names[*label].clone()).collect())
            }
            Targets::Values { values, .. } => OwnTargets::Values(values),
        };
        OwnData { inputs: table.rows, targets, names: table.inputs }
    }
}

/// Targets, of one of the types that JSON tells apart. Numbers of one output stand in rows of their
/// own, as in `[[0], [1]]`: a plain list of whole numbers is one of classes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum OwnTargets {
    /// Integers: each row's class, from 0.
    Classes(Vec<usize>),
    /// Strings: each row's class by name.
    Names(Vec<String>),
    /// Values, `[row][output]`.
    Values(Vec<Vec<f64>>),
}

/// Largest count of numbers in the inputs of own data.
const MOST_NUMBERS: usize = 1_000_000;

impl Data {
    /// Name of the data set; `own` for a user's own data.
    pub fn name(&self) -> &'static str {
        match self {
            Data::Named(data) => data.id,
            Data::Own(_) => "own",
        }
    }

    /// Built-in data set; `None` for a user's own data.
    pub fn named(&self) -> Option<DataSet> {
        match self {
            Data::Named(data) => Some(*data),
            Data::Own(_) => None,
        }
    }

    /// Whether the targets are values (regression), not classes.
    pub fn finds_values(&self) -> bool {
        match self {
            Data::Named(data) => data.classes.len() == 1,
            Data::Own(OwnData { targets, .. }) => {
                matches!(targets, OwnTargets::Values(_))
            }
        }
    }

    /// Whether it is a user's own data.
    pub fn is_own(&self) -> bool {
        matches!(self, Data::Own(_))
    }

    /// Rows as a table. `samples`, `noise` and `seed` affect generated data only. Fails if own
    /// data are inconsistent.
    pub fn table(
        &self,
        samples: Option<usize>,
        noise: Option<f64>,
        seed: u32,
    ) -> Result<Table, Error> {
        match self {
            Data::Named(data) => {
                Ok(data.sample(samples, noise.or(data.noise).unwrap_or(0.0), seed))
            }
            Data::Own(own) => own.table(),
        }
    }
}

impl OwnData {
    /// Rows as a table. Fails if they are empty, or differ in width, or do not fit the targets
    /// or the names.
    pub fn table(&self) -> Result<Table, Error> {
        let wrong = |what: String| Err(Error::Inconsistent(what));
        let Some(first) = self.inputs.first() else {
            return wrong("data: inputs has no rows.".into());
        };
        let width = first.len();
        if width == 0 || width * self.inputs.len() > MOST_NUMBERS {
            return wrong(format!("data: inputs takes from 1 to {MOST_NUMBERS} numbers in all."));
        }
        if let Some(row) = self.inputs.iter().position(|row| row.len() != width) {
            let found = self.inputs[row].len();
            return wrong(format!(
                "data: row {row} of inputs has {found} numbers, row 0 has {width}."
            ));
        }
        let infinite = |row: &Vec<f64>| row.iter().any(|number| !number.is_finite());
        if let Some(row) = self.inputs.iter().position(infinite) {
            return wrong(format!("data: row {row} of inputs has a number that is not finite."));
        }
        let targets = self.targets.as_targets()?;
        let (rows, expected) = (self.inputs.len(), targets.rows());
        if rows != expected {
            return wrong(format!("data: there are {rows} inputs, but {expected} targets."));
        }
        let inputs = match self.names.len() {
            0 => (1..=width).map(|k| format!("x {k}")).collect(),
            found if found == width => self.names.clone(),
            found => return wrong(format!("data: there are {found} names for {width} inputs.")),
        };
        Ok(Table { inputs, rows: self.inputs.clone(), targets, dropped: 0 })
    }
}

impl OwnTargets {
    fn as_targets(&self) -> Result<Targets, Error> {
        /// Largest number of classes: with more of them, values were most likely meant.
        const MOST_CLASSES: usize = 100;
        let wrong = |what: &str| Err(Error::Inconsistent(what.into()));
        let values = |values: Vec<Vec<f64>>| {
            let width = values.first().map_or(0, Vec::len);
            if width == 0 || values.iter().any(|row| row.len() != width) {
                return wrong(
                    "data: every row of targets takes equally many numbers, at least one.",
                );
            }
            if values.iter().flatten().any(|number| !number.is_finite()) {
                return wrong("data: every number of targets is finite.");
            }
            let names = (1..=width).map(|k| format!("y {k}")).collect();
            Ok(Targets::Values { names, values })
        };
        match self {
            OwnTargets::Classes(labels) => {
                let count = labels.iter().max().map_or(0, |largest| largest.saturating_add(1));
                if count > MOST_CLASSES {
                    return wrong(
                        "data: classes are whole numbers below 100; write values as [[1.5], [2.5]].",
                    );
                }
                let names = (0..count).map(|class| format!("class {class}")).collect();
                Ok(Targets::Classes { names, labels: labels.clone() })
            }
            OwnTargets::Names(words) => {
                let mut names: Vec<String> = Vec::new();
                let mut labels = Vec::new();
                for word in words {
                    let known = names.iter().position(|name| name == word);
                    labels.push(known.unwrap_or(names.len()));
                    if known.is_none() {
                        names.push(word.clone());
                    }
                }
                if names.len() > MOST_CLASSES {
                    return wrong("data: there may be at most 100 classes.");
                }
                Ok(Targets::Classes { names, labels })
            }
            OwnTargets::Values(rows) => values(rows.clone()),
        }
    }
}
