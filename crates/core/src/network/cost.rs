//! Cost functions: the distance of the outputs a from the targets y.
//!
//! To add one: write its [`Definition`] here and put it in [`COSTS`].

use crate::Error;
use crate::numeric::float::Float;
use crate::numeric::vector;
use serde::Serialize;

/// A cost function: formula, derivatives, names.
///
/// Outputs a and targets y are `[output][sample]`, n samples each. The cost of a batch is the
/// mean of its samples' costs.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// Cost of a batch of n samples with M outputs.
    pub formula: &'static str,
    /// Cost as a Python expression, with NumPy as `np`; `a` and `y` are `[sample][output]`.
    pub numpy: &'static str,
    /// Cost as a Python expression, with PyTorch.
    pub torch: &'static str,
    /// Paper or book it comes from, and PyTorch's class.
    pub source: &'static str,
    /// Returns the cost of a batch. `scratch` has room for `[output + 2][sample]`.
    pub value: Value<f64>,
    /// Cost of a batch in 32 bits.
    pub value_32: Value<f32>,
    /// Writes ∂cost/∂a to `delta` and returns the cost, bit-identical to `value`.
    pub value_and_slope: ValueAndSlope,
    /// Cost Hessian times a vector r, `[output][sample]`: writes outⱼ = Σₖ (∂²cost/∂aⱼ∂aₖ) rₖ.
    /// At a jump of ∂cost/∂a it is the value of one side.
    pub slope_change: SlopeChange,
    /// Turns one sample's outputs into the shares of the classes, with sum 1: their
    /// probabilities, where the cost is a likelihood. A single output stands for the second of
    /// two classes, whose target is 1, and its share is between 0 and 1.
    pub shares: fn(outputs: &mut [f64]),
    /// Targets for which the cost is defined, and never negative.
    pub targets: Expected,
    /// Whether the sign of a single output decides between two classes: above 0 is the one whose
    /// target is 1.
    pub tells_two_classes: bool,
    /// (a, y) → index of the smooth piece of the cost that an output is on; 0 if there is one
    /// piece.
    pub piece: fn(f64, f64) -> i8,
}

/// Targets that a cost function is defined for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any numbers.
    Numbers,
    /// Numbers from 0 to 1: the probability of a yes.
    Probabilities,
    /// 0 or 1: no or yes.
    Decisions,
    /// The shares of two or more classes, from 0 to 1 and together 1.
    Shares,
}

impl Expected {
    /// Whether one sample's targets are such.
    pub fn fits(self, targets: &[f64]) -> bool {
        let shares = || targets.iter().all(|y| (0.0..=1.0).contains(y));
        match self {
            Expected::Numbers => true,
            Expected::Probabilities => shares(),
            Expected::Decisions => targets.iter().all(|y| [0.0, 1.0].contains(y)),
            // Rounding aside, as of thirds.
            Expected::Shares => {
                let sum: f64 = targets.iter().sum();
                targets.len() > 1 && shares() && (sum - 1.0).abs() < 1e-12
            }
        }
    }
}

/// (a, y, n, scratch) → cost.
pub type Value<F> = fn(&[F], &[F], usize, &mut [F]) -> F;

/// A float type with an implementation of every cost function.
pub trait Measure: Float {
    /// Value of a cost function in this float type.
    fn cost(of: &Definition) -> Value<Self>;
}

impl Measure for f64 {
    fn cost(of: &Definition) -> Value<f64> {
        of.value
    }
}

impl Measure for f32 {
    fn cost(of: &Definition) -> Value<f32> {
        of.value_32
    }
}

/// (a, y, n, delta, scratch) → cost; writes ∂cost/∂a to delta.
type ValueAndSlope = fn(&[f64], &[f64], usize, &mut [f64], &mut [f64]) -> f64;

/// (a, y, n, r, out, scratch): writes (∂²cost/∂a²) r to out.
type SlopeChange = fn(&[f64], &[f64], usize, &[f64], &mut [f64], &mut [f64]);

/// All cost functions, in the order in which they are offered.
pub static COSTS: &[&Definition] = &[
    &SOFTMAX_CROSS_ENTROPY,
    &BINARY_CROSS_ENTROPY,
    &SQUARED_ERROR,
    &HALF_SQUARED_ERROR,
    &ABSOLUTE_ERROR,
    &HUBER,
    &HINGE,
];

const SOFTMAX_CROSS_ENTROPY: Definition = Definition {
    id: "softmax_cross_entropy",
    formula: "(1/n) Σ (ln Σⱼ exp aⱼ − Σⱼ yⱼ aⱼ)",
    numpy: "np.mean(np.logaddexp.reduce(a, axis=1) - np.sum(y * a, axis=1))",
    torch: "torch.mean(torch.logsumexp(a, dim=1) - torch.sum(y * a, dim=1))",
    source: "Bridle: Probabilistic Interpretation of Feedforward Classification Network Outputs (1990); PyTorch CrossEntropyLoss",
    value: softmax_cross_entropy,
    value_32: softmax_cross_entropy,
    value_and_slope: |a, y, n, delta, scratch| {
        let value = softmax_cross_entropy(a, y, n, scratch);
        // exp(aⱼ − max) and their sum are still in the scratch space.
        let (exponentials, rest) = scratch.split_at(a.len());
        let sums = &rest[n..2 * n];
        let share = 1.0 / n as f64;
        let rows = delta.chunks_exact_mut(n).zip(exponentials.chunks_exact(n));
        for ((delta, exponentials), y) in rows.zip(y.chunks_exact(n)) {
            for (((delta, e), sum), y) in delta.iter_mut().zip(exponentials).zip(sums).zip(y) {
                *delta = (e / sum - y) * share;
            }
        }
        value
    },
    // With p the shares: p ∘ (r − p·r)/n, whatever the targets are.
    slope_change: |a, y, n, r, out, scratch| {
        softmax_cross_entropy(a, y, n, scratch);
        let (shares, rest) = scratch.split_at_mut(a.len());
        let (means, sums) = rest.split_at_mut(n);
        means.fill(0.0);
        for (shares, r) in shares.chunks_exact_mut(n).zip(r.chunks_exact(n)) {
            for (((share, mean), sum), r) in shares.iter_mut().zip(&mut *means).zip(&*sums).zip(r) {
                *share /= sum;
                *mean += *share * r;
            }
        }
        let rows = out.chunks_exact_mut(n).zip(shares.chunks_exact(n));
        for ((out, shares), r) in rows.zip(r.chunks_exact(n)) {
            for (((out, share), mean), r) in out.iter_mut().zip(shares).zip(&*means).zip(r) {
                *out = share * (r - mean) / n as f64;
            }
        }
    },
    shares: |outputs| {
        let largest = outputs.iter().fold(f64::NEG_INFINITY, |largest, a| largest.max(*a));
        outputs.iter_mut().for_each(|a| *a -= largest);
        f64::exp_each(outputs);
        let sum: f64 = outputs.iter().sum();
        outputs.iter_mut().for_each(|share| *share /= sum);
    },
    targets: Expected::Shares,
    tells_two_classes: false,
    piece: |_, _| 0,
};

/// Softmax cross-entropy. Leaves exp(aⱼ − m) as `[output][sample]`, then each sample's cost,
/// then the sums Σⱼ exp(aⱼ − m) in `scratch`, m being the sample's largest output. Subtracting m
/// first keeps outputs of several hundred from overflowing.
fn softmax_cross_entropy<F: Float>(a: &[F], y: &[F], n: usize, scratch: &mut [F]) -> F {
    let (exponentials, rest) = scratch.split_at_mut(a.len());
    let (maxima, rest) = rest.split_at_mut(n);
    let sums = &mut rest[..n];
    maxima.copy_from_slice(&a[..n]);
    for row in a.chunks_exact(n).skip(1) {
        for (maximum, a) in maxima.iter_mut().zip(row) {
            *maximum = if *a > *maximum { *a } else { *maximum };
        }
    }
    sums.fill(F::default());
    for (row, exponentials) in a.chunks_exact(n).zip(exponentials.chunks_exact_mut(n)) {
        for ((e, a), maximum) in exponentials.iter_mut().zip(row).zip(&*maxima) {
            *e = *a - *maximum;
        }
        F::exp_each(exponentials);
        sums.iter_mut().zip(&*exponentials).for_each(|(sum, e)| *sum += *e);
    }
    // The maxima are no longer needed: their place takes each sample's cost.
    let costs = maxima;
    for (cost, sum) in costs.iter_mut().zip(&*sums) {
        *cost += sum.ln();
    }
    for (row, y) in a.chunks_exact(n).zip(y.chunks_exact(n)) {
        for ((cost, a), y) in costs.iter_mut().zip(row).zip(y) {
            *cost = *cost - *y * *a;
        }
    }
    vector::sum(costs) / F::of(n as f64)
}

const SQUARED_ERROR: Definition = Definition {
    id: "squared_error",
    formula: "(1/(n M)) Σ (a − y)²",
    numpy: "np.mean((a - y) ** 2)",
    torch: "torch.mean((a - y) ** 2)",
    source: "Legendre: Nouvelles méthodes pour la détermination des orbites des comètes (1805); PyTorch MSELoss",
    value: squared_error,
    value_32: squared_error,
    value_and_slope: |a, y, n, delta, scratch| {
        let value = squared_error(a, y, n, scratch);
        let share = 2.0 / a.len() as f64;
        for (delta, error) in delta.iter_mut().zip(&*scratch) {
            *delta = error * share;
        }
        value
    },
    slope_change: |a, y, _, r, out, _| slope_changes(a, y, r, out, |_, _| 2.0),
    shares: clamped_shares,
    targets: Expected::Numbers,
    tells_two_classes: false,
    piece: |_, _| 0,
};

fn squared_error<F: Float>(a: &[F], y: &[F], _: usize, scratch: &mut [F]) -> F {
    let errors = &mut scratch[..a.len()];
    for ((error, a), y) in errors.iter_mut().zip(a).zip(y) {
        *error = *a - *y;
    }
    vector::dot(errors, errors) / F::of(a.len() as f64)
}

const HALF_SQUARED_ERROR: Definition = Definition {
    id: "half_squared_error",
    formula: "(1/(2 n M)) Σ (a − y)²",
    numpy: "0.5 * np.mean((a - y) ** 2)",
    torch: "0.5 * torch.mean((a - y) ** 2)",
    source: "Rumelhart, Hinton, Williams: Learning representations by back-propagating errors (1986), as a mean",
    value: half_squared_error,
    value_32: half_squared_error,
    value_and_slope: |a, y, n, delta, scratch| {
        slopes(a, y, delta, |a, y| a - y);
        half_squared_error(a, y, n, scratch)
    },
    slope_change: |a, y, _, r, out, _| slope_changes(a, y, r, out, |_, _| 1.0),
    shares: clamped_shares,
    targets: Expected::Numbers,
    tells_two_classes: false,
    piece: |_, _| 0,
};

fn half_squared_error<F: Float>(a: &[F], y: &[F], n: usize, scratch: &mut [F]) -> F {
    F::of(0.5) * squared_error(a, y, n, scratch)
}

const ABSOLUTE_ERROR: Definition = Definition {
    id: "absolute_error",
    formula: "(1/(n M)) Σ |a − y|, slope 0 at a = y",
    numpy: "np.mean(np.abs(a - y))",
    torch: "torch.mean(torch.abs(a - y))",
    source: "Boscovich: De litteraria expeditione per pontificiam ditionem (1757); PyTorch L1Loss",
    value: absolute_error,
    value_32: absolute_error,
    value_and_slope: |a, y, n, delta, scratch| {
        slopes(a, y, delta, |a, y| {
            let error = a - y;
            // 0 and NaN are left as they are.
            let sign = if error > 0.0 { 1.0 } else { error };
            if error < 0.0 { -1.0 } else { sign }
        });
        absolute_error(a, y, n, scratch)
    },
    slope_change: |a, y, _, r, out, _| slope_changes(a, y, r, out, |_, _| 0.0),
    shares: clamped_shares,
    targets: Expected::Numbers,
    tells_two_classes: false,
    piece: |a, y| sign(a - y),
};

fn absolute_error<F: Float>(a: &[F], y: &[F], _: usize, scratch: &mut [F]) -> F {
    mean(a, y, scratch, |a, y| (a - y).abs())
}

const HUBER: Definition = Definition {
    id: "huber",
    formula: "(1/(n M)) Σ ½ e² if |e| ≤ 1, else |e| − ½, with e = a − y",
    numpy: "np.mean(np.where(np.abs(a - y) <= 1, 0.5 * (a - y) ** 2, np.abs(a - y) - 0.5))",
    torch: "torch.mean(torch.where(torch.abs(a - y) <= 1, 0.5 * (a - y) ** 2, torch.abs(a - y) - 0.5))",
    source: "Huber: Robust Estimation of a Location Parameter (1964), δ = 1; PyTorch HuberLoss",
    value: huber,
    value_32: huber,
    value_and_slope: |a, y, n, delta, scratch| {
        slopes(a, y, delta, |a, y| (a - y).clamp(-1.0, 1.0));
        huber(a, y, n, scratch)
    },
    slope_change: |a, y, _, r, out, _| {
        slope_changes(a, y, r, out, |a, y| if (a - y).abs() > 1.0 { 0.0 } else { 1.0 });
    },
    shares: clamped_shares,
    targets: Expected::Numbers,
    tells_two_classes: false,
    piece: |a, y| sign(a - y - 1.0) + sign(a - y + 1.0),
};

fn huber<F: Float>(a: &[F], y: &[F], _: usize, scratch: &mut [F]) -> F {
    mean(a, y, scratch, |a, y| {
        let error = a - y;
        // Both cases in one: e (e − ½ e) within ±1, ±(e ∓ ½) beyond.
        let slope = if error > F::of(1.0) { F::of(1.0) } else { error };
        let slope = if slope < F::of(-1.0) { F::of(-1.0) } else { slope };
        slope * (error - F::of(0.5) * slope)
    })
}

/// Each output is the logit z = a of a binary decision of its own; y is 0 or 1.
const BINARY_CROSS_ENTROPY: Definition = Definition {
    id: "binary_cross_entropy",
    formula: "(1/(n M)) Σ (max(a, 0) − a y + ln(1 + exp(−|a|)))",
    numpy: "np.mean(np.maximum(a, 0) - a * y + np.log1p(np.exp(-np.abs(a))))",
    torch: "torch.mean(torch.clamp(a, min=0) - a * y + torch.log1p(torch.exp(-torch.abs(a))))",
    source: "Cox: The Regression Analysis of Binary Sequences (1958); PyTorch BCEWithLogitsLoss",
    value: binary_cross_entropy,
    value_32: binary_cross_entropy,
    value_and_slope: |a, y, n, delta, scratch| {
        delta.copy_from_slice(a);
        f64::sigmoid_each(delta);
        let share = 1.0 / a.len() as f64;
        delta.iter_mut().zip(y).for_each(|(delta, y)| *delta = (*delta - y) * share);
        binary_cross_entropy(a, y, n, scratch)
    },
    slope_change: |a, _, _, r, out, scratch| {
        // 1 − σ(a) would lose its digits where σ(a) is next to 1.
        let others = &mut scratch[..a.len()];
        others.iter_mut().zip(a).for_each(|(other, a)| *other = -a);
        f64::sigmoid_each(others);
        out.copy_from_slice(a);
        f64::sigmoid_each(out);
        let share = 1.0 / a.len() as f64;
        for ((out, other), r) in out.iter_mut().zip(others).zip(r) {
            *out = *out * *other * share * r;
        }
    },
    shares: |outputs| {
        f64::sigmoid_each(outputs);
        together_one(outputs);
    },
    targets: Expected::Probabilities,
    tells_two_classes: true,
    piece: |_, _| 0,
};

fn binary_cross_entropy<F: Float>(a: &[F], y: &[F], _: usize, scratch: &mut [F]) -> F {
    let costs = &mut scratch[..a.len()];
    costs.iter_mut().zip(a).for_each(|(cost, a)| *cost = -a.abs());
    F::exp_each(costs);
    F::ln_1p_each(costs);
    for ((cost, a), y) in costs.iter_mut().zip(a).zip(y) {
        let positive = if *a > F::of(0.0) { *a } else { F::of(0.0) };
        *cost = (positive - *a * *y) + *cost;
    }
    vector::sum(costs) / F::of(a.len() as f64)
}

/// y is 0 or 1 and stands for t = −1 or +1. The sign of the output decides; from t a = 1
/// on the cost is 0.
const HINGE: Definition = Definition {
    id: "hinge",
    formula: "(1/(n M)) Σ max(0, 1 − t a) with t = 2y − 1, slope 0 at t a = 1",
    numpy: "np.mean(np.maximum(1 - (2 * y - 1) * a, 0))",
    torch: "torch.mean(torch.clamp(1 - (2 * y - 1) * a, min=0))",
    source: "Cortes, Vapnik: Support-Vector Networks (1995)",
    value: hinge,
    value_32: hinge,
    value_and_slope: |a, y, n, delta, scratch| {
        slopes(a, y, delta, |a, y| {
            let t = 2.0 * y - 1.0;
            if 1.0 - t * a <= 0.0 { 0.0 } else { -t }
        });
        hinge(a, y, n, scratch)
    },
    slope_change: |a, y, _, r, out, _| slope_changes(a, y, r, out, |_, _| 0.0),
    shares: |outputs| {
        outputs.iter_mut().for_each(|a| *a = 0.5 * (*a + 1.0));
        clamped_shares(outputs);
    },
    targets: Expected::Decisions,
    tells_two_classes: true,
    piece: |a, y| sign(1.0 - (2.0 * y - 1.0) * a),
};

fn hinge<F: Float>(a: &[F], y: &[F], _: usize, scratch: &mut [F]) -> F {
    mean(a, y, scratch, |a, y| {
        let missing = F::of(1.0) - (F::of(2.0) * y - F::of(1.0)) * a;
        if missing <= F::of(0.0) { F::of(0.0) } else { missing }
    })
}

/// Mean of an elementwise cost over samples and outputs.
#[inline(always)]
fn mean<F: Float>(a: &[F], y: &[F], scratch: &mut [F], cost: impl Fn(F, F) -> F) -> F {
    let costs = &mut scratch[..a.len()];
    for ((one, a), y) in costs.iter_mut().zip(a).zip(y) {
        *one = cost(*a, *y);
    }
    vector::sum(costs) / F::of(a.len() as f64)
}

/// ∂mean/∂a of an elementwise cost with this `slope`.
#[inline(always)]
fn slopes(a: &[f64], y: &[f64], delta: &mut [f64], slope: impl Fn(f64, f64) -> f64) {
    let share = 1.0 / a.len() as f64;
    for ((delta, a), y) in delta.iter_mut().zip(a).zip(y) {
        *delta = slope(*a, *y) * share;
    }
}

/// Hessian of such a mean, which is diagonal, times r.
#[inline(always)]
fn slope_changes(
    a: &[f64],
    y: &[f64],
    r: &[f64],
    out: &mut [f64],
    curvature: impl Fn(f64, f64) -> f64,
) {
    let share = 1.0 / a.len() as f64;
    for (((out, a), y), r) in out.iter_mut().zip(a).zip(y).zip(r) {
        *out = curvature(*a, *y) * share * r;
    }
}

/// Sign: −1, 0 or 1; 0 for NaN.
pub(crate) fn sign(value: f64) -> i8 {
    i8::from(value > 0.0) - i8::from(value < 0.0)
}

/// Outputs clamped to the range from 0 to 1, then normalized.
fn clamped_shares(outputs: &mut [f64]) {
    outputs.iter_mut().for_each(|a| *a = a.clamp(0.0, 1.0));
    together_one(outputs);
}

/// Normalizes shares from 0 to 1 to sum 1; all 0, they become equal. A single one stays.
fn together_one(shares: &mut [f64]) {
    if shares.len() == 1 {
        return;
    }
    let sum: f64 = shares.iter().sum();
    let even = 1.0 / shares.len() as f64;
    shares.iter_mut().for_each(|share| *share = if sum > 0.0 { *share / sum } else { even });
}

/// One of [`COSTS`], serialized as its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct Cost(&'static Definition);

impl Cost {
    /// Softmax and cross-entropy in one: for classes.
    pub const SOFTMAX_CROSS_ENTROPY: Cost = Cost(&SOFTMAX_CROSS_ENTROPY);

    /// Mean squared error: for values.
    pub const SQUARED_ERROR: Cost = Cost(&SQUARED_ERROR);

    /// The cost function of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<Cost, Error> {
        crate::named::find("cost", id, COSTS, |definition| definition.id).map(Cost)
    }
}

crate::named::named!(Cost, Definition);
