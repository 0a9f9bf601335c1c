//! Valleys and ridges: lines of equal minima or maxima, followed from one of their points.

use super::ring::lowest;
use crate::formula::Formula;
use crate::numeric::math;
use crate::numeric::vector::norm;
use std::f64::consts::{FRAC_PI_3, PI, TAU};

type Place = [f64; 2];

/// Length of a step, in cells.
const STEP: f64 = 0.5;
/// Largest number of steps in one direction.
const STEPS: usize = 2000;
/// Directions tried from the first point.
const DIRECTIONS: usize = 64;
/// Number of steps before the line may close.
const CLOSED: usize = 8;
/// Number of points of a line on both sides of one that it passes.
const BEYOND: usize = 4;

/// A level line of minima or maxima, as far as it is in the window.
pub struct Valley {
    points: Vec<Place>,
    pub value: f64,
    cell: Place,
}

impl Valley {
    /// Follows the line of minima through a point; with a `sign` of −1, that of maxima. `cell`:
    /// width and height of a cell of the grid.
    pub fn through(
        f: &Formula,
        at: Place,
        window: [(f64, f64); 2],
        cell: Place,
        sign: f64,
    ) -> Valley {
        let value = f.value(&at);
        let beside = |from: Place, angle: f64| {
            let (sin, cos) = math::sin_cos(angle);
            [from[0] + STEP * cos * cell[0], from[1] + STEP * sin * cell[1]]
        };
        let height = |from: Place, angle: f64| sign * (f.value(&beside(from, angle)) - value);
        let is_level = |from: Place, angle: f64| {
            let x = beside(from, angle);
            let side = height(from, angle - FRAC_PI_3).min(height(from, angle + FRAC_PI_3));
            // At a jump it is as large as that.
            let doubt = 2.0 * f.rounding(&at)[0].min(f.rounding(&x)[0]);
            height(from, angle).abs() <= doubt + 1e-9 * side.max(0.0)
        };
        let is_in_sight =
            |x: Place| (0..2).all(|axis| window[axis].0 <= x[axis] && x[axis] <= window[axis].1);
        let turn = |index: usize| TAU * index as f64 / DIRECTIONS as f64;
        let way = (0..DIRECTIONS)
            .map(turn)
            .min_by(|a, b| height(at, *a).total_cmp(&height(at, *b)))
            .unwrap_or(0.0);
        let walk = |way: f64| {
            let (mut points, mut from, mut way) = (Vec::new(), at, way);
            while points.len() < STEPS {
                way = lowest(way - FRAC_PI_3, way + FRAC_PI_3, |angle| height(from, angle));
                let next = beside(from, way);
                let is_closed = points.len() > CLOSED && distance(next, at, cell) < STEP;
                if !is_in_sight(next) || is_closed || !is_level(from, way) {
                    break;
                }
                points.push(next);
                from = next;
            }
            points
        };
        let mut points = walk(way + PI);
        points.reverse();
        points.push(at);
        points.extend(walk(way));
        Valley { points, value, cell }
    }

    /// Whether it passes a point of this value, given with its doubt.
    pub fn passes(&self, x: Place, value: f64, doubt: f64) -> bool {
        let is_near = |it: &Place| distance(*it, x, self.cell) < STEP;
        (value - self.value).abs() <= doubt && self.points.iter().any(is_near)
    }

    /// Whether a point of this value, given with its doubt, is one of it, with more of them on
    /// both sides.
    pub fn goes_beyond(&self, x: Place, value: f64, doubt: f64) -> bool {
        let inner = BEYOND..self.points.len().saturating_sub(BEYOND);
        (value - self.value).abs() <= doubt
            && self
                .points
                .get(inner)
                .is_some_and(|inner| inner.iter().any(|it| distance(*it, x, self.cell) < STEP))
    }
}

fn distance(a: Place, b: Place, cell: Place) -> f64 {
    norm(&[(a[0] - b[0]) / cell[0], (a[1] - b[1]) / cell[1]])
}
