//! Initialization: the distribution of the initial weights.
//!
//! To add one: write its [`Definition`] here and put it in [`INITIALIZATIONS`].
//! Biases start at 0 in all of them.

use crate::numeric::rng::Rng;
use crate::{Error, Network};
use serde::Serialize;

/// An initialization scheme.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// Distribution of a weight of a layer with `in` inputs and `out` outputs: U(r) is uniform
    /// in ±r, N(s) normal with standard deviation s.
    pub formula: &'static str,
    /// Paper that proposed it.
    pub source: &'static str,
    draw: fn(rng: &mut Rng, inputs: f64, outputs: f64) -> f64,
}

/// All initializations, in the order in which they are offered.
pub static INITIALIZATIONS: &[&Definition] = &[
    &XAVIER_UNIFORM,
    &XAVIER_NORMAL,
    &HE_UNIFORM,
    &HE_NORMAL,
    &LECUN_UNIFORM,
    &LECUN_NORMAL,
    &UNIFORM,
    &ZEROS,
];

const XAVIER: &str = "Glorot, Bengio: Understanding the difficulty of training deep feedforward neural networks (2010)";
const HE: &str = "He, Zhang, Ren, Sun: Delving Deep into Rectifiers (2015)";
const LECUN: &str = "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)";

const XAVIER_UNIFORM: Definition = Definition {
    id: "xavier_uniform",
    formula: "U(√(6/(in + out)))",
    source: XAVIER,
    draw: |rng, inputs, outputs| rng.symmetric((6.0 / (inputs + outputs)).sqrt()),
};

const XAVIER_NORMAL: Definition = Definition {
    id: "xavier_normal",
    formula: "N(√(2/(in + out)))",
    source: XAVIER,
    draw: |rng, inputs, outputs| rng.normal() * (2.0 / (inputs + outputs)).sqrt(),
};

const HE_UNIFORM: Definition = Definition {
    id: "he_uniform",
    formula: "U(√(6/in))",
    source: HE,
    draw: |rng, inputs, _| rng.symmetric((6.0 / inputs).sqrt()),
};

const HE_NORMAL: Definition = Definition {
    id: "he_normal",
    formula: "N(√(2/in))",
    source: HE,
    draw: |rng, inputs, _| rng.normal() * (2.0 / inputs).sqrt(),
};

const LECUN_UNIFORM: Definition = Definition {
    id: "lecun_uniform",
    formula: "U(√(3/in))",
    source: LECUN,
    draw: |rng, inputs, _| rng.symmetric((3.0 / inputs).sqrt()),
};

const LECUN_NORMAL: Definition = Definition {
    id: "lecun_normal",
    formula: "N(√(1/in))",
    source: LECUN,
    draw: |rng, inputs, _| rng.normal() * (1.0 / inputs).sqrt(),
};

const UNIFORM: Definition = Definition {
    id: "uniform",
    formula: "U(1)",
    source: "the same for every layer, whatever its width",
    draw: |rng, _, _| rng.symmetric(1.0),
};

const ZEROS: Definition = Definition {
    id: "zeros",
    formula: "0",
    source: "why not: all units of a layer stay equal, and hidden ones learn nothing",
    draw: |_, _, _| 0.0,
};

/// One of [`INITIALIZATIONS`], serialized as its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct Initialization(&'static Definition);

impl Initialization {
    /// Xavier uniform (Glorot, Bengio 2010): U(√(6/(in + out))).
    pub const XAVIER_UNIFORM: Initialization = Initialization(&XAVIER_UNIFORM);

    /// The initialization of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<Initialization, Error> {
        let id_of = |definition: &Definition| definition.id;
        crate::named::find("initialization", id, INITIALIZATIONS, id_of).map(Initialization)
    }

    /// Initial θ of a network: weights drawn layer by layer, row-major `[out][in]`; biases 0.
    pub fn draw(&self, network: &Network, rng: &mut Rng) -> Vec<f64> {
        let mut parameters = vec![0.0; network.parameters()];
        for layer in network.layers() {
            let (inputs, outputs) = (layer.inputs as f64, layer.outputs as f64);
            parameters[layer.weights.clone()].fill_with(|| (self.0.draw)(rng, inputs, outputs));
        }
        parameters
    }
}

crate::named::named!(Initialization, Definition);
