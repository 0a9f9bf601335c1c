//! Prediction of the ball's position by the reader, and its error.

use crate::function::summary::is_far;
use crate::function::zero::Zero;
use crate::text::messages::{Piece, Words};
use downhill_core::Descent;

/// A prediction.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// Predicted position.
    pub at: Vec<f64>,
    /// Number of updates when it was made.
    pub iteration: u32,
}

/// Whether the prediction is still to be made or changed: nothing may reveal the next step.
pub fn asking(guess: Option<&Guess>, descent: &Descent) -> bool {
    guess.is_none_or(|guess| guess.iteration >= descent.snapshot().iteration)
}

/// The question, or the prediction compared with the outcome.
pub fn sentence(guess: Option<&Guess>, descent: &Descent, zero: Zero, words: Words) -> Vec<Piece> {
    let now = descent.snapshot();
    let asking = asking(guess, descent);
    let at = guess.map_or(&now.x, |guess| &guess.at);
    let apart = at.iter().zip(&now.x).fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b)).sqrt();
    let made = guess.map_or(now.iteration, |guess| guess.iteration);
    let steps = now.iteration.saturating_sub(made);
    let key = match guess {
        Some(_) if asking => "guess_made",
        None => "guess_ask",
        _ => "guess_told",
    };
    let names = descent.function().variables();
    let place = |x: &[f64]| match is_far(x, descent.domain()) {
        true => words.get("place_far").to_string(),
        false => format!("{names} = {}", words.place(x, 3)),
    };
    words.pieces(
        key,
        &[
            ("guess", &place(at)),
            ("place", &place(&now.x)),
            ("slope", &words.pair(&zero.slopes(&now.gradient), |slope| words.signed(slope, 3))),
            ("rate", &words.short(now.optimizer.learning_rate)),
            ("n", &steps.to_string()),
            ("steps", &words.count(steps)),
            ("apart", &words.significant(apart, 3)),
        ],
    )
}
