//! Edges of the window, and the lowest value in it.

use super::{N, Plane};
use crate::formula::Formula;
use crate::function::curve::Curve;
use crate::function::stationary::found::Found;
use crate::function::stationary::kind::Kind;
use crate::function::stationary::line::Line;
use crate::numeric::math;

impl Plane {
    /// Minima along the four edges of the window at which f increases inward.
    pub(super) fn search_edges(&self, f: &Formula, found: &mut Vec<Found>) {
        for axis in 0..2 {
            let along = 1 - axis;
            let (low, high) = self.window[axis];
            for (edge, inward) in [(low, 1.0), (high, -1.0)] {
                let at = |t: f64| {
                    let mut x = [t; 2];
                    x[axis] = edge;
                    x
                };
                let curve = Curve::through(f, at(edge), along);
                let line = Line::new(self.window[along], N).advance(&curve, u32::MAX);
                let line = line.map_or(Vec::new(), |it| it.found);
                let is_level = line.len() == 1 && line[0].kind == Kind::Flat;
                for Found { x, value, kind, .. } in line {
                    if !matches!(kind, Kind::LocalMinimum | Kind::EdgeMinimum) && !is_level {
                        continue;
                    }
                    let x = self.snapped(at(x[0]));
                    let rise = |cells: f64| {
                        let mut inside = x;
                        inside[axis] += inward * cells * self.apart()[axis];
                        self.value_or_limit(f, inside) - value - f.rounding(&inside)[0]
                    };
                    // Where two kinks meet the edge, the slope is any.
                    let uphill = inward * f.slopes(&x)[1 + axis] > f.rounding(&x)[1 + axis]
                        || rise(0.01) > 0.003 * rise(1.0) && rise(1.0) > 0.0;
                    let known = found.iter().any(|it| self.distance([it.x[0], it.x[1]], x) < 1e-2);
                    if uphill && !known {
                        let x = x.to_vec();
                        let kind = Kind::EdgeMinimum;
                        found.push(Found {
                            x,
                            value,
                            kind,
                            kink: false,
                            jump: false,
                            along: false,
                        });
                    }
                }
            }
        }
    }

    /// The lowest value met from the lowest grid point on downhill, its rounding error, and whether
    /// there is no end of it: each time the square in which it is searched shrinks, the fall does
    /// not.
    pub(super) fn bottom(&self, f: &Formula) -> (f64, f64, bool) {
        const ROUNDS: usize = 24;
        const SHRINKING: f64 = 0.25;
        let values = || self.grid.iter().enumerate().filter(|(_, it)| it[0].is_finite());
        let Some((start, _)) = values().min_by(|a, b| a.1[0].total_cmp(&b.1[0])) else {
            return (f64::INFINITY, 0.0, false);
        };
        let (mut at, mut lowest) = (self.point(start), self.grid[start][0]);
        let mut falls = [0.0; ROUNDS];
        let mut reach = self.apart();
        for fall in &mut falls {
            let (middle, before) = (at, lowest);
            for step in 0..81u8 {
                let [right, up] = [step % 9, step / 9].map(|it| (f64::from(it) - 4.0) / 4.0);
                let x = [middle[0] + right * reach[0], middle[1] + up * reach[1]];
                let x = [0, 1]
                    .map(|axis| math::clamp(x[axis], self.window[axis].0, self.window[axis].1));
                let value = f.value(&x);
                // As low as it is for certain.
                if value < lowest && value + f.rounding(&x)[0] < lowest {
                    (at, lowest) = (x, value);
                }
            }
            *fall = before - lowest;
            reach = reach.map(|it| it * SHRINKING);
        }
        let [early, late] = [&falls[ROUNDS / 3..2 * ROUNDS / 3], &falls[2 * ROUNDS / 3..]]
            .map(|falls| falls.iter().sum::<f64>());
        let is_endless = lowest == f64::NEG_INFINITY || early > 0.0 && late > 0.5 * early;
        (lowest, f.rounding(&at)[0], is_endless)
    }
}
