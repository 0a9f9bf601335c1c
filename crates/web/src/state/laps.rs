//! How long the parts of a frame take.

use web_sys::Performance;

/// How many milliseconds the parts of the last frame took, for measuring.
#[derive(Default)]
pub(super) struct Laps {
    clock: Option<Performance>,
    from: f64,
    /// Step, curve, surface, boundary, draw.
    times: [f64; 5],
}

impl Laps {
    /// Begins a frame; the clock stands until it is asked for.
    pub fn start(&mut self) {
        self.times = [0.0; 5];
        self.from = self.now();
    }

    /// Ends a part.
    pub fn end(&mut self, part: usize) {
        let now = self.now();
        self.times[part] += now - self.from;
        self.from = now;
    }

    /// The last frame's times; from the first call on they are taken.
    pub fn taken(&mut self) -> [f64; 5] {
        if self.clock.is_none() {
            self.clock = web_sys::window().and_then(|window| window.performance());
        }
        self.times
    }

    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }
}
