//! States and runs that are computed again, in slices: no call and no frame waits for more of it
//! than there is time for, and one can stop it. Its numbers do not depend on the slices.

use crate::application::Application;
use crate::playback::pace::Clock;
use crate::state::changes::Extent;
use crate::state::recomputation::{Afterwards, Recomputation, Way};
use std::rc::Rc;

/// The work of a call, in multiply-adds (`Steps::work`): some 6 ms in a browser.
const A_CALL: u64 = 24_000_000;

/// The work between two looks at the clock: some 1 ms.
const A_SLICE: u64 = 4_000_000;

/// The milliseconds of a frame without steps, and of one with them.
const PAUSED: f64 = 8.0;
const PLAYING: f64 = 3.0;

impl Application {
    /// The work that is left.
    fn work_left(&self) -> u64 {
        let kept = self.recomputation.kept.iter().map(Way::work);
        self.subject.work_left().saturating_add(kept.fold(0, u64::saturating_add))
    }

    /// Whether something is still to be computed again.
    pub fn is_recomputing(&self) -> bool {
        self.subject.work_left() > 0
            || !self.recomputation.kept.is_empty()
            || self.recomputation.afterwards.is_some()
    }

    /// The share that is computed, from 0 to 1; none if there is nothing to compute again.
    pub fn recomputed(&self) -> Option<f64> {
        let all = self.recomputation.all.max(1) as f64;
        self.is_recomputing().then(|| 1.0 - (self.work_left() as f64 / all).min(1.0))
    }

    /// Stays with what there is.
    pub fn stop_recomputing(&mut self) {
        self.recomputation = Recomputation::default();
        self.subject.stay();
        if self.subject.work_left() > 0 {
            // The plane that is to stay has not been found again: it follows the run.
            self.show.plane_at = None;
            self.subject.hold_nothing();
        }
    }

    /// Goes to an iteration, as fast as a call may, and on in frames.
    pub(crate) fn go_to(&mut self, iteration: u32, afterwards: Option<Afterwards>) {
        self.subject.head_for(iteration);
        self.recomputation.afterwards = afterwards.map(|change| (iteration, change));
        self.catch_up();
    }

    /// Computes as much as a call may.
    pub(crate) fn catch_up(&mut self) {
        let mut work = A_CALL;
        while self.is_recomputing() && work > 0 {
            let left = self.work_left();
            self.recompute(A_SLICE.min(work));
            // A single update may be more than a slice.
            let spent = left.saturating_sub(self.work_left());
            work = work.saturating_sub(spent.max(A_SLICE));
        }
        self.recomputation.all = self.work_left();
    }

    /// Computes as much as a frame may. Whether all is there.
    pub(crate) fn recompute_frame(&mut self, clock: Clock) -> bool {
        let (start, most) = (clock(), if self.playing { PLAYING } else { PAUSED });
        self.recomputation.all = self.recomputation.all.max(self.work_left());
        while self.is_recomputing() && clock() - start < most {
            self.recompute(A_SLICE);
        }
        !self.is_recomputing()
    }

    /// One slice of what is next.
    fn recompute(&mut self, work: u64) {
        if self.subject.work_left() > 0 {
            self.subject.go_on(work);
        } else if let Some((at, change)) = self.recomputation.afterwards.take() {
            // Whoever went elsewhere meanwhile does not want it any more.
            if self.subject.iteration() == at {
                self.carry_out(change);
            }
        } else if let Some(way) = self.recomputation.kept.front_mut()
            && way.go_on(work)
            && let Some(way) = self.recomputation.kept.pop_front()
        {
            self.kept.push(Rc::new(way.into_run()));
        }
    }

    fn carry_out(&mut self, change: Afterwards) {
        match change {
            Afterwards::Seek(iteration) => self.subject.head_for(iteration),
            Afterwards::SetLearningRate(value, before) => {
                match self.subject.edit("learning_rate", &value) {
                    Ok(()) => self.remember(*before, Extent::Whole),
                    Err(error) => self.problems = vec![error],
                }
            }
        }
    }
}
