//! What is drawn and said, against the runs themselves.

mod four_steps;
mod function;
mod layers;
mod neurons;
mod of_core;
mod paint;
mod pictures;
mod presets;
mod probe;
mod support;
mod theme;
mod validation;
