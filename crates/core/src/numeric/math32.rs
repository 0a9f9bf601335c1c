//! Elementary functions of [`crate::numeric::math`] in 32 bits, for pictures: bit-reproducible,
//! and four at once in 128-bit vectors.
//!
//! Reductions as there; the exponential's polynomial is Cephes' (Moshier, `expf.c`),
//! the logarithm's fdlibm's (`e_logf.c`). Errors over the whole range, in units in
//! the last place: [`exp`] and [`ln`] 1, [`exp_m1`] and [`ln_1p`] 2, [`sigmoid`] 3,
//! [`tanh`] 6, which is 3.6·10⁻⁷ (`tests/all/math.rs` measures them).

use std::f32::consts::LOG2_E;

const LN_2_HIGH: f32 = 0.693_359_4;
const LN_2_LOW: f32 = -2.121_944_4e-4;

/// Adding and subtracting 1.5·2²³ rounds to the nearest integer; in between, that integer is in
/// the low bits.
const ROUND: f32 = 12_582_912.0;
const ROUND_BITS: u32 = ROUND.to_bits();

/// x = k·ln 2 + r with |r| ≤ ½ ln 2. Returns k and eʳ − 1.
#[inline(always)]
fn reduced_exp_m1(x: f32) -> (i32, f32) {
    let rounded = x * LOG2_E + ROUND;
    let k = rounded - ROUND;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let p = 0.5
        + r * (1.666_666_5e-1
            + r * (4.166_579_6e-2
                + r * (8.333_452e-3 + r * (1.398_199_9e-3 + r * 1.987_569_1e-4))));
    (rounded.to_bits().wrapping_sub(ROUND_BITS) as i32, r + r * r * p)
}

/// 2ᵏ for −126 ≤ k ≤ 127.
#[inline(always)]
fn power_of_two(k: i32) -> f32 {
    f32::from_bits(((k + 127) as u32) << 23)
}

/// eˣ.
#[inline(always)]
pub fn exp(x: f32) -> f32 {
    // Beyond these the result is infinite or 0 anyway; a NaN passes both.
    let x = if x > 89.0 { 89.0 } else { x };
    let x = if x < -104.0 { -104.0 } else { x };
    let (k, e) = reduced_exp_m1(x);
    // In two factors, so that results below 2⁻¹²⁶ come out too.
    let half = k >> 1;
    (1.0 + e) * power_of_two(half) * power_of_two(k - half)
}

/// eˣ − 1.
#[inline(always)]
pub fn exp_m1(x: f32) -> f32 {
    let x = if x > 89.0 { 89.0 } else { x };
    let x = if x < -20.0 { -20.0 } else { x };
    let (k, e) = reduced_exp_m1(x);
    let half = k >> 1;
    let (scale, rest) = (power_of_two(half), power_of_two(k - half));
    (e * scale + (scale - power_of_two(half - k))) * rest
}

/// Hyperbolic tangent, as a quotient x P(x²)/Q(x²) of polynomials of degree 4, fitted for the
/// least relative error up to 7.9. Its chain of operations is half as long as by way of the
/// exponential, which determines its speed.
#[inline(always)]
pub fn tanh(x: f32) -> f32 {
    const END: f32 = 7.9;
    // Further out it stays 3·10⁻⁷ from ±1; a NaN passes both.
    let x = if x > END { END } else { x };
    let x = if x < -END { -END } else { x };
    let u = x * x;
    let p =
        1.0 + u * (0.134_506_24 + u * (3.578_995_8e-3 + u * (2.202_330_9e-5 + u * 1.542_806_2e-8)));
    let q =
        1.0 + u * (0.467_839_5 + u * (2.619_225_2e-2 + u * (3.423_656_7e-4 + u * 8.598_816_5e-7)));
    x * p / q
}

/// Natural logarithm; ln 0 = −∞, and NaN left of 0.
#[inline(always)]
pub fn ln(x: f32) -> f32 {
    /// Bits of √½: the mantissa's range is [√½, √2).
    const SQRT_HALF: u32 = 0x3f35_04f3;
    const ONE: u32 = 1.0f32.to_bits();
    const TWO_25: f32 = 33_554_432.0;

    let subnormal = x < f32::MIN_POSITIVE;
    let normal = if subnormal { x * TWO_25 } else { x };
    let shifted = normal.to_bits().wrapping_add(ONE - SQRT_HALF);
    let mantissa = f32::from_bits((shifted & 0x007f_ffff) + SQRT_HALF);
    let k = (shifted >> 23) as i32 as f32 - if subnormal { 127.0 + 25.0 } else { 127.0 };

    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (0.400_009_72 + w * 0.242_790_79);
    let odd = z * (0.666_666_6 + w * 0.284_987_87);
    let half_square = 0.5 * f * f;
    let result = s * (half_square + even + odd) + k * 9.058e-6 - half_square + f + k * 0.693_138_1;

    let result = if x == f32::INFINITY { x } else { result };
    let result = if x == 0.0 { f32::NEG_INFINITY } else { result };
    if x >= 0.0 { result } else { f32::NAN }
}

/// ln(1 + x): the rounding error of the sum is added back, as in 64 bits.
#[inline(always)]
pub fn ln_1p(x: f32) -> f32 {
    let sum = 1.0 + x;
    let lost = (x - (sum - 1.0)) / sum;
    let lost = if sum > 0.0 && sum < f32::INFINITY { lost } else { 0.0 };
    ln(sum) + lost
}

/// Logistic function 1/(1 + e⁻ˣ); left of −88.7 it is 0.
#[inline(always)]
pub fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// Sine, from `libm`.
pub fn sin(x: f32) -> f32 {
    libm::sinf(x)
}
