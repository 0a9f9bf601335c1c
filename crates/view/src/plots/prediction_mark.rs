//! Mark of a prediction: the position where somebody expects the ball.

use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::Canvas;
use crate::canvas::pen::{Drawn, Ink, Pen};
use downhill_core::numeric::math;

/// A prediction in a picture: its position, and whether the outcome is revealed.
pub type Mark = Option<(Pair, bool)>;

/// Draws a prediction: a dashed ring, and once revealed a dashed line to the ball.
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
