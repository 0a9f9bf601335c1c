//! A plotters backend on a canvas: the browser's own text metrics, bitmaps at once, and
//! coordinates finer than a pixel, none of which `plotters-canvas` has.

use downhill_core::decimal;
use downhill_view::pen::{Canvas, Image};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use std::convert::Infallible;
use std::f64::consts::{FRAC_PI_2, PI, TAU};
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// Plotters' coordinates are whole numbers: this many make a device pixel, or a
/// slow ball would jump from pixel to pixel.
pub const STEPS: i32 = 8;

/// Draws on a canvas, in [`STEPS`] a device pixel.
pub struct Backend {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// The canvas's present styles: to set one costs more than most strokes.
    fill: Option<BackendColor>,
    stroke: Option<BackendColor>,
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
        let bitmap = bitmap.clone();
        Some(Backend { context, size, fill: None, stroke: None, width: 0, bitmap })
    }

    fn set_fill(&mut self, colour: BackendColor) {
        if !same(self.fill.replace(colour), colour) {
            self.context.set_fill_style_str(&css(colour));
        }
    }

    fn set_stroke<S: BackendStyle>(&mut self, style: &S) {
        let (colour, width) = (style.color(), style.stroke_width());
        if !same(self.stroke.replace(colour), colour) {
            self.context.set_stroke_style_str(&css(colour));
        }
        if self.width != width {
            self.width = width;
            self.context.set_line_width(f64::from(width));
        }
    }

    fn trace(&self, path: impl IntoIterator<Item = BackendCoord>) {
        self.context.begin_path();
        for (index, (x, y)) in path.into_iter().enumerate() {
            let (x, y) = (f64::from(x), f64::from(y));
            if index == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
        }
    }

    fn set_font<T: BackendTextStyle>(&self, style: &T) {
        let size = decimal::fixed(style.size(), 2);
        self.context.set_font(&format!("{size}px {}", style.family().as_str()));
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn same(before: Option<BackendColor>, now: BackendColor) -> bool {
    before.is_some_and(|before| before.rgb == now.rgb && before.alpha == now.alpha)
}

/// A colour as canvases take it.
fn css(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> String {
    format!("rgba({red},{green},{blue},{})", decimal::fixed(alpha, 4))
}

/// A canvas does not refuse to be drawn on.
type Done<T = ()> = Result<T, DrawingErrorKind<Infallible>>;

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

impl DrawingBackend for Backend {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Done {
        self.set_fill(color);
        self.context.fill_rect(f64::from(x), f64::from(y), 1.0, 1.0);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Done {
        let (x, y) = (f64::from(left), f64::from(top));
        let (width, height) = (f64::from(right - left), f64::from(bottom - top));
        if fill {
            self.set_fill(style.color());
            self.context.fill_rect(x, y, width, height);
        } else {
            self.set_stroke(style);
            self.context.stroke_rect(x, y, width, height);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.set_stroke(style);
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
        self.context.begin_path();
        // A radius is not below 0, which is all that could be wrong.
        let _ = self.context.arc(f64::from(x), f64::from(y), f64::from(radius), 0.0, TAU);
        if fill {
            self.set_fill(style.color());
            self.context.fill();
        } else {
            self.set_stroke(style);
            self.context.stroke();
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.set_fill(style.color());
        self.trace(path);
        self.context.fill();
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Done {
        self.set_fill(style.color());
        let context = &self.context;
        let turn = match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => FRAC_PI_2,
            FontTransform::Rotate180 => PI,
            FontTransform::Rotate270 => -FRAC_PI_2,
        };
        context.set_text_baseline(match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        });
        context.set_text_align(match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        });
        self.set_font(style);
        context.save();
        // These fail only where there is no room left at all.
        let _ = context
            .translate(f64::from(x), f64::from(y))
            .and_then(|()| context.rotate(turn))
            .and_then(|()| context.fill_text(text, 0.0, 0.0));
        context.restore();
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(&self, text: &str, style: &T) -> Done<(u32, u32)> {
        self.set_font(style);
        let width = self.context.measure_text(text).map_or(0.0, |metrics| metrics.width());
        Ok((width.ceil() as u32, (1.2 * style.size()).ceil() as u32))
    }
}
