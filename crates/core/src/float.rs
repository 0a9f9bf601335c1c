//! The two floats: 64-bit for training, because what the page teaches is true to
//! the last digit, and 32-bit for pictures, which need no more and are drawn twice
//! as fast.

use crate::{activation, cost, math, math32};
use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub};

/// A float that networks can be evaluated in: `f64` or `f32`.
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
    /// The nearest to a 64-bit number.
    fn of(value: f64) -> Self;
    /// The 64-bit number that it is.
    fn wide(self) -> f64;
    /// |x|.
    fn abs(self) -> Self;
    /// eˣ.
    fn exp(self) -> Self;
    /// eˣ − 1.
    fn exp_m1(self) -> Self;
    /// The hyperbolic tangent.
    fn tanh(self) -> Self;
    /// The natural logarithm.
    fn ln(self) -> Self;
    /// ln(1 + x).
    fn ln_1p(self) -> Self;
    /// 1/(1 + e⁻ˣ).
    fn sigmoid(self) -> Self;
    /// The sine.
    fn sin(self) -> Self;
    /// An activation's loop for this float.
    fn apply(of: &activation::Definition) -> activation::Apply<Self>;
    /// A cost's value for this float.
    fn value(of: &cost::Definition) -> cost::Value<Self>;
}

macro_rules! float {
    ($float:ty, $functions:ident, $apply:ident, $value:ident) => {
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
            fn exp(self) -> Self {
                $functions::exp(self)
            }
            #[inline(always)]
            fn exp_m1(self) -> Self {
                $functions::exp_m1(self)
            }
            #[inline(always)]
            fn tanh(self) -> Self {
                $functions::tanh(self)
            }
            #[inline(always)]
            fn ln(self) -> Self {
                $functions::ln(self)
            }
            #[inline(always)]
            fn ln_1p(self) -> Self {
                $functions::ln_1p(self)
            }
            #[inline(always)]
            fn sigmoid(self) -> Self {
                $functions::sigmoid(self)
            }
            #[inline(always)]
            fn sin(self) -> Self {
                $functions::sin(self)
            }
            fn apply(of: &activation::Definition) -> activation::Apply<Self> {
                of.$apply
            }
            fn value(of: &cost::Definition) -> cost::Value<Self> {
                of.$value
            }
        }
    };
}

float!(f64, math, apply, value);
float!(f32, math32, apply_32, value_32);
