//! A plotters backend on a canvas: the browser's own text metrics, bitmaps at once, and
//! coordinates finer than a pixel, none of which `plotters-canvas` has.

use downhill_view::canvas::pen::{Canvas, Image};
use js_sys::JsString;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontTransform,
};
use std::cell::RefCell;
use std::convert::Infallible;
use std::f64::consts::{FRAC_PI_2, PI, TAU};
use wasm_bindgen::prelude::*;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// Plotters' coordinates are whole numbers: this many make a device pixel, or a
/// slow ball would jump from pixel to pixel.
pub const STEPS: i32 = 8;

/// Draws on a canvas, in [`STEPS`] a device pixel.
pub struct Backend<'a> {
    context: CanvasRenderingContext2d,
    size: (u32, u32),
    /// The canvas's present styles: to set one costs more than most strokes.
    fill: Option<BackendColor>,
    stroke: Option<BackendColor>,
    width: u32,
    font: RefCell<String>,
    anchor: (&'static str, &'static str),
    tools: &'a Tools,
}

impl<'a> Backend<'a> {
    /// A backend for a canvas whose width and height are its device pixels.
    pub fn new(canvas: &HtmlCanvasElement, tools: &'a Tools) -> Option<Backend<'a>> {
        let context = context(canvas)?;
        let scale = 1.0 / f64::from(STEPS);
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        context.set_line_cap("butt");
        let size = (canvas.width() * STEPS as u32, canvas.height() * STEPS as u32);
        let font = RefCell::default();
        Some(Backend {
            context,
            size,
            fill: None,
            stroke: None,
            width: 0,
            font,
            anchor: ("", ""),
            tools,
        })
    }

    fn set_fill(&mut self, colour: BackendColor) {
        if !same(self.fill.replace(colour), colour) {
            self.tools.with(colour, |it| self.context.unchecked_ref::<Coloured>().set_fill(it));
        }
    }

    fn set_stroke<S: BackendStyle>(&mut self, style: &S) {
        let (colour, width) = (style.color(), style.stroke_width());
        if !same(self.stroke.replace(colour), colour) {
            self.tools.with(colour, |it| self.context.unchecked_ref::<Coloured>().set_stroke(it));
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
        let size = format!("{:.2}", style.size());
        let font = [&size, "px ", style.family().as_str()].concat();
        if *self.font.borrow() != font {
            self.context.set_font(&font);
            self.font.replace(font);
        }
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

fn same(before: Option<BackendColor>, now: BackendColor) -> bool {
    before.is_some_and(|before| before.rgb == now.rgb && before.alpha == now.alpha)
}

#[wasm_bindgen]
extern "C" {
    /// A context that is given its colours as the browser has them already.
    type Coloured;
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn set_fill(this: &Coloured, colour: &JsString);
    #[wasm_bindgen(method, setter, js_name = strokeStyle)]
    fn set_stroke(this: &Coloured, colour: &JsString);
}

/// What the pictures of a figure are drawn with.
pub struct Tools {
    /// Where an image is put before it is drawn at its size.
    pub bitmap: HtmlCanvasElement,
    /// Colours by their four bytes, as the browser has them: to hand one over as text costs
    /// more than to fill a cell with it. Each has one place to be in.
    colours: RefCell<Vec<(u32, JsString)>>,
}

impl Tools {
    /// Tools with this canvas for images.
    pub fn new(bitmap: HtmlCanvasElement) -> Tools {
        Tools { bitmap, colours: RefCell::new(vec![(0, css(0)); 1 << PLACES]) }
    }

    /// Calls `set` with a colour.
    fn with(
        &self,
        BackendColor { rgb: (red, green, blue), alpha }: BackendColor,
        set: impl Fn(&JsString),
    ) {
        let alpha = (255.0 * alpha).round() as u8;
        let bytes = u32::from_be_bytes([red, green, blue, alpha]);
        let place = (bytes.wrapping_mul(0x9e37_79b9) >> (32 - PLACES)) as usize;
        let known = &mut self.colours.borrow_mut()[place];
        if known.0 != bytes {
            *known = (bytes, css(bytes));
        }
        set(&known.1);
    }
}

/// The number of colours kept, as a power of two.
const PLACES: u32 = 12;

/// A colour as canvases take it: #rrggbbaa.
fn css(bytes: u32) -> JsString {
    let digit =
        |place: u32| char::from(b"0123456789abcdef"[(bytes >> (28 - 4 * place)) as usize & 15]);
    let mut text = String::from("#");
    text.extend((0..8).map(digit));
    text.into()
}

/// A canvas does not refuse to be drawn on.
type Done<T = ()> = Result<T, DrawingErrorKind<Infallible>>;

impl Canvas for Backend<'_> {
    fn image(&mut self, image: &Image, from: BackendCoord, to: BackendCoord) -> Done {
        let (width, height) = (image.columns as u32, image.rows as u32);
        if (self.tools.bitmap.width(), self.tools.bitmap.height()) != (width, height) {
            self.tools.bitmap.set_width(width);
            self.tools.bitmap.set_height(height);
        }
        let data = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&image.rgba), width, height);
        let Some(bitmap) = context(&self.tools.bitmap) else { return Ok(()) };
        // A browser without room for a small bitmap leaves the background out;
        // there is nothing better to do than to draw the rest.
        let _ = data.and_then(|data| bitmap.put_image_data(&data, 0.0, 0.0)).and_then(|()| {
            self.context.draw_image_with_html_canvas_element_and_dw_and_dh(
                &self.tools.bitmap,
                f64::from(from.0),
                f64::from(from.1),
                f64::from(to.0 - from.0),
                f64::from(to.1 - from.1),
            )
        });
        Ok(())
    }
}

impl DrawingBackend for Backend<'_> {
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
        let turn = match style.transform() {
            FontTransform::None => 0.0,
            FontTransform::Rotate90 => FRAC_PI_2,
            FontTransform::Rotate180 => PI,
            FontTransform::Rotate270 => -FRAC_PI_2,
        };
        let baseline = match style.anchor().v_pos {
            VPos::Top => "top",
            VPos::Center => "middle",
            VPos::Bottom => "bottom",
        };
        let align = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Center => "center",
            HPos::Right => "end",
        };
        if self.anchor != (baseline, align) {
            self.context.set_text_baseline(baseline);
            self.context.set_text_align(align);
            self.anchor = (baseline, align);
        }
        self.set_font(style);
        // These fail only where there is no room left at all.
        let (x, y) = (f64::from(x), f64::from(y));
        let context = &self.context;
        if turn == 0.0 {
            let _ = context.fill_text(text, x, y);
            return Ok(());
        }
        context.save();
        let _ = context
            .translate(x, y)
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
