//! Texts of the page, and numbers formatted for reading.

pub mod messages;
#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub mod native;
pub mod number;
pub mod of_core;
pub mod readout;
pub mod rounding;
pub mod weight_names;
