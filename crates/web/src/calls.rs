//! Calls that need no figure.

use downhill_core::Experiment;
use downhill_core::experiment::keys::KEYS;
use downhill_core::run::trajectory;
use downhill_view::options::show::Show;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Serializes a value for the page: a map or a struct is a plain object, `None` is null.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    const PLAIN: Serializer =
        Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(value.serialize(&PLAIN)?)
}

/// The types of what the page is told, for those of its calls.
#[wasm_bindgen(typescript_custom_section)]
const CONTRACT: &str = include_str!("../../../www/contract.ts");

/// The keys of an address.
#[wasm_bindgen]
pub fn keys() -> Vec<String> {
    let beside = ["at", "story", "beat", "mode"];
    KEYS.iter().map(|key| key.id).chain(Show::KEYS).chain(beside).map(str::to_string).collect()
}

/// One hash of all parameters at iterations 0 … n of what a query asks for. The
/// same in every browser, in Node and natively.
#[wasm_bindgen(js_name = trajectoryHash)]
pub fn trajectory_hash(query: &str, iterations: u32) -> Result<String, JsError> {
    let (experiment, errors) = Experiment::from_query(query);
    if let Some(error) = errors.into_iter().next() {
        return Err(error.into());
    }
    Ok(trajectory::digest(&experiment, iterations)?.to_string())
}
