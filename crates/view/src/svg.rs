//! Pictures as SVG files, without a browser.

use crate::canvas::pen::{Canvas, Drawn, Pen, Plot};
use crate::canvas::record::{Mark, Marks, Recorder};
use crate::canvas::theme::{LIGHT, Theme};
use crate::function::pictures;
use crate::network::pictures::Pictures;
use crate::options::show::{Show, View};
use crate::plots::surface::Camera;
use crate::text::messages::Words;
use downhill_core::function::stationary;
use downhill_core::{Descent, Run};
use plotters::drawing::IntoDrawingArea;
use plotters_svg::SVGBackend;

impl Canvas for SVGBackend<'_> {}

/// A picture as SVG, with its recorded marks.
pub struct Drawing {
    /// Text of the SVG file.
    pub svg: String,
    /// All drawn marks, in order, in units of 1/[`UNIT`] CSS pixel.
    pub marks: Vec<Mark>,
    /// Rectangle and ranges of its axes, if it has any.
    pub plot: Option<Plot>,
}

/// Backend steps per CSS pixel.
pub const UNIT: f64 = 8.0;

/// Draws a view of a run's current state, `width` by `height` CSS pixels.
pub fn draw(
    run: &Run,
    show: &Show,
    view: View,
    size: (u32, u32),
    em: f64,
    words: Words,
) -> Drawing {
    let mut pictures = Pictures::default();
    pictures.update(run, show, &[view]);
    // No frame comes after this one.
    while pictures.is_coarse() {
        pictures.refine(run, show);
    }
    let theme = show.theme.unwrap_or(&LIGHT);
    drawing(theme, size, em, |pen| pictures.draw(view, pen, run, show, Camera::default(), words))
}

/// Draws a view of a descent on a function, with these stationary points marked.
pub fn draw_function(
    descent: &Descent,
    spots: &[stationary::Point],
    view: View,
    size: (u32, u32),
    em: f64,
    words: Words,
) -> Drawing {
    let mut pictures = pictures::Pictures::default();
    let show = Show::default();
    pictures.update(descent, spots, &show, words);
    drawing(&LIGHT, size, em, |pen| pictures.draw(view, pen, Camera::default(), words))
}

/// An SVG backend that records its marks.
pub type Area<'a> = Recorder<SVGBackend<'a>>;

/// Draws a picture of `width` by `height` CSS pixels, with a text size of `em`.
pub fn drawing(
    theme: &'static Theme,
    (width, height): (u32, u32),
    em: f64,
    draw: impl Fn(&Pen<Area>) -> Drawn<Area<'static>, Option<Plot>>,
) -> Drawing {
    let (mut svg, marks) = (String::new(), Marks::default());
    let steps = |pixels: u32| pixels * UNIT as u32;
    let drawn = {
        let backend = SVGBackend::with_string(&mut svg, (steps(width), steps(height)));
        let area = Recorder::new(backend, Some(marks.clone())).into_drawing_area();
        draw(&Pen::new(&area, theme, UNIT, em))
    };
    // The backend's steps are the drawing's own coordinates, not its size.
    let size = format!("width=\"{}\" height=\"{}\"", steps(width), steps(height));
    let svg = svg.replacen(&size, &format!("width=\"{width}\" height=\"{height}\""), 1);
    // Writing to a string does not fail.
    Drawing { svg, marks: marks.take(), plot: drawn.ok().flatten() }
}
