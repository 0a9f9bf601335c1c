//! Tooltips: a title and a few rows of numbers.

use crate::canvas::pen::{Plot, Point};
use crate::text::messages::{Piece, Words};
use crate::text::number::{signed, significant};

/// A picture as it was drawn.
pub struct Picture {
    /// Where its axes are, if it has any.
    pub plot: Option<Plot>,
    /// Its width and height in CSS pixels.
    pub size: Point,
    /// Its text's size in CSS pixels.
    pub em: f64,
}

/// A number of what is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: Vec<Piece>,
    /// As people read it.
    pub text: String,
    /// All its digits; none for words.
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

/// What is told of a point.
#[derive(Clone, Debug, PartialEq)]
pub struct Tooltip {
    /// What it is.
    pub title: String,
    /// Its numbers.
    pub rows: Vec<Row>,
    /// The point, in CSS pixels.
    pub at: Point,
    /// Where that is drawn of which it is told.
    pub mark: Point,
    /// From where down to where the same is told; none where it is told of one place.
    pub upright: Option<(f64, f64)>,
}

impl Tooltip {
    /// Nothing yet.
    pub(crate) fn at(at: Point) -> Tooltip {
        Tooltip { title: String::new(), rows: Vec::new(), at, mark: at, upright: None }
    }
}

/// A number under its name, as a key of the texts.
pub(crate) fn digits(words: Words, key: &str, value: f64) -> Row {
    Row::new(words.pieces(key, &[]), significant(value, 4), value)
}

/// The same with its sign.
pub(crate) fn sign(words: Words, key: &str, value: f64) -> Row {
    Row::new(words.pieces(key, &[]), signed(value, 4), value)
}

/// A number under a name that is no key.
pub(crate) fn named(name: &str, value: f64) -> Row {
    Row::new(vec![Piece::plain(name)], significant(value, 4), value)
}
