//! Which views are drawn after a change or in a frame, and what they show.

use super::laps::Lap;
use super::viewports::Viewport;
use crate::application::Application;
use crate::playback::pace::Clock;
use crate::subject::Subject;
use downhill_view::canvas::image::Canvas;
use downhill_view::canvas::pen::{Drawn, Pen};
use downhill_view::canvas::plot::Plot;
use downhill_view::options::show::View;

/// The views that are to be drawn now, in this order, and whether the page is to be told of
/// the state.
#[derive(Debug, Default, PartialEq)]
#[must_use]
pub struct Redraw {
    /// The views to draw by [`Application::draw`]: what they show is computed.
    pub views: Vec<View>,
    /// Whether there is something to tell; if not, the coming frame tells it.
    pub tell: bool,
}

impl Application {
    /// Gives a view its size on the page, or takes it away: a view without room is not drawn.
    pub fn place(&mut self, view: View, viewport: Option<Viewport>) {
        self.viewports.place(view, viewport);
    }

    /// Has all views drawn that have a place.
    pub fn redraw(&mut self) -> Redraw {
        self.moved = true;
        self.end_motion();
        Redraw { views: self.redraw_all(&|| 0.0), tell: true }
    }

    /// Has a change by hand drawn: at once, or, while the map of starts is filled in, with the
    /// coming frames, so that the hand need not wait for a picture that the next frame draws
    /// over. A step that the ball is seen to make is drawn by the coming frames, too.
    pub fn redraw_change(&mut self) -> Redraw {
        self.moved = true;
        if std::mem::take(&mut self.sets_out) {
            return Redraw::default();
        }
        if std::mem::take(&mut self.hurries) {
            return Redraw { views: self.redraw_all(&|| 0.0), tell: true };
        }
        self.end_motion();
        self.behind = self.is_filling();
        if self.behind { Redraw::default() } else { self.redraw() }
    }

    /// Has the picture of the network's answers drawn only, as during a stroke: the others
    /// follow at its end.
    pub fn redraw_stroke(&mut self) -> Redraw {
        let views = self.redraw_views(|view| view == View::Boundary, &|| 0.0);
        Redraw { views, tell: true }
    }

    /// Draws a view as it was computed, and says where its axes are, if it has any. Tell
    /// [`Application::drawn`] of these.
    pub fn draw<DB: Canvas>(&self, view: View, pen: &Pen<DB>) -> Drawn<DB, Option<Plot>> {
        let pen = &pen.for_class(self.for_class());
        self.subject.draw(view, pen, &self.show, self.surface.camera, self.words)
    }

    /// Keeps where the axes of a view are that has been drawn: a pointer is read by them.
    pub fn drawn(&mut self, view: View, plot: Option<Plot>) {
        self.viewports.keep_plot(view, plot);
    }

    pub(crate) fn redraw_all(&mut self, clock: Clock) -> Vec<View> {
        self.turns.begin();
        self.behind = false;
        self.subject.forget();
        self.redraw_views(|_| true, clock)
    }

    /// The views of a frame while it plays. Map, surface, boundary, diagram and chart take
    /// turns: each is drawn every fourth frame, or a frame would take too long; while a hand
    /// turns the surface, that is drawn every other, and the rest every sixth. Where steps
    /// are far apart, and where it stops, all show the same. A picture that would flash waits.
    pub(crate) fn redraw_frame(&mut self, moved: bool, at: f64, clock: Clock) -> Vec<View> {
        if !self.playing {
            return self.redraw_all(clock);
        }
        if !self.takes_turns() {
            let mut views = self.redraw_all(clock);
            views.retain(|view| self.may_draw(*view, at));
            return views;
        }
        let turn = self.turns.next();
        self.surface.age += 1;
        self.subject.frame(&self.show, turn.until_map);
        self.laps.end(Lap::Surface, clock);
        let mut views = self.redraw_views(
            |view| match view {
                View::Surface => false,
                View::Map | View::Chart | View::Boundary | View::Diagram => turn.has(view),
                View::Kept => turn.small,
                _ => moved,
            },
            clock,
        );
        views.retain(|view| self.may_draw(*view, at));
        // It stands on the heights that were computed for the map, a frame ago or two.
        if turn.has(View::Surface) && self.may_draw(View::Surface, at) {
            views.extend(self.redraw_known(View::Surface));
        }
        views
    }

    /// Whether a frame at this time may draw what a view shows now.
    fn may_draw(&mut self, view: View, at: f64) -> bool {
        match self.subject.tones(view) {
            Some(tones) => self.flashes.may_draw(view, tones, at),
            None => true,
        }
    }

    /// Computes what these views show.
    fn update_views(&mut self, views: &[View], clock: Clock) {
        self.look_closely();
        self.show_painting();
        let groups = [
            (Lap::Curve, &[View::Curve, View::Derivative, View::Heights][..]),
            (Lap::Surface, &[View::Map, View::Surface]),
            (Lap::Boundary, &[View::Boundary, View::Diagram, View::Chart, View::Kept]),
        ];
        for (lap, group) in groups {
            let views: Vec<View> =
                group.iter().copied().filter(|view| views.contains(view)).collect();
            if !views.is_empty() {
                self.subject.update(&self.show, &views, self.words);
            }
            self.laps.end(lap, clock);
        }
    }

    /// Computes the wanted ones of the views that have a place, and has these drawn.
    pub(crate) fn redraw_views(
        &mut self,
        wanted: impl Fn(View) -> bool,
        clock: Clock,
    ) -> Vec<View> {
        let views = self.viewports.views(wanted);
        self.update_views(&views, clock);
        if views.contains(&View::Surface) {
            self.note_surface();
        }
        views
    }

    /// Has a view drawn as it was computed before.
    pub(crate) fn redraw_known(&mut self, view: View) -> Option<View> {
        if view == View::Surface {
            self.note_surface();
        }
        self.viewports.of(view).map(|_| view)
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
}
