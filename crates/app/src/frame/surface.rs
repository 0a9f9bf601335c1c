//! Turning the surface, and whether it is to be drawn anew.

use crate::application::Application;
use crate::frame::redraw_schedule::RESTING;
use crate::state::surface::Stood;
use crate::subject::Subject;
use downhill_view::options::show::View;
use downhill_view::plots::projection::Camera;

impl Application {
    /// Turns the surface by these angles in radians; back to the first view if none. The views
    /// that are to be drawn now.
    pub fn turn(&mut self, angles: Option<(f64, f64)>) -> Vec<View> {
        self.surface.camera = match angles {
            Some((yaw, pitch)) => self.surface.camera.turned(yaw, pitch),
            None => Camera::of(self.show.scene),
        };
        self.surface.turned = true;
        self.surface.stands_in = RESTING;
        self.turns.by_hand();
        // While it plays, the coming frame draws what several moves of a hand came to.
        if self.playing { Vec::new() } else { self.redraw_turned() }
    }

    /// Whether pictures move, so that fewer pixels do: while it plays, and while a hand turns the
    /// surface.
    pub fn is_moving(&self) -> bool {
        self.playing || self.surface.stands_in > 0
    }

    /// A frame in which nothing else is drawn: has a surface drawn finely that a hand has turned.
    pub(crate) fn stand_frame(&mut self) -> Vec<View> {
        if self.surface.stands_in == 0 {
            return Vec::new();
        }
        self.surface.stands_in -= 1;
        let stands = self.surface.stands_in == 0;
        stands.then(|| self.redraw_known(View::Surface)).flatten().into_iter().collect()
    }

    /// Has the surface drawn anew on the heights that are known.
    pub(crate) fn redraw_turned(&mut self) -> Vec<View> {
        let turned = std::mem::take(&mut self.surface.turned);
        turned.then(|| self.redraw_known(View::Surface)).flatten().into_iter().collect()
    }

    /// Whether the surface would not look as it was drawn last: what hardly changes a
    /// function's pictures, such as another step size, leaves it as it is.
    pub(crate) fn surface_differs(&self) -> bool {
        self.surface.stood.is_none() || self.surface.stood != self.stands()
    }

    fn stands(&self) -> Option<Stood> {
        let Subject::Ball(ball) = &self.subject else { return None };
        Some((self.surface.camera, self.show.clone(), self.theme().id, ball.pictures.land.upon()))
    }

    /// Writes down what is drawn of it.
    pub(crate) fn note_surface(&mut self) {
        self.surface.turned = false;
        self.surface.stood = self.stands();
        if let Subject::Network(network) = &self.subject {
            let plane = &network.pictures.plane;
            (self.surface.iteration, self.surface.age) = (plane.trust.iteration, plane.age);
        }
    }
}
