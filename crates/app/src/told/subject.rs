//! Groups of the state that a network and a function fill in differently.

use super::ByKey;
use downhill_view::function::summary;
use downhill_view::text::messages;
use downhill_view::text::readout::Readout;
use serde::Serialize;

/// The groups that a network and a function fill in differently.
#[derive(Default)]
pub struct Told {
    /// `network`, `neuron`, or a function with its curve, `line`, or with its surface, `plane`.
    pub mode: &'static str,
    /// Whether the place that the ball will come to is asked for: nothing may tell it.
    pub predicting: bool,
    pub numbers: Vec<Number>,
    pub sentence: Vec<Piece>,
    pub notes: ByKey<Vec<Piece>>,
    pub weights: Vec<String>,
    pub epoch: Epoch,
    pub function: Function,
    pub step_size_scale: StepSizeScale,
    pub racers: Vec<Racer>,
    /// The races on offer: a value of the key `race` and its name.
    pub races: Vec<(String, String)>,
}

/// Progress within an epoch, as shares of the training samples.
#[derive(Default, PartialEq, Serialize)]
pub struct Epoch {
    /// Visited so far, and after the coming step.
    pub visits: [f64; 2],
    /// Whether the coming step takes all training samples.
    pub sees_all: bool,
}

/// The function that the ball is on; empty for a network.
#[derive(Default, PartialEq, Serialize)]
pub struct Function {
    /// Its name in the list; empty for a typed one.
    pub id: &'static str,
    /// Whether its condition number can be chosen.
    pub conditioned: bool,
    /// The lowest and highest value in sight, for each variable.
    pub domain: Vec<String>,
    /// The stationary points that have a mark.
    pub spots: Vec<Spot>,
}

/// The scale along the step size's slider: the outcome of a run at each of its places.
#[derive(Default, PartialEq, Serialize)]
pub struct StepSizeScale {
    pub places: Vec<Outcome>,
    pub label: String,
    /// The places, from 0 to 1, from which on steps overshoot and no longer settle; null if
    /// beyond the slider's ends or without a rule.
    pub overshoots: Option<f64>,
    pub settles: Option<f64>,
}

/// The outcome of a run at one step size.
#[derive(PartialEq, Serialize)]
pub struct Outcome {
    pub end: &'static str,
    pub title: String,
}

/// A row of a race's table, and all digits of its numbers.
#[derive(PartialEq, Serialize)]
pub struct Racer {
    pub sign: String,
    pub mark: &'static str,
    pub name: String,
    pub height: String,
    pub told: String,
    pub x: Vec<f64>,
    pub value: f64,
}

/// A row of the table of stationary points.
#[derive(PartialEq, Serialize)]
pub struct Spot {
    pub sign: &'static str,
    pub name: String,
    pub place: String,
    pub value: String,
}

/// A number beside the pictures.
#[derive(PartialEq, Serialize)]
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
#[derive(Clone, PartialEq, Serialize)]
pub struct Piece {
    text: String,
    sign: String,
}

pub(crate) fn pieces(pieces: Vec<messages::Piece>) -> Vec<Piece> {
    pieces.into_iter().map(|piece| Piece { text: piece.text, sign: piece.sign }).collect()
}
