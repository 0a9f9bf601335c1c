//! Plots common to networks and functions: contour maps, surfaces, marks on them.

pub mod axis_range;
pub mod ball;
pub mod basin_map;
pub mod color_scale;
pub mod contour;
pub mod contour_map;
pub mod ground;
pub mod prediction_mark;
pub mod projection;
pub mod refinement;
pub mod relief;
pub mod run_marks;
pub mod stationary_marks;
pub mod surface;
pub mod terrain;
