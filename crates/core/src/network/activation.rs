//! Activation functions σ of a neuron's weighted sum: a = σ(z).
//!
//! To add one: write its [`Definition`] here and put it in [`ACTIVATIONS`].

use crate::Error;
use crate::numeric::float::Float;
use crate::numeric::math;
use serde::Serialize;

/// An activation function: formula, derivatives, names.
///
/// The loops have no branches, only selections, so that they vectorize. Each propagates NaN, so
/// that divergence shows, and gives a finite slope for a finite z of any size.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// a as a function of z.
    pub formula: &'static str,
    /// a as a Python expression of z, with NumPy as `np`.
    pub numpy: &'static str,
    /// a as a Python expression of z, with PyTorch.
    pub torch: &'static str,
    /// Paper that introduced it.
    pub source: &'static str,
    /// Writes a = σ(z), element by element. Both slices are equally long.
    pub apply: Apply<f64>,
    /// σ(z) in 32 bits.
    pub apply_32: Apply<f32>,
    /// Multiplies `delta` by σ′(z), element by element; `a` holds σ(z).
    pub times_slope: fn(z: &[f64], a: &[f64], delta: &mut [f64]),
    /// Multiplies `delta` by σ″(z), element by element; `a` holds σ(z). At a kink it is the
    /// one-sided value of the side that the slope is taken from: 0 for relu and leaky_relu,
    /// whose σ′ jumps, and 1 for elu at 0.
    pub times_curvature: fn(z: &[f64], a: &[f64], delta: &mut [f64]),
    /// Whether σ′ or σ″ jumps at z = 0.
    pub kinked: bool,
}

/// (z, a): writes a = σ(z), element by element.
pub type Apply<F> = fn(&[F], &mut [F]);

/// A float type with an implementation of every activation.
pub trait Activate: Float {
    /// σ of an activation in this float type.
    fn activation(of: &Definition) -> Apply<Self>;
}

impl Activate for f64 {
    fn activation(of: &Definition) -> Apply<f64> {
        of.apply
    }
}

impl Activate for f32 {
    fn activation(of: &Definition) -> Apply<f32> {
        of.apply_32
    }
}

/// Writes a = σ(z), element by element.
#[inline(always)]
fn each<F: Float>(z: &[F], a: &mut [F], sigma: impl Fn(F) -> F) {
    for (a, z) in a.iter_mut().zip(z) {
        *a = sigma(*z);
    }
}

/// Replaces each a by `to`(z, a).
#[inline(always)]
fn change<F: Float>(z: &[F], a: &mut [F], to: impl Fn(F, F) -> F) {
    for (a, z) in a.iter_mut().zip(z) {
        *a = to(*z, *a);
    }
}

/// Multiplies each delta by `factor`(z, `function`(`of`(z))), in blocks.
#[inline(always)]
fn times(
    z: &[f64],
    delta: &mut [f64],
    of: impl Fn(f64) -> f64,
    function: fn(&mut [f64]),
    factor: impl Fn(f64, f64) -> f64,
) {
    const BLOCK: usize = 32;
    let mut room = [0.0; BLOCK];
    for (z, delta) in z.chunks(BLOCK).zip(delta.chunks_mut(BLOCK)) {
        let room = &mut room[..z.len()];
        each(z, room, &of);
        function(room);
        for ((delta, z), value) in delta.iter_mut().zip(z).zip(room) {
            *delta *= factor(*z, *value);
        }
    }
}

/// All activations, in the order in which they are offered.
pub static ACTIVATIONS: &[&Definition] =
    &[&TANH, &SIGMOID, &RELU, &LEAKY_RELU, &ELU, &SILU, &GELU, &SOFTPLUS, &SIN, &IDENTITY];

const TANH: Definition = Definition {
    id: "tanh",
    formula: "tanh z",
    numpy: "np.tanh(z)",
    torch: "torch.tanh(z)",
    source: "LeCun, Bottou, Orr, Müller: Efficient BackProp (1998)",
    apply: f64::tanh_each,
    apply_32: f32::tanh_each,
    times_slope: |_, a, delta| {
        for (delta, a) in delta.iter_mut().zip(a) {
            *delta *= 1.0 - a * a;
        }
    },
    times_curvature: |_, a, delta| {
        for (delta, a) in delta.iter_mut().zip(a) {
            *delta *= -2.0 * a * (1.0 - a * a);
        }
    },
    kinked: false,
};

const SIGMOID: Definition = Definition {
    id: "sigmoid",
    formula: "1/(1 + exp(−z))",
    numpy: "1 / (1 + np.exp(-z))",
    torch: "1 / (1 + torch.exp(-z))",
    source: "Rumelhart, Hinton, Williams: Learning representations by back-propagating errors (1986)",
    apply: sigmoid,
    apply_32: sigmoid,
    times_slope: |_, a, delta| {
        for (delta, a) in delta.iter_mut().zip(a) {
            *delta *= a * (1.0 - a);
        }
    },
    times_curvature: |_, a, delta| {
        for (delta, a) in delta.iter_mut().zip(a) {
            *delta *= a * (1.0 - a) * (1.0 - 2.0 * a);
        }
    },
    kinked: false,
};

fn sigmoid<F: Float>(z: &[F], a: &mut [F]) {
    a.copy_from_slice(z);
    F::sigmoid_each(a);
}

const RELU: Definition = Definition {
    id: "relu",
    formula: "max(0, z); at 0 the slope is chosen as 0",
    numpy: "np.maximum(z, 0)",
    torch: "torch.clamp(z, min=0)",
    source: "Nair, Hinton: Rectified Linear Units Improve Restricted Boltzmann Machines (2010)",
    apply: relu,
    apply_32: relu,
    times_slope: |z, _, delta| {
        for (delta, z) in delta.iter_mut().zip(z) {
            *delta = if *z <= 0.0 { 0.0 } else { *delta };
        }
    },
    times_curvature: straight,
    kinked: true,
};

fn relu<F: Float>(z: &[F], a: &mut [F]) {
    each(z, a, |z| if z <= F::of(0.0) { F::of(0.0) } else { z });
}

const LEAKY_RELU: Definition = Definition {
    id: "leaky_relu",
    formula: "z if z > 0, else 0.01 z, slope 0.01 at 0",
    numpy: "np.where(z > 0, z, 0.01 * z)",
    torch: "torch.where(z > 0, z, 0.01 * z)",
    source: "Maas, Hannun, Ng: Rectifier Nonlinearities Improve Neural Network Acoustic Models (2013)",
    apply: leaky_relu,
    apply_32: leaky_relu,
    times_slope: |z, _, delta| {
        for (delta, z) in delta.iter_mut().zip(z) {
            *delta *= if *z > 0.0 { 1.0 } else { 0.01 };
        }
    },
    times_curvature: straight,
    kinked: true,
};

fn leaky_relu<F: Float>(z: &[F], a: &mut [F]) {
    each(z, a, |z| if z > F::of(0.0) { z } else { F::of(0.01) * z });
}

const ELU: Definition = Definition {
    id: "elu",
    formula: "z if z > 0, else exp z − 1",
    numpy: "np.where(z > 0, z, np.expm1(np.minimum(z, 0)))",
    torch: "torch.where(z > 0, z, torch.expm1(torch.clamp(z, max=0)))",
    source: "Clevert, Unterthiner, Hochreiter: Fast and Accurate Deep Network Learning by Exponential Linear Units (2016), α = 1",
    apply: elu,
    apply_32: elu,
    // Not a + 1, which left of −37 would be 0.
    times_slope: |z, _, delta| {
        times(z, delta, |z| z, f64::exp_each, |z, e| if z > 0.0 { 1.0 } else { e });
    },
    times_curvature: |z, _, delta| {
        times(z, delta, |z| z, f64::exp_each, |z, e| if z > 0.0 { 0.0 } else { e });
    },
    kinked: true,
};

fn elu<F: Float>(z: &[F], a: &mut [F]) {
    a.copy_from_slice(z);
    F::exp_m1_each(a);
    change(z, a, |z, a| if z > F::of(0.0) { z } else { a });
}

const SILU: Definition = Definition {
    id: "silu",
    formula: "z/(1 + exp(−z))",
    numpy: "z / (1 + np.exp(-z))",
    torch: "z / (1 + torch.exp(-z))",
    source: "Hendrycks, Gimpel: Gaussian Error Linear Units (2016); as swish: Ramachandran, Zoph, Le: Searching for Activation Functions (2017)",
    apply: silu,
    apply_32: silu,
    times_slope: |z, _, delta| {
        times(z, delta, |z| z, f64::sigmoid_each, |z, share| share * (1.0 + z * (1.0 - share)));
    },
    times_curvature: |z, _, delta| {
        times(
            z,
            delta,
            |z| z,
            f64::sigmoid_each,
            |z, share| share * (1.0 - share) * (2.0 + z * (1.0 - 2.0 * share)),
        );
    },
    kinked: false,
};

fn silu<F: Float>(z: &[F], a: &mut [F]) {
    a.copy_from_slice(z);
    F::sigmoid_each(a);
    change(z, a, |z, share| z * share);
}

const GELU: Definition = Definition {
    id: "gelu",
    formula: "½ z (1 + tanh(√(2/π) (z + 0.044715 z³)))",
    numpy: "0.5 * z * (1 + np.tanh((2 / np.pi) ** 0.5 * (z + 0.044715 * z ** 3)))",
    torch: "0.5 * z * (1 + torch.tanh((2 / torch.pi) ** 0.5 * (z + 0.044715 * z ** 3)))",
    source: "Hendrycks, Gimpel: Gaussian Error Linear Units (2016), the form with tanh",
    apply: gelu,
    apply_32: gelu,
    times_slope: |z, _, delta| {
        times(z, delta, gelu_argument, f64::sigmoid_each, |z, share| {
            let (slope, _) = gelu_slopes(z, share);
            share + z * slope
        });
    },
    times_curvature: |z, _, delta| {
        times(z, delta, gelu_argument, f64::sigmoid_each, |z, share| {
            let (slope, curvature) = gelu_slopes(z, share);
            2.0 * slope + z * curvature
        });
    },
    kinked: false,
};

fn gelu<F: Float>(z: &[F], a: &mut [F]) {
    each(z, a, gelu_argument);
    F::sigmoid_each(a);
    change(z, a, |z, share| z * share);
}

/// Factor of z³, 0.044715.
const CUBIC: f64 = 0.044715;
/// 2 √(2/π).
const SCALE: f64 = std::f64::consts::FRAC_2_SQRT_PI * std::f64::consts::SQRT_2;
/// Bound of |z|: beyond it the share is 0 or 1 to the last bit, but z³ would overflow.
const FAR: f64 = 100.0;

/// 2u with u = √(2/π) (z + 0.044715 z³). The share ½ (1 + tanh u) is the logistic function of
/// 2u, which keeps its digits where tanh u is next to −1.
#[inline(always)]
fn gelu_argument<F: Float>(z: F) -> F {
    let z = if z > F::of(FAR) { F::of(FAR) } else { z };
    let z = if z < F::of(-FAR) { F::of(-FAR) } else { z };
    F::of(SCALE) * (z + F::of(CUBIC) * z * z * z)
}

/// First and second derivative of the share with respect to z.
#[inline(always)]
fn gelu_slopes(z: f64, share: f64) -> (f64, f64) {
    let z = z.clamp(-FAR, FAR);
    let slope = share * (1.0 - share) * SCALE * (1.0 + 3.0 * CUBIC * z * z);
    // By the product rule: the logistic part's slope in 2u, then 2u′ itself.
    let curvature = slope * (1.0 - 2.0 * share) * SCALE * (1.0 + 3.0 * CUBIC * z * z)
        + share * (1.0 - share) * SCALE * 6.0 * CUBIC * z;
    (slope, curvature)
}

const SOFTPLUS: Definition = Definition {
    id: "softplus",
    formula: "ln(1 + exp z)",
    numpy: "np.logaddexp(0, z)",
    torch: "torch.logaddexp(torch.zeros_like(z), z)",
    source: "Dugas, Bengio, Bélisle, Nadeau, Garcia: Incorporating Second-Order Functional Knowledge for Better Option Pricing (2000)",
    apply: softplus,
    apply_32: softplus,
    times_slope: |z, _, delta| times(z, delta, |z| z, f64::sigmoid_each, |_, share| share),
    times_curvature: |z, _, delta| {
        times(z, delta, |z| z, f64::sigmoid_each, |_, share| share * (1.0 - share));
    },
    kinked: false,
};

fn softplus<F: Float>(z: &[F], a: &mut [F]) {
    // exp z itself would overflow.
    each(z, a, |z| -z.abs());
    F::exp_each(a);
    F::ln_1p_each(a);
    change(z, a, |z, a| (if z > F::of(0.0) { z } else { F::of(0.0) }) + a);
}

const SIN: Definition = Definition {
    id: "sin",
    formula: "sin z",
    numpy: "np.sin(z)",
    torch: "torch.sin(z)",
    source: "Sitzmann, Martel, Bergman, Lindell, Wetzstein: Implicit Neural Representations with Periodic Activation Functions (2020)",
    apply: sin,
    apply_32: sin,
    times_slope: |z, _, delta| {
        for (delta, z) in delta.iter_mut().zip(z) {
            *delta *= math::cos(*z);
        }
    },
    times_curvature: |_, a, delta| {
        for (delta, a) in delta.iter_mut().zip(a) {
            *delta *= -a;
        }
    },
    kinked: false,
};

fn sin<F: Float>(z: &[F], a: &mut [F]) {
    each(z, a, F::sin);
}

const IDENTITY: Definition = Definition {
    id: "identity",
    formula: "z",
    numpy: "z",
    torch: "z",
    source: "a layer without an activation",
    apply: identity,
    apply_32: identity,
    times_slope: |_, _, _| {},
    times_curvature: straight,
    kinked: false,
};

fn identity<F: Float>(z: &[F], a: &mut [F]) {
    a.copy_from_slice(z);
}

/// σ″ of piecewise linear functions, 0. A product, so that a NaN stays a NaN.
fn straight(_: &[f64], _: &[f64], delta: &mut [f64]) {
    delta.iter_mut().for_each(|delta| *delta *= 0.0);
}

/// One of [`ACTIVATIONS`], serialized as its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct Activation(&'static Definition);

impl Activation {
    /// tanh z.
    pub const TANH: Activation = Activation(&TANH);
    /// a = z: the output layer of a classifier, whose cost holds the softmax or the sigmoid.
    pub const IDENTITY: Activation = Activation(&IDENTITY);

    /// The activation of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<Activation, Error> {
        crate::named::find("activation", id, ACTIVATIONS, |definition| definition.id)
            .map(Activation)
    }
}

crate::named::named!(Activation, Definition);
