//! Sampled target formula: in one variable the network learns its values, in two its sign over
//! the plane.

use super::table::{Table, Targets};
use crate::Error;
use crate::function::Function;
use crate::numeric::rng::{Rng, Stream};

/// Default number of samples.
pub const USUAL_SAMPLES: usize = 200;

/// Sampling of a target formula.
#[derive(Clone, Copy, Debug)]
pub struct Sampled<'a> {
    /// Target formula.
    pub of: &'a Function,
    /// Domain: (lowest, highest) of each variable.
    pub domain: &'a [(f64, f64)],
    /// Number of points, drawn uniformly from the domain.
    pub samples: usize,
    /// Noise level, from 0 to 1. In one variable, values are shifted by normal noise, whose
    /// standard deviation is the noise level times that of all values. In two, points are
    /// shifted, by an eighth of the domain's width times the noise level, and keep the label of
    /// the unshifted point.
    pub noise: f64,
    /// Random seed, which fixes every bit.
    pub seed: u32,
}

impl Sampled<'_> {
    /// Rows of the sample; points at which the formula is undefined are left out and counted.
    /// Fails if it is undefined at all of them.
    pub fn table(&self) -> Result<Table, Error> {
        let mut rng = Rng::new(self.seed, Stream::Data);
        let (mut rows, mut values, mut shifts) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..self.samples {
            let place = self.domain.iter().map(|(low, high)| low + (high - low) * rng.unit());
            let place: Vec<f64> = place.collect();
            // Drawn at any noise: more of it moves the same samples further.
            let shift = [rng.normal(), rng.normal()];
            let value = self.of.value(&place);
            if value.is_finite() {
                rows.push(place);
                values.push(value);
                shifts.push(shift);
            }
        }
        if rows.is_empty() {
            return Err(Error::Inconsistent(
                "The target has no value anywhere in its domain: choose another domain, such as \
                 domain=0.1,5, or another formula."
                    .into(),
            ));
        }
        let dropped = self.samples - rows.len();
        let inputs = self.of.names()[..self.of.dim()].iter().map(ToString::to_string).collect();
        let targets = match self.of.dim() {
            1 => {
                let (_, deviation) = super::split::mean_and_deviation(values.iter().copied());
                let flat = values.iter().all(|value| *value == values[0]);
                let far = if flat { 0.0 } else { self.noise * deviation };
                let shifted =
                    values.iter().zip(&shifts).map(|(value, by)| vec![value + far * by[0]]);
                Targets::Values { names: vec!["f(x)".into()], values: shifted.collect() }
            }
            _ => {
                for (row, by) in rows.iter_mut().zip(&shifts) {
                    for ((x, by), (low, high)) in row.iter_mut().zip(by).zip(self.domain) {
                        *x += 0.125 * (high - low) * self.noise * by;
                    }
                }
                let labels = values.iter().map(|value| usize::from(*value > 0.0)).collect();
                Targets::Classes { names: vec!["f ≤ 0".into(), "f > 0".into()], labels }
            }
        };
        Ok(Table { inputs, rows, targets, dropped })
    }
}
