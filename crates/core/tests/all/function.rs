//! The functions against the reference and against differences of themselves.

mod framing;
mod stationary;
mod stationary_kinds;

use crate::cases::{cases, for_all, places};
use crate::shared::shared;
use downhill_core::function::{Definition, FUNCTIONS, Function};
use downhill_core::numeric::math::{cos, powi, sin, sin_cos};
use downhill_core::numeric::vector::norm;
use proptest::prelude::*;
use serde_json::Value;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::f64::consts::{E, PI};

fn value_and_gradient(function: &Function, x: &[f64]) -> (f64, Vec<f64>) {
    let mut gradient = vec![f64::NAN; function.dim()];
    let value = function.value_and_gradient(x, &mut gradient);
    (value, gradient)
}

fn hessian(function: &Function, x: &[f64]) -> Vec<f64> {
    let mut hessian = vec![f64::NAN; function.dim() * function.dim()];
    function.hessian(x, &mut hessian);
    hessian
}

/// The smaller one first: for [a b; b c] they are (a + c)/2 ± √((a − c)²/4 + b²).
fn eigenvalues(hessian: &[f64]) -> Vec<f64> {
    let [a, b, _, c] = *hessian else { return hessian.to_vec() };
    let (middle, apart) = ((a + c) / 2.0, norm(&[(a - c) / 2.0, b]));
    vec![middle - apart, middle + apart]
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn the_table_holds_together() {
    let mut ids = BTreeSet::new();
    for definition in FUNCTIONS {
        let id = definition.id;
        assert!(ids.insert(id), "{id} stands twice");
        assert!(!definition.name.is_empty() && !definition.formula.is_empty(), "{id}");
        assert!(!definition.source.is_empty(), "{id}");
        assert!(definition.domain.iter().all(|(low, high)| low < high), "{id}");
        let function = Function::from_id(id).unwrap();
        assert_eq!((function.id(), function.dim()), (id, definition.dim()));
        let mut slope = vec![0.0; definition.dim()];
        for minimum in definition.minima {
            let value = function.value_and_gradient(minimum, &mut slope);
            let middle: Vec<f64> =
                definition.domain.iter().map(|(low, high)| 0.28 * low + 0.72 * high).collect();
            assert!(value < function.value(&middle), "{id}");
        }
        assert!(!definition.minima.is_empty(), "{id}");
        assert_eq!(serde_json::to_string(&function).unwrap(), format!("\"{id}\""));
    }
    assert_eq!(ids.len(), 30);
    assert!(Function::from_id("hill").unwrap_err().to_string().contains("“hill” is not known"));
}

#[test]
fn values_gradients_and_hessians_are_those_of_the_reference() {
    let Some(text) = shared("reference/functions.json") else { return };
    let all: Value = serde_json::from_str(&text).unwrap();
    let functions = all["functions"].as_array().unwrap();
    let (mut probes, mut worst) = (0, [0.0f64; 3]);
    let error = |found: f64, expected: f64| (found - expected).abs() / expected.abs().max(1.0);
    for reference in functions {
        let id = reference["id"].as_str().unwrap();
        let definition = &Function::from_id(id).unwrap();
        assert_eq!(reference["dim"], definition.dim());
        for (range, expected) in definition.domain().iter().zip(numbers_of(&reference["domain"])) {
            assert_eq!([range.0, range.1], expected[..], "{id}");
        }
        for probe in reference["probes"].as_array().unwrap() {
            let x = numbers(&probe["x"]);
            let (value, gradient) = value_and_gradient(definition, &x);
            let expected = [vec![probe["f"].as_f64().unwrap()], numbers(&probe["grad"])].concat();
            for (found, expected) in [value].iter().chain(&gradient).zip(expected) {
                worst[0] = worst[0].max(error(*found, expected));
                assert!(worst[0] <= 1e-12, "{id} at {x:?}: {found} is not {expected}");
            }
            let hessian = hessian(definition, &x);
            let expected = numbers_of(&probe["hessian"]).concat();
            assert_eq!(hessian.len(), expected.len(), "{id}");
            for (found, expected) in hessian.iter().zip(expected) {
                worst[1] = worst[1].max(error(*found, expected));
                assert!(worst[1] <= 1e-12, "{id} at {x:?}: {found} is not {expected}");
            }
            probes += 1;
        }
        for point in reference["stationary_points"].as_array().unwrap() {
            let x = numbers(&point["x"]);
            let (value, gradient) = value_and_gradient(definition, &x);
            let expected = point["f"].as_f64().unwrap();
            assert!((value - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{id} at {x:?}");
            assert!(norm(&gradient) < 1e-11, "{id} is not level at {x:?}: {gradient:?}");
            let Some(expected) = point.get("hessian_eigenvalues") else {
                assert_eq!((id, &x[..]), ("ackley", &[0.0, 0.0][..]));
                continue;
            };
            for (found, expected) in
                eigenvalues(&hessian(definition, &x)).iter().zip(numbers(expected))
            {
                worst[2] = worst[2].max(error(*found, expected));
                assert!(worst[2] <= 1e-12, "{id} at {x:?}: {found} is not {expected}");
            }
        }
    }
    let [values, hessians, bends] = worst;
    eprintln!(
        "{probes} probes: values and gradients within {values:.1e}, Hessians {hessians:.1e}, their eigenvalues {bends:.1e}"
    );
    assert!(probes >= 6 * 17);
}

fn numbers_of(lists: &Value) -> Vec<Vec<f64>> {
    lists.as_array().unwrap().iter().map(numbers).collect()
}

/// Whether differences are close to slopes: beside a tip they are not.
fn is_smooth(definition: &Definition, x: &[f64]) -> bool {
    !["kink", "cusp"].contains(&definition.id) || x[0].abs() > 0.02
}

#[test]
fn the_gradient_is_the_slope_everywhere() {
    for definition in FUNCTIONS {
        let function = &Function::from_id(definition.id).unwrap();
        for_all(file!(), 200, places(definition.domain), |x| {
            prop_assume!(is_smooth(definition, &x));
            let (value, gradient) = value_and_gradient(function, &x);
            let allowed = 1e-6 * (1.0 + value.abs() + norm(&gradient));
            let h = 1e-5;
            for axis in 0..definition.dim() {
                let at = |offset: f64| {
                    let mut x = x.clone();
                    x[axis] += offset;
                    value_and_gradient(function, &x).0
                };
                let slope = (at(h) - at(-h)) / (2.0 * h);
                let error = (gradient[axis] - slope).abs();
                assert!(error <= allowed, "{} at {x:?}: {gradient:?}, {slope}", definition.id);
            }
            Ok(())
        });
    }
}

#[test]
fn the_hessian_is_the_slope_of_the_gradient_everywhere() {
    let worst = Cell::new(0.0f64);
    for definition in FUNCTIONS {
        let (id, dim) = (definition.id, definition.dim());
        let function = &Function::from_id(id).unwrap();
        for_all(file!(), 200, places(definition.domain), |x| {
            prop_assume!(is_smooth(definition, &x));
            let (_, gradient) = value_and_gradient(function, &x);
            let hessian = hessian(function, &x);
            let h = 1e-5;
            for axis in 0..dim {
                let at = |offset: f64| {
                    let mut x = x.clone();
                    x[axis] += offset;
                    value_and_gradient(function, &x).1
                };
                let (before, after) = (at(-h), at(h));
                for row in 0..dim {
                    let found = hessian[row * dim + axis];
                    let slope = (after[row] - before[row]) / (2.0 * h);
                    let error = (found - slope).abs() / (1.0 + norm(&gradient) + norm(&hessian));
                    worst.set(worst.get().max(error));
                    assert!(error <= 1e-6, "{id} at {x:?}: {hessian:?}, {slope}");
                    // Not only nearly: Newton relies on it.
                    assert_eq!(found, hessian[axis * dim + row], "{id} at {x:?}");
                }
            }
            Ok(())
        });
    }
    eprintln!("Hessians within {:.1e} of differences", worst.get());
}

#[test]
fn ackleys_tip_has_no_slope_and_no_nan() {
    let ackley = Function::from_id("ackley").unwrap();
    let (value, gradient) = value_and_gradient(&ackley, &[0.0, 0.0]);
    assert!(value.abs() < 1e-15);
    assert_eq!(gradient, [0.0, 0.0]);
    let (_, gradient) = value_and_gradient(&ackley, &[1e-9, 0.0]);
    assert!((gradient[0] - 8f64.sqrt()).abs() < 1e-6, "{gradient:?}");
    // The waves alone: 2 π² e in every direction.
    let bend = 2.0 * PI * PI * E;
    let tip = hessian(&ackley, &[0.0, 0.0]);
    assert!(norm(&[tip[0] - bend, tip[1], tip[2], tip[3] - bend]) < 1e-13, "{tip:?}");
    // Beside it, 2√2/r across the ray and −0.4 along it, besides the waves.
    let beside = hessian(&ackley, &[1e-9, 0.0]);
    assert!((beside[0] - (bend - 0.4)).abs() < 1e-6, "{beside:?}");
    assert!((beside[3] / (8f64.sqrt() / 1e-9) - 1.0).abs() < 1e-6, "{beside:?}");
}

proptest! {
    #![proptest_config(cases(10_000))]
    #[test]
    #[expect(clippy::disallowed_methods, reason = "the platform's functions are the reference")]
    fn sine_and_cosine_are_right(x in -100.0..100.0f64) {
        assert!((sin(x) - x.sin()).abs() < 1e-15, "{x}");
        for x in [x, x * 1e-9, x * 1e6, x * 1e200] {
            assert_eq!(sin_cos(x), (sin(x), cos(x)), "{x}");
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the platform's functions are the reference")]
fn powers_are_right() {
    for x in [0.0, 1.0, -1.5, 0.999, 0.9, 1.01] {
        for n in [0, 1, 2, 3, 10, 63, 64, 1000] {
            let expected = f64::powi(x, n);
            let found = powi(x, n as u32);
            assert!((found - expected).abs() <= 1e-14 * expected.abs(), "{x} {n}");
        }
    }
    assert_eq!(powi(0.9, u32::MAX), 0.0);
}
