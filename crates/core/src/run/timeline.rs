//! Timeline of a run, to go back and forth in: every state is bit-identical, by whatever way it
//! is reached.

use crate::{Descent, Run};

/// Largest number of states kept to start from. Each holds its history, which is large.
const KEPT: usize = 12;

/// A run made of steps, each of which depends on the state before alone.
pub trait Steps: Clone {
    /// Number of updates made.
    fn iteration(&self) -> u32;
    /// Loss, or value of the function.
    fn height(&self) -> f64;
    /// One update. False if it could not be made.
    fn step(&mut self) -> bool;
    /// Makes `count` updates, or as many as possible; what nothing records on the way need not
    /// be measured. False if it did not get there.
    fn advance(&mut self, count: u32) -> bool {
        (0..count).all(|_| self.step())
    }
    /// Work of one update with all that is measured after it, in multiply-adds: tells how many
    /// updates fit into a given time.
    fn work(&self) -> u64;
    /// Number of updates that are worth so much work, at least one.
    fn updates_within(&self, work: u64) -> u32 {
        u32::try_from(work / self.work().max(1)).unwrap_or(u32::MAX).max(1)
    }
    /// Takes over the edits recorded by a later state of the same run.
    fn hear_of(&mut self, later: &Self);
}

/// Work of one update of a ball: a few values and derivatives of the function.
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

/// A run with a position in it. States between the kept ones are recomputed: a state is a pure
/// function of the start and of the number of updates.
#[derive(Clone, Debug)]
pub struct Timeline<T> {
    now: T,
    /// The furthest state, while the current one is before it.
    end: Option<T>,
    /// Target of [`Timeline::head_for`], until it is reached.
    goal: Option<u32>,
    /// Every `stride`-th state, from the start on.
    kept: Vec<T>,
    /// States no longer kept, whose memory is reused.
    spare: Vec<T>,
    /// Two states of reserve memory, released once the kept states are at their maximum:
    /// temporary allocations, for a state to look at or a picture, then need no new memory.
    room: Vec<T>,
    stride: u32,
    furthest: u32,
    rose: Option<u32>,
}

impl<T: Steps> Timeline<T> {
    /// Timeline of a run at its start.
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

    /// Current state.
    pub fn now(&self) -> &T {
        &self.now
    }

    /// State at the start.
    pub fn start(&self) -> &T {
        &self.kept[0]
    }

    /// Largest number of updates made so far.
    pub fn furthest(&self) -> u32 {
        self.furthest
    }

    /// First iteration so far at which the loss increased.
    pub fn rose(&self) -> Option<u32> {
        self.rose
    }

    /// State after the largest number of updates made.
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

    /// Makes `count` updates, or as many as possible: the same states as by [`Timeline::step`].
    /// Every loss is measured only until the first increase is known. False if it did not get
    /// there.
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

    /// Records the current state, if it is further than any before.
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

    /// The last kept state up to this iteration.
    fn before(&self, iteration: u32) -> &T {
        let after = self.kept.partition_point(|state| state.iteration() <= iteration);
        &self.kept[after.max(1) - 1]
    }

    /// Copy of the latest state in memory that is not after this iteration.
    pub fn nearest(&self, iteration: u32) -> T {
        let known = [self.before(iteration), &self.now, self.end()].into_iter();
        let near = known.filter(|state| state.iteration() <= iteration);
        near.max_by_key(|state| state.iteration()).unwrap_or(&self.kept[0]).clone()
    }

    /// Makes the state after this many updates, or the furthest so far, the current one.
    pub fn seek(&mut self, iteration: u32) {
        self.head_for(iteration.min(self.furthest));
        self.go_on(u64::MAX);
    }

    /// Sets the target: the state after so many updates, which may be further than any so far.
    /// Restores the latest state before it that is in memory; [`Timeline::go_on`] makes the
    /// updates that are left.
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

    /// Number of updates left to the target; 0 without one.
    pub fn to_go(&self) -> u32 {
        self.goal.map_or(0, |goal| goal.saturating_sub(self.now.iteration()))
    }

    /// Work of these.
    pub fn work_left(&self) -> u64 {
        u64::from(self.to_go()).saturating_mul(self.now.work())
    }

    /// Makes updates towards the target, worth so much work ([`Steps::work`]), at least one. True
    /// once it is reached, or if no further update can be made.
    pub fn go_on(&mut self, work: u64) -> bool {
        let left = self.to_go();
        let many = self.now.updates_within(work);
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

    /// Drops the target: the current state stays.
    pub fn stay(&mut self) {
        self.goal = None;
    }

    /// Changes the current state and drops all later ones. On an error nothing has changed.
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
