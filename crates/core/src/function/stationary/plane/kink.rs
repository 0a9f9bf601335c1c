//! Minima, maxima and saddles at kinks, told from values alone.

use super::ring::{Rings, Verdict, lowest};
use super::{Level, NOTHING, Place, Plane};
use crate::formula::Formula;
use crate::function::stationary::kind::Kind;
use crate::numeric::math;
use std::f64::consts::PI;

impl Plane {
    /// The minimum near a point, also at a kink; with a `sign` of −1 the maximum. `None` if
    /// there is none nearby.
    ///
    /// It is the minimum over y of the minima over x: a narrow valley, along which one would
    /// have to search in just the right direction, is no obstacle.
    pub(super) fn extreme(&self, f: &Formula, start: Place, sign: f64) -> Option<Level> {
        const REACH: f64 = 1.5;
        let [w, h] = self.apart();
        let height = |x: Place| sign * f.value(&x);
        let lowest_of_row = |y: f64| {
            let x = lowest(start[0] - REACH * w, start[0] + REACH * w, |x| height([x, y]));
            [x, y]
        };
        let y = lowest(start[1] - REACH * h, start[1] + REACH * h, |y| height(lowest_of_row(y)));
        let mut x = lowest_of_row(y);
        let mut lowest = height(x);
        // Along a level line any place is as good: not one at the end.
        for inner in [lowest_of_row(start[1]), [start[0], x[1]]] {
            if height(inner) <= lowest {
                (x, lowest) = (inner, height(inner));
            }
        }
        if (0..2).any(|axis| (x[axis] - start[axis]).abs() > 0.99 * REACH * [w, h][axis]) {
            return None;
        }
        // A kink's place is often a round number, which the search comes near to.
        let round = [0, 1].map(|axis| {
            let unit = 1e-9 * [w, h][axis];
            let decimal = 1e-10f64.max(unit);
            (x[axis] / decimal).round() * decimal
        });
        if height(round) <= lowest {
            x = round;
        }
        let kind = if sign > 0.0 { Kind::LocalMinimum } else { Kind::Maximum };
        let plateau = self.middle_of_plateau(f, x);
        let (x, kink) = plateau.map_or((x, true), |middle| (middle, false));
        let value = f.value(&x);
        let verdict = Rings::new(f, x, self.apart(), [1.0, 0.0]).verdict();
        let real = self.is_in_sight(x) && value.is_finite() && verdict.kind == kind;
        real.then_some(Level { x, value, verdict, is_degenerate: false, kink })
    }

    /// The saddle near a point, at a kink: the highest, along the direction in which f falls most
    /// on both sides, of the minima along the direction in which it rises most. `None` if there is
    /// none.
    pub(super) fn pass(&self, f: &Formula, start: Place) -> Option<Level> {
        const REACH: f64 = 1.5;
        const DIRECTIONS: usize = 64;
        let apart = self.apart();
        let at = |from: Place, way: Place, far: f64| {
            [0, 1].map(|axis| from[axis] + far * way[axis] * apart[axis])
        };
        let rise = |from: Place, way: Place| {
            f.value(&at(from, way, REACH)) + f.value(&at(from, way, -REACH)) - 2.0 * f.value(&from)
        };
        let ways = (0..DIRECTIONS).map(|index| {
            let (sin, cos) = math::sin_cos(PI * index as f64 / DIRECTIONS as f64);
            [cos, sin]
        });
        let order = |a: &Place, b: &Place| rise(start, *a).total_cmp(&rise(start, *b));
        let (along, across) = (ways.clone().max_by(order)?, ways.min_by(order)?);
        let lowest_at = |t: f64| {
            let from = at(start, across, t);
            at(from, along, lowest(-REACH, REACH, |t| f.value(&at(from, along, t))))
        };
        let x = lowest_at(lowest(-REACH, REACH, |t| -f.value(&lowest_at(t))));
        let round = x.map(|part| (part * 1e9).round() / 1e9 + 0.0);
        let is_saddle = |x: &Place| {
            let (rise, fall) = (rise(*x, along), -rise(*x, across));
            // Beside a valley f is a little lower along it.
            let both = rise > 1e-5 * fall && fall > 1e-5 * rise;
            let verdict = || Rings::new(f, *x, self.apart(), along).verdict();
            self.is_in_sight(*x) && both && verdict().kind == Kind::Saddle
        };
        let x = [round, x].into_iter().find(is_saddle)?;
        let verdict = Verdict { kind: Kind::Saddle, along: false };
        Some(Level { x, value: f.value(&x), verdict, is_degenerate: false, kink: true })
    }
    /// The middle of a level place that is smaller than the cells, as where f is so small that it
    /// underflows; `None` if the point is on none.
    pub(super) fn middle_of_plateau(&self, f: &Formula, from: Place) -> Option<Place> {
        const REACH: f64 = 3.0;
        const NEAR: f64 = 1e-3;
        let (apart, value) = (self.apart(), f.value(&from));
        let is_level = |at: Place, axis: usize, far: f64| {
            let mut x = at;
            x[axis] += far * apart[axis];
            (f.value(&x) - value).abs() <= NOTHING
        };
        if (0..2).all(|axis| [NEAR, -NEAR].iter().all(|far| !is_level(from, axis, *far))) {
            return None;
        }
        let mut at = from;
        for step in 0..6 {
            let axis = step % 2;
            if is_level(at, axis, REACH) || is_level(at, axis, -REACH) {
                return None;
            }
            let [low, high] = [-1.0, 1.0].map(|sign| {
                let (mut inside, mut outside) = (0.0, REACH);
                for _ in 0..40 {
                    let middle = f64::midpoint(inside, outside);
                    let end =
                        if is_level(at, axis, sign * middle) { &mut inside } else { &mut outside };
                    *end = middle;
                }
                sign * inside
            });
            at[axis] += low.midpoint(high) * apart[axis];
        }
        Some(at.map(|part| (part * 1e9).round() / 1e9 + 0.0))
    }
}
