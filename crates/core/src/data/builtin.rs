//! Built-in data sets: measured or generated.
//!
//! To add one: write its [`Definition`] here and put it in [`DATA_SETS`].

use super::observations::{CO2, FIRST_OF_CO2, FIRST_OF_SUNSPOTS, SUNSPOTS};
use super::table::{Table, Targets};
use crate::Error;
use crate::numeric::math;
use crate::numeric::rng::{Rng, Stream};
use serde::Serialize;
use std::f64::consts::{PI, TAU};

/// A built-in data set: rows, names, source.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// Source: who collected it, or the model of its generator.
    pub source: &'static str,
    /// Licence.
    pub licence: &'static str,
    /// Names of the inputs.
    pub inputs: &'static [&'static str],
    /// Unit of the inputs; empty if they have none.
    pub unit: &'static str,
    /// Names of the classes, or of the one value.
    pub classes: &'static [&'static str],
    /// Default noise of generated data, from 0 (the classes lie apart) to 1 (they overlap
    /// widely); `None` if measured.
    pub noise: Option<f64>,
    /// Default number of samples of generated data; `None` if measured.
    pub samples: Option<usize>,
    /// Whether the values are far from 0 for their spread, so that inputs and targets are best
    /// standardized.
    pub far: bool,
    /// (definition, samples, noise, seed) → rows.
    read: fn(&Definition, usize, f64, u32) -> Table,
}

/// All data sets, in the order in which they are offered.
pub static DATA_SETS: &[&Definition] = &[
    &PENGUINS,
    &IRIS,
    &GAUSSIANS,
    &CIRCLES,
    &XOR,
    &MOONS,
    &SPIRALS,
    &SPIRALS3,
    &PLAYGROUND_SPIRALS,
    &CHECKERBOARD,
    &NEBULAE,
    &PETALS,
    &SUNSPOTS_BY_YEAR,
    &CO2_BY_YEAR,
];

const PENGUINS: Definition = Definition {
    id: "penguins",
    source: "K. Gorman, Palmer Station LTER; compiled by A. Horst, A. Hill and K. Gorman (palmerpenguins)",
    licence: "CC0",
    inputs: &["bill length", "bill depth"],
    unit: "mm",
    classes: &["Adelie", "Chinstrap", "Gentoo"],
    noise: None,
    samples: None,
    far: false,
    read: |definition, _, _, _| {
        let csv = include_str!("../../data/penguins.csv");
        read_columns(definition, csv, &[2, 3], 0, definition.classes)
    },
};

const IRIS: Definition = Definition {
    id: "iris",
    source: "R. A. Fisher, 1936; UCI Machine Learning Repository",
    licence: "CC BY 4.0",
    // The file's first line says only how many; the names are UCI's.
    inputs: &["sepal length", "sepal width", "petal length", "petal width"],
    unit: "cm",
    classes: &["setosa", "versicolor", "virginica"],
    noise: None,
    samples: None,
    far: false,
    read: |definition, _, _, _| {
        let csv = include_str!("../../data/iris.csv");
        read_columns(definition, csv, &[0, 1, 2, 3], 4, &["0", "1", "2"])
    },
};

/// Distances (megaparsecs) and velocities (1000 km/s) of 24 nebulae, for a linear fit.
const NEBULAE: Definition = Definition {
    id: "nebulae",
    source: {
        "E. Hubble, 1929, A relation between distance and radial velocity among \
             extra-galactic nebulae, table 1"
    },
    licence: "facts, free to use",
    inputs: &["distance"],
    unit: "Mpc",
    classes: &["velocity (1000 km/s)"],
    noise: None,
    samples: None,
    far: false,
    read: |definition, _, _, _| {
        let (distances, kilometres) = NEBULAE_MEASURED;
        Table {
            inputs: owned(definition.inputs),
            rows: distances.iter().map(|distance| vec![*distance]).collect(),
            targets: Targets::Values {
                names: owned(definition.classes),
                values: kilometres.iter().map(|speed| vec![f64::from(*speed) / 1000.0]).collect(),
            },
            dropped: 0,
        }
    },
};

/// Yearly sunspot numbers over 309 years, with a cycle of about eleven years.
const SUNSPOTS_BY_YEAR: Definition = Definition {
    id: "sunspots",
    source: "yearly means 1700 to 2008, NOAA and SILSO",
    licence: "public domain",
    inputs: &["year"],
    unit: "",
    classes: &["sunspots"],
    noise: None,
    samples: None,
    far: true,
    read: |definition, _, _, _| by_year(definition, FIRST_OF_SUNSPOTS, &SUNSPOTS, 10.0),
};

/// Yearly carbon dioxide in the air over Hawaii over 43 years: almost a straight line.
const CO2_BY_YEAR: Definition = Definition {
    id: "co2",
    source: "C. D. Keeling, T. P. Whorf, Mauna Loa, yearly means 1959 to 2001 of weeks",
    classes: &["CO₂ (ppm)"],
    read: |definition, _, _, _| by_year(definition, FIRST_OF_CO2, &CO2, 100.0),
    ..SUNSPOTS_BY_YEAR
};

/// Table of one value for each year from `first` on; `values` are in units of 1/`parts`.
fn by_year(definition: &Definition, first: u16, values: &[u16], parts: f64) -> Table {
    Table {
        inputs: owned(definition.inputs),
        rows: (first..).zip(values).map(|(year, _)| vec![f64::from(year)]).collect(),
        targets: Targets::Values {
            names: owned(definition.classes),
            values: values.iter().map(|value| vec![f64::from(*value) / parts]).collect(),
        },
        dropped: 0,
    }
}

/// Distances of the nebulae in megaparsecs, and velocities in km/s.
const NEBULAE_MEASURED: ([f64; 24], [i16; 24]) = (
    [
        0.032, 0.034, 0.214, 0.263, 0.275, 0.275, 0.45, 0.5, 0.5, 0.63, 0.8, 0.9, 0.9, 0.9, 0.9,
        1.0, 1.1, 1.1, 1.4, 1.7, 2.0, 2.0, 2.0, 2.0,
    ],
    [
        170, 290, -130, -70, -185, -220, 200, 290, 270, 200, 300, -30, 650, 150, 500, 920, 450,
        500, 500, 960, 500, 850, 800, 1090,
    ],
);

/// Width of petals against their length, for a linear fit; from the file of the irises.
const PETALS: Definition = Definition {
    id: "petals",
    inputs: &["petal length"],
    classes: &["petal width (cm)"],
    read: |definition, samples, noise, seed| {
        let Table { rows, dropped, .. } = (IRIS.read)(&IRIS, samples, noise, seed);
        Table {
            inputs: owned(definition.inputs),
            targets: Targets::Values {
                names: owned(definition.classes),
                values: rows.iter().map(|row| vec![row[3]]).collect(),
            },
            rows: rows.iter().map(|row| vec![row[2]]).collect(),
            dropped,
        }
    },
    ..IRIS
};

/// Defaults of the generated data sets.
const MADE: Definition = Definition {
    id: "",
    source: "",
    licence: "made by Downhill, free to use",
    inputs: &["x₁", "x₂"],
    unit: "",
    classes: &["A", "B"],
    noise: Some(0.0),
    samples: Some(200),
    far: false,
    read: |definition, _, _, _| table(definition, Vec::new(), Vec::new(), 0),
};

const GAUSSIANS: Definition = Definition {
    id: "gaussians",
    source: "two normal distributions around (−1, −1) and (1, 1)",
    noise: Some(0.4),
    read: |definition, samples, noise, seed| make(definition, samples, noise, seed, &gaussian),
    ..MADE
};

const CIRCLES: Definition = Definition {
    id: "circles",
    source: "a disc within a ring, after make_circles of scikit-learn",
    classes: &["inner", "outer"],
    noise: Some(0.2),
    read: |definition, samples, noise, seed| make(definition, samples, 0.4 * noise, seed, &circle),
    ..MADE
};

const XOR: Definition = Definition {
    id: "xor",
    source: "the signs of x₁ and x₂, after Minsky and Papert, 1969",
    classes: &["equal signs", "opposite signs"],
    noise: Some(0.2),
    read: |definition, samples, noise, seed| {
        make(definition, samples, 0.5 * noise, seed, &quadrant)
    },
    ..MADE
};

const MOONS: Definition = Definition {
    id: "moons",
    source: "two half circles, after make_moons of scikit-learn",
    classes: &["upper", "lower"],
    noise: Some(0.2),
    read: |definition, samples, noise, seed| make(definition, samples, 0.5 * noise, seed, &moon),
    ..MADE
};

const SPIRALS: Definition = Definition {
    id: "spirals",
    source: "two spirals, after Lang and Witbrock, 1988",
    noise: Some(0.1),
    read: |definition, samples, noise, seed| {
        let place = |arm, _, rng: &mut Rng| spiral(arm, 2, 1.5, rng);
        make(definition, samples, 0.25 * noise, seed, &place)
    },
    ..MADE
};

/// Two spirals of 1.75 turns, as in TensorFlow Playground: evenly spaced along a radius up to 5,
/// with uniform noise of ± the noise level in each coordinate.
const PLAYGROUND_SPIRALS: Definition = Definition {
    id: "playground_spirals",
    source: {
        "two spirals, as classifySpiralData of TensorFlow Playground makes them \
             (D. Smilkov, S. Carter, 2016; Apache-2.0)"
    },
    noise: Some(0.1),
    samples: Some(500),
    read: |definition, samples, noise, seed| {
        let arm = samples.div_ceil(2) as f64;
        make(definition, samples, 0.0, seed, &|class, index, rng: &mut Rng| {
            let along = index as f64 / arm;
            let (y, x) = polar(5.0 * along, 1.75 * along * TAU + PI * class as f64);
            (x + rng.symmetric(noise), y + rng.symmetric(noise))
        })
    },
    ..MADE
};

const SPIRALS3: Definition = Definition {
    id: "spirals3",
    source: "three spirals, after Lang and Witbrock, 1988",
    classes: &["A", "B", "C"],
    noise: Some(0.1),
    samples: Some(210),
    read: |definition, samples, noise, seed| {
        let place = |arm, _, rng: &mut Rng| spiral(arm, 3, 1.0, rng);
        make(definition, samples, 0.25 * noise, seed, &place)
    },
    ..MADE
};

const CHECKERBOARD: Definition = Definition {
    id: "checkerboard",
    source: "the fields of a board of four by four",
    noise: Some(0.1),
    samples: Some(208),
    read: |definition, samples, noise, seed| make(definition, samples, 0.25 * noise, seed, &field),
    ..MADE
};

/// Reads a built-in CSV file: a header line, then commas and no quotes. `label` is the class
/// column, with cells as in `classes`. A row without one of the inputs or its class is left out.
fn read_columns(
    definition: &Definition,
    csv: &str,
    inputs: &[usize],
    label: usize,
    classes: &[&str],
) -> Table {
    let (mut rows, mut labels, mut dropped) = (Vec::new(), Vec::new(), 0);
    for line in csv.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = |column: &usize| cells.get(*column).and_then(|text| text.parse::<f64>().ok());
        let row: Option<Vec<f64>> = inputs.iter().map(number).collect();
        let class =
            cells.get(label).and_then(|text| classes.iter().position(|class| class == text));
        if let (Some(row), Some(class)) = (row, class) {
            rows.push(row);
            labels.push(class);
        } else {
            dropped += 1;
        }
    }
    table(definition, rows, labels, dropped)
}

/// Generates `n` samples in the plane, the classes in turn. `place`(class, index within the
/// class, rng) is the noiseless position; the noise is normal with standard deviation
/// `deviation`.
fn make(
    definition: &Definition,
    n: usize,
    deviation: f64,
    seed: u32,
    place: &dyn Fn(usize, usize, &mut Rng) -> (f64, f64),
) -> Table {
    let mut rng = Rng::new(seed, Stream::Data);
    let classes = definition.classes.len();
    let labels: Vec<usize> = (0..n).map(|sample| sample % classes).collect();
    let mut sample = |(sample, class): (usize, &usize)| {
        let (x, y) = place(*class, sample / classes, &mut rng);
        // Drawn at any noise: more of it moves the same samples further.
        vec![x + deviation * rng.normal(), y + deviation * rng.normal()]
    };
    let rows = labels.iter().enumerate().map(&mut sample).collect();
    table(definition, rows, labels, 0)
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

fn table(
    definition: &Definition,
    rows: Vec<Vec<f64>>,
    labels: Vec<usize>,
    dropped: usize,
) -> Table {
    let targets = Targets::Classes { names: owned(definition.classes), labels };
    Table { inputs: owned(definition.inputs), rows, targets, dropped }
}

/// Normal around (−1, −1) or (1, 1) with standard deviation 0.25, also without noise.
fn gaussian(class: usize, _: usize, rng: &mut Rng) -> (f64, f64) {
    let centre = [-1.0, 1.0][class];
    (centre + 0.25 * rng.normal(), centre + 0.25 * rng.normal())
}

/// Uniform in the disc of radius 0.5, or in the ring from 0.75 to 1.
fn circle(class: usize, _: usize, rng: &mut Rng) -> (f64, f64) {
    let (low, high) = [(0.0, 0.5), (0.75, 1.0)][class];
    let radius = (low * low + (high * high - low * low) * rng.unit()).sqrt();
    polar(radius, TAU * rng.unit())
}

/// Uniform in the square from −1 to 1, at least 0.1 from both axes, the quadrants in turn.
fn quadrant(class: usize, index: usize, rng: &mut Rng) -> (f64, f64) {
    let (x, y) = (0.1 + 0.9 * rng.unit(), 0.1 + 0.9 * rng.unit());
    let left = index % 2 == 1;
    (if left { -x } else { x }, if left == (class == 0) { -y } else { y })
}

/// Upper half of the unit circle, or lower half of that around (1, ½).
fn moon(class: usize, _: usize, rng: &mut Rng) -> (f64, f64) {
    let (x, y) = polar(1.0, PI * rng.unit());
    if class == 0 { (x, y) } else { (1.0 - x, 0.5 - y) }
}

/// One of `arms` Archimedean spirals of `turns` turns, from radius 0.1 to 1.
fn spiral(arm: usize, arms: usize, turns: f64, rng: &mut Rng) -> (f64, f64) {
    let along = rng.unit();
    polar(0.1 + 0.9 * along, TAU * (turns * along + arm as f64 / arms as f64))
}

/// Uniform in the fields of one colour of a four by four board on the square from −1 to 1, the
/// fields in turn, at least a tenth of a field's width away from its edges.
fn field(class: usize, index: usize, rng: &mut Rng) -> (f64, f64) {
    let row = index % 8 / 2;
    let column = 2 * (index % 2) + (row + class) % 2;
    let mut within = |field: usize| 0.5 * (field as f64 + 0.1 + 0.8 * rng.unit()) - 1.0;
    (within(column), within(row))
}

fn polar(radius: f64, angle: f64) -> (f64, f64) {
    (radius * math::cos(angle), radius * math::sin(angle))
}

/// One of [`DATA_SETS`], serialized as its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct DataSet(&'static Definition);

impl DataSet {
    /// Penguins of three species, by bill length and bill depth.
    pub const PENGUINS: DataSet = DataSet(&PENGUINS);

    /// The data set of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<DataSet, Error> {
        crate::named::find("data", id, DATA_SETS, |definition| definition.id).map(DataSet)
    }

    /// Rows of the data set. Noise (0 to 1) and seed affect only generated sets, those with a
    /// [`Definition::noise`]; the seed fixes every bit of them.
    pub fn table(&self, noise: f64, seed: u32) -> Table {
        self.sample(None, noise, seed)
    }

    /// Rows of the data set, `samples` of them if it is generated; `None` for its default
    /// number.
    pub fn sample(&self, samples: Option<usize>, noise: f64, seed: u32) -> Table {
        (self.read)(self, samples.or(self.samples).unwrap_or(0), noise, seed)
    }
}

crate::named::named!(DataSet, Definition);
