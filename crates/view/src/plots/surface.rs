//! A landscape as a surface in space.

use crate::canvas::geometry::Pair;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Canvas, Drawn, Ink, Pen, Point};
use crate::canvas::theme::{Theme, mix};
use crate::options::scene::{NEURON, Scene};
use crate::plots::contour::Segment;
use crate::plots::contour_map::{Landscape, Names, contour_ink};
use crate::plots::{prediction_mark, run_marks, stationary_marks};
use crate::text::number;
use downhill_core::numeric::math;

/// Direction of view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Yaw in radians; 0 looks along the second axis.
    pub yaw: f64,
    /// Pitch in radians: the elevation of the eye above the horizon.
    pub pitch: f64,
}

impl Default for Camera {
    fn default() -> Camera {
        Camera { yaw: 0.6, pitch: 0.52 }
    }
}

impl Camera {
    /// Initial camera of a scene: for a neuron, along its valley.
    pub fn of(scene: &Scene) -> Camera {
        match scene.id == NEURON.id {
            true => Camera { yaw: 5.7, pitch: 0.6 },
            false => Camera::default(),
        }
    }

    /// The camera turned by these angles; the eye stays above the floor.
    pub fn turned(self, yaw: f64, pitch: f64) -> Camera {
        Camera {
            yaw: (self.yaw + yaw).rem_euclid(std::f64::consts::TAU),
            pitch: (self.pitch + pitch).clamp(0.1, 1.5),
        }
    }
}

/// Height of the box over half the depth of its floor.
const HEIGHT: f64 = 1.1;

/// Parallel projection of the box over the window.
struct Projection<'a> {
    land: &'a Landscape,
    /// Width of the floor over its depth.
    ratio: f64,
    sin: f64,
    cos: f64,
    sin_pitch: f64,
    cos_pitch: f64,
    scale: f64,
    middle: Point,
}

impl Projection<'_> {
    /// Coordinates in the box: the floor is ±ratio by ±1, the height 0 … [`HEIGHT`].
    fn boxed(&self, x: f64, y: f64, height: f64) -> [f64; 3] {
        let ((x_low, x_high), (y_low, y_high)) = self.land.window;
        let heights = &self.land.heights;
        let up = (height - heights.floor) / (heights.top - heights.floor);
        [
            self.ratio * (2.0 * x - x_low - x_high) / (x_high - x_low),
            (2.0 * y - y_low - y_high) / (y_high - y_low),
            up.clamp(0.0, 1.0) * HEIGHT,
        ]
    }

    fn at(&self, x: f64, y: f64, height: f64) -> Point {
        let [x, y, z] = self.boxed(x, y, height);
        let (right, back) = (x * self.cos - y * self.sin, x * self.sin + y * self.cos);
        let up = back * self.sin_pitch + (z - HEIGHT / 2.0) * self.cos_pitch;
        (self.middle.0 + self.scale * right, self.middle.1 - self.scale * up)
    }

    /// Position of a point on the floor.
    fn floor(&self, x: f64, y: f64) -> Point {
        self.at(x, y, self.land.heights.floor)
    }

    /// Whether the surface occludes its own point at x, y.
    fn hidden(&self, x: f64, y: f64, height: f64) -> bool {
        let ((x_low, x_high), (y_low, y_high)) = self.land.window;
        // Towards the eye: one step on the floor raises the line of sight by tan(pitch).
        let dx = -self.sin * (x_high - x_low) / (2.0 * self.ratio);
        let dy = -self.cos * (y_high - y_low) / 2.0;
        let rise = self.sin_pitch / self.cos_pitch.max(1e-3);
        let start = self.boxed(x, y, height)[2];
        (2..=120).any(|step| {
            let way = f64::from(step) * 0.025;
            let (x, y) = (x + dx * way, y + dy * way);
            self.land
                .grid()
                .between(x, y)
                .is_some_and(|height| self.boxed(x, y, height)[2] > start + way * rise + 0.02)
        })
    }
}

/// Lines on one cell of the surface, drawn right after it, so that nearer cells cover them.
#[derive(Default)]
struct OnCell {
    contours: Vec<[Point; 2]>,
    ways: Vec<([Point; 2], Ink)>,
}

/// Draws the surface of a landscape, with the ball, its trail and its shadows.
pub fn draw<DB: Canvas>(
    pen: &Pen<DB>,
    land: &Landscape,
    camera: Camera,
    names: &Names,
) -> Drawn<DB> {
    pen.clear()?;
    if land.values.is_empty() {
        // The first heights of a large network are on their way.
        return Ok(());
    }
    let theme = pen.theme;
    let (width, height) = pen.size();
    let (sin, cos) = (math::sin(camera.yaw), math::cos(camera.yaw));
    let (sin_pitch, cos_pitch) = (math::sin(camera.pitch), math::cos(camera.pitch));
    let ratio = land.ratio().0;
    let reach_x = ratio * cos.abs() + sin.abs();
    let reach_y = ratio * sin.abs() + cos.abs();
    let scale = ((width - 4.0 * pen.em) / (2.0 * reach_x))
        .min((height - 4.0 * pen.em) / (2.0 * reach_y * sin_pitch + HEIGHT * cos_pitch));
    let middle = (width / 2.0, height / 2.0 - 0.4 * pen.em);
    let projection = Projection { land, ratio, sin, cos, sin_pitch, cos_pitch, scale, middle };
    let p = &projection;

    draw_floor(pen, p)?;
    let (trail_heights, on_cell) = on_cells(p, theme);
    let floor: Vec<Point> = land.trail.iter().map(|(x, y)| p.floor(*x, *y)).collect();
    for part in seen(&floor, &trail_heights) {
        pen.line(part, Ink(theme.ink, 0.35), 1.0)?;
    }
    let grid = land.grid();
    let lifted = |way: &[Pair]| {
        let (x, y) = *way.last()?;
        grid.between(x, y).filter(|height| height.is_finite()).map(|height| (x, y, height))
    };
    let alone = land.racers.ways.is_empty();
    let in_sight = alone && lifted(&[land.at]).is_some();
    if in_sight {
        pen.disc(p.floor(land.at.0, land.at.1), 0.35 * pen.em, Ink(theme.ink, 0.35))?;
    }

    draw_cells(pen, p, &on_cell)?;
    let opacity = |x: f64, y: f64, height: f64| if p.hidden(x, y, height) { 0.35 } else { 1.0 };
    for spot in &land.spots {
        let (x, y) = (spot.x[0], spot.x[1]);
        stationary_marks::draw(spot.kind, pen, p.at(x, y, spot.value), opacity(x, y, spot.value))?;
    }
    for (lane, way) in land.racers.ways.iter().enumerate() {
        if let Some((x, y, height)) = lifted(way) {
            run_marks::draw_mark(pen, lane, p.at(x, y, height), opacity(x, y, height))?;
        }
    }
    if let Some((x, y, height)) = lifted(&land.ghost) {
        let ink = Ink(theme.ghost, opacity(x, y, height));
        pen.ring(p.at(x, y, height), 0.4 * pen.em, ink, 2.5)?;
    }
    if let Some((at, told)) = land.guess
        && let Some((x, y, height)) = lifted(&[at])
    {
        let ball = (told && in_sight).then(|| p.at(land.at.0, land.at.1, land.value));
        prediction_mark::draw(pen, p.at(x, y, height), ball)?;
    }
    if in_sight {
        let (x, y) = land.at;
        let ball = p.at(x, y, land.value);
        if let Some(height) = land.shadow {
            let shadow = p.at(x, y, height);
            pen.dashed(&[shadow, ball], theme.ball, 1.5)?;
            pen.shadow(shadow)?;
        }
        pen.ball(ball, opacity(x, y, land.value))?;
    }
    draw_axes(pen, p, names)
}

/// Parts of a path whose segments are `in_sight`.
fn seen<'a>(way: &'a [Point], in_sight: &[bool]) -> Vec<&'a [Point]> {
    let (mut parts, mut from) = (Vec::new(), 0);
    for (piece, _) in in_sight.iter().enumerate().filter(|(_, seen)| !**seen) {
        parts.push(&way[from..=piece]);
        from = piece + 1;
    }
    parts.push(&way[from..]);
    parts
}

fn draw_floor<DB: Canvas>(pen: &Pen<DB>, p: &Projection) -> Drawn<DB> {
    let ((x_low, x_high), (y_low, y_high)) = p.land.window;
    let corners = [(x_low, y_low), (x_high, y_low), (x_high, y_high), (x_low, y_high)]
        .map(|(x, y)| p.floor(x, y));
    pen.polygon(&corners, pen.theme.raised)?;
    pen.line(&[&corners[..], &corners[..1]].concat(), Ink(pen.theme.muted, 0.6), 1.0)?;
    let colour = p.land.heights.colour();
    for &level in &p.land.heights.levels {
        for line in p.land.grid().lines(level) {
            let points: Vec<Point> = line.iter().map(|(x, y)| p.floor(*x, *y)).collect();
            pen.line(&points, Ink(mix(colour(level), pen.theme.ink, 0.2), 0.8), 1.0)?;
        }
    }
    Ok(())
}

/// Sorts contour segments, trail and ghost by the cells they lie on; returns also which segments
/// of the trail are on the surface.
fn on_cells(p: &Projection, theme: &Theme) -> (Vec<bool>, Vec<OnCell>) {
    let land = p.land;
    let grid = land.grid();
    let columns = grid.xs.len() - 1;
    let mut cells: Vec<OnCell> = Vec::new();
    cells.resize_with(columns * (grid.ys.len() - 1), OnCell::default);
    for &level in land.heights.levels.iter().filter(|level| **level < land.heights.top) {
        for Segment { cell, ends, .. } in grid.segments(level) {
            let ends = ends.map(|(x, y)| p.at(x, y, level));
            cells[cell.1 * columns + cell.0].contours.push(ends);
        }
    }
    let mut lay = |a: Pair, b: Pair, ink: Ink| {
        let lifted = |(x, y): Pair| {
            grid.between(x, y).filter(|height| height.is_finite()).map(|height| p.at(x, y, height))
        };
        let cell = grid.cell((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        let (Some(a), Some(b), Some(cell)) = (lifted(a), lifted(b), cell) else { return false };
        cells[cell.1 * columns + cell.0].ways.push(([a, b], ink));
        true
    };
    for (lane, way) in land.racers.ways.iter().enumerate() {
        for pair in way.windows(2) {
            lay(pair[0], pair[1], Ink(theme.racers[lane % theme.racers.len()], 1.0));
        }
    }
    for (a, b) in dashes(p, &land.ghost) {
        lay(a, b, Ink(theme.ghost, 1.0));
    }
    // In a race, there is no ball but the racers.
    let trail = if land.racers.ways.is_empty() { &land.trail[..] } else { &[] };
    let last = trail.len().max(2) as f64;
    let in_sight = trail.windows(2).enumerate().map(|(index, pair)| {
        lay(pair[0], pair[1], Ink(theme.ball, 0.3 + 0.7 * index as f64 / last))
    });
    (in_sight.collect(), cells)
}

/// Dashes of a path: some pixels long each, at most 20 for one step. Short steps share one.
fn dashes(p: &Projection, way: &[Pair]) -> Vec<(Pair, Pair)> {
    const LONG: f64 = 7.0;
    const MOST: f64 = 20.0;
    let (mut dashes, mut drawn) = (Vec::new(), 0.0);
    for pair in way.windows(2) {
        let (a, b) = (p.floor(pair[0].0, pair[0].1), p.floor(pair[1].0, pair[1].1));
        let count = ((b.0 - a.0).hypot(b.1 - a.1) / LONG).ceil();
        let count = math::clamp(count, 1.0, MOST);
        let at = |part: f64| {
            let along = |a: f64, b: f64| a + (b - a) * part / count;
            (along(pair[0].0, pair[1].0), along(pair[0].1, pair[1].1))
        };
        for part in 0..count as usize {
            let (from, to) = (at(part as f64), at(part as f64 + 1.0));
            if ((drawn / LONG) as usize).is_multiple_of(2) {
                dashes.push((from, to));
            }
            drawn += (b.0 - a.0).hypot(b.1 - a.1).min(LONG * count) / count;
        }
    }
    dashes
}

/// Draws the cells from back to front, each with the lines on it.
fn draw_cells<DB: Canvas>(pen: &Pen<DB>, p: &Projection, on_cell: &[OnCell]) -> Drawn<DB> {
    let grid = p.land.grid();
    let (columns, rows) = (grid.xs.len() - 1, grid.ys.len() - 1);
    let colour = p.land.heights.colour();
    // On a grid seen in parallel, back to front is an order of columns and one of rows.
    let (far_column, far_row) = (p.sin > 0.0, p.cos > 0.0);
    for row in (0..rows).map(|row| if far_row { rows - 1 - row } else { row }) {
        for column in
            (0..columns).map(|column| if far_column { columns - 1 - column } else { column })
        {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map(|(right, up)| {
                let (column, row) = (column + right, row + up);
                [grid.xs[column], grid.ys[row], grid.value(column, row)]
            });
            // What is cut off does not colour what is left.
            let top = p.land.heights.top;
            let cut = |height: f64| if height > top { top } else { height };
            let mean = corners.iter().map(|corner| cut(corner[2])).sum::<f64>() / 4.0;
            let face = below_top(p, corners);
            // No face over a hole.
            if face.len() < 3 || !corners.iter().all(|corner| corner[2].is_finite()) {
                continue;
            }
            let shade = shade(p, column, row);
            let fill = if shade > 0.0 {
                mix(colour(mean), [255, 255, 255], shade)
            } else {
                mix(colour(mean), [0, 0, 0], -shade)
            };
            // In steps that no eye sees: colours that come again are drawn faster.
            pen.polygon(&grown(&face), fill.map(|channel| channel & !3 | 1))?;
            let on = &on_cell[row * columns + column];
            for ends in &on.contours {
                pen.line(ends, contour_ink(colour(mean)), 1.0)?;
            }
            for (ends, ink) in &on.ways {
                pen.line(ends, Ink(pen.theme.paper, 0.6), 4.5)?;
                pen.line(ends, *ink, 2.5)?;
            }
        }
    }
    Ok(())
}

/// Shading of a cell by light from the upper left: lighter above 0, darker below.
fn shade(p: &Projection, column: usize, row: usize) -> f64 {
    let grid = p.land.grid();
    let at =
        |column: usize, row: usize| p.boxed(grid.xs[column], grid.ys[row], grid.value(column, row));
    let (a, b, c) = (at(column, row), at(column + 1, row), at(column, row + 1));
    let x_rise = (b[2] - a[2]) / (b[0] - a[0]);
    let y_rise = (c[2] - a[2]) / (c[1] - a[1]);
    // The normal (−rise, 1), turned as the box is, towards the light (−1, −0.4, 1.6).
    let (nx, ny) = (-x_rise * p.cos + y_rise * p.sin, -x_rise * p.sin - y_rise * p.cos);
    let length = (nx * nx + ny * ny + 1.0).sqrt();
    let light = (-nx - 0.4 * ny + 1.6) / (length * 1.93);
    0.45 * (light - 0.75)
}

/// A face with its corners moved outwards by half a pixel on each axis: neighbours overlap, or
/// the paper would shine through between them.
fn grown(corners: &[Point]) -> Vec<Point> {
    let count = corners.len() as f64;
    let middle =
        corners.iter().fold((0.0, 0.0), |sum, at| (sum.0 + at.0 / count, sum.1 + at.1 / count));
    let moved =
        |(x, y): &Point| (x + 0.5 * (x - middle.0).signum(), y + 0.5 * (y - middle.1).signum());
    corners.iter().map(moved).collect()
}

/// Part of a cell below the box's top, projected (Sutherland and Hodgman 1974).
fn below_top(p: &Projection, corners: [[f64; 3]; 4]) -> Vec<Point> {
    let top = p.land.heights.top;
    let mut kept = Vec::with_capacity(5);
    for (index, [x, y, height]) in corners.into_iter().enumerate() {
        if height <= top {
            kept.push(p.at(x, y, height));
        }
        let [next_x, next_y, next_height] = corners[(index + 1) % 4];
        if (height <= top) != (next_height <= top) {
            let share = (top - height) / (next_height - height);
            kept.push(p.at(x + share * (next_x - x), y + share * (next_y - y), top));
        }
    }
    kept
}

/// Draws the floor's two nearer edges with names and ends, and the height axis.
fn draw_axes<DB: Canvas>(pen: &Pen<DB>, p: &Projection, names: &Names) -> Drawn<DB> {
    let ((x_low, x_high), (y_low, y_high)) = p.land.window;
    let near_y = if p.cos > 0.0 { y_low } else { y_high };
    let near_x = if p.sin > 0.0 { x_low } else { x_high };
    let (mid_x, mid_y) = ((x_low + x_high) / 2.0, (y_low + y_high) / 2.0);
    let edges = [
        ((mid_x, near_y), [(x_low, near_y), (x_high, near_y)], &names.x),
        ((near_x, mid_y), [(near_x, y_low), (near_x, y_high)], &names.y),
    ];
    let floor = p.floor(mid_x, mid_y);
    let mut labels = Labels::new(pen);
    let mut values = Vec::new();
    for (index, ((x, y), ends, name)) in edges.into_iter().enumerate() {
        let middle = p.floor(x, y);
        let length = (middle.0 - floor.0).hypot(middle.1 - floor.1).max(1e-6);
        let outwards = |at: Point, em: f64| {
            let far = em * pen.em / length;
            (at.0 + (middle.0 - floor.0) * far, at.1 + (middle.1 - floor.1) * far)
        };
        let candidates = [1.9, 3.1, 0.7].map(|em| outwards(middle, em));
        labels.place(name, &candidates, 0.9, pen.theme.ink)?;
        for (x, y) in ends {
            let value = number::tick(((if index == 0 { x } else { y }) * 100.0).round() / 100.0);
            // A little towards the middle: two edges share the near corner.
            let inwards = |end: f64, middle: f64| end + 0.07 * (middle - end);
            let end = if index == 0 { (inwards(x, mid_x), y) } else { (x, inwards(y, mid_y)) };
            values.push((value, outwards(p.floor(end.0, end.1), 0.9)));
        }
    }
    for (value, at) in values {
        labels.place(&value, &[at], 0.75, pen.theme.muted)?;
    }
    // The height's axis stands at the corner farthest to the left.
    let corners = [(x_low, y_low), (x_high, y_low), (x_high, y_high), (x_low, y_high)];
    let left =
        corners.into_iter().min_by(|a, b| p.floor(a.0, a.1).0.total_cmp(&p.floor(b.0, b.1).0));
    let Some((x, y)) = left else { return Ok(()) };
    let heights = &p.land.heights;
    let (foot, head) = (p.floor(x, y), p.at(x, y, heights.top));
    pen.line(&[foot, head], Ink(pen.theme.muted, 0.8), 1.0)?;
    let top = format!("{} {}", names.height, number::significant(heights.top, 2));
    let candidates = [0.8, 2.0, -0.5].map(|up| (head.0, head.1 - up * pen.em));
    labels.place(&top, &candidates, 0.85, pen.theme.ink)?;
    if heights.floor == 0.0 {
        return Ok(());
    }
    let candidates = [(-2.0, 0.0), (0.0, 1.2)]
        .map(|(right, down)| (foot.0 + right * pen.em, foot.1 + down * pen.em));
    labels.place(&number::significant(heights.floor, 2), &candidates, 0.75, pen.theme.muted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plots::color_scale::Heights;

    #[test]
    fn a_face_ends_at_the_top_and_there_is_none_over_a_hole() {
        let land = Landscape {
            window: ((0.0, 1.0), (0.0, 1.0)),
            heights: Heights::of_function(&[0.0, 1.0]),
            ..Landscape::default()
        };
        let p = Projection {
            land: &land,
            ratio: 1.0,
            sin: 0.0,
            cos: 1.0,
            sin_pitch: 0.5,
            cos_pitch: 0.8,
            scale: 100.0,
            middle: (0.0, 0.0),
        };
        let face = |heights: [f64; 4]| {
            let [a, b, c, d] = heights;
            below_top(&p, [[0.0, 0.0, a], [1.0, 0.0, b], [1.0, 1.0, c], [0.0, 1.0, d]])
        };
        assert_eq!(face([0.0; 4]).len(), 4);
        assert_eq!(face([0.0, 0.0, 3.0, 0.0]).len(), 5, "one corner is cut off");
        assert_eq!(face([0.0, 3.0, 3.0, 0.0])[1], p.at(1.0 / 3.0, 0.0, 1.0));
        assert_eq!(face([3.0; 4]).len(), 0);
    }
}
