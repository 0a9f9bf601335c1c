//! Texts of the page, and numbers formatted for reading.

pub mod messages;
pub mod number;
pub mod readout;
pub mod rounding;
