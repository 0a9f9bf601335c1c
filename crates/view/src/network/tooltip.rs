//! Tooltips: a title and a few rows of numbers.

use crate::canvas::geometry::Point;
use crate::canvas::plot::Plot;
use crate::text::messages::{Piece, Words};

/// Geometry of a drawn picture.
pub struct Picture {
    /// Rectangle and ranges of its axes, if it has any.
    pub plot: Option<Plot>,
    /// Width and height, in CSS pixels.
    pub size: Point,
    /// Text size, in CSS pixels.
    pub em: f64,
}

/// A number of a tooltip, with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Name.
    pub name: Vec<Piece>,
    /// Formatted value.
    pub text: String,
    /// Full value; `None` for words.
    pub value: Option<f64>,
}

impl Row {
    /// A row with a number.
    pub fn new(name: Vec<Piece>, text: String, value: f64) -> Row {
        Row { name, text, value: Some(value) }
    }

    /// A row of words.
    pub fn text(name: Vec<Piece>, text: String) -> Row {
        Row { name, text, value: None }
    }
}

/// Tooltip of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Tooltip {
    /// Title.
    pub title: String,
    /// Numbers.
    pub rows: Vec<Row>,
    /// The point, in CSS pixels.
    pub at: Point,
    /// Position of the mark that the tooltip is about.
    pub mark: Point,
    /// Vertical range in which the tooltip is the same; `None` for a single point.
    pub upright: Option<(f64, f64)>,
}

impl Tooltip {
    /// An empty tooltip.
    pub(crate) fn at(at: Point) -> Tooltip {
        Tooltip { title: String::new(), rows: Vec::new(), at, mark: at, upright: None }
    }
}

/// A number named by a text key.
pub(crate) fn digits(words: Words, key: &str, value: f64) -> Row {
    Row::new(words.pieces(key, &[]), words.significant(value, 4), value)
}

/// A number with its sign, named by a text key.
pub(crate) fn sign(words: Words, key: &str, value: f64) -> Row {
    Row::new(words.pieces(key, &[]), words.signed(value, 4), value)
}

/// A number with a given name.
pub(crate) fn named(words: Words, name: &str, value: f64) -> Row {
    Row::new(vec![Piece::plain(name)], words.significant(value, 4), value)
}
