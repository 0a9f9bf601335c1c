//! Stamp: the mark of a sample as a small image. Thousands of samples are a few stamps, each laid
//! at many places of one image.

use crate::canvas::geometry::Point;
use crate::canvas::image::Image;
use crate::canvas::theme::{Rgb, Theme};
use downhill_core::data::split::Part;

/// Mark of a sample: which shape, how filled, how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// Class: circle, triangle, square, and again.
    pub class: usize,
    /// Filled for a training sample, hollow for a test sample, hollow with a point inside for a
    /// validation sample.
    pub part: Part,
    /// Radius in CSS pixels.
    pub radius: f64,
}

impl Mark {
    /// Colours of the inside and of the rim, and the rim's width in units of the theme's thinnest
    /// line.
    pub fn look(self, theme: &Theme) -> (Rgb, Rgb, f64) {
        let colour = theme.classes[self.class % theme.classes.len()];
        match self.part {
            Part::Training => (colour, theme.paper, 0.75),
            Part::Validation | Part::Test => (theme.paper, colour, 1.5),
        }
    }

    /// Distance of a place from the outline, below 0 inside; the mark's middle is at 0, 0.
    fn distance(self, x: f64, y: f64) -> f64 {
        let r = self.radius;
        match self.class % 3 {
            0 => x.hypot(y) - r,
            // Its corners are 1.25 radii above, and 0.85 below and 1.15 beside the middle.
            1 => (y - 0.85 * r).max((2.1 * x.abs() - 1.15 * (y + 1.25 * r)) / 2.1_f64.hypot(1.15)),
            _ => x.abs().max(y.abs()) - 0.9 * r,
        }
    }

    /// The mark with its radius in quarters of a pixel: sizes that differ by less have one stamp.
    fn rounded(self) -> Mark {
        Mark { radius: (4.0 * self.radius).round() / 4.0, ..self }
    }

    /// Image of the mark, with so many pixels in a CSS pixel; its middle is the image's.
    pub fn stamp(self, theme: &Theme, pixels: f64) -> Image {
        let (inside, rim, width) = self.look(theme);
        let width = width * theme.width * pixels;
        let mark = Mark { radius: self.radius * pixels, ..self };
        let half = (1.6 * mark.radius + width + 1.0).ceil();
        let side = 2 * half as usize;
        let mut image = Image { columns: side, rows: side, rgba: vec![0; 4 * side * side] };
        for (index, cell) in image.rgba.chunks_exact_mut(4).enumerate() {
            let place = |at: usize| at as f64 + 0.5 - half;
            let (x, y) = (place(index % side), place(index / side));
            let distance = mark.distance(x, y);
            lay(cell, inside, 0.5 - distance);
            lay(cell, rim, 0.5 + 0.5 * width - distance.abs());
            if self.part == Part::Validation {
                lay(cell, rim, 0.5 + 0.4 * mark.radius - x.hypot(y));
            }
        }
        image
    }
}

/// Many marks as one image.
pub(super) struct Crowd {
    /// Marks in their order; nothing between them.
    pub image: Image,
    /// Upper left corner of the image in the picture, in pixels.
    pub from: (i32, i32),
}

impl Crowd {
    /// Image of marks at their places, in CSS pixels, with so many pixels in each, as far as they
    /// lie in a picture of this size; `None` if none does.
    pub fn new(
        marks: &[(Mark, Point)],
        theme: &Theme,
        pixels: f64,
        (width, height): (f64, f64),
    ) -> Option<Crowd> {
        let mut stamps: Vec<(Mark, Image)> = Vec::new();
        let mut laid = Vec::with_capacity(marks.len());
        let [mut from, mut to] = [(i32::MAX, i32::MAX), (i32::MIN, i32::MIN)];
        for (mark, (x, y)) in marks {
            // A place that is no number is nowhere in the picture either.
            if !((0.0..=width).contains(x) && (0.0..=height).contains(y)) {
                continue;
            }
            let mark = mark.rounded();
            let index = stamps.iter().position(|(of, _)| *of == mark).unwrap_or_else(|| {
                stamps.push((mark, mark.stamp(theme, pixels)));
                stamps.len() - 1
            });
            let side = stamps[index].1.columns as i32;
            let corner = |at: &f64| (at * pixels).round() as i32 - side / 2;
            let (left, top) = (corner(x), corner(y));
            from = (from.0.min(left), from.1.min(top));
            to = (to.0.max(left + side), to.1.max(top + side));
            laid.push((index, left, top));
        }
        if laid.is_empty() {
            return None;
        }
        let (columns, rows) = ((to.0 - from.0) as usize, (to.1 - from.1) as usize);
        let mut image = Image { columns, rows, rgba: vec![0; 4 * columns * rows] };
        for (index, left, top) in laid {
            let stamp = &stamps[index].1;
            for (row, line) in stamp.rgba.chunks_exact(4 * stamp.columns).enumerate() {
                let start =
                    4 * (((top - from.1) as usize + row) * columns + (left - from.0) as usize);
                let below = image.rgba[start..].chunks_exact_mut(4);
                for (cell, over) in below.zip(line.chunks_exact(4)) {
                    if over[3] > 0 {
                        lay(cell, [over[0], over[1], over[2]], f64::from(over[3]) / 255.0);
                    }
                }
            }
        }
        Some(Crowd { image, from })
    }
}

/// Lays a colour over a pixel, which may be empty; its opacity is held within 0 … 1.
pub fn lay(cell: &mut [u8], colour: Rgb, opacity: f64) {
    let opacity = opacity.clamp(0.0, 1.0);
    let below = f64::from(cell[3]) / 255.0;
    let whole = opacity + below * (1.0 - opacity);
    if whole <= 0.0 {
        return;
    }
    for (channel, over) in cell.iter_mut().zip(colour) {
        let under = f64::from(*channel);
        *channel = (under + (f64::from(over) - under) * opacity / whole + 0.5) as u8;
    }
    cell[3] = (255.0 * whole + 0.5) as u8;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::theme::LIGHT;

    fn at(image: &Image, x: f64, y: f64) -> [u8; 4] {
        let middle = image.columns as f64 / 2.0;
        let index = (middle + y) as usize * image.columns + (middle + x) as usize;
        image.rgba[4 * index..4 * index + 4].try_into().unwrap()
    }

    #[test]
    fn marks_lie_on_one_image_in_their_order_and_those_outside_the_picture_are_left_out() {
        let mark = |class| Mark { class, part: Part::Training, radius: 5.0 };
        let marks = [
            (mark(0), (20.0, 30.0)),
            (mark(2), (24.0, 30.0)),
            (mark(1), (1e12, 0.0)),
            (mark(1), (f64::NAN, 3.0)),
        ];
        let Crowd { image, from } = Crowd::new(&marks, &LIGHT, 2.0, (100.0, 80.0)).unwrap();
        let colour = |x: f64, y: f64| {
            let (column, row) = ((2.0 * x) as i32 - from.0, (2.0 * y) as i32 - from.1);
            let start = 4 * (row as usize * image.columns + column as usize);
            [0, 1, 2, 3].map(|channel| image.rgba[start + channel])
        };
        let full = |[r, g, b]: Rgb| [r, g, b, 255];
        assert_eq!(colour(17.0, 30.0), full(LIGHT.classes[0]));
        assert_eq!(colour(24.0, 30.0), full(LIGHT.classes[2]), "the later one is on top");
        assert_eq!(colour(15.0, 25.0)[3], 0);
        assert!(Crowd::new(&marks[2..], &LIGHT, 2.0, (100.0, 80.0)).is_none());
    }

    #[test]
    fn a_stamp_has_the_marks_colours_and_nothing_around_it() {
        for class in 0..3 {
            let colour = LIGHT.classes[class];
            let full = |[r, g, b]: Rgb| [r, g, b, 255];
            let stamp = |part| Mark { class, part, radius: 5.0 }.stamp(&LIGHT, 4.0);
            let filled = stamp(Part::Training);
            assert_eq!(at(&filled, 0.0, 0.0), full(colour));
            assert_eq!(at(&filled, 0.0, 26.0)[3], 0, "below it");
            let hollow = stamp(Part::Test);
            assert_eq!(at(&hollow, 0.0, 0.0), full(LIGHT.paper));
            let rim = [20.0, 17.0, 18.0][class];
            assert_eq!(at(&hollow, 0.0, rim - 0.5), full(colour), "its rim, {class}");
            let kept = stamp(Part::Validation);
            assert_eq!(at(&kept, 0.0, 0.0), full(colour));
            assert_eq!(at(&kept, 0.0, 11.0), full(LIGHT.paper));
        }
    }
}
