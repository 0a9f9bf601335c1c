//! Where someone thinks that the ball will be, and how far from it it came to be.

use crate::text::messages::{Piece, Words};
use crate::text::number::{self, pair, short};
use downhill_core::Descent;

/// A guess.
#[derive(Clone, Debug, PartialEq)]
pub struct Guess {
    /// Where the ball will be.
    pub at: Vec<f64>,
    /// After how many updates it was made.
    pub iteration: u32,
}

/// Whether the ball's next place is still to be guessed: nothing is to tell it.
pub fn asking(guess: Option<&Guess>, descent: &Descent) -> bool {
    guess.is_none_or(|guess| guess.iteration >= descent.snapshot().iteration)
}

/// The question, or the guess beside the truth.
pub fn sentence(guess: Option<&Guess>, descent: &Descent, words: Words) -> Vec<Piece> {
    let now = descent.snapshot();
    let asking = asking(guess, descent);
    let at = guess.map_or(&now.x, |guess| &guess.at);
    let apart = at.iter().zip(&now.x).fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b)).sqrt();
    let made = guess.map_or(now.iteration, |guess| guess.iteration);
    let steps = now.iteration.saturating_sub(made);
    let key = match guess {
        Some(_) if asking => "guess_made",
        None => "guess_ask",
        _ if steps == 1 => "guess_told_once",
        _ => "guess_told",
    };
    let names = if now.x.len() == 1 { "x" } else { "(x, y)" };
    let place = |x: &[f64]| format!("{names} = {}", number::place(x, 3));
    words.pieces(
        key,
        &[
            ("guess", &place(at)),
            ("place", &place(&now.x)),
            ("slope", &pair(&now.gradient, |slope| number::signed(slope, 3))),
            ("rate", &short(now.optimizer.learning_rate)),
            ("steps", &number::count(steps)),
            ("apart", &number::significant(apart, 3)),
        ],
    )
}
