//! A step as a tone, for the ear.

use crate::application::Application;
use crate::subject::Subject;
use downhill_core::numeric::math;
use downhill_view::network::loss_plane;
use downhill_view::options::scene::NEURON;
use serde::Serialize;

/// A step as a tone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tone {
    /// How high it is, from 0 to 1: the loss on a logarithmic scale.
    pub pitch: f64,
    /// Where it comes from, from 0 (left) to 1 (right): the ball's side in the picture.
    pub pan: f64,
}

/// Pitch of the loss at the start, and how much higher that of a loss ten times as large is.
const START: f64 = 0.6;
const TENFOLD: f64 = 0.2;

/// The present step as a tone.
pub fn tone(app: &Application) -> Tone {
    let share = |x: f64, (low, high): (f64, f64)| match high > low {
        true => math::clamp((x - low) / (high - low), 0.0, 1.0),
        false => 0.5,
    };
    match &app.subject {
        Subject::Network(it) => {
            let (run, curve) = (it.run(), &it.pictures.curve);
            let at = run.snapshot();
            let pan = match app.show.scene.id == NEURON.id {
                true => share(at.parameters[0], loss_plane::window_of(run, (0, 1)).0),
                false => share(at.parameters[app.show.weight], curve.window),
            };
            let start = run.history().points().first().map_or(f64::NAN, |it| it.train);
            Tone { pitch: pitch(at.train.loss, start, 0.0), pan }
        }
        Subject::Ball(it) => {
            let (descent, at) = (it.descent(), it.descent().snapshot());
            let past = descent.history().points();
            let start = past.first().map_or(f64::NAN, |it| it.train);
            // Heights count from the lowest place that is known.
            let found = it.search.points().iter().map(|point| point.value);
            let met = past.iter().map(|point| point.train);
            let floor = found.chain(met).fold(at.value, f64::min);
            Tone { pitch: pitch(at.value, start, floor), pan: share(at.x[0], descent.domain()[0]) }
        }
    }
}

/// Pitch of a height above the floor, beside that of the start's.
fn pitch(value: f64, start: f64, floor: f64) -> f64 {
    let ratio = (value - floor) / (start - floor);
    match ratio.is_nan() {
        // It begins on the floor, or nothing is known.
        true => START,
        false => {
            let powers = math::ln(ratio.max(f64::MIN_POSITIVE)) / std::f64::consts::LN_10;
            math::clamp(START + TENFOLD * powers, 0.0, 1.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_the_height_is_a_fixed_way_up() {
        for (value, start, floor, expected) in [
            (5.0, 5.0, 0.0, 0.6),
            (50.0, 5.0, 0.0, 0.8),
            (5e9, 5.0, 0.0, 1.0),
            (0.5, 5.0, 0.0, 0.4),
            (0.0, 5.0, 0.0, 0.0),
            (-2.0, 7.0, -3.0, 0.4),
            (1.0, 1.0, 1.0, 0.6),
            (2.0, 1.0, 1.0, 1.0),
            (f64::INFINITY, 1.0, 0.0, 1.0),
        ] {
            let found = pitch(value, start, floor);
            assert!((found - expected).abs() < 1e-12, "{value}: {found}, not {expected}");
        }
    }
}
