//! How far a step has come that is taken in parts.

use downhill_core::Run;
use downhill_view::network::diagram::backprop_steps::Progress;

/// The part at hand of a step that is taken in parts.
#[derive(Default)]
pub(crate) struct Walkthrough {
    /// Which of a step's four parts is at hand, counted from 0. At the last, the ball
    /// has been moved. A network's first part has stages of its own.
    pub progress: Progress,
    /// The run as it was before the move, while that is told.
    pub before: Option<Box<Run>>,
}
