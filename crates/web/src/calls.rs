//! What goes out to the page's script, as plain objects: a file for each group of answers.

mod ball;
mod controls;
mod function;
mod network;
mod numbers;
mod own;
mod page;
mod picture;
mod steps;
mod told;

use crate::pairs::Pairs;
use crate::plain::to_js;
use crate::state::State;
use downhill_core::Experiment;
use downhill_core::export::{self, EXPORTS};
use downhill_core::numeric::digest;
use downhill_view::text::messages::ENGLISH;
use wasm_bindgen::prelude::*;

pub use controls::{BALL, at_place};
pub use function::{basins, check, equations, written};
pub use numbers::{loss, shown_plane, snapshot};
pub use page::state;
pub use picture::{drawing, probe};
pub use steps::microscope;

/// All texts, by key.
#[wasm_bindgen]
pub fn texts() -> Result<JsValue, JsError> {
    to_js(&ENGLISH.texts().collect::<Pairs<_>>())
}

/// One hash of all parameters at iterations 0 … n of what a query asks for. The
/// same in every browser, in Node and natively.
#[wasm_bindgen(js_name = trajectoryHash)]
pub fn trajectory_hash(query: &str, iterations: u32) -> Result<String, JsError> {
    let (experiment, errors) = Experiment::from_query(query);
    if let Some(error) = errors.into_iter().next() {
        return Err(error.into());
    }
    Ok(digest::trajectory(&experiment, iterations)?.to_string())
}

/// What can be saved of a network's run: names and their files.
pub fn exports() -> Vec<(&'static str, &'static str)> {
    EXPORTS.iter().map(|of| (of.id, of.file)).collect()
}

/// The text of a file that can be saved.
pub fn export(state: &State, id: &str) -> Result<String, JsError> {
    let run = state.subject.run().ok_or_else(|| JsError::new("There is no network to save."))?;
    Ok((export::from_id(id)?.write)(run))
}
