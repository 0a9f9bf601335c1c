//! An experiment's file in JSON, as `export.rs` of the core writes it.

use downhill_app::File;
use downhill_core::{Error, Experiment};
use js_sys::{JSON, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Reads a file. The error says which field is wrong, and what it takes.
pub fn read(text: &str) -> Result<File, Error> {
    let whole = JSON::parse(text).map_err(|_| {
        wrong("This file begins like JSON and is none: save it from this page once more.")
    })?;
    let query: Option<String> = field(&whole, "query", "a text, such as \"seed=2\"")?;
    Ok(File {
        experiment: query.as_deref().map(experiment).transpose()?,
        data: field(&whole, "data", "inputs [row][input] and targets, one for each row")?,
        weights: field(&whole, "weights", "a list of layers, each with W [out][in] and b [out]")?,
        batches: field(&whole, "batches", "lists of samples, such as [[0, 1], [2, 2]]")?,
    })
}

fn wrong(text: &str) -> Error {
    Error::Inconsistent(text.into())
}

/// A field of the file; none if it is absent or null. `takes` completes the error's sentence.
fn field<T: DeserializeOwned>(file: &JsValue, key: &str, takes: &str) -> Result<Option<T>, Error> {
    // The file begins with a brace: it is an object, and has every field at least as undefined.
    let value = Reflect::get(file, &key.into()).unwrap_or_default();
    serde_wasm_bindgen::from_value(value)
        .map_err(|_| wrong(&format!("This file’s {key} cannot be read: it takes {takes}.")))
}

/// The experiment of a query, or the first thing that is wrong with it.
fn experiment(query: &str) -> Result<Experiment, Error> {
    let (experiment, problems) = Experiment::from_query(query);
    problems.into_iter().next().map_or(Ok(experiment), Err)
}
