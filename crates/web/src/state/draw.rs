//! Drawing what the views show, all of them or some.

use super::State;
use super::canvases::Drawing;
use crate::subject::Subject;
use downhill_view::canvas::record::Marks;
use downhill_view::options::show::View;
use web_sys::HtmlCanvasElement;

impl State {
    /// Gives a view its canvas and that its size: CSS pixels, device pixels a
    /// CSS pixel, and the text's size. A canvas without room is not drawn on.
    pub fn place(
        &mut self,
        view: View,
        canvas: HtmlCanvasElement,
        size: (f64, f64),
        ratio: f64,
        em: f64,
    ) {
        self.canvases.place(view, canvas, size, ratio, em);
    }

    /// Draws all views that have a canvas.
    pub fn draw(&mut self) {
        self.turns.begin();
        self.behind = false;
        self.subject.forget();
        self.draw_views(|_| true);
    }

    /// Shows what a change made by hand has changed: at once, or, while the map of starts
    /// is filled in, with the coming frames, so that the hand need not wait for a picture
    /// that the next frame draws over. Whether it is shown.
    pub fn draw_change(&mut self) -> bool {
        self.behind = self.is_filling();
        if !self.behind {
            self.draw();
        }
        !self.behind
    }

    /// Draws what a frame shows while it plays. Map, surface, boundary, diagram and chart take
    /// turns: each is drawn every third frame, or a frame would take too long; while a hand
    /// turns the surface, that is drawn every other, and the rest every fourth. Where steps
    /// are far apart, and where it stops, all show the same.
    pub(super) fn draw_frame(&mut self, moved: bool) {
        if !self.playing || !self.takes_turns() {
            return self.draw();
        }
        let turn = self.turns.next();
        self.surface.age += 1;
        self.subject.frame(&self.show, turn.until_map);
        self.laps.end(2);
        self.draw_views(|view| match view {
            View::Surface => false,
            View::Map | View::Chart | View::Boundary | View::Diagram => turn.has(view),
            View::Kept => turn.small,
            _ => moved,
        });
        // It stands on the heights that were computed for the map, a frame ago or two.
        if turn.has(View::Surface) {
            self.paint(View::Surface);
        }
        self.laps.end(4);
    }

    /// Computes what these views show.
    fn update_views(&mut self, views: &[View]) {
        self.look_closely();
        self.show_painting();
        let groups = [
            &[View::Curve, View::Derivative, View::Heights][..],
            &[View::Map, View::Surface],
            &[View::Boundary, View::Diagram, View::Chart, View::Kept],
        ];
        for (part, group) in (1..).zip(groups) {
            let views: Vec<View> =
                group.iter().copied().filter(|view| views.contains(view)).collect();
            if !views.is_empty() {
                self.subject.update(&self.show, &views, self.words);
            }
            self.laps.end(part);
        }
    }

    /// Draws the wanted ones of the views that have a canvas.
    pub fn draw_views(&mut self, wanted: impl Fn(View) -> bool) {
        let views = self.canvases.views(wanted);
        self.update_views(&views);
        for view in views {
            self.paint(view);
        }
        self.laps.end(4);
    }

    /// Draws a view as it was computed.
    pub(super) fn paint(&mut self, view: View) {
        if view == View::Surface {
            self.note_surface();
        }
        let plot = self.draw_view(view, None).and_then(|drawing| drawing.plot);
        self.canvases.keep_plot(view, plot);
    }

    fn draw_view(&self, view: View, marks: Option<Marks>) -> Option<Drawing> {
        let (show, camera) = (&self.show, self.surface.camera);
        self.canvases.draw(view, self.theme(), marks, |pen| {
            // The only errors are the canvas's own, as when the page takes it away in
            // the middle of a drawing: there is nothing left to draw on.
            self.subject.draw(view, pen, show, camera, self.words).ok().flatten()
        })
    }

    /// Draws a view and writes down what.
    pub fn drawing(&self, view: View) -> Option<Drawing> {
        self.draw_view(view, Some(Marks::default()))
    }

    /// The height that map and surface show at the ball.
    pub fn loss_at_ball(&mut self) -> Option<f64> {
        self.subject.forget();
        self.subject.update(&self.show, &[View::Map], self.words);
        let land = match &self.subject {
            Subject::Network(network) => &network.pictures.plane.land,
            Subject::Ball(ball) => &ball.pictures.land,
        };
        land.grid().between(land.at.0, land.at.1)
    }

    /// The last frame's times; from the first call on they are taken.
    pub fn laps(&mut self) -> [f64; 5] {
        self.laps.taken()
    }
}
