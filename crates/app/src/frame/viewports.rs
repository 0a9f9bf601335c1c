//! The sizes of the views on the page, and where the axes of what was drawn last lie in them.

use downhill_view::canvas::geometry::Point;
use downhill_view::canvas::plot::Plot;
use downhill_view::options::show::View;

/// The size of a view on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Width and height in CSS pixels.
    pub size: Point,
    /// The text's size in CSS pixels.
    pub em: f64,
}

/// A view that has a place on the page.
struct Placed {
    view: View,
    viewport: Viewport,
}

/// The views that have a place on the page, in the order in which they were given it.
#[derive(Default)]
pub(crate) struct Viewports {
    placed: Vec<Placed>,
    plots: Vec<(View, Plot)>,
}

impl Viewports {
    /// Gives a view its size, or takes it away.
    pub fn place(&mut self, view: View, viewport: Option<Viewport>) {
        self.placed.retain(|placed| placed.view != view);
        self.placed.extend(viewport.map(|viewport| Placed { view, viewport }));
    }

    /// The placed ones of the wanted views.
    pub fn views(&self, wanted: impl Fn(View) -> bool) -> Vec<View> {
        self.placed.iter().map(|placed| placed.view).filter(|view| wanted(*view)).collect()
    }

    /// The size of a view; none if it has no place.
    pub fn of(&self, view: View) -> Option<Viewport> {
        self.placed.iter().find(|placed| placed.view == view).map(|placed| placed.viewport)
    }

    /// Where the axes of a view are, if it has been drawn and has any.
    pub fn plot(&self, view: View) -> Option<Plot> {
        self.plots.iter().find(|(of, _)| *of == view).map(|(_, plot)| *plot)
    }

    /// How far a point is from the ball at a place of a view's axes, in CSS pixels, if it is near
    /// enough to take hold of it.
    pub fn grip(&self, view: View, (x, y): Point, at: Point) -> Option<Point> {
        let (plot, viewport) = (self.plot(view)?, self.of(view)?);
        let (x, y) = plot.at(x, y);
        let grip = (at.0 - x, at.1 - y);
        (grip.0.hypot(grip.1) < 2.0 * viewport.em).then_some(grip)
    }

    /// Keeps where the axes of a view are now.
    pub fn keep_plot(&mut self, view: View, plot: Option<Plot>) {
        self.plots.retain(|(of, _)| *of != view);
        self.plots.extend(plot.map(|plot| (view, plot)));
    }
}
