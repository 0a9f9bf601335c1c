//! Relief: heights as colours, light and contour lines, pixel by pixel.

use crate::canvas::geometry::Pair;
use crate::canvas::image::Image;
use crate::canvas::theme::Rgb;
use crate::plots::color_scale::Heights;
use crate::plots::contour::Grid;

/// Number of steps of the table of colours.
const STEPS: usize = 1024;

/// Opacity of a contour line, which is dark.
const LINE: f32 = 0.45;

/// Colours and contour lines by height.
pub struct Relief {
    floor: f64,
    /// Height of the scale: from the floor to its top or its last colour.
    range: f64,
    /// Colours by the square root of the share of the range: a scale that is logarithmic at the
    /// bottom needs most of them there.
    table: Vec<Entry>,
    /// Width of a contour line in pixels.
    width: f32,
}

struct Entry {
    colour: [f32; 3],
    /// Contour level nearest to it, as a share of the range, and the room to the next one.
    level: f32,
    room: f32,
}

impl Relief {
    /// The relief of a height scale, its contour lines so many pixels wide.
    pub fn new(heights: &Heights, width: f64) -> Relief {
        let floor = heights.floor.min(heights.low);
        let range = heights.top.max(heights.high) - floor;
        let colour = heights.colour();
        let share = |level: f64| ((level - floor) / range) as f32;
        let levels: Vec<f32> = heights.levels.iter().map(|level| share(*level)).collect();
        let entry = |index: usize| {
            let root = index as f64 / (STEPS - 1) as f64;
            let at = root * root;
            let above = levels.partition_point(|level| f64::from(*level) < at);
            let away = |level: &f32| (f64::from(*level) - at).abs();
            let around = above.saturating_sub(1)..(above + 1).min(levels.len());
            let nearest = around.min_by(|a, b| away(&levels[*a]).total_cmp(&away(&levels[*b])));
            let level = nearest.map_or(f32::INFINITY, |nearest| levels[nearest]);
            let room = nearest.map_or(f32::INFINITY, |nearest| {
                let gaps = levels[nearest.saturating_sub(1)..].windows(2).take(2.min(nearest + 1));
                gaps.map(|pair| pair[1] - pair[0]).fold(f32::INFINITY, f32::min)
            });
            Entry { colour: colour(floor + range * at).map(f32::from), level, room }
        };
        let table = (0..STEPS).map(entry).collect();
        Relief { floor, range, table, width: width as f32 }
    }

    /// Share of the scale's range that a height is above the floor.
    pub fn share(&self, height: f64) -> f32 {
        ((height - self.floor) / self.range) as f32
    }

    fn entry(&self, share: f32) -> &Entry {
        let place = share.clamp(0.0, 1.0).sqrt() * (STEPS - 1) as f32 + 0.5;
        &self.table[(place as usize).min(STEPS - 1)]
    }

    /// Opacity of a contour line, 0 … 1, in a pixel whose height changes from pixel to pixel by
    /// the root of `square`. Lines that come too close to each other fade.
    fn contour(&self, entry: &Entry, share: f32, square: f32) -> f32 {
        let away = (share - entry.level).abs();
        let reach = 0.5 * self.width + 0.5;
        // Most pixels have no line: they need no root and no quotient.
        if away * away >= reach * reach * square {
            return 0.0;
        }
        let steep = square.sqrt();
        (reach - away / steep).min(1.0) * ((entry.room / steep - 2.0) / 4.0).clamp(0.0, 1.0)
    }

    /// Colour of a pixel: of its height, with its contour line, made lighter by `light` above 0,
    /// darker below. `square` is the square of the height's change from pixel to pixel.
    pub fn pixel(&self, share: f32, square: f32, light: f32) -> Rgb {
        let entry = self.entry(share);
        let ink = 1.0 - LINE * self.contour(entry, share, square);
        let shade = light.abs().min(1.0);
        let white = if light > 0.0 { 255.0 * shade * ink } else { 0.0 };
        let own = (1.0 - shade) * ink;
        entry.colour.map(|channel| (channel * own + white + 0.5) as u8)
    }

    /// Colour of a pixel that has nothing but its contour line on a ground of one colour.
    pub fn line(&self, share: f32, square: f32, ground: Rgb) -> Rgb {
        let ink = 1.0 - LINE * self.contour(self.entry(share), share, square);
        ground.map(|channel| (f32::from(channel) * ink + 0.5) as u8)
    }

    /// Map of a grid that fills the window, so many pixels wide and high; empty where the grid
    /// has no value.
    pub fn map(&self, grid: Grid, (x, y): (Pair, Pair), columns: usize, rows: usize) -> Image {
        let mut image = Image { columns, rows, rgba: vec![0; 4 * columns * rows] };
        let middle = |index: usize, count: usize, (low, high): Pair| {
            low + (high - low) * (index as f64 + 0.5) / count as f64
        };
        let width = (x.1 - x.0) / columns as f64;
        let height = (y.1 - y.0) / rows as f64;
        // For each column of pixels its interval of the grid, the share of that to its left,
        // and the pixel's width in intervals.
        let across: Vec<(usize, f32, f32)> = (0..columns)
            .filter_map(|column| {
                let (index, share) = grid.column(middle(column, columns, x))?;
                let interval = grid.xs[index + 1] - grid.xs[index];
                Some((index, share as f32, (width / interval) as f32))
            })
            .collect();
        if across.len() < columns {
            return image;
        }
        // A pole is as high or as low as the scale goes, and no hole.
        let share = |value: &f64| self.share(*value).clamp(-9.0, 9.0);
        let shares: Vec<f32> = grid.values.iter().map(share).collect();
        let wide = grid.xs.len();
        for row in 0..rows {
            let Some((index, up)) = grid.row(middle(rows - 1 - row, rows, y)) else { continue };
            let (up, pixel) = (up as f32, (height / (grid.ys[index + 1] - grid.ys[index])) as f32);
            let (below, above) = (&shares[index * wide..], &shares[(index + 1) * wide..]);
            let line = &mut image.rgba[4 * columns * row..4 * columns * (row + 1)];
            for (cell, &(column, right, pixels)) in line.chunks_exact_mut(4).zip(&across) {
                let [a, b] = [below[column], below[column + 1]];
                let [c, d] = [above[column], above[column + 1]];
                let (low, high) = (a + (b - a) * right, c + (d - c) * right);
                let share = low + (high - low) * up;
                if share.is_nan() {
                    continue;
                }
                let (dx, dy) = ((b - a) + ((d - c) - (b - a)) * up, high - low);
                let (dx, dy) = (dx * pixels, dy * pixel);
                let [red, green, blue] = self.pixel(share, dx * dx + dy * dy, 0.0);
                cell.copy_from_slice(&[red, green, blue, 255]);
            }
        }
        image
    }
}
