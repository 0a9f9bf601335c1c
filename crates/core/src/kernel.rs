//! The inner loops of forward and back propagation, for both floats: 64-bit for
//! training, 32-bit for pictures.
//!
//! Everything is `[unit][sample]`, and the loops run over samples side by side,
//! so that the compiler makes them 128-bit vectors. A block of samples stays in
//! registers while all that feeds it is added up, in the same order as for one
//! sample alone: how samples are blocked is no part of the result's bits.

use crate::float::Float;

/// W and b of one layer: W is row-major `[out][in]`, b is `[out]`.
#[derive(Clone, Copy)]
pub struct Weights<'a, F> {
    /// W.
    pub weights: &'a [F],
    /// b.
    pub biases: &'a [F],
}

/// z = W a + b for n samples: a is `[in][sample]`, z `[out][sample]`. Each z is its
/// unit's bias, plus weight times input, input by input.
pub fn weighted_sums<F: Float>(layer: Weights<F>, a: &[F], n: usize, z: &mut [F]) {
    let inputs = layer.weights.len() / layer.biases.len();
    let rows = layer.weights.chunks_exact(inputs).zip(layer.biases);
    for ((row, bias), z) in rows.zip(z.chunks_exact_mut(n)) {
        combine(Start::Same(*bias), row, 1, a, z);
    }
}

/// Adds W a to z: the same without the bias.
pub fn add_weighted<F: Float>(weights: &[F], a: &[F], n: usize, z: &mut [F]) {
    let inputs = a.len() / n;
    for (row, z) in weights.chunks_exact(inputs).zip(z.chunks_exact_mut(n)) {
        combine(Start::AsItStands, row, 1, a, z);
    }
}

/// Adds Wᵀ δ to `before` for n samples: δ is `[out][sample]`, `before` `[in][sample]`.
pub fn add_back<F: Float>(weights: &[F], delta: &[F], n: usize, before: &mut [F]) {
    let inputs = before.len() / n;
    for (input, before) in before.chunks_exact_mut(n).enumerate() {
        combine(Start::AsItStands, &weights[input..], inputs, delta, before);
    }
}

/// What a sum starts from.
#[derive(Clone, Copy)]
enum Start<F> {
    /// This, for every sample.
    Same(F),
    /// What stands where the sum goes.
    AsItStands,
}

/// One row of sums, a sample each: start + w₀ x₀ + w₁ x₁ + …, where wₖ is every
/// `stride`-th of the weights and x is `[k][sample]`.
#[inline(always)]
fn combine<F: Float>(start: Start<F>, weights: &[F], stride: usize, x: &[F], sums: &mut [F]) {
    let (n, mut at) = (sums.len(), 0);
    while n - at >= 16 {
        block::<F, 16>(start, weights, stride, x, sums, at);
        at += 16;
    }
    if n - at >= 8 {
        block::<F, 8>(start, weights, stride, x, sums, at);
        at += 8;
    }
    while n - at >= 2 {
        block::<F, 2>(start, weights, stride, x, sums, at);
        at += 2;
    }
    if n > at {
        block::<F, 1>(start, weights, stride, x, sums, at);
    }
}

/// The same for as many samples as fit into registers, from sample `at` on.
#[inline(always)]
fn block<F: Float, const SAMPLES: usize>(
    start: Start<F>,
    weights: &[F],
    stride: usize,
    x: &[F],
    sums: &mut [F],
    at: usize,
) {
    let n = sums.len();
    let Some((to, _)) = sums[at..].split_first_chunk_mut::<SAMPLES>() else { return };
    let mut total = match start {
        Start::Same(value) => [value; SAMPLES],
        Start::AsItStands => *to,
    };
    for (weight, row) in weights.iter().step_by(stride).zip(x.chunks_exact(n)) {
        let Some((row, _)) = row[at..].split_first_chunk::<SAMPLES>() else { return };
        for (total, x) in total.iter_mut().zip(row) {
            *total += *weight * *x;
        }
    }
    *to = total;
}
