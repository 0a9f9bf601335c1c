//! Inner loops of forward and back propagation, generic over the float: 64-bit for training,
//! 32-bit for pictures.
//!
//! Everything is row-major `[unit][sample]`, and the loops run over samples in 128-bit vectors.
//! Every sample's sum is added in the order of its terms: the vector width does not change the
//! result's bits.

use crate::numeric::float::Float;
use wide::f64x2;

/// W and b of one layer: W is row-major `[out][in]`, b is `[out]`.
#[derive(Clone, Copy)]
pub struct Weights<'a, F> {
    /// Weights W, row-major `[out][in]`.
    pub weights: &'a [F],
    /// Biases b, `[out]`; empty if nothing is to be added.
    pub biases: &'a [F],
    /// Number of inputs: the length of W's rows.
    pub inputs: usize,
}

/// Weighted sums z = W a + b for n samples: a is `[in][sample]`, z `[out][sample]`. Each z is
/// summed from the unit's bias, then weight times input, input by input.
#[inline(always)]
pub fn weighted_sums<F: Float>(layer: Weights<F>, a: &[F], n: usize, z: &mut [F]) {
    match n {
        _ if ten::has_rows_of(n, F::LANES) => {
            ten::weighted_sums(layer, a.as_chunks().0, z.as_chunks_mut().0);
        }
        _ if n >= 4 * VECTORS * F::LANES => long_weighted_sums(layer, a, n, z),
        _ => any_weighted_sums(layer, a, n, z),
    }
}

/// Weighted sums for long rows, unit by unit in tiles. The last tile of a row may overlap the
/// one before it and recompute some sums, to the same bits: in long rows that costs little.
#[inline(never)]
fn long_weighted_sums<F: Float>(layer: Weights<F>, a: &[F], n: usize, z: &mut [F]) {
    let Weights { mut weights, biases, inputs } = layer;
    let tile = VECTORS * F::LANES;
    for (unit, z) in z.chunks_exact_mut(n).enumerate() {
        let Some((row, rest)) = weights.split_at_checked(inputs) else { return };
        weights = rest;
        let bias = biases.get(unit).copied().unwrap_or_default();
        for start in (0..n).step_by(tile) {
            let start = start.min(n - tile);
            let rows = a.chunks_exact(n).map(|row| &row[start..]);
            F::store(sums_of_tile(bias, row.iter().zip(rows)), &mut z[start..]);
        }
    }
}

/// Number of vectors of sums that stay in registers, next to their terms.
const VECTORS: usize = 5;

/// bias + Σ weight a, for the first vectors of each a.
#[inline(always)]
fn sums_of_tile<'a, F: Float>(
    bias: F,
    terms: impl Iterator<Item = (&'a F, &'a [F])>,
) -> [F::Vector; VECTORS] {
    let mut totals = [bias.splat(); VECTORS];
    for (weight, a) in terms {
        let Some(vectors) = F::load::<VECTORS>(a) else { break };
        let weight = weight.splat();
        for (total, a) in totals.iter_mut().zip(vectors) {
            *total = *total + weight * a;
        }
    }
    totals
}

#[inline(never)]
fn any_weighted_sums<F: Float>(layer: Weights<F>, a: &[F], n: usize, z: &mut [F]) {
    let Weights { weights, biases, inputs } = layer;
    sums(Matrix { weights, down: inputs, along: 1 }, biases, a, n, z);
}

/// Wᵀ δ for n samples: δ is `[out][sample]`, `before` `[in][sample]`.
#[inline(always)]
pub fn back<F: Float>(layer: Weights<F>, delta: &[F], n: usize, before: &mut [F]) {
    match ten::has_rows_of(n, F::LANES) {
        true => ten::back(layer, delta.as_chunks().0, before.as_chunks_mut().0),
        false => any_back(layer, delta, n, before),
    }
}

#[inline(never)]
fn any_back<F: Float>(layer: Weights<F>, delta: &[F], n: usize, before: &mut [F]) {
    let Weights { weights, inputs, .. } = layer;
    sums(Matrix { weights, down: 1, along: inputs }, &[], delta, n, before);
}

/// A matrix or its transpose, by strides: `down` from one row to the next, `along` from one
/// column to the next.
#[derive(Clone, Copy)]
struct Matrix<'a, F> {
    weights: &'a [F],
    down: usize,
    along: usize,
}

/// Weighted sums in tiles that stay in registers from the first term to the last. The tile
/// widths, in vectors of samples, are such that few batch sizes leave a rest.
#[inline(always)]
fn sums<F: Float>(matrix: Matrix<F>, biases: &[F], a: &[F], n: usize, z: &mut [F]) {
    let mut sample = 0;
    while sample + F::LANES <= n {
        let vectors = match (n - sample) / F::LANES {
            5 | 7 => 5,
            2 | 3 => 2,
            1 => 1,
            _ => 4,
        };
        match vectors {
            5 => tiles::<F, 5>(matrix, biases, a, n, sample, z),
            2 => tiles::<F, 2>(matrix, biases, a, n, sample, z),
            1 => tiles::<F, 1>(matrix, biases, a, n, sample, z),
            _ => tiles::<F, 4>(matrix, biases, a, n, sample, z),
        }
        sample += vectors * F::LANES;
    }
    if sample < n && n > F::LANES {
        // The last vector's first samples come once more, to the same bits.
        tiles::<F, 1>(matrix, biases, a, n, n - F::LANES, z);
    } else if sample < n {
        few(matrix, biases, a, n, z);
    }
}

/// Weighted sums of fewer samples than a vector holds.
#[inline(never)]
fn few<F: Float>(matrix: Matrix<F>, biases: &[F], a: &[F], n: usize, z: &mut [F]) {
    for (unit, z) in z.chunks_exact_mut(n).enumerate() {
        z.fill(biases.get(unit).copied().unwrap_or_default());
        for (input, a) in a.chunks_exact(n).enumerate() {
            let weight = matrix.weights[unit * matrix.down + input * matrix.along];
            z.iter_mut().zip(a).for_each(|(z, a)| *z += weight * *a);
        }
    }
}

/// Weighted sums of all units for `VECTORS` vectors from `sample` on. Two units at a time share
/// the loads of a.
#[inline(always)]
fn tiles<F: Float, const VECTORS: usize>(
    matrix: Matrix<F>,
    biases: &[F],
    a: &[F],
    n: usize,
    sample: usize,
    z: &mut [F],
) {
    let bias = |unit: usize| biases.get(unit).copied().unwrap_or_default();
    let (a, mut z, mut unit) = (&a[sample..], &mut z[sample..], 0);
    while z.len() > n {
        tile::<F, 2, VECTORS>(matrix, unit, [bias(unit), bias(unit + 1)], a, n, z);
        z = z.get_mut(2 * n..).unwrap_or_default();
        unit += 2;
    }
    if !z.is_empty() {
        tile::<F, 1, VECTORS>(matrix, unit, [bias(unit)], a, n, z);
    }
}

/// One tile: the sums of `UNITS` units for the first `VECTORS` vectors of each row of a and z.
#[inline(always)]
fn tile<F: Float, const UNITS: usize, const VECTORS: usize>(
    matrix: Matrix<F>,
    unit: usize,
    biases: [F; UNITS],
    mut a: &[F],
    n: usize,
    z: &mut [F],
) {
    let mut totals = biases.map(|bias| [bias.splat(); VECTORS]);
    let mut place = unit * matrix.down;
    while let Some(vectors) = F::load::<VECTORS>(a) {
        let weights: [_; UNITS] =
            std::array::from_fn(|unit| matrix.weights[place + unit * matrix.down].splat());
        for (vector, a) in vectors.into_iter().enumerate() {
            for (totals, weight) in totals.iter_mut().zip(weights) {
                totals[vector] = totals[vector] + weight * a;
            }
        }
        place += matrix.along;
        let Some((_, rest)) = a.split_at_checked(n) else { break };
        a = rest;
    }
    for (z, totals) in z.chunks_mut(n).zip(totals) {
        F::store(totals, z);
    }
}

/// Gradient of the loss in one layer's W, row-major `[out][in]`, and b `[out]`: Σ δ aᵀ and Σ δ
/// over n samples, where δ is `[out][sample]` and a `[in][sample]`. Even and odd samples are
/// summed side by side.
#[inline(always)]
pub fn slopes(
    delta: &[f64],
    (a, inputs): (&[f64], usize),
    n: usize,
    weights: &mut [f64],
    biases: &mut [f64],
) {
    match ten::has_rows_of(n, f64::LANES) {
        true => ten::slopes(delta.as_chunks().0, a.as_chunks().0, weights, biases),
        false => any_slopes(delta, (a, inputs), n, weights, biases),
    }
}

#[inline(never)]
fn any_slopes(
    delta: &[f64],
    (a, inputs): (&[f64], usize),
    n: usize,
    weights: &mut [f64],
    biases: &mut [f64],
) {
    // Two units at a time share the loading of a.
    let (mut delta, mut weights, mut biases) = (delta, weights, biases);
    while biases.len() >= 2 {
        let (two, rest) = delta.split_at(2 * n);
        let (first, second) = two.split_at(n);
        let (rows, after) = weights.split_at_mut(2 * inputs);
        products([first, second], (a, inputs), rows, biases);
        (delta, weights, biases) = (rest, after, &mut biases[2..]);
    }
    if !biases.is_empty() {
        products([delta], (a, inputs), weights, biases);
    }
}

/// Σ δ of `UNITS` units and their Σ δ a with all inputs, four inputs at a time, which share the
/// loads of δ.
#[inline(always)]
fn products<const UNITS: usize>(
    delta: [&[f64]; UNITS],
    (a, inputs): (&[f64], usize),
    weights: &mut [f64],
    biases: &mut [f64],
) {
    let n = delta[0].len();
    let mut input = some_products(delta, (a, inputs), weights, inputs, Some(biases));
    while input < inputs {
        let (a, weights) = (&a[input * n..], &mut weights[input..]);
        input += some_products(delta, (a, inputs - input), weights, inputs, None);
    }
}

/// Σ δ a for the first inputs, up to four at once. Returns the number of inputs done. Rows of
/// the weights begin `between` apart.
#[inline(always)]
fn some_products<const UNITS: usize>(
    delta: [&[f64]; UNITS],
    (a, inputs): (&[f64], usize),
    weights: &mut [f64],
    between: usize,
    biases: Option<&mut [f64]>,
) -> usize {
    match inputs {
        1 => sums_of_products::<UNITS, 1>(delta, a, weights, between, biases),
        2 | 3 => sums_of_products::<UNITS, 2>(delta, a, weights, between, biases),
        _ => sums_of_products::<UNITS, 4>(delta, a, weights, between, biases),
    }
}

/// Σ δ a of each unit with the first `INPUTS` inputs, and Σ δ, in the two lanes of a vector.
/// Returns `INPUTS`.
#[inline(always)]
fn sums_of_products<const UNITS: usize, const INPUTS: usize>(
    delta: [&[f64]; UNITS],
    a: &[f64],
    weights: &mut [f64],
    between: usize,
    biases: Option<&mut [f64]>,
) -> usize {
    let n = delta[0].len();
    let a: [&[f64]; INPUTS] = std::array::from_fn(|input| &a[input * n..][..n]);
    let delta_pairs = delta.map(|row| &row.as_chunks::<2>().0[..n / 2]);
    let a_pairs = a.map(|row| &row.as_chunks::<2>().0[..n / 2]);
    let mut totals = [[f64x2::ZERO; INPUTS]; UNITS];
    let mut delta_totals = [f64x2::ZERO; UNITS];
    for place in 0..n / 2 {
        let a = a_pairs.map(|row| f64x2::new(row[place]));
        for (unit, totals) in totals.iter_mut().enumerate() {
            let delta = f64x2::new(delta_pairs[unit][place]);
            for (total, a) in totals.iter_mut().zip(a) {
                *total += delta * a;
            }
            if biases.is_some() {
                delta_totals[unit] += delta;
            }
        }
    }
    // Of an odd number of samples, the last stands alone.
    let alone = (n % 2 == 1).then(|| n - 1);
    for (unit, totals) in totals.iter().enumerate() {
        let mut sums = [0.0; INPUTS];
        add_lanes(totals, &mut sums);
        if let Some(last) = alone {
            let products = a.iter().map(|a| delta[unit][last] * a[last]);
            sums.iter_mut().zip(products).for_each(|(sum, product)| *sum += product);
        }
        weights[unit * between..][..INPUTS].copy_from_slice(&sums);
    }
    if let Some(biases) = biases {
        let biases = &mut biases[..UNITS];
        add_lanes(&delta_totals, biases);
        if let Some(last) = alone {
            biases.iter_mut().zip(delta).for_each(|(bias, delta)| *bias += delta[last]);
        }
    }
    INPUTS
}

/// Adds the two lanes of each vector, two vectors at once.
#[inline(always)]
fn add_lanes(totals: &[f64x2], sums: &mut [f64]) {
    let ((pairs, single), (places, place)) = (totals.as_chunks(), sums.as_chunks_mut());
    for (sums, [first, second]) in places.iter_mut().zip(pairs) {
        let ([even, odd], [other_even, other_odd]) = (first.to_array(), second.to_array());
        *sums = (f64x2::new([even, other_even]) + f64x2::new([odd, other_odd])).to_array();
    }
    for (sum, total) in place.iter_mut().zip(single) {
        let [even, odd] = total.to_array();
        *sum = even + odd;
    }
}

/// The same kernels for batches of ten, a usual size with small networks, in 64 bits. The row
/// length is a constant, so nothing is counted or checked in a row; order and bits of the sums
/// are the same. An update of 2-4-2-1 takes an eighth less time.
mod ten {
    use super::{Float, VECTORS, Weights, f64x2, sums_of_tile};

    const N: usize = 2 * VECTORS;

    /// Whether rows of n samples have this length and float type.
    #[inline(always)]
    pub fn has_rows_of(n: usize, lanes: usize) -> bool {
        n == N && lanes * VECTORS == N
    }

    #[inline(never)]
    pub fn weighted_sums<'a, F: Float>(layer: Weights<'a, F>, a: &'a [[F; N]], z: &mut [[F; N]]) {
        let Weights { mut weights, biases, inputs } = layer;
        for (unit, z) in z.iter_mut().enumerate() {
            let Some((row, rest)) = weights.split_at_checked(inputs) else { return };
            weights = rest;
            sum(biases.get(unit).copied().unwrap_or_default(), row.iter(), a, z);
        }
    }

    #[inline(never)]
    pub fn back<'a, F: Float>(layer: Weights<'a, F>, delta: &'a [[F; N]], before: &mut [[F; N]]) {
        let Weights { weights, inputs, .. } = layer;
        for (input, before) in before.iter_mut().enumerate() {
            let mut place = input;
            let column = std::iter::from_fn(|| {
                let weight = weights.get(place);
                place += inputs;
                weight
            });
            sum(F::default(), column, delta, before);
        }
    }

    /// z = bias + Σ weight a.
    #[inline(always)]
    fn sum<'a, F: Float>(
        bias: F,
        weights: impl Iterator<Item = &'a F>,
        a: &'a [[F; N]],
        z: &mut [F; N],
    ) {
        F::store(sums_of_tile(bias, weights.zip(a.iter().map(|row| &row[..]))), z);
    }

    #[inline(never)]
    pub fn slopes(delta: &[[f64; N]], a: &[[f64; N]], mut weights: &mut [f64], biases: &mut [f64]) {
        for (delta, bias) in delta.iter().zip(biases) {
            let delta = f64::load::<VECTORS>(delta).unwrap_or_default();
            *bias = add_up(delta);
            let row;
            let Some(both) = weights.split_at_mut_checked(a.len()) else { return };
            (row, weights) = both;
            for (weight, a) in row.iter_mut().zip(a) {
                let a = f64::load::<VECTORS>(a).unwrap_or_default();
                *weight = add_up(std::array::from_fn(|place| delta[place] * a[place]));
            }
        }
    }

    /// Sum of all lanes of some vectors.
    #[inline(always)]
    fn add_up(vectors: [f64x2; VECTORS]) -> f64 {
        let total = vectors.into_iter().fold(f64x2::ZERO, |total, vector| total + vector);
        let [even, odd] = total.to_array();
        even + odd
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::rng::{Rng, Stream};

    #[test]
    fn long_rows_have_the_bits_of_any() {
        fn check<F: Float>(bits: fn(F) -> u64) {
            let mut rng = Rng::new(1, Stream::Weights);
            let mut draw =
                |count: usize| (0..count).map(|_| F::of(rng.normal())).collect::<Vec<F>>();
            let n = 4 * VECTORS * F::LANES;
            for n in [n, n + 1, 2 * n - 1, 250] {
                for (inputs, outputs) in [(1, 1), (2, 8), (8, 8), (8, 1), (3, 5)] {
                    let (w, b, a) = (draw(inputs * outputs), draw(outputs), draw(inputs * n));
                    for biases in [&b[..], &[]] {
                        let layer = Weights { weights: &w, biases, inputs };
                        let [mut long, mut any] =
                            [(); 2].map(|()| vec![F::of(f64::NAN); outputs * n]);
                        long_weighted_sums(layer, &a, n, &mut long);
                        any_weighted_sums(layer, &a, n, &mut any);
                        let same = long.iter().zip(&any).all(|(a, b)| bits(*a) == bits(*b));
                        assert!(same, "{inputs} {outputs} {n}");
                    }
                }
            }
        }
        check::<f64>(f64::to_bits);
        check::<f32>(|value| value.to_bits().into());
    }

    #[test]
    fn batches_of_ten_have_the_bits_of_any() {
        const N: usize = 10;
        let mut rng = Rng::new(1, Stream::Weights);
        let mut draw = |count: usize| (0..count).map(|_| rng.normal()).collect::<Vec<f64>>();
        let bits = |of: &[f64]| of.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
        for (inputs, outputs) in [(1, 1), (2, 4), (4, 2), (2, 1), (3, 3), (7, 5), (8, 8), (1, 6)] {
            let (w, b) = (draw(inputs * outputs), draw(outputs));
            let (a, delta) = (draw(inputs * N), draw(outputs * N));
            for biases in [&b[..], &[]] {
                let layer = Weights { weights: &w, biases, inputs };
                let [mut ten, mut any] = [(); 2].map(|()| vec![f64::NAN; outputs * N]);
                weighted_sums(layer, &a, N, &mut ten);
                any_weighted_sums(layer, &a, N, &mut any);
                assert_eq!(bits(&ten), bits(&any), "{inputs} {outputs}");
                let [mut ten, mut any] = [(); 2].map(|()| vec![f64::NAN; inputs * N]);
                back(layer, &delta, N, &mut ten);
                any_back(layer, &delta, N, &mut any);
                assert_eq!(bits(&ten), bits(&any), "{inputs} {outputs}");
            }
            let [mut ten, mut any] = [(); 2].map(|()| (w.clone(), b.clone()));
            slopes(&delta, (&a, inputs), N, &mut ten.0, &mut ten.1);
            any_slopes(&delta, (&a, inputs), N, &mut any.0, &mut any.1);
            assert_eq!(bits(&ten.0), bits(&any.0), "{inputs} {outputs}");
            assert_eq!(bits(&ten.1), bits(&any.1), "{inputs} {outputs}");
        }
    }
}
