//! The same state in words and numbers.

use crate::number;
use crate::words::{Piece, Words};
use downhill_core::Run;
use downhill_core::run::{Quantity, Status};

/// A number of the page: the key of its name, how it is shown, its full value.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name's key in the texts.
    pub key: &'static str,
    /// As people read it.
    pub text: String,
    /// All its digits.
    pub value: f64,
}

/// All numbers of a run's snapshot; `weight` is the one looked along.
pub fn numbers(run: &Run, weight: usize) -> Vec<Figure> {
    let snapshot = run.snapshot();
    let figure = |key, value: f64, text: String| Figure { key, text, value };
    let count = |key, value: u32| figure(key, f64::from(value), number::count(value));
    let digits = |key, value: f64, digits| figure(key, value, number::significant(value, digits));
    let share = |key, value: f64| figure(key, value, number::percent(value));
    vec![
        count("iteration", snapshot.iteration),
        count("epoch", snapshot.epoch),
        digits("train_loss", snapshot.train.loss, 4),
        digits("test_loss", snapshot.test.loss, 4),
        digits("batch_loss", snapshot.batch_loss, 4),
        share("train_accuracy", snapshot.train.accuracy),
        share("test_accuracy", snapshot.test.accuracy),
        digits("gradient_norm", snapshot.gradient_norm, 4),
        digits("value", snapshot.parameters[weight], 6),
        digits("gradient", snapshot.gradient[weight], 6),
        digits("next_step", snapshot.next[weight] - snapshot.parameters[weight], 6),
    ]
}

/// The one sentence that says what is happening.
pub fn sentence(run: &Run, weight: usize, words: Words) -> Vec<Piece> {
    let snapshot = run.snapshot();
    if let Status::Diverged { iteration, what } = run.status() {
        let what = match what {
            Quantity::Parameter => "quantity_parameter",
            Quantity::Loss => "quantity_loss",
            Quantity::Gradient => "quantity_gradient",
        };
        let iteration = number::count(iteration);
        let values = [("iteration", iteration.as_str()), ("what", words.get(what))];
        return words.pieces("sentence_diverged", &values);
    }
    let slope = snapshot.gradient[weight];
    let step = snapshot.next[weight] - snapshot.parameters[weight];
    let uphill = slope * step > 0.0;
    let rightwards = if uphill { step > 0.0 } else { slope < 0.0 };
    let key = match slope {
        0.0 => "sentence_level",
        _ if uphill => "sentence_uphill",
        _ if snapshot.iteration == 0 => "sentence_start",
        _ => "sentence",
    };
    words.pieces(
        key,
        &[
            ("slope", &number::signed(slope, 3)),
            ("step", &number::signed(step, 3)),
            ("direction", words.get(if rightwards { "right" } else { "left" })),
        ],
    )
}
