//! An experiment's file in JSON, as `export.rs` of the core writes it.

use downhill_app::File;
use downhill_core::data::custom::{OwnData, OwnTargets};
use downhill_core::network::parameters::LayerParameters;
use downhill_core::{Error, Experiment};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::prelude::*;

/// Reads a file, or says what is wrong with it.
pub fn read(text: &str) -> Result<File, Error> {
    let whole = JSON::parse(text).map_err(|_| {
        wrong("This file begins like JSON and is none: save it from this page once more.")
    })?;
    let experiment = match field(&whole, "query").map(|query| query.as_string()) {
        None => None,
        Some(query) => {
            let query = query.ok_or_else(|| expected("query", "a text, such as \"seed=2\""))?;
            let (experiment, problems) = Experiment::from_query(&query);
            if let Some(problem) = problems.into_iter().next() {
                return Err(problem);
            }
            Some(experiment)
        }
    };
    Ok(File {
        experiment,
        data: field(&whole, "data").map(|data| own(&data)).transpose()?,
        weights: field(&whole, "weights")
            .map(|layers| {
                items(&layers, layer).ok_or_else(|| {
                    expected("weights", "a list of layers, each with W [out][in] and b [out]")
                })
            })
            .transpose()?,
        batches: field(&whole, "batches")
            .map(|lists| {
                items(&lists, |list| items(&list, count)).ok_or_else(|| {
                    expected("batches", "lists of samples, such as [[0, 1], [2, 2]]")
                })
            })
            .transpose()?,
    })
}

fn wrong(text: &str) -> Error {
    Error::Inconsistent(text.into())
}

fn expected(what: &str, takes: &str) -> Error {
    Error::Inconsistent(["This file’s ", what, " cannot be read: it takes ", takes, "."].concat())
}

/// A field that is there.
fn field(of: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(of, &key.into()).ok().filter(|it| !it.is_undefined() && !it.is_null())
}

/// A list, if it is one of such items only.
fn items<T>(list: &JsValue, item: impl Fn(JsValue) -> Option<T>) -> Option<Vec<T>> {
    list.dyn_ref::<Array>()?.iter().map(item).collect()
}

fn number(value: JsValue) -> Option<f64> {
    value.as_f64()
}

fn count(value: JsValue) -> Option<usize> {
    value
        .as_f64()
        .filter(|number| (0.0..1e9).contains(number) && number.fract() == 0.0)
        .map(|it| it as usize)
}

fn row(value: JsValue) -> Option<Vec<f64>> {
    items(&value, number)
}

fn layer(value: JsValue) -> Option<LayerParameters> {
    let weights = items(&field(&value, "W")?, row)?;
    Some(LayerParameters { weights, biases: row(field(&value, "b")?)? })
}

fn own(data: &JsValue) -> Result<OwnData, Error> {
    let words = |key: &str| match field(data, key) {
        None => Some(Vec::new()),
        Some(list) => items(&list, |word| word.as_string()),
    };
    let inputs = field(data, "inputs").and_then(|rows| items(&rows, row));
    let targets = field(data, "targets").and_then(|list| {
        let classes = items(&list, count).map(OwnTargets::Classes);
        let names = || items(&list, |word| word.as_string()).map(OwnTargets::Names);
        let numbers = || items(&list, number).map(OwnTargets::Numbers);
        classes
            .or_else(names)
            .or_else(numbers)
            .or_else(|| items(&list, row).map(OwnTargets::Values))
    });
    match (inputs, targets, words("names")) {
        (Some(inputs), Some(targets), Some(names)) => Ok(OwnData { inputs, targets, names }),
        _ => Err(expected("data", "inputs [row][input] and targets, one for each row")),
    }
}
