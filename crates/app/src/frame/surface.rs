//! Turning the surface, and whether it is to be drawn anew.

use crate::application::Application;
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
        self.turns.by_hand();
        // While it plays, the coming frame draws what several moves of a hand came to.
        if self.playing { Vec::new() } else { self.redraw_turned() }
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
