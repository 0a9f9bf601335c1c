//! A ball on a function of one or two variables.

use crate::function::Function;
use crate::optimizer::Optimizer;
use crate::run::{self, Status};
use crate::search::Step;
use crate::{Error, Experiment, math};

/// The state after *k* updates. Everything in it belongs to the same point.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// k, the number of updates made.
    pub iteration: u32,
    /// Where the ball is.
    pub x: Vec<f64>,
    /// The function's value there.
    pub value: f64,
    /// The function's gradient there.
    pub gradient: Vec<f64>,
    /// The gradient's Euclidean norm.
    pub gradient_norm: f64,
    /// The optimizer before the coming update. With a search only its learning
    /// rate means something.
    pub optimizer: Optimizer,
}

/// Gradient descent on a function: a pure function of its experiment and of the
/// number of steps taken.
#[derive(Clone, Debug)]
pub struct Descent {
    experiment: Experiment,
    function: Function,
    snapshot: Snapshot,
    /// The state that was not finite.
    failed: Option<Snapshot>,
    status: Status,
}

impl Descent {
    /// The ball at the experiment's start.
    pub fn new(experiment: &Experiment) -> Result<Descent, Error> {
        experiment.check()?;
        let Some(function) = experiment.function else {
            return Err(Error::bad_value("function", "", "the name of a function"));
        };
        let x = experiment.start.clone();
        let hyperparameters = experiment.hyperparameters()?;
        let (rule, rate) = (experiment.optimizer, experiment.learning_rate);
        let snapshot = Snapshot {
            iteration: 0,
            value: 0.0,
            gradient: vec![0.0; x.len()],
            gradient_norm: 0.0,
            optimizer: Optimizer::new(rule, rate, &hyperparameters, x.len()),
            x,
        };
        let status = Status::Running;
        let experiment = experiment.clone();
        let mut descent = Descent { experiment, function, snapshot, failed: None, status };
        descent.make_edits();
        descent.status = descent.evaluate();
        Ok(descent)
    }

    /// The state after the updates made so far.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The first state that was not finite, if there was one.
    pub fn failed(&self) -> Option<&Snapshot> {
        self.failed.as_ref()
    }

    /// Whether it can go on.
    pub fn status(&self) -> Status {
        self.status
    }

    /// What the experiment's search makes of the present point: the coming step.
    /// None if the optimizer makes it.
    pub fn coming(&self) -> Option<Step> {
        let Snapshot { x, optimizer, .. } = &self.snapshot;
        let search = self.experiment.search?;
        Some((search.step)(&self.function, x, optimizer.learning_rate))
    }

    /// One iteration. False if something at the new point is not finite: then
    /// nothing has moved, and [`Descent::status`] says what was not.
    pub fn step(&mut self) -> bool {
        if self.status != Status::Running {
            return false;
        }
        let before = self.snapshot.clone();
        let coming = self.coming();
        let Snapshot { iteration, x, gradient, optimizer, .. } = &mut self.snapshot;
        if let Some(step) = coming {
            *x = step.next;
        } else {
            run::add_noise(&self.experiment, *iteration, gradient);
            optimizer.update(gradient, x);
        }
        *iteration += 1;
        self.make_edits();
        self.status = self.evaluate();
        if self.status == Status::Running {
            return true;
        }
        self.failed = Some(std::mem::replace(&mut self.snapshot, before));
        false
    }

    fn make_edits(&mut self) {
        let iteration = self.snapshot.iteration;
        let edits = self.experiment.edits.clone();
        for edit in edits.iter().filter(|edit| edit.iteration == iteration) {
            // `Experiment::check` has made sure that each can be made.
            let _ = self.experiment.set(&edit.key, &edit.value.to_string());
        }
        self.snapshot.optimizer.learning_rate =
            self.experiment.learning_rate * self.experiment.schedule.factor(iteration);
        // They have been checked: none is lost.
        let hyperparameters = self.experiment.hyperparameters().unwrap_or_default();
        self.snapshot.optimizer.set_hyperparameters(&hyperparameters);
    }

    /// Value and gradient at the present point, and whether all is finite.
    fn evaluate(&mut self) -> Status {
        let at = &mut self.snapshot;
        at.value = (self.function.value_and_gradient)(&at.x, &mut at.gradient);
        at.gradient_norm = math::norm(&at.gradient);
        Status::of(at.iteration, &at.x, &[at.value], &at.gradient)
    }
}
