//! State of a run: parameters, gradient and metrics, all of one θ.

use crate::network::Dropout;
use crate::optimizer::Optimizer;
use crate::optimizer::factors::Move;
use crate::run::watch::{Measured, Watch};

/// State after *k* updates, with all that the next update needs.
///
/// All its fields belong to the same θₖ.
#[derive(Clone, Debug)]
pub struct Snapshot {
    /// Iteration k: the number of updates made.
    pub iteration: u32,
    /// Number of complete epochs: in each, every training sample is seen once.
    pub epoch: u32,
    /// Number of samples of this epoch before the next batch.
    pub seen: usize,
    /// θₖ: weights and biases, as [`crate::Network`] lays them out.
    pub parameters: Vec<f64>,
    /// Indices of the training samples of the next update.
    pub batch: Vec<usize>,
    /// Dropout masks of the next update.
    pub dropout: Dropout,
    /// Loss of the next batch at θₖ, the penalty included.
    pub batch_loss: f64,
    /// Penalty at θₖ, part of the loss of the batch and of the training samples.
    pub penalty: f64,
    /// ∂(batch loss)/∂θ at θₖ.
    pub gradient: Vec<f64>,
    /// Gradient passed to the optimizer, with noise if there is any.
    pub noisy_gradient: Vec<f64>,
    /// Euclidean norm of the gradient.
    pub gradient_norm: f64,
    /// Optimizer before the next update: its learning rate, its memory.
    pub optimizer: Optimizer,
    /// θₖ₊₁: the parameters after the next update.
    pub next: Vec<f64>,
    /// Number of successive increases of the training loss, each against the measurement before:
    /// mostly one update earlier.
    pub grew: u32,
    /// Losses measured so far, as early stopping watches them.
    pub watch: Watch,
    /// Metrics on all training samples, at θₖ.
    pub train: Metrics,
    /// Metrics on all validation samples, at θₖ.
    pub validation: Metrics,
    /// Metrics on all test samples, at θₖ.
    pub test: Metrics,
    /// Optimizer after the next update.
    pub(super) next_optimizer: Optimizer,
    /// Values of the measurement before: training loss, [`Snapshot::grew`],
    /// [`Snapshot::watch`].
    pub(super) before: (f64, u32, Watch),
}

impl Snapshot {
    /// Factors of a parameter's next move, if it is not frozen.
    pub fn factors(&self, index: usize) -> Move {
        self.optimizer.factors(index, self.noisy_gradient[index], self.parameters[index])
    }

    /// Optimizer after the next update, with its memory then.
    pub fn next_optimizer(&self) -> &Optimizer {
        &self.next_optimizer
    }

    /// Updates `grew` and `watch` from the losses; `validated` tells whether there are validation
    /// samples.
    pub(super) fn compare(&mut self, validated: bool) {
        let (loss, grew, watch) = self.before;
        self.grew = if self.train.loss > loss { grew + 1 } else { 0 };
        let measured = |loss| Measured { loss, iteration: self.iteration };
        self.watch = match validated {
            true => watch.validated(measured(self.validation.data_loss)),
            false => watch.progressed(measured(self.train.loss)),
        };
    }
}

/// Metrics of the network on some samples.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// Loss: the mean of the samples' costs; on training samples, plus the penalty. That on
    /// validation and test samples is the data's alone: patience watches the one, and runs with
    /// different penalties compare by the other.
    pub loss: f64,
    /// Data loss: the mean of the samples' costs alone.
    pub data_loss: f64,
    /// Accuracy: the share of samples predicted as their class, by the largest output or, with
    /// one output for two classes, by its sign (above 0 for class 1). NaN for regression.
    pub accuracy: f64,
    /// R² ([`crate::network::metrics::r_squared`]) for regression. NaN for classification.
    pub r_squared: f64,
}

/// Status of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The run can go on.
    Running,
    /// The update to this iteration made something infinite or undefined. The snapshot is the
    /// one before.
    Diverged {
        /// The first iteration that is not finite.
        iteration: u32,
        /// Quantity that was not finite first.
        what: Quantity,
    },
}

impl Status {
    /// Status of a state with these numbers.
    pub(crate) fn of(
        iteration: u32,
        parameters: &[f64],
        losses: &[f64],
        gradient: &[f64],
    ) -> Status {
        let finite = |numbers: &[f64]| numbers.iter().all(|number| number.is_finite());
        let what = if !finite(parameters) {
            Quantity::Parameter
        } else if !finite(losses) {
            Quantity::Loss
        } else if !finite(gradient) {
            Quantity::Gradient
        } else {
            return Status::Running;
        };
        Status::Diverged { iteration, what }
    }
}

/// Quantity that can cease to be finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// A weight or a bias.
    Parameter,
    /// Loss of the batch or of all training samples.
    Loss,
    /// Gradient.
    Gradient,
}
