//! A network that learns.

use downhill_core::run::abandoned::Ghost;
use downhill_core::run::timeline::Timeline;
use downhill_core::{Error, Experiment, Run};
use downhill_view::network::pictures::Pictures;

/// A network's run and its pictures.
pub struct Network {
    /// The run, back and forth.
    pub time: Timeline<Run>,
    /// Its pictures.
    pub pictures: Pictures,
    /// The run that was left for this one.
    pub ghost: Option<Ghost>,
}

impl Network {
    /// A run at its start.
    pub fn new(experiment: &Experiment) -> Result<Network, Error> {
        let time = Timeline::new(Run::new(experiment)?);
        Ok(Network { time, pictures: Pictures::default(), ghost: None })
    }

    /// The run as it stands.
    pub fn run(&self) -> &Run {
        self.time.now()
    }

    /// Keeps the run as it was where the plane was chosen that is to stay; before it has
    /// come there, the plane follows it.
    pub(crate) fn hold(&mut self, at: Option<u32>) {
        let (now, held) = (self.time.now(), &mut self.pictures.held);
        let here = now.snapshot().iteration;
        *held = match (at.filter(|at| *at <= here), held.take()) {
            (None, _) => None,
            (Some(at), _) if at == here => Some(now.clone()),
            (Some(at), Some(run)) if run.snapshot().iteration == at => Some(run),
            (Some(at), _) => Some(self.time.state(at)),
        };
    }

    pub(crate) fn leave(&mut self, left: &Run) {
        let (experiment, steps) = (left.experiment().clone(), left.snapshot().iteration);
        self.ghost = Some(Ghost { experiment, steps });
        self.pictures.ghost = Some(left.history().clone());
    }
}
