//! The motion of the ball in the pictures, from one snapshot to the next.

use downhill_view::function::transition::{Place, Transition};

/// Duration in milliseconds of the transition of a step by hand, and of the longest one of a run.
const LONGEST: f64 = 300.0;

/// Duration in milliseconds of a network's step by hand: forward, back, and the weights' moves.
const PASS: f64 = 900.0;

/// Duration in milliseconds of what is left of a transition when a hand goes on.
const HURRIED: f64 = 80.0;

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
    /// Path of a function's ball; of a network, whose pictures find their own ways, `None`.
    transition: Option<Transition>,
    /// Share of it at which it begins, and that of the last frame.
    from: f64,
    share: f64,
    /// Time of the first frame.
    began: Option<f64>,
    lasts: f64,
    /// Whether it is on its way already, and only settles gently.
    hurries: bool,
}

impl Moving {
    fn new(transition: Option<Transition>, lasts: f64, hurries: bool) -> Moving {
        Moving { transition, from: 0.0, share: 0.0, began: None, lasts, hurries }
    }
}

impl Motion {
    /// Begins a transition, with the next frame, in a run with so many milliseconds between two
    /// steps.
    pub fn begin(&mut self, transition: Transition, interval: f64) {
        let lasts = LONGEST.min(SHARE * interval);
        self.moving = Some(Moving::new(Some(transition), lasts, false));
    }

    /// Begins, with the next frame, to show a network's step; a long one if its pass forward and
    /// back is seen.
    pub fn begin_step(&mut self, is_pass: bool) {
        let lasts = if is_pass { PASS } else { LONGEST };
        self.moving = Some(Moving::new(None, lasts, false));
    }

    /// Begins a short transition of a ball that is on its way already.
    pub fn go_on(&mut self, transition: Transition) {
        self.moving = Some(Moving::new(Some(transition), HURRIED, true));
    }

    /// Whether the ball is on its way.
    pub fn is_moving(&self) -> bool {
        self.moving.is_some()
    }

    /// Share of the way in a frame at this time; `None` once it has arrived.
    pub fn share(&mut self, at: f64) -> Option<f64> {
        let moving = self.moving.as_mut()?;
        let passed = at - *moving.began.get_or_insert(at);
        let share = passed / moving.lasts;
        let eased = match moving.hurries {
            true => share * (2.0 - share),
            // It starts and settles gently.
            false => share * share * (3.0 - 2.0 * share),
        };
        moving.share = moving.from + (1.0 - moving.from) * eased;
        (share < 1.0).then_some(moving.share)
    }

    /// Place of a function's ball in the last frame; `None` if it was not on its way.
    pub fn seen(&self) -> Option<Place> {
        let moving = self.moving.as_ref()?;
        moving.transition.as_ref().map(|transition| transition.place(moving.share))
    }

    /// Lets the ball arrive soon.
    pub fn hurry(&mut self) {
        if let Some(moving) = &mut self.moving {
            (moving.from, moving.began, moving.hurries) = (moving.share, None, true);
            moving.lasts = moving.lasts.min(HURRIED);
        }
    }

    /// Ends a transition at once.
    pub fn end(&mut self) {
        self.moving = None;
    }
}
