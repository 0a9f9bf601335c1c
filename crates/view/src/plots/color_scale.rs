//! Height scale of a landscape: visible range, colours and contour levels.

use crate::canvas::theme::{Rgb, lapaz};
use crate::plots::contour;
use downhill_core::numeric::math;

/// Height scale of one landscape.
#[derive(Clone, Debug, Default)]
pub struct Heights {
    /// Lowest height of the colour scale.
    pub low: f64,
    /// Highest height of the colour scale.
    pub high: f64,
    /// Height of the box's floor.
    pub floor: f64,
    /// Height of the box's top: the landscape is cut off above.
    pub top: f64,
    /// Zero point of the colour scale, which is logarithmic in the height above it.
    zero: f64,
    /// Heights of the contour lines.
    pub levels: Vec<f64>,
    /// Spacing of the contour lines; `None` if they are 1, 2, 5, 10, … above the lowest height.
    pub step: Option<f64>,
}

/// (lowest, highest) of some values; NaN is skipped.
fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}

impl Heights {
    /// Scale of losses, from a grid and the ball. A loss is never below 0.
    pub fn of_losses(losses: &[f64], at_ball: f64) -> Heights {
        let (low, high) = extent(losses.iter().copied());
        // A wall as high as it comes would leave the valley flat: what is more than
        // 24 times above the ball is cut off.
        let top = high.min(24.0 * at_ball.max(1e-3));
        let step = Some(contour::step(low, high).unwrap_or(0.0));
        Heights { low, high, floor: 0.0, top, zero: 0.0, levels: contour::levels(low, high), step }
    }

    /// Scale of a loss that is known all over its window, which is constant while the ball
    /// moves. High walls are cut off where they would hide the valley.
    pub fn of_whole(losses: &[f64]) -> Heights {
        let (low, high) = range(losses);
        let low = low.max(0.0);
        let usual = quantile(losses, 0.6).unwrap_or(high);
        let top = if usual > low { usual.min(high) } else { high };
        let levels = contour::rising_levels(low, high);
        Heights { low, high, floor: 0.0, top, zero: 0.0, levels, step: None }
    }

    /// Scale of a function's values, from a grid of them.
    pub fn of_function(values: &[f64]) -> Heights {
        let (low, high) = range(values);
        // Most of it close to the bottom: even steps would leave the valleys empty.
        let middle = quantile(values, 0.5).map_or(0.5, |middle| (middle - low) / (high - low));
        let steep = middle < 0.16;
        let (levels, step) = match (steep, contour::step(low, high)) {
            (true, _) => (contour::rising_levels(low, high), None),
            (false, step) => (contour::levels(low, high), Some(step.unwrap_or(0.0))),
        };
        let zero = low - (0.12 * middle).clamp(1e-4, 0.02) * (high - low);
        Heights { low, high, floor: low, top: high, zero, levels, step }
    }

    /// Colour of a height: equal factors give equal steps of colour, so that the valley floor is
    /// not all one blue.
    pub fn colour(&self) -> impl Fn(f64) -> Rgb + use<> {
        let share = self.share();
        move |height| lapaz(share(height))
    }

    /// Place of a height on the scale of colours, from 0 to 1.
    pub fn share(&self) -> impl Fn(f64) -> f64 + use<> {
        let zero = self.zero;
        let above = move |height: f64| math::ln((height - zero).max(1e-9));
        let (low, high) = (above(self.low), above(self.high));
        move |height| ((above(height) - low) / (high - low).max(1e-9)).clamp(0.0, 1.0)
    }
}

/// Quantile of the finite values.
pub(crate) fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
    let place = (share * finite.len().saturating_sub(1) as f64).round() as usize;
    (!finite.is_empty()).then(|| math::nth(&mut finite, place))
}

/// Visible range of values: all of them, unless a pole or a wall would leave the rest flat.
/// Always finite and not empty.
pub fn range(values: &[f64]) -> (f64, f64) {
    /// Largest absolute value: beyond it, the difference of two values would not be finite.
    const MOST: f64 = 1e300;
    let finite = values.iter().copied().filter(|value| value.is_finite());
    let (low, high) = extent(finite.map(|value| value.clamp(-MOST, MOST)));
    let (Some(lower), Some(upper)) = (quantile(values, 0.1), quantile(values, 0.9)) else {
        return (-1.0, 1.0);
    };
    let (lower, upper) = (lower.clamp(-MOST, MOST), upper.clamp(-MOST, MOST));
    // What holds for four fifths of the picture, and as much again on each side.
    let spread = upper - lower;
    let (low, high) = match spread > 1e-3 * (high - low) {
        true => (low.max(lower - spread), high.min(upper + spread)),
        false => (low, high),
    };
    match high - low > 1e-12 * high.abs().max(low.abs()).max(1e-290) {
        true => (low, high),
        false => (low - low.abs().max(1.0), high + high.abs().max(1.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(f: impl Fn(f64) -> f64) -> Vec<f64> {
        (0..=400).map(|index| f(-5.0 + f64::from(index) / 40.0)).collect()
    }

    #[test]
    fn a_pole_does_not_flatten_the_rest() {
        let (low, high) = range(&values(|x| 1.0 / x));
        assert!((-4.0..=-2.0).contains(&low) && (2.0..=4.0).contains(&high), "{low} {high}");
        assert_eq!(range(&values(|x| x * x)), (0.0, 25.0), "a parabola is shown whole");
        let (low, high) = range(&values(|x| if x.abs() < 0.1 { -1.0 } else { 0.0 }));
        assert_eq!((low, high), (-1.0, 0.0), "a dip in a plain is not cut off");
    }

    #[test]
    fn there_is_always_a_finite_range() {
        let everything = [
            (values(|_| f64::NAN), "undefined"),
            (values(|_| 7.0), "constant"),
            (values(|_| 0.0), "nothing"),
            (values(|x| 1e308 * x.signum()), "huge"),
            (values(|x| 1e-300 * x), "tiny"),
        ];
        for (values, name) in everything {
            let (low, high) = range(&values);
            assert!(low < high && (high - low).is_finite(), "{name}: {low} {high}");
            let heights = Heights::of_function(&values);
            heights.colour()(f64::NAN);
            assert!(heights.levels.len() < 40, "{name}");
        }
    }
}
