//! What is told of a network or of a ball, in numbers and sentences.

use super::ByKey;
use downhill_view::function::summary;
use downhill_view::text::messages;
use downhill_view::text::readout::Readout;
use serde::Serialize;

/// What is told of a network or of a ball.
#[derive(Default, Serialize)]
pub struct Told {
    /// What it is about: a `network`, or a function with its curve, the `line`, or with
    /// its surface, the `plane`.
    pub mode: &'static str,
    pub numbers: Vec<Number>,
    pub sentence: Vec<Piece>,
    /// Sentences with values in them.
    pub notes: ByKey<Vec<Piece>>,
    /// The weights' names, in the order of θ.
    pub weights: Vec<String>,
    /// Whether the coming step looks at all training samples.
    pub sees_all: bool,
    /// The share of them that this epoch has visited, and that it will have after the
    /// coming step.
    pub visits: [f64; 2],
    /// The function's name in the list; empty for a network or a typed one.
    pub known: &'static str,
    /// Whether its condition number can be chosen.
    pub conditioned: bool,
    /// What is in sight of it: lowest and highest, for each variable.
    pub domain: Vec<String>,
    /// The places with a mark.
    pub spots: Vec<Spot>,
    pub dial: Dial,
    /// Whether where the ball will be is to be guessed: nothing may tell it.
    pub asking: bool,
    /// The runs of a race; none without one.
    pub racers: Vec<Racer>,
    /// The races on offer: a value of the key and its name.
    pub races: Vec<(String, String)>,
}

/// What comes of each place of the step size's slider.
#[derive(Default, Serialize)]
pub struct Dial {
    pub places: Vec<DialPlace>,
    pub label: String,
    /// Where on the slider steps begin to overshoot and where they no longer settle, from
    /// 0 to 1; none if it is beyond its ends or there is no rule.
    pub overshoots: Option<f64>,
    pub settles: Option<f64>,
}

#[derive(Serialize)]
pub struct DialPlace {
    pub end: &'static str,
    pub title: String,
}

/// A row of a race's table, and all digits of its numbers.
#[derive(Serialize)]
pub struct Racer {
    pub sign: String,
    pub mark: &'static str,
    pub name: String,
    pub height: String,
    pub told: String,
    pub x: Vec<f64>,
    pub value: f64,
}

#[derive(Serialize)]
pub struct Spot {
    pub sign: &'static str,
    pub name: String,
    pub place: String,
    pub value: String,
}

/// A number beside the pictures.
#[derive(Serialize)]
pub struct Number {
    key: &'static str,
    text: String,
    value: f64,
    /// The mark it stands for; empty for none.
    sign: &'static str,
}

pub(crate) fn numbers(figures: Vec<Readout>) -> Vec<Number> {
    let number =
        |Readout { key, text, value }| Number { key, text, value, sign: summary::sign(key) };
    figures.into_iter().map(number).collect()
}

/// A piece of a sentence, and the mark it stands for; empty for none.
#[derive(Clone, Serialize)]
pub struct Piece {
    text: String,
    sign: String,
}

pub(crate) fn pieces(pieces: Vec<messages::Piece>) -> Vec<Piece> {
    pieces.into_iter().map(|piece| Piece { text: piece.text, sign: piece.sign }).collect()
}
