//! The two float types: 64-bit for training, whose numbers are exact to the last digit, and
//! 32-bit for pictures, which need less and are drawn twice as fast.

use crate::numeric::{math, math32};
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A float type for the evaluation of networks: `f64` or `f32`.
pub trait Float:
    Copy
    + Default
    + PartialOrd
    + Add<Output = Self>
    + AddAssign
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + 'static
{
    /// Conversion from 64 bits, rounded to nearest.
    fn of(value: f64) -> Self;
    /// Conversion to 64 bits, exact.
    fn wide(self) -> f64;
    /// |x|.
    fn abs(self) -> Self;
    /// Natural logarithm.
    fn ln(self) -> Self;
    /// Sine.
    fn sin(self) -> Self;
    /// Replaces each x by eˣ. The array functions are compiled once for all callers.
    fn exp_each(x: &mut [Self]);
    /// Replaces each x by eˣ − 1.
    fn exp_m1_each(x: &mut [Self]);
    /// Replaces each x by ln(1 + x).
    fn ln_1p_each(x: &mut [Self]);
    /// Replaces each x by 1/(1 + e⁻ˣ).
    fn sigmoid_each(x: &mut [Self]);
    /// Writes a = tanh z, element by element.
    fn tanh_each(z: &[Self], a: &mut [Self]);
    /// A 128-bit vector of this type.
    type Vector: Copy + Add<Output = Self::Vector> + Mul<Output = Self::Vector>;
    /// Number of lanes of a vector.
    const LANES: usize;
    /// Vector with all lanes set to this number.
    fn splat(self) -> Self::Vector;
    /// The first `VECTORS` vectors of a slice; `None` if it is shorter.
    fn load<const VECTORS: usize>(from: &[Self]) -> Option<[Self::Vector; VECTORS]>;
    /// Writes vectors to the beginning of `to`; does nothing if it is shorter.
    fn store<const VECTORS: usize>(vectors: [Self::Vector; VECTORS], to: &mut [Self]);
}

macro_rules! float {
    ($float:ty, $vector:ty, $lanes:literal, $functions:ident) => {
        impl Float for $float {
            #[inline(always)]
            fn of(value: f64) -> Self {
                value as Self
            }
            #[inline(always)]
            fn wide(self) -> f64 {
                f64::from(self)
            }
            #[inline(always)]
            fn abs(self) -> Self {
                self.abs()
            }
            #[inline(always)]
            fn ln(self) -> Self {
                $functions::ln(self)
            }
            #[inline(always)]
            fn sin(self) -> Self {
                $functions::sin(self)
            }
            #[inline(never)]
            fn exp_each(x: &mut [Self]) {
                x.iter_mut().for_each(|x| *x = $functions::exp(*x));
            }
            #[inline(never)]
            fn exp_m1_each(x: &mut [Self]) {
                x.iter_mut().for_each(|x| *x = $functions::exp_m1(*x));
            }
            #[inline(never)]
            fn ln_1p_each(x: &mut [Self]) {
                x.iter_mut().for_each(|x| *x = $functions::ln_1p(*x));
            }
            #[inline(never)]
            fn sigmoid_each(x: &mut [Self]) {
                x.iter_mut().for_each(|x| *x = $functions::sigmoid(*x));
            }
            #[inline(never)]
            fn tanh_each(z: &[Self], a: &mut [Self]) {
                a.iter_mut().zip(z).for_each(|(a, z)| *a = $functions::tanh(*z));
            }
            type Vector = $vector;
            const LANES: usize = $lanes;
            #[inline(always)]
            fn splat(self) -> Self::Vector {
                <$vector>::splat(self)
            }
            #[inline(always)]
            fn load<const VECTORS: usize>(from: &[Self]) -> Option<[Self::Vector; VECTORS]> {
                let (vectors, _) = from.as_chunks::<$lanes>();
                vectors.first_chunk().map(|vectors| vectors.map(<$vector>::new))
            }
            #[inline(always)]
            fn store<const VECTORS: usize>(vectors: [Self::Vector; VECTORS], to: &mut [Self]) {
                let (places, _) = to.as_chunks_mut::<$lanes>();
                if let Some(places) = places.first_chunk_mut() {
                    *places = vectors.map(<$vector>::to_array);
                }
            }
        }
    };
}

float!(f64, wide::f64x2, 2, math);
float!(f32, wide::f32x4, 4, math32);
