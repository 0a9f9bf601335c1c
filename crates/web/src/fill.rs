//! The map of which minimum each start comes to, filled in frame by frame.

use crate::subject::Ball;
use downhill_core::basin::{Basins, STAGES};
use downhill_core::stationary::Kind;
use downhill_view::starts::Starts;

/// How many updates each ball makes.
const UPDATES: u16 = 200;
/// How long a frame's share may take, in milliseconds: a row may come on top.
const MILLISECONDS: f64 = 4.0;

/// The map that is being filled in, if one is asked for.
#[derive(Default)]
pub struct Filling {
    basins: Option<Basins>,
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

    /// One frame's share of the map. Other settings begin it anew; the last map stays
    /// until the first stage of the new one is complete.
    pub fn fill(&mut self) {
        let (filling, descent) = (&mut self.filling, self.time.now());
        if !filling.basins.as_ref().is_some_and(|basins| basins.is_of(descent)) {
            let minima = self.search.points().iter();
            let minima = minima
                .filter(|it| matches!(it.kind, Kind::GlobalMinimum | Kind::LocalMinimum))
                .map(|it| it.x.clone());
            *filling = Filling { basins: Some(Basins::new(descent, minima.collect(), UPDATES)) };
        }
        let Some(basins) = &mut filling.basins else { return };
        let start = js_sys::Date::now();
        while js_sys::Date::now() - start < MILLISECONDS && !basins.advance(1) {}
        if basins.columns() > STAGES[0] || self.pictures.starts().is_none() {
            self.pictures.show_starts(Some(Starts::new(basins)));
        }
    }

    /// Takes the map away.
    pub fn clear_map(&mut self) {
        self.filling = Filling::default();
        self.pictures.show_starts(None);
    }
}
