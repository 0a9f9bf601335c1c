//! One iteration after the other.

use crate::activation::Activation;
use crate::data::Split;
use crate::experiment::{Edit, Value};
use crate::history::History;
use crate::math;
use crate::network::{Batch, Network, Workspace};
use crate::optimizer::Optimizer;
use crate::rng::{Rng, Stream};
use crate::{Error, Experiment};
use std::sync::Arc;

/// The state after *k* updates, and all that the coming update needs.
///
/// Everything in it belongs to the same θₖ.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// k, the number of updates made.
    pub iteration: u32,
    /// How many epochs are complete: in each, every training sample is seen once.
    pub epoch: u32,
    /// How many samples of this epoch came before the coming batch.
    pub seen: usize,
    /// θₖ: weights and biases, as [`Network`] lays them out.
    pub parameters: Vec<f64>,
    /// The training samples of the coming update.
    pub batch: Vec<usize>,
    /// Their loss at θₖ.
    pub batch_loss: f64,
    /// ∂(batch loss)/∂θ at θₖ.
    pub gradient: Vec<f64>,
    /// The gradient's Euclidean norm.
    pub gradient_norm: f64,
    /// The optimizer before the coming update: its learning rate, its memory.
    pub optimizer: Optimizer,
    /// θₖ₊₁: where the coming update goes.
    pub next: Vec<f64>,
    /// On all training samples, at θₖ.
    pub train: Metrics,
    /// On all test samples, at θₖ.
    pub test: Metrics,
    /// The optimizer after the coming update.
    next_optimizer: Optimizer,
}

/// How well the network does on some samples.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// The mean of the samples' costs.
    pub loss: f64,
    /// The share of samples whose largest output is that of their class.
    pub accuracy: f64,
}

/// How a run stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It can go on.
    Running,
    /// The update to this iteration made something infinite or undefined. The
    /// snapshot is the one before.
    Diverged {
        /// The first iteration that is not finite.
        iteration: u32,
        /// What was not finite first.
        what: Quantity,
    },
}

/// What can stop being finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A weight or a bias.
    Parameter,
    /// The batch's or the training samples' loss.
    Loss,
    /// The gradient.
    Gradient,
}

/// An experiment under way: a pure function of its [`Experiment`] and of the
/// number of steps taken.
#[derive(Clone, Debug)]
pub struct Run {
    experiment: Experiment,
    /// The settings in force at this iteration: edits up to here have been made.
    settings: Experiment,
    split: Arc<Split>,
    network: Network,
    /// The order of the training samples in epoch `order_epoch`.
    order: Vec<usize>,
    order_epoch: Option<u32>,
    snapshot: Snapshot,
    /// The snapshot to come is built here, and dropped if it is not finite.
    spare: Snapshot,
    coming: Batch,
    work: Workspace,
    history: History,
    status: Status,
}

impl Run {
    /// The run at its start, iteration 0.
    pub fn new(experiment: &Experiment) -> Result<Run, Error> {
        experiment.check()?;
        let data = experiment.data;
        let table = data.table(data.noise.unwrap_or(0.0), experiment.seed);
        let split = Split::new(table, experiment.test_fraction, experiment.seed, true)?;
        let sizes: Vec<usize> = [split.table.inputs.len()]
            .into_iter()
            .chain(experiment.layers.iter().copied())
            .chain([split.table.targets.outputs()])
            .collect();
        let network = Network::new(&sizes, experiment.activation, Activation::IDENTITY);
        let parameters = network.xavier_uniform(&mut Rng::new(experiment.seed, Stream::Weights));
        let count = parameters.len();
        let optimizer = Optimizer::new(
            experiment.optimizer,
            experiment.learning_rate,
            &std::collections::BTreeMap::new(),
            count,
        );
        let snapshot = Snapshot {
            iteration: 0,
            epoch: 0,
            seen: 0,
            batch: Vec::with_capacity(split.train.n),
            batch_loss: 0.0,
            gradient: vec![0.0; count],
            gradient_norm: 0.0,
            next: parameters.clone(),
            parameters,
            train: Metrics::default(),
            test: Metrics::default(),
            next_optimizer: optimizer.clone(),
            optimizer,
        };
        let mut run = Run {
            experiment: experiment.clone(),
            settings: experiment.clone(),
            order: (0..split.train.n).collect(),
            order_epoch: None,
            spare: snapshot.clone(),
            snapshot,
            coming: Batch::default(),
            work: Workspace::default(),
            history: History::new(count),
            status: Status::Running,
            split: Arc::new(split),
            network,
        };
        run.make_edits(0);
        run.evaluate();
        std::mem::swap(&mut run.snapshot, &mut run.spare);
        run.history.add(&run.snapshot);
        Ok(run)
    }

    /// What was asked for, with the edits made since.
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// The settings in force now.
    pub fn settings(&self) -> &Experiment {
        &self.settings
    }

    /// The state after the updates made so far.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// Whether it can go on.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The network's shape.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What is learned from.
    pub fn split(&self) -> &Split {
        &self.split
    }

    /// The samples of the coming update, to which loss and gradient belong.
    pub fn coming(&self) -> &Batch {
        if self.sees_all() { &self.split.train } else { &self.coming }
    }

    /// Whether the coming update sees all training samples.
    pub fn sees_all(&self) -> bool {
        self.snapshot.batch.len() == self.split.train.n
    }

    /// Where it has been.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// One iteration: makes the coming update, then evaluates the next batch
    /// there. False if that is not finite: then nothing has moved, and
    /// [`Run::status`] says what was not.
    pub fn step(&mut self) -> bool {
        if self.status != Status::Running {
            return false;
        }
        let (now, then) = (&self.snapshot, &mut self.spare);
        then.iteration = now.iteration + 1;
        (then.epoch, then.seen) = match now.seen + now.batch.len() {
            seen if seen < self.split.train.n => (now.epoch, seen),
            _ => (now.epoch + 1, 0),
        };
        then.parameters.copy_from_slice(&now.next);
        then.optimizer.copy_from(&now.next_optimizer);
        let iteration = then.iteration;
        self.make_edits(iteration);
        if !self.evaluate() {
            self.settings = self.experiment.clone();
            (0..iteration).for_each(|before| self.make_edits(before));
            return false;
        }
        std::mem::swap(&mut self.snapshot, &mut self.spare);
        self.history.add(&self.snapshot);
        true
    }

    /// Changes a setting from this iteration on and records the edit. Recorded
    /// edits of later iterations are dropped: from here on it is another run.
    /// On an error nothing has changed.
    pub fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        if !crate::experiment::key(key)?.live {
            return Err(Error::NeedsNewStart(key.to_string()));
        }
        let mut settings = self.settings.clone();
        settings.set(key, value)?;
        self.settings = settings;
        let iteration = self.snapshot.iteration;
        let edits = &mut self.experiment.edits;
        edits.retain(|edit| {
            edit.iteration < iteration || edit.iteration == iteration && edit.key != key
        });
        if iteration == 0 {
            self.experiment.set(key, value)?;
        } else {
            edits.push(Edit { iteration, key: key.to_string(), value: Value::from(value) });
        }
        self.spare.clone_from(&self.snapshot);
        self.status = Status::Running;
        self.evaluate();
        std::mem::swap(&mut self.snapshot, &mut self.spare);
        Ok(())
    }

    fn make_edits(&mut self, iteration: u32) {
        for edit in self.experiment.edits.iter().filter(|edit| edit.iteration == iteration) {
            // `Experiment::check` has made sure that each can be made.
            let _ = self.settings.set(&edit.key, &edit.value.to_string());
        }
    }

    /// Puts the training samples in the order of this epoch.
    fn shuffle(&mut self, epoch: u32) {
        for (index, sample) in self.order.iter_mut().enumerate() {
            *sample = index;
        }
        Rng::new(self.experiment.seed, Stream::Epoch(epoch)).shuffle(&mut self.order);
        self.order_epoch = Some(epoch);
    }

    /// Fills in the spare snapshot for its own parameters and place in the epoch:
    /// batch, loss, gradient, metrics, coming update. False if not all is finite.
    fn evaluate(&mut self) -> bool {
        if self.order_epoch != Some(self.spare.epoch) {
            self.shuffle(self.spare.epoch);
        }
        let (network, split, cost) = (&self.network, &self.split, self.settings.cost);
        let at = &mut self.spare;
        let rest = split.train.n - at.seen;
        let size = self.settings.batch_size.unwrap_or(usize::MAX).min(rest);
        at.batch.clear();
        at.batch.extend_from_slice(&self.order[at.seen..at.seen + size]);
        let batch = if size == split.train.n {
            // The order of a sum is part of its bits: all samples are taken as they stand.
            at.batch.sort_unstable();
            &split.train
        } else {
            self.coming.gather(&split.train, &at.batch);
            &self.coming
        };
        at.batch_loss =
            network.gradient(&at.parameters, cost, batch, &mut at.gradient, &mut self.work);
        at.gradient_norm = math::norm(&at.gradient);
        let mut measure = |batch: &Batch| Metrics {
            loss: network.loss(&at.parameters, cost, batch, &mut self.work),
            accuracy: accuracy(self.work.outputs(), batch),
        };
        at.train = measure(&split.train);
        at.test = measure(&split.test);

        at.optimizer.learning_rate = self.settings.learning_rate;
        at.next.copy_from_slice(&at.parameters);
        at.next_optimizer.copy_from(&at.optimizer);
        at.next_optimizer.update(&at.gradient, &mut at.next);

        let finite = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
        let what = if !finite(&at.parameters) {
            Quantity::Parameter
        } else if !finite(&[at.batch_loss, at.train.loss]) {
            Quantity::Loss
        } else if !finite(&at.gradient) {
            Quantity::Gradient
        } else {
            return true;
        };
        self.status = Status::Diverged { iteration: at.iteration, what };
        false
    }
}

/// The share of samples whose largest output is that of their class. The first
/// of equal outputs counts.
fn accuracy(outputs: &[f64], batch: &Batch) -> f64 {
    let n = batch.n;
    let largest = |rows: &[f64], sample: usize| {
        (0..rows.len() / n).fold(0, |best, output| {
            if rows[output * n + sample] > rows[best * n + sample] { output } else { best }
        })
    };
    let right = (0..n)
        .filter(|&sample| largest(outputs, sample) == largest(&batch.targets, sample))
        .count();
    right as f64 / n as f64
}
