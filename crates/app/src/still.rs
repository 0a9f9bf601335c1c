//! Still pictures: a figure at one iteration, without frames, for paper and files.

use crate::application::Application;
use crate::frame::viewports::Viewport;
use crate::playback::pace::Clock;
use crate::subject::Subject;
use crate::told::Mode;
use downhill_core::Error;
use downhill_view::options::show::View;
use downhill_view::svg::{self, Drawing};

/// A clock by which no frame's time is ever over.
const STANDS_STILL: Clock = &|| 0.0;

impl Application {
    /// The pictures of the scene, the one that a small page shows first in front.
    pub fn pictures(&self) -> Vec<View> {
        let usual: &[View] = match Mode::of(self) {
            Mode::Line => &[View::Curve, View::Derivative],
            Mode::Plane => &[View::Map, View::Surface],
            Mode::Neuron => &[View::Map, View::Surface, View::Boundary],
            Mode::Network => {
                &[View::Curve, View::Map, View::Surface, View::Boundary, View::Diagram, View::Chart]
            }
        };
        let races = matches!(&self.subject, Subject::Ball(ball) if ball.race.is_some());
        let keeps = !self.kept.is_empty() || !self.recomputation.kept.is_empty();
        let more = [races.then_some(View::Heights), keeps.then_some(View::Kept)];
        usual.iter().copied().chain(more.into_iter().flatten()).collect()
    }

    /// Goes to the state after so many updates, and makes those that are missing. Fails if the run
    /// ends before.
    pub fn arrive_at(&mut self, iteration: u32) -> Result<(), Error> {
        self.seek(iteration);
        self.recompute_all();
        self.step(iteration.saturating_sub(self.subject.iteration()));
        match self.subject.iteration() {
            last if last < iteration => Err(Error::Inconsistent(format!(
                "The run ends at iteration {last}: its numbers are not finite after it, so there \
                 is no iteration {iteration}."
            ))),
            _ => Ok(()),
        }
    }

    /// Draws a view of the present state, or of the one that the address leads to, as it is once
    /// nothing is left to compute: `size` in CSS pixels, and the text's size `em`.
    pub fn still(&mut self, view: View, size: (u32, u32), em: f64) -> Drawing {
        self.recompute_all();
        let room = (f64::from(size.0), f64::from(size.1));
        self.place(view, Some(Viewport { size: room, em }));
        let _ = self.redraw();
        while self.busy() {
            let _ = self.frame(0.0, STANDS_STILL);
        }
        let drawing = svg::drawing(self.theme(), size, em, |pen| self.draw(view, pen));
        self.place(view, None);
        drawing
    }

    pub(crate) fn recompute_all(&mut self) {
        while self.is_recomputing() {
            self.recompute_frame(STANDS_STILL);
        }
    }
}
