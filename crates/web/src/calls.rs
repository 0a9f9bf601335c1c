//! Calls that need no figure.

use downhill_app::told::ByKey;
use downhill_core::Experiment;
use downhill_core::experiment::keys::KEYS;
use downhill_core::run::trajectory;
use downhill_view::options::show::Show;
use downhill_view::text::messages::ENGLISH;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Serializes a value for the page: a map or a struct is a plain object, `None` is null.
pub fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    const PLAIN: Serializer =
        Serializer::new().serialize_maps_as_objects(true).serialize_missing_as_null(true);
    Ok(value.serialize(&PLAIN)?)
}

/// All texts, by key.
#[wasm_bindgen]
pub fn texts() -> Result<JsValue, JsError> {
    to_js(&ENGLISH.texts().collect::<ByKey<_>>())
}

/// The keys of an address.
#[wasm_bindgen]
pub fn keys() -> Vec<String> {
    KEYS.iter().map(|key| key.id).chain(Show::KEYS).map(str::to_string).collect()
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
