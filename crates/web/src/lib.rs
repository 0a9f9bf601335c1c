//! Downhill in the browser: the frame loop, the canvases and the page's calls.
//!
//! A [`Figure`] owns what it shows and its frame loop. The page's script places
//! canvases, passes events on and writes down what [`Figure::state`] says; it
//! does no arithmetic on the run's numbers. Calls that cannot be done throw an
//! `Error` that says what to change, and leave everything as it was.

mod backend;
mod calls;
mod canvases;
mod figure;
mod file;
#[cfg(feature = "trainer")]
mod trainer;

pub use calls::{texts, trajectory_hash};
pub use figure::Figure;
#[cfg(feature = "trainer")]
pub use trainer::Trainer;
