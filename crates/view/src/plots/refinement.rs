//! Refinement of a grid: cubic interpolation through all its values, so that a surface drawn
//! through them shows no edges of the grid.

use crate::plots::contour::Grid;

/// A grid that owns its values.
#[derive(Clone, Debug, Default)]
pub struct Refined {
    xs: Vec<f64>,
    ys: Vec<f64>,
    values: Vec<f64>,
}

impl Refined {
    /// A grid whose intervals are divided so often that it has about so many columns. Its values
    /// pass through those of the grid; an interval without a value at one end has none inside.
    pub fn new(grid: Grid, columns: usize) -> Refined {
        let count = grid.xs.len().max(1);
        let parts = ((columns + count / 2) / count).max(1);
        let (xs, ys) = (divided(grid.xs, parts), divided(grid.ys, parts));
        let rows = grid.values.chunks_exact(grid.xs.len());
        let wide: Vec<f64> = rows.flat_map(|row| line(grid.xs, row, parts)).collect();
        let mut values = vec![0.0; xs.len() * ys.len()];
        let mut upright = Vec::with_capacity(grid.ys.len());
        for column in 0..xs.len() {
            upright.clear();
            upright.extend(wide.iter().skip(column).step_by(xs.len()));
            for (row, value) in line(grid.ys, &upright, parts).into_iter().enumerate() {
                values[row * xs.len() + column] = value;
            }
        }
        Refined { xs, ys, values }
    }

    /// The values.
    pub fn grid(&self) -> Grid<'_> {
        Grid { xs: &self.xs, ys: &self.ys, values: &self.values }
    }
}

/// Places with each interval divided in so many equal parts.
fn divided(places: &[f64], parts: usize) -> Vec<f64> {
    let inside = places.windows(2).flat_map(|pair| {
        (0..parts).map(|part| pair[0] + (pair[1] - pair[0]) * part as f64 / parts as f64)
    });
    inside.chain(places.last().copied()).collect()
}

/// Values at the divided places: a cubic in each interval, whose slope at each place is that of
/// the parabola through it and its neighbours (Catmull and Rom 1974, for uneven places).
fn line(places: &[f64], values: &[f64], parts: usize) -> Vec<f64> {
    let rise =
        |index: usize| (values[index + 1] - values[index]) / (places[index + 1] - places[index]);
    let last = places.len() - 1;
    let slope = |index: usize| {
        let before = (index > 0).then(|| rise(index - 1)).filter(|rise| rise.is_finite());
        let after = (index < last).then(|| rise(index)).filter(|rise| rise.is_finite());
        match (before, after) {
            (Some(before), Some(after)) => {
                let left = places[index] - places[index - 1];
                let right = places[index + 1] - places[index];
                (right * before + left * after) / (left + right)
            }
            (one, other) => one.or(other).unwrap_or(0.0),
        }
    };
    let mut found = Vec::with_capacity(last * parts + 1);
    for index in 0..last {
        let [from, to] = [values[index], values[index + 1]];
        found.push(from);
        if parts == 1 {
            continue;
        }
        let room = places[index + 1] - places[index];
        let (leave, arrive) = (room * slope(index), room * slope(index + 1));
        found.extend((1..parts).map(|part| {
            let t = part as f64 / parts as f64;
            let (square, cube) = (t * t, t * t * t);
            from * (2.0 * cube - 3.0 * square + 1.0)
                + leave * (cube - 2.0 * square + t)
                + to * (3.0 * square - 2.0 * cube)
                + arrive * (cube - square)
        }));
    }
    found.extend(values.last());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parabola_is_met_between_the_places_and_every_value_is_kept() {
        let places = [0.0, 1.0, 1.5, 3.0, 4.0];
        let f = |x: f64, y: f64| x * x - 0.5 * y * y + y;
        let values: Vec<f64> =
            places.iter().flat_map(|y| places.iter().map(move |x| f(*x, *y))).collect();
        let grid = Grid { xs: &places, ys: &places, values: &values };
        let fine = Refined::new(grid, 20);
        let fine = fine.grid();
        assert_eq!((fine.xs.len(), fine.ys.len()), (17, 17));
        for (row, y) in fine.ys.iter().enumerate() {
            for (column, x) in fine.xs.iter().enumerate() {
                let (found, expected) = (fine.value(column, row), f(*x, *y));
                // At the sides, where there is one neighbour only, it is not exact.
                let inside = (1.0..=3.0).contains(x) && (1.0..=3.0).contains(y);
                assert!((found - expected).abs() < if inside { 1e-12 } else { 0.3 }, "{x} {y}");
                if row % 4 == 0 && column % 4 == 0 {
                    assert_eq!(found, values[row / 4 * 5 + column / 4]);
                }
            }
        }
        assert_eq!(Refined::new(grid, 5).grid().values, values);
    }

    #[test]
    fn a_hole_stays_a_hole_and_does_not_grow() {
        let places = [0.0, 1.0, 2.0, 3.0, 4.0];
        let values = [0.0, 1.0, f64::INFINITY, 3.0, 4.0];
        let fine = line(&places, &values, 2);
        let finite: Vec<bool> = fine.iter().map(|value| value.is_finite()).collect();
        let expected = [true, true, true, false, false, false, true, true, true];
        assert_eq!(finite, expected, "{fine:?}");
        assert_eq!(fine[1], 0.5);
    }
}
