//! Stationary points of a function: minima, maxima, saddles and their like, as far as a search
//! on a grid finds them.
//!
//! In one variable (`line`) the derivative is compared from grid point to grid point; in two
//! (`plane`) both partial derivatives, cell by cell. Candidates in between are then refined to
//! the last digits.

mod line;
mod plane;

use crate::formula::Formula;
use line::{Found, Shape};
use plane::Plane;

/// Number of grid points on a line.
pub const GRID_OF_LINE: usize = 2001;
/// Number of grid rows and columns on a plane.
pub const GRID_OF_PLANE: usize = plane::N;
/// Largest number of points returned: some functions have thousands.
pub const MOST: usize = 1000;

/// Type of a stationary point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Global minimum of the window: nothing lower was found.
    GlobalMinimum,
    /// Local minimum: lower than its neighbourhood, but not the lowest.
    LocalMinimum,
    /// Minimum at the edge of the window or of the function's domain.
    EdgeMinimum,
    /// Maximum: higher than its neighbourhood.
    Maximum,
    /// Saddle: stationary, higher in one direction and lower in another.
    Saddle,
    /// Flat: stationary over a stretch, or between two slopes of the same sign.
    Flat,
    /// Kink: the slope jumps and keeps its sign.
    Kink,
}

impl Kind {
    /// All types, in the order of a legend.
    pub const ALL: [Kind; 7] = [
        Kind::GlobalMinimum,
        Kind::LocalMinimum,
        Kind::EdgeMinimum,
        Kind::Maximum,
        Kind::Saddle,
        Kind::Flat,
        Kind::Kink,
    ];

    /// Whether it is a minimum inside the window.
    pub fn is_minimum(self) -> bool {
        matches!(self, Kind::GlobalMinimum | Kind::LocalMinimum)
    }

    /// Name in a table of numbers.
    pub fn id(self) -> &'static str {
        match self {
            Kind::GlobalMinimum => "global_min",
            Kind::LocalMinimum => "local_min",
            Kind::EdgeMinimum => "edge_min",
            Kind::Maximum => "max",
            Kind::Saddle => "saddle",
            Kind::Flat => "flat",
            Kind::Kink => "kink",
        }
    }
}

/// A stationary point.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Position.
    pub x: Vec<f64>,
    /// Value of the function.
    pub value: f64,
    /// Type.
    pub kind: Kind,
    /// Whether the slope jumps there, as at the bottom of |x|.
    pub kink: bool,
    /// Whether nothing lower was found in the window.
    pub lowest: bool,
}

/// A search that can be carried out in slices.
pub struct Search {
    formula: Formula,
    window: Vec<(f64, f64)>,
    plane: Option<Plane>,
    points: Option<Vec<Point>>,
}

impl Search {
    /// A search for all points in a window: (lowest, highest) of each variable.
    pub fn new(formula: &Formula, window: &[(f64, f64)]) -> Search {
        let plane = match window {
            [x, y] => Some(Plane::new([*x, *y])),
            _ => None,
        };
        Search { formula: formula.clone(), window: window.to_vec(), plane, points: None }
    }

    /// Continues for about this many evaluations of the function. True when done.
    pub fn advance(&mut self, evaluations: u32) -> bool {
        if self.points.is_some() {
            return true;
        }
        let (found, values) = match &mut self.plane {
            None => {
                let f = |x: f64| {
                    let [value, slope, _, bend, ..] = self.formula.jet(&[x]);
                    [value, slope, bend]
                };
                line::find(&f, self.window[0], GRID_OF_LINE)
            }
            Some(plane) => match plane.advance(&self.formula, evaluations) {
                Some(done) => done,
                None => return false,
            },
        };
        let found = found.into_iter().map(|it| self.rounded(it)).collect();
        self.points = Some(judged(found, &values));
        true
    }

    /// Sets coordinates that are 0 within rounding to 0.
    fn rounded(&self, mut found: Found) -> Found {
        for (x, (low, high)) in found.x.iter_mut().zip(&self.window) {
            if x.abs() < 1e-15 * (high - low) {
                *x = 0.0;
            }
        }
        let value = self.formula.value(&found.x);
        if value.is_finite() { Found { value, ..found } } else { found }
    }

    /// Progress of the search, from 0 to 1.
    pub fn share(&self) -> f64 {
        match (&self.points, &self.plane) {
            (Some(_), _) => 1.0,
            (None, Some(plane)) => plane.share(),
            (None, None) => 0.0,
        }
    }

    /// Points found, sorted by type, then by value; empty before the search is done.
    pub fn points(&self) -> &[Point] {
        self.points.as_deref().unwrap_or_default()
    }
}

/// Assigns types, with the global minima told from the local ones.
fn judged(found: Vec<Found>, values: &[f64]) -> Vec<Point> {
    let finite = || values.iter().copied().filter(|value| value.is_finite());
    let lowest = found.iter().map(|it| it.value).fold(f64::INFINITY, f64::min);
    let highest = finite().fold(f64::NEG_INFINITY, f64::max);
    // Equal ones differ by rounding.
    let doubt = 1e-9 * (lowest.abs() + 1e-3 * (highest - lowest).max(0.0));
    let mut points: Vec<Point> = found
        .into_iter()
        .map(|Found { x, value, shape, kink }| {
            let lowest = value <= lowest + doubt && shape != Shape::Maximum;
            let kind = match shape {
                Shape::Minimum if lowest => Kind::GlobalMinimum,
                Shape::Minimum => Kind::LocalMinimum,
                Shape::EdgeMinimum => Kind::EdgeMinimum,
                Shape::Maximum => Kind::Maximum,
                Shape::Saddle => Kind::Saddle,
                Shape::Flat => Kind::Flat,
                Shape::Kink => Kind::Kink,
            };
            Point { x, value, kind, kink, lowest }
        })
        .collect();
    points.sort_by(|a, b| {
        a.kind.cmp(&b.kind).then(a.value.total_cmp(&b.value)).then(a.x[0].total_cmp(&b.x[0]))
    });
    points.truncate(MOST);
    points
}
