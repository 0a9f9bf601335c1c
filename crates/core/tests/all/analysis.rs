//! What a run is looked at with: gradients term by term, curvature, planes, step sizes, basins.

mod backprop_trace;
mod curvature;
mod finite_difference;
mod loss_plane;
mod step_size;
