//! Groups of the state that a network and a function fill in differently.

use super::ByKey;
use super::piece::Piece;
use super::steps::FourStep;
use downhill_view::function::summary;
use downhill_view::text::readout::Readout;
use serde::Serialize;

/// The groups that a network and a function fill in differently.
#[derive(Default)]
pub(crate) struct Told {
    /// Whether the place that the ball will come to is asked for: nothing may tell it.
    pub predicting: bool,
    /// The four steps, also those of the subject.
    pub steps: Vec<FourStep>,
    pub numbers: Vec<Reading>,
    pub sentence: Vec<Piece>,
    pub notes: ByKey<Vec<Piece>>,
    pub epoch: Epoch,
    pub function: FunctionFacts,
    pub step_size_scale: StepSizeScale,
    pub racers: Vec<Racer>,
}

/// Progress within an epoch, as shares of the training samples.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Epoch {
    /// Visited so far, and after the coming step.
    pub visits: [f64; 2],
    /// Whether the coming step takes all training samples.
    pub sees_all: bool,
}

/// The function that the ball is on; empty for a network.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FunctionFacts {
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
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StepSizeScale {
    /// The outcomes that are known, from the first place on.
    pub places: Vec<Outcome>,
    /// All of them in words.
    pub label: String,
    /// The place, from 0 to 1, from which on steps overshoot; null if beyond the slider's ends
    /// or without a rule.
    pub overshoots: Option<f64>,
    /// The place from which on they no longer settle.
    pub settles: Option<f64>,
    /// The step size with which the run comes to rest soonest, if it does not with the present
    /// one.
    pub settling: Option<String>,
}

/// The outcome of a run at one step size.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Outcome {
    /// How it ends.
    pub end: &'static str,
    /// The same in words.
    pub title: String,
}

/// A row of a race's table, and all digits of its numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Racer {
    /// The name of its colour.
    pub sign: String,
    /// Its mark.
    pub mark: &'static str,
    /// Its name.
    pub name: String,
    /// Its height.
    pub height: String,
    /// How it stands, in words.
    pub told: String,
    /// Its place, all digits.
    pub x: Vec<f64>,
    /// Its height, all digits.
    pub value: f64,
}

/// A row of the table of stationary points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Spot {
    /// Its mark.
    pub sign: &'static str,
    /// Its kind.
    pub name: String,
    /// Its place.
    pub place: String,
    /// Its height.
    pub value: String,
}

/// A number beside the pictures.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reading {
    /// The key of its name among the texts.
    pub key: &'static str,
    /// The number as people read it.
    pub text: String,
    /// All its digits.
    pub value: f64,
    /// The mark it stands for; empty for none.
    pub sign: &'static str,
}

pub(crate) fn numbers(figures: Vec<Readout>) -> Vec<Reading> {
    let number =
        |Readout { key, text, value }| Reading { key, text, value, sign: summary::sign(key) };
    figures.into_iter().map(number).collect()
}
