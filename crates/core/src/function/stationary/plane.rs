//! Stationary points of a function of two variables.

use super::found::{Found, Outcome};
use super::kind::Kind;
use super::line::{Line, place};
use super::ring::{Rings, Verdict, lowest};
use super::valley::Valley;
use crate::formula::Formula;
use crate::function::curve::Curve;
use crate::numeric::vector::norm;
use crate::numeric::{eigen, math};

/// Number of grid rows and columns.
pub const N: usize = 201;
/// Number of points after which no more are searched: rounding can look like thousands.
const MOST: usize = 2000;
/// Bound below which a number counts as 0, on its way to underflow.
pub const NOTHING: f64 = 1e-280;

type Place = [f64; 2];

/// State of the search.
pub struct Plane {
    window: [(f64, f64); 2],
    /// Value and gradient at the grid points, row-major `[y][x]`.
    grid: Vec<[f64; 3]>,
    /// Rounding error of the value at those grid points where the gradient is 0, but for rounding.
    level_doubt: Vec<Option<f64>>,
    /// Grid cells still to be searched; `None` before the grid is complete.
    cells: Option<Vec<usize>>,
    /// Initial number of those cells.
    all: usize,
    found: Vec<Level>,
    flat: Vec<Found>,
    /// Gradients with a norm up to this count as 0.
    level: f64,
    /// Changes over a cell that rounding may account for.
    rounding: f64,
}

/// A stationary point, or the minimum or maximum of a kink.
struct Level {
    x: Place,
    value: f64,
    verdict: Verdict,
    /// Whether one of the principal curvatures is as good as 0.
    is_degenerate: bool,
    kink: bool,
}

impl Plane {
    pub fn new(window: [(f64, f64); 2]) -> Plane {
        Plane {
            window,
            grid: Vec::with_capacity(N * N),
            level_doubt: Vec::with_capacity(N * N),
            cells: None,
            all: 0,
            found: Vec::new(),
            flat: Vec::new(),
            level: 0.0,
            rounding: 0.0,
        }
    }

    pub fn share(&self) -> f64 {
        let grid = self.grid.len() as f64 / (N * N) as f64;
        let left =
            self.cells.as_ref().map_or(1.0, |cells| cells.len() as f64 / self.all.max(1) as f64);
        0.5 * grid + 0.5 * (1.0 - left)
    }

    /// Continues the search; returns what was found once done.
    pub fn advance(&mut self, f: &Formula, evaluations: u32) -> Option<Outcome> {
        /// Approximate number of function evaluations for a cell, and for rounding errors.
        const CELL: u32 = 30;
        const ROUNDING: u32 = 4;
        let mut left = evaluations;
        if self.grid.is_empty() {
            self.rounding = self.usual_rounding(f);
        }
        while self.grid.len() < N * N {
            left = left.checked_sub(1)?;
            let point = self.point(self.grid.len());
            let jet = f.slopes(&point);
            self.grid.push(jet);
            let suspect = self.is_hardly_steep(&jet);
            if suspect {
                left = left.saturating_sub(ROUNDING);
            }
            let doubt = suspect.then(|| f.rounding(&point));
            let is_level = |doubt: &[f64; 3]| (1..3).all(|part| jet[part].abs() <= doubt[part]);
            self.level_doubt.push(doubt.filter(is_level).map(|doubt| doubt[0]));
        }
        if self.cells.is_none() {
            self.choose_cells();
        }
        while let Some(cell) = self.cells.as_mut().and_then(Vec::pop) {
            if self.found.len() >= MOST {
                continue;
            }
            self.look_into(f, cell);
            left = left.checked_sub(CELL)?;
        }
        let found = std::mem::take(&mut self.found);
        let mut found = self.joined(f, found);
        found.append(&mut self.flat);
        self.search_edges(f, &mut found);
        let values = || self.grid.iter().map(|it| it[0]).filter(|value| value.is_finite());
        let highest = values().fold(f64::NEG_INFINITY, f64::max);
        let (lowest, doubt, is_endless) = self.bottom(f);
        // As low as it is for certain; at a jump, rounding is as large as that.
        let lowest = lowest + doubt.min(1e-6 * (highest - lowest)).max(0.0);
        Some(Outcome { found, range: (lowest, highest), is_endless })
    }

    /// Whether a gradient is so small beside the value that rounding may account for it.
    fn is_hardly_steep(&self, [value, x, y]: &[f64; 3]) -> bool {
        let [width, height] = self.apart();
        let change = width * x.abs() + height * y.abs();
        change <= 1e-10 * value.abs() + 10.0 * self.rounding + NOTHING
    }

    /// Change over a cell that rounding errors of the gradient make, at some points.
    fn usual_rounding(&self, f: &Formula) -> f64 {
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
            found.push(Found {
                x,
                value,
                kind: Kind::Flat,
                kink: false,
                jump: false,
                along: false,
            });
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
            let kind = if sign > 0.0 { Kind::LocalMinimum } else { Kind::Maximum };
            let known =
                |it: &Level| it.verdict.kind == kind && self.distance(it.x, starts[0]) < 2.0;
            if !self.is_extreme(cell, sign) || self.found.iter().any(known) {
                continue;
            }
            let Some(found) = self.extreme(f, starts[0], sign) else { continue };
            match self.newton(f, found.x).filter(|x| self.distance(*x, found.x) < 1e-2) {
                Some(x) => self.put(self.judged(f, x)),
                None => self.put(found),
            }
        }
        for along in [0, 1] {
            let known = |it: &Level| self.distance(it.x, starts[0]) < 2.0;
            if self.is_pass(cell, along) && !self.found.iter().any(known) {
                self.pass(f, starts[0], along).into_iter().for_each(|found| self.put(found));
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

    /// Whether one of a cell's corners is lower than its neighbours along an axis, and higher than
    /// those across.
    fn is_pass(&self, cell: usize, along: usize) -> bool {
        let value = |at: usize| self.grid[at][0];
        Plane::corners(cell).into_iter().any(|at| {
            let is_inner = |part: usize| (1..N - 1).contains(&part);
            let (low, high) = if along == 0 { (1, N) } else { (N, 1) };
            is_inner(at % N)
                && is_inner(at / N)
                && value(at) < value(at - low).min(value(at + low))
                && value(at) > value(at - high).max(value(at + high))
        })
    }

    /// The saddle near a point, at a kink: the highest over one variable of the minima over the
    /// other, which is `along`. `None` if there is none.
    fn pass(&self, f: &Formula, start: Place, along: usize) -> Option<Level> {
        const REACH: f64 = 1.5;
        let reach = self.apart().map(|it| REACH * it);
        let across = 1 - along;
        let lowest_at = |t: f64| {
            let mut x = [t; 2];
            x[along] = lowest(start[along] - reach[along], start[along] + reach[along], |part| {
                let mut x = [t; 2];
                x[along] = part;
                f.value(&x)
            });
            x
        };
        let (low, high) = (start[across] - reach[across], start[across] + reach[across]);
        let x = lowest_at(lowest(low, high, |t| -f.value(&lowest_at(t))));
        let round = x.map(|part| (part * 1e9).round() / 1e9 + 0.0);
        let nearest = |x: Place, axis: usize, sign: f64| {
            let beside = [-reach[axis], reach[axis]].map(|step| {
                let mut x = x;
                x[axis] += step;
                sign * f.value(&x)
            });
            beside[0].min(beside[1]) - sign * f.value(&x)
        };
        let is_saddle = |x: &Place| {
            let (rise, fall) = (nearest(*x, along, 1.0), nearest(*x, across, -1.0));
            // Beside a valley f is a little lower along it.
            let both = rise > 1e-5 * fall && fall > 1e-5 * rise;
            let verdict = || Rings::new(f, *x, self.apart(), [1.0, 0.0]).verdict();
            self.is_in_sight(*x) && both && verdict().kind == Kind::Saddle
        };
        let x = [round, x].into_iter().find(is_saddle)?;
        let verdict = Verdict { kind: Kind::Saddle, along: false };
        Some(Level { x, value: f.value(&x), verdict, is_degenerate: false, kink: true })
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

    /// Rounding error of the slope in a direction, as a change over a cell.
    fn rounding_along(&self, f: &Formula, x: Place, way: Place) -> f64 {
        let ([w, h], [_, doubt_x, doubt_y]) = (self.apart(), f.rounding(&x));
        doubt_x * w * way[0].abs() + doubt_y * h * way[1].abs()
    }

    /// Classifies a stationary point: by its principal curvatures if the gradient beside it is
    /// what they tell, else by circles.
    fn judged(&self, f: &Formula, x: Place) -> Level {
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
        let is_degenerate = around[4].into_iter().any(|bend| bend <= 1e-6 * usual);
        let x = if is_degenerate { self.shortest(f, x) } else { x };
        let [(high, across), (low, way)] = bends_at(&x);
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
            || Rings::new(f, x, self.apart(), way).verdict(),
            |kind| Verdict { kind, along: false },
        );
        Level { x, value: f.value(&x), verdict, is_degenerate, kink: false }
    }

    /// Whether the slope a little way from a stationary point is what a curvature tells.
    fn bends(&self, f: &Formula, x: Place, bend: f64, way: Place) -> bool {
        const FAR: f64 = 0.01;
        let [w, h] = self.apart();
        [FAR, -FAR].into_iter().all(|far| {
            let [_, g_x, g_y] = f.slopes(&[x[0] + far * way[0] * w, x[1] + far * way[1] * h]);
            let slope = g_x * w * way[0] + g_y * h * way[1];
            (slope - far * bend).abs() <= 0.5 * (far * bend).abs()
        })
    }

    /// The shortest decimals near a degenerate point at which the gradient is not larger: the
    /// point's last digits are what a slow convergence has left.
    fn shortest(&self, f: &Formula, x: Place) -> Place {
        let [w, h] = self.apart();
        let steepness = |x: &Place| {
            let [_, g_x, g_y] = f.slopes(x);
            norm(&[g_x * w, g_y * h])
        };
        let here = steepness(&x);
        let (slopes, doubts) = (f.slopes(&x), f.rounding(&x));
        let is_told = (1..3).any(|part| slopes[part].abs() > doubts[part]);
        let is_better = |distance: f64, steepness: f64| match distance {
            0.0..0.02 => steepness <= here,
            // Where f is of a high power, the search has come to a stop long before.
            0.02..0.3 => is_told && steepness < 1e-3 * here,
            _ => false,
        };
        let rounded = |power: i32| {
            let unit = math::power_of_ten(power);
            x.map(|part| (part * unit).round() / unit + 0.0)
        };
        let fits =
            |at: &Place| self.is_in_sight(*at) && is_better(self.distance(*at, x), steepness(at));
        (-15..=12).map(rounded).find(fits).unwrap_or(x)
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
            (x, lowest) = (round, height(round));
        }
        let kind = if sign > 0.0 { Kind::LocalMinimum } else { Kind::Maximum };
        let value = sign * lowest;
        let verdict = Rings::new(f, x, self.apart(), [1.0, 0.0]).verdict();
        let real = self.is_in_sight(x) && value.is_finite() && verdict.kind == kind;
        real.then_some(Level { x, value, verdict, is_degenerate: false, kink: true })
    }

    /// Merges points of a type along a degenerate valley or ridge into one: adjacent ones, those on
    /// a straight level line, and those on a curved one.
    fn joined(&self, f: &Formula, levels: Vec<Level>) -> Vec<Found> {
        let is_line = |it: &Level| it.verdict.along || it.is_degenerate;
        let mut levels = self.converged(f, levels);
        let mut groups: Vec<Vec<Level>> = Vec::new();
        while let Some(first) = levels.pop() {
            let kind = first.verdict.kind;
            let mut members = vec![first];
            let mut next = 0;
            while next < members.len() && is_line(&members[next]) {
                let near = |other: &Level| {
                    is_line(other)
                        && other.verdict.kind == kind
                        && self.distance(other.x, members[next].x) < 2.5
                        && self.are_level(f, other, &members[next])
                };
                let (beside, others): (Vec<Level>, Vec<Level>) = levels.into_iter().partition(near);
                members.extend(beside);
                levels = others;
                next += 1;
            }
            let same = groups.iter_mut().find(|group| {
                let (a, b) = (&group[0], &members[0]);
                let alike = is_line(a) && is_line(b) && a.verdict.kind == kind;
                alike && self.is_joined(f, a, b)
            });
            match same {
                Some(group) => group.append(&mut members),
                None => groups.push(members),
            }
        }
        self.along_valleys(f, groups).into_iter().map(|members| self.one_of(&members)).collect()
    }

    /// Leaves out what is but a worse place of a degenerate point: Newton's method is slow there.
    fn converged(&self, f: &Formula, levels: Vec<Level>) -> Vec<Level> {
        const NEAR: f64 = 0.5;
        let [w, h] = self.apart();
        let steepness = |it: &Level| {
            let (slopes, doubts) = (f.slopes(&it.x), f.rounding(&it.x));
            let is_told = (1..3).any(|part| slopes[part].abs() > doubts[part]);
            (is_told, norm(&[slopes[1] * w, slopes[2] * h]))
        };
        let is_degenerate = |it: &Level| it.is_degenerate && !it.verdict.along;
        let steep: Vec<(bool, f64)> = levels.iter().map(steepness).collect();
        let is_worse = |a: usize, b: usize| {
            let (it, beside) = (&levels[a], &levels[b]);
            let ((told, slope), (other_is_told, other)) = (steep[a], steep[b]);
            !it.kink
                && is_degenerate(beside)
                && self.distance(it.x, beside.x) < NEAR
                && match is_degenerate(it) {
                    true => {
                        // The type says more than a slope that rounding hides.
                        let rank =
                            |it: &Level| matches!(it.verdict.kind, Kind::Flat | Kind::Uncertain);
                        (other_is_told, rank(beside), other, b) < (told, rank(it), slope, a)
                    }
                    false => told && !other_is_told,
                }
        };
        let all = 0..levels.len();
        let worse: Vec<bool> = all.clone().map(|a| all.clone().any(|b| is_worse(a, b))).collect();
        levels.into_iter().zip(worse).filter(|(_, worse)| !worse).map(|(it, _)| it).collect()
    }

    /// Whether two points of lines are at the same height, as those of one valley: not beyond a jump.
    fn are_level(&self, f: &Formula, a: &Level, b: &Level) -> bool {
        !(a.verdict.along && b.verdict.along)
            || (a.value - b.value).abs() <= self.doubt_of_levels(f, a, b)
    }

    /// Whether f is the same on the straight line between two points, but for rounding.
    fn is_joined(&self, f: &Formula, a: &Level, b: &Level) -> bool {
        let between = [0.0, 0.3, 0.5, 0.8]
            .map(|share| [0, 1].map(|axis| b.x[axis] + share * (a.x[axis] - b.x[axis])));
        let doubt = 2.0 * self.doubt_of_levels(f, a, b);
        between.iter().all(|x| (f.value(x) - a.value).abs() <= doubt)
    }

    /// Difference in height of two points on a level line that may be due to their places.
    fn doubt_of_levels(&self, f: &Formula, a: &Level, b: &Level) -> f64 {
        let [width, height] = self.apart();
        // Of the usual change over a cell, as the level is of the usual gradient.
        let little = 1e5 * self.level * width.max(height);
        // At a jump, rounding is as large as that.
        let between = [0, 1].map(|axis| a.x[axis] + 0.382 * (b.x[axis] - a.x[axis]));
        let rounding = [a.x, b.x, between].map(|x| f.rounding(&x)[0]);
        little + 2.0 * rounding.into_iter().fold(f64::INFINITY, f64::min)
    }

    /// Merges groups on one level line, however it is curved; what was taken for another type on
    /// the way belongs to it.
    fn along_valleys(&self, f: &Formula, mut groups: Vec<Vec<Level>>) -> Vec<Vec<Level>> {
        let sign_of = |group: &[Level]| match group[0].verdict.kind {
            Kind::LocalMinimum if group[0].verdict.along => 1.0,
            Kind::Maximum if group[0].verdict.along => -1.0,
            _ => 0.0,
        };
        let is_of_lines =
            |group: &[Level]| group.iter().all(|it| it.verdict.along || it.is_degenerate);
        let mut joined: Vec<Vec<Level>> = Vec::new();
        groups.sort_by_key(|group| sign_of(group) != 0.0);
        while let Some(mut group) = groups.pop() {
            let others = groups.iter().chain(&joined).filter(|it| is_of_lines(it)).count();
            let sign = sign_of(&group);
            if sign != 0.0 && others > 0 {
                let valley = Valley::through(f, group[0].x, self.window, self.apart(), sign);
                let kind = group[0].verdict.kind;
                let is_part = |other: &Vec<Level>| {
                    let doubt = |it: &Level| self.doubt_of_levels(f, &group[0], it);
                    let passes = |it: &Level| valley.passes(it.x, it.value, doubt(it));
                    let goes_beyond = |it: &Level| valley.goes_beyond(it.x, it.value, doubt(it));
                    let same = other[0].verdict.kind == kind;
                    is_of_lines(other)
                        && (same && other.iter().any(passes) || other.iter().all(goes_beyond))
                };
                let (parts, rest): (Vec<Vec<Level>>, Vec<Vec<Level>>) =
                    groups.into_iter().partition(is_part);
                groups = rest;
                let same = parts.into_iter().filter(|part| part[0].verdict.kind == kind);
                group.extend(same.flatten());
            }
            joined.push(group);
        }
        joined
    }

    /// The point that stands for a group.
    fn one_of(&self, members: &[Level]) -> Found {
        let places: Vec<Place> = members.iter().map(|it| it.x).collect();
        let middle = &members[if members.len() < 3 { 0 } else { self.nearest_to_mean(&places) }];
        let kind = middle.verdict.kind;
        let is_extreme = matches!(kind, Kind::LocalMinimum | Kind::Maximum);
        Found {
            x: middle.x.to_vec(),
            value: middle.value,
            kind,
            kink: middle.kink,
            jump: false,
            along: is_extreme && (members.len() > 2 || middle.verdict.along),
        }
    }

    /// The lowest value met from the lowest grid point on downhill, its rounding error, and whether
    /// there is no end of it: each time the square in which it is searched shrinks, the fall does
    /// not.
    fn bottom(&self, f: &Formula) -> (f64, f64, bool) {
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
                if value < lowest {
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
                let curve = Curve::through(f, at(edge), along);
                let line = Line::new(self.window[along], N).advance(&curve, u32::MAX);
                let line = line.map_or(Vec::new(), |it| it.found);
                let is_level = line.len() == 1 && line[0].kind == Kind::Flat;
                for Found { x, value, kind, .. } in line {
                    if !matches!(kind, Kind::LocalMinimum | Kind::EdgeMinimum) && !is_level {
                        continue;
                    }
                    let x = at(x[0]);
                    let rise = |cells: f64| {
                        let mut inside = x;
                        inside[axis] += inward * cells * self.apart()[axis];
                        f.value(&inside) - value - f.rounding(&inside)[0]
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
