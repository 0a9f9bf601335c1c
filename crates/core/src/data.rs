//! What is learned from: data sets, and their split into training and test rows.
//!
//! To add one: write its [`Definition`] here and put it in [`DATA_SETS`].

use crate::Error;
use crate::network::Batch;
use crate::rng::{Rng, Stream};
use serde::{Deserialize, Serialize};

/// One data set and all that is known of it.
#[derive(Debug)]
pub struct Definition {
    /// Its name in an experiment and in the address.
    pub id: &'static str,
    /// Who collected it.
    pub source: &'static str,
    /// Under which terms it may be passed on.
    pub licence: &'static str,
    /// The inputs' names.
    pub inputs: &'static [&'static str],
    /// The inputs' unit.
    pub unit: &'static str,
    /// The classes' names.
    pub classes: &'static [&'static str],
    read: fn(&Definition) -> Table,
}

/// The rows of a data set.
#[derive(Clone, Debug)]
pub struct Table {
    /// `[row][input]`, in the data set's own units.
    pub rows: Vec<Vec<f64>>,
    /// Each row's class, as an index of [`Definition::classes`].
    pub labels: Vec<usize>,
    /// How many rows were left out because a measurement is missing.
    pub dropped: usize,
}

/// All data sets, in the order in which they are offered.
pub const DATA_SETS: &[&Definition] = &[&PENGUINS];

const PENGUINS: Definition = Definition {
    id: "penguins",
    source: "K. Gorman, Palmer Station LTER; compiled by A. Horst, A. Hill and K. Gorman (palmerpenguins)",
    licence: "CC0",
    inputs: &["bill length", "bill depth"],
    unit: "mm",
    classes: &["Adelie", "Chinstrap", "Gentoo"],
    read: |definition| {
        let csv = include_str!("../data/penguins.csv");
        read_columns(csv, "species", &["bill_length_mm", "bill_depth_mm"], definition.classes)
    },
};

/// Reads a file of our own: commas, one header line, no quotes, `NA` for what
/// is missing. A row that lacks one of the inputs or its class is left out.
fn read_columns(csv: &str, label: &str, inputs: &[&str], classes: &[&str]) -> Table {
    let mut lines = csv.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let column = |name: &str| header.iter().position(|header| *header == name);
    let mut table = Table { rows: Vec::new(), labels: Vec::new(), dropped: 0 };
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        let cell = |name: &str| column(name).and_then(|index| cells.get(index).copied());
        let row: Option<Vec<f64>> =
            inputs.iter().map(|name| cell(name).and_then(|text| text.parse().ok())).collect();
        let class = cell(label).and_then(|text| classes.iter().position(|class| *class == text));
        if let (Some(row), Some(class)) = (row, class) {
            table.rows.push(row);
            table.labels.push(class);
        } else {
            table.dropped += 1;
        }
    }
    table
}

/// One of [`DATA_SETS`], by name in text.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DataSet(&'static Definition);

impl DataSet {
    /// Penguins of three species, by bill length and bill depth.
    pub const PENGUINS: DataSet = DataSet(&PENGUINS);

    /// The data set of this name.
    pub fn from_id(id: &str) -> Result<DataSet, Error> {
        crate::named::find("data", id, DATA_SETS, |definition| definition.id).map(DataSet)
    }

    /// Its rows.
    pub fn table(&self) -> Table {
        (self.read)(self)
    }
}

crate::named::named!(DataSet, Definition);

/// A table split into training and test rows, its inputs standardized:
/// x' = (x − mean)/deviation, both measured on the *training* rows alone, so that
/// nothing of the test rows leaks into the training.
#[derive(Clone, Debug)]
pub struct Split {
    /// Where the rows come from.
    pub data: DataSet,
    /// The rows as they were measured.
    pub table: Table,
    /// The training samples' rows in the table, in the table's order.
    pub train_rows: Vec<usize>,
    /// The test samples' rows in the table, in the table's order.
    pub test_rows: Vec<usize>,
    /// The training samples.
    pub train: Batch,
    /// The test samples.
    pub test: Batch,
    /// Each input's mean over the training rows.
    pub means: Vec<f64>,
    /// Each input's standard deviation over the training rows (divided by n).
    pub deviations: Vec<f64>,
}

impl Split {
    /// Holds back `test_fraction` of each class (rounded to whole rows), chosen
    /// by the seed.
    pub fn new(data: DataSet, test_fraction: f64, seed: u32) -> Split {
        let table = data.table();
        let mut rng = Rng::new(seed, Stream::Split);
        let (mut train_rows, mut test_rows) = (Vec::new(), Vec::new());
        for class in 0..data.classes.len() {
            let mut rows: Vec<usize> =
                (0..table.rows.len()).filter(|&row| table.labels[row] == class).collect();
            rng.shuffle(&mut rows);
            let held_back = (test_fraction * rows.len() as f64).round() as usize;
            test_rows.extend(&rows[..held_back]);
            train_rows.extend(&rows[held_back..]);
        }
        train_rows.sort_unstable();
        test_rows.sort_unstable();

        let n = train_rows.len() as f64;
        let column = |input: usize| train_rows.iter().map(move |&row| (row, input));
        let value = |(row, input): (usize, usize)| table.rows[row][input];
        let means: Vec<f64> =
            (0..data.inputs.len()).map(|input| column(input).map(value).sum::<f64>() / n).collect();
        let deviations: Vec<f64> = (0..data.inputs.len())
            .map(|input| {
                let square = |at| (value(at) - means[input]) * (value(at) - means[input]);
                let deviation = (column(input).map(square).sum::<f64>() / n).sqrt();
                // A column of one value stays at 0 instead of becoming 0/0.
                if deviation > 0.0 { deviation } else { 1.0 }
            })
            .collect();

        let batch = |rows: &[usize]| Batch {
            n: rows.len(),
            inputs: (0..data.inputs.len())
                .flat_map(|input| rows.iter().map(move |&row| (row, input)))
                .map(|at| (value(at) - means[at.1]) / deviations[at.1])
                .collect(),
            targets: (0..data.classes.len())
                .flat_map(|class| rows.iter().map(move |&row| (row, class)))
                .map(|(row, class)| f64::from(table.labels[row] == class))
                .collect(),
        };
        let (train, test) = (batch(&train_rows), batch(&test_rows));
        Split { data, table, train_rows, test_rows, train, test, means, deviations }
    }

    /// A measured value of an input, standardized.
    pub fn standardize(&self, input: usize, value: f64) -> f64 {
        (value - self.means[input]) / self.deviations[input]
    }
}
