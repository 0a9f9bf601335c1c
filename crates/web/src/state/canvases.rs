//! The canvases that the page has given to views, and what is drawn on them.

use crate::backend::{Backend, STEPS, Tools};
use downhill_view::canvas::pen::{Pen, Plot, Point};
use downhill_view::canvas::record::{Mark, Marks, Recorder};
use downhill_view::canvas::theme::Theme;
use downhill_view::options::show::View;
use plotters::drawing::IntoDrawingArea;
use web_sys::HtmlCanvasElement;

/// A canvas that shows a view.
pub(super) struct Stage {
    view: View,
    canvas: HtmlCanvasElement,
    /// Device pixels a CSS pixel.
    ratio: f64,
    /// The text's size in CSS pixels.
    pub em: f64,
}

impl Stage {
    /// Its width and height in CSS pixels.
    pub fn size(&self) -> Point {
        let css = |device: u32| f64::from(device) / self.ratio;
        (css(self.canvas.width()), css(self.canvas.height()))
    }
}

/// What was drawn of a view.
pub struct Drawing {
    /// Everything in order, in the backend's steps.
    pub marks: Vec<Mark>,
    /// How many steps make a CSS pixel.
    pub unit: f64,
    /// Where its axes are, if it has any.
    pub plot: Option<Plot>,
}

/// All of them, and what is used to draw.
pub(super) struct Canvases {
    stages: Vec<Stage>,
    /// Where the axes of what was drawn are.
    plots: Vec<(View, Plot)>,
    tools: Tools,
}

impl Canvases {
    /// None yet; images are put on this one before they are drawn at their size.
    pub fn new(bitmap: HtmlCanvasElement) -> Canvases {
        Canvases { stages: Vec::new(), plots: Vec::new(), tools: Tools::new(bitmap) }
    }

    /// Gives a view its canvas and that its size: CSS pixels, device pixels a
    /// CSS pixel, and the text's size. A canvas without room is not drawn on.
    pub fn place(
        &mut self,
        view: View,
        canvas: HtmlCanvasElement,
        (width, height): (f64, f64),
        ratio: f64,
        em: f64,
    ) {
        self.stages.retain(|stage| stage.view != view);
        let device = |length: f64| (length * ratio).round().clamp(0.0, 8192.0) as u32;
        let (width, height) = (device(width), device(height));
        if width == 0 || height == 0 {
            return;
        }
        if (canvas.width(), canvas.height()) != (width, height) {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        self.stages.push(Stage { view, canvas, ratio, em });
    }

    /// The views that have a canvas.
    pub fn views(&self, wanted: impl Fn(View) -> bool) -> Vec<View> {
        self.stages.iter().map(|stage| stage.view).filter(|view| wanted(*view)).collect()
    }

    /// The canvas of a view, if it has one.
    pub fn stage(&self, view: View) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.view == view)
    }

    /// Where the axes of a view are, if it has been drawn and has any.
    pub fn plot(&self, view: View) -> Option<Plot> {
        self.plots.iter().find(|(of, _)| *of == view).map(|(_, plot)| *plot)
    }

    /// Keeps where the axes of a view are now.
    pub fn keep_plot(&mut self, view: View, plot: Option<Plot>) {
        self.plots.retain(|(of, _)| *of != view);
        self.plots.extend(plot.map(|plot| (view, plot)));
    }

    /// Has a view drawn on its canvas, and written down if there are `marks`. The picture
    /// says where its axes are.
    pub fn draw(
        &self,
        view: View,
        theme: &'static Theme,
        marks: Option<Marks>,
        picture: impl FnOnce(&Pen<Recorder<Backend>>) -> Option<Plot>,
    ) -> Option<Drawing> {
        let stage = self.stage(view)?;
        let backend = Backend::new(&stage.canvas, &self.tools)?;
        let unit = f64::from(STEPS) * stage.ratio;
        let area = Recorder::new(backend, marks.clone()).into_drawing_area();
        let plot = picture(&Pen::new(&area, theme, unit, stage.em));
        let marks = marks.map(|marks| marks.take()).unwrap_or_default();
        Some(Drawing { marks, unit, plot })
    }
}
