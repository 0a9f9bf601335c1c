//! As fast as it can: training in the time that is left of each frame.

/// A clock in milliseconds, from any moment on.
pub type Clock<'a> = &'a dyn Fn() -> f64;

/// How many milliseconds a frame is to take, as far as that can be foreseen: at 60 frames a
/// second there are 16, and a third is wanted for what cannot be.
const BUDGET: f64 = 11.0;

/// Large pictures take turns, three of them, or four while a hand turns the surface: so many
/// frames ago the same was drawn as now.
const TURNS: usize = 12;

/// Over how many milliseconds iterations are counted.
const COUNTED: f64 = 500.0;

/// The pace below one iteration a frame: now and then a frame brings one.
#[derive(Default)]
pub struct Due(f64);

impl Due {
    /// Another frame, at so many a frame.
    pub fn add(&mut self, iterations_per_frame: f64) {
        self.0 += iterations_per_frame;
    }

    /// The whole iterations that are due now.
    pub fn take(&mut self) -> u32 {
        // Ten tenths are a little less than one.
        let count = (self.0 + 1e-9).floor();
        self.0 -= count;
        count as u32
    }
}

/// A frame's time, and what of it training may have. Only how many iterations a frame brings
/// depends on it, none of their numbers.
pub struct Pace {
    began: f64,
    /// How many milliseconds of this frame went into training.
    trained: f64,
    /// The time that all else took in the last frames, in milliseconds.
    rest: [f64; TURNS],
    frames: usize,
    /// Since when iterations are counted, and how many there were.
    counted: Option<(f64, u32)>,
    /// How many iterations a second brings, once that is known.
    pub speed: Option<f64>,
}

impl Default for Pace {
    /// A pace that knows nothing yet: its first frames bring one iteration each.
    fn default() -> Pace {
        let (rest, counted, speed) = ([BUDGET; TURNS], None, None);
        Pace { began: 0.0, trained: 0.0, rest, frames: 0, counted, speed }
    }
}

impl Pace {
    /// Begins a frame, and makes iterations for as long as it has time. `train` makes so
    /// many, and says how many it made; fewer end it. How many there were in all.
    pub fn fill(&mut self, clock: Clock, mut train: impl FnMut(u32) -> u32) -> u32 {
        self.began = clock();
        let end = self.began + BUDGET - self.rest[self.frames % TURNS];
        let (mut count, mut all, mut now) = (1, 0, self.began);
        loop {
            let made = train(count);
            let took = clock() - now;
            (now, all) = (now + took, all + made);
            // Half of what is left at the most; a coarse clock may say that it took nothing.
            let fits = 0.5 * (end - now) * f64::from(count) / took.max(1e-3);
            if made < count || fits < 1.0 {
                break;
            }
            count = fits.min(2.0 * f64::from(count)) as u32;
        }
        self.trained = now - self.began;
        let (since, before) = self.counted.unwrap_or((self.began, 0));
        self.counted = Some((since, before + all));
        all
    }

    /// Ends a frame: all that is not training has been done.
    pub fn end(&mut self, clock: Clock) {
        let now = clock();
        self.rest[self.frames % TURNS] = now - self.began - self.trained;
        self.frames += 1;
        if let Some((since, count)) = self.counted.filter(|(since, _)| now - since >= COUNTED) {
            self.speed = Some(1000.0 * f64::from(count) / (now - since));
            self.counted = Some((now, 0));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_tenths_are_one_iteration() {
        let mut due = Due::default();
        let mut frame = |_| {
            due.add(0.1);
            due.take()
        };
        let frames: Vec<u32> = (0..30).map(&mut frame).collect();
        assert_eq!(frames.iter().sum::<u32>(), 3);
        assert_eq!((frames[9], frames[19], frames[29]), (1, 1, 1));
    }
}
