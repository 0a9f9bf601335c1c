//! Trainings computed by PyTorch in 64 bits, step by step.

mod gradient;
mod metrics;
mod units;

use crate::experiment::from_json;
use crate::shared::shared;
use downhill_core::{Experiment, Run};
use serde_json::{Map, Value, json};

/// The reference's word for an activation or a cost, in ours.
fn ours(name: &str) -> &str {
    match name {
        "linear" => "identity",
        "gelu_tanh" => "gelu",
        "mse" => "squared_error",
        "half_mse" => "half_squared_error",
        "bce_logits" => "binary_cross_entropy",
        "softmax_ce" => "softmax_cross_entropy",
        same => same,
    }
}

/// An experiment that asks for the same as a case of the reference.
fn experiment(case: &Value, data: &Value) -> Experiment {
    let sizes = case["sizes"].as_array().unwrap();
    let hidden = &sizes[1..sizes.len() - 1];
    let activations: Vec<&str> = case["activations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| ours(id.as_str().unwrap()))
        .collect();
    let (output_activation, hidden_activations) = activations.split_last().unwrap();
    let penalty = &case["regularization"];
    let mut fields: Map<String, Value> = Map::new();
    let mut set = |key: &str, value: Value| fields.insert(key.to_string(), value);
    set("data", json!({ "inputs": data["x"], "targets": data["y"] }));
    set("standardize", json!(false));
    set("test_fraction", json!(0.0));
    set("layers", json!(hidden));
    if !hidden.is_empty() {
        set("activation", json!(hidden_activations.join("-")));
    }
    set("output_activation", json!(output_activation));
    set("cost", json!(ours(case["loss"].as_str().unwrap())));
    set("weights", case["init"].clone());
    if !case["batches"].is_null() {
        set("batches", case["batches"].clone());
    }
    if !penalty.is_null() {
        set("l1", penalty["l1"].clone());
        set("l2", penalty["l2"].clone());
        set("penalize_biases", penalty["biases"].clone());
    }
    let optimizer = &case["optimizer"];
    let name = optimizer["name"].as_str().unwrap();
    set("optimizer", json!(name));
    for (key, value) in optimizer["params"].as_object().unwrap() {
        // These say which optimizer it is: here each has a name of its own.
        let named = key == "amsgrad" || key == "nesterov";
        let idle = name == "sgd" && (key == "momentum" || key == "dampening")
            || name == "nesterov" && key == "dampening";
        if key == "lr" {
            set("learning_rate", value.clone());
        } else if !named && !idle {
            set(key, value.clone());
        }
    }
    from_json(&Value::Object(fields).to_string())
}

/// Fails unless `found` is within `tolerance`·max(1, |expected|).
fn close(found: f64, expected: &Value, tolerance: f64, place: &str) {
    let expected = expected.as_f64().unwrap();
    let error = (found - expected).abs();
    assert!(error <= tolerance * expected.abs().max(1.0), "{place}: {found} for {expected}");
}

/// Compares θ or a gradient with a list of layers `{W, b}`.
fn close_layers(found: &[f64], layers: &Value, tolerance: f64, place: &str) {
    let expected = layers.as_array().unwrap().iter().flat_map(|layer| {
        let rows = layer["W"].as_array().unwrap().iter().flat_map(|row| row.as_array().unwrap());
        rows.chain(layer["b"].as_array().unwrap())
    });
    let expected: Vec<&Value> = expected.collect();
    assert_eq!(found.len(), expected.len());
    for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
        close(*found, expected, tolerance, &format!("{place} {index}"));
    }
}

#[test]
fn every_training_of_the_reference_is_repeated() {
    let Some(text) = shared("reference/networks.json") else { return };
    let reference: Value = serde_json::from_str(&text).unwrap();
    let cases = reference["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 53);
    for case in cases {
        let (id, tolerance) = (case["id"].as_str().unwrap(), case["tol"].as_f64().unwrap());
        let data = &reference["datasets"][case["data"].as_str().unwrap()];
        let mut run =
            Run::new(&experiment(case, data)).unwrap_or_else(|error| panic!("{id}: {error}"));

        let start = run.snapshot();
        close(start.train.loss, &case["step0"]["loss"], 1e-12, &format!("{id} loss"));
        close(
            start.train.data_loss,
            &case["step0"]["data_loss"],
            1e-12,
            &format!("{id} data loss"),
        );
        close(start.penalty, &case["step0"]["penalty"], 1e-12, &format!("{id} penalty"));
        let mut gradient = vec![0.0; start.parameters.len()];
        let mut work = Default::default();
        run.train_objective().gradient(&start.parameters, &mut gradient, &mut work);
        close_layers(&gradient, &case["step0"]["grads"], 1e-12, &format!("{id} gradient"));
        for (sample, outputs) in case["step0"]["outputs"].as_array().unwrap().iter().enumerate() {
            for (output, expected) in outputs.as_array().unwrap().iter().enumerate() {
                let found = work.outputs()[output * run.split().train.n + sample];
                close(found, expected, 1e-12, &format!("{id} output {output} of {sample}"));
            }
        }

        for (iteration, expected) in case["losses"].as_array().unwrap().iter().enumerate() {
            let place = format!("{id} iteration {iteration}");
            close(run.snapshot().train.loss, expected, tolerance, &place);
            if let Some(expected) = case["data_losses"].get(iteration) {
                close(run.snapshot().train.data_loss, expected, tolerance, &place);
            }
            if let Some(expected) = case["batch_losses"].get(iteration) {
                close(run.snapshot().batch_loss, expected, tolerance, &place);
            }
            if iteration < 50 {
                assert!(run.step(), "{place}");
            }
        }
        close_layers(&run.snapshot().parameters, &case["final"], tolerance, &format!("{id} final"));
        if let Some(correct) = case["correct"].as_array() {
            let n = run.split().train.n as f64;
            let found = (run.snapshot().train.accuracy * n).round();
            assert_eq!(found, correct[1].as_f64().unwrap(), "{id}: answered right");
        }
    }
}
