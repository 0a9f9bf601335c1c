//! Contour lines of a function on a grid: marching squares (Lorensen and Cline 1987, in two
//! dimensions), with linear interpolation.

use crate::text::rounding::round_step;
use downhill_core::numeric::math;

/// Values of a function on a grid, row-major `[y][x]`.
#[derive(Clone, Copy)]
pub struct Grid<'a> {
    /// x of the columns, ascending.
    pub xs: &'a [f64],
    /// y of the rows, ascending.
    pub ys: &'a [f64],
    /// Value at each grid point, `[y][x]`.
    pub values: &'a [f64],
}

/// Segment of a contour line in one cell of the grid.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// Cell: column and row of its lower left corner.
    pub cell: (usize, usize),
    /// End points.
    pub ends: [(f64, f64); 2],
    /// Indices of the grid edges on which the ends lie: twice the index of the grid point at the
    /// edge's lower left end, plus 1 for a vertical edge. Segments with an equal index meet.
    edges: [usize; 2],
}

impl Grid<'_> {
    /// Value at column and row.
    pub fn value(&self, column: usize, row: usize) -> f64 {
        self.values[row * self.xs.len() + column]
    }

    /// Bilinear interpolation at a point; `None` outside.
    pub fn between(&self, x: f64, y: f64) -> Option<f64> {
        let (column, x_share) = self.column(x)?;
        let (row, y_share) = self.row(y)?;
        let along = |row| {
            let (left, right) = (self.value(column, row), self.value(column + 1, row));
            left + (right - left) * x_share
        };
        let (low, high) = (along(row), along(row + 1));
        Some(low + (high - low) * y_share)
    }

    /// Column to the left of a value of x, and the share of the interval that lies left of it;
    /// `None` outside.
    pub fn column(&self, x: f64) -> Option<(usize, f64)> {
        place(self.xs, x)
    }

    /// Row below a value of y, and the share of the interval that lies below it; `None` outside.
    pub fn row(&self, y: f64) -> Option<(usize, f64)> {
        place(self.ys, y)
    }

    /// Segments of the contour line at `level`.
    pub fn segments(&self, level: f64) -> Vec<Segment> {
        let width = self.xs.len();
        let mut segments = Vec::new();
        for row in 0..self.ys.len() - 1 {
            for column in 0..width - 1 {
                let corners =
                    [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
                let heights = corners.map(|(column, row)| self.value(column, row));
                let above = heights.map(|height| height >= level);
                // No line through a hole.
                if above == [above[0]; 4] || heights.iter().any(|height| !height.is_finite()) {
                    continue;
                }
                let (mut crossings, mut found) = ([(0, (0.0, 0.0)); 4], 0);
                for side in 0..4 {
                    let (from, to) = (corners[side], corners[(side + 1) % 4]);
                    if above[side] == above[(side + 1) % 4] {
                        continue;
                    }
                    // Each edge has one number, whichever cell asks.
                    let lower = from.min(to);
                    let edge = 2 * (lower.1 * width + lower.0) + usize::from(from.0 == to.0);
                    crossings[found] = (edge, self.crossing(from, to, level));
                    found += 1;
                }
                // On a saddle the pieces keep to the corner they started at.
                for pair in crossings[..found].chunks_exact(2) {
                    segments.push(Segment {
                        cell: (column, row),
                        ends: [pair[0].1, pair[1].1],
                        edges: [pair[0].0, pair[1].0],
                    });
                }
            }
        }
        segments
    }

    fn crossing(&self, a: (usize, usize), b: (usize, usize), level: f64) -> (f64, f64) {
        let (from, to) = (self.value(a.0, a.1), self.value(b.0, b.1));
        let share = ((level - from) / (to - from)).clamp(0.0, 1.0);
        let (ax, ay, bx, by) = (self.xs[a.0], self.ys[a.1], self.xs[b.0], self.ys[b.1]);
        (ax + (bx - ax) * share, ay + (by - ay) * share)
    }

    /// Contour lines at `level`, joined to polylines.
    pub fn lines(&self, level: f64) -> Vec<Vec<(f64, f64)>> {
        join(&self.segments(level), self.xs.len())
    }
}

/// Index of the interval of ascending `places` that contains a value, and the share of the
/// interval below it.
fn place(places: &[f64], value: f64) -> Option<(usize, f64)> {
    let (first, last) = (*places.first()?, *places.last()?);
    if !(first..=last).contains(&value) {
        return None;
    }
    let index = places.partition_point(|place| *place <= value).clamp(1, places.len() - 1) - 1;
    Some((index, (value - places[index]) / (places[index + 1] - places[index])))
}

/// Joins segments that meet on an edge of a grid with this many columns.
fn join(segments: &[Segment], columns: usize) -> Vec<Vec<(f64, f64)>> {
    // The pieces stand in the order of their cells.
    let cell = |segment: &Segment| segment.cell.1 * columns + segment.cell.0;
    let in_cell = |number: usize| {
        let from = segments.partition_point(|segment| cell(segment) < number);
        (from..segments.len()).take_while(move |&index| cell(&segments[index]) == number)
    };
    let mut used = vec![false; segments.len()];
    let mut lines = Vec::new();
    for start in 0..segments.len() {
        if used[start] {
            continue;
        }
        used[start] = true;
        let mut walk = |end: usize| {
            let (mut edge, mut points) = (segments[start].edges[end], Vec::new());
            loop {
                // At most two pieces meet on an edge: one from each side.
                let across = (edge / 2).wrapping_sub(if edge % 2 == 1 { 1 } else { columns });
                let mut meeting = in_cell(across).chain(in_cell(edge / 2));
                let Some(next) =
                    meeting.find(|&next| !used[next] && segments[next].edges.contains(&edge))
                else {
                    break points;
                };
                used[next] = true;
                let far = usize::from(segments[next].edges[0] == edge);
                points.push(segments[next].ends[far]);
                edge = segments[next].edges[far];
            }
        };
        let (ahead, mut line) = (walk(1), walk(0));
        line.reverse();
        line.extend(segments[start].ends);
        line.extend(ahead);
        lines.push(line);
    }
    lines
}

/// Spacing of contour lines between two losses: a round number; `None` if there is no range.
pub fn step(low: f64, high: f64) -> Option<f64> {
    const MOST: f64 = 14.0;
    round_step((high - low) / MOST)
}

/// Contour levels between two losses: multiples of one step, so that dense lines mean a steep
/// slope.
pub fn levels(low: f64, high: f64) -> Vec<f64> {
    let Some(step) = step(low, high) else { return Vec::new() };
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (first..=last).map(|index| index as f64 * step).collect()
}

/// Contour levels for a landscape that is mostly close to its lowest value: 1, 2, 5, 10, … times
/// a small step above it, so that the valleys have lines too.
pub fn rising_levels(low: f64, high: f64) -> Vec<f64> {
    let height = high - low;
    if !(height > 1e-9 && height.is_finite()) {
        return Vec::new();
    }
    let power = math::power_of_ten(math::log10(height / 1e5).ceil() as i32);
    (0..5)
        .flat_map(|decade| [1.0, 2.0, 5.0].map(|step| step * power * math::power_of_ten(decade)))
        .filter(|level| *level < height)
        .map(|level| low + level)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_is_one_closed_line() {
        let places: Vec<f64> = (-10..=10).map(|place| f64::from(place) / 5.0).collect();
        let values: Vec<f64> =
            places.iter().flat_map(|y| places.iter().map(move |x| x * x + y * y)).collect();
        let grid = Grid { xs: &places, ys: &places, values: &values };
        let lines = grid.lines(1.0);
        assert_eq!(lines.len(), 1);
        let (first, last) = (lines[0][0], lines[0][lines[0].len() - 1]);
        assert!((first.0 - last.0).abs() < 1e-12 && (first.1 - last.1).abs() < 1e-12);
        for (x, y) in &lines[0] {
            assert!((x.hypot(*y) - 1.0).abs() < 0.02);
            assert!((grid.between(*x, *y).unwrap() - 1.0).abs() < 1e-9);
        }
        assert_eq!(grid.between(3.0, 0.0), None);
        assert_eq!(grid.lines(100.0).len(), 0);
    }

    #[test]
    fn lines_that_leave_the_grid_end_at_its_border() {
        let (xs, ys) = ([0.0, 1.0, 2.0], [0.0, 1.0]);
        let grid = Grid { xs: &xs, ys: &ys, values: &[0.0, 1.0, 2.0, 0.0, 1.0, 2.0] };
        assert_eq!(grid.lines(0.5), [[(0.5, 0.0), (0.5, 1.0)]]);
        assert_eq!((grid.column(2.0), grid.row(1.0)), (Some((1, 1.0)), Some((0, 1.0))));
    }

    #[test]
    fn no_line_goes_through_a_hole() {
        let (xs, ys) = ([0.0, 1.0, 2.0, 3.0], [0.0, 1.0]);
        for hole in [f64::NAN, f64::INFINITY] {
            let values = [0.0, 0.0, 0.0, hole, 1.0, 1.0, 1.0, 1.0];
            let grid = Grid { xs: &xs, ys: &ys, values: &values };
            assert_eq!(grid.lines(0.5), [[(2.0, 0.5), (1.0, 0.5), (0.0, 0.5)]], "{hole}");
        }
        assert_eq!(rising_levels(1.0, 11.5).len(), 13);
        assert_eq!(rising_levels(f64::NAN, 1.0), [0.0; 0]);
    }

    #[test]
    fn levels_are_multiples_of_one_round_step() {
        assert_eq!(levels(0.9, 6.2), [1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 5.5, 6.0]);
        let between = levels(0.16, 0.28);
        assert_eq!(between.len(), 13);
        assert!((between[0] - 0.16).abs() < 1e-12 && (between[1] - 0.17).abs() < 1e-12);
        assert_eq!(levels(2.0, 2.0), [0.0; 0]);
        assert_eq!(levels(0.0, f64::INFINITY), [0.0; 0]);
        assert_eq!(levels(0.0, f64::NAN), [0.0; 0]);
    }
}
