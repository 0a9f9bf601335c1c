//! Pen: drawing in CSS pixels on any plotters backend.

use crate::canvas::stamp::Mark;
use crate::canvas::theme::{Rgb, Theme};
use crate::text::messages::Words;
use downhill_core::data::split::Part;
use downhill_core::numeric::math;
use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, DrawingErrorKind};

/// Result of drawing on a backend.
pub type Drawn<DB, T = ()> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Backend steps in a device pixel: plotters' coordinates are whole numbers, and in whole pixels
/// a slow ball would jump.
pub const STEPS: f64 = 8.0;

/// A point in CSS pixels, from the picture's upper left corner.
pub type Point = (f64, f64);

/// Radius of the ring around the selected sample, in em.
pub const RINGED: f64 = 0.75;

/// A raster image of equal cells, row by row from the top.
#[derive(Clone, Debug, Default)]
pub struct Image {
    /// Number of cells in a row.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
    /// Red, green, blue and alpha of each cell, as in a browser's `ImageData`: not multiplied by
    /// alpha.
    pub rgba: Vec<u8>,
}

/// Size of an image in a picture: a larger picture has larger pixels, so that each frame has time
/// for it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raster {
    /// Pixels of the image in a CSS pixel.
    pub pixels: f64,
    /// Number of pixels in a row.
    pub columns: usize,
    /// Number of rows.
    pub rows: usize,
}

impl Raster {
    /// Largest number of pixels of a picture that stands, about.
    pub const FINE: f64 = 700_000.0;
    /// Largest number of pixels of a picture that moves, about.
    pub const COARSE: f64 = 220_000.0;

    /// The size for a rectangle of this width and height, with up to so many pixels in a CSS
    /// pixel, and so many in all.
    pub fn new((width, height): (f64, f64), pixels: f64, most: f64) -> Raster {
        let pixels = pixels.min((most / (width * height)).sqrt());
        let side = |length: f64| (length * pixels).round().max(1.0) as usize;
        Raster { pixels, columns: side(width), rows: side(height) }
    }
}

/// A path of so many points in up to so many parts, older ones first, so that each is one stroke
/// however long the path is: its first and last point, and its age from 0 to 1, the newest.
pub fn ages(count: usize, parts: usize) -> impl Iterator<Item = (usize, usize, f64)> {
    let last = count.saturating_sub(1);
    let part = move |age| {
        (last * age / parts, last * (age + 1) / parts, (age as f64 + 0.5) / parts as f64)
    };
    (0..parts).map(part).filter(|(from, to, _)| from < to)
}

/// A backend that can draw an [`Image`].
pub trait Canvas: DrawingBackend {
    /// Draws the image into a rectangle.
    fn image(
        &mut self,
        image: &Image,
        from: BackendCoord,
        to: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>>;

    /// Draws the image, so many backend steps wide and high, with its middle at each place.
    fn stamp(
        &mut self,
        image: &Image,
        (width, height): (i32, i32),
        places: &[BackendCoord],
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        for (x, y) in places {
            let from = (x - width / 2, y - height / 2);
            self.image(image, from, (from.0 + width, from.1 + height))?;
        }
        Ok(())
    }
}

/// A colour with its opacity, 0 … 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ink(pub Rgb, pub f64);

impl From<Rgb> for Ink {
    fn from(colour: Rgb) -> Ink {
        Ink(colour, 1.0)
    }
}

impl Ink {
    fn colour(self) -> RGBAColor {
        let Ink([red, green, blue], opacity) = self;
        RGBAColor(red, green, blue, opacity)
    }
}

/// Head of an arrow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// Two strokes, for a gradient.
    Open,
    /// Triangle, for a move.
    Filled,
}

/// Position of a text relative to its anchor point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// To the right of the point.
    Right,
    /// To the left of the point.
    Left,
    /// Around the point.
    Centre,
    /// Above the point.
    Above,
    /// Below the point.
    Below,
}

/// Axes: ranges and names.
pub struct Axes<'a> {
    /// Range from left to right.
    pub x: (f64, f64),
    /// Range from bottom to top.
    pub y: (f64, f64),
    /// Name of the x axis.
    pub x_name: &'a str,
    /// Name of the y axis.
    pub y_name: &'a str,
    /// Whether both axes have the same scale: width over height of the plot is then that of the
    /// ranges.
    pub equal: bool,
    /// Whether numbers alone are shown, without a grid: under a landscape.
    pub quiet: bool,
    /// Language of the numbers.
    pub words: Words,
}

/// Rectangle of the axes, with their ranges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Upper left corner.
    pub from: Point,
    /// Lower right corner.
    pub to: Point,
    /// Values at the left and right side.
    pub x: (f64, f64),
    /// Values at the bottom and top.
    pub y: (f64, f64),
}

impl Plot {
    /// Position of a pair of values in the picture.
    pub fn at(&self, x: f64, y: f64) -> Point {
        let share = |value: f64, (low, high): (f64, f64)| (value - low) / (high - low);
        (
            self.from.0 + share(x, self.x) * (self.to.0 - self.from.0),
            self.to.1 - share(y, self.y) * (self.to.1 - self.from.1),
        )
    }

    /// Pair of values at a position in the picture.
    pub fn values_at(&self, (left, top): Point) -> (f64, f64) {
        (
            self.x.0 + (left - self.from.0) / self.per_unit().0,
            self.y.0 + (self.to.1 - top) / self.per_unit().1,
        )
    }

    /// Pixels per unit on each axis.
    pub fn per_unit(&self) -> (f64, f64) {
        (
            (self.to.0 - self.from.0) / (self.x.1 - self.x.0),
            (self.to.1 - self.from.1) / (self.y.1 - self.y.0),
        )
    }

    /// Centre of the rectangle.
    pub fn middle(&self) -> Point {
        ((self.from.0 + self.to.0) / 2.0, (self.from.1 + self.to.1) / 2.0)
    }

    /// Point clamped to the rectangle.
    pub fn held(&self, (x, y): Point) -> Point {
        (x.max(self.from.0).min(self.to.0), y.max(self.from.1).min(self.to.1))
    }

    /// Whether a point is within the rectangle.
    pub fn contains(&self, (x, y): Point) -> bool {
        (self.from.0..=self.to.0).contains(&x) && (self.from.1..=self.to.1).contains(&y)
    }

    /// Part of a line segment within the rectangle (Liang and Barsky 1984).
    pub fn clip(&self, a: Point, b: Point) -> Option<(Point, Point)> {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        for (speed, room) in [
            (-dx, a.0 - self.from.0),
            (dx, self.to.0 - a.0),
            (-dy, a.1 - self.from.1),
            (dy, self.to.1 - a.1),
        ] {
            if speed == 0.0 {
                if room < 0.0 {
                    return None;
                }
            } else if speed < 0.0 {
                enter = enter.max(room / speed);
            } else {
                leave = leave.min(room / speed);
            }
        }
        let along = |share: f64| (a.0 + share * dx, a.1 + share * dy);
        (enter <= leave).then(|| (along(enter), along(leave)))
    }

    /// Parts of a polyline within the rectangle.
    pub fn clip_line(&self, points: &[Point]) -> Vec<Vec<Point>> {
        let mut parts: Vec<Vec<Point>> = Vec::new();
        for pair in points.windows(2) {
            let Some((a, b)) = self.clip(pair[0], pair[1]) else { continue };
            match parts.last_mut() {
                Some(part) if part.last() == Some(&a) => part.push(b),
                _ => parts.push(vec![a, b]),
            }
        }
        parts
    }
}

/// Draws in CSS pixels.
pub struct Pen<'a, DB: Canvas> {
    area: &'a DrawingArea<DB, Shift>,
    /// Theme: colours and widths.
    pub theme: &'static Theme,
    unit: f64,
    /// Text size, in CSS pixels.
    pub em: f64,
    /// Whether equal marks of samples are drawn by a stamp.
    stamps: bool,
    /// Largest number of pixels of an image.
    most: f64,
    /// What a class is to see.
    class: ForClass,
}

/// What a class is to see of a picture, from the back row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ForClass {
    /// Colour whose marks are lit: their lines are wider, the ball is larger; `None` for none.
    pub lit: Option<Rgb>,
    /// Smallest text, in em.
    pub smallest: f64,
}

impl<'a, DB: Canvas> Pen<'a, DB> {
    /// A pen for an area with `unit` backend steps per CSS pixel, [`STEPS`] per device pixel.
    pub fn new(
        area: &'a DrawingArea<DB, Shift>,
        theme: &'static Theme,
        unit: f64,
        em: f64,
    ) -> Pen<'a, DB> {
        Pen { area, theme, unit, em, stamps: false, most: Raster::FINE, class: ForClass::default() }
    }

    /// The same pen, drawing equal marks of samples by a stamp: in pixels, many times as fast.
    pub fn with_stamps(self) -> Pen<'a, DB> {
        Pen { stamps: true, ..self }
    }

    /// The same pen for a picture that moves: its images have fewer pixels.
    pub fn with_coarse_images(self) -> Pen<'a, DB> {
        Pen { most: Raster::COARSE, ..self }
    }

    /// A pen like this one that draws for a class.
    pub fn for_class(&self, class: ForClass) -> Pen<'a, DB> {
        Pen { class, ..*self }
    }

    /// Size of an image that fills a rectangle.
    pub fn raster(&self, size: (f64, f64)) -> Raster {
        Raster::new(size, self.pixels(), self.most)
    }

    /// Width and height of the picture.
    pub fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width) / self.unit, f64::from(height) / self.unit)
    }

    /// Fills the picture with the paper's colour.
    pub fn clear(&self) -> Drawn<DB> {
        self.area.fill(&Ink::from(self.theme.paper).colour())
    }

    /// Device pixels in a CSS pixel.
    pub fn pixels(&self) -> f64 {
        self.unit / STEPS
    }

    fn steps(&self, length: f64) -> i32 {
        // A cast to i32 saturates, and sums of saturated ends overflow: a point
        // far outside stays far outside and harmless.
        (length * self.unit).round().clamp(-1e8, 1e8) as i32
    }

    fn coordinate(&self, (x, y): Point) -> BackendCoord {
        (self.steps(x), self.steps(y))
    }

    fn stroke(&self, ink: Ink, width: f64) -> ShapeStyle {
        let width = width * self.theme.width * self.emphasis(ink.0);
        ink.colour().stroke_width(self.steps(width).max(1) as u32)
    }

    /// Draws a polyline; `width` in units of the theme's thinnest line.
    pub fn line(&self, points: &[Point], ink: impl Into<Ink>, width: f64) -> Drawn<DB> {
        if points.len() < 2 {
            return Ok(());
        }
        let points: Vec<BackendCoord> = points.iter().map(|&at| self.coordinate(at)).collect();
        self.area.draw(&PathElement::new(points, self.stroke(ink.into(), width)))
    }

    /// Draws a dashed polyline.
    pub fn dashed(&self, points: &[Point], ink: impl Into<Ink>, width: f64) -> Drawn<DB> {
        let ink = ink.into();
        let (dash, gap) = (0.55 * self.em, 0.4 * self.em);
        let (mut stroke, mut left, mut on) = (Vec::new(), dash, true);
        for pair in points.windows(2) {
            let [a, b] = [pair[0], pair[1]];
            let length = (b.0 - a.0).hypot(b.1 - a.1);
            let along =
                |done: f64| (a.0 + (b.0 - a.0) * done / length, a.1 + (b.1 - a.1) * done / length);
            let mut done = 0.0;
            stroke.push(a);
            while length - done > left {
                done += left;
                stroke.push(along(done));
                if on {
                    self.line(&stroke, ink, width)?;
                }
                stroke = vec![along(done)];
                on = !on;
                left = if on { dash } else { gap };
            }
            left -= length - done;
        }
        stroke.extend(points.last());
        if on { self.line(&stroke, ink, width) } else { Ok(()) }
    }

    /// Draws a filled polygon.
    pub fn polygon(&self, points: &[Point], ink: impl Into<Ink>) -> Drawn<DB> {
        let points: Vec<BackendCoord> = points.iter().map(|&at| self.coordinate(at)).collect();
        self.area.draw(&Polygon::new(points, ink.into().colour()))
    }

    /// Fills the ground under a curve, down to the plot's lower side; right under the curve it is
    /// greener. The points go from left to right.
    pub fn ground(&self, curve: &[Point], plot: &Plot) -> Drawn<DB> {
        /// Width of the turf, in units of the theme's thinnest line.
        const TURF: f64 = 7.0;
        let (Some(first), Some(last)) = (curve.first(), curve.last()) else { return Ok(()) };
        let feet = [(last.0, plot.to.1), (first.0, plot.to.1)];
        let known = curve.iter().filter(|at| !at.1.is_nan());
        let outline = known.chain(&feet).map(|at| plot.held(*at));
        self.polygon(&outline.collect::<Vec<_>>(), self.theme.ground)?;
        let down = 0.5 * TURF * self.theme.width;
        for mut part in plot.clip_line(curve) {
            part.iter_mut().for_each(|at| at.1 = (at.1 + down).min(plot.to.1 - down));
            self.line(&part, self.theme.turf, TURF)?;
        }
        Ok(())
    }

    /// Draws a filled disc.
    pub fn disc(&self, centre: Point, radius: f64, ink: impl Into<Ink>) -> Drawn<DB> {
        let style = ink.into().colour().filled();
        self.area.draw(&Circle::new(self.coordinate(centre), self.steps(radius), style))
    }

    /// Draws a circle.
    pub fn ring(&self, centre: Point, radius: f64, ink: impl Into<Ink>, width: f64) -> Drawn<DB> {
        let style = self.stroke(ink.into(), width);
        self.area.draw(&Circle::new(self.coordinate(centre), self.steps(radius), style))
    }

    /// Draws the ball as a mark on a map, a surface or a diagram.
    pub fn ball(&self, centre: Point) -> Drawn<DB> {
        let radius = self.ball_radius();
        self.disc(centre, radius + 0.16 * self.em, Ink(self.theme.paper, 0.8))?;
        self.disc(centre, radius, self.theme.ball)?;
        self.ring(centre, radius, self.theme.rim, 1.5)
    }

    /// Draws the ball as it stands on a curve: lit from the upper left.
    pub fn rolling_ball(&self, centre: Point) -> Drawn<DB> {
        let radius = self.rolling_radius();
        let toward_light = |share: f64| (centre.0 - share * radius, centre.1 - share * radius);
        self.disc(centre, radius, self.theme.ball)?;
        for (share, size) in [(0.22, 0.62), (0.34, 0.3)] {
            self.disc(toward_light(share), size * radius, Ink([255; 3], 0.22))?;
        }
        self.ring(centre, radius, self.theme.rim, 1.5)
    }

    /// Radius of the ball that stands on a curve.
    pub fn rolling_radius(&self) -> f64 {
        1.7 * self.ball_radius()
    }

    /// Radius of the ball as a mark.
    pub fn ball_radius(&self) -> f64 {
        0.5 * self.em * self.theme.width.sqrt() * self.emphasis(self.theme.ball).sqrt()
    }

    /// How many times as wide the lines of a colour are as usual.
    fn emphasis(&self, colour: Rgb) -> f64 {
        if self.class.lit == Some(colour) { 1.8 } else { 1.0 }
    }

    /// Draws the ball where something stands before it: a dashed ring.
    pub fn hidden_ball(&self, centre: Point) -> Drawn<DB> {
        const SIDES: u32 = 24;
        let radius = self.ball_radius();
        let corner = |index: u32| {
            let angle = std::f64::consts::TAU * f64::from(index) / f64::from(SIDES);
            (centre.0 + radius * math::cos(angle), centre.1 + radius * math::sin(angle))
        };
        let ring: Vec<Point> = (0..=SIDES).map(corner).collect();
        self.disc(centre, radius, Ink(self.theme.ball, 0.3))?;
        self.line(&ring, Ink(self.theme.paper, 0.8), 4.0)?;
        self.dashed(&ring, self.theme.ball, 2.5)
    }

    /// Draws the projection of a ball that is off the plotted plane: a ring below or above it.
    pub fn shadow(&self, centre: Point) -> Drawn<DB> {
        let radius = self.ball_radius();
        self.ring(centre, radius, Ink(self.theme.paper, 0.8), 6.0)?;
        self.ring(centre, radius, self.theme.ball, 3.0)
    }

    /// Draws a path: a line with dots, fainter the older it is, from an open dot at the start.
    pub fn trail(&self, points: &[Point], plot: &Plot) -> Drawn<DB> {
        // The rim first: drawn with each piece, it would cover the piece before.
        for part in plot.clip_line(points) {
            self.line(&part, Ink(self.theme.paper, 0.6), 4.5)?;
        }
        let mut last_dot: Option<Point> = None;
        for (from, to, age) in ages(points.len(), 16) {
            let ink = Ink(self.theme.ball, 0.4 + 0.6 * age);
            for part in plot.clip_line(&points[from..=to]) {
                self.line(&part, ink, 2.5)?;
            }
            for dot in points[from..to].iter().filter(|dot| plot.contains(**dot)) {
                let far = |last: Point| (dot.0 - last.0).hypot(dot.1 - last.1) > 0.7 * self.em;
                if last_dot.is_none_or(far) {
                    self.disc(*dot, 0.15 * self.em, ink)?;
                    last_dot = Some(*dot);
                }
            }
        }
        match points.first() {
            Some(start) if points.len() > 1 && plot.contains(*start) => {
                self.disc(*start, 0.3 * self.em, self.theme.paper)?;
                self.ring(*start, 0.3 * self.em, self.theme.ball, 1.5)
            }
            _ => Ok(()),
        }
    }

    /// Draws the path of an abandoned run, and its last point.
    pub fn ghost(&self, points: &[Point], plot: &Plot) -> Drawn<DB> {
        for part in plot.clip_line(points) {
            self.line(&part, Ink(self.theme.paper, 0.6), 4.5)?;
            self.dashed(&part, self.theme.ghost, 2.5)?;
        }
        match points.last() {
            Some(end) if plot.contains(*end) => {
                self.ring(*end, 0.4 * self.em, self.theme.ghost, 2.5)
            }
            _ => Ok(()),
        }
    }

    /// Draws an arrow from `a` to `b`.
    pub fn arrow(
        &self,
        a: Point,
        b: Point,
        head: Head,
        ink: impl Into<Ink>,
        width: f64,
    ) -> Drawn<DB> {
        let ink = ink.into();
        let length = (b.0 - a.0).hypot(b.1 - a.1);
        if length < 0.5 {
            return Ok(());
        }
        let (ux, uy) = ((b.0 - a.0) / length, (b.1 - a.1) / length);
        let size = (0.75 * self.em).min(0.8 * length);
        let corner =
            |side: f64| (b.0 - size * (ux + side * 0.5 * uy), b.1 - size * (uy - side * 0.5 * ux));
        match head {
            Head::Open => {
                self.line(&[a, b], ink, width)?;
                self.line(&[corner(1.0), b, corner(-1.0)], ink, width)
            }
            Head::Filled => {
                // The shaft ends inside the head, or its blunt end would show.
                let inside = (b.0 - 0.5 * size * ux, b.1 - 0.5 * size * uy);
                self.line(&[a, inside], ink, width)?;
                self.polygon(&[corner(1.0), b, corner(-1.0)], ink)
            }
        }
    }

    /// Draws marks of samples at their places, in this order; equal ones by a stamp, together.
    pub fn class_marks(&self, marks: &[(Mark, Point)]) -> Drawn<DB> {
        /// Number of equal marks for which a stamp is worth its making.
        const FEW: usize = 8;
        if !self.stamps {
            return marks.iter().try_for_each(|(mark, at)| {
                self.class_mark(mark.class, *at, mark.radius, mark.part)
            });
        }
        let mut groups: Vec<(Mark, Vec<Point>)> = Vec::new();
        for (mark, at) in marks {
            match groups.iter_mut().find(|(of, _)| of == mark) {
                Some((_, places)) => places.push(*at),
                None => groups.push((*mark, vec![*at])),
            }
        }
        for (mark, places) in groups {
            if places.len() < FEW {
                places
                    .iter()
                    .try_for_each(|at| self.class_mark(mark.class, *at, mark.radius, mark.part))?;
                continue;
            }
            let image = mark.stamp(self.theme, self.pixels());
            let side = image.columns as i32 * STEPS as i32;
            let places: Vec<BackendCoord> = places.iter().map(|at| self.coordinate(*at)).collect();
            self.area.draw(&Stamped { image: &image, side, places })?;
        }
        Ok(())
    }

    /// Draws the mark of a class: circle, triangle, square; filled for a training sample, hollow
    /// for a test sample, hollow with a point inside for a validation sample.
    pub fn class_mark(&self, class: usize, at: Point, radius: f64, part: Part) -> Drawn<DB> {
        self.class_shape(class, at, radius, part != Part::Training)?;
        match part {
            Part::Validation => {
                let colour = self.theme.classes[class % self.theme.classes.len()];
                self.disc(at, 0.4 * radius, colour)
            }
            Part::Training | Part::Test => Ok(()),
        }
    }

    fn class_shape(&self, class: usize, at: Point, radius: f64, hollow: bool) -> Drawn<DB> {
        let colour = self.theme.classes[class % self.theme.classes.len()];
        let (x, y) = at;
        let corners = match class % self.theme.classes.len() {
            0 if hollow => {
                self.disc(at, radius, self.theme.paper)?;
                return self.ring(at, radius, colour, 1.5);
            }
            0 => {
                self.disc(at, radius, colour)?;
                return self.ring(at, radius, self.theme.paper, 0.75);
            }
            1 => vec![
                (x, y - 1.25 * radius),
                (x + 1.15 * radius, y + 0.85 * radius),
                (x - 1.15 * radius, y + 0.85 * radius),
            ],
            _ => {
                let r = 0.9 * radius;
                vec![(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
            }
        };
        let outline = [&corners[..], &corners[..2]].concat();
        self.polygon(&corners, if hollow { self.theme.paper } else { colour })?;
        let (rim, width) = if hollow { (colour, 1.5) } else { (self.theme.paper, 0.75) };
        self.line(&outline, rim, width)
    }

    /// Width and height of a text.
    pub fn text_size(&self, text: &str, size: f64) -> Drawn<DB, (f64, f64)> {
        let style = self.text_style(size, self.theme.ink.into(), Beside::Centre);
        let (width, height) = self.area.estimate_text_size(text, &style)?;
        Ok((f64::from(width) / self.unit, f64::from(height) / self.unit))
    }

    fn text_style(&self, size: f64, ink: Ink, beside: Beside) -> TextStyle<'static> {
        let anchor = match beside {
            Beside::Right => Pos::new(HPos::Left, VPos::Center),
            Beside::Left => Pos::new(HPos::Right, VPos::Center),
            Beside::Centre => Pos::new(HPos::Center, VPos::Center),
            Beside::Above => Pos::new(HPos::Center, VPos::Bottom),
            Beside::Below => Pos::new(HPos::Center, VPos::Top),
        };
        // Not by name: plotters would change its case, by Unicode's tables.
        let family = FontFamily::Name("system-ui, sans-serif");
        let size = size.max(self.class.smallest) * self.em * self.unit;
        let font = FontDesc::new(family, size, FontStyle::Normal);
        TextStyle { font, color: ink.colour().to_backend_color(), pos: anchor }
    }

    /// Draws a text of `size` em.
    pub fn text(
        &self,
        text: &str,
        at: Point,
        beside: Beside,
        size: f64,
        ink: impl Into<Ink>,
    ) -> Drawn<DB> {
        self.area.draw_text(text, &self.text_style(size, ink.into(), beside), self.coordinate(at))
    }

    /// Draws a patch of paper around a point, for a text.
    pub fn patch(&self, (x, y): Point, (width, height): Point) -> Drawn<DB> {
        let corner = |side: f64| self.coordinate((x + side * width / 2.0, y + side * height / 2.0));
        let style = Ink(self.theme.paper, 0.85).colour().filled();
        self.area.draw(&Rectangle::new([corner(-1.0), corner(1.0)], style))
    }

    /// Draws an image into a plot's rectangle.
    pub fn image(&self, image: &Image, plot: &Plot) -> Drawn<DB> {
        self.image_at(image, plot.from, plot.to)
    }

    /// Draws an image between two corners: the upper left and the lower right one.
    pub fn image_at(&self, image: &Image, from: Point, to: Point) -> Drawn<DB> {
        if image.rgba.is_empty() {
            return Ok(());
        }
        let corners = [self.coordinate(from), self.coordinate(to)];
        self.area.draw(&Placed { image, corners })
    }

    /// Draws axes that fill the picture, and returns their rectangle.
    pub fn axes(&self, axes: &Axes) -> Drawn<DB, Plot> {
        self.axes_with(axes, ticks, |values| axes.words.ticks(values))
    }

    /// Draws axes with a logarithmic y axis; `axes.y` are logarithms to base 10.
    pub fn log_axes(&self, axes: &Axes) -> Drawn<DB, Plot> {
        self.axes_with(axes, powers, |ys| {
            ys.iter().map(|y| axes.words.tick(math::pow(10.0, *y))).collect()
        })
    }

    fn axes_with(
        &self,
        axes: &Axes,
        ticks_up: fn((f64, f64), usize) -> Vec<f64>,
        texts_up: impl Fn(&[f64]) -> Vec<String>,
    ) -> Drawn<DB, Plot> {
        let (width, height) = self.size();
        let below = 2.9 * self.em;
        let (mut right, mut above) = (0.9 * self.em, 0.7 * self.em);
        let count = |length: f64, apart: f64| (length / apart).clamp(2.0, 8.0) as usize;
        // Most labels fit into the usual room, and are not measured.
        let widest = |labels: &[String]| -> Drawn<DB, f64> {
            let long = labels.iter().filter(|label| label.chars().count() > 7);
            long.map(|label| Ok(self.text_size(label, 0.9)?.0))
                .try_fold(0.0, |most: f64, size: Drawn<DB, f64>| Ok(most.max(size?)))
        };
        let room = height - above - below;
        let up = ticks_up(axes.y, count(room, 2.5 * self.em));
        let up_texts = texts_up(&up);
        // Labels with many digits need more room than others.
        let left = (widest(&up_texts)? + 1.9 * self.em).max(3.9 * self.em).min(0.5 * width);
        if axes.equal {
            let (room_x, room_y) = (width - left - right, room);
            let ratio = (axes.x.1 - axes.x.0) / (axes.y.1 - axes.y.0);
            if room_x / room_y > ratio {
                right += room_x - room_y * ratio;
            } else {
                above += room_y - room_x / ratio;
            }
        }
        let (left, below) = (self.steps(left), self.steps(below));
        let (width, height) = (self.steps(width), self.steps(height));
        let (from, to) = ((left, self.steps(above)), (width - self.steps(right), height - below));
        let css = |(x, y): BackendCoord| (f64::from(x) / self.unit, f64::from(y) / self.unit);
        let plot = Plot { from: css(from), to: css(to), x: axes.x, y: axes.y };

        let length = plot.to.0 - plot.from.0;
        let mut along = ticks(axes.x, count(length, 4.0 * self.em));
        let mut along_texts = axes.words.ticks(&along);
        let apart = widest(&along_texts)? + 0.8 * self.em;
        if apart * along.len() as f64 > length + self.em {
            along = ticks(axes.x, count(length, apart));
            along_texts = axes.words.ticks(&along);
        }
        let up = match axes.equal {
            true => ticks_up(axes.y, count(plot.to.1 - plot.from.1, 2.5 * self.em)),
            false => up,
        };
        let up_texts = texts_up(&up);
        let across = |x: f64| self.coordinate(plot.at(x, axes.y.0)).0;
        let upward = |y: f64| self.coordinate(plot.at(axes.x.0, y)).1;
        let xs: Vec<(String, i32)> =
            along_texts.into_iter().zip(along.into_iter().map(across)).collect();
        let ys: Vec<(String, i32)> = up_texts.into_iter().zip(up.into_iter().map(upward)).collect();
        let theme = self.theme;
        let stroke = |a: BackendCoord, b: BackendCoord, ink: Rgb| {
            self.area.draw(&PathElement::new([a, b], self.stroke(ink.into(), 1.0)))
        };
        if !axes.quiet {
            for (_, x) in &xs {
                stroke((*x, from.1), (*x, to.1), theme.grid)?;
            }
            for (_, y) in &ys {
                stroke((from.0, *y), (to.0, *y), theme.grid)?;
            }
        }

        let tick = self.steps(0.25 * self.em);
        let label = |text: &str, at: BackendCoord, beside: Beside| {
            let style = self.text_style(0.9, theme.muted.into(), beside);
            self.area.draw_text(text, &style, at)
        };
        // The last step before the plot.
        let edge = from.0 - 1;
        if !axes.quiet {
            stroke((edge, from.1), (edge, to.1), theme.muted)?;
        }
        for (text, y) in ys {
            label(&text, (from.0 - 2 * tick, y), Beside::Left)?;
            if !axes.quiet {
                stroke((edge - tick, y), (edge, y), theme.muted)?;
            }
        }
        if !axes.quiet {
            stroke((from.0, to.1), (to.0, to.1), theme.muted)?;
        }
        for (text, x) in xs {
            label(&text, (x, to.1 + 2 * tick), Beside::Below)?;
            stroke((x, to.1), (x, to.1 + tick), theme.muted)?;
        }

        // A name is as large as there is room for it.
        let name = |text: &str, room: i32, beside: Beside| {
            let length = f64::from(self.steps(self.text_size(text, 0.95)?.0));
            let size = 0.95 * (f64::from(room) / length.max(1.0)).min(1.0);
            Ok((self.text_style(size, theme.ink.into(), beside), length as i32 / 2))
        };
        let (upwards, half) = name(axes.y_name, height, Beside::Below)?;
        let upwards = upwards.transform(FontTransform::Rotate270);
        // In the middle, or as far from there as a long name needs.
        let at = ((from.1 + to.1) / 2).max(half).min((height - half).max(height / 2));
        self.area.draw_text(axes.y_name, &upwards, (0, at))?;
        let middle = (from.0 + to.0) / 2;
        let (along, _) = name(axes.x_name, width, Beside::Above)?;
        self.area.draw_text(axes.x_name, &along, (middle, height))?;
        Ok(plot)
    }
}

/// Ticks of a range: multiples of 1, 2 or 5 times a power of ten, as many as possible up to
/// `most`, which is at least 2.
fn ticks((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let size = math::log10(high - low).floor() as i32;
    let steps = (0..).flat_map(|finer| {
        let exponent = size - finer;
        [(1.0, exponent + 1), (5.0, exponent), (2.0, exponent)]
    });
    let multiples = |(factor, exponent): (f64, i32)| {
        // A quotient by 10 is rounded once: 3/10 is 0.3, 3 times 0.1 is not.
        let power = math::power_of_ten(exponent.abs());
        let (up, down) = if exponent < 0 { (factor, power) } else { (factor * power, 1.0) };
        let first = (low * down / up - 1e-9).ceil();
        let count = ((high * down / up + 1e-9).floor() - first + 1.0).max(0.0) as usize;
        (first, count, up, down)
    };
    let fits = steps.map(multiples).take_while(|(_, count, ..)| *count <= most);
    let (first, count, up, down) = fits.last().unwrap_or((0.0, 0, 1.0, 1.0));
    (0..count).map(|index| (first + index as f64) * up / down).collect()
}

/// Ticks of a logarithmic axis: powers of ten between two logarithms, as many as possible up to
/// `most`; if there is but one, also 2 and 5 times a power.
fn powers((low, high): (f64, f64), most: usize) -> Vec<f64> {
    let whole = |every: i32| -> Vec<f64> {
        let from = (low - 1e-9).ceil() as i32;
        let all = (from..=(high + 1e-9).floor() as i32).filter(|it| it.rem_euclid(every) == 0);
        all.map(f64::from).collect()
    };
    let few = (1..).map(whole).find(|found| found.len() <= most).unwrap_or_default();
    if few.len() > 1 {
        return few;
    }
    let from = low.floor() as i32;
    let parts = (from..=high as i32 + 1)
        .flat_map(|power| [1.0, 2.0, 5.0].map(|part| f64::from(power) + math::log10(part)));
    parts.filter(|at| (low - 1e-9..=high + 1e-9).contains(at)).collect()
}

/// An image at many places, as an element of plotters.
struct Stamped<'a> {
    image: &'a Image,
    /// Width and height in backend steps.
    side: i32,
    places: Vec<BackendCoord>,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Stamped<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::slice::Iter<'a, BackendCoord>;
    fn point_iter(self) -> Self::IntoIter {
        self.places.iter()
    }
}

impl<DB: Canvas> Drawable<DB> for Stamped<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        places: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        backend.stamp(self.image, (self.side, self.side), &places.collect::<Vec<_>>())
    }
}

/// An image with its corners, as an element of plotters.
struct Placed<'a> {
    image: &'a Image,
    corners: [BackendCoord; 2],
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Placed<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = std::slice::Iter<'a, BackendCoord>;
    fn point_iter(self) -> Self::IntoIter {
        self.corners.iter()
    }
}

impl<DB: Canvas> Drawable<DB> for Placed<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut corners: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        match (corners.next(), corners.next()) {
            (Some(from), Some(to)) => backend.image(self.image, from, to),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_as_many_as_fit() {
        assert_eq!(ticks((0.0, 1.0), 6), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks((0.0, 1.0), 5), [0.0, 0.5, 1.0]);
        assert_eq!(ticks((-0.31, 0.3), 8), [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]);
        assert_eq!(ticks((0.0, 57.0), 4), [0.0, 20.0, 40.0]);
        assert_eq!(ticks((0.0, 0.57), 60).last(), Some(&0.57));
        assert_eq!(ticks((1e20, 3e20), 3), [1e20, 2e20, 3e20]);
        assert_eq!(ticks((1.2, 1.3), 2), [1.2, 1.3]);
    }

    #[test]
    fn powers_of_ten_are_whole_or_there_are_some_between() {
        assert_eq!(powers((-3.0, 1.0), 8), [-3.0, -2.0, -1.0, 0.0, 1.0]);
        assert_eq!(powers((-3.0, 1.0), 3), [-2.0, 0.0]);
        let within = powers((-0.2, 0.9), 4);
        assert_eq!(within.len(), 3, "1, 2 and 5: {within:?}");
    }
}
