//! Pen: drawing in CSS pixels on any plotters backend.

use crate::canvas::geometry::Point;
use crate::canvas::image::{Canvas, Image, Placed, Raster};
use crate::canvas::plot::Plot;
use crate::canvas::stamp::{Crowd, Mark};
use crate::canvas::theme::{Rgb, Theme};
use downhill_core::data::split::Part;
use downhill_core::numeric::math;
use plotters::coord::Shift;
use plotters::drawing::DrawingAreaErrorKind;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::BackendCoord;

/// Result of drawing on a backend.
pub type Drawn<DB, T = ()> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// Backend steps in a device pixel: plotters' coordinates are whole numbers, and in whole pixels
/// a slow ball would jump.
pub const STEPS: f64 = 8.0;

/// Radius of the ring around the selected sample, in em.
pub const RINGED: f64 = 0.75;

/// A path of so many points in up to so many parts, older ones first, so that each is one stroke
/// however long the path is: its first and last point, and its age from 0 to 1, the newest.
pub fn ages(count: usize, parts: usize) -> impl Iterator<Item = (usize, usize, f64)> {
    let last = count.saturating_sub(1);
    let part = move |age| {
        (last * age / parts, last * (age + 1) / parts, (age as f64 + 0.5) / parts as f64)
    };
    (0..parts).map(part).filter(|(from, to, _)| from < to)
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
    pub(super) fn colour(self) -> RGBAColor {
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

/// Draws in CSS pixels.
pub struct Pen<'a, DB: Canvas> {
    pub(super) area: &'a DrawingArea<DB, Shift>,
    /// Theme: colours and widths.
    pub theme: &'static Theme,
    pub(super) unit: f64,
    /// Text size, in CSS pixels.
    pub em: f64,
    /// Whether marks of samples are drawn in pixels.
    stamps: bool,
    /// Largest number of pixels of an image.
    most: f64,
    /// View for a class.
    class: ForClass,
}

/// View of a picture for a class, from the back row.
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

    /// The same pen, drawing marks of samples in pixels: many times as fast.
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

    pub(super) fn steps(&self, length: f64) -> i32 {
        // A cast to i32 saturates, and sums of saturated ends overflow: a point
        // far outside stays far outside and harmless.
        (length * self.unit).round().clamp(-1e8, 1e8) as i32
    }

    pub(super) fn coordinate(&self, (x, y): Point) -> BackendCoord {
        (self.steps(x), self.steps(y))
    }

    pub(super) fn stroke(&self, ink: Ink, width: f64) -> ShapeStyle {
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

    /// Draws marks of samples at their places, in this order; with stamps, as one image: a browser
    /// takes tens of milliseconds to draw thousands one by one.
    pub fn class_marks(&self, marks: &[(Mark, Point)]) -> Drawn<DB> {
        /// Number of marks for which an image is worth its making.
        const FEW: usize = 8;
        if !self.stamps || marks.len() < FEW {
            return marks.iter().try_for_each(|(mark, at)| {
                self.class_mark(mark.class, *at, mark.radius, mark.part)
            });
        }
        let Some(crowd) = Crowd::new(marks, self.theme, self.pixels(), self.size()) else {
            return Ok(());
        };
        let corner = |(x, y): (i32, i32)| (x * STEPS as i32, y * STEPS as i32);
        let size = corner((crowd.image.columns as i32, crowd.image.rows as i32));
        self.area.draw(&Placed { image: &crowd.image, size, from: corner(crowd.from) })
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

    pub(super) fn text_style(&self, size: f64, ink: Ink, beside: Beside) -> TextStyle<'static> {
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
        let (from, to) = (self.coordinate(from), self.coordinate(to));
        let size = (to.0 - from.0, to.1 - from.1);
        self.area.draw(&Placed { image, size, from })
    }
}
