//! The outcome of each step size on the slider, from this start: found by running ahead,
//! a few places each frame.

use crate::playback::pace::Clock;
use downhill_core::Experiment;
use downhill_core::analysis::step_size_outcome::{self, Ahead};
use downhill_core::run::descent::Descent;
use downhill_view::options::show::LEARNING_RATES;

/// How far ahead is looked.
pub const UPDATES: u32 = 200;

/// The outcomes found so far.
#[derive(Default)]
pub struct Dial {
    /// The experiment that they belong to, but for the learning rate, and the bound up to which
    /// its gradient counts as 0.
    asked: Option<(Experiment, f64)>,
    /// How the run ends with each of [`LEARNING_RATES`], as far as they are tried.
    pub ends: Vec<Ahead>,
    /// A learning rate, how the run ends with it, and where.
    here: Option<(f64, Ahead, Vec<f64>)>,
}

/// The settings in force, from the start, without a learning rate of their own, and the bound.
fn asked(descent: &Descent, level: f64) -> (Experiment, f64) {
    let learning_rate = Experiment::default().learning_rate;
    (Experiment { edits: Vec::new(), learning_rate, ..descent.settings().clone() }, level)
}

impl Dial {
    /// How the run ends with this learning rate, and where, if that is known.
    pub fn here(&self, learning_rate: f64) -> Option<(Ahead, &[f64])> {
        let here = self.here.as_ref().filter(|(rate, ..)| *rate == learning_rate);
        here.map(|(_, ahead, at)| (*ahead, &at[..]))
    }

    /// The step size with which the run comes to rest soonest; `None` until all are tried, and if
    /// it does so with the present one.
    pub fn settling(&self, descent: &Descent, level: f64) -> Option<&'static str> {
        let (present, _) = self.here(descent.settings().learning_rate)?;
        let is_known = !self.to_try(descent, level);
        if !is_known || matches!(present, Ahead::Settles(_)) {
            return None;
        }
        let settles = LEARNING_RATES.iter().zip(&self.ends).filter_map(|(rate, end)| match end {
            Ahead::Settles(update) => Some((*update, *rate)),
            _ => None,
        });
        settles.min_by_key(|(update, _)| *update).map(|(_, rate)| rate)
    }

    /// Whether there are places to try, where a gradient up to `level` counts as 0.
    pub fn to_try(&self, descent: &Descent, level: f64) -> bool {
        self.ends.len() < LEARNING_RATES.len()
            || self.here(descent.settings().learning_rate).is_none()
            || self.asked != Some(asked(descent, level))
    }

    /// One frame's share of them, of so many milliseconds: the present step size first, in
    /// any case.
    pub fn try_ahead(&mut self, descent: &Descent, level: f64, milliseconds: f64, clock: Clock) {
        let (asked, rate) = (asked(descent, level), descent.settings().learning_rate);
        let start = clock();
        if self.asked.as_ref() != Some(&asked) {
            *self = Dial { asked: Some(asked.clone()), ..Dial::default() };
        }
        // An experiment that a ball rolls by is in order: it can be run again.
        if self.here(rate).is_none()
            && let Ok((ahead, at)) = step_size_outcome::to_end(&asked.0, rate, UPDATES, level)
        {
            self.here = Some((rate, ahead, at));
        }
        let rates = LEARNING_RATES.iter().skip(self.ends.len());
        for rate in rates.filter_map(|rate| rate.parse::<f64>().ok()) {
            if clock() - start >= milliseconds {
                break;
            }
            let end = step_size_outcome::run(&asked.0, rate, UPDATES, level);
            self.ends.push(end.unwrap_or(Ahead::Stops));
        }
    }
}
