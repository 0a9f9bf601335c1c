//! The pictures of Downhill, drawn by plotters on any backend.
//!
//! Data flows one way: a run is computed into pictures (numbers only), and these are drawn.
//! Drawing takes `&Run`, so it cannot train. All lengths are CSS pixels.
//!
//! In reading order: [`text`] and [`canvas`] (how everything is called and looks),
//! [`options`] (what is shown), [`plots`] (what the pictures of networks and functions share),
//! then [`network`] and [`function`] (their pictures, and what is said of them in words,
//! numbers and formulas), [`editing`] (data and layers changed in a picture),
//! [`four_steps`] (of gradient descent) and [`svg`] (a picture as a file).

pub mod canvas;
pub mod editing;
pub mod four_steps;
pub mod function;
pub mod network;
pub mod options;
pub mod plots;
pub mod svg;
pub mod text;
