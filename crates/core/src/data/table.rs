//! Tables: rows of numbers, and what is expected for each.

use crate::Error;

/// Rows of numbers, and what is expected for each.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The inputs' names, `[input]`.
    pub inputs: Vec<String>,
    /// `[row][input]`, in the data's own units.
    pub rows: Vec<Vec<f64>>,
    /// What is expected for each row.
    pub targets: Targets,
    /// How many rows were left out because something in them is missing.
    pub dropped: usize,
}

/// What is expected for each row of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Targets {
    /// One of several classes.
    Classes {
        /// The classes' names, `[class]`.
        names: Vec<String>,
        /// `[row]`, as an index of `names`.
        labels: Vec<usize>,
    },
    /// Numbers.
    Values {
        /// The outputs' names, `[output]`.
        names: Vec<String>,
        /// `[row][output]`, in the data's own units.
        values: Vec<Vec<f64>>,
    },
}

impl Targets {
    /// What the outputs are called: the classes' names or the values'.
    pub fn names(&self) -> &[String] {
        match self {
            Targets::Classes { names, .. } | Targets::Values { names, .. } => names,
        }
    }

    /// How many outputs a network needs: one for each class or value.
    pub fn outputs(&self) -> usize {
        self.names().len()
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        match self {
            Targets::Classes { labels, .. } => labels.len(),
            Targets::Values { values, .. } => values.len(),
        }
    }

    /// A row's class; none if values are expected, not classes.
    pub fn label(&self, row: usize) -> Option<usize> {
        match self {
            Targets::Classes { labels, .. } => labels.get(row).copied(),
            Targets::Values { .. } => None,
        }
    }

    /// What an output should be: a value, or 1 for the row's class and 0 for
    /// every other.
    pub fn target(&self, row: usize, output: usize) -> f64 {
        match self {
            Targets::Classes { labels, .. } => f64::from(labels[row] == output),
            Targets::Values { values, .. } => values[row][output],
        }
    }
}

impl Table {
    /// Whether there is something to learn from, and all of it fits together.
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

/// A name from a person's file, cut to a readable length.
pub(super) fn quoted(name: &str) -> String {
    let cut: String = name.chars().take(40).collect();
    let more = if cut.len() < name.len() { "…" } else { "" };
    format!("“{cut}{more}”")
}
