//! Pairs of numbers and visible ranges.

/// A point in CSS pixels, from the picture's upper left corner.
pub type Point = (f64, f64);

/// A pair of numbers: a point (x, y), or a range (lowest, highest).
pub type Pair = (f64, f64);

/// Visible ranges of both axes: of the first input, and of the second or of the value.
pub type Bounds = [Pair; 2];
