//! The table of one's own that was brought last.

use downhill_core::Error;
use downhill_core::data::csv::{Choice, Sheet};
use std::rc::Rc;

/// A text of one's own that was brought as a table.
pub(crate) enum Imported {
    /// No table, and why.
    Unreadable(Error),
    /// A table.
    Table(Table),
}

/// A table, and what its columns are for.
#[derive(Clone)]
pub(crate) struct Table {
    /// The file.
    pub sheet: Rc<Sheet>,
    /// Its columns.
    pub choice: Choice,
    /// Data read of it; or the reason that these columns do not do: others can be chosen.
    pub read: Result<Read, Error>,
}

/// The rows of a table that is learned from.
#[derive(Clone)]
pub(crate) struct Read {
    /// How many rows were read.
    pub rows: usize,
    /// The rows that were left out: their lines, and the column in which each lacks a cell.
    pub missing: Vec<(usize, usize)>,
}
