//! The point that a hand drags.

use downhill_view::canvas::geometry::Point;

/// The point that is dragged.
#[derive(Default)]
pub(crate) enum Held {
    /// The ball.
    #[default]
    Ball,
    /// The secant's second point.
    Second,
    /// The ball on a weight's curve, held so far to the right of it.
    Weight(f64),
    /// The ball on the map of two weights, held so far to the right of it and below it.
    Weights(Point),
}
