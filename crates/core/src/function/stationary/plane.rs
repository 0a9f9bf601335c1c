//! Stationary points of a function of two variables.
//!
//! In the cells of a grid in which one may be (`grid`), it is searched with Newton's method
//! (`newton`), or at a kink by values alone (`kink`). Its type is told by its curvatures or by
//! circles around it (`judge`, `ring`). Those along a valley are one (`join`, `valley`). At last come
//! the edges (`edge`).

mod edge;
mod grid;
mod join;
mod judge;
mod kink;
mod newton;
mod ring;
mod valley;

use super::found::{Found, Outcome};
use super::kind::Kind;
use crate::formula::Formula;
use ring::Verdict;

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
    /// Whether a grid point belongs to a level stretch.
    on_stretch: Vec<bool>,
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
    /// The larger curvature, as a share of what is usual around; 0 if it is as good as 0.
    bend: f64,
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
            on_stretch: Vec::new(),
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

    fn look_into(&mut self, f: &Formula, cell: usize) {
        let corner = self.point(cell);
        let [width, height] = self.apart();
        let at = |right: f64, up: f64| [corner[0] + right * width, corner[1] + up * height];
        let starts = [at(0.5, 0.5), at(0.0, 0.0), at(1.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)];
        let mut stationary: Vec<Place> =
            starts.into_iter().filter_map(|start| self.newton(f, start)).collect();
        if stationary.is_empty() {
            stationary.extend(self.newton_across(f, starts[0]));
        }
        stationary.into_iter().for_each(|x| self.put_stationary(f, x));
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
                Some(x) => self.put_stationary(f, x),
                None => self.put(f, found),
            }
        }
        let known = |it: &Level| self.distance(it.x, starts[0]) < 2.0;
        if self.is_pass(cell) && !self.found.iter().any(known) {
            self.pass(f, starts[0]).into_iter().for_each(|found| self.put(f, found));
        }
    }

    /// Takes in a point that Newton's method has come to.
    fn put_stationary(&mut self, f: &Formula, x: Place) {
        let found = self.judged(f, x);
        if found.verdict.kind != Kind::Flat || !self.slopes_on(f, found.x) {
            self.put(f, found);
        }
    }

    fn put(&mut self, f: &Formula, found: Level) {
        let is_known = |other: &Level| {
            // A level line has the more points the longer it is; a few tell its course.
            let least = if self.are_of_line(f, other, &found) { 0.5 } else { 1e-2 };
            self.distance(other.x, found.x) <= least
        };
        if !self.found.iter().any(is_known) && !self.is_on_stretch(found.x, found.value) {
            self.found.push(found);
        }
    }

    /// Whether two points are of one level valley or ridge, without a slope that could be told from 0.
    fn are_of_line(&self, f: &Formula, a: &Level, b: &Level) -> bool {
        let is_level = |it: &Level| {
            let (slopes, doubts) = (f.slopes(&it.x), f.rounding(&it.x));
            it.verdict.along && (1..3).all(|part| slopes[part].abs() <= doubts[part])
        };
        a.verdict == b.verdict
            && self.distance(a.x, b.x) < 1.0
            && self.are_level(f, a, b)
            && is_level(a)
            && is_level(b)
    }
}
