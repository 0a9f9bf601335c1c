//! The state of a run: parameters, gradient and metrics, all of one θ.

use crate::network::Dropout;
use crate::optimizer::Optimizer;

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
    /// θₖ: weights and biases, as [`crate::Network`] lays them out.
    pub parameters: Vec<f64>,
    /// The training samples of the coming update.
    pub batch: Vec<usize>,
    /// What is dropped of their hidden activations.
    pub dropout: Dropout,
    /// Their loss at θₖ, the penalty included.
    pub batch_loss: f64,
    /// What large weights add to every loss at θₖ.
    pub penalty: f64,
    /// ∂(batch loss)/∂θ at θₖ.
    pub gradient: Vec<f64>,
    /// What the optimizer is given: the gradient, with noise if there is any.
    pub noisy_gradient: Vec<f64>,
    /// The gradient's Euclidean norm.
    pub gradient_norm: f64,
    /// The optimizer before the coming update: its learning rate, its memory.
    pub optimizer: Optimizer,
    /// θₖ₊₁: where the coming update goes.
    pub next: Vec<f64>,
    /// How many times in a row, up to here, the training loss was larger than when it
    /// was measured before: mostly one update earlier.
    pub grew: u32,
    /// The lowest training loss that was measured up to here.
    pub lowest: Lowest,
    /// On all training samples, at θₖ.
    pub train: Metrics,
    /// On all test samples, at θₖ.
    pub test: Metrics,
    /// The optimizer after the coming update.
    pub(super) next_optimizer: Optimizer,
    /// The training loss that was measured before, how many times in a row it had grown, and
    /// the lowest up to there.
    pub(super) before: (f64, u32, Lowest),
}

impl Snapshot {
    /// The optimizer after the coming update: its memory then.
    pub fn next_optimizer(&self) -> &Optimizer {
        &self.next_optimizer
    }

    /// Compares the training loss with those before.
    pub(super) fn compare(&mut self) {
        let (loss, grew, lowest) = self.before;
        self.grew = if self.train.loss > loss { grew + 1 } else { 0 };
        self.lowest = lowest.or(self.train.loss, self.iteration);
    }
}

/// The part of itself by which the training loss falls at least where there is progress.
pub const PROGRESS: f64 = 1e-4;

/// The lowest training loss so far, which another one is only if it is lower by
/// [`PROGRESS`] of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lowest {
    /// The loss, the penalty included.
    pub loss: f64,
    /// After how many updates.
    pub iteration: u32,
}

impl Lowest {
    /// The lowest, now that another loss has been measured.
    fn or(self, loss: f64, iteration: u32) -> Lowest {
        let first = self.loss == f64::INFINITY;
        match first || loss < self.loss - PROGRESS * self.loss.abs() {
            true => Lowest { loss, iteration },
            false => self,
        }
    }
}

/// How well the network does on some samples.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metrics {
    /// The mean of the samples' costs, plus the penalty.
    pub loss: f64,
    /// The mean of the samples' costs alone.
    pub data_loss: f64,
    /// The share of samples that are answered right: whose largest output is
    /// that of their class or, with one output for two classes, whose output is
    /// above 0 for class 1. NaN where values are estimated.
    pub accuracy: f64,
    /// Of values, R² ([`crate::network::metrics::r_squared`]). NaN where classes are told apart.
    pub r_squared: f64,
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

impl Status {
    /// The status of a state with these numbers: what is not finite first, if
    /// anything is.
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
