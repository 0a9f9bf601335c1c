//! Stationary points of a function: minima, maxima, saddles and their like, as far as a search
//! on a grid finds them.
//!
//! In one variable (`line`) the derivatives are followed from grid point to grid point; in two
//! (`plane`) both partial derivatives, cell by cell, and a point's type is told by its curvatures
//! or by circles around it. What rounding may account for is taken as level.

mod found;
mod kind;
mod line;
mod plane;

use crate::formula::Formula;
use crate::function::curve::Curve;
use found::{Found, Outcome};
use line::Line;
use plane::Plane;

pub use kind::Kind;

/// Number of grid points on a line.
pub const GRID_OF_LINE: usize = 2001;
/// Number of grid rows and columns on a plane.
pub const GRID_OF_PLANE: usize = plane::N;
/// Largest number of points returned: some functions have thousands.
pub const MOST: usize = 1000;

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
    /// Whether the value jumps there.
    pub jump: bool,
    /// Whether it is one of a line of equal points, as in a level valley.
    pub along: bool,
    /// Whether nothing lower was found in the window.
    pub lowest: bool,
}

/// Lowest point of a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lowest {
    /// The lowest of the points found.
    Found,
    /// There is none: the function falls without end.
    Endless,
    /// None of the points found: the function is lower elsewhere, as beside a jump.
    Elsewhere,
}

impl Lowest {
    /// Name in a table of numbers.
    pub fn id(self) -> &'static str {
        match self {
            Lowest::Found => "found",
            Lowest::Endless => "endless",
            Lowest::Elsewhere => "elsewhere",
        }
    }
}

/// A search that can be carried out in slices.
pub struct Search {
    formula: Formula,
    window: Vec<(f64, f64)>,
    way: Way,
    points: Option<Vec<Point>>,
    lowest: Lowest,
}

enum Way {
    Line(Line),
    Plane(Plane),
}

impl Search {
    /// A search for all points in a window: (lowest, highest) of each variable.
    pub fn new(formula: &Formula, window: &[(f64, f64)]) -> Search {
        let way = match *window {
            [x, y] => Way::Plane(Plane::new([x, y])),
            _ => Way::Line(Line::new(window[0], GRID_OF_LINE)),
        };
        let (formula, window) = (formula.clone(), window.to_vec());
        Search { formula, window, way, points: None, lowest: Lowest::Found }
    }

    /// Continues for about this many evaluations of the function. True when done.
    pub fn advance(&mut self, evaluations: u32) -> bool {
        if self.points.is_some() {
            return true;
        }
        let done = match &mut self.way {
            Way::Line(line) => line.advance(&Curve::new(&self.formula), evaluations),
            Way::Plane(plane) => plane.advance(&self.formula, evaluations),
        };
        let Some(mut outcome) = done else { return false };
        outcome.found = outcome.found.into_iter().map(|it| self.rounded(it)).collect();
        self.judge(outcome);
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
        match (&self.points, &self.way) {
            (Some(_), _) => 1.0,
            (None, Way::Line(line)) => line.share(),
            (None, Way::Plane(plane)) => plane.share(),
        }
    }

    /// Points found, sorted by type, then by value; empty before the search is done.
    pub fn points(&self) -> &[Point] {
        self.points.as_deref().unwrap_or_default()
    }

    /// Whether the lowest point of the window is among those found.
    pub fn lowest(&self) -> Lowest {
        self.lowest
    }

    /// Assigns types, with the global minima told from the local ones.
    fn judge(&mut self, Outcome { found, range, is_endless }: Outcome) {
        let lowest = found.iter().map(|it| it.value).fold(f64::INFINITY, f64::min);
        let height = (range.1 - lowest).max(0.0);
        // That of the range may be a pole's.
        let highest = found.iter().map(|it| it.value).fold(lowest, f64::max);
        // Equal ones differ by rounding.
        let doubt = |it: &Found| {
            let shown = 1e-9 * (lowest.abs() + 1e-2 * (highest - lowest));
            let is_limit = !self.formula.value(&it.x).is_finite();
            let rounding = if is_limit { f64::INFINITY } else { self.formula.rounding(&it.x)[0] };
            // A level stretch may be all that there is.
            shown + if it.kind == Kind::Flat { rounding } else { rounding.min(1e-6 * height) }
        };
        let bottom = lowest.min(range.0);
        let is_lowest =
            |it: &Found| !is_endless && it.value <= bottom + doubt(it) && it.kind != Kind::Maximum;
        let mut points: Vec<Point> = found
            .into_iter()
            .map(|it| {
                let lowest = is_lowest(&it);
                let kind = match it.kind {
                    Kind::LocalMinimum if lowest => Kind::GlobalMinimum,
                    kind => kind,
                };
                let Found { x, value, kink, jump, along, .. } = it;
                Point { x, value, kind, kink, jump, along, lowest }
            })
            .collect();
        points.sort_by(|a, b| {
            a.kind.cmp(&b.kind).then(a.value.total_cmp(&b.value)).then(a.x[0].total_cmp(&b.x[0]))
        });
        self.lowest = match points.iter().any(|it| it.lowest) {
            _ if is_endless => Lowest::Endless,
            true => Lowest::Found,
            false => Lowest::Elsewhere,
        };
        points.truncate(MOST);
        self.points = Some(points);
    }
}
