//! Every word that is read, and numbers as people read them.

pub mod messages;
pub mod number;
pub mod readout;
pub mod rounding;
