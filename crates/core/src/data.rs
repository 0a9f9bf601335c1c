//! Training data: tables, and their split into training and test rows.
//!
//! The built-in data sets stand in [`builtin`]; a user's own table is read by [`csv`].

pub mod builtin;
pub mod csv;
pub mod custom;
pub mod features;
mod observations;
pub mod split;
pub mod table;
pub mod target;
pub mod url_codec;
