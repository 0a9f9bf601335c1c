//! A backend beside `plotters-canvas`, of which it has the texts: lines and fills that
//! tell the canvas its colour only when it changes, the browser's own text metrics,
//! bitmaps at once, and coordinates finer than a pixel.

use downhill_view::pen::{Canvas, Image};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// Plotters' coordinates are whole numbers: this many make a device pixel, or a
/// slow ball would jump from pixel to pixel.
pub const STEPS: i32 = 8;

/// Draws on a canvas, in [`STEPS`] a device pixel.
pub struct Backend {
    inner: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// The canvas's present styles. To change one costs more than most strokes.
    fill: Option<Colour>,
    stroke: Option<Colour>,
    width: u32,
    /// Where an image is put before it is drawn at its size.
    bitmap: HtmlCanvasElement,
}

impl Backend {
    /// A backend for a canvas whose width and height are its device pixels.
    pub fn new(canvas: &HtmlCanvasElement, bitmap: &HtmlCanvasElement) -> Option<Backend> {
        let context = context(canvas)?;
        let scale = 1.0 / f64::from(STEPS);
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        context.set_line_cap("butt");
        let size = (canvas.width() * STEPS as u32, canvas.height() * STEPS as u32);
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        let (fill, stroke, width) = (None, None, 0);
        Some(Backend { inner, context, size, fill, stroke, width, bitmap: bitmap.clone() })
    }

    fn fill_with(&mut self, style: &impl BackendStyle) {
        let colour = Colour::of(style.color());
        if self.fill != Some(colour) {
            self.context.set_fill_style_str(&colour.css());
            self.fill = Some(colour);
        }
    }

    fn stroke_with(&mut self, style: &impl BackendStyle) {
        let (colour, width) = (Colour::of(style.color()), style.stroke_width());
        if self.stroke != Some(colour) {
            self.context.set_stroke_style_str(&colour.css());
            self.stroke = Some(colour);
        }
        if self.width != width {
            self.context.set_line_width(f64::from(width));
            self.width = width;
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        // A first `line_to` is a `move_to`.
        for (x, y) in path {
            self.context.line_to(f64::from(x), f64::from(y));
        }
    }
}

/// Red, green, blue and opacity, of 255 each.
#[derive(Clone, Copy, PartialEq)]
struct Colour([u8; 4]);

impl Colour {
    fn of(colour: BackendColor) -> Colour {
        let (red, green, blue) = colour.rgb;
        Colour([red, green, blue, (255.0 * colour.alpha).round() as u8])
    }

    fn css(self) -> String {
        let digits = self.0.iter().flat_map(|byte| [byte >> 4, byte & 15]);
        let digits = digits.map(|digit| char::from(b"0123456789abcdef"[usize::from(digit)]));
        std::iter::once('#').chain(digits).collect()
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

type Done = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl Canvas for Backend {
    fn image(&mut self, image: &Image, from: BackendCoord, to: BackendCoord) -> Done {
        let (width, height) = (image.columns as u32, image.rows as u32);
        if (self.bitmap.width(), self.bitmap.height()) != (width, height) {
            self.bitmap.set_width(width);
            self.bitmap.set_height(height);
        }
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&image.rgba), width, height);
        let Some(bitmap) = context(&self.bitmap) else { return Ok(()) };
        // A browser without room for a small bitmap leaves the background out;
        // there is nothing better to do than to draw the rest.
        let _ = data.and_then(|data| bitmap.put_image_data(&data, 0.0, 0.0)).and_then(|()| {
            self.context.draw_image_with_html_canvas_element_and_dw_and_dh(
                &self.bitmap,
                f64::from(from.0),
                f64::from(from.1),
                f64::from(to.0 - from.0),
                f64::from(to.1 - from.1),
            )
        });
        Ok(())
    }
}

/// The middle of the device pixel that holds this coordinate.
fn middle(coordinate: i32) -> i32 {
    coordinate.div_euclid(STEPS) * STEPS + STEPS / 2
}

impl DrawingBackend for Backend {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Done {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Done {
        self.inner.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        mut from: BackendCoord,
        mut to: BackendCoord,
        style: &S,
    ) -> Done {
        // Upright and level lines fill whole pixels instead of halves of two.
        if from.0 == to.0 {
            (from.0, to.0) = (middle(from.0), middle(to.0));
        }
        if from.1 == to.1 {
            (from.1, to.1) = (middle(from.1), middle(to.1));
        }
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let (x, y) = (f64::from(from.0), f64::from(from.1));
        let (width, height) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        if fill {
            self.fill_with(style);
            self.context.fill_rect(x, y, width, height);
        } else {
            self.stroke_with(style);
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.stroke_with(style);
        self.trace(path);
        self.context.stroke();
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        const TURN: f64 = std::f64::consts::TAU;
        self.context.begin_path();
        // The only error is a radius below 0.
        let _ = self.context.arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, TURN);
        if fill {
            self.fill_with(style);
            self.context.fill();
        } else {
            self.stroke_with(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Done {
        self.fill_with(style);
        self.trace(vert);
        self.context.fill();
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Done {
        self.fill = None;
        self.inner.draw_text(text, style, pos)
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        self.context.set_font(&format!("{}px {}", style.size(), style.family().as_str()));
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((width.ceil() as u32, (1.2 * style.size()).ceil() as u32))
    }
}
