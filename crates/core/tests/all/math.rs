//! The errors that `math` states, measured over the whole range.

use crate::cases::for_all;
use downhill_core::numeric::math::{exp, exp_m1, ln, ln_1p, nth, power_of_ten, sigmoid, tanh};
use downhill_core::numeric::math32;
use downhill_core::numeric::vector::{dot, norm, sum};
use proptest::num::f64::{NORMAL, POSITIVE, SUBNORMAL};
use proptest::prelude::*;

/// How many last places of `reference` lie between the two.
fn last_places(value: f64, reference: f64) -> f64 {
    if value == reference || value.is_nan() && reference.is_nan() {
        return 0.0;
    }
    let place = (reference.abs().next_up() - reference.abs()).max(f64::from_bits(1));
    (value - reference).abs() / place
}

/// A function is within so many last places of a reference (itself within one).
fn within(
    most: f64,
    function: fn(f64) -> f64,
    reference: fn(f64) -> f64,
    points: impl Strategy<Value = f64>,
) {
    for_all(file!(), 300_000, points, |x| {
        let (found, expected) = (function(x), reference(x));
        assert!(last_places(found, expected) <= most, "at {x:e}: {found:e}, not {expected:e}");
        Ok(())
    });
}

#[test]
fn exp_is_within_one_last_place_of_the_reference() {
    within(1.0, exp, libm::exp, -708.0..708.0);
    within(1.0, exp, libm::exp, -1e-3..1e-3);
    // Below the normal range.
    within(1.0, exp, libm::exp, -746.0..-708.0);
}

#[test]
fn tanh_is_within_four_last_places_of_the_reference() {
    // libm's own is off by two. Below 1 it is Lambert's continued fraction (1768), as x less
    // something smaller, in which its error is small too: x/(1 + x²/(3 + x²/(5 + …))).
    fn reference(x: f64) -> f64 {
        let (size, square) = (x.abs(), x * x);
        let below = |rest, odd| square / (odd + rest);
        let rest = [25.0, 23.0, 21.0, 19.0, 17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0]
            .into_iter()
            .fold(0.0, below);
        let value = match size < 1.0 {
            true => size - size * rest / (1.0 + rest),
            false => 1.0 - 2.0 / (libm::exp(2.0 * size) + 1.0),
        };
        value.copysign(x)
    }
    for limit in [1e-300, 1e-9, 1e-3, 0.3, 1.0, 5.0, 25.0, 1e300] {
        within(4.0, tanh, reference, -limit..limit);
    }
}

#[test]
fn ln_is_within_one_last_place_of_the_reference() {
    within(1.0, ln, libm::log, POSITIVE | NORMAL | SUBNORMAL);
    within(1.0, ln, libm::log, 0.999..1.001);
}

#[test]
fn exp_m1_is_within_two_last_places_of_the_reference() {
    for limit in [1e-300, 1e-9, 1e-3, 0.3, 1.0, 5.0, 50.0, 709.0] {
        within(2.0, exp_m1, libm::expm1, -limit..limit);
    }
    // Up to the end of the range.
    within(2.0, exp_m1, libm::expm1, 709.0..710.0);
}

#[test]
fn ln_1p_is_within_one_last_place_of_the_reference() {
    for limit in [1e-300, 1e-16, 1e-9, 1e-3, 0.3, 1.0] {
        within(1.0, ln_1p, libm::log1p, -limit..limit);
    }
    within(1.0, ln_1p, libm::log1p, (0.0..709.0).prop_map(libm::exp));
    // What the activations and costs ask for: arguments from 0 to 1 of every size.
    within(1.0, ln_1p, libm::log1p, (-740.0..0.0).prop_map(libm::exp));
}

#[test]
fn sigmoid_is_within_three_last_places_of_the_reference() {
    // With eˣ below 1, nothing overflows and no error grows.
    fn reference(x: f64) -> f64 {
        let e = libm::exp(-x.abs());
        if x < 0.0 { e / (1.0 + e) } else { 1.0 / (1.0 + e) }
    }
    for limit in [1e-9, 1.0, 40.0, 708.0] {
        within(3.0, sigmoid, reference, -limit..limit);
    }
}

#[test]
fn the_ends_of_the_range_are_right() {
    let (infinite, nan) = (f64::INFINITY, f64::NAN);
    for (x, expected) in [
        (0.0, 1.0),
        (-infinite, 0.0),
        (infinite, infinite),
        (710.0, infinite),
        (-746.0, 0.0),
        (nan, nan),
    ] {
        assert_eq!(last_places(exp(x), expected), 0.0, "exp {x}");
    }
    for (x, expected) in [(infinite, 1.0), (-infinite, -1.0), (nan, nan)] {
        assert_eq!(last_places(tanh(x), expected), 0.0, "tanh {x}");
    }
    for (x, expected) in
        [(0.0, 0.0), (-infinite, -1.0), (infinite, infinite), (710.0, infinite), (nan, nan)]
    {
        assert_eq!(last_places(exp_m1(x), expected), 0.0, "exp_m1 {x}");
    }
    for (x, expected) in [
        (0.0, 0.0),
        (f64::MIN_POSITIVE, f64::MIN_POSITIVE),
        (-1.0, -infinite),
        (infinite, infinite),
        (-2.0, nan),
        (-infinite, nan),
        (nan, nan),
    ] {
        assert_eq!(last_places(ln_1p(x), expected), 0.0, "ln_1p {x}");
    }
    for (x, expected) in
        [(0.0, 0.5), (-infinite, 0.0), (-800.0, 0.0), (800.0, 1.0), (infinite, 1.0), (nan, nan)]
    {
        assert_eq!(last_places(sigmoid(x), expected), 0.0, "sigmoid {x}");
    }
    assert!(tanh(-0.0).is_sign_negative() && tanh(-0.0) == 0.0);
    for (x, expected) in [
        (1.0, 0.0),
        (0.0, -infinite),
        (-0.0, -infinite),
        (infinite, infinite),
        (-1.0, nan),
        (-infinite, nan),
        (nan, nan),
    ] {
        assert_eq!(last_places(ln(x), expected), 0.0, "ln {x}");
    }
}

#[test]
fn sums_of_any_length_are_right() {
    for n in 0..40 {
        let x: Vec<f64> = (1..=n).map(f64::from).collect();
        assert_eq!(sum(&x), f64::from(n * (n + 1) / 2));
        assert_eq!(dot(&x, &x), f64::from(n * (n + 1) * (2 * n + 1) / 6));
    }
}

#[test]
fn the_norm_neither_overflows_nor_hides_a_nan() {
    assert_eq!(norm(&[3.0, -4.0]), 5.0);
    assert_eq!(norm(&[]), 0.0);
    assert!((norm(&[3e200, 4e200]) / 5e200 - 1.0).abs() < 1e-15);
    assert!((norm(&[3e-200, 4e-200]) / 5e-200 - 1.0).abs() < 1e-15);
    assert_eq!(norm(&[1.0, f64::INFINITY]), f64::INFINITY);
    assert!(norm(&[1.0, f64::NAN]).is_nan());
}

/// The largest error of a 32-bit function against a 64-bit one, in last places of
/// the result, over every 97th of all numbers there are.
fn largest_error_32(function: fn(f32) -> f32, reference: fn(f64) -> f64) -> f64 {
    let numbers = (0..=u32::MAX).step_by(97).map(f32::from_bits);
    numbers.fold(0.0, |largest: f64, x| {
        let (found, exact) = (function(x), reference(f64::from(x)));
        let rounded = exact as f32;
        if found == rounded || found.is_nan() && rounded.is_nan() {
            return largest;
        }
        let place = (rounded.abs().next_up() - rounded.abs()).max(f32::from_bits(1));
        let error = (f64::from(found) - exact).abs() / f64::from(place);
        largest.max(if error.is_nan() { f64::INFINITY } else { error })
    })
}

#[test]
fn functions_in_32_bits_are_as_exact_as_they_say() {
    let within = |most: f64, function: fn(f32) -> f32, reference: fn(f64) -> f64| {
        let error = largest_error_32(function, reference);
        assert!(error <= most, "{error} > {most}");
    };
    within(1.0, math32::exp, libm::exp);
    within(1.0, math32::ln, libm::log);
    within(2.0, math32::exp_m1, libm::expm1);
    within(2.0, math32::ln_1p, libm::log1p);
    within(6.0, math32::tanh, libm::tanh);
    // Further left e⁻ˣ overflows.
    within(3.0, math32::sigmoid, |x| if x < -88.7228 { 0.0 } else { sigmoid(x) });
    assert!(math32::tanh(-0.0).is_sign_negative());
}

#[test]
fn powers_of_ten_are_the_nearest_floats() {
    for n in -22..=22 {
        let nearest: f64 = format!("1e{n}").parse().unwrap();
        assert_eq!(power_of_ten(n).to_bits(), nearest.to_bits(), "{n}");
    }
}

#[test]
fn every_place_of_the_order_is_found() {
    for count in 1..40 {
        // Many equal ones, all different ones, falling ones.
        for (step, values) in [(7, 3), (11, 41), (40, 40)] {
            let values: Vec<f64> = (0..count).map(|i| f64::from(i * step % values)).collect();
            let mut ordered = values.clone();
            ordered.sort_by(f64::total_cmp);
            for (place, expected) in ordered.iter().enumerate() {
                assert_eq!(nth(&mut values.clone(), place), *expected, "{values:?}");
            }
        }
    }
}
