//! The table that the data come from.

use downhill_core::data::csv::{Choice, Sheet};
use std::rc::Rc;

/// A table of one's own that is learned from, and what its columns are for.
pub(crate) struct Imported {
    /// The file.
    pub sheet: Rc<Sheet>,
    /// Its columns.
    pub choice: Choice,
    /// How many rows were read.
    pub rows: usize,
    /// The rows that were left out: their lines, and the column in which each lacks a cell.
    pub missing: Vec<(usize, usize)>,
}
