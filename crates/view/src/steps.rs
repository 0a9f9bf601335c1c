//! The four steps of gradient descent, with the numbers of the one at hand in them.

use crate::number::{signed, significant};
use crate::tell::{pair, short, way};
use crate::words::{Piece, Words};
use downhill_core::Descent;
use downhill_core::descent::Snapshot;

/// One of the four steps.
pub struct Step {
    /// What is done, in words.
    pub words: Vec<Piece>,
    /// The same as a line of the algorithm, with its numbers.
    pub line: String,
    /// All digits of the numbers that it comes to.
    pub values: Vec<f64>,
}

/// Why a run stops by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// As many steps as were asked for are made.
    Enough,
    /// The gradient is as good as 0.
    Level,
    /// Numbers are no longer finite.
    Diverged,
}

/// The four steps from where the ball is; once `moved`, those that led it there.
/// `iterations` is how many steps there are to be, 0 for no end.
pub fn of_ball(
    descent: &Descent,
    moved: bool,
    iterations: u32,
    stop: Option<Stop>,
    words: Words,
) -> [Step; 4] {
    let now = descent.snapshot();
    let (from, next) = match descent.previous() {
        Some(before) if moved => (before, now.x.clone()),
        _ => (now, descent.next()),
    };
    let Snapshot { x, gradient, optimizer, .. } = from;
    let place = |x: &[f64]| pair(x, |part| significant(part, 4));
    let slopes = |slopes: &[f64]| pair(slopes, |part| signed(part, 3));
    let downhill: Vec<f64> = gradient.iter().map(|slope| -slope).collect();
    let move_by: Vec<f64> = next.iter().zip(x).map(|(next, x)| next - x).collect();
    let plain = downhill
        .iter()
        .zip(&move_by)
        .all(|(down, by)| (optimizer.learning_rate * down - by).abs() <= 1e-9 * by.abs());
    let values = [
        ("name", if x.len() == 1 { "x" } else { "(x, y)" }),
        ("f", if x.len() == 1 { "f′" } else { "∇f" }),
        ("place", &place(x)),
        ("gradient", &slopes(gradient)),
        ("downhill", &slopes(&downhill)),
        ("way", &way(&downhill, words)),
        ("rate", &short(optimizer.learning_rate)),
        ("move", &slopes(&move_by)),
        ("next", &place(&next)),
        ("done", &now.iteration.to_string()),
        ("all", &iterations.to_string()),
    ];
    let repeat = match (stop, iterations) {
        (Some(Stop::Enough), _) => "stop_enough",
        (Some(Stop::Level), _) => "stop_level",
        (Some(Stop::Diverged), _) => "stop_diverged",
        (None, 0) => "four_4_open",
        (None, _) => "four_4",
    };
    let line = if plain { "four_3_line" } else { "four_3_line_other" };
    let step = |title, line, numbers: &[f64]| Step {
        words: words.pieces(title, &values),
        line: words.fill(line, &values),
        values: numbers.to_vec(),
    };
    [
        step("four_1", "four_1_line", gradient),
        step("four_2", "four_2_line", &downhill),
        step("four_3", line, &next),
        step(repeat, "four_4_line", &[f64::from(now.iteration)]),
    ]
}
