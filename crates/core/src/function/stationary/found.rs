//! Points as a search finds them, before the global minimum is known.

/// Type of a point by its neighbourhood alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    Minimum,
    EdgeMinimum,
    Maximum,
    Saddle,
    Flat,
    Kink,
    Uncertain,
}

/// A point, before the global minimum is known.
pub struct Found {
    pub x: Vec<f64>,
    pub value: f64,
    pub shape: Shape,
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
