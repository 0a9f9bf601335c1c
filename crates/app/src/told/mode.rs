//! Which pictures and controls there are.

use crate::application::Application;
use crate::subject::Subject;
use downhill_view::options::scene::NEURON;
use serde::Serialize;

/// Which pictures and controls there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Mode {
    /// A network that learns.
    Network,
    /// One neuron that fits a line.
    Neuron,
    /// A ball on a curve.
    Line,
    /// A ball on a surface.
    Plane,
}

impl Mode {
    pub(crate) fn of(app: &Application) -> Mode {
        match &app.subject {
            Subject::Network(_) if app.show.scene.id == NEURON.id => Mode::Neuron,
            Subject::Network(_) => Mode::Network,
            Subject::Ball(ball) if ball.descent().function().dim() == 1 => Mode::Line,
            Subject::Ball(_) => Mode::Plane,
        }
    }
}
