//! Runs: the training of a network, one iteration after the other.

pub mod abandoned;
pub mod descent;
pub mod history;
pub mod kept;
pub mod race;
pub mod snapshot;
pub mod stop_rules;
pub mod timeline;
pub mod trajectory;
pub mod watch;

use crate::data::split::Split;
use crate::data::table::Targets;
use crate::experiment::edit::{weight, weight_value};
use crate::experiment::value::places;
use crate::network::objective::Objective;
use crate::network::{Batch, Dropout, Network, Workspace, metrics, parameters};
use crate::numeric::rng::{Rng, Stream};
use crate::numeric::vector;
use crate::optimizer::Optimizer;
use crate::run::history::{History, Point};
use crate::run::snapshot::{Metrics, Snapshot, Status};
use crate::run::watch::{Measured, Watch};
use crate::{Error, Experiment};
use std::sync::Arc;

/// Training run of a network: a pure function of its [`Experiment`] and of the number of steps
/// taken.
#[derive(Debug)]
pub struct Run {
    experiment: Arc<Experiment>,
    /// Settings in force at this iteration: the experiment with the edits up to here.
    settings: Arc<Experiment>,
    /// Whether the settings have changed since the optimizer was last updated.
    edited: bool,
    split: Arc<Split>,
    network: Network,
    /// Order of the training samples in epoch `order_epoch`.
    order: Vec<usize>,
    order_epoch: Option<u32>,
    snapshot: Snapshot,
    /// Buffer in which the next snapshot is built; dropped if it is not finite.
    spare: Snapshot,
    coming: Batch,
    /// Batches given by the user, gathered once: they are repeated.
    own_batches: Arc<[Batch]>,
    /// Limit of the work of one iteration.
    most_work: u64,
    work: Workspace,
    history: History,
    status: Status,
}

/// `clone_from` copies into the memory that the run has.
impl Clone for Run {
    fn clone(&self) -> Run {
        Run {
            experiment: self.experiment.clone(),
            settings: self.settings.clone(),
            edited: self.edited,
            split: self.split.clone(),
            network: self.network.clone(),
            order: self.order.clone(),
            order_epoch: self.order_epoch,
            snapshot: self.snapshot.clone(),
            spare: self.spare.clone(),
            coming: self.coming.clone(),
            own_batches: self.own_batches.clone(),
            most_work: self.most_work,
            work: self.work.clone(),
            history: self.history.clone(),
            status: self.status,
        }
    }

    fn clone_from(&mut self, other: &Run) {
        self.experiment.clone_from(&other.experiment);
        self.settings.clone_from(&other.settings);
        self.edited = other.edited;
        self.split.clone_from(&other.split);
        self.network.clone_from(&other.network);
        self.order.clone_from(&other.order);
        self.order_epoch = other.order_epoch;
        self.snapshot.clone_from(&other.snapshot);
        self.spare.clone_from(&other.spare);
        self.coming.clone_from(&other.coming);
        self.own_batches.clone_from(&other.own_batches);
        self.most_work = other.most_work;
        self.work.clone_from(&other.work);
        self.history.clone_from(&other.history);
        self.status = other.status;
    }
}

impl Run {
    /// The run at iteration 0. Fails if the experiment is invalid, or does not fit its data or
    /// network.
    pub fn new(experiment: &Experiment) -> Result<Run, Error> {
        Run::within(experiment, u64::MAX)
    }

    /// The same with a limit of [`Run::work`], for the time between two pictures. Fails before
    /// anything is computed if an iteration exceeds it; later edits that would exceed it fail, too.
    pub fn within(experiment: &Experiment, most_work: u64) -> Result<Run, Error> {
        experiment.check()?;
        let Experiment { seed, layers, .. } = experiment;
        let table = experiment.table()?;
        experiment.check_cost(&table.targets)?;
        let split = Split::of(table, &experiment.features, &experiment.sharing())?;
        let (inputs, outputs) = (split.inputs.len(), split.table.targets.outputs());
        let sizes = [&[inputs], &layers[..], &[outputs]].concat();
        let mut activations: Vec<_> =
            (0..layers.len()).map(|layer| experiment.activation.of(layer)).collect();
        activations.push(experiment.output_activation);
        let network = Network::with_activations(&sizes, &activations);
        let parameters = match &experiment.weights {
            Some(layers) => parameters::from_layers(layers, &network)?,
            None if !experiment.start.is_empty() => {
                parameters::from_flat(&experiment.start, &network)?
            }
            None => experiment.initialization.draw(&network, &mut Rng::new(*seed, Stream::Weights)),
        };
        let count = parameters.len();
        fits(experiment, &split, &network, most_work)?;
        let hyperparameters = experiment.hyperparameters()?;
        let optimizer =
            Optimizer::new(experiment.optimizer, experiment.learning_rate, &hyperparameters, count);
        let snapshot = Snapshot {
            iteration: 0,
            epoch: 0,
            seen: 0,
            batch: Vec::with_capacity(split.train.n),
            dropout: Dropout::default(),
            batch_loss: 0.0,
            penalty: 0.0,
            gradient: vec![0.0; count],
            noisy_gradient: vec![0.0; count],
            gradient_norm: 0.0,
            next: parameters.clone(),
            parameters,
            grew: 0,
            watch: Watch::default(),
            train: Metrics::default(),
            validation: Metrics::default(),
            test: Metrics::default(),
            next_optimizer: optimizer.clone(),
            optimizer,
            before: (f64::INFINITY, 0, Watch::default()),
        };
        let shared = Arc::new(experiment.clone());
        let mut run = Run {
            experiment: shared.clone(),
            settings: shared,
            edited: false,
            order: (0..split.train.n).collect(),
            order_epoch: None,
            spare: snapshot.clone(),
            snapshot,
            coming: Batch::default(),
            own_batches: laid_out(experiment, &split),
            most_work,
            work: Workspace::default(),
            history: History::new(count, network.layers().len()),
            status: Status::Running,
            split: Arc::new(split),
            network,
        };
        run.make_edits(0);
        run.begin();
        run.remember();
        Ok(run)
    }

    /// Experiment, with the edits recorded since.
    pub fn experiment(&self) -> &Experiment {
        &self.experiment
    }

    /// Takes over the edits recorded by a later state of the same run; all else is unchanged.
    pub(crate) fn hear_of(&mut self, later: &Run) {
        self.experiment = later.experiment.clone();
    }

    /// Settings in force now.
    pub fn settings(&self) -> &Experiment {
        &self.settings
    }

    /// State after the updates made so far.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// State one update before, if that update was the last thing done.
    pub fn previous(&self) -> Option<&Snapshot> {
        (self.spare.iteration + 1 == self.snapshot.iteration).then_some(&self.spare)
    }

    /// The first state that was not finite, if there was one.
    pub fn failed(&self) -> Option<&Snapshot> {
        matches!(self.status, Status::Diverged { .. }).then_some(&self.spare)
    }

    /// Status: whether the run can go on.
    pub fn status(&self) -> Status {
        self.status
    }

    /// Architecture of the network.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// Training data, split and standardized.
    pub fn split(&self) -> &Arc<Split> {
        &self.split
    }

    /// Batch of the next update, to which loss and gradient belong.
    pub fn coming(&self) -> &Batch {
        match round(&self.own_batches, self.snapshot.iteration) {
            _ if self.sees_all() => &self.split.train,
            Some(batch) => batch,
            None => &self.coming,
        }
    }

    /// Whether the next update sees all training samples, each once.
    pub fn sees_all(&self) -> bool {
        sees_all(&self.snapshot.batch, self.split.train.n)
    }

    /// Training samples of this epoch, in order: those already visited, those of the next
    /// update, and the remaining ones. `None` with user-given batches, which have no order.
    pub fn visits(&self) -> Option<[&[usize]; 3]> {
        let Snapshot { epoch, seen, batch, .. } = &self.snapshot;
        if self.settings.batches.is_some() {
            return None;
        }
        if self.sees_all() {
            return Some([&[], batch, &[]]);
        }
        let order = (self.order_epoch == Some(*epoch)).then_some(&self.order)?;
        Some([&order[..*seen], batch, &order[seen + batch.len()..]])
    }

    /// Objective of the next update: the loss of its samples, with its dropout.
    pub fn objective(&self) -> Objective<'_> {
        self.objective_of(self.coming(), &self.snapshot.dropout)
    }

    /// Objective on all training samples, without dropout.
    pub fn train_objective(&self) -> Objective<'_> {
        self.objective_of(&self.split.train, Dropout::NONE)
    }

    fn objective_of<'a>(&'a self, batch: &'a Batch, dropout: &'a Dropout) -> Objective<'a> {
        let Experiment { cost, .. } = *self.settings;
        let penalty = self.settings.penalty();
        Objective { network: &self.network, cost, penalty, batch, dropout }
    }

    /// Euclidean norm of each layer's part of the gradient, biases included.
    pub fn gradient_norms(&self) -> impl Iterator<Item = f64> {
        norms(&self.network, &self.snapshot.gradient)
    }

    /// The current state as the history records it.
    pub fn now(&self) -> Point {
        let Snapshot { iteration, epoch, train, validation, test, penalty, optimizer, .. } =
            &self.snapshot;
        Point {
            iteration: *iteration,
            epoch: *epoch,
            train: train.loss,
            validation: self.is_validated().then_some(validation.data_loss),
            test: test.loss,
            penalty: *penalty,
            learning_rate: optimizer.learning_rate,
        }
    }

    /// Whether there are validation samples, which early stopping watches.
    pub fn is_validated(&self) -> bool {
        self.split.validation.n > 0
    }

    /// History of the run.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Work of one [`Run::step`], in multiply-adds, an activation counted as ten of them: the batch's
    /// gradient is worth three forward passes, and the loss of all samples is measured.
    pub fn work(&self) -> u64 {
        work(&self.network, &self.split, self.coming().n)
    }

    /// One iteration: makes the next update, then evaluates the next batch there. False if the
    /// new state is not finite: then nothing has moved, and [`Run::status`] tells the quantity.
    pub fn step(&mut self) -> bool {
        if self.status != Status::Running {
            return false;
        }
        self.leave();
        self.make_edits(self.spare.iteration);
        self.set_weights();
        self.arrive()
    }

    /// Makes `count` iterations, or as many as stay finite. Metrics are computed only at the
    /// end, but for the validation loss: the same state as after as many [`Run::step`]s, but the
    /// history does not record the way. False if it did not get there.
    pub fn train(&mut self, count: u32) -> bool {
        let end = self.snapshot.iteration.saturating_add(count);
        while self.status == Status::Running && self.snapshot.iteration < end {
            let now = self.snapshot.iteration;
            let edits = self.experiment.edits.iter().map(|edit| edit.iteration);
            let stop = edits.filter(|edit| *edit > now).fold(end, u32::min);
            self.leave();
            let arrived = (now + 1..stop).all(|_| self.update_in_place()) && {
                self.make_edits(stop);
                self.set_weights();
                self.arrive()
            };
            if !arrived {
                // On foot from where it is still known: that finds what was not finite first.
                self.status = Status::Running;
                return (now..end).all(|_| self.step());
            }
        }
        self.snapshot.iteration == end
    }

    /// Makes `count` iterations and records all points that the history keeps. False if it did
    /// not get there.
    pub fn advance(&mut self, count: u32) -> bool {
        let end = self.snapshot.iteration.saturating_add(count);
        while self.snapshot.iteration < end {
            let now = self.snapshot.iteration;
            if !self.train(self.history.next_kept(now).min(end) - now) {
                return false;
            }
        }
        true
    }

    /// Turns the spare snapshot into the state after the next update, not yet evaluated.
    fn leave(&mut self) {
        let (now, then) = (&self.snapshot, &mut self.spare);
        then.iteration = now.iteration + 1;
        (then.epoch, then.seen) = (now.epoch, now.seen);
        next_place(then, now.batch.len(), self.split.train.n);
        then.parameters.copy_from_slice(&now.next);
        then.optimizer.copy_from(&now.next_optimizer);
        then.before = (now.train.loss, now.grew, now.watch);
    }

    /// Updates the spare snapshot in place. False if its loss is not finite, or its gradient's
    /// squared norm.
    fn update_in_place(&mut self) -> bool {
        let samples = self.look_down();
        self.validate();
        let (at, frozen) = (&mut self.spare, &self.settings.frozen);
        if !frozen.is_empty() {
            at.next.copy_from_slice(&at.parameters);
        }
        let gradient = match self.settings.gradient_noise > 0.0 {
            true => &at.noisy_gradient,
            false => &at.gradient,
        };
        at.optimizer.update(gradient, &mut at.parameters);
        for &index in frozen {
            at.parameters[index] = at.next[index];
        }
        at.iteration += 1;
        next_place(at, samples, self.split.train.n);
        (at.batch_loss + vector::dot(&at.gradient, &at.gradient)).is_finite()
    }

    /// Measures the validation loss at the spare snapshot, on the way to the next measurement:
    /// early stopping must not depend on the way.
    fn validate(&mut self) {
        let (batch, at) = (&self.split.validation, &mut self.spare);
        if batch.n > 0 {
            let cost = self.settings.cost;
            let loss = self.network.loss(&at.parameters, cost, batch, &mut self.work);
            at.before.2 = at.before.2.validated(Measured { loss, iteration: at.iteration });
        }
    }

    /// Evaluates the spare snapshot and makes it the current one. False if it is not finite.
    fn arrive(&mut self) -> bool {
        let iteration = self.spare.iteration;
        let evaluated = self.evaluate();
        self.spare.compare(self.is_validated());
        if !evaluated {
            self.settings = self.experiment.clone();
            (0..iteration).for_each(|before| self.make_edits(before));
            if self.order_epoch.is_some() {
                self.shuffle(self.snapshot.epoch);
            }
            return false;
        }
        std::mem::swap(&mut self.snapshot, &mut self.spare);
        self.remember();
        true
    }

    /// Changes a setting, or a weight as in `weight_6`, from this iteration on and records the
    /// edit. Recorded edits of later iterations are dropped; the optimizer's memory stays. On an
    /// error nothing has changed.
    pub fn edit(&mut self, key: &str, value: &str) -> Result<(), Error> {
        let settings = self.settings.with_live(key, value)?;
        let count = self.network.parameters();
        fits(&settings, &self.split, &self.network, self.most_work)?;
        weight(key).map_or(Ok(()), |index| is_there(key, index, count))?;
        self.settings = Arc::new(settings);
        self.edited = true;
        Arc::make_mut(&mut self.experiment).record(self.snapshot.iteration, key, value)?;
        self.spare.clone_from(&self.snapshot);
        self.status = Status::Running;
        self.begin();
        let (now, Snapshot { parameters, gradient, .. }) = (self.now(), &self.snapshot);
        self.history.replace(now, parameters, norms(&self.network, gradient));
        Ok(())
    }

    fn remember(&mut self) {
        let (now, Snapshot { parameters, gradient, .. }) = (self.now(), &self.snapshot);
        self.history.add(now, parameters, norms(&self.network, gradient));
    }

    fn make_edits(&mut self, iteration: u32) {
        for edit in self.experiment.edits.iter().filter(|edit| edit.iteration == iteration) {
            // `Experiment::check` has made sure that each can be made.
            let _ = Arc::make_mut(&mut self.settings).edit(&edit.key, &edit.value.to_string());
            self.edited = true;
        }
    }

    /// Evaluates the present weights as the state to go on from.
    fn begin(&mut self) {
        self.set_weights();
        let finite = self.evaluate();
        self.spare.compare(self.is_validated());
        std::mem::swap(&mut self.snapshot, &mut self.spare);
        if !finite {
            // There is no state before: the first that is not finite is this one.
            self.spare.clone_from(&self.snapshot);
        }
    }

    /// Sets the weights that edits of the spare snapshot's iteration set.
    fn set_weights(&mut self) {
        let at = &mut self.spare;
        for edit in self.experiment.edits.iter().filter(|edit| edit.iteration == at.iteration) {
            // `Run::new` has made sure that each is there, and has a value.
            if let Some(index) = weight(&edit.key)
                && let Ok(value) = weight_value(&edit.key, &edit.value.to_string())
            {
                at.parameters[index] = value;
            }
        }
    }

    /// Shuffles the training samples for an epoch.
    fn shuffle(&mut self, epoch: u32) {
        for (index, sample) in self.order.iter_mut().enumerate() {
            *sample = index;
        }
        Rng::new(self.experiment.seed, Stream::Epoch(epoch)).shuffle(&mut self.order);
        self.order_epoch = Some(epoch);
    }

    /// Evaluates the spare snapshot at its parameters and its position in the epoch: batch,
    /// loss, gradient, metrics, next update. False if not all is finite.
    fn evaluate(&mut self) -> bool {
        self.look_down();
        let (network, split, settings) = (&self.network, &self.split, &self.settings);
        let (cost, at) = (settings.cost, &mut self.spare);
        let samples = samples(settings, &self.order, at, split.train.n);
        at.batch.clear();
        match samples {
            Some(samples) => at.batch.extend_from_slice(samples),
            None => at.batch.extend(0..split.train.n),
        }
        if settings.gradient_noise == 0.0 {
            at.noisy_gradient.copy_from_slice(&at.gradient);
        }
        at.penalty = settings.penalty().value(network, &at.parameters);
        at.gradient_norm = vector::norm(&at.gradient);
        // What the gradient was computed from may stand there already.
        let there = samples.is_none() && at.dropout.masks.is_empty();
        let mut measure = |batch: &Batch, penalty: f64, there: bool| {
            if batch.n == 0 {
                let none = f64::NAN;
                return Metrics { loss: none, data_loss: none, accuracy: none, r_squared: none };
            }
            let data_loss = match there {
                true => network.loss_of_outputs(cost, batch, &mut self.work),
                false => network.loss(&at.parameters, cost, batch, &mut self.work),
            };
            let (outputs, targets) = (self.work.outputs(), &batch.targets);
            let (accuracy, r_squared) = match split.table.targets {
                Targets::Classes { .. } => (metrics::accuracy(outputs, targets, batch.n), f64::NAN),
                Targets::Values { .. } if cost.tells_two_classes => {
                    (accuracy_of_signs(outputs, batch), f64::NAN)
                }
                Targets::Values { .. } => (f64::NAN, metrics::r_squared(outputs, targets, batch.n)),
            };
            Metrics { loss: data_loss + penalty, data_loss, accuracy, r_squared }
        };
        at.train = measure(&split.train, at.penalty, there);
        at.validation = measure(&split.validation, 0.0, false);
        at.test = measure(&split.test, 0.0, false);

        at.next.copy_from_slice(&at.parameters);
        at.next_optimizer.copy_from(&at.optimizer);
        at.next_optimizer.update(&at.noisy_gradient, &mut at.next);
        for &index in &settings.frozen {
            at.next[index] = at.parameters[index];
        }

        let losses = [at.batch_loss, at.train.loss];
        self.status = Status::of(at.iteration, &at.parameters, &losses, &at.gradient);
        self.status == Status::Running
    }

    /// Evaluates the minimum for the next update: the batch's loss and gradient at the spare
    /// snapshot, and the optimizer's settings. Returns the number of samples in the batch.
    fn look_down(&mut self) -> usize {
        let shuffled = self.settings.batches.is_none() && self.settings.batch_size.is_some();
        if shuffled && self.order_epoch != Some(self.spare.epoch) {
            self.shuffle(self.spare.epoch);
        }
        let (network, split, settings) = (&self.network, &self.split, &self.settings);
        let at = &mut self.spare;
        let batch = match round(&self.own_batches, at.iteration) {
            Some(batch) => batch,
            None => match samples(settings, &self.order, at, split.train.n) {
                Some(samples) => {
                    self.coming.gather(&split.train, samples);
                    &self.coming
                }
                None => &split.train,
            },
        };
        draw_dropout(settings, network, at.iteration, batch.n, &mut at.dropout);
        let (cost, penalty) = (settings.cost, settings.penalty());
        let objective = Objective { network, cost, penalty, batch, dropout: &at.dropout };
        at.batch_loss = objective.gradient(&at.parameters, &mut at.gradient, &mut self.work);

        if settings.gradient_noise > 0.0 {
            at.noisy_gradient.copy_from_slice(&at.gradient);
            add_noise(settings, at.iteration, &mut at.noisy_gradient);
        }
        at.optimizer.learning_rate =
            settings.learning_rate * settings.schedule.factor(at.iteration);
        if std::mem::take(&mut self.edited) {
            // They have been checked: none is lost.
            let hyperparameters = settings.hyperparameters().unwrap_or_default();
            at.optimizer.set(settings.optimizer, &hyperparameters, at.parameters.len());
        }
        batch.n
    }
}

/// Indices of the training samples of the update from this state, in order; `None` stands for
/// all of them in their own order, for the order of a sum is part of its bits.
fn samples<'a>(
    settings: &'a Experiment,
    order: &'a [usize],
    at: &Snapshot,
    n: usize,
) -> Option<&'a [usize]> {
    let samples = match &settings.batches {
        Some(batches) => round(batches, at.iteration)?,
        None => {
            let size = settings.batch_size.unwrap_or(usize::MAX).min(n - at.seen);
            order.get(at.seen..at.seen + size).filter(|_| size < n)?
        }
    };
    (!sees_all(samples, n)).then_some(samples)
}

/// The item for this iteration of a list that is repeated; `None` if it is empty.
fn round<T>(all: &[T], iteration: u32) -> Option<&T> {
    all.get((iteration as usize).checked_rem(all.len())?)
}

/// Batches given by the user, gathered from the training samples.
fn laid_out(experiment: &Experiment, split: &Split) -> Arc<[Batch]> {
    let own = experiment.batches.iter().flatten();
    own.map(|samples| {
        let mut batch = Batch::default();
        batch.gather(&split.train, samples);
        batch
    })
    .collect()
}

/// Euclidean norm of each layer's part of a gradient.
fn norms(network: &Network, gradient: &[f64]) -> impl Iterator<Item = f64> {
    let layers = network.layers().iter();
    layers.map(|layer| vector::norm(&gradient[layer.weights.start..layer.biases.end]))
}

/// Fails if a network with this many parameters has no parameter `index`.
fn is_there(key: &str, index: usize, parameters: usize) -> Result<(), Error> {
    match index < parameters {
        true => Ok(()),
        false => Err(Error::Inconsistent(format!(
            "{key}: there is no weight {index}, only 0 to {}.",
            parameters - 1
        ))),
    }
}

/// Checks what `Experiment::check` cannot without the data and the network: indices of
/// parameters and samples.
fn fits(
    experiment: &Experiment,
    split: &Split,
    network: &Network,
    most_work: u64,
) -> Result<(), Error> {
    let parameters = network.parameters();
    let wrong = |what: String| Err(Error::Inconsistent(what));
    let later = experiment.edits.iter().filter(|edit| edit.key == "frozen");
    let later = later.filter_map(|edit| places(&edit.value.to_string())).flatten();
    for index in experiment.frozen.iter().copied().chain(later) {
        is_there("frozen", index, parameters)?;
    }
    for edit in &experiment.edits {
        let index = weight(&edit.key);
        index.map_or(Ok(()), |index| is_there(&edit.key, index, parameters))?;
    }
    let n = split.train.n;
    for batch in experiment.batches.iter().flatten() {
        if batch.is_empty() || batch.len() > MOST_IN_BATCH {
            return wrong(format!("batches: each holds from 1 to {MOST_IN_BATCH} samples."));
        }
        if let Some(index) = batch.iter().find(|index| **index >= n) {
            return wrong(format!(
                "batches: there is no training sample {index}, only 0 to {}.",
                n - 1
            ));
        }
    }
    if experiment.batches.as_ref().is_some_and(Vec::is_empty) {
        return wrong("batches: there must be at least one.".into());
    }
    let work = work(network, split, largest_batch(experiment, n));
    if work > most_work {
        let [work, most] = [work, most_work].map(|it| it.div_ceil(1_000_000));
        return wrong(format!(
            "One iteration of this network on these samples takes {work} million multiplications, \
             and there is time for {most} million: take fewer or smaller layers, fewer samples, or \
             a batch size."
        ));
    }
    Ok(())
}

/// Work of one iteration, see [`Run::work`].
fn work(network: &Network, split: &Split, batch: usize) -> u64 {
    let pass: usize = network.layers().iter().map(|layer| layer.work(layer.outputs)).sum();
    let measured = split.train.n + split.validation.n + split.test.n;
    (pass as u64).saturating_mul((3 * batch + measured) as u64)
}

/// Number of samples of the largest batch that an experiment of n samples ever has.
fn largest_batch(experiment: &Experiment, n: usize) -> usize {
    if let Some(batches) = &experiment.batches {
        return batches.iter().map(Vec::len).max().unwrap_or(0);
    }
    let edits = experiment.edits.iter().filter(|edit| edit.key == "batch_size");
    let later = edits.map(|edit| edit.value.to_string().parse().unwrap_or(n));
    let sizes = later.chain([experiment.batch_size.unwrap_or(n)]);
    sizes.max().unwrap_or(n).min(n)
}

/// Largest number of samples in a batch given by the user, in which they may repeat.
const MOST_IN_BATCH: usize = 100_000;

/// Advances the position in the epoch by a batch of this size, of n samples in all.
fn next_place(at: &mut Snapshot, batch: usize, n: usize) {
    at.seen += batch;
    if at.seen >= n {
        // A short last batch is a step of its own: the next epoch starts afresh.
        (at.epoch, at.seen) = (at.epoch + 1, 0);
    }
}

fn sees_all(batch: &[usize], n: usize) -> bool {
    batch.len() == n && batch.iter().enumerate().all(|(index, sample)| index == *sample)
}

/// Draws the dropout masks of the update after `iteration` updates. Activations that stay are
/// scaled up, so that sums keep their mean.
fn draw_dropout(
    settings: &Experiment,
    network: &Network,
    iteration: u32,
    n: usize,
    dropout: &mut Dropout,
) {
    let rate = settings.dropout;
    if rate == 0.0 {
        dropout.masks.clear();
        return;
    }
    let mut rng = Rng::new(settings.seed, Stream::Dropout(iteration));
    let hidden = &network.layers()[..network.layers().len() - 1];
    dropout.masks.resize_with(hidden.len(), Vec::new);
    for (mask, layer) in dropout.masks.iter_mut().zip(hidden) {
        mask.resize(layer.outputs * n, 0.0);
        mask.fill_with(|| if rng.unit() < rate { 0.0 } else { 1.0 / (1.0 - rate) });
    }
}

/// Adds the experiment's gradient noise of the update after `iteration` updates to a gradient.
pub(crate) fn add_noise(settings: &Experiment, iteration: u32, gradient: &mut [f64]) {
    if settings.gradient_noise > 0.0 {
        let mut rng = Rng::new(settings.seed, Stream::Noise(iteration));
        gradient.iter_mut().for_each(|g| *g += settings.gradient_noise * rng.normal());
    }
}

/// Accuracy for targets 0 and 1: the share of outputs with the right sign.
fn accuracy_of_signs(outputs: &[f64], batch: &Batch) -> f64 {
    let right = outputs.iter().zip(&batch.targets).filter(|(a, y)| (**a > 0.0) == (**y > 0.5));
    right.count() as f64 / outputs.len() as f64
}
