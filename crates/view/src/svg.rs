//! Pictures as SVG files, without a browser.

use crate::canvas::image::{Canvas, Image};
use crate::canvas::pen::{Beside, Drawn, Pen, STEPS};
use crate::canvas::plot::Plot;
use crate::canvas::record::{Mark, Marks, Recorder};
use crate::canvas::theme::{LIGHT, Theme};
use crate::function::pictures;
use crate::network::pictures::Pictures;
use crate::options::show::{Show, View};
use crate::plots::projection::Camera;
use crate::text::messages::Words;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use downhill_core::function::stationary;
use downhill_core::{Descent, Run};
use plotters::drawing::IntoDrawingArea;
use plotters::style::TextStyle;
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};
use plotters_svg::SVGBackend;

/// Beginning of an image in a text: plotters' backend has no element for one at its own size, so
/// it goes through as a text, and [`with_images`] makes an element of it.
const IMAGE: &str = "data:image/png;base64,";

impl Canvas for SVGBackend<'_> {
    fn image(
        &mut self,
        image: &Image,
        (width, height): (i32, i32),
        from: BackendCoord,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let mut png = Vec::new();
        let mut encoder = png::Encoder::new(&mut png, image.columns as u32, image.rows as u32);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_compression(png::Compression::Fast);
        let written = encoder.write_header().and_then(|mut it| it.write_image_data(&image.rgba));
        if written.is_err() {
            // An image without cells.
            return Ok(());
        }
        let data = STANDARD.encode(&png);
        let text = format!("{IMAGE}{data} {} {} {width} {height}", from.0, from.1);
        self.draw_text(&text, &TextStyle::from(("", 1)), from)
    }
}

/// An SVG file with its images as elements of their own.
fn with_images(svg: &str) -> String {
    let mut parts = svg.split("<text");
    let mut whole: String = parts.next().unwrap_or_default().to_string();
    for part in parts {
        let (text, rest) = part.split_once("</text>").unwrap_or((part, ""));
        let mut words = text.split_once(IMAGE).map_or("", |(_, data)| data).split_whitespace();
        match std::array::from_fn(|_| words.next()) {
            [Some(data), Some(x), Some(y), Some(width), Some(height)] => {
                whole += &format!(
                    "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" \
                     preserveAspectRatio=\"none\" href=\"{IMAGE}{data}\"/>{rest}"
                );
            }
            _ => whole += &format!("<text{part}"),
        }
    }
    whole
}

/// Whether no file of XML may have a character, as a name of one's own data may.
fn not_in_xml(character: char) -> bool {
    character.is_control() && character != '\n' || matches!(character, '\u{fffe}' | '\u{ffff}')
}

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
pub const UNIT: f64 = STEPS;

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
    let svg = with_images(&svg.replace(not_in_xml, " "));
    // Writing to a string does not fail.
    Drawing { svg, marks: marks.take(), plot: drawn.ok().flatten() }
}

/// Pictures of one run side by side, each `width` by `height` CSS pixels below its title.
pub fn strip(
    theme: &'static Theme,
    stills: &[(String, Drawing)],
    (width, height): (u32, u32),
    em: f64,
) -> Drawing {
    let (above, gap) = ((2.0 * em).ceil() as u32, em.ceil() as u32);
    let count = stills.len() as u32;
    let size = (count * width + count.saturating_sub(1) * gap, above + height);
    let left = |place: usize| place as u32 * (width + gap);
    let mut whole = drawing(theme, size, em, |pen| {
        pen.clear()?;
        for (place, (title, _)) in stills.iter().enumerate() {
            let middle = f64::from(left(place)) + 0.5 * f64::from(width);
            pen.text(title, (middle, em), Beside::Centre, 1.0, pen.theme.ink)?;
        }
        Ok(None)
    });
    let steps = |pixels: u32| pixels * UNIT as u32;
    let (end, mut pictures) = ("</svg>", String::new());
    for (place, (_, still)) in stills.iter().enumerate() {
        // A picture's own size is in CSS pixels, that of the strip's coordinates in steps.
        let at = format!("<svg x=\"{}\" y=\"{}\" ", steps(left(place)), steps(above));
        let size = format!("width=\"{}\" height=\"{}\"", steps(width), steps(height));
        let own = format!("width=\"{width}\" height=\"{height}\"");
        pictures += &still.svg.replacen("<svg ", &at, 1).replacen(&own, &size, 1);
    }
    if let Some(at) = whole.svg.rfind(end) {
        whole.svg.insert_str(at, &pictures);
    }
    whole
}
