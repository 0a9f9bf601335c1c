//! The map of which minimum each start comes to, filled in frame by frame.

use crate::playback::pace::Clock;
use downhill_core::analysis::basin::{Basins, STAGES};
use downhill_core::function::stationary::Point;
use downhill_core::run::descent::Descent;

/// How many updates each ball makes.
const UPDATES: u16 = 200;
/// After how many frames the map is shown again while it gets finer.
const PAUSE: u32 = 6;

/// The map that is being filled in, if one is asked for.
#[derive(Default)]
pub struct Filling {
    basins: Option<Basins>,
    /// How many frames have gone by since it was shown.
    frames: u32,
}

impl Filling {
    /// The map, as far as it has come.
    pub fn basins(&self) -> Option<&Basins> {
        self.basins.as_ref()
    }

    /// Whether it is done for a descent's settings.
    pub fn is_done(&self, descent: &Descent) -> bool {
        self.basins.as_ref().is_some_and(|basins| basins.done() && basins.is_of(descent))
    }

    /// One frame's share of the map, of so many milliseconds; a row may come on top. Other
    /// settings begin it anew; the last map stays until the first stage of the new one is
    /// complete. The map if there is more to see, and in any case at `first`: drawing takes
    /// longer than computing, so that is only now and then.
    pub fn fill(
        &mut self,
        descent: &Descent,
        points: &[Point],
        first: bool,
        milliseconds: f64,
        clock: Clock,
    ) -> Option<&Basins> {
        if !self.basins.as_ref().is_some_and(|basins| basins.is_of(descent)) {
            let minima = points.iter().filter(|it| it.kind.is_minimum()).map(|it| it.x.clone());
            let basins = Some(Basins::new(descent, minima.collect(), UPDATES));
            *self = Filling { basins, frames: 0 };
        }
        let basins = self.basins.as_mut()?;
        let (start, before) = (clock(), basins.columns());
        while clock() - start < milliseconds && !basins.advance(1) {}
        self.frames += 1;
        let finer = basins.columns() > before || basins.done();
        let shown = first || finer || self.frames > PAUSE && basins.columns() > STAGES[0];
        if shown {
            self.frames = 0;
        }
        self.basins.as_ref().filter(|_| shown)
    }
}
