//! The functions against the reference and against differences of themselves.

use downhill_core::function::{Definition, FUNCTIONS, Function};
use downhill_core::math::{norm, powi, sin};
use downhill_core::rng::{Rng, Stream};
use serde_json::Value;
use std::collections::BTreeSet;

fn value_and_gradient(definition: &Definition, x: &[f64]) -> (f64, Vec<f64>) {
    let mut gradient = vec![f64::NAN; definition.dim];
    let value = (definition.value_and_gradient)(x, &mut gradient);
    (value, gradient)
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
        assert_eq!(definition.domain.len(), definition.dim, "{id}");
        assert!(definition.domain.iter().all(|(low, high)| low < high), "{id}");
        let function = Function::from_id(id).unwrap();
        assert_eq!(function.name, definition.name);
        assert_eq!(serde_json::to_string(&function).unwrap(), format!("\"{id}\""));
    }
    assert_eq!(ids.len(), 17);
    assert!(Function::from_id("hill").unwrap_err().to_string().contains("one of square, "));
}

#[test]
fn values_and_gradients_are_those_of_the_reference() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/functions.json");
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return eprintln!("SKIPPED: no reference functions here ({error})"),
    };
    let all: Value = serde_json::from_str(&text).unwrap();
    let functions = all["functions"].as_array().unwrap();
    assert_eq!(functions.len(), FUNCTIONS.len());
    let mut probes = 0;
    for (reference, definition) in functions.iter().zip(FUNCTIONS) {
        let id = definition.id;
        assert_eq!(reference["id"], id);
        assert_eq!(reference["dim"], definition.dim);
        for (range, expected) in definition.domain.iter().zip(numbers_of(&reference["domain"])) {
            assert_eq!([range.0, range.1], expected[..], "{id}");
        }
        for probe in reference["probes"].as_array().unwrap() {
            let x = numbers(&probe["x"]);
            let (value, gradient) = value_and_gradient(definition, &x);
            let expected = [vec![probe["f"].as_f64().unwrap()], numbers(&probe["grad"])].concat();
            for (found, expected) in [value].iter().chain(&gradient).zip(expected) {
                let error = (found - expected).abs() / expected.abs().max(1.0);
                assert!(error <= 1e-12, "{id} at {x:?}: {found} is not {expected}");
            }
            probes += 1;
        }
        for point in reference["stationary_points"].as_array().unwrap() {
            let x = numbers(&point["x"]);
            let (value, gradient) = value_and_gradient(definition, &x);
            let expected = point["f"].as_f64().unwrap();
            assert!((value - expected).abs() <= 1e-12 * expected.abs().max(1.0), "{id} at {x:?}");
            assert!(norm(&gradient) < 1e-11, "{id} is not level at {x:?}: {gradient:?}");
        }
    }
    eprintln!("{probes} probes");
    assert!(probes >= 6 * FUNCTIONS.len());
}

fn numbers_of(lists: &Value) -> Vec<Vec<f64>> {
    lists.as_array().unwrap().iter().map(numbers).collect()
}

#[test]
fn the_gradient_is_the_slope_everywhere() {
    let mut rng = Rng::new(11, Stream::Weights);
    for definition in FUNCTIONS {
        for _ in 0..200 {
            let x: Vec<f64> = definition
                .domain
                .iter()
                .map(|(low, high)| low + (high - low) * rng.unit())
                .collect();
            let (value, gradient) = value_and_gradient(definition, &x);
            let allowed = 1e-6 * (1.0 + value.abs() + norm(&gradient));
            let h = 1e-5;
            for axis in 0..definition.dim {
                let at = |offset: f64| {
                    let mut x = x.clone();
                    x[axis] += offset;
                    value_and_gradient(definition, &x).0
                };
                let slope = (at(h) - at(-h)) / (2.0 * h);
                let error = (gradient[axis] - slope).abs();
                assert!(error <= allowed, "{} at {x:?}: {gradient:?}, {slope}", definition.id);
            }
        }
    }
}

#[test]
fn ackleys_tip_has_no_slope_and_no_nan() {
    let ackley = Function::from_id("ackley").unwrap();
    let (value, gradient) = value_and_gradient(&ackley, &[0.0, 0.0]);
    assert!(value.abs() < 1e-15);
    assert_eq!(gradient, [0.0, 0.0]);
    let (_, gradient) = value_and_gradient(&ackley, &[1e-9, 0.0]);
    assert!((gradient[0] - 8f64.sqrt()).abs() < 1e-6, "{gradient:?}");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the platform's functions are the reference")]
fn sine_and_powers_are_right() {
    let mut rng = Rng::new(5, Stream::Weights);
    for _ in 0..10_000 {
        let x = rng.symmetric(100.0);
        assert!((sin(x) - x.sin()).abs() < 1e-15, "{x}");
    }
    for x in [0.0, 1.0, -1.5, 0.999, 0.9, 1.01] {
        for n in [0, 1, 2, 3, 10, 63, 64, 1000] {
            let expected = f64::powi(x, n);
            let found = powi(x, n as u32);
            assert!((found - expected).abs() <= 1e-14 * expected.abs(), "{x} {n}");
        }
    }
    assert_eq!(powi(0.9, u32::MAX), 0.0);
}
