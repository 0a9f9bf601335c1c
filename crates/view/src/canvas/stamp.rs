//! Stamp: the mark of a sample as a small image. A picture with thousands of samples is drawn
//! with a few of them, each at many places.

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
