//! A formula as what is to be learned: of one variable its values, of two the sign that
//! it has over the plane.

use super::table::{Table, Targets};
use crate::Error;
use crate::function::Function;
use crate::numeric::rng::{Rng, Stream};

/// How many samples are taken unless asked otherwise.
pub const USUAL_SAMPLES: usize = 200;

/// What is sampled where.
#[derive(Clone, Copy, Debug)]
pub struct Sampled<'a> {
    /// The formula.
    pub of: &'a Function,
    /// Lowest and highest, for each variable.
    pub domain: &'a [(f64, f64)],
    /// How many places are chosen, evenly by chance.
    pub samples: usize,
    /// From 0 to 1. Values are shifted by a normal number whose deviation is the noise
    /// times that of all values; where signs are learned, places are, by an eighth of the
    /// domain's width times the noise: the label is that of the place before.
    pub noise: f64,
    /// Fixes every bit.
    pub seed: u32,
}

impl Sampled<'_> {
    /// The rows: places where the formula has no value are left out.
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
