//! A run that one can go back and forth in: every state is the same, bit for bit,
//! however one comes to it.

use crate::{Descent, Run};

/// How many states are kept to start from. Each holds where it has been, which is long.
const KEPT: usize = 12;

/// A run made of steps, each of which depends on nothing but the state before.
pub trait Steps: Clone {
    /// The number of updates made.
    fn iteration(&self) -> u32;
    /// The loss, or a function's value.
    fn height(&self) -> f64;
    /// One update. False if it could not be made.
    fn step(&mut self) -> bool;
    /// So many updates, or as many as can be made, to the same state; what of the way
    /// nothing keeps need not be measured. False if it did not get there.
    fn advance(&mut self, count: u32) -> bool {
        (0..count).all(|_| self.step())
    }
    /// The work of one update with all that is measured after it, in products and sums: by it one
    /// tells how many updates a moment has time for.
    fn work(&self) -> u64;
    /// Learns of what a later state of the same run was asked for.
    fn hear_of(&mut self, later: &Self);
}

/// The work of one update of a ball: some function values and slopes, and a few words of memory.
const DESCENT: u64 = 5_000;

impl Steps for Descent {
    fn iteration(&self) -> u32 {
        self.snapshot().iteration
    }
    fn height(&self) -> f64 {
        self.snapshot().value
    }
    fn step(&mut self) -> bool {
        Descent::step(self)
    }
    fn work(&self) -> u64 {
        DESCENT
    }
    fn hear_of(&mut self, later: &Descent) {
        Descent::hear_of(self, later);
    }
}

impl Steps for Run {
    fn iteration(&self) -> u32 {
        self.snapshot().iteration
    }
    fn height(&self) -> f64 {
        self.snapshot().train.loss
    }
    fn step(&mut self) -> bool {
        Run::step(self)
    }
    fn advance(&mut self, count: u32) -> bool {
        Run::advance(self, count)
    }
    fn work(&self) -> u64 {
        Run::work(self)
    }
    fn hear_of(&mut self, later: &Run) {
        Run::hear_of(self, later);
    }
}

/// A run and where one is in it. States in between those that are kept are computed
/// again: a state is a pure function of the start and of the number of updates.
#[derive(Clone, Debug)]
pub struct Timeline<T> {
    now: T,
    /// The furthest state, while one is before it.
    end: Option<T>,
    /// The iteration that one is on the way to.
    goal: Option<u32>,
    /// Every `stride`-th state, from the start on.
    kept: Vec<T>,
    /// States that are kept no longer: the next to be kept take their memory.
    spare: Vec<T>,
    /// Room for two states more, given back as soon as as many as can be are kept: what is made
    /// for a moment, a state to look at or a picture, then needs no memory that was not there.
    room: Vec<T>,
    stride: u32,
    furthest: u32,
    rose: Option<u32>,
}

impl<T: Steps> Timeline<T> {
    /// The timeline of a run at its start.
    pub fn new(start: T) -> Timeline<T> {
        let furthest = start.iteration();
        Timeline {
            kept: vec![start.clone()],
            spare: Vec::new(),
            room: vec![start.clone(); 2],
            now: start,
            end: None,
            goal: None,
            stride: 16,
            furthest,
            rose: None,
        }
    }

    /// The state one is at.
    pub fn now(&self) -> &T {
        &self.now
    }

    /// How many updates have been made at the most.
    pub fn furthest(&self) -> u32 {
        self.furthest
    }

    /// The first iteration so far at which the loss was larger than before.
    pub fn rose(&self) -> Option<u32> {
        self.rose
    }

    /// The furthest state.
    pub fn end(&self) -> &T {
        self.end.as_ref().unwrap_or(&self.now)
    }

    /// One update. False if it could not be made.
    pub fn step(&mut self) -> bool {
        self.goal = None;
        self.update()
    }

    fn update(&mut self) -> bool {
        let before = self.now.height();
        if !self.now.step() {
            return false;
        }
        let iteration = self.now.iteration();
        // Level ground rises by what is rounded off; that is no rise.
        if iteration > self.furthest && self.now.height() - before > 1e-12 * before.abs() {
            self.rose = self.rose.or(Some(iteration));
        }
        self.arrive();
        true
    }

    /// So many updates, or as many as can be made: the same states as by as many of
    /// [`Timeline::step`]. Every loss is measured only until the first that rose is known.
    /// False if it did not get there.
    pub fn advance(&mut self, count: u32) -> bool {
        self.goal = None;
        self.updates(count)
    }

    fn updates(&mut self, count: u32) -> bool {
        let end = self.now.iteration().saturating_add(count);
        while self.now.iteration() < end {
            let here = self.now.iteration();
            // What is to be kept must be come by.
            let next = (here / self.stride).saturating_add(1).saturating_mul(self.stride).min(end);
            let made = if here < self.furthest {
                self.now.advance(next.min(self.furthest) - here)
            } else if self.rose.is_none() {
                self.update()
            } else {
                self.now.advance(next - here)
            };
            self.arrive();
            if !made {
                return false;
            }
        }
        true
    }

    /// Takes note of the state that it has come to, if it is further than any before.
    fn arrive(&mut self) {
        let iteration = self.now.iteration();
        if iteration >= self.furthest {
            self.end = None;
        }
        if iteration > self.furthest {
            self.furthest = iteration;
            if iteration.is_multiple_of(self.stride) {
                self.keep();
            }
        }
    }

    fn keep(&mut self) {
        if self.kept.len() == KEPT {
            self.stride *= 2;
            self.room = Vec::new();
            let others = |state: &mut T| !state.iteration().is_multiple_of(self.stride);
            self.spare.extend(self.kept.extract_if(.., others));
        }
        if self.now.iteration().is_multiple_of(self.stride) {
            let kept = match self.spare.pop() {
                Some(mut state) => {
                    state.clone_from(&self.now);
                    state
                }
                None => self.now.clone(),
            };
            self.kept.push(kept);
        }
    }

    /// The last of the kept states up to this iteration.
    fn before(&self, iteration: u32) -> &T {
        let after = self.kept.partition_point(|state| state.iteration() <= iteration);
        &self.kept[after.max(1) - 1]
    }

    /// A copy of the last state up to this iteration that is at hand.
    pub fn nearest(&self, iteration: u32) -> T {
        let known = [self.before(iteration), &self.now, self.end()].into_iter();
        let near = known.filter(|state| state.iteration() <= iteration);
        near.max_by_key(|state| state.iteration()).unwrap_or(&self.kept[0]).clone()
    }

    /// Goes to the state after so many updates, or to the furthest there is so far.
    pub fn seek(&mut self, iteration: u32) {
        self.head_for(iteration.min(self.furthest));
        self.go_on(u64::MAX);
    }

    /// Heads for the state after so many updates, which may be further than any so far: goes to
    /// the nearest one before it that is at hand. [`Timeline::go_on`] goes the rest of the way.
    pub fn head_for(&mut self, iteration: u32) {
        let here = self.now.iteration();
        if iteration >= self.furthest {
            if let Some(end) = self.end.take() {
                self.now = end;
            }
        } else if !(self.before(iteration).iteration()..=iteration).contains(&here) {
            let from = self.before(iteration).clone();
            let left = std::mem::replace(&mut self.now, from);
            self.end = self.end.take().or(Some(left));
        }
        self.goal = (self.now.iteration() < iteration).then_some(iteration);
    }

    /// The number of updates that are still to be made to where one heads for.
    pub fn to_go(&self) -> u32 {
        self.goal.map_or(0, |goal| goal.saturating_sub(self.now.iteration()))
    }

    /// Goes on to where one heads for, by updates of so much work ([`Steps::work`]), one at the
    /// least. Whether one is there, or can go no further.
    pub fn go_on(&mut self, work: u64) -> bool {
        let left = self.to_go();
        let many = u32::try_from(work / self.now.work().max(1)).unwrap_or(u32::MAX).max(1);
        let made = match many < left {
            true => self.updates(many),
            // The last one by itself: a state may know the one before it.
            false => left > 0 && self.updates(left - 1) && self.update(),
        };
        if !made || many >= left {
            self.goal = None;
        }
        self.goal.is_none()
    }

    /// Stays where one is.
    pub fn stay(&mut self) {
        self.goal = None;
    }

    /// Changes the state one is at: what came after is another run from here on. On
    /// an error nothing has changed.
    pub fn change<E>(&mut self, change: impl FnOnce(&mut T) -> Result<(), E>) -> Result<(), E> {
        change(&mut self.now)?;
        (self.end, self.goal) = (None, None);
        let iteration = self.now.iteration();
        self.kept.retain(|state| state.iteration() < iteration);
        // The way from them leads into the other run.
        self.kept.iter_mut().for_each(|state| state.hear_of(&self.now));
        if self.kept.is_empty() {
            self.kept.push(self.now.clone());
        }
        self.furthest = iteration;
        self.rose = self.rose.filter(|rose| *rose <= iteration);
        Ok(())
    }
}
