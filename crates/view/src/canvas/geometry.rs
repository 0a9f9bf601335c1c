//! Pairs of numbers and visible ranges.

/// A pair of numbers: a place, or the lowest and the highest of a range.
pub type Pair = (f64, f64);

/// The visible range of both axes: of the first input, then of the second, or of the value.
pub type Bounds = [Pair; 2];
