//! Minima, maxima and saddles at kinks, told from values alone.

use super::ring::{Rings, Verdict, lowest};
use super::{Level, NOTHING, Place, Plane};
use crate::formula::Formula;
use crate::function::curve::shortest;
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
        let height = |x: Place| sign * self.value_or_limit(f, x);
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
        let is_hole = |x: &Place| !f.value(x).is_finite() && height(*x).is_finite();
        if height(round) <= lowest || is_hole(&round) {
            x = round;
        }
        let kind = if sign > 0.0 { Kind::LocalMinimum } else { Kind::Maximum };
        let plateau = self.middle_of_plateau(f, x);
        let (x, kink) = plateau.map_or((x, true), |middle| (middle, false));
        let value = self.value_or_limit(f, x);
        let verdict = Rings::new(f, x, value, self.apart(), [1.0, 0.0]).verdict();
        let real = self.is_in_sight(x)
            && value.is_finite()
            && verdict.kind == kind
            && !self.is_smooth_slope(f, x);
        real.then_some(Level { x, value, verdict, is_degenerate: false, bend: 0.0, kink })
    }

    /// Whether the slope along an axis can be told from 0 and is the same on both sides: the values
    /// are level there only because rounding hides how they change.
    fn is_smooth_slope(&self, f: &Formula, x: Place) -> bool {
        const NEAR: f64 = 0.01;
        (0..2).any(|axis| {
            let slope = |far: f64| {
                let mut beside = x;
                beside[axis] += far * self.apart()[axis];
                f.slopes(&beside)[1 + axis]
            };
            let here = slope(0.0);
            let is_same = |far: f64| (slope(far) - here).abs() <= 0.1 * here.abs();
            here.abs() > 8.0 * f.rounding(&x)[1 + axis] && is_same(NEAR) && is_same(-NEAR)
        })
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
        let x = self.snapped(lowest_at(lowest(-REACH, REACH, |t| -f.value(&lowest_at(t)))));
        let round = x.map(|part| (part * 1e9).round() / 1e9 + 0.0);
        let is_saddle = |x: &Place| {
            let (rise, fall) = (rise(*x, along), -rise(*x, across));
            // Beside a valley f is a little lower along it.
            let both = rise > 1e-5 * fall && fall > 1e-5 * rise;
            let verdict = || Rings::new(f, *x, f.value(x), self.apart(), along).verdict();
            self.is_in_sight(*x) && both && verdict().kind == Kind::Saddle
        };
        let x = [round, x].into_iter().find(is_saddle)?;
        let verdict = Verdict { kind: Kind::Saddle, along: false };
        Some(Level { x, value: f.value(&x), verdict, is_degenerate: false, bend: 0.0, kink: true })
    }

    /// The middle of a level place that is smaller than the cells, as where f is so small that it
    /// underflows, or where rounding hides value and slope; `None` if the point is on none.
    pub(super) fn middle_of_plateau(&self, f: &Formula, from: Place) -> Option<Place> {
        const REACH: f64 = 3.0;
        const NEAR: f64 = 1e-3;
        let (apart, value) = (self.apart(), f.value(&from));
        let own = f.rounding(&from)[0];
        let beside = |at: Place, axis: usize, far: f64| {
            let mut x = at;
            x[axis] += far * apart[axis];
            x
        };
        let change = |x: &Place| (f.value(x) - value).abs();
        let is_hidden = |x: &Place| {
            let (slopes, doubts) = (f.slopes(x), f.rounding(x));
            change(x) <= own + doubts[0] && (1..3).all(|part| slopes[part].abs() <= doubts[part])
        };
        let near = [(0, NEAR), (0, -NEAR), (1, NEAR), (1, -NEAR)]
            .map(|(axis, far)| beside(from, axis, far));
        let by_rounding = near.iter().all(is_hidden);
        if !by_rounding && near.iter().all(|x| change(x) > NOTHING) {
            return None;
        }
        let is_level = |at: Place, axis: usize, far: f64| {
            let x = beside(at, axis, far);
            // What has no value at all, as sin(x² + y²)/(x² + y²) at 0, is no end of it.
            change(&x).is_nan() || if by_rounding { is_hidden(&x) } else { change(&x) <= NOTHING }
        };
        let (mut at, mut reach) = (from, [0.0; 2]);
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
            reach[axis] = (high - low) * apart[axis];
        }
        // Where rounding hides the ends, the middle has but a few digits.
        let is_blurred = by_rounding && f.rounding(&at)[1..] != [0.0; 2];
        let share = if is_blurred { 0.1 } else { 1e-9 };
        let middle = [0, 1]
            .map(|axis| shortest(at[axis] - share * reach[axis], at[axis] + share * reach[axis]));
        self.value_or_limit(f, middle).is_finite().then_some(middle)
    }

    /// The value at a point or, where f has none, the limit, if it is the same from all sides.
    pub(super) fn value_or_limit(&self, f: &Formula, x: Place) -> f64 {
        const NEAR: [f64; 3] = [1e-6, 1e-4, 1e-2];
        const DIGITS: f64 = 1e-6;
        let value = f.value(&x);
        if value.is_finite() {
            return value;
        }
        let [w, h] = self.apart();
        let limit = |near: f64| {
            let around =
                [[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0], [0.7, 0.7], [0.7, -0.7]]
                    .map(|[right, up]| [x[0] + near * right * w, x[1] + near * up * h]);
            let values = around.map(|x| f.value(&x));
            let mean = values.iter().sum::<f64>() / values.len() as f64;
            let is_told = |(x, value): (&Place, &f64)| {
                f.rounding(x)[0] <= DIGITS * mean.abs()
                    && (value - mean).abs() <= DIGITS * mean.abs()
            };
            around.iter().zip(&values).all(is_told).then_some(mean)
        };
        NEAR.into_iter().find_map(limit).unwrap_or(value)
    }
}
