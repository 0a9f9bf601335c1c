//! The map of which minimum each start comes to, filled in frame by frame.

use crate::subject::Ball;
use downhill_core::basin::{Basins, STAGES};
use downhill_view::starts::Starts;

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
}

impl Ball {
    /// Whether the map has to be filled in: it is asked for, the minima are known, and
    /// it is not done for these settings.
    pub fn to_fill(&self, asked: bool) -> bool {
        let of = |basins: &Basins| basins.done() && basins.is_of(self.descent());
        let done = self.filling.basins.as_ref().is_some_and(of);
        asked && !self.searching && !done
    }

    /// One frame's share of the map, of so many milliseconds; a row may come on top. Other
    /// settings begin it anew; the last map stays until the first stage of the new one is
    /// complete. Whether there is more to see:
    /// drawing takes longer than computing, so that is only now and then.
    pub fn fill(&mut self, milliseconds: f64) -> bool {
        let (filling, descent) = (&mut self.filling, self.time.now());
        if !filling.basins.as_ref().is_some_and(|basins| basins.is_of(descent)) {
            let minima = self.search.points().iter().filter(|it| it.kind.is_minimum());
            let minima = minima.map(|it| it.x.clone());
            *filling = Filling {
                basins: Some(Basins::new(descent, minima.collect(), UPDATES)),
                frames: 0,
            };
        }
        let Some(basins) = &mut filling.basins else { return false };
        let (start, before) = (js_sys::Date::now(), basins.columns());
        while js_sys::Date::now() - start < milliseconds && !basins.advance(1) {}
        filling.frames += 1;
        let finer = basins.columns() > before || basins.done();
        let first = self.pictures.starts().is_none();
        let shown = first || finer || filling.frames > PAUSE && basins.columns() > STAGES[0];
        if shown {
            filling.frames = 0;
            self.pictures.show_starts(Some(Starts::new(basins)));
        }
        shown
    }

    /// Takes the map away.
    pub fn clear_map(&mut self) {
        self.filling = Filling::default();
        self.pictures.show_starts(None);
    }
}
