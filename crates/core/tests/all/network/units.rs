//! Single activations and costs against PyTorch's values and slopes in float64,
//! then at arguments where a careless formula would overflow.

use crate::shared::shared;
use downhill_core::network::activation::{ACTIVATIONS, Activation};
use downhill_core::network::cost::{COSTS, Cost};
use serde_json::Value;

/// The file is no part of the project: where it is absent, nothing is compared.
fn reference() -> Option<Value> {
    shared("reference/units.json").map(|text| serde_json::from_str(&text).unwrap())
}

/// The numbers in a value, however deep, in order.
fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        number => vec![number.as_f64().unwrap()],
    }
}

fn apply(activation: Activation, z: &[f64]) -> Vec<f64> {
    let mut a = vec![0.0; z.len()];
    (activation.apply)(z, &mut a);
    a
}

fn slope(activation: Activation, z: &[f64]) -> Vec<f64> {
    let mut delta = vec![1.0; z.len()];
    (activation.times_slope)(z, &apply(activation, z), &mut delta);
    delta
}

/// The cost and its slopes; `value` gives the same bits as `value_and_slope`.
fn cost_of(cost: Cost, a: &[f64], y: &[f64], n: usize) -> (f64, Vec<f64>) {
    let (mut scratch, mut delta) = (vec![0.0; a.len() + 2 * n], vec![0.0; a.len()]);
    let loss = (cost.value)(a, y, n, &mut scratch);
    let again = (cost.value_and_slope)(a, y, n, &mut delta, &mut scratch);
    assert_eq!(loss.to_bits(), again.to_bits(), "{}", cost.id);
    (loss, delta)
}

/// How far the values are off, at the most.
#[derive(Default)]
struct Errors {
    /// Over max(1, |reference|).
    absolute: f64,
    /// Over |reference|.
    relative: f64,
}

impl Errors {
    fn compare(&mut self, what: &str, found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len());
        for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
            let error = (found - expected).abs();
            let absolute = error / expected.abs().max(1.0);
            assert!(absolute <= 1e-12, "{what} [{index}]: {found} instead of {expected}");
            self.absolute = self.absolute.max(absolute);
            // 1 − a² loses its digits where a rounds to 1, there as here.
            if expected.abs() > 1e-300 && what != "tanh′" {
                let relative = error / expected.abs();
                assert!(relative <= 1e-10, "{what} [{index}]: {found:e} instead of {expected:e}");
                self.relative = self.relative.max(relative);
            }
        }
    }
}

#[test]
fn activations_have_the_reference_values_and_slopes() {
    let Some(reference) = reference() else { return };
    for entry in reference["activations"].as_array().unwrap() {
        let id = match entry["activation"].as_str().unwrap() {
            // Another function, that differs by up to 4.7e-4.
            "gelu_exact_erf" => continue,
            "linear" => "identity",
            "gelu_tanh" => "gelu",
            id => id,
        };
        let activation = Activation::from_id(id).unwrap();
        let z = numbers(&entry["z"]);
        let mut errors = Errors::default();
        errors.compare(id, &apply(activation, &z), &numbers(&entry["a"]));
        errors.compare(&format!("{id}′"), &slope(activation, &z), &numbers(&entry["da"]));
        println!("{id}: {:.1e}, relative {:.1e}", errors.absolute, errors.relative);
    }
}

#[test]
fn costs_have_the_reference_values_and_slopes() {
    let Some(reference) = reference() else { return };
    let losses = &reference["losses"];
    for (name, id) in [
        ("bce_logits", "binary_cross_entropy"),
        ("softmax_ce", "softmax_cross_entropy"),
        ("mse", "squared_error"),
    ] {
        let cost = Cost::from_id(id).unwrap();
        let mut errors = Errors::default();
        for entry in losses[name].as_array().unwrap() {
            let (a, y, n, slopes) = match name {
                "mse" => {
                    // [sample][output] there, [output][sample] here.
                    let n = entry["outputs"].as_array().unwrap().len();
                    let turned = |key: &str| {
                        let rows = numbers(&entry[key]);
                        let outputs = rows.len() / n;
                        (0..rows.len()).map(|i| rows[i % n * outputs + i / n]).collect()
                    };
                    (turned("outputs"), turned("targets"), n, turned("dloss_doutputs"))
                }
                "softmax_ce" => {
                    let a = numbers(&entry["z"]);
                    let mut y = vec![0.0; a.len()];
                    y[entry["y"].as_u64().unwrap() as usize] = 1.0;
                    (a, y, 1, numbers(&entry["dloss_dz"]))
                }
                _ => (numbers(&entry["z"]), numbers(&entry["y"]), 1, numbers(&entry["dloss_dz"])),
            };
            let (loss, found) = cost_of(cost, &a, &y, n);
            let what = format!("{id} of {a:?}");
            errors.compare(&what, &[loss], &numbers(&entry["loss"]));
            errors.compare(&format!("{what}′"), &found, &slopes);
        }
        println!("{id}: {:.1e}, relative {:.1e}", errors.absolute, errors.relative);
    }
}

#[test]
fn an_activation_and_its_slope_belong_together() {
    let h = 1e-5;
    // From −20 to 20, past 0, where some have a kink.
    let z: Vec<f64> = (0..1000).map(|index| -20.0 + 0.04 * (f64::from(index) + 0.5)).collect();
    let moved = |by: f64| z.iter().map(|z| z + by).collect::<Vec<f64>>();
    let (left, right) = (moved(-h), moved(h));
    for definition in ACTIVATIONS {
        let activation = Activation::from_id(definition.id).unwrap();
        let (low, high) = (apply(activation, &left), apply(activation, &right));
        let slopes = slope(activation, &z);
        let mut delta = vec![-2.5; z.len()];
        (activation.times_slope)(&z, &apply(activation, &z), &mut delta);
        for index in 0..z.len() {
            let difference = (high[index] - low[index]) / (right[index] - left[index]);
            let error = (slopes[index] - difference).abs();
            assert!(error < 1e-8, "{} at {}: {error}", activation.id, z[index]);
            let error = (delta[index] + 2.5 * slopes[index]).abs();
            assert!(error < 1e-14, "{} at {} does not multiply", activation.id, z[index]);
        }
    }
}

#[test]
fn an_activation_stays_finite_and_lets_a_nan_through() {
    let far = [f64::MIN, -1e200, -800.0, -720.0, -0.0, 0.0, 720.0, 800.0, 1e200, f64::MAX];
    for definition in ACTIVATIONS {
        let activation = Activation::from_id(definition.id).unwrap();
        for (z, slope) in far.iter().zip(slope(activation, &far)) {
            let a = apply(activation, &[*z])[0];
            assert!(a.is_finite() && slope.is_finite(), "{} at {z}: {a}, {slope}", activation.id);
        }
        assert!(apply(activation, &[f64::NAN])[0].is_nan(), "{}", activation.id);
    }
}

#[test]
fn small_values_keep_their_digits() {
    for (id, z, expected) in [
        ("sigmoid", -700.0, libm::exp(-700.0)),
        ("silu", -100.0, -100.0 * libm::exp(-100.0)),
        ("elu", -1e-20, -1e-20),
        ("elu", -1e-5, libm::expm1(-1e-5)),
        ("softplus", -700.0, libm::exp(-700.0)),
        ("softplus", -40.0, libm::log1p(libm::exp(-40.0))),
        ("softplus", 800.0, 800.0),
        ("sin", 1e-20, 1e-20),
    ] {
        let a = apply(Activation::from_id(id).unwrap(), &[z])[0];
        assert!((a / expected - 1.0).abs() < 1e-14, "{id} at {z}: {a:e} instead of {expected:e}");
    }
    assert_eq!(apply(Activation::from_id("softplus").unwrap(), &[-800.0]), [0.0]);
    let cost = Cost::from_id("binary_cross_entropy").unwrap();
    for (z, y) in [(40.0, 1.0), (-40.0, 0.0)] {
        let (loss, _) = cost_of(cost, &[z], &[y], 1);
        assert!((loss / libm::exp(-40.0) - 1.0).abs() < 1e-14, "{loss:e}");
    }
}

#[test]
fn slopes_at_a_kink_are_as_stated() {
    for (id, slope_at_0) in [("relu", 0.0), ("leaky_relu", 0.01), ("elu", 1.0)] {
        let activation = Activation::from_id(id).unwrap();
        assert_eq!(slope(activation, &[-0.0, 0.0]), [slope_at_0; 2], "{id}");
    }
    for (id, a, y, expected) in [
        ("absolute_error", 0.25, 0.25, 0.0),
        ("huber", 1.5, 0.5, 1.0),
        ("hinge", 1.0, 1.0, 0.0),
        ("hinge", -1.0, 0.0, 0.0),
    ] {
        assert_eq!(cost_of(Cost::from_id(id).unwrap(), &[a], &[y], 1).1, [expected], "{id}");
    }
}

#[test]
fn a_cost_lets_a_nan_through() {
    for definition in COSTS {
        let cost = Cost::from_id(definition.id).unwrap();
        // Two outputs, two samples; the NaN comes first or last.
        for index in 0..4 {
            let mut a = [0.5, -2.0, 3.0, 0.1];
            a[index] = f64::NAN;
            let (loss, _) = cost_of(cost, &a, &[1.0, 0.0, 0.0, 1.0], 2);
            assert!(loss.is_nan(), "{}", cost.id);
        }
    }
}

#[test]
fn shares_say_what_outputs_mean() {
    for definition in COSTS {
        let cost = Cost::from_id(definition.id).unwrap();
        for outputs in [[-3.0, 0.2, 0.7], [800.0, -800.0, 1.0], [-900.0, -900.0, -900.0]] {
            let mut shares = outputs;
            (cost.shares)(&mut shares);
            let sum: f64 = shares.iter().sum();
            assert!((sum - 1.0).abs() < 1e-15, "{} {outputs:?}: {shares:?}", cost.id);
            assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)), "{}", cost.id);
            // A larger output never has a smaller share.
            for (i, j) in [(0, 1), (1, 2), (0, 2)] {
                assert!((outputs[i] - outputs[j]) * (shares[i] - shares[j]) >= 0.0, "{}", cost.id);
            }
        }
    }
    for (id, output, expected) in [
        ("binary_cross_entropy", 0.0, 0.5),
        ("binary_cross_entropy", 800.0, 1.0),
        ("hinge", 0.0, 0.5),
        ("hinge", -1.5, 0.0),
        ("squared_error", 0.3, 0.3),
        ("huber", 2.0, 1.0),
    ] {
        let mut share = [output];
        (Cost::from_id(id).unwrap().shares)(&mut share);
        assert_eq!(share, [expected], "{id} of the one output {output}");
    }
}
