//! Axis ranges of the loss pictures: the visible part of parameter space.
//!
//! A window depends on the run's path alone, and grows in whole steps: it is stable from frame
//! to frame, and the same run shows the same picture, by whatever way it is reached.

/// Margin of a window beyond the run's path.
const MARGIN: f64 = 1.5;

/// (lowest, highest) of some values; (∞, −∞) of none.
pub(crate) fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    })
}

/// A range, extended on both sides by the share `by` of its width; for a single value by `by`.
pub(crate) fn wider((low, high): (f64, f64), by: f64) -> (f64, f64) {
    let margin = by * if high > low { high - low } else { 1.0 };
    (low - margin, high + margin)
}

/// Window of one weight: integers around its path.
pub fn line(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = extent(values);
    ((low - MARGIN).floor(), (high + MARGIN).ceil())
}

/// Aspect ratio of the plane of two weights: width over height.
pub const PLANE_RATIO: f64 = 1.6;

/// Window of two weights, with equal scales.
pub fn plane(
    xs: impl Iterator<Item = f64>,
    ys: impl Iterator<Item = f64>,
) -> ((f64, f64), (f64, f64)) {
    let (x, y) = (extent(xs), extent(ys));
    let half = |(low, high): (f64, f64)| (high - low) / 2.0 + MARGIN;
    let half_height = half(y).max(half(x) / PLANE_RATIO).ceil();
    let around = |(low, high): (f64, f64), half: f64| {
        let middle = (low + high).round() / 2.0;
        (middle - half, middle + half)
    };
    (around(x, half_height * PLANE_RATIO), around(y, half_height))
}

/// Window of two directions as long as the weights themselves, centred at 0: ±1 is visible, and
/// the whole path.
pub fn around_zero(way: impl Iterator<Item = (f64, f64)>) -> ((f64, f64), (f64, f64)) {
    let furthest = |far: f64, (x, y): (f64, f64)| far.max(y.abs()).max(x.abs() / PLANE_RATIO);
    let half = way.fold(1.0, furthest).ceil();
    ((-half * PLANE_RATIO, half * PLANE_RATIO), (-half, half))
}

/// Upper end of a loss axis that starts at 0: a power of two, at least 1.5 times `loss`.
pub fn top(loss: f64) -> f64 {
    let mut top = 0.125;
    while top < 1.5 * loss && top < 1e300 {
        top *= 2.0;
    }
    top
}

/// `count` evenly spaced values over a range, with `inside` among them if it lies in it: a curve
/// drawn through the values then passes through that point. It takes the place of one that is
/// very close, as a slope between two such values would be mostly rounding.
pub fn grid((low, high): (f64, f64), count: usize, inside: f64, values: &mut Vec<f64>) {
    values.clear();
    values.extend((0..count).map(|index| low + (high - low) * index as f64 / (count - 1) as f64));
    if low < inside && inside < high {
        let place = values.partition_point(|value| *value < inside);
        let close = 0.2 * (high - low) / (count - 1) as f64;
        let ends = [0, count - 1];
        match [place - 1, place]
            .into_iter()
            .find(|near| !ends.contains(near) && (values[*near] - inside).abs() < close)
        {
            Some(near) => values[near] = inside,
            None if values[place] == inside => {}
            None => values.insert(place, inside),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_hold_the_way_and_have_whole_ends() {
        assert_eq!(line([0.3, -1.2].into_iter()), (-3.0, 2.0));
        let (x, y) = plane([0.0, 1.0].into_iter(), [5.0, 5.2].into_iter());
        assert_eq!(y, (3.0, 7.0));
        assert!(((x.1 - x.0) / (y.1 - y.0) - PLANE_RATIO).abs() < 1e-12);
        assert_eq!((x.0 + x.1) / 2.0, 0.5);
    }

    #[test]
    fn the_grid_passes_through_the_point_and_stays_in_order() {
        let mut values = Vec::new();
        for (inside, count) in [(0.35, 6), (0.27, 5), (0.25, 5), (0.0, 5), (7.0, 5)] {
            grid((0.0, 1.0), 5, inside, &mut values);
            assert_eq!(values.len(), count, "{inside}");
            assert_eq!(values.contains(&inside), inside < 1.0);
            assert!(values.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn the_top_is_above_the_loss() {
        assert_eq!(top(0.0), 0.125);
        assert_eq!(top(1.1), 2.0);
        assert!(top(f64::MAX).is_finite());
    }
}
