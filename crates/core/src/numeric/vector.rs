//! Sums, inner products and norms: the order of summation is fixed, so the bits are too.

use crate::numeric::float::Float;

/// Number of partial sums that a sum is split into, so that it vectorizes. The split determines
/// the result's bits and is the same everywhere.
const LANES: usize = 8;

#[inline(always)]
fn reduce<F: Float>(lanes: [F; LANES], tail: F) -> F {
    let [a, b, c, d, e, f, g, h] = lanes;
    (((a + e) + (c + g)) + ((b + f) + (d + h))) + tail
}

/// Σ xᵢ, in a fixed order of summation.
#[inline]
pub fn sum<F: Float>(x: &[F]) -> F {
    let (blocks, tail) = x.as_chunks::<LANES>();
    let mut lanes = [F::default(); LANES];
    for block in blocks {
        for (lane, value) in lanes.iter_mut().zip(block) {
            *lane += *value;
        }
    }
    reduce(lanes, tail.iter().fold(F::default(), |total, value| total + *value))
}

/// Σ xᵢ yᵢ, in a fixed order of summation. The slices are equally long.
#[inline]
pub fn dot<F: Float>(x: &[F], y: &[F]) -> F {
    debug_assert_eq!(x.len(), y.len());
    let (x_blocks, x_tail) = x.as_chunks::<LANES>();
    let (y_blocks, y_tail) = y.as_chunks::<LANES>();
    let mut lanes = [F::default(); LANES];
    for (x_block, y_block) in x_blocks.iter().zip(y_blocks) {
        for ((lane, x), y) in lanes.iter_mut().zip(x_block).zip(y_block) {
            *lane += *x * *y;
        }
    }
    let tail = x_tail.iter().zip(y_tail).fold(F::default(), |total, (x, y)| total + *x * *y);
    reduce(lanes, tail)
}

/// The Euclidean norm √(Σ xᵢ²), without overflow on the way.
pub fn norm(x: &[f64]) -> f64 {
    let largest = x.iter().fold(0.0f64, |largest, value| largest.max(value.abs()));
    if largest == 0.0 || !largest.is_finite() {
        // `max` passes over a NaN: the sum brings it back.
        return if x.iter().any(|value| value.is_nan()) { f64::NAN } else { largest };
    }
    if (1e-150..1e150).contains(&largest) {
        return dot(x, x).sqrt();
    }
    largest * x.iter().map(|value| (value / largest) * (value / largest)).sum::<f64>().sqrt()
}
