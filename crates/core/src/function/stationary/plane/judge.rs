//! Type of a stationary point, by its curvatures or by circles around it.

use super::ring::{Rings, Verdict};
use super::{Level, Place, Plane};
use crate::formula::Formula;
use crate::function::stationary::kind::Kind;
use crate::numeric::eigen;
use crate::numeric::vector::norm;

impl Plane {
    /// Classifies a stationary point: by its principal curvatures if the gradient beside it is
    /// what they tell, else by circles.
    pub(super) fn judged(&self, f: &Formula, x: Place) -> Level {
        let bends_at = |x: &Place| {
            let [_, _, _, xx, xy, yy] = f.jet(x);
            let [w, h] = self.apart();
            eigen::symmetric_2(xx * w * w, xy * w * h, yy * h * h)
        };
        let size = |[(high, _), (low, _)]: [(f64, Place); 2]| [high, low].map(f64::abs);
        let [w, h] = self.apart();
        let around = [[w, 0.0], [-w, 0.0], [0.0, h], [0.0, -h], [0.0, 0.0]]
            .map(|[right, up]| size(bends_at(&[x[0] + right, x[1] + up])));
        let usual = around.into_iter().flatten().fold(0.0, f64::max);
        let is_nothing = |bend: f64| bend <= 1e-6 * usual;
        let is_degenerate = around[4].into_iter().any(is_nothing);
        let x = if is_degenerate { self.shortest(f, x) } else { x };
        let x = self.middle_of_plateau(f, x).unwrap_or(x);
        let value = self.value_or_limit(f, x);
        let [(high, across), (low, way)] = bends_at(&x);
        let larger = high.abs().max(low.abs());
        // Not a number beside a hole, as of sin(x² + y²)/(x² + y²) at 0.
        let bend = if larger.is_nan() || is_nothing(larger) { 0.0 } else { larger / usual };
        let is_told = !is_degenerate
            && [(high, across), (low, way)]
                .into_iter()
                .all(|(bend, way)| self.bends(f, x, bend, way));
        let kind = match is_told {
            true if low > 0.0 => Some(Kind::LocalMinimum),
            true if high < 0.0 => Some(Kind::Maximum),
            true => Some(Kind::Saddle),
            false => None,
        };
        let verdict = kind.map_or_else(
            || Rings::new(f, x, value, self.apart(), way).verdict(),
            |kind| Verdict { kind, along: false },
        );
        let is_unclear = matches!(verdict.kind, Kind::Flat | Kind::Uncertain);
        let sign = (high + low).signum();
        let settled =
            if is_degenerate && is_unclear { self.settled(f, x, way, sign) } else { None };
        let (x, verdict) = settled.unwrap_or((x, verdict));
        Level { x, value: self.value_or_limit(f, x), verdict, is_degenerate, bend, kink: false }
    }

    /// The minimum at the end of a valley's bottom near a point, where Newton's method has come to a
    /// stop before it; with a `sign` of −1 the maximum of a ridge. `None` if there is none.
    fn settled(&self, f: &Formula, from: Place, way: Place, sign: f64) -> Option<(Place, Verdict)> {
        const RADII: [f64; 4] = [0.64, 0.16, 0.04, 0.01];
        const MOVES: usize = 4;
        let rings = |at: Place| Rings::new(f, at, self.value_or_limit(f, at), self.apart(), way);
        let mut at = from;
        for radius in RADII {
            for _ in 0..MOVES {
                let Some(lower) = rings(at).lower(radius, sign) else { break };
                at = lower;
            }
        }
        let x = self.shortest(f, at);
        let x = self.middle_of_plateau(f, x).unwrap_or(x);
        let verdict = rings(x).verdict();
        let kind = if sign > 0.0 { Kind::LocalMinimum } else { Kind::Maximum };
        (verdict.kind == kind && self.is_in_sight(x)).then_some((x, verdict))
    }

    /// Whether the slope at a point is told and grows less on the way to one side, as on a slope that
    /// is almost level everywhere: there it is not stationary.
    pub(super) fn slopes_on(&self, f: &Formula, x: Place) -> bool {
        const FAR: f64 = 0.64;
        let [w, h] = self.apart();
        let gradient = |at: Place| {
            let [_, x, y] = f.slopes(&at);
            [x * w, y * h]
        };
        let (slopes, doubts) = (f.slopes(&x), f.rounding(&x));
        let is_told = (1..3).any(|part| slopes[part].abs() > 8.0 * doubts[part]);
        let here = gradient(x);
        let size = norm(&here);
        is_told
            && [FAR, -FAR].into_iter().any(|far| {
                let at = [x[0] + far * here[0] / size * w, x[1] + far * here[1] / size * h];
                norm(&gradient(at)) < size
            })
    }

    /// Whether the slope a little way from a stationary point is what a curvature tells.
    pub(super) fn bends(&self, f: &Formula, x: Place, bend: f64, way: Place) -> bool {
        const FAR: f64 = 0.01;
        let [w, h] = self.apart();
        [FAR, -FAR].into_iter().all(|far| {
            let [_, g_x, g_y] = f.slopes(&[x[0] + far * way[0] * w, x[1] + far * way[1] * h]);
            let slope = g_x * w * way[0] + g_y * h * way[1];
            (slope - far * bend).abs() <= 0.5 * (far * bend).abs()
        })
    }
}
