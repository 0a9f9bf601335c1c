//! Downhill in the browser: the frame loop, the canvases and the page's calls.
//!
//! A [`Figure`] owns what it shows and its frame loop. The page's script places
//! canvases, passes events on and writes down the groups of the state that it is told;
//! it does no arithmetic on the run's numbers. Calls that cannot be done throw an
//! `Error` that says what to change, and leave everything as it was.

mod backend;
mod calls;
mod canvases;
mod figure;
mod speech;
#[cfg(feature = "trainer")]
mod trainer;

use wasm_bindgen::prelude::*;

pub use calls::trajectory_hash;
pub use figure::Figure;
pub use speech::Language;
#[cfg(feature = "trainer")]
pub use trainer::Trainer;

/// Has a panic write its message and place to the console. Called once, when the module starts.
#[wasm_bindgen(start)]
pub fn report_panics() {
    console_error_panic_hook::set_once();
}
