//! The rise of a run's pace: it begins slowly enough to be followed.

use downhill_core::numeric::math;

/// Steps a second at the beginning of a run.
const FIRST: f64 = 2.5;

/// Milliseconds until a run has its final pace.
const RISING: f64 = 3000.0;

/// Milliseconds between two frames that count at the most: a page that was out of sight does not
/// catch up.
const LONGEST: f64 = 100.0;

/// Milliseconds between two steps from which on each step can be followed.
const FOLLOWED: f64 = 100.0;

/// Pace of a run from its beginning, by the times of the frames: its logarithm rises evenly.
#[derive(Default)]
pub(crate) struct Rise {
    last: Option<f64>,
    played: f64,
    /// Milliseconds from one step to the next at the pace of the last frame.
    pub interval: f64,
}

impl Rise {
    /// Iterations of the frame at this time, with so many per frame in the end. The first one
    /// comes at once.
    pub fn frame(&mut self, at: f64, iterations_per_frame: f64) -> f64 {
        let Some(before) = self.last.replace(at) else {
            self.interval = 1000.0 / FIRST;
            return 1.0;
        };
        let passed = (at - before).clamp(0.0, LONGEST);
        self.played += passed;
        let slowest = (0.001 * FIRST * passed).min(iterations_per_frame);
        if slowest == 0.0 {
            return 0.0;
        }
        let share = (self.played / RISING).min(1.0);
        let count = match share < 1.0 {
            true => slowest * math::pow(iterations_per_frame / slowest, share),
            false => iterations_per_frame,
        };
        self.interval = passed / count;
        count
    }

    /// Whether it has come to its final pace.
    pub fn is_over(&self) -> bool {
        self.played >= RISING
    }

    /// Whether steps come so slowly that each can be followed.
    pub fn is_followed(&self) -> bool {
        self.interval >= FOLLOWED
    }
}
