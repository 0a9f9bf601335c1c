//! Terrain: triangles of a surface in space as an image, by a depth buffer.

use crate::canvas::geometry::Point;
use crate::canvas::image::Image;
use crate::canvas::stamp::lay;
use crate::canvas::theme::Rgb;
use crate::plots::relief::Relief;

/// A corner of a triangle.
#[derive(Clone, Copy, Debug)]
pub struct Vertex {
    /// Place in the picture, in pixels.
    pub at: (f32, f32),
    /// Place of the floor below it.
    pub floor: (f32, f32),
    /// Height as a share of the relief's range; not finite where there is none.
    pub height: f32,
    /// Light: lighter above 0, darker below.
    pub light: f32,
}

/// One pixel: the point of the surface that is nearest to the eye.
#[derive(Clone, Copy)]
struct Pixel {
    /// Height; −∞ where there is none.
    height: f32,
    /// Square of the height's change from pixel to pixel.
    square: f32,
    light: f32,
    /// Whether it is the floor below that is seen there, in the heights above it.
    floor: bool,
}

impl Pixel {
    /// Whether it does not show the surface.
    fn is_bare(&self) -> bool {
        self.floor || self.height == NOTHING
    }
}

/// Height of a pixel that shows nothing.
const NOTHING: f32 = f32::NEG_INFINITY;

/// An image of a surface, seen in parallel from above. Of two points on one line of sight the
/// nearer one is the higher one, so that the heights are the depth buffer.
pub struct Terrain {
    columns: usize,
    rows: usize,
    pixels: Vec<Pixel>,
    /// Sides of the surface as it is seen: of a triangle that is drawn, beside one that is not.
    outline: Vec<[Vertex; 2]>,
    /// Height above which the surface is cut off.
    top: f32,
}

impl Terrain {
    /// An empty image; what is higher than `top` will be left out.
    pub fn new(columns: usize, rows: usize, top: f32) -> Terrain {
        let nothing = Pixel { height: NOTHING, square: 0.0, light: 0.0, floor: false };
        Terrain { columns, rows, pixels: vec![nothing; columns * rows], outline: Vec::new(), top }
    }

    /// Draws a mesh, row by row of so many vertices along the floor's first axis, the rows along
    /// its second. Triangles seen from below are left out: near walls would hide the valley
    /// behind.
    pub fn draw(&mut self, mesh: &[Vertex], width: usize) {
        let cells = width - 1;
        // The triangles of the row before: whether the upper one of each cell was drawn.
        let mut before = vec![false; cells];
        let mut last = mesh.get(..width).unwrap_or_default();
        for far in mesh.chunks_exact(width).skip(1) {
            let near = std::mem::replace(&mut last, far);
            let mut left = false;
            for cell in 0..cells {
                let [a, b, c, d] = [near[cell], near[cell + 1], far[cell + 1], far[cell]];
                let lower = self.triangle([a, b, c], false);
                let upper = self.triangle([a, c, d], false);
                let sides =
                    [(before[cell], lower, [a, b]), (left, upper, [a, d]), (lower, upper, [a, c])];
                self.outline.extend(sides.iter().filter(|it| it.0 != it.1).map(|it| it.2));
                (before[cell], left) = (upper, lower);
            }
            if left {
                self.outline.push([near[cells], far[cells]]);
            }
        }
        let far = last.windows(2).zip(before).filter(|(_, drawn)| *drawn);
        self.outline.extend(far.map(|(side, _)| [side[0], side[1]]));
    }

    /// Draws the floor below a mesh that was drawn, where that leaves it in sight.
    pub fn draw_floor(&mut self, mesh: &[Vertex], width: usize) {
        for (near, far) in mesh.chunks_exact(width).zip(mesh.chunks_exact(width).skip(1)) {
            for (near, far) in near.windows(2).zip(far.windows(2)) {
                for corners in [[near[0], near[1], far[1]], [near[0], far[1], far[0]]] {
                    self.triangle(corners.map(|it| Vertex { at: it.floor, ..it }), true);
                }
            }
        }
    }

    /// Draws a triangle if it is seen from above; whether it is.
    fn triangle(&mut self, corners: [Vertex; 3], floor: bool) -> bool {
        let [a, b, c] = corners;
        let lowest = a.height.min(b.height).min(c.height);
        let (right, up) = ((b.at.0 - a.at.0, b.at.1 - a.at.1), (c.at.0 - a.at.0, c.at.1 - a.at.1));
        let area = right.0 * up.1 - up.0 * right.1;
        let known = corners.iter().all(|corner| corner.height.is_finite());
        // Upwards is downwards on the screen: from above, the corners go round to the left.
        let top = if floor { f32::INFINITY } else { self.top };
        if !known || lowest > top || area >= 0.0 {
            return false;
        }
        // Height and light change evenly over the triangle.
        let change = |of: fn(&Vertex) -> f32| {
            let (b, c) = (of(&b) - of(&a), of(&c) - of(&a));
            ((b * up.1 - c * right.1) / area, (c * right.0 - b * up.0) / area)
        };
        let height = change(|vertex| vertex.height);
        let light = change(|vertex| vertex.light);
        let square = height.0 * height.0 + height.1 * height.1;
        let sides = sides(corners.map(|corner| corner.at));
        let (low, high) = extent(corners.map(|corner| corner.at.1));
        for row in pixels(low, high, self.rows) {
            let y = row as f32 + 0.5;
            let (left, right) = span(&sides, y.clamp(low, high));
            let line = &mut self.pixels[row * self.columns..(row + 1) * self.columns];
            for column in pixels(left, right, self.columns) {
                let (dx, dy) = (column as f32 + 0.5 - a.at.0, y - a.at.1);
                let at = a.height + dx * height.0 + dy * height.1;
                let nearest = match floor {
                    true => line[column].height == NOTHING,
                    false => at > line[column].height && at <= top,
                };
                if nearest {
                    let light = a.light + dx * light.0 + dy * light.1;
                    line[column] = Pixel { height: at, square, light, floor };
                }
            }
        }
        true
    }

    /// The image in the relief's colours, the floor and the outline in theirs; empty where
    /// nothing is seen.
    pub fn image(&self, relief: &Relief, floor: Rgb, outline: Rgb) -> Image {
        let mut rgba = vec![0; 4 * self.pixels.len()];
        for (cell, pixel) in rgba.chunks_exact_mut(4).zip(&self.pixels) {
            if pixel.height > NOTHING {
                let [red, green, blue] = match pixel.floor {
                    true => relief.line(pixel.height, pixel.square, floor),
                    false => relief.pixel(pixel.height, pixel.square, pixel.light),
                };
                cell.copy_from_slice(&[red, green, blue, 255]);
            }
        }
        for side in &self.outline {
            self.draw_side(*side, outline, &mut rgba);
        }
        Image { columns: self.columns, rows: self.rows, rgba }
    }

    /// Draws a line of a pixel's width around the surface, on pixels that do not show it; each of
    /// its places is shared by the two nearest pixels across it (Wu 1991).
    fn draw_side(&self, [from, to]: [Vertex; 2], colour: Rgb, rgba: &mut [u8]) {
        const OPACITY: f32 = 0.7;
        let (dx, dy) = (to.at.0 - from.at.0, to.at.1 - from.at.1);
        let level = dx.abs() > dy.abs();
        let count = dx.abs().max(dy.abs()).ceil().max(1.0);
        for step in 0..count as u32 {
            let share = (step as f32 + 0.5) / count;
            let (x, y) = (from.at.0 + share * dx - 0.5, from.at.1 + share * dy - 0.5);
            let height = from.height + share * (to.height - from.height);
            if height > self.top || self.hides((f64::from(x) + 0.5, f64::from(y) + 0.5), height) {
                continue;
            }
            let (along, across) = if level { (x.round(), y) } else { (y.round(), x) };
            let beyond = across - across.floor();
            for (across, part) in [(across.floor(), 1.0 - beyond), (across.floor() + 1.0, beyond)] {
                let (x, y) = if level { (along, across) } else { (across, along) };
                let inside =
                    x >= 0.0 && y >= 0.0 && x < self.columns as f32 && y < self.rows as f32;
                let Some(pixel) = inside.then(|| y as usize * self.columns + x as usize) else {
                    continue;
                };
                if self.pixels[pixel].is_bare() {
                    let opacity = f64::from(OPACITY * part);
                    lay(&mut rgba[4 * pixel..4 * pixel + 4], colour, opacity);
                }
            }
        }
    }

    /// Whether the surface stands before a point of this height.
    pub fn hides(&self, at: Point, height: f32) -> bool {
        /// The surface's own rounding at a steep place.
        const SLACK: f32 = 0.02;
        self.pixel(at).is_some_and(|pixel| !pixel.floor && pixel.height > height + SLACK)
    }

    /// Whether it is the floor that is seen at a point, or nothing.
    pub fn is_bare(&self, at: Point) -> bool {
        self.pixel(at).is_none_or(Pixel::is_bare)
    }

    fn pixel(&self, (x, y): Point) -> Option<&Pixel> {
        let inside =
            |at: f64, count: usize| (at >= 0.0 && at < count as f64).then_some(at as usize);
        let (x, y) = (inside(x, self.columns)?, inside(y, self.rows)?);
        self.pixels.get(y * self.columns + x)
    }
}

fn extent(values: [f32; 3]) -> (f32, f32) {
    let [a, b, c] = values;
    (a.min(b).min(c), a.max(b).max(c))
}

/// The pixels whose middles lie in a range, with some slack: two triangles that meet leave no
/// pixel between them.
fn pixels(low: f32, high: f32, count: usize) -> std::ops::Range<usize> {
    const SLACK: f32 = 1e-3;
    let from = (low - 0.5 - SLACK).ceil().max(0.0) as usize;
    let to = (high - 0.5 + SLACK).floor() + 1.0;
    from..(to.max(0.0) as usize).min(count)
}

/// A side of a triangle: its lowest and highest y, x at the lowest, and the change of x with y.
type Side = (f32, f32, f32, f32);

/// The sides that are not level: those have the ends of the level ones.
fn sides(corners: [(f32, f32); 3]) -> [Side; 3] {
    std::array::from_fn(|side| {
        let (from, to) = (corners[side], corners[(side + 1) % 3]);
        let (low, high) = if from.1 < to.1 { (from, to) } else { (to, from) };
        match high.1 > low.1 {
            true => (low.1, high.1, low.0, (high.0 - low.0) / (high.1 - low.1)),
            false => (f32::INFINITY, f32::NEG_INFINITY, 0.0, 0.0),
        }
    })
}

/// The part of a triangle on a level line that meets it.
fn span(sides: &[Side; 3], y: f32) -> (f32, f32) {
    let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
    for &(low, high, x, slope) in sides {
        if low <= y && y <= high {
            let x = x + (y - low) * slope;
            (left, right) = (left.min(x), right.max(x));
        }
    }
    (left, right)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plots::color_scale::Heights;

    /// A square of `side` pixels whose height rises from left to right.
    fn slope(side: usize, cells: usize) -> Vec<Vertex> {
        let place = |index: usize| (side * index) as f32 / cells as f32;
        let vertex = |column: usize, row: usize| Vertex {
            at: (place(column), side as f32 - place(row)),
            floor: (place(column), side as f32 - place(row)),
            height: column as f32 / cells as f32,
            light: 0.0,
        };
        (0..=cells).flat_map(|row| (0..=cells).map(move |column| vertex(column, row))).collect()
    }

    #[test]
    fn every_pixel_of_a_mesh_is_filled_once_and_has_its_height() {
        for cells in [1, 3, 7, 31] {
            let mut terrain = Terrain::new(60, 50, 1.0);
            terrain.draw(&slope(50, cells), cells + 1);
            for (index, pixel) in terrain.pixels.iter().enumerate() {
                let column = index % 60;
                let expected = (column as f32 + 0.5) / 50.0;
                match column < 50 {
                    true => assert!((pixel.height - expected).abs() < 1e-4, "{index} of {cells}"),
                    false => assert_eq!(pixel.height, NOTHING),
                }
            }
        }
    }

    #[test]
    fn what_is_cut_off_unknown_or_seen_from_below_is_left_out() {
        let filled = |terrain: &Terrain| {
            terrain.pixels.iter().filter(|pixel| pixel.height > NOTHING).count()
        };
        let mut cut = Terrain::new(50, 50, 0.5);
        cut.draw(&slope(50, 5), 6);
        assert_eq!(filled(&cut), 25 * 50);
        let mut mesh = slope(50, 5);
        mesh[7].height = f32::NAN;
        let mut holed = Terrain::new(50, 50, 1.0);
        holed.draw(&mesh, 6);
        // Six triangles meet in a corner; middles on a diagonal belong to a neighbour, too.
        assert_eq!(filled(&holed), 2500 - 6 * 50 + 10);
        let mut below = Terrain::new(50, 50, 1.0);
        let mirrored: Vec<Vertex> = slope(50, 5)
            .into_iter()
            .map(|it| Vertex { at: (50.0 - it.at.0, it.at.1), ..it })
            .collect();
        below.draw(&mirrored, 6);
        assert_eq!(filled(&below), 0);
    }

    #[test]
    fn a_point_behind_the_surface_is_hidden() {
        let mut terrain = Terrain::new(50, 50, 1.0);
        terrain.draw(&slope(50, 5), 6);
        assert!(terrain.hides((40.0, 25.0), 0.3));
        assert!(!terrain.hides((40.0, 25.0), 0.8) && !terrain.hides((40.0, 25.0), 0.95));
        assert!(!terrain.hides((-1.0, 25.0), 0.0) && !terrain.hides((60.0, 25.0), 0.0));
        let image =
            terrain.image(&Relief::new(&Heights::of_function(&[0.0, 1.0]), 1.0), [0; 3], [0; 3]);
        assert!(image.rgba.chunks(4).all(|cell| cell[3] == 255));
    }
}
