//! What is learned from: tables, and their split into training and test rows.
//!
//! The data sets on offer stand in [`builtin`]; a table of one's own comes from
//! [`csv`].

pub mod builtin;
pub mod csv;
pub mod custom;
pub mod features;
mod observations;
pub mod split;
pub mod table;
pub mod target;
pub mod url_codec;
