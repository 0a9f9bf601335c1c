//! The motion of the ball in the pictures, from one snapshot to the next.

use downhill_view::function::transition::{Place, Transition};

/// Duration in milliseconds of the transition of a step by hand, and of the longest one of a run.
const LONGEST: f64 = 300.0;

/// Share of the time between two steps of a run that a transition takes at the most: the ball is
/// seen at rest before it moves on.
const SHARE: f64 = 0.75;

/// Transitions of the ball, by the times of the frames. The pictures, the sentence and the
/// numbers stay those of the snapshot that it comes from until it has arrived.
#[derive(Default)]
pub(crate) struct Motion {
    /// Whether the pictures may move. Without it, each step is drawn at once.
    pub allowed: bool,
    moving: Option<Moving>,
}

struct Moving {
    transition: Transition,
    /// Time of the first frame.
    began: Option<f64>,
    lasts: f64,
}

impl Motion {
    /// Begins a transition, with the next frame, in a run with so many milliseconds between two
    /// steps.
    pub fn begin(&mut self, transition: Transition, interval: f64) {
        let lasts = LONGEST.min(SHARE * interval);
        self.moving = Some(Moving { transition, began: None, lasts });
    }

    /// Whether the ball is on its way.
    pub fn is_moving(&self) -> bool {
        self.moving.is_some()
    }

    /// Place of the ball in a frame at this time; `None` once it has arrived.
    pub fn place(&mut self, at: f64) -> Option<Place> {
        let moving = self.moving.as_mut()?;
        let passed = at - *moving.began.get_or_insert(at);
        let share = passed / moving.lasts;
        // It starts and settles gently.
        let eased = share * share * (3.0 - 2.0 * share);
        (share < 1.0).then(|| moving.transition.place(eased))
    }

    /// Lets the ball arrive with the next frame.
    pub fn hurry(&mut self) {
        if let Some(moving) = &mut self.moving {
            moving.began = Some(f64::NEG_INFINITY);
        }
    }

    /// Ends a transition at once.
    pub fn end(&mut self) {
        self.moving = None;
    }
}
