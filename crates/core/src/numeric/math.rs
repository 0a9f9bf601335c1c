//! Elementary functions beyond `+ − × ÷ √`, bit-reproducible on every platform.
//!
//! The platform's `exp`, `tanh` and `ln` differ in the last bit between browsers and machines.
//! These are built from operations that IEEE 754 fixes exactly, so the same input gives the same
//! bits everywhere. They are free of branches, so that the compiler vectorizes them to 128 bits.
//!
//! Reductions and coefficients follow fdlibm (Sun Microsystems, 1993:
//! `e_exp.c`, `e_log.c`), but for [`tanh`]. Errors, against a correctly rounded reference over
//! the whole range: [`exp`] and [`ln`] within 1 unit in the last place,
//! [`tanh`] within 4 (`tests/all/math.rs` measures them).

use std::f64::consts::LOG2_E;

const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// Adding and subtracting 1.5·2⁵² rounds to the nearest integer; in between, that integer is in
/// the low bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
const ROUND_BITS: u64 = ROUND.to_bits();

/// x = k·ln 2 + r with |r| ≤ ½ ln 2. Returns k and eʳ − 1 = 2r/(2 − c) = r + r c/(2 − c).
#[inline(always)]
fn reduced_exp_m1(x: f64) -> (i64, f64) {
    let rounded = x * LOG2_E + ROUND;
    let k = rounded - ROUND;
    let high = x - k * LN_2_HIGH;
    let low = k * LN_2_LOW;
    let r = high - low;
    let t = r * r;
    // Two terms at a time: what is waited for is a shorter chain than term by term.
    let (first, second) = (
        1.666_666_666_666_660_2e-1 - t * 2.777_777_777_701_559_3e-3,
        6.613_756_321_437_934e-5 - t * 1.653_390_220_546_525_2e-6,
    );
    let square = t * t;
    let c = r - t * (first + square * (second + square * 4.138_136_797_057_238_5e-8));
    let k = rounded.to_bits().wrapping_sub(ROUND_BITS) as i64;
    (k, high - (low - r * c / (2.0 - c)))
}

/// 2ᵏ for −1022 ≤ k ≤ 1023.
#[inline(always)]
fn power_of_two(k: i64) -> f64 {
    f64::from_bits(((k + 1023) as u64) << 52)
}

/// eˣ.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    // Beyond these the result is infinite or 0 anyway; a NaN passes both.
    let x = if x > 710.0 { 710.0 } else { x };
    let x = if x < -746.0 { -746.0 } else { x };
    let (k, e) = reduced_exp_m1(x);
    // In two factors, so that results below 2⁻¹⁰²² come out too.
    let half = k >> 1;
    (1.0 + e) * power_of_two(half) * power_of_two(k - half)
}

/// Hyperbolic tangent, accurate to a few last places also near 0, where a quotient of
/// exponentials would lose digits.
///
/// With |x| = k·½ ln 2 + h, |h| ≤ ¼ ln 2, and tanh h = u/v it is
/// (e²ˣ − 1)/(e²ˣ + 1) = (2u + w − 2⁻ᵏ w)/(2u + w + 2⁻ᵏ w), where w = v − u: one division
/// in all. The quotient u/v = h (d₀ + d₁ h² + h⁴)/(d₀ + n₁ h² + n₂ h⁴) is the continued
/// fraction h/(1 + h²/(3 + h²/(5 + …))), whose coefficients 945, 105, 420 and 15 are changed
/// so that the error is spread evenly: below 2⁻⁵⁷ over the range.
#[inline(always)]
pub fn tanh(x: f64) -> f64 {
    const HALF_LN_2: f64 = 0.5 * std::f64::consts::LN_2;
    const D0: f64 = 945.699_531_540_157_6;
    const D1: f64 = 105.066_614_035_937_75;
    const N1: f64 = 420.299_791_215_984_84;
    const N2: f64 = 15.006_659_535_080_374;
    /// Rounding constant with the exponent's bias: less k, its low bits are the exponent of 2⁻ᵏ.
    const ROUND_EXPONENT: f64 = ROUND + 1023.0;

    // From 20 on, tanh rounds to 1.
    let size = x.abs();
    let size = if size > 20.0 { 20.0 } else { size };
    // Always subtracted from: the compiler needs no second register for it, turned round.
    let rounded = ROUND_EXPONENT - size * (2.0 * LOG2_E);
    let h = size - (ROUND_EXPONENT - rounded) * HALF_LN_2;
    let square = h * h;
    let u = h * (D0 + square * (D1 + square));
    let v = D0 + square * (N1 + square * N2);
    // 2⁻ᵏ: all other bits are shifted out.
    let scale = f64::from_bits(rounded.to_bits() << 52);
    let w = v - u;
    let part = scale * w;
    let numerator = (w - part) + (u + u);
    // Something positive is added: the quotient is never above 1.
    let quotient = numerator / (numerator + (part + part));
    // As `copysign`, in two operations where the size has no sign.
    f64::from_bits(quotient.to_bits() | (x.to_bits() ^ x.abs().to_bits()))
}

/// Natural logarithm; ln 0 = −∞, and NaN left of 0.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    /// Bits of √½, cut to 32 bits: the mantissa's range is [√½, √2).
    const SQRT_HALF: u64 = 0x3fe6_a09e_0000_0000;
    const ONE: u64 = 1.0f64.to_bits();
    const TWO_54: f64 = 18_014_398_509_481_984.0;

    let subnormal = x < f64::MIN_POSITIVE;
    let normal = if subnormal { x * TWO_54 } else { x };
    let shifted = normal.to_bits().wrapping_add(ONE - SQRT_HALF);
    let exponent = shifted >> 52;
    let mantissa = f64::from_bits((shifted & 0x000f_ffff_ffff_ffff) + SQRT_HALF);
    let k = f64::from_bits(ROUND_BITS + exponent) - ROUND;
    let k = k - if subnormal { 1023.0 + 54.0 } else { 1023.0 };

    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w
        * (3.999_999_999_940_942e-1
            + w * (2.222_219_843_214_978_4e-1 + w * 1.531_383_769_920_937_3e-1));
    let odd = z
        * (6.666_666_666_666_735e-1
            + w * (2.857_142_874_366_239e-1
                + w * (1.818_357_216_161_805e-1 + w * 1.479_819_860_511_658_6e-1)));
    let half_square = 0.5 * f * f;
    let result =
        k * LN_2_HIGH - ((half_square - (s * (half_square + even + odd) + k * LN_2_LOW)) - f);

    let result = if x == f64::INFINITY { x } else { result };
    let result = if x == 0.0 { f64::NEG_INFINITY } else { result };
    if x >= 0.0 { result } else { f64::NAN }
}

/// eˣ − 1, within 2 units in the last place also near 0, where the difference would lose digits.
#[inline(always)]
pub fn exp_m1(x: f64) -> f64 {
    // Beyond these the result is infinite or −1 anyway; a NaN passes both.
    let x = if x > 710.0 { 710.0 } else { x };
    let x = if x < -40.0 { -40.0 } else { x };
    let (k, e) = reduced_exp_m1(x);
    // (e + 1) 2ᵏ − 1, in two factors: 2¹⁰²⁴ alone would overflow.
    let half = k >> 1;
    let (scale, rest) = (power_of_two(half), power_of_two(k - half));
    (e * scale + (scale - power_of_two(half - k))) * rest
}

/// ln(1 + x), within 1 unit in the last place also near 0, where the sum would lose digits: its
/// rounding error is added back, times the derivative of the logarithm (fdlibm, `s_log1p.c`).
#[inline(always)]
pub fn ln_1p(x: f64) -> f64 {
    let sum = 1.0 + x;
    let lost = (x - (sum - 1.0)) / sum;
    // At −1 and ∞ that is 0/0 or ∞ − ∞: there is nothing to add back.
    let lost = if sum > 0.0 && sum < f64::INFINITY { lost } else { 0.0 };
    ln(sum) + lost
}

/// Logistic function 1/(1 + e⁻ˣ), within 3 units in the last place; left of −709.78 it is 0.
#[inline(always)]
pub fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + exp(-x))
}

/// x clamped to the range from `low` to `high`; NaN stays NaN. [`f64::clamp`] does the same,
/// but can panic, and its message links all of Rust's formatting of floats.
pub fn clamp(x: f64, low: f64, high: f64) -> f64 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

/// Cosine, from `libm`.
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Sine, from `libm`.
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// (sin x, cos x), bit-identical to [`sin`] and [`cos`].
pub fn sin_cos(x: f64) -> (f64, f64) {
    libm::sincos(x)
}

/// Tangent, from `libm`.
pub fn tan(x: f64) -> f64 {
    libm::tan(x)
}

/// Inverse sine, from `libm`.
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// Inverse cosine, from `libm`.
pub fn acos(x: f64) -> f64 {
    libm::acos(x)
}

/// Inverse tangent, from `libm`.
pub fn atan(x: f64) -> f64 {
    libm::atan(x)
}

/// Angle of the point (x, y) from the x axis, from `libm`.
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Logarithm to base 10, from `libm`: exact for powers of ten.
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// Logarithm to base 2, from `libm`: exact for powers of two.
pub fn log2(x: f64) -> f64 {
    libm::log2(x)
}

/// Cube root, also of negative numbers, from `libm`.
pub fn cbrt(x: f64) -> f64 {
    libm::cbrt(x)
}

/// xʸ, from `libm`.
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// Hyperbolic sine (eˣ − e⁻ˣ)/2, within 3 units in the last place also near 0.
pub fn sinh(x: f64) -> f64 {
    let size = x.abs();
    let half = if size < 709.0 {
        let t = exp_m1(size);
        0.5 * (t + t / (t + 1.0))
    } else {
        // eˣ alone would overflow a little too early.
        let root = exp(0.5 * size);
        0.5 * root * root
    };
    half.copysign(x)
}

/// Hyperbolic cosine (eˣ + e⁻ˣ)/2, within 3 units in the last place.
pub fn cosh(x: f64) -> f64 {
    let root = exp(0.5 * x.abs());
    let rising = 0.5 * root * root;
    rising + 0.25 / rising
}

/// Inverse of [`sinh`], within 4 units in the last place also near 0.
pub fn asinh(x: f64) -> f64 {
    let size = x.abs();
    let inverse = if size < 1e150 {
        let square = size * size;
        ln_1p(size + square / (1.0 + (square + 1.0).sqrt()))
    } else {
        // The square would overflow.
        ln(size) + std::f64::consts::LN_2
    };
    inverse.copysign(x)
}

/// Inverse of [`cosh`] from 1 on, within 4 units in the last place also near 1.
pub fn acosh(x: f64) -> f64 {
    if x < 1e150 {
        let above = x - 1.0;
        ln_1p(above + (above * (x + 1.0)).sqrt())
    } else {
        ln(x) + std::f64::consts::LN_2
    }
}

/// Inverse of [`tanh`], within 3 units in the last place also near 0.
pub fn atanh(x: f64) -> f64 {
    let size = x.abs();
    (0.5 * ln_1p(2.0 * size / (1.0 - size))).copysign(x)
}

/// Element at index `place` of the values in ascending order (quickselect; Hoare: Find, 1961).
/// No value may be NaN. The standard library's sorting would be larger in code.
pub fn nth(values: &mut [f64], place: usize) -> f64 {
    let (mut first, mut last) = (0, values.len() - 1);
    while first < last {
        let pivot = values[(first + last) / 2];
        let (mut low, mut high) = (first, last);
        loop {
            while values[low] < pivot {
                low += 1;
            }
            while values[high] > pivot {
                high -= 1;
            }
            if low >= high {
                break;
            }
            values.swap(low, high);
            (low, high) = (low + 1, high - 1);
        }
        if place <= high {
            last = high;
        } else {
            first = high + 1;
        }
    }
    values[place]
}

/// 10ⁿ: exact up to 10²², and 10⁻ⁿ is correctly rounded as far.
pub fn power_of_ten(n: i32) -> f64 {
    let power = powi(10.0, n.unsigned_abs());
    if n < 0 { 1.0 / power } else { power }
}

/// xⁿ by repeated squaring: about 2 log₂ n roundings, always in the same order.
pub fn powi(x: f64, n: u32) -> f64 {
    let (mut result, mut square, mut rest) = (1.0, x, n);
    while rest > 0 {
        if rest & 1 == 1 {
            result *= square;
        }
        square *= square;
        rest >>= 1;
    }
    result
}
