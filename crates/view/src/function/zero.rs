//! Zero: sizes below which a slope or a step counts as 0 in a picture.

use crate::function::summary::LEVEL_SHARE;
use downhill_core::Descent;
use downhill_core::function::curve::Derivative;

/// Share of the picture's width below which a step counts as 0, and of its height a difference in
/// height. A slope does where the ground counts as level ([`LEVEL_SHARE`]).
const SHARE: f64 = 1e-5;

/// Sizes below which a slope and a step are told and drawn as 0. The default rounds nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Zero {
    slope: f64,
    step: f64,
    height: f64,
}

impl Zero {
    /// The sizes in a picture of this steepness, its height over its width, and of this width.
    pub fn new(steepness: f64, width: f64) -> Zero {
        let (slope, step) = (LEVEL_SHARE * steepness, SHARE * width);
        Zero { slope, step, height: steepness * step }
    }

    /// Slopes as they are told and drawn.
    pub fn slopes(self, slopes: &[f64]) -> Vec<f64> {
        rounded(slopes, self.slope)
    }

    /// Slopes as they are told beside the steps that they lead to, which are told as they are here:
    /// a long step does not come of a slope of 0.
    pub fn slopes_of(self, slopes: &[f64], steps: &[f64]) -> Vec<f64> {
        let each = slopes.iter().zip(steps).zip(self.slopes(slopes));
        each.map(|((slope, step), told)| if *step == 0.0 { told } else { *slope }).collect()
    }

    /// Steps, or places, as they are told and drawn.
    pub fn steps(self, steps: &[f64]) -> Vec<f64> {
        rounded(steps, self.step)
    }

    /// Slopes of the function at the ball along each variable, where jumps of the value that are
    /// too small to be seen are none: beside a kink, rounding may look like one.
    pub fn derivatives(self, descent: &Descent) -> Vec<Derivative> {
        let mut all = descent.function().derivatives_at(&descent.snapshot().x, descent.domain());
        for derivative in &mut all {
            if let Derivative::Jump([left, right]) = derivative
                && (*left - *right).abs() < self.height
            {
                *derivative = Derivative::One;
            }
        }
        all
    }

    /// The coming step from one place to the next as it is told and drawn.
    pub fn step(self, from: &[f64], to: &[f64]) -> Vec<f64> {
        let step: Vec<f64> = from.iter().zip(to).map(|(from, to)| to - from).collect();
        self.steps(&step)
    }
}

fn rounded(numbers: &[f64], least: f64) -> Vec<f64> {
    numbers.iter().map(|number| if number.abs() < least { 0.0 } else { *number }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_small_for_a_picture_is_0_and_all_else_stays() {
        let zero = Zero::new(20.0, 4.0);
        assert_eq!(zero.slopes(&[9e-4, -9e-4, 1.1e-3, -3.0]), [0.0, 0.0, 1.1e-3, -3.0]);
        assert_eq!(zero.slopes_of(&[9e-4, 9e-4], &[0.0, 0.1]), [0.0, 9e-4]);
        assert_eq!(zero.step(&[1.0, 1.0], &[1.000_03, 1.000_05]), [0.0, 1.000_05 - 1.0]);
        assert!(zero.slopes(&[f64::NAN])[0].is_nan());
        assert_eq!(Zero::default().slopes(&[1e-300]), [1e-300]);
    }
}
