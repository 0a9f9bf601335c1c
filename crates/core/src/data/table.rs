//! Tables: rows of inputs, with their targets.

use crate::Error;

/// A table: rows of inputs, with their targets.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Names of the inputs, `[input]`.
    pub inputs: Vec<String>,
    /// Inputs, `[row][input]`, in the data's own units.
    pub rows: Vec<Vec<f64>>,
    /// Targets of the rows.
    pub targets: Targets,
    /// Number of rows left out because of a missing value.
    pub dropped: usize,
}

/// Targets of the rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Targets {
    /// Classification: one of several classes.
    Classes {
        /// Names of the classes, `[class]`.
        names: Vec<String>,
        /// Class of each row, `[row]`, as an index of `names`.
        labels: Vec<usize>,
    },
    /// Regression: numbers.
    Values {
        /// Names of the outputs, `[output]`.
        names: Vec<String>,
        /// Values, `[row][output]`, in the data's own units.
        values: Vec<Vec<f64>>,
    },
}

impl Targets {
    /// Names of the outputs: of the classes or of the values.
    pub fn names(&self) -> &[String] {
        match self {
            Targets::Classes { names, .. } | Targets::Values { names, .. } => names,
        }
    }

    /// Number of outputs of a network: one for each class or value.
    pub fn outputs(&self) -> usize {
        self.names().len()
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        match self {
            Targets::Classes { labels, .. } => labels.len(),
            Targets::Values { values, .. } => values.len(),
        }
    }

    /// Class of a row; `None` for regression.
    pub fn label(&self, row: usize) -> Option<usize> {
        match self {
            Targets::Classes { labels, .. } => labels.get(row).copied(),
            Targets::Values { .. } => None,
        }
    }

    /// Target of an output: the value, or one-hot 1 for the row's class and 0 for every other.
    pub fn target(&self, row: usize, output: usize) -> f64 {
        match self {
            Targets::Classes { labels, .. } => f64::from(labels[row] == output),
            Targets::Values { values, .. } => values[row][output],
        }
    }
}

impl Table {
    /// Checks that there are rows, inputs and outputs, and that their numbers agree.
    pub(super) fn check(&self) -> Result<(), Error> {
        let outputs = self.targets.outputs();
        let known = match &self.targets {
            Targets::Classes { labels, .. } => labels.iter().all(|label| *label < outputs),
            Targets::Values { values, .. } => values.iter().all(|row| row.len() == outputs),
        };
        let fits = known
            && self.targets.rows() == self.rows.len()
            && self.rows.iter().all(|row| row.len() == self.inputs.len());
        let problem = if !fits {
            "The table's rows and targets do not fit together."
        } else if self.rows.is_empty() {
            "The table has no rows: give it some to learn from."
        } else if self.inputs.is_empty() || outputs == 0 {
            "The table needs at least one input and one output."
        } else {
            return Ok(());
        };
        Err(Error::Inconsistent(problem.into()))
    }
}

/// A name from a user's file in quotation marks, cut to 40 characters.
pub(super) fn quoted(name: &str) -> String {
    let cut: String = name.chars().take(40).collect();
    let more = if cut.len() < name.len() { "…" } else { "" };
    format!("“{cut}{more}”")
}
