//! Split of a table into training, validation and test rows, and standardization of its inputs.

use super::table::{Table, Targets, quoted};
use crate::Error;
use crate::data::features::Features;
use crate::network::Batch;
use crate::numeric::rng::{Rng, Stream};
use serde::Serialize;

/// Choice of the test rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TestRows {
    /// Random rows, drawn by the seed.
    #[default]
    Random,
    /// Last rows: for time series, the ones to forecast.
    Last,
}

impl TestRows {
    /// All choices, by name.
    pub const ALL: [(&'static str, TestRows); 2] =
        [("random", TestRows::Random), ("last", TestRows::Last)];

    /// Name of the choice.
    pub fn id(self) -> &'static str {
        TestRows::ALL[self as usize].0
    }
}

/// Part of a split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Training samples, which the gradient is computed from.
    Training,
    /// Validation samples, whose loss tells when to stop.
    Validation,
    /// Test samples, which nothing depends on.
    Test,
}

impl Part {
    /// All parts.
    pub const ALL: [Part; 3] = [Part::Training, Part::Validation, Part::Test];
}

/// Settings of the split and the standardization.
#[derive(Clone, Copy, Debug)]
pub struct Sharing {
    /// Test fraction: the share of the rows held back for testing, from 0 to below 1; with
    /// classes of each class, rounded to whole rows.
    pub test_fraction: f64,
    /// Validation fraction: the share of the rows held back for validation, in the same way. It
    /// does not change which rows are test rows.
    pub validation_fraction: f64,
    /// Choice of the test rows; the validation rows are those next in the same order.
    pub test_rows: TestRows,
    /// Seed of the random choice.
    pub seed: u32,
    /// Whether inputs are standardized.
    pub standardize: bool,
    /// Whether target values are standardized; classes never are.
    pub standardize_targets: bool,
}

/// A table split into training, validation and test rows, its inputs standardized:
/// x' = (x − mean)/deviation, both measured on the *training* rows alone, so that nothing of
/// the other rows leaks into the training. Target values are standardized on request.
#[derive(Clone, Debug)]
pub struct Split {
    /// Table of all rows, in the data's own units.
    pub table: Table,
    /// Features fed to the network.
    pub features: Features,
    /// Names of the network's inputs: the table's inputs, or the features.
    pub inputs: Vec<String>,
    /// Indices of the training rows in the table, ascending.
    pub train_rows: Vec<usize>,
    /// Indices of the validation rows in the table, ascending.
    pub validation_rows: Vec<usize>,
    /// Indices of the test rows in the table, ascending.
    pub test_rows: Vec<usize>,
    /// Training samples; targets are in the table's own units, or standardized.
    pub train: Batch,
    /// Validation samples; `n` is 0 if none were held back.
    pub validation: Batch,
    /// Test samples; `n` is 0 if none were held back.
    pub test: Batch,
    /// Mean of each network input over the training rows; 0 without standardization.
    pub means: Vec<f64>,
    /// Standard deviation of each network input over the training rows (divided by n); 1 without
    /// standardization, or if all training rows are equal.
    pub deviations: Vec<f64>,
    /// Mean and standard deviation of each target value over the training rows; 0 and 1 without
    /// standardization.
    pub scales: Vec<(f64, f64)>,
}

impl Split {
    /// Random split into training and test rows, without features: holds back `test_fraction` (0
    /// to below 1) of the rows, with classes of each class, rounded to whole rows. Fails as
    /// [`Split::of`] does.
    pub fn new(
        table: Table,
        test_fraction: f64,
        seed: u32,
        standardize: bool,
    ) -> Result<Split, Error> {
        let sharing = Sharing {
            test_fraction,
            validation_fraction: 0.0,
            test_rows: TestRows::Random,
            seed,
            standardize,
            standardize_targets: false,
        };
        Split::of(table, &Features::default(), &sharing)
    }

    /// Splits a table; the network's inputs are these features. Fails if the table is
    /// inconsistent, a feature is undefined at a row, or no training row is left of a class.
    pub fn of(table: Table, features: &Features, sharing: &Sharing) -> Result<Split, Error> {
        let Sharing { test_rows, seed, standardize, standardize_targets, .. } = *sharing;
        table.check()?;
        let columns = features.columns(&table)?;
        let shares = [
            (Part::Test, "test_fraction", sharing.test_fraction),
            (Part::Validation, "validation_fraction", sharing.validation_fraction),
        ];
        for (_, key, share) in shares {
            if !(0.0..1.0).contains(&share) {
                let expected = "a number from 0 to below 1, such as 0.3";
                return Err(Error::bad_value(key, &share.to_string(), expected));
            }
        }
        let mut rng = Rng::new(seed, Stream::Split);
        let mut parts = vec![Part::Training; table.rows.len()];
        for mut rows in groups(&table.targets) {
            let row = rows.first().copied();
            match test_rows {
                TestRows::Random => rng.shuffle(&mut rows),
                TestRows::Last => rows.reverse(),
            }
            let mut left = &rows[..];
            for (part, _, share) in shares {
                let count = (share * rows.len() as f64).round() as usize;
                if count >= left.len() {
                    return Err(nothing_to_train_on(&table.targets, row, sharing));
                }
                let (held_back, rest) = left.split_at(count);
                held_back.iter().for_each(|row| parts[*row] = part);
                left = rest;
            }
        }
        let [train_rows, validation_rows, test_rows] = Part::ALL.map(|part| -> Vec<usize> {
            (0..table.rows.len()).filter(|row| parts[*row] == part).collect()
        });

        let measure = |column: &Vec<f64>| match standardize {
            true => mean_and_deviation(train_rows.iter().map(|&row| column[row])),
            false => (0.0, 1.0),
        };
        let (means, deviations): (Vec<f64>, Vec<f64>) = columns.iter().map(measure).unzip();
        let scales: Vec<(f64, f64)> = (0..table.targets.outputs())
            .map(|output| match &table.targets {
                Targets::Values { values, .. } if standardize_targets => {
                    mean_and_deviation(train_rows.iter().map(|&row| values[row][output]))
                }
                _ => (0.0, 1.0),
            })
            .collect();

        let batch = |rows: &[usize]| Batch {
            n: rows.len(),
            inputs: (0..columns.len())
                .flat_map(|input| rows.iter().map(move |&row| (row, input)))
                .map(|(row, input)| (columns[input][row] - means[input]) / deviations[input])
                .collect(),
            targets: (0..table.targets.outputs())
                .flat_map(|output| rows.iter().map(move |&row| (row, output)))
                .map(|(row, output)| {
                    let (mean, deviation) = scales[output];
                    (table.targets.target(row, output) - mean) / deviation
                })
                .collect(),
        };
        let [train, validation, test] =
            [&train_rows, &validation_rows, &test_rows].map(|rows| batch(rows));
        let (features, inputs) = (features.clone(), features.names(&table));
        Ok(Split {
            table,
            features,
            inputs,
            train_rows,
            validation_rows,
            test_rows,
            train,
            validation,
            test,
            means,
            deviations,
            scales,
        })
    }

    /// Indices of a part's rows in the table, ascending.
    pub fn rows(&self, part: Part) -> &[usize] {
        match part {
            Part::Training => &self.train_rows,
            Part::Validation => &self.validation_rows,
            Part::Test => &self.test_rows,
        }
    }

    /// Samples of a part, in the order of its rows.
    pub fn batch(&self, part: Part) -> &Batch {
        match part {
            Part::Training => &self.train,
            Part::Validation => &self.validation,
            Part::Test => &self.test,
        }
    }

    /// Output in the data's own units: inverts the standardization of the targets.
    pub fn value(&self, output: usize, answer: f64) -> f64 {
        let (mean, deviation) = self.scales[output];
        mean + deviation * answer
    }

    /// Network inputs at points of the data's plane, `[input][point]`: `x` and `y` are the first
    /// and second input in the data's own units; `y` is empty for data of one input. All other
    /// inputs are at their mean. Not finite where a feature is undefined.
    pub fn inputs_at(&self, x: &[f64], y: &[f64]) -> Vec<f64> {
        let mut inputs = Vec::with_capacity(self.means.len() * x.len());
        let scales = || self.means.iter().zip(&self.deviations);
        for (values, (mean, deviation)) in self.features.at(x, y).zip(scales()) {
            inputs.extend(values.map(|value| (value - mean) / deviation));
        }
        if self.features.is_empty() {
            for (values, (mean, deviation)) in [x, y].iter().zip(scales()) {
                inputs.extend(values.iter().map(|value| (value - mean) / deviation));
            }
        }
        inputs.resize(self.means.len() * x.len(), 0.0);
        inputs
    }
}

/// Groups of rows that are split separately: each class, or all rows without classes.
fn groups(targets: &Targets) -> Vec<Vec<usize>> {
    match targets {
        Targets::Classes { names, labels } => {
            let mut groups = vec![Vec::new(); names.len()];
            labels.iter().enumerate().for_each(|(row, label)| groups[*label].push(row));
            groups
        }
        Targets::Values { values, .. } => vec![(0..values.len()).collect()],
    }
}

/// Error for a group of rows, beginning with `row`, of which no training row is left.
fn nothing_to_train_on(targets: &Targets, row: Option<usize>, sharing: &Sharing) -> Error {
    let what = match (targets, row) {
        (Targets::Classes { names, labels }, Some(row)) => {
            format!("class {}", quoted(&names[labels[row]]))
        }
        (Targets::Classes { names, labels }, None) => {
            let empty = (0..names.len()).find(|class| !labels.contains(class));
            let name = empty.map_or("A class".into(), |class| quoted(&names[class]));
            return Error::Inconsistent(format!(
                "{name} has no rows: leave it out, or give it some. Numbers of classes begin at 0."
            ));
        }
        (Targets::Values { .. }, _) => "training".into(),
    };
    let test = format!("a test fraction of {}", sharing.test_fraction);
    let validation = format!("a validation fraction of {}", sharing.validation_fraction);
    let (held_back, lower) = match (sharing.test_fraction > 0.0, sharing.validation_fraction > 0.0)
    {
        (true, true) => (format!("{test} and {validation}"), "one of them"),
        (false, true) => (validation, "the fraction"),
        (_, false) => (test, "the fraction"),
    };
    Error::Inconsistent(format!(
        "With {held_back}, no row of {what} is left to learn from: lower {lower}, or give it more \
         rows."
    ))
}

/// Mean and standard deviation (divided by n) of at least one number; the deviation of equal
/// numbers is given as 1.
pub(super) fn mean_and_deviation(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let mut rest = values.clone();
    if let Some(first) = rest.next()
        && rest.all(|value| value == first)
    {
        // Becomes 0 instead of 0/0, or of what rounding would leave of it.
        return (first, 1.0);
    }
    let n = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / n;
    let deviation = (values.map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
    // Differences too small to be squared are as good as none.
    (mean, if deviation > 0.0 { deviation } else { 1.0 })
}
