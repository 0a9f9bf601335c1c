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
    /// Learns of what a later state of the same run was asked for.
    fn hear_of(&mut self, later: &Self);
}

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
    fn hear_of(&mut self, later: &Run) {
        Run::hear_of(self, later);
    }
}

/// A run and where one is in it. States in between those that are kept are computed
/// again: a state is a pure function of the start and of the number of updates.
#[derive(Clone, Debug)]
pub struct Timeline<T> {
    now: T,
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

    /// One update. False if it could not be made.
    pub fn step(&mut self) -> bool {
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
        let end = self.now.iteration().saturating_add(count);
        while self.now.iteration() < end {
            let here = self.now.iteration();
            // What is to be kept must be come by.
            let next = (here / self.stride).saturating_add(1).saturating_mul(self.stride);
            let made = match self.rose {
                None => self.step(),
                Some(_) => self.now.advance(next.min(end) - here),
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

    /// The state after so many updates, or the furthest there is so far; one stays where
    /// one is.
    pub fn state(&self, iteration: u32) -> T {
        let iteration = iteration.min(self.furthest);
        let mut state = self.before(iteration).clone();
        while state.iteration() < iteration && state.step() {}
        state
    }

    /// Goes to the state after so many updates, or to the furthest there is so far.
    pub fn seek(&mut self, iteration: u32) {
        let iteration = iteration.min(self.furthest);
        let from = self.before(iteration);
        // From here, if that is nearer.
        if !(from.iteration()..=iteration).contains(&self.now.iteration()) {
            self.now = from.clone();
        }
        while self.now.iteration() < iteration && self.now.step() {}
    }

    /// Changes the state one is at: what came after is another run from here on. On
    /// an error nothing has changed.
    pub fn change<E>(&mut self, change: impl FnOnce(&mut T) -> Result<(), E>) -> Result<(), E> {
        change(&mut self.now)?;
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
