//! Past states and other runs on their way, and how far they have come.

use super::changes::Earlier;
use downhill_core::run::timeline::Steps;
use downhill_core::{Error, Run};
use std::collections::VecDeque;

/// The largest work that an address may ask for beside its own start: about half a minute.
pub(crate) const MOST: u64 = 100_000_000_000;

/// The largest work of one iteration, in multiply-adds: some 8 ms in a browser, and all that is
/// drawn of it takes some 30 more.
pub(crate) const AN_ITERATION: u64 = 25_000_000;

/// A run on its way to an iteration.
#[derive(Debug)]
pub(crate) struct Way<T> {
    run: T,
    to: u32,
}

impl<T: Steps> Way<T> {
    /// The way of a run to an iteration. Fails if it is too long for an address; `key` names what
    /// asks for it.
    pub fn new(run: T, to: u32, key: &str) -> Result<Way<T>, Error> {
        let way = Way { run, to };
        match way.work() <= MOST {
            true => Ok(way),
            false => Err(Error::Inconsistent(format!(
                "{key}: to compute {to} steps of so large a network again would take minutes; \
                 take fewer steps, samples or units."
            ))),
        }
    }

    /// A way whose length nobody has asked for.
    pub fn within(run: T, to: u32) -> Way<T> {
        Way { run, to }
    }

    /// The iteration that it leads to.
    pub fn to(&self) -> u32 {
        self.to
    }

    /// The run, as far as it has come.
    pub fn run(&self) -> &T {
        &self.run
    }

    /// The run at its end.
    pub fn into_run(self) -> T {
        self.run
    }

    /// The work that is left.
    pub fn work(&self) -> u64 {
        u64::from(self.to.saturating_sub(self.run.iteration())).saturating_mul(self.run.work())
    }

    /// Goes on by updates of so much work, one at the least. Whether it is at its end, or can go
    /// no further.
    pub fn go_on(&mut self, work: u64) -> bool {
        let left = self.to.saturating_sub(self.run.iteration());
        let many = self.run.updates_within(work);
        !self.run.advance(many.min(left)) || many >= left
    }
}

/// A change that waits for the state to which one is on the way.
pub(crate) enum Afterwards {
    /// Goes back to an iteration.
    Seek(u32),
    /// Sets the learning rate, as a change that leads back to an earlier state.
    SetLearningRate(String, Box<Earlier>),
}

/// Everything that is still to be computed, beside the subject's own.
#[derive(Default)]
pub(crate) struct Recomputation {
    /// The change that is made at an iteration, once one is there.
    pub afterwards: Option<(u32, Afterwards)>,
    /// The kept runs of an address.
    pub kept: VecDeque<Way<Run>>,
    /// The largest work that was left since it began.
    pub all: u64,
}
