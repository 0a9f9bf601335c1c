//! Analyses of a run: loss along and across weights, curvature, gradients term by term, basins
//! of attraction, step sizes.

pub mod backprop_trace;
pub mod basin;
pub mod curvature;
pub mod finite_difference;
pub mod loss_plane;
pub mod loss_slice;
pub mod step_size_outcome;
