//! Where someone thinks that the ball will be, and how far from it it came to be.

use crate::canvas::pen::{Canvas, Drawn, Ink, Pen, Point};
use crate::function::summary::{pair, short};
use crate::plots::contour_map::Pair;
use crate::text::messages::{Piece, Words};
use crate::text::number;
use downhill_core::Descent;
use downhill_core::numeric::math;

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

/// A guess in a picture: where, and whether the truth is known.
pub type Mark = Option<(Pair, bool)>;

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

/// Draws a guess: a dashed ring, and once the truth is known a dashed line to the ball.
pub fn draw<DB: Canvas>(pen: &Pen<DB>, at: Point, ball: Option<Point>) -> Drawn<DB> {
    let mut ring = Vec::new();
    for corner in 0..=28 {
        let angle = std::f64::consts::TAU * f64::from(corner) / 28.0;
        let radius = 0.85 * pen.em;
        ring.push((at.0 + radius * math::cos(angle), at.1 + radius * math::sin(angle)));
    }
    let line = [at, ball.unwrap_or(at)];
    for way in [&ring[..], &line] {
        pen.line(way, Ink(pen.theme.paper, 0.7), 5.0)?;
        pen.dashed(way, pen.theme.ghost, 2.5)?;
    }
    Ok(())
}
