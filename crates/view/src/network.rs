//! Training of a network: pictures and texts.

pub mod boundary;
pub mod chart;
pub mod diagram;
pub mod ending;
pub mod hit_test;
pub(crate) mod inference;
pub(crate) mod input_grid;
pub mod kept_runs;
pub mod kept_thumbnails;
pub mod loss_curve;
pub mod loss_plane;
pub mod pictures;
pub mod progress;
pub mod regression;
pub mod samples;
pub mod summary;
pub mod tables;
pub mod tooltip;
