//! Ground: the surface of a landscape as it is seen, and what of a path on it is hidden.

use crate::canvas::geometry::{Pair, Point};
use crate::canvas::image::{Canvas, Image, Raster};
use crate::canvas::pen::{Drawn, Head, Ink, Pen};
use crate::canvas::theme::Rgb;
use crate::plots::ball::UNSEEN;
use crate::plots::contour::Grid;
use crate::plots::projection::{HEIGHT, Projection};
use crate::plots::refinement::Refined;
use crate::plots::relief::Relief;
use crate::plots::terrain::{Terrain, Vertex};
use downhill_core::numeric::math;

/// The surface as it is seen, and its heights.
pub(super) struct Ground<'a> {
    p: &'a Projection<'a>,
    fine: Refined,
    relief: Relief,
    terrain: Terrain,
    /// Pixels of the image in a CSS pixel.
    pixels: f64,
}

impl<'a> Ground<'a> {
    /// The surface in an image of this size, with contour lines so many CSS pixels wide.
    pub fn new(p: &'a Projection<'a>, size: Raster, line: f64) -> Ground<'a> {
        let Raster { pixels, columns, rows } = size;
        let heights = &p.land.heights;
        let relief = Relief::new(heights, line * pixels);
        let fine = Refined::new(p.land.grid(), FINE);
        let top = relief.share(heights.top);
        let mut terrain = Terrain::new(columns, rows, top);
        let wide = fine.grid().xs.len();
        let mesh = mesh(p, fine.grid(), pixels, f64::from(top));
        terrain.draw(&mesh, wide);
        terrain.draw_floor(&mesh, wide);
        Ground { p, fine, relief, terrain, pixels }
    }

    /// Image of surface and floor, the floor and the outline in these colours.
    pub fn image(&self, floor: Rgb, outline: Rgb) -> Image {
        self.terrain.image(&self.relief, floor, outline)
    }

    /// A place on the surface, lifted to its height; `None` where there is none.
    pub fn lifted(&self, (x, y): Pair) -> Option<Spot> {
        let height = self.fine.grid().between(x, y).filter(|height| height.is_finite())?;
        Some(self.spot(x, y, height))
    }

    /// A point in space, and whether the surface stands before it.
    pub fn spot(&self, x: f64, y: f64, height: f64) -> Spot {
        let at = self.p.at(x, y, height);
        let pixel = (at.0 * self.pixels, at.1 * self.pixels);
        // What is above the box is drawn at its top.
        let height = height.min(self.p.land.heights.top);
        Spot { at, hidden: self.terrain.hides(pixel, self.relief.share(height)) }
    }

    /// A path along the surface, in pieces that are all in sight or all hidden.
    fn pieces(&self, way: &[Pair]) -> Vec<(bool, Vec<Point>)> {
        let mut pieces: Vec<(bool, Vec<Point>)> = Vec::new();
        let mut last: Option<Spot> = None;
        for at in along(self.p, way) {
            let spot = self.lifted(at);
            if let (Some(from), Some(to)) = (last, spot) {
                let hidden = from.hidden && to.hidden;
                match pieces.last_mut() {
                    Some((of, piece)) if *of == hidden && piece.last() == Some(&from.at) => {
                        piece.push(to.at);
                    }
                    _ => pieces.push((hidden, vec![from.at, to.at])),
                }
            }
            last = spot;
        }
        pieces
    }

    /// Draws the outline of the floor and, where that is in sight, the shadows of a trail and of
    /// the ball at its end.
    pub fn draw_shadows<DB: Canvas>(&self, pen: &Pen<DB>, trail: &[Pair], ball: bool) -> Drawn<DB> {
        let shade = Ink(pen.theme.ink, 0.35);
        let bare = |at: &Point| self.terrain.is_bare((at.0 * self.pixels, at.1 * self.pixels));
        let corners = self.p.corners();
        let around = along(self.p, &[&corners[..], &corners[..1]].concat());
        for (way, ink) in [(&around[..], Ink(pen.theme.muted, 0.6)), (trail, shade)] {
            let floor: Vec<Point> = way.iter().map(|(x, y)| self.p.floor(*x, *y)).collect();
            for piece in floor.split(|at| !bare(at)) {
                pen.line(piece, ink, 1.0)?;
            }
        }
        let end = trail.last().filter(|_| ball).map(|(x, y)| self.p.floor(*x, *y));
        match end.filter(bare) {
            Some(at) => pen.disc(at, 0.35 * pen.em, shade),
            None => Ok(()),
        }
    }

    /// Draws the rim of a path along the surface, where it is in sight.
    pub fn draw_rim<DB: Canvas>(&self, pen: &Pen<DB>, way: &[Pair]) -> Drawn<DB> {
        for (_, piece) in self.pieces(way).into_iter().filter(|(hidden, _)| !hidden) {
            pen.line(&piece, Ink(pen.theme.paper, 0.7), 5.0)?;
        }
        Ok(())
    }

    /// Draws an arrow along the surface, unless it is too short to be seen. One that ends behind
    /// the surface or beside it has no head.
    pub fn draw_arrow<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        from: Pair,
        to: Pair,
        head: Head,
        colour: Rgb,
    ) -> Drawn<DB> {
        let (a, b) = (self.p.floor(from.0, from.1), self.p.floor(to.0, to.1));
        let length = (b.0 - a.0).hypot(b.1 - a.1) / pen.em;
        if length.is_nan() || length < UNSEEN {
            return Ok(());
        }
        // The head lies on the surface where the arrow ends.
        let before = (1.0 - 1.0 / length).max(0.0);
        let neck = (from.0 + before * (to.0 - from.0), from.1 + before * (to.1 - from.1));
        let [neck_spot, end] = [neck, to].map(|at| self.lifted(at).filter(|spot| !spot.hidden));
        let shaft = if end.is_some() { [from, neck] } else { [from, to] };
        self.draw_rim(pen, &shaft)?;
        self.draw_way(pen, &shaft, colour.into(), false)?;
        let (Some(neck), Some(end)) = (neck_spot, end) else { return Ok(()) };
        pen.arrow(neck.at, end.at, head, pen.theme.paper, 6.0)?;
        pen.arrow(neck.at, end.at, head, colour, 3.0)
    }

    /// Draws a path along the surface; its hidden parts are thin and dashed.
    pub fn draw_way<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        way: &[Pair],
        ink: Ink,
        dashed: bool,
    ) -> Drawn<DB> {
        for (hidden, piece) in self.pieces(way) {
            match (hidden, dashed) {
                (true, _) => pen.dashed(&piece, Ink(ink.0, 0.7 * ink.1), 1.5)?,
                (_, true) => pen.dashed(&piece, ink, 3.0)?,
                _ => pen.line(&piece, ink, 3.0)?,
            }
        }
        Ok(())
    }
}

/// A point of the picture, and whether the surface hides it.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub at: Point,
    pub hidden: bool,
}

impl Spot {
    /// Opacity of a mark there.
    pub fn opacity(self) -> f64 {
        if self.hidden { 0.35 } else { 1.0 }
    }
}

/// Number of columns of the mesh, about.
const FINE: usize = 80;

/// The corners of the surface's triangles, with heights up to some times the box's.
fn mesh(p: &Projection, grid: Grid, pixels: f64, top: f64) -> Vec<Vertex> {
    /// Steeper walls would be no different where they are in sight.
    const MOST: f64 = 3.0;
    let (wide, high) = (grid.xs.len(), grid.ys.len());
    let places: Vec<Pair> = (0..wide.max(high))
        .map(|index| p.boxed(grid.xs[index.min(wide - 1)], grid.ys[index.min(high - 1)]))
        .collect();
    let ups: Vec<f64> = grid
        .values
        .iter()
        .map(|height| p.up(*height))
        .map(|up| if up.is_finite() { up.clamp(0.0, MOST) } else { f64::NAN })
        .collect();
    let up = |column: usize, row: usize| ups[row * wide + column];
    let rise = |low: f64, high: f64, from: f64, to: f64| {
        let rise = HEIGHT * (high - low) / (to - from);
        if rise.is_finite() { rise } else { 0.0 }
    };
    let mut mesh = Vec::with_capacity(ups.len());
    for row in 0..high {
        for column in 0..wide {
            let (left, right) = (column.saturating_sub(1), (column + 1).min(wide - 1));
            let (near, far) = (row.saturating_sub(1), (row + 1).min(high - 1));
            let x_rise = rise(up(left, row), up(right, row), places[left].0, places[right].0);
            let y_rise = rise(up(column, near), up(column, far), places[near].1, places[far].1);
            let up = up(column, row);
            let place = (places[column].0, places[row].1);
            let pixel = |(x, y): Point| ((x * pixels) as f32, (y * pixels) as f32);
            mesh.push(Vertex {
                at: pixel(p.seen(place, up)),
                floor: pixel(p.seen(place, 0.0)),
                height: (up * top) as f32,
                light: p.light(x_rise, y_rise) as f32,
            });
        }
    }
    mesh
}

/// Places along a path, close enough to follow the ground.
fn along(p: &Projection, way: &[Pair]) -> Vec<Pair> {
    /// Spacing in pixels of the floor.
    const SPACING: f64 = 8.0;
    /// Number of places of a long path, about: its steps are short ones.
    const MOST: usize = 1000;
    let most = (MOST / way.len().max(1)).clamp(1, 60) as f64;
    let mut places: Vec<Pair> = way.first().copied().into_iter().collect();
    for pair in way.windows(2) {
        let (a, b) = (p.floor(pair[0].0, pair[0].1), p.floor(pair[1].0, pair[1].1));
        let parts = ((b.0 - a.0).hypot(b.1 - a.1) / SPACING).ceil();
        let parts = math::clamp(parts, 1.0, most);
        let at = |part: f64, from: f64, to: f64| from + (to - from) * part / parts;
        places.extend(
            (1..=parts as u32)
                .map(f64::from)
                .map(|part| (at(part, pair[0].0, pair[1].0), at(part, pair[0].1, pair[1].1))),
        );
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plots::axis_range;
    use crate::plots::color_scale::Heights;
    use crate::plots::contour_map::Landscape;
    use crate::plots::projection::Camera;

    fn landscape(f: impl Fn(f64, f64) -> f64) -> Landscape {
        let mut land = Landscape { window: ((-5.0, 5.0), (-5.0, 5.0)), ..Landscape::default() };
        axis_range::grid((-5.0, 5.0), 40, 0.3, &mut land.xs);
        axis_range::grid((-5.0, 5.0), 40, -1.7, &mut land.ys);
        for &y in &land.ys {
            land.values.extend(land.xs.iter().map(|&x| f(x, y)));
        }
        land.heights = Heights::of_function(&land.values);
        land
    }

    #[test]
    fn at_twenty_turns_no_paper_is_seen_through_the_surface() {
        let himmelblau = |x: f64, y: f64| (x * x + y - 11.0).powi(2) + (x + y * y - 7.0).powi(2);
        let waves =
            |x: f64, y: f64| x * x + y * y + 10.0 * (3.0 * x).cos() + 10.0 * (3.0 * y).sin();
        for land in [landscape(himmelblau), landscape(waves)] {
            for turn in 0..20 {
                let camera =
                    Camera::default().turned(0.314 * f64::from(turn), 0.02 * f64::from(turn));
                let size = (420.0, 320.0);
                let p = Projection::new(&land, camera, size, 14.0);
                let image = Ground::new(&p, Raster::new(size, 1.0, Raster::FINE), 1.0)
                    .image([255; 3], [0; 3]);
                let empty = |index: usize| image.rgba[4 * index + 3] == 0;
                let wide = image.columns;
                let inside = (1..image.rows - 1)
                    .flat_map(|row| (1..wide - 1).map(move |it| row * wide + it));
                let holes = inside.filter(|at| {
                    // Between two sides of the surface there may be a narrow gap, but no hole.
                    let solid = |at: usize| image.rgba[4 * at + 3] == 255;
                    let across = solid(at - 1) && solid(at + 1);
                    let upright = solid(at - wide) && solid(at + wide);
                    empty(*at) && across && upright
                });
                let filled = (0..image.rgba.len() / 4).filter(|at| !empty(*at)).count();
                assert!(filled > 30_000, "{filled}");
                assert_eq!(holes.count(), 0, "turn {turn}");
            }
        }
    }

    #[test]
    fn a_path_behind_a_ridge_is_hidden_there_and_seen_before_and_after_it() {
        let land = landscape(|x, y| -(x * x) - 0.05 * y);
        // Seen along the first axis, across the ridge.
        let camera = Camera { yaw: std::f64::consts::FRAC_PI_2, pitch: 0.3 };
        let size = (420.0, 320.0);
        let p = Projection::new(&land, camera, size, 14.0);
        let ground = Ground::new(&p, Raster::new(size, 1.0, Raster::FINE), 1.0);
        let pieces = ground.pieces(&[(-4.0, 0.0), (4.0, 0.0)]);
        let hidden: Vec<bool> = pieces.iter().map(|(hidden, _)| *hidden).collect();
        assert_eq!(hidden, [false, true], "{pieces:?}");
        let near = ground.lifted((-2.0, 0.0)).unwrap();
        let far = ground.lifted((2.0, 0.0)).unwrap();
        assert!(!near.hidden && far.hidden);
        assert!(ground.lifted((7.0, 0.0)).is_none());
    }
}
