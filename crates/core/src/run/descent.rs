//! Descent on a function of one or two variables: the ball.

use crate::function::Function;
use crate::numeric::vector;
use crate::optimizer::Optimizer;
use crate::optimizer::factors::Move;
use crate::optimizer::second_order::Step;
use crate::run::history::{History, Point};
use crate::run::snapshot::Status;
use crate::{Error, Experiment, run};
use std::sync::Arc;

/// State after *k* updates. All its fields belong to the same point.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Iteration k: the number of updates made.
    pub iteration: u32,
    /// Position of the ball.
    pub x: Vec<f64>,
    /// f(x).
    pub value: f64,
    /// ∇f(x).
    pub gradient: Vec<f64>,
    /// Euclidean norm of the gradient.
    pub gradient_norm: f64,
    /// Optimizer before the next update. With a search only its learning rate is used.
    pub optimizer: Optimizer,
}

/// Descent on a function: a pure function of its experiment and of the number of steps taken.
#[derive(Clone, Debug)]
pub struct Descent {
    /// Experiment, with the edits recorded so far.
    experiment: Arc<Experiment>,
    /// Settings in force now.
    settings: Arc<Experiment>,
    function: Function,
    domain: Vec<(f64, f64)>,
    history: History,
    snapshot: Snapshot,
    /// State before the last update.
    previous: Option<Snapshot>,
    /// State that was not finite.
    failed: Option<Snapshot>,
    status: Status,
}

impl Descent {
    /// The ball at the experiment's start. Fails if the experiment is invalid or has no
    /// function.
    pub fn new(experiment: &Experiment) -> Result<Descent, Error> {
        experiment.check()?;
        let Some(function) = &experiment.function else {
            return Err(Error::bad_value("function", "", "the name of a function or a formula"));
        };
        let function = function.conditioned(experiment.condition_number);
        let x = experiment.start.clone();
        let snapshot = Snapshot {
            iteration: 0,
            value: 0.0,
            gradient: vec![0.0; x.len()],
            gradient_norm: 0.0,
            optimizer: optimizer(experiment, x.len()),
            x,
        };
        let (status, shared) = (Status::Running, Arc::new(experiment.clone()));
        let mut descent = Descent {
            settings: shared.clone(),
            experiment: shared,
            function,
            domain: experiment.in_sight(),
            history: History::new(snapshot.x.len(), 1),
            snapshot,
            previous: None,
            failed: None,
            status,
        };
        descent.make_edits();
        descent.status = descent.evaluate();
        if descent.status == Status::Running {
            descent.remember();
        }
        Ok(descent)
    }

    /// Experiment, with the edits recorded during the run.
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// Takes over the edits recorded by a later state of the same run; all else is unchanged.
    pub(crate) fn hear_of(&mut self, later: &Descent) {
        self.experiment = later.experiment.clone();
    }

    /// Settings in force now.
    pub fn settings(&self) -> &Experiment {
        &self.settings
    }

    /// The function.
    pub fn function(&self) -> &Function {
        &self.function
    }

    /// Domain of the window: (lowest, highest) of each variable.
    pub fn domain(&self) -> &[(f64, f64)] {
        &self.domain
    }

    /// History of the ball.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// State after the updates made so far.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// State before the last update, if there was one.
    pub fn previous(&self) -> Option<&Snapshot> {
        self.previous.as_ref()
    }

    /// The first state that was not finite, if there was one.
    pub fn failed(&self) -> Option<&Snapshot> {
        self.failed.as_ref()
    }

    /// Status: whether the descent can go on.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Next step of the experiment's search, with the step sizes tried. `None` if the optimizer
    /// makes it.
    pub fn coming(&self) -> Option<Step> {
        let Snapshot { x, optimizer, .. } = &self.snapshot;
        let search = self.settings.search?;
        Some((search.step)(&self.function, x, optimizer.learning_rate))
    }

    /// Position after the next step.
    pub fn next(&self) -> Vec<f64> {
        self.update().1
    }

    /// Optimizer and position after the next step.
    fn update(&self) -> (Optimizer, Vec<f64>) {
        let Snapshot { iteration, x, gradient, optimizer, .. } = &self.snapshot;
        let (mut optimizer, mut x) = (optimizer.clone(), x.clone());
        update(&self.settings, &self.function, *iteration, (&mut optimizer, &mut x, gradient));
        (optimizer, x)
    }

    /// Factors of each variable's move from a state of this run; `None` if a search makes it.
    pub fn factors(&self, from: &Snapshot) -> Option<Vec<Move>> {
        if self.settings.search.is_some() {
            return None;
        }
        let Snapshot { iteration, x, gradient, optimizer, .. } = from;
        let mut noisy = gradient.clone();
        run::add_noise(&self.settings, *iteration, &mut noisy);
        let each = noisy.iter().zip(x).enumerate();
        Some(each.map(|(index, (g, x))| optimizer.factors(index, *g, *x)).collect())
    }

    /// One iteration. False if the new state is not finite: then nothing has moved, and
    /// [`Descent::status`] tells the quantity.
    pub fn step(&mut self) -> bool {
        if self.status != Status::Running {
            return false;
        }
        let before = self.snapshot.clone();
        (self.snapshot.optimizer, self.snapshot.x) = self.update();
        self.snapshot.iteration += 1;
        self.make_edits();
        self.status = self.evaluate();
        if self.status == Status::Running {
            self.remember();
            self.previous = Some(before);
            return true;
        }
        self.failed = Some(std::mem::replace(&mut self.snapshot, before));
        false
    }

    /// Changes a setting from this iteration on and records the edit. Recorded edits of later
    /// iterations are dropped. On an error nothing has changed.
    pub fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.settings = Arc::new(self.settings.with_live(key, value)?);
        Arc::make_mut(&mut self.experiment).record(self.snapshot.iteration, key, value)?;
        self.set_optimizer();
        self.failed = None;
        self.status = self.evaluate();
        Ok(())
    }

    fn make_edits(&mut self) {
        let iteration = self.snapshot.iteration;
        for edit in self.experiment.edits.iter().filter(|edit| edit.iteration == iteration) {
            // `Experiment::check` has made sure that each can be made.
            let _ = Arc::make_mut(&mut self.settings).edit(&edit.key, &edit.value.to_string());
        }
        self.set_optimizer();
    }

    /// Passes the settings in force to the optimizer.
    fn set_optimizer(&mut self) {
        let Snapshot { iteration, optimizer, x, .. } = &mut self.snapshot;
        // They have been checked: none is lost.
        let hyperparameters = self.settings.hyperparameters().unwrap_or_default();
        optimizer.set(self.settings.optimizer, &hyperparameters, x.len());
        set_rate(&self.settings, *iteration, optimizer);
    }

    fn remember(&mut self) {
        let Snapshot { iteration, value, x, gradient_norm, optimizer, .. } = &self.snapshot;
        let point = Point {
            iteration: *iteration,
            epoch: 0,
            train: *value,
            validation: None,
            test: *value,
            penalty: 0.0,
            learning_rate: optimizer.learning_rate,
        };
        self.history.add(point, x, std::iter::once(*gradient_norm));
    }

    /// Evaluates f and ∇f at the current point, and the status.
    fn evaluate(&mut self) -> Status {
        let at = &mut self.snapshot;
        at.value = self.function.value_and_gradient(&at.x, &mut at.gradient);
        at.gradient_norm = vector::norm(&at.gradient);
        Status::of(at.iteration, &at.x, &[at.value], &at.gradient)
    }
}

/// Whether a point is within a window: (lowest, highest) of each variable.
pub fn is_in_sight(x: &[f64], window: &[(f64, f64)]) -> bool {
    x.iter().zip(window).all(|(x, (low, high))| (low..=high).contains(&x))
}

/// Initial optimizer of an experiment, for this many variables.
pub(crate) fn optimizer(experiment: &Experiment, variables: usize) -> Optimizer {
    // They have been checked: none is lost.
    let hyperparameters = experiment.hyperparameters().unwrap_or_default();
    Optimizer::new(experiment.optimizer, experiment.learning_rate, &hyperparameters, variables)
}

fn set_rate(settings: &Experiment, iteration: u32, optimizer: &mut Optimizer) {
    optimizer.learning_rate = settings.learning_rate * settings.schedule.factor(iteration);
}

/// Makes one update of x, at which the gradient is given.
pub(crate) fn update(
    settings: &Experiment,
    function: &Function,
    iteration: u32,
    (optimizer, x, gradient): (&mut Optimizer, &mut Vec<f64>, &[f64]),
) {
    set_rate(settings, iteration, optimizer);
    if let Some(search) = settings.search {
        *x = (search.step)(function, x, optimizer.learning_rate).next;
        return;
    }
    if settings.gradient_noise == 0.0 {
        return optimizer.update(gradient, x);
    }
    let mut gradient = gradient.to_vec();
    run::add_noise(settings, iteration, &mut gradient);
    optimizer.update(&gradient, x);
}
