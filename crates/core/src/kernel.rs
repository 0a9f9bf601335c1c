//! The inner loops of forward and back propagation, for both floats: 64-bit for
//! training, 32-bit for pictures.
//!
//! Everything is `[unit][sample]`, and the loops run over samples side by side,
//! so that the compiler makes them 128-bit vectors. Every sample's sum is added up in
//! the order of its terms: what is done side by side is no part of the result's bits.

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
    for (z, bias) in z.chunks_exact_mut(n).zip(layer.biases) {
        z.fill(*bias);
    }
    add_weighted(layer.weights, a, n, z);
}

/// Adds W a to z: the same without the bias.
pub fn add_weighted<F: Float>(weights: &[F], a: &[F], n: usize, z: &mut [F]) {
    let inputs = a.len() / n;
    for (row, z) in weights.chunks_exact(inputs).zip(z.chunks_exact_mut(n)) {
        add(row, 1, a, z);
    }
}

/// Adds Wᵀ δ to `before` for n samples: δ is `[out][sample]`, `before` `[in][sample]`.
pub fn add_back<F: Float>(weights: &[F], delta: &[F], n: usize, before: &mut [F]) {
    let inputs = before.len() / n;
    for (input, before) in before.chunks_exact_mut(n).enumerate() {
        add(&weights[input..], inputs, delta, before);
    }
}

/// Adds w₀ x₀ + w₁ x₁ + … to a row of sums, term by term, where wₖ is every
/// `stride`-th of the weights and x is `[k][sample]`.
fn add<F: Float>(weights: &[F], stride: usize, x: &[F], sums: &mut [F]) {
    let n = sums.len();
    let (mut weights, mut x) = (weights, x);
    // The more terms at a time, the less often the sums are loaded and stored.
    while x.len() >= 8 * n {
        (weights, x) = add_some::<F, 8>(weights, stride, x, sums);
    }
    if x.len() >= 4 * n {
        (weights, x) = add_some::<F, 4>(weights, stride, x, sums);
    }
    if x.len() >= 2 * n {
        (weights, x) = add_some::<F, 2>(weights, stride, x, sums);
    }
    if x.len() >= n {
        add_some::<F, 1>(weights, stride, x, sums);
    }
}

/// Adds the first terms, and returns the weights and the x that are left.
#[inline(always)]
fn add_some<'a, F: Float, const TERMS: usize>(
    weights: &'a [F],
    stride: usize,
    x: &'a [F],
    sums: &mut [F],
) -> (&'a [F], &'a [F]) {
    let n = sums.len();
    let some: [F; TERMS] = std::array::from_fn(|k| weights[k * stride]);
    let rows: [&[F]; TERMS] = std::array::from_fn(|k| &x[k * n..][..n]);
    for (sample, sum) in sums.iter_mut().enumerate() {
        let mut total = *sum;
        for (weight, row) in some.iter().zip(&rows) {
            total += *weight * row[sample];
        }
        *sum = total;
    }
    (weights.get(TERMS * stride..).unwrap_or(&[]), &x[TERMS * n..])
}
