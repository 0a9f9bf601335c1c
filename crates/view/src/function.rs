//! Descent on a function of one or two variables: pictures and texts.

pub mod curve;
pub mod curve_plot;
pub mod ending;
pub mod equations;
pub mod pictures;
pub mod prediction;
pub mod race;
pub mod step_size_scale;
pub mod summary;
pub mod tables;
pub mod transition;
pub mod zero;
