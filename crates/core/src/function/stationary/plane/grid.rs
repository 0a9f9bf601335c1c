//! The grid on the window, and what is seen on it: cells in which a stationary point may be, level
//! stretches, points lower or higher than their neighbours.

use super::{N, NOTHING, Place, Plane};
use crate::formula::Formula;
use crate::function::stationary::found::Found;
use crate::function::stationary::kind::Kind;
use crate::function::stationary::line::place;
use crate::numeric::vector::norm;

impl Plane {
    pub(super) fn point(&self, at: usize) -> Place {
        let [x, y] = self.window;
        [place(x, at % N, N), place(y, at / N, N)]
    }

    /// A point with coordinates that are 0 within rounding set to 0.
    pub(super) fn snapped(&self, x: Place) -> Place {
        [0, 1].map(|axis| {
            let (low, high) = self.window[axis];
            if x[axis].abs() < 1e-15 * (high - low) { 0.0 } else { x[axis] }
        })
    }

    /// Width and height of a cell.
    pub(super) fn apart(&self) -> Place {
        self.window.map(|(low, high)| (high - low) / (N - 1) as f64)
    }

    /// Distance of two points, in cells.
    pub(super) fn distance(&self, a: Place, b: Place) -> f64 {
        let [width, height] = self.apart();
        norm(&[(a[0] - b[0]) / width, (a[1] - b[1]) / height])
    }

    pub(super) fn corners(cell: usize) -> [usize; 4] {
        [cell, cell + 1, cell + N, cell + N + 1]
    }

    pub(super) fn is_in_sight(&self, x: Place) -> bool {
        let apart = self.apart();
        (0..2).all(|axis| {
            let (low, high) = self.window[axis];
            (low - 1e-9 * apart[axis]..=high + 1e-9 * apart[axis]).contains(&x[axis])
        })
    }

    /// Cells in which both partial derivatives can be 0: each changes sign over the corners, or
    /// the gradient's norm has a local minimum; after these, those in which one only comes near to 0.
    pub(super) fn choose_cells(&mut self) {
        let size = |at: usize| norm(&self.grid[at][1..]);
        let mut sizes: Vec<f64> = (0..N * N).map(size).filter(|size| size.is_finite()).collect();
        sizes.sort_by(f64::total_cmp);
        let level = 1e-13 * sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
        let inner = || (0..(N - 1) * (N - 1)).map(|index| index / (N - 1) * N + index % (N - 1));
        let (mut flat, mut in_flat) = (vec![false; N * N], vec![false; N * N]);
        let is_flat = |cell: &usize| {
            let corners = Plane::corners(*cell);
            let first = self.grid[*cell][0];
            let same = |at: usize, doubt: f64| {
                (self.grid[at][0] - first).abs() <= 1e-12 * first.abs() + 2.0 * doubt
            };
            corners.iter().all(|at| self.level_doubt[*at].is_some_and(|doubt| same(*at, doubt)))
        };
        for cell in inner().filter(is_flat) {
            flat[cell] = true;
            Plane::corners(cell).into_iter().for_each(|at| in_flat[at] = true);
        }
        let turns = |cell: usize, slope: usize| {
            let slopes = Plane::corners(cell).map(|at| self.grid[at][slope]);
            slopes.iter().any(|it| *it <= 0.0) && slopes.iter().any(|it| *it >= 0.0)
        };
        let is_usable = |cell: &usize| {
            let corners = Plane::corners(*cell);
            corners.iter().all(|at| !in_flat[*at] && self.grid[*at].iter().all(|it| it.is_finite()))
        };
        let is_likely = |cell: &usize| turns(*cell, 1) && turns(*cell, 2) || self.is_dent(*cell);
        let is_possible =
            |cell: &usize| (1..3).all(|slope| turns(*cell, slope) || self.touches(*cell, slope));
        let (likely, others): (Vec<usize>, Vec<usize>) =
            inner().filter(is_usable).partition(is_likely);
        // The last come first.
        let mut cells: Vec<usize> = others.into_iter().filter(is_possible).collect();
        cells.extend(likely);
        self.all = cells.len();
        self.level = level;
        self.cells = Some(cells);
        self.flat_stretches(flat);
    }

    /// Whether a point belongs to a level stretch: one of its height is beside it.
    pub(super) fn is_on_stretch(&self, x: Place, value: f64) -> bool {
        let at = [0, 1].map(|axis| (x[axis] - self.window[axis].0) / self.apart()[axis]);
        let near = |part: f64| {
            (part.floor() as usize).saturating_sub(1)..=(part.ceil() as usize).min(N - 1)
        };
        near(at[1]).any(|row| {
            near(at[0]).any(|column| {
                let at = row * N + column;
                let doubt = self.level_doubt[at].unwrap_or(0.0) + NOTHING;
                self.on_stretch[at] && (self.grid[at][0] - value).abs() <= doubt
            })
        })
    }

    /// Whether a gradient is so small beside the value that rounding may account for it.
    pub(super) fn is_hardly_steep(&self, [value, x, y]: &[f64; 3]) -> bool {
        let [width, height] = self.apart();
        let change = width * x.abs() + height * y.abs();
        change <= 1e-10 * value.abs() + 10.0 * self.rounding + NOTHING
    }

    /// Change over a cell that rounding errors of the gradient make, at some points.
    pub(super) fn usual_rounding(&self, f: &Formula) -> f64 {
        const APART: usize = 40;
        let [width, height] = self.apart();
        let rounding = |at: usize| {
            let [_, x, y] = f.rounding(&self.point(at * APART % N + at * APART / N * APART * N));
            width * x + height * y
        };
        let mut found: Vec<f64> = (0..25).map(rounding).filter(|it| it.is_finite()).collect();
        found.sort_by(f64::total_cmp);
        found.get(found.len() / 2).copied().unwrap_or(0.0)
    }

    /// Whether a partial derivative comes near to 0 in a cell, without a change of its sign, on the
    /// way along an axis: it is larger on both sides of the cell.
    fn touches(&self, cell: usize, slope: usize) -> bool {
        let size = |at: usize| self.grid[at][slope].abs();
        [(1, N), (N, 1)].into_iter().any(|(along, across)| {
            [cell, cell + across].into_iter().any(|low| {
                let place = if along == 1 { low % N } else { low / N };
                (1..N - 2).contains(&place) && {
                    let inside = size(low).min(size(low + along));
                    inside < size(low - along) && inside < size(low + 2 * along)
                }
            })
        })
    }

    /// Whether the gradient's norm at a grid point is not above that at any neighbour.
    pub(super) fn is_dent(&self, at: usize) -> bool {
        let (x, y) = (at % N, at / N);
        if !(1..N - 1).contains(&x) || !(1..N - 1).contains(&y) {
            return false;
        }
        let size = |at: usize| norm(&self.grid[at][1..]);
        let around = [N + 1, N, N - 1, 1].map(|step| [at - step, at + step].map(size));
        let sizes = || around.iter().flatten();
        let here = size(at);
        // Where it is the same all around, as for a cone, there is none.
        sizes().all(|size| here <= *size) && sizes().any(|size| here * (1.0 + 1e-9) < *size)
    }

    /// Takes in one point for each connected stretch of flat cells.
    pub(super) fn flat_stretches(&mut self, mut flat: Vec<bool>) {
        self.on_stretch = vec![false; N * N];
        for start in 0..flat.len() {
            if !std::mem::take(&mut flat[start]) {
                continue;
            }
            let (mut members, mut next) = (vec![start], 0);
            while let Some(&cell) = members.get(next) {
                next += 1;
                // The last column and row have no cells, so that none is beyond a side.
                for beside in [cell.wrapping_sub(1), cell + 1, cell.wrapping_sub(N), cell + N] {
                    if flat.get(beside) == Some(&true) {
                        flat[beside] = false;
                        members.push(beside);
                    }
                }
            }
            if members.len() < 4 {
                continue;
            }
            for at in members.iter().flat_map(|cell| Plane::corners(*cell)) {
                self.on_stretch[at] = true;
            }
            let places: Vec<Place> = members.iter().map(|cell| self.point(*cell)).collect();
            let middle = self.nearest_to_mean(&places);
            let value = self.grid[members[middle]][0];
            let x = places[middle].to_vec();
            self.flat.push(Found {
                x,
                value,
                kind: Kind::Flat,
                kink: false,
                jump: false,
                along: false,
            });
        }
    }

    pub(super) fn nearest_to_mean(&self, places: &[Place]) -> usize {
        let count = places.len() as f64;
        let mean = [0, 1].map(|axis| places.iter().map(|it| it[axis]).sum::<f64>() / count);
        let far = |index: usize| self.distance(places[index], mean);
        (0..places.len()).min_by(|a, b| far(*a).total_cmp(&far(*b))).unwrap_or(0)
    }

    /// Whether one of a cell's corners is the lowest of its neighbours; with a `sign` of −1 the
    /// highest.
    pub(super) fn is_extreme(&self, cell: usize, sign: f64) -> bool {
        Plane::corners(cell).into_iter().any(|at| {
            let (x, y) = (at % N, at / N);
            let beside = |x: usize, y: usize| sign * self.grid[y * N + x][0];
            let (columns, rows) = (
                x.saturating_sub(1)..=(x + 1).min(N - 1),
                y.saturating_sub(1)..=(y + 1).min(N - 1),
            );
            rows.into_iter()
                .all(|row| columns.clone().all(|column| beside(column, row) >= beside(x, y)))
        })
    }

    /// Whether the points around one of a cell's corners are lower and higher than it by turns, at
    /// least twice.
    pub(super) fn is_pass(&self, cell: usize) -> bool {
        Plane::corners(cell).into_iter().any(|at| {
            let is_inner = |part: usize| (1..N - 1).contains(&part);
            if !is_inner(at % N) || !is_inner(at / N) {
                return false;
            }
            let around =
                [at + 1, at + N + 1, at + N, at + N - 1, at - 1, at - N - 1, at - N, at - N + 1];
            let rises = around.map(|beside| self.grid[beside][0] - self.grid[at][0]);
            let rises: Vec<f64> = rises.into_iter().filter(|rise| *rise != 0.0).collect();
            let beside = rises.iter().cycle().skip(1);
            rises.iter().zip(beside).filter(|(a, b)| *a * *b < 0.0).count() >= 4
        })
    }
}
