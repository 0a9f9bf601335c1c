//! The canvases that the page has given to views, and drawing on them.

use crate::backend::Backend;
use downhill_app::told::answers::{self, Drawing};
use downhill_app::{Application, Viewport};
use downhill_view::canvas::pen::{Pen, STEPS};
use downhill_view::canvas::plot::Plot;
use downhill_view::canvas::record::{Marks, Recorder};
use downhill_view::options::show::View;
use plotters::drawing::IntoDrawingArea;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlCanvasElement};

/// A canvas that shows a view.
struct Placed {
    view: View,
    canvas: HtmlCanvasElement,
    /// Device pixels a CSS pixel.
    ratio: f64,
    /// The text's size in CSS pixels.
    em: f64,
    /// The canvas that its images are put on before they are drawn at their size: one of its own,
    /// as one for all would get another size with each picture.
    bitmap: HtmlCanvasElement,
}

/// The views' canvases.
pub struct Canvases {
    placed: Vec<Placed>,
    document: Document,
}

impl Canvases {
    /// No canvases yet, in this document.
    pub fn new(document: Document) -> Canvases {
        Canvases { placed: Vec::new(), document }
    }

    /// Gives a view its canvas and that its size: CSS pixels, device pixels a CSS pixel, and the
    /// text's size. A canvas without room is not drawn on. Returns the size in whole device
    /// pixels, in CSS pixels.
    pub fn place(
        &mut self,
        view: View,
        canvas: HtmlCanvasElement,
        (width, height): (f64, f64),
        ratio: f64,
        em: f64,
    ) -> Option<Viewport> {
        let before = self.placed.iter().position(|placed| placed.view == view);
        let before = before.map(|index| self.placed.swap_remove(index));
        let device = |length: f64| (length * ratio).round().clamp(0.0, 8192.0) as u32;
        let (width, height) = (device(width), device(height));
        if width == 0 || height == 0 {
            return None;
        }
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let bitmap = match before {
            Some(before) => before.bitmap,
            None => self.document.create_element("canvas").ok()?.dyn_into().ok()?,
        };
        self.placed.push(Placed { view, canvas, ratio, em, bitmap });
        let css = |device: u32| f64::from(device) / ratio;
        Some(Viewport { size: (css(width), css(height)), em })
    }

    /// Draws views, and has the application know where their axes are.
    pub fn draw(&self, app: &mut Application, views: &[View]) {
        for view in views {
            let plot = self.draw_view(app, *view, None).and_then(|(plot, _)| plot);
            app.drawn(*view, plot);
        }
    }

    /// Draws a view and writes down what; none if it has no canvas.
    pub fn drawing(&self, app: &Application, view: View) -> Option<Drawing> {
        let marks = Marks::default();
        let (plot, unit) = self.draw_view(app, view, Some(marks.clone()))?;
        Some(answers::drawing(app, marks.take(), plot, unit))
    }

    /// Draws a view that has a canvas on another one, of this size. None if it has none, or there
    /// is no room.
    pub fn draw_on(
        &self,
        app: &Application,
        view: View,
        canvas: HtmlCanvasElement,
        size: (f64, f64),
        ratio: f64,
        em: f64,
    ) -> Option<()> {
        self.placed.iter().find(|placed| placed.view == view)?;
        let mut other = Canvases::new(self.document.clone());
        other.place(view, canvas, size, ratio, em)?;
        other.draw_view(app, view, None).map(|_| ())
    }

    /// Draws a view. Returns the place of its axes, and the backend's steps in a CSS pixel.
    fn draw_view(
        &self,
        app: &Application,
        view: View,
        marks: Option<Marks>,
    ) -> Option<(Option<Plot>, f64)> {
        let placed = self.placed.iter().find(|placed| placed.view == view)?;
        let backend = Backend::new(&placed.canvas, &placed.bitmap)?;
        let unit = STEPS * placed.ratio;
        // What is written down are the marks themselves.
        let stamps = marks.is_none();
        let area = Recorder::new(backend, marks).into_drawing_area();
        let pen = Pen::new(&area, app.theme(), unit, placed.em);
        let pen = if stamps { pen.with_stamps() } else { pen };
        let pen = if app.is_moving() { pen.with_coarse_images() } else { pen };
        // The only errors are the canvas's own, as when the page takes it away in
        // the middle of a drawing: there is nothing left to draw on.
        let plot = app.draw(view, &pen).ok().flatten();
        Some((plot, unit))
    }
}
