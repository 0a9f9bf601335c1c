//! Search methods, which evaluate the function beyond the gradient at the current point: line
//! search and Newton's method. An optimizer cannot do that, so these are a kind of their own,
//! and work on functions, not on networks.
//!
//! To add one: write its [`Definition`] here and put it in [`SEARCHES`].
//!
//! In the formulas x is the point, g the gradient at it, H the Hessian (the second derivatives)
//! at it and η the learning rate.

use crate::Error;
use crate::formula::Formula;
use crate::numeric::vector::norm;
use serde::Serialize;

/// A search method: formula and step.
#[derive(Debug)]
pub struct Definition {
    /// Name in an experiment and in the address.
    pub id: &'static str,
    /// Formula of the step.
    pub formula: &'static str,
    /// Paper.
    pub source: &'static str,
    /// Step from x, a pure function of its arguments.
    pub step: fn(function: &Formula, x: &[f64], learning_rate: f64) -> Step,
}

/// A step of a search, with the step sizes tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Search direction d: −g or −H⁻¹ g. NaN if H is singular.
    pub direction: Vec<f64>,
    /// Step sizes t tried, in this order.
    pub tried: Vec<f64>,
    /// Step size t taken: the last one tried, or 0 if none was good enough.
    pub taken: f64,
    /// Next point: x + t d.
    pub next: Vec<f64>,
}

/// All searches, in the order in which they are offered.
pub static SEARCHES: &[&Definition] = &[&LINE_SEARCH, &NEWTON];

/// Armijo's σ: the share of the decrease t |g|², promised by the slope, that a step has to keep.
/// His paper has ½; 10⁻⁴ is usual since (Nocedal, Wright: Numerical Optimization, section 3.1).
const SHARE: f64 = 1e-4;

/// Largest number of halvings of a step. Every t below 2 (1 − σ)/L is good enough, L the largest
/// curvature on the way: one is found while L < 2⁶⁰/η.
const HALVINGS: usize = 60;

/// If no step is good enough, x stays: so near the minimum that rounding of f hides the descent.
const LINE_SEARCH: Definition = Definition {
    id: "line_search",
    formula: "x ← x − t g, t the first of η, η/2, η/4, … with f(x − t g) ≤ f(x) − 10⁻⁴ t |g|²",
    source: "Armijo: Minimization of Functions Having Lipschitz Continuous First Partial Derivatives (1966)",
    step: |function, x, learning_rate| {
        let mut direction = vec![0.0; x.len()];
        let value = function.value_and_gradient(x, &mut direction);
        let steepness = norm(&direction);
        direction.iter_mut().for_each(|d| *d = -*d);
        let mut slope = vec![0.0; x.len()];
        let (mut t, mut tried) = (learning_rate, Vec::new());
        while tried.len() <= HALVINGS {
            tried.push(t);
            let next = along(x, t, &direction);
            // False also where the function is not a number.
            if function.value_and_gradient(&next, &mut slope)
                <= value - SHARE * (t * steepness) * steepness
            {
                return Step { direction, tried, taken: t, next };
            }
            t *= 0.5;
        }
        Step { direction, tried, taken: 0.0, next: x.to_vec() }
    },
};

/// Newton's method converges to stationary points, also to maxima and saddles. For an H that is
/// singular, or singular within rounding, there is no step: direction and next point are NaN.
/// The learning rate is ignored.
const NEWTON: Definition = Definition {
    id: "newton",
    formula: "x ← x − H⁻¹ g",
    source: "Newton: De analysi per aequationes numero terminorum infinitas (1669); Raphson: Analysis aequationum universalis (1690); Simpson: Essays on Several Curious and Useful Subjects (1740)",
    step: |function, x, _| {
        let (mut gradient, mut hessian) = (vec![0.0; x.len()], vec![0.0; x.len() * x.len()]);
        function.value_and_gradient(x, &mut gradient);
        function.hessian(x, &mut hessian);
        let direction = match (&hessian[..], &gradient[..]) {
            ([bend], [slope]) if *bend != 0.0 => vec![-slope / bend],
            ([xx, xy, _, yy], [g_x, g_y]) => {
                let determinant = xx * yy - xy * xy;
                // What rounding of the entries and products may make of a determinant of 0.
                let doubt = 16.0 * f64::EPSILON * ((xx * yy).abs() + xy * xy);
                match determinant.abs() <= doubt {
                    true => vec![f64::NAN; 2],
                    false => vec![
                        (xy * g_y - yy * g_x) / determinant,
                        (xy * g_x - xx * g_y) / determinant,
                    ],
                }
            }
            _ => vec![f64::NAN; x.len()],
        };
        let next = along(x, 1.0, &direction);
        Step { direction, tried: vec![1.0], taken: 1.0, next }
    },
};

/// x + t d.
fn along(x: &[f64], t: f64, direction: &[f64]) -> Vec<f64> {
    x.iter().zip(direction).map(|(x, d)| x + t * d).collect()
}

/// One of [`SEARCHES`], serialized as its name.
#[derive(Clone, Copy, Debug, Serialize)]
#[serde(into = "String")]
pub struct Search(&'static Definition);

impl Search {
    /// The search of this name. Fails if there is none.
    pub fn from_id(id: &str) -> Result<Search, Error> {
        crate::named::find("search", id, SEARCHES, |definition| definition.id).map(Search)
    }
}

crate::named::named!(Search, Definition);
