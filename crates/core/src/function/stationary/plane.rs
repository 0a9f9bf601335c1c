//! Stationary points of a function of two variables.

use super::line::{self, Found, Shape, place};
use crate::formula::Formula;
use crate::numeric::vector::norm;
use crate::numeric::{eigen, math};

/// Number of grid rows and columns.
pub const N: usize = 201;
/// Bound below which a number counts as 0, on its way to underflow.
const NOTHING: f64 = 1e-280;

type Place = [f64; 2];

/// State of the search.
pub struct Plane {
    window: [(f64, f64); 2],
    /// Value and gradient at the grid points, row-major `[y][x]`.
    grid: Vec<[f64; 3]>,
    /// Grid cells still to be searched; `None` before the grid is complete.
    cells: Option<Vec<usize>>,
    /// Initial number of those cells.
    all: usize,
    found: Vec<Level>,
    flat: Vec<Found>,
    /// Gradients with a norm up to this count as 0.
    level: f64,
}

/// A stationary point, or the minimum or maximum of a kink.
struct Level {
    x: Place,
    value: f64,
    /// Smaller and larger principal curvature, in units of cells; `None` at a kink.
    bends: Option<[f64; 2]>,
    shape: Shape,
}

impl Plane {
    pub fn new(window: [(f64, f64); 2]) -> Plane {
        let grid = Vec::with_capacity(N * N);
        Plane { window, grid, cells: None, all: 0, found: Vec::new(), flat: Vec::new(), level: 0.0 }
    }

    pub fn share(&self) -> f64 {
        let grid = self.grid.len() as f64 / (N * N) as f64;
        let left =
            self.cells.as_ref().map_or(1.0, |cells| cells.len() as f64 / self.all.max(1) as f64);
        0.5 * grid + 0.5 * (1.0 - left)
    }

    /// Continues the search; returns the points found and the grid values once done.
    pub fn advance(&mut self, f: &Formula, evaluations: u32) -> Option<(Vec<Found>, Vec<f64>)> {
        /// Approximate number of function evaluations for a cell.
        const CELL: u32 = 30;
        let mut left = evaluations;
        while self.grid.len() < N * N {
            left = left.checked_sub(1)?;
            let at = self.grid.len();
            self.grid.push(f.slopes(&self.point(at)));
        }
        if self.cells.is_none() {
            self.choose_cells();
        }
        while let Some(cell) = self.cells.as_mut().and_then(Vec::pop) {
            self.look_into(f, cell);
            left = left.checked_sub(CELL)?;
        }
        let found = std::mem::take(&mut self.found);
        let mut found = self.joined(found);
        found.append(&mut self.flat);
        self.search_edges(f, &mut found);
        let values = self.grid.iter().map(|it| it[0]).collect();
        Some((found, values))
    }

    fn point(&self, at: usize) -> Place {
        let [x, y] = self.window;
        [place(x, at % N, N), place(y, at / N, N)]
    }

    /// Width and height of a cell.
    fn apart(&self) -> Place {
        self.window.map(|(low, high)| (high - low) / (N - 1) as f64)
    }

    /// Distance of two points, in cells.
    fn distance(&self, a: Place, b: Place) -> f64 {
        let [width, height] = self.apart();
        norm(&[(a[0] - b[0]) / width, (a[1] - b[1]) / height])
    }

    fn corners(cell: usize) -> [usize; 4] {
        [cell, cell + 1, cell + N, cell + N + 1]
    }

    /// Cells in which both partial derivatives can be 0: each changes sign over the corners, or
    /// the gradient's norm has a local minimum.
    fn choose_cells(&mut self) {
        let size = |at: usize| norm(&self.grid[at][1..]);
        let mut sizes: Vec<f64> = (0..N * N).map(size).filter(|size| size.is_finite()).collect();
        sizes.sort_by(f64::total_cmp);
        let level = 1e-13 * sizes.get(sizes.len() / 2).copied().unwrap_or(0.0);
        let is_level = |at: &usize| self.grid[*at][1..].iter().all(|it| it.abs() < NOTHING);
        let inner = || (0..(N - 1) * (N - 1)).map(|index| index / (N - 1) * N + index % (N - 1));
        let (mut flat, mut in_flat) = (vec![false; N * N], vec![false; N * N]);
        for cell in inner().filter(|cell| Plane::corners(*cell).iter().all(is_level)) {
            flat[cell] = true;
            Plane::corners(cell).into_iter().for_each(|at| in_flat[at] = true);
        }
        let is_candidate = |cell: &usize| {
            let corners = Plane::corners(*cell);
            let jets = corners.map(|at| self.grid[at]);
            let turns = |slope: usize| {
                jets.iter().any(|it| it[slope] <= 0.0) && jets.iter().any(|it| it[slope] >= 0.0)
            };
            jets.iter().flatten().all(|it| it.is_finite())
                && !corners.iter().any(|at| in_flat[*at])
                && (turns(1) && turns(2) || self.is_dent(*cell))
        };
        let cells: Vec<usize> = inner().filter(is_candidate).collect();
        self.all = cells.len();
        self.level = level;
        self.cells = Some(cells);
        self.flat = self.flat_stretches(flat);
    }

    /// Whether the gradient's norm at a grid point is not above that at any neighbour.
    fn is_dent(&self, at: usize) -> bool {
        let (x, y) = (at % N, at / N);
        let size = |at: usize| norm(&self.grid[at][1..]);
        let here = size(at);
        (1..N - 1).contains(&x)
            && (1..N - 1).contains(&y)
            && [at - N - 1, at - N, at - N + 1, at - 1, at + 1, at + N - 1, at + N, at + N + 1]
                .iter()
                .all(|beside| here <= size(*beside))
    }

    /// One point for each connected stretch of flat cells.
    fn flat_stretches(&self, mut flat: Vec<bool>) -> Vec<Found> {
        let mut found = Vec::new();
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
            let places: Vec<Place> = members.iter().map(|cell| self.point(*cell)).collect();
            let middle = self.nearest_to_mean(&places);
            let value = self.grid[members[middle]][0];
            let x = places[middle].to_vec();
            found.push(Found { x, value, shape: Shape::Flat, kink: false });
        }
        found
    }

    fn nearest_to_mean(&self, places: &[Place]) -> usize {
        let count = places.len() as f64;
        let mean = [0, 1].map(|axis| places.iter().map(|it| it[axis]).sum::<f64>() / count);
        let far = |index: usize| self.distance(places[index], mean);
        (0..places.len()).min_by(|a, b| far(*a).total_cmp(&far(*b))).unwrap_or(0)
    }

    fn look_into(&mut self, f: &Formula, cell: usize) {
        let corner = self.point(cell);
        let [width, height] = self.apart();
        let at = |right: f64, up: f64| [corner[0] + right * width, corner[1] + up * height];
        let starts = [at(0.5, 0.5), at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)];
        for start in starts {
            if let Some(x) = self.newton(f, start) {
                self.put(self.judged(f, x));
            }
        }
        // A minimum or maximum that is seen on the grid is there, even where Newton's
        // method goes elsewhere or, at a kink, nowhere.
        for sign in [1.0, -1.0] {
            let shape = if sign > 0.0 { Shape::Minimum } else { Shape::Maximum };
            let known = |it: &Level| it.shape == shape && self.distance(it.x, starts[0]) < 2.0;
            if !self.is_extreme(cell, sign) || self.found.iter().any(known) {
                continue;
            }
            let Some(found) = self.extreme(f, starts[0], sign) else { continue };
            match self.newton(f, found.x).filter(|x| self.distance(*x, found.x) < 1e-2) {
                Some(x) => self.put(self.judged(f, x)),
                None => self.put(found),
            }
        }
    }

    fn put(&mut self, found: Level) {
        if self.found.iter().all(|other| self.distance(other.x, found.x) > 1e-2) {
            self.found.push(found);
        }
    }

    /// Whether one of a cell's corners is the lowest of its neighbours; with a `sign` of −1 the
    /// highest.
    fn is_extreme(&self, cell: usize, sign: f64) -> bool {
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

    fn is_in_sight(&self, x: Place) -> bool {
        let apart = self.apart();
        (0..2).all(|axis| {
            let (low, high) = self.window[axis];
            (low - 1e-9 * apart[axis]..=high + 1e-9 * apart[axis]).contains(&x[axis])
        })
    }

    /// Newton's method for ∇f = 0, near a starting point; `None` if it does not converge nearby.
    fn newton(&self, f: &Formula, start: Place) -> Option<Place> {
        const FARTHEST: f64 = 3.0;
        let apart = self.apart();
        let mut x = start;
        for step_count in 0..90 {
            let [_, g_x, g_y, xx, xy, yy] = f.jet(&x);
            if !(norm(&[g_x, g_y]).is_finite() && norm(&[xx, xy, yy]).is_finite()) {
                return None;
            }
            // In units of cells, so that both directions count alike.
            let [w, h] = apart;
            let bends = eigen::symmetric_2(xx * w * w, xy * w * h, yy * h * h);
            let largest = bends[0].0.abs().max(bends[1].0.abs());
            if largest < NOTHING && step_count == 0 {
                return None;
            }
            let mut step = [0.0; 2];
            for (bend, way) in bends {
                let slope = g_x * w * way[0] + g_y * h * way[1];
                // Along a valley's level bottom there is nowhere to go.
                if bend.abs() > 1e-14 * largest {
                    step[0] -= slope / bend * way[0];
                    step[1] -= slope / bend * way[1];
                } else if slope.abs() > self.level {
                    return None;
                }
            }
            let length = norm(&step);
            if length > 1.0 {
                step = step.map(|part| part / length);
            }
            let next = [x[0] + step[0] * w, x[1] + step[1] * h];
            if self.distance(next, start) > FARTHEST {
                return None;
            }
            // Below, the last digits go to and fro.
            let done = length < 1e-13 || next == x;
            x = next;
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

    /// Classifies a stationary point by its principal curvatures.
    fn judged(&self, f: &Formula, x: Place) -> Level {
        let [value, _, _, xx, xy, yy] = f.jet(&x);
        let [w, h] = self.apart();
        let [(high, _), (low, way)] = eigen::symmetric_2(xx * w * w, xy * w * h, yy * h * h);
        let doubt = 1e-7 * high.abs().max(low.abs());
        let shape = if low > doubt {
            Shape::Minimum
        } else if high < -doubt {
            Shape::Maximum
        } else if low < -doubt && high > doubt {
            Shape::Saddle
        } else {
            self.shape_around(f, x, value, way)
        };
        Level { x, value, bends: Some([low, high]), shape }
    }

    /// Classifies a point by the signs of f − `value` on circles around it, if the curvature
    /// does not decide. `way`: the direction to begin with.
    fn shape_around(&self, f: &Formula, x: Place, value: f64, way: Place) -> Shape {
        const DIRECTIONS: usize = 64;
        let [w, h] = self.apart();
        let mut radius = 1e-3;
        loop {
            let differences: Vec<f64> = (0..DIRECTIONS)
                .map(|index| {
                    let turn = std::f64::consts::TAU * index as f64 / DIRECTIONS as f64;
                    let (sin, cos) = (math::sin(turn), math::cos(turn));
                    let [right, up] = [cos * way[0] - sin * way[1], sin * way[0] + cos * way[1]];
                    f.value(&[x[0] + radius * right * w, x[1] + radius * up * h]) - value
                })
                .collect();
            let doubt = 1e-14 * value.abs();
            let seen = differences.iter().any(|it| it.abs() > 1e3 * doubt && *it != 0.0);
            if !seen && radius < 0.5 {
                radius *= 4.0;
                continue;
            }
            let signs: Vec<i8> = differences
                .iter()
                .filter(|it| it.abs() > doubt)
                .map(|it| if *it > 0.0 { 1 } else { -1 })
                .collect();
            let turns =
                (0..signs.len()).filter(|&at| signs[at] != signs[(at + 1) % signs.len()]).count();
            return match (turns, signs.first()) {
                (_, None) => Shape::Flat,
                (0, Some(1)) => Shape::Minimum,
                (0, Some(_)) => Shape::Maximum,
                (2, _) => Shape::Flat,
                _ => Shape::Saddle,
            };
        }
    }

    /// The minimum near a point, also at a kink; with a `sign` of −1 the maximum. `None` if
    /// there is none nearby.
    ///
    /// It is the minimum over y of the minima over x: a narrow valley, along which one would
    /// have to search in just the right direction, is no obstacle.
    fn extreme(&self, f: &Formula, start: Place, sign: f64) -> Option<Level> {
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
            (x, lowest) = (round, height(round));
        }
        let shape = if sign > 0.0 { Shape::Minimum } else { Shape::Maximum };
        let value = sign * lowest;
        let real = self.is_in_sight(x)
            && value.is_finite()
            && self.shape_around(f, x, value, [1.0, 0.0]) == shape;
        real.then_some(Level { x, value, bends: None, shape })
    }

    /// Merges adjacent points along a degenerate valley or ridge into one.
    fn joined(&self, mut levels: Vec<Level>) -> Vec<Found> {
        let mut found = Vec::new();
        while let Some(first) = levels.pop() {
            let mut members = vec![first];
            let mut next = 0;
            while next < members.len() && is_degenerate(&members[next]) {
                let near = |other: &Level| {
                    is_degenerate(other) && self.distance(other.x, members[next].x) < 2.5
                };
                let (beside, others): (Vec<Level>, Vec<Level>) = levels.into_iter().partition(near);
                members.extend(beside);
                levels = others;
                next += 1;
            }
            let places: Vec<Place> = members.iter().map(|it| it.x).collect();
            let middle =
                &members[if members.len() < 3 { 0 } else { self.nearest_to_mean(&places) }];
            let shape = match middle.bends {
                Some([low, high]) if members.len() > 2 => match low + high {
                    sum if sum > 0.0 => Shape::Minimum,
                    sum if sum < 0.0 => Shape::Maximum,
                    _ => Shape::Flat,
                },
                _ => middle.shape,
            };
            let kink = middle.bends.is_none();
            found.push(Found { x: middle.x.to_vec(), value: middle.value, shape, kink });
        }
        found
    }

    /// Minima along the four edges of the window at which f increases inward.
    fn search_edges(&self, f: &Formula, found: &mut Vec<Found>) {
        for axis in 0..2 {
            let along = 1 - axis;
            let (low, high) = self.window[axis];
            for (edge, inward) in [(low, 1.0), (high, -1.0)] {
                let at = |t: f64| {
                    let mut x = [t; 2];
                    x[axis] = edge;
                    x
                };
                let side = |t: f64| {
                    let jet = f.jet(&at(t));
                    [jet[0], jet[1 + along], if along == 0 { jet[3] } else { jet[5] }]
                };
                for Found { x, value, shape, .. } in line::find(&side, self.window[along], N).0 {
                    if !matches!(shape, Shape::Minimum | Shape::EdgeMinimum) {
                        continue;
                    }
                    let x = at(x[0]);
                    let uphill = inward * f.slopes(&x)[1 + axis] > self.level;
                    let known = found.iter().any(|it| self.distance([it.x[0], it.x[1]], x) < 1e-2);
                    if uphill && !known {
                        let x = x.to_vec();
                        found.push(Found { x, value, shape: Shape::EdgeMinimum, kink: false });
                    }
                }
            }
        }
    }
}

/// Minimizer of a unimodal function on an interval, by golden-section search (Kiefer,
/// *Sequential Minimax Search for a Maximum*, 1953).
fn lowest(mut low: f64, mut high: f64, f: impl Fn(f64) -> f64) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (f(left), f(right));
    for _ in 0..70 {
        if at_left < at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = f(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = f(right);
        }
    }
    if at_left < at_right { left } else { right }
}

/// Whether one of the principal curvatures vanishes.
fn is_degenerate(level: &Level) -> bool {
    level
        .bends
        .is_some_and(|[low, high]| low.abs().min(high.abs()) <= 1e-7 * low.abs().max(high.abs()))
}
