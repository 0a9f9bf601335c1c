//! The canvas as plotters sees it: `plotters-canvas`, which draws all lines, fills and texts,
//! and around it what that lacks.

use downhill_view::canvas::image::{Canvas, Image};
use downhill_view::canvas::pen::STEPS;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// A plotters backend for a canvas, in [`STEPS`] a device pixel.
///
/// Widths, radii and font sizes are in steps as well. Bitmaps are handed over whole, by
/// `putImageData`, and a text's size is asked from the canvas; plotters' own estimate would add
/// an element to the page.
pub struct Backend<'a> {
    inner: CanvasBackend,
    /// The same context that `inner` draws on, which keeps it to itself.
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    bitmap: &'a HtmlCanvasElement,
}

impl<'a> Backend<'a> {
    /// A backend for a canvas whose width and height are its device pixels. An image is put on
    /// `bitmap` before it is drawn at its size. None if the canvas has no 2D context.
    pub fn new(canvas: &HtmlCanvasElement, bitmap: &'a HtmlCanvasElement) -> Option<Backend<'a>> {
        let context = context(canvas)?;
        let scale = 1.0 / STEPS;
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        let size = (canvas.width() * STEPS as u32, canvas.height() * STEPS as u32);
        let inner = CanvasBackend::with_canvas_object(canvas.clone())?;
        Some(Backend { inner, context, size, bitmap })
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

/// The outcome of drawing on the canvas.
type Done<T = ()> = Result<T, DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

impl Canvas for Backend<'_> {
    fn image(&mut self, image: &Image, (wide, high): (i32, i32), (x, y): BackendCoord) -> Done {
        let (width, height) = (image.columns as u32, image.rows as u32);
        // It only grows: a picture has more than one image, and a new size is a new bitmap.
        if self.bitmap.width() < width || self.bitmap.height() < height {
            self.bitmap.set_width(width.max(self.bitmap.width()));
            self.bitmap.set_height(height.max(self.bitmap.height()));
        }
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&image.rgba), width, height);
        let Some(bitmap) = context(self.bitmap) else { return Ok(()) };
        // A browser without room for a small bitmap leaves the background out;
        // there is nothing better to do than to draw the rest.
        let (columns, rows) = (f64::from(width), f64::from(height));
        let _ = data.and_then(|data| bitmap.put_image_data(&data, 0.0, 0.0)).and_then(|()| {
            self.context
                .draw_image_with_html_canvas_element_and_sw_and_sh_and_dx_and_dy_and_dw_and_dh(
                    self.bitmap,
                    0.0,
                    0.0,
                    columns,
                    rows,
                    f64::from(x),
                    f64::from(y),
                    f64::from(wide),
                    f64::from(high),
                )
        });
        Ok(())
    }
}

impl DrawingBackend for Backend<'_> {
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

    /// Draws a path of two points: as a line, level and upright ones would be moved by half a
    /// step.
    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.inner.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Done {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Done {
        self.inner.draw_text(text, style, pos)
    }

    fn estimate_text_size<T: BackendTextStyle>(&self, text: &str, style: &T) -> Done<(u32, u32)> {
        let (face, size, family) = (style.style(), style.size(), style.family());
        self.context.set_font(&format!("{} {size}px {}", face.as_str(), family.as_str()));
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((width.ceil() as u32, (1.2 * style.size()).ceil() as u32))
    }
}
