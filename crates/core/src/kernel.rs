//! The inner loops of forward and back propagation, for both floats: 64-bit for
//! training, 32-bit for pictures.
//!
//! Everything is `[unit][sample]`, and the loops run over samples side by side,
//! so that the compiler makes them 128-bit vectors. Every sample's sum is added up in
//! the order of its terms: what is done side by side is no part of the result's bits.

use crate::float::Float;
use crate::math;
use std::slice::ChunksExact;
use wide::f64x2;

/// W and b of one layer: W is row-major `[out][in]`, b is `[out]`.
#[derive(Clone, Copy)]
pub struct Weights<'a, F> {
    /// W.
    pub weights: &'a [F],
    /// b; none at all where nothing is to be added.
    pub biases: &'a [F],
}

/// z = W a + b for n samples: a is `[in][sample]`, z `[out][sample]`. Each z is its
/// unit's bias, plus weight times input, input by input.
pub fn weighted_sums<F: Float>(layer: Weights<F>, a: &[F], n: usize, z: &mut [F]) {
    let Weights { weights, mut biases } = layer;
    let inputs = a.len() / n;
    let (mut weights, mut z) = (weights, z);
    // Two units at a time share the loading of a.
    while z.len() >= 2 * n {
        let (two, rest) = z.split_at_mut(2 * n);
        let (rows, after) = weights.split_at(2 * inputs);
        let (first, second) = rows.split_at(inputs);
        units([first, second], biases, a, n, two);
        (weights, biases, z) = (after, biases.get(2..).unwrap_or(&[]), rest);
    }
    if !z.is_empty() {
        units([weights], biases, a, n, z);
    }
}

/// Wᵀ δ for n samples: δ is `[out][sample]`, `before` `[in][sample]`. Wᵀ is written to
/// `transposed`, whose size does not matter.
pub fn back<F: Float>(
    weights: &[F],
    delta: &[F],
    n: usize,
    before: &mut [F],
    transposed: &mut Vec<F>,
) {
    let (inputs, units) = (before.len() / n, delta.len() / n);
    transposed.resize(weights.len(), F::default());
    for (unit, row) in weights.chunks_exact(inputs).enumerate() {
        for (column, weight) in transposed.chunks_exact_mut(units).zip(row) {
            column[unit] = *weight;
        }
    }
    weighted_sums(Weights { weights: transposed, biases: &[] }, delta, n, before);
}

/// Some units' z, in tiles that stay in registers from the first input to the last: of
/// four vectors of samples, then of one, then of one sample.
fn units<F: Float, const UNITS: usize>(
    weights: [&[F]; UNITS],
    biases: &[F],
    a: &[F],
    n: usize,
    z: &mut [F],
) {
    let biases = std::array::from_fn(|unit| biases.get(unit).copied().unwrap_or_default());
    let rows = a.chunks_exact(n);
    let mut sample = 0;
    while sample + 4 * F::LANES <= n {
        tile::<F, UNITS, 4>(weights, biases, rows.clone(), n, sample, z);
        sample += 4 * F::LANES;
    }
    while sample + F::LANES <= n {
        tile::<F, UNITS, 1>(weights, biases, rows.clone(), n, sample, z);
        sample += F::LANES;
    }
    while sample < n {
        for (unit, weights) in weights.iter().enumerate() {
            let terms = weights.iter().zip(rows.clone());
            z[unit * n + sample] = terms.fold(biases[unit], |z, (w, row)| z + *w * row[sample]);
        }
        sample += 1;
    }
}

/// One tile of so many vectors, from `sample` on.
#[inline(always)]
fn tile<F: Float, const UNITS: usize, const VECTORS: usize>(
    weights: [&[F]; UNITS],
    biases: [F; UNITS],
    rows: ChunksExact<F>,
    n: usize,
    sample: usize,
    z: &mut [F],
) {
    let mut totals = biases.map(|bias| [bias.splat(); VECTORS]);
    let weights = weights.map(|weights| &weights[..rows.len()]);
    for (input, row) in rows.enumerate() {
        let Some(a) = F::load::<VECTORS>(&row[sample..]) else { return };
        for (totals, weights) in totals.iter_mut().zip(weights) {
            let weight = weights[input].splat();
            for (total, a) in totals.iter_mut().zip(a) {
                *total = *total + weight * a;
            }
        }
    }
    for (unit, totals) in totals.into_iter().enumerate() {
        F::store(totals, &mut z[unit * n + sample..]);
    }
}

/// The slopes of the loss in one layer's W `[out][in]` and b `[out]`: Σ δ aᵀ and Σ δ over
/// n samples, where δ is `[out][sample]` and a `[in][sample]`.
pub fn slopes(delta: &[f64], a: &[f64], n: usize, weights: &mut [f64], biases: &mut [f64]) {
    let inputs = a.len() / n;
    for (bias, delta) in biases.iter_mut().zip(delta.chunks_exact(n)) {
        *bias = math::sum(delta);
    }
    // Two units at a time share the loading of a.
    let (mut delta, mut weights) = (delta, weights);
    while delta.len() >= 2 * n {
        let (two, rest) = delta.split_at(2 * n);
        let (rows, after) = weights.split_at_mut(2 * inputs);
        let (first, second) = two.split_at(n);
        products([first, second], a, rows);
        (delta, weights) = (rest, after);
    }
    if !delta.is_empty() {
        products([delta], a, weights);
    }
}

/// Σ δ a of some units with all inputs, four inputs at a time, which share the loading of δ.
fn products<const UNITS: usize>(delta: [&[f64]; UNITS], a: &[f64], weights: &mut [f64]) {
    let (n, inputs) = (delta[0].len(), weights.len() / UNITS);
    let mut input = 0;
    while input + 4 <= inputs {
        let a = &a[input * n..][..4 * n];
        let (two, other) = a.split_at(2 * n);
        let ((first, second), (third, fourth)) = (two.split_at(n), other.split_at(n));
        let sums = sums_of_products(delta, [first, second, third, fourth]);
        for (unit, sums) in sums.iter().enumerate() {
            weights[unit * inputs + input..][..4].copy_from_slice(sums);
        }
        input += 4;
    }
    while input < inputs {
        let sums = sums_of_products(delta, [&a[input * n..][..n]]);
        for (unit, [sum]) in sums.iter().enumerate() {
            weights[unit * inputs + input] = *sum;
        }
        input += 1;
    }
}

/// Σ δ a of each unit with each input, in the two lanes of a vector.
#[inline(always)]
fn sums_of_products<const UNITS: usize, const INPUTS: usize>(
    delta: [&[f64]; UNITS],
    a: [&[f64]; INPUTS],
) -> [[f64; INPUTS]; UNITS] {
    let n = delta[0].len();
    let (delta, a) = (delta.map(|row| &row[..n]), a.map(|row| &row[..n]));
    let vector = |row: &[f64], place| f64x2::new([row[place], row[place + 1]]);
    let mut totals = [[f64x2::ZERO; INPUTS]; UNITS];
    let mut place = 0;
    while place + 2 <= n {
        let a = a.map(|row| vector(row, place));
        for (totals, row) in totals.iter_mut().zip(delta) {
            let delta = vector(row, place);
            for (total, a) in totals.iter_mut().zip(a) {
                *total += delta * a;
            }
        }
        place += 2;
    }
    let mut sums =
        totals.map(|totals| totals.map(|total| total.to_array()[0] + total.to_array()[1]));
    if place < n {
        for (sums, row) in sums.iter_mut().zip(delta) {
            for (sum, a) in sums.iter_mut().zip(a) {
                *sum += row[place] * a[place];
            }
        }
    }
    sums
}
