//! Newton's method for ∇f = 0.

use super::{NOTHING, Place, Plane};
use crate::formula::Formula;
use crate::numeric::vector::norm;
use crate::numeric::{eigen, math};

impl Plane {
    /// Newton's method for ∇f = 0, near a starting point; `None` if it does not converge nearby.
    pub(super) fn newton(&self, f: &Formula, start: Place) -> Option<Place> {
        const FARTHEST: f64 = 3.0;
        let apart = self.apart();
        let (mut x, mut before, mut length) = (start, start, f64::INFINITY);
        for step_count in 0..90 {
            let [_, g_x, g_y, xx, xy, yy] = f.jet(&x);
            if !(norm(&[g_x, g_y]).is_finite() && norm(&[xx, xy, yy]).is_finite()) {
                // As sin(x² + y²)/(x² + y²) at 0, it may have no value in the end.
                x = before;
                if length < 1e-3 {
                    break;
                }
                return None;
            }
            // In units of cells, so that both directions count alike.
            let [w, h] = apart;
            let bends = principal(xx * w * w, xy * w * h, yy * h * h);
            let largest = bends[0].0.abs().max(bends[1].0.abs());
            if largest < NOTHING && step_count == 0 {
                return None;
            }
            let mut step = [0.0; 2];
            for (bend, way) in bends {
                let slope = g_x * w * way[0] + g_y * h * way[1];
                // Along a valley's level bottom there is nowhere to go.
                let moves = bend.abs() > 1e-14 * largest
                    || bend != 0.0 && slope.abs() > self.rounding_along(f, x, way);
                if moves {
                    step[0] -= slope / bend * way[0];
                    step[1] -= slope / bend * way[1];
                } else if slope.abs() > self.level {
                    return None;
                }
            }
            length = norm(&step);
            if length > 1.0 {
                step = step.map(|part| part / length);
            }
            let next = [x[0] + step[0] * w, x[1] + step[1] * h];
            if self.distance(next, start) > FARTHEST {
                return None;
            }
            // Below, the last digits go to and fro.
            let done = length < 1e-13 || next == x;
            (x, before) = (next, x);
            if done {
                break;
            }
        }
        let [_, g_x, g_y, xx, xy, yy] = f.jet(&x);
        let [w, h] = apart;
        // What the gradient changes by over a thousandth of a cell, or nothing at all.
        let small = 1e-3 * norm(&[xx * w, xy * w, xy * h, yy * h]);
        (norm(&[g_x, g_y]) <= small.max(self.level) && self.is_in_sight(x))
            .then(|| [0, 1].map(|axis| x[axis].clamp(self.window[axis].0, self.window[axis].1)))
    }

    /// A point of a level valley or ridge near a starting point, searched across it only. Along it
    /// Newton's method may have no end, as where f is the same on all of a ray.
    pub(super) fn newton_across(&self, f: &Formula, start: Place) -> Option<Place> {
        const STEPS: usize = 20;
        const FARTHEST: f64 = 1.5;
        let [w, h] = self.apart();
        let mut x = start;
        for _ in 0..STEPS {
            let [_, g_x, g_y, xx, xy, yy] = f.jet(&x);
            let bends = principal(xx * w * w, xy * w * h, yy * h * h);
            let (bend, way) = bends.into_iter().max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
            let step = -(g_x * w * way[0] + g_y * h * way[1]) / bend;
            let next = [x[0] + step * way[0] * w, x[1] + step * way[1] * h];
            let far = self.distance(next, start);
            if far.is_nan() || far > FARTHEST || !self.is_in_sight(next) {
                return None;
            }
            x = next;
            if step.abs() < 1e-13 {
                break;
            }
        }
        let (slopes, doubts) = (f.slopes(&x), f.rounding(&x));
        (1..3).all(|part| slopes[part].abs() <= doubts[part] + self.level).then_some(x)
    }

    /// Rounding error of the slope in a direction, as a change over a cell.
    pub(super) fn rounding_along(&self, f: &Formula, x: Place, way: Place) -> f64 {
        let ([w, h], [_, doubt_x, doubt_y]) = (self.apart(), f.rounding(&x));
        doubt_x * w * way[0].abs() + doubt_y * h * way[1].abs()
    }

    /// The shortest decimals near a degenerate point at which the gradient is not larger: the
    /// point's last digits are what a slow convergence has left.
    pub(super) fn shortest(&self, f: &Formula, x: Place) -> Place {
        let [w, h] = self.apart();
        let steepness = |x: &Place| {
            let [_, g_x, g_y] = f.slopes(x);
            norm(&[g_x * w, g_y * h])
        };
        let rounded = |power: i32| {
            let unit = math::power_of_ten(power);
            x.map(|part| (part * unit).round() / unit + 0.0)
        };
        let is_hole =
            |at: &Place| !f.value(at).is_finite() && self.value_or_limit(f, *at).is_finite();
        let find = |farthest: f64, most: f64| {
            (-15..=12).map(rounded).find(|at| {
                self.is_in_sight(*at)
                    && self.distance(*at, x) < farthest
                    && (steepness(at) <= most || is_hole(at))
            })
        };
        let near = find(0.02, steepness(&x)).unwrap_or(x);
        let (slopes, doubts) = (f.slopes(&x), f.rounding(&x));
        let is_told = (1..3).any(|part| slopes[part].abs() > doubts[part]);
        // Where f is of a high power, the search has come to a stop long before.
        let far = || find(0.3, 0.0).or_else(|| find(0.3, 1e-3 * steepness(&near)));
        if is_told && steepness(&near) > 0.0 { far().unwrap_or(near) } else { near }
    }
}

/// Principal curvatures, the larger first, each with its direction. The one that is nearer to 0
/// comes from their product, so that it keeps its digits.
fn principal(xx: f64, xy: f64, yy: f64) -> [(f64, Place); 2] {
    let [mut high, mut low] = eigen::symmetric_2(xx, xy, yy);
    let product = xx * yy - xy * xy;
    let (small, large) =
        if high.0.abs() < low.0.abs() { (&mut high.0, low.0) } else { (&mut low.0, high.0) };
    if large != 0.0 && product.is_finite() {
        *small = product / large;
    }
    [high, low]
}
