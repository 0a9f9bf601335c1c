//! A landscape as a surface in space.

use crate::canvas::geometry::Pair;
use crate::canvas::labels::Labels;
use crate::canvas::pen::{Canvas, Drawn, Ink, Pen, Point};
use crate::options::scene::{NEURON, Scene};
use crate::plots::contour::Grid;
use crate::plots::contour_map::{Landscape, Names};
use crate::plots::refinement::Refined;
use crate::plots::relief::Relief;
use crate::plots::terrain::{Terrain, Vertex};
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

impl<'a> Projection<'a> {
    /// The projection that fills a picture.
    fn new<DB: Canvas>(pen: &Pen<DB>, land: &'a Landscape, camera: Camera) -> Projection<'a> {
        let (width, height) = pen.size();
        let (sin, cos) = (math::sin(camera.yaw), math::cos(camera.yaw));
        let (sin_pitch, cos_pitch) = (math::sin(camera.pitch), math::cos(camera.pitch));
        let ratio = land.ratio().0;
        let reach_x = ratio * cos.abs() + sin.abs();
        let reach_y = ratio * sin.abs() + cos.abs();
        let scale = ((width - 4.0 * pen.em) / (2.0 * reach_x))
            .min((height - 4.0 * pen.em) / (2.0 * reach_y * sin_pitch + HEIGHT * cos_pitch));
        let middle = (width / 2.0, height / 2.0 - 0.4 * pen.em);
        Projection { land, ratio, sin, cos, sin_pitch, cos_pitch, scale, middle }
    }

    /// A place on the floor, which is ±ratio by ±1.
    fn boxed(&self, x: f64, y: f64) -> Pair {
        let ((x_low, x_high), (y_low, y_high)) = self.land.window;
        (
            self.ratio * (2.0 * x - x_low - x_high) / (x_high - x_low),
            (2.0 * y - y_low - y_high) / (y_high - y_low),
        )
    }

    /// Position of a point of the box, `up` from 0 on the floor to 1 at the top.
    fn seen(&self, (x, y): Pair, up: f64) -> Point {
        let (right, back) = (x * self.cos - y * self.sin, x * self.sin + y * self.cos);
        let up = back * self.sin_pitch + (up - 0.5) * HEIGHT * self.cos_pitch;
        (self.middle.0 + self.scale * right, self.middle.1 - self.scale * up)
    }

    /// A height's share of the box: 0 on the floor, 1 at the top.
    fn up(&self, height: f64) -> f64 {
        let heights = &self.land.heights;
        (height - heights.floor) / (heights.top - heights.floor)
    }

    /// Position of a point in space; one below or above the box is at its floor or top.
    fn at(&self, x: f64, y: f64, height: f64) -> Point {
        self.seen(self.boxed(x, y), self.up(height).clamp(0.0, 1.0))
    }

    /// Position of a point on the floor.
    fn floor(&self, x: f64, y: f64) -> Point {
        self.seen(self.boxed(x, y), 0.0)
    }

    /// Light on a slope, from the upper left: lighter above 0, darker below.
    fn light(&self, x_rise: f64, y_rise: f64) -> f64 {
        // The normal (−rise, 1), turned as the box is, towards the light (−1, −0.4, 1.6).
        let (nx, ny) =
            (-x_rise * self.cos + y_rise * self.sin, -x_rise * self.sin - y_rise * self.cos);
        let length = (nx * nx + ny * ny + 1.0).sqrt();
        0.45 * ((-nx - 0.4 * ny + 1.6) / (length * 1.93) - 0.75)
    }
}

/// The surface as it is seen, and its heights.
struct Ground<'a> {
    p: &'a Projection<'a>,
    fine: Refined,
    relief: Relief,
    terrain: Terrain,
    /// Pixels of the image in a CSS pixel.
    pixels: f64,
}

/// Largest number of pixels of a surface's image: a larger picture has larger pixels, so that
/// each frame has time for it.
const MOST_PIXELS: f64 = 700_000.0;

impl<'a> Ground<'a> {
    fn new<DB: Canvas>(pen: &Pen<DB>, p: &'a Projection<'a>) -> Ground<'a> {
        let (width, height) = pen.size();
        let pixels = pen.pixels().min((MOST_PIXELS / (width * height)).sqrt());
        let heights = &p.land.heights;
        let relief = Relief::new(heights, pen.theme.width * pixels);
        let fine = Refined::new(p.land.grid(), FINE);
        let side = |length: f64| (length * pixels).round().max(1.0) as usize;
        let top = relief.share(heights.top);
        let mut terrain = Terrain::new(side(width), side(height), top);
        let wide = fine.grid().xs.len();
        terrain.draw(&mesh(p, fine.grid(), pixels, f64::from(top), false), wide);
        terrain.draw_floor(&mesh(p, fine.grid(), pixels, f64::from(top), true), wide);
        Ground { p, fine, relief, terrain, pixels }
    }

    /// A place on the surface, lifted to its height; `None` where there is none.
    fn lifted(&self, (x, y): Pair) -> Option<Spot> {
        let height = self.fine.grid().between(x, y).filter(|height| height.is_finite())?;
        Some(self.spot(x, y, height))
    }

    /// A point in space, and whether the surface stands before it.
    fn spot(&self, x: f64, y: f64, height: f64) -> Spot {
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
    fn draw_shadows<DB: Canvas>(&self, pen: &Pen<DB>, trail: &[Pair], ball: bool) -> Drawn<DB> {
        let shade = Ink(pen.theme.ink, 0.35);
        let bare = |at: &Point| self.terrain.is_bare((at.0 * self.pixels, at.1 * self.pixels));
        let ((x_low, x_high), (y_low, y_high)) = self.p.land.window;
        let corners = [(x_low, y_low), (x_high, y_low), (x_high, y_high), (x_low, y_high)];
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

    /// Draws a path along the surface; its hidden parts are thin and dashed.
    fn draw_way<DB: Canvas>(
        &self,
        pen: &Pen<DB>,
        way: &[Pair],
        ink: Ink,
        dashed: bool,
    ) -> Drawn<DB> {
        for (hidden, piece) in self.pieces(way) {
            if hidden {
                pen.dashed(&piece, Ink(ink.0, 0.7 * ink.1), 1.5)?;
                continue;
            }
            pen.line(&piece, Ink(pen.theme.paper, 0.6), 4.5)?;
            match dashed {
                true => pen.dashed(&piece, ink, 2.5)?,
                false => pen.line(&piece, ink, 2.5)?,
            }
        }
        Ok(())
    }
}

/// A point of the picture, and whether the surface hides it.
#[derive(Clone, Copy)]
struct Spot {
    at: Point,
    hidden: bool,
}

impl Spot {
    fn opacity(self) -> f64 {
        if self.hidden { 0.35 } else { 1.0 }
    }
}

/// Number of columns of the mesh, about.
const FINE: usize = 80;

/// The corners of the surface's triangles, with heights up to some times the box's, or of those
/// on the floor below it.
fn mesh(p: &Projection, grid: Grid, pixels: f64, top: f64, floor: bool) -> Vec<Vertex> {
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
            let (x, y) = p.seen(place, if floor { 0.0 } else { up });
            mesh.push(Vertex {
                at: ((x * pixels) as f32, (y * pixels) as f32),
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
    let p = &Projection::new(pen, land, camera);
    let ground = Ground::new(pen, p);

    pen.image_at(
        &ground.terrain.image(&ground.relief, theme.raised, theme.ink),
        (0.0, 0.0),
        pen.size(),
    )?;
    let alone = land.racers.ways.is_empty();
    // In a race, there is no ball but the racers.
    let trail = if alone { &land.trail[..] } else { &[] };
    let ball = ground.lifted(land.at).filter(|_| alone);
    ground.draw_shadows(pen, trail, ball.is_some())?;

    for spot in &land.spots {
        let on = ground.spot(spot.x[0], spot.x[1], spot.value);
        stationary_marks::draw(spot.kind, pen, on.at, on.opacity())?;
    }
    ground.draw_way(pen, &land.ghost, theme.ghost.into(), true)?;
    for (lane, way) in land.racers.ways.iter().enumerate() {
        ground.draw_way(pen, way, theme.racers[lane % theme.racers.len()].into(), false)?;
    }
    for (from, to, age) in ages(trail.len()) {
        ground.draw_way(pen, &trail[from..=to], Ink(theme.ball, 0.4 + 0.6 * age), false)?;
    }
    let last = |way: &[Pair]| way.last().and_then(|at| ground.lifted(*at));
    for (lane, way) in land.racers.ways.iter().enumerate() {
        if let Some(spot) = last(way) {
            run_marks::draw_mark(pen, lane, spot.at, spot.opacity())?;
        }
    }
    if let Some(spot) = last(&land.ghost) {
        pen.ring(spot.at, 0.4 * pen.em, Ink(theme.ghost, spot.opacity()), 2.5)?;
    }
    let (x, y) = land.at;
    let ball = ball.map(|_| ground.spot(x, y, land.value));
    if let Some((at, told)) = land.guess
        && let Some(guess) = ground.lifted(at)
    {
        let truth = ball.filter(|_| told).map(|ball| ball.at);
        prediction_mark::draw(pen, guess.at, truth)?;
    }
    if let Some(ball) = ball {
        if let Some(height) = land.shadow {
            let shadow = p.at(x, y, height);
            pen.dashed(&[shadow, ball.at], theme.ball, 1.5)?;
            pen.shadow(shadow)?;
        }
        match ball.hidden {
            true => pen.hidden_ball(ball.at)?,
            false => pen.ball(ball.at, 1.0)?,
        }
    }
    draw_axes(pen, p, names)
}

/// A path of so many points in a few parts, older ones first: its first and last point, and its
/// age from 0 to 1, the newest.
fn ages(count: usize) -> impl Iterator<Item = (usize, usize, f64)> {
    const AGES: usize = 8;
    let last = count.saturating_sub(1);
    let parts = (0..AGES).map(move |age| {
        (last * age / AGES, last * (age + 1) / AGES, (age as f64 + 0.5) / AGES as f64)
    });
    parts.filter(|(from, to, _)| from < to)
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
