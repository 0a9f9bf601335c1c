//! Pictures of Downhill, drawn by plotters on any backend.
//!
//! Data flows one way: a run is computed into pictures (numbers only), and these are drawn.
//! Drawing takes `&Run`, so it cannot train. All lengths are in CSS pixels.
//!
//! In reading order: [`text`] and [`canvas`] (names, numbers and looks), [`options`] (display
//! settings), [`plots`] (plots common to networks and functions), then [`network`] and
//! [`function`] (their pictures, and their texts, numbers and formulas), [`editing`] (data and
//! layers changed in a picture), [`four_steps`] (of gradient descent), [`data_table`] (a picture in
//! numbers) and [`svg`] (export of a picture).

pub mod canvas;
pub mod data_table;
pub mod editing;
pub mod four_steps;
pub mod function;
pub mod network;
pub mod options;
pub mod plots;
pub mod svg;
pub mod text;
