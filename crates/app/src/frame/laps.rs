//! How long the parts of a frame take.

use crate::playback::pace::Clock;

/// A part of a frame.
#[derive(Clone, Copy)]
pub(crate) enum Lap {
    /// Steps, and what is searched.
    Step,
    /// The numbers of the curves.
    Curve,
    /// Those of map and surface.
    Surface,
    /// Those of the network's answers and their like.
    Boundary,
}

/// How many milliseconds the parts of the last frame took, for measuring.
#[derive(Default)]
pub(crate) struct Laps {
    from: f64,
    /// By [`Lap`].
    pub times: [f64; 4],
}

impl Laps {
    /// Begins a frame.
    pub fn start(&mut self, clock: Clock) {
        *self = Laps { from: clock(), times: [0.0; 4] };
    }

    /// Ends a part.
    pub fn end(&mut self, lap: Lap, clock: Clock) {
        let now = clock();
        self.times[lap as usize] += now - self.from;
        self.from = now;
    }
}
