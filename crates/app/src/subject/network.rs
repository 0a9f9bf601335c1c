//! A network that learns.

use crate::state::recomputation::{AN_ITERATION, Way};
use downhill_core::run::abandoned::Ghost;
use downhill_core::run::timeline::Timeline;
use downhill_core::{Error, Experiment, Run};
use downhill_view::network::pictures::Pictures;
use downhill_view::text::weight_names::WeightNames;
use std::cell::RefCell;

/// A network's run and its pictures.
pub struct Network {
    /// The run, back and forth.
    pub time: Timeline<Run>,
    /// Its pictures.
    pub pictures: Pictures,
    /// The names of its weights and biases, as they were asked for last.
    pub(crate) weight_names: RefCell<WeightNames>,
    /// The run that was left for this one.
    pub ghost: Option<Ghost>,
    /// That run on its way to where it was left, while it is computed again.
    pub(crate) recalled: Option<Way<Run>>,
    /// The run on its way to where the plane was chosen that is to stay.
    holding: Option<Way<Run>>,
}

/// A run at its start. Fails if it does not suit frames.
pub(crate) fn run_of(experiment: &Experiment) -> Result<Run, Error> {
    Run::within(experiment, AN_ITERATION)
}

impl Network {
    /// A run at its start.
    pub fn new(experiment: &Experiment) -> Result<Network, Error> {
        let time = Timeline::new(run_of(experiment)?);
        Ok(Network {
            time,
            pictures: Pictures::default(),
            weight_names: RefCell::default(),
            ghost: None,
            recalled: None,
            holding: None,
        })
    }

    /// The run as it stands.
    pub fn run(&self) -> &Run {
        self.time.now()
    }

    /// Keeps the run as it was where the plane was chosen that is to stay. Before it has come
    /// there, and while that state is computed again, the plane follows it.
    pub(crate) fn hold(&mut self, at: Option<u32>) {
        let (now, held) = (self.time.now(), &mut self.pictures.held);
        let here = now.snapshot().iteration;
        let Some(at) = at.filter(|at| *at <= here) else {
            (*held, self.holding) = (None, None);
            return;
        };
        if held.as_ref().is_some_and(|run| run.snapshot().iteration == at) {
            return;
        }
        if self.holding.as_ref().is_none_or(|way| way.to() != at) {
            self.holding = Some(Way::within(self.time.nearest(at), at));
        }
        *held = None;
        if self.holding.as_ref().is_some_and(|way| way.work() == 0) {
            *held = self.holding.take().map(Way::into_run);
        }
    }

    /// Computes a run anew and shows it as the one that was left.
    pub(crate) fn recall(&mut self, ghost: &Ghost) -> Result<(), Error> {
        let way = Way::new(run_of(&ghost.experiment)?, ghost.steps, "ghost")?;
        if way.work() == 0 {
            self.leave(way.run());
        } else {
            (self.ghost, self.recalled) = (Some(ghost.clone()), Some(way));
        }
        Ok(())
    }

    /// Goes to the start of another run.
    pub(crate) fn start(&mut self, run: Run) {
        self.time = Timeline::new(run);
        (self.pictures.ghost, self.ghost, self.recalled) = (None, None, None);
        (self.pictures.held, self.holding) = (None, None);
    }

    /// The work that is left of what is computed again.
    pub(crate) fn work_left(&self) -> u64 {
        let beside = [&self.recalled, &self.holding].into_iter().flatten().map(Way::work);
        beside.fold(self.time.work_left(), u64::saturating_add)
    }

    /// Goes on with it by so much work.
    pub(crate) fn go_on(&mut self, work: u64) {
        if self.time.to_go() > 0 {
            self.time.go_on(work);
        } else if let Some(way) = &mut self.recalled {
            if way.go_on(work)
                && let Some(way) = self.recalled.take()
            {
                self.leave(way.run());
            }
        } else if let Some(way) = &mut self.holding {
            way.go_on(work);
        }
    }

    /// Stays with what there is.
    pub(crate) fn stay(&mut self) {
        self.time.stay();
        self.recalled = None;
    }

    pub(crate) fn leave(&mut self, left: &Run) {
        self.recalled = None;
        let (experiment, steps) = (left.experiment().clone(), left.snapshot().iteration);
        self.ghost = Some(Ghost { experiment, steps });
        self.pictures.ghost = Some(left.history().clone());
    }
}
