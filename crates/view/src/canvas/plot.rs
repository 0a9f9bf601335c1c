//! Plot: the rectangle of the axes, and where values are in it.

use crate::canvas::geometry::Point;

/// Rectangle of the axes, with their ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Upper left corner.
    pub from: Point,
    /// Lower right corner.
    pub to: Point,
    /// Values at the left and right side.
    pub x: (f64, f64),
    /// Values at the bottom and top.
    pub y: (f64, f64),
}

impl Plot {
    /// Position of a pair of values in the picture.
    pub fn at(&self, x: f64, y: f64) -> Point {
        let share = |value: f64, (low, high): (f64, f64)| (value - low) / (high - low);
        (
            self.from.0 + share(x, self.x) * (self.to.0 - self.from.0),
            self.to.1 - share(y, self.y) * (self.to.1 - self.from.1),
        )
    }

    /// Pair of values at a position in the picture.
    pub fn values_at(&self, (left, top): Point) -> (f64, f64) {
        (
            self.x.0 + (left - self.from.0) / self.per_unit().0,
            self.y.0 + (self.to.1 - top) / self.per_unit().1,
        )
    }

    /// Pixels per unit on each axis.
    pub fn per_unit(&self) -> (f64, f64) {
        (
            (self.to.0 - self.from.0) / (self.x.1 - self.x.0),
            (self.to.1 - self.from.1) / (self.y.1 - self.y.0),
        )
    }

    /// Centre of the rectangle.
    pub fn middle(&self) -> Point {
        ((self.from.0 + self.to.0) / 2.0, (self.from.1 + self.to.1) / 2.0)
    }

    /// Point clamped to the rectangle.
    pub fn held(&self, (x, y): Point) -> Point {
        (x.max(self.from.0).min(self.to.0), y.max(self.from.1).min(self.to.1))
    }

    /// Whether a point is within the rectangle.
    pub fn contains(&self, (x, y): Point) -> bool {
        (self.from.0..=self.to.0).contains(&x) && (self.from.1..=self.to.1).contains(&y)
    }

    /// Part of a line segment within the rectangle (Liang and Barsky 1984).
    pub fn clip(&self, a: Point, b: Point) -> Option<(Point, Point)> {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        for (speed, room) in [
            (-dx, a.0 - self.from.0),
            (dx, self.to.0 - a.0),
            (-dy, a.1 - self.from.1),
            (dy, self.to.1 - a.1),
        ] {
            if speed == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if speed < 0.0 {
                enter = enter.max(room / speed);
            } else {
                leave = leave.min(room / speed);
            }
        }
        let along = |share: f64| (a.0 + share * dx, a.1 + share * dy);
        (enter <= leave).then(|| (along(enter), along(leave)))
    }

    /// Parts of a polyline within the rectangle.
    pub fn clip_line(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let mut parts: Vec<Vec<Point>> = Vec::new();
        for pair in points.windows(2) {
            let Some((a, b)) = self.clip(pair[0], pair[1]) else { continue };
            match parts.last_mut() {
                Some(part) if part.last() == Some(&a) => part.push(b),
                _ => parts.push(vec![a, b]),
            }
        }
        parts
    }
}
