//! Points as a search finds them, before the global minimum is known.

use super::kind::Kind;

/// A point, before the global minimum is known.
pub struct Found {
    pub x: Vec<f64>,
    pub value: f64,
    /// Type by its neighbourhood alone: the global minima are among the local ones.
    pub kind: Kind,
    /// Whether the slope jumps there.
    pub kink: bool,
    /// Whether the value jumps there.
    pub jump: bool,
    /// Whether it is one of a line of equal points.
    pub along: bool,
}

/// All that a search has found.
pub struct Outcome {
    pub found: Vec<Found>,
    /// Lowest and highest value met.
    pub range: (f64, f64),
    /// Whether the function falls without end.
    pub is_endless: bool,
}
