//! Objective: the mean cost of some samples, plus a penalty on large weights.

use crate::Network;
use crate::network::cost::Cost;
use crate::network::{Batch, Dropout, Workspace};

/// Penalty l1 Σ|w| + (l2/2) Σ w², with sign(0) = 0 in the slope: independent of the number of
/// samples, and the same for every batch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Penalty {
    /// L1 factor, of Σ|w|: it drives weights to 0 (Tibshirani 1996).
    pub l1: f64,
    /// L2 factor, of ½ Σ w²: it keeps weights small.
    pub l2: f64,
    /// Whether biases are penalized as well as weights.
    pub biases: bool,
}

impl Penalty {
    fn is_none(&self) -> bool {
        self.l1 == 0.0 && self.l2 == 0.0
    }

    /// Value of the penalty at θ.
    pub fn value(&self, network: &Network, theta: &[f64]) -> f64 {
        if self.is_none() {
            return 0.0;
        }
        let (mut sizes, mut squares) = (0.0, 0.0);
        self.each(network, |index| {
            sizes += theta[index].abs();
            squares += theta[index] * theta[index];
        });
        self.l1 * sizes + 0.5 * self.l2 * squares
    }

    /// Derivative of the penalty in one penalized parameter: l1 sign(w) + l2 w.
    pub fn slope(&self, value: f64) -> f64 {
        let sign = if value > 0.0 { 1.0 } else { -f64::from(value < 0.0) };
        self.l1 * sign + self.l2 * value
    }

    /// ∂penalty/∂θ at `index` of θ: 0 for a bias that is not penalized.
    pub fn slope_at(&self, network: &Network, theta: &[f64], index: usize) -> f64 {
        let counts = self.biases || network.parameter(index).input.is_some();
        if counts { self.slope(theta[index]) } else { 0.0 }
    }

    fn add_gradient(&self, network: &Network, theta: &[f64], gradient: &mut [f64]) {
        if !self.is_none() {
            self.each(network, |index| gradient[index] += self.slope(theta[index]));
        }
    }

    /// Adds the penalty's Hessian times v: l2 v for penalized parameters; l1 adds nothing.
    pub(crate) fn add_curvature(&self, network: &Network, v: &[f64], product: &mut [f64]) {
        if self.l2 != 0.0 {
            self.each(network, |index| product[index] += self.l2 * v[index]);
        }
    }

    fn each(&self, network: &Network, mut visit: impl FnMut(usize)) {
        for layer in network.layers() {
            layer.weights.clone().for_each(&mut visit);
            if self.biases {
                layer.biases.clone().for_each(&mut visit);
            }
        }
    }
}

/// Loss of a batch as a function of θ.
#[derive(Clone, Copy)]
pub struct Objective<'a> {
    /// Architecture of the network.
    pub network: &'a Network,
    /// Cost function.
    pub cost: Cost,
    /// Penalty on large weights.
    pub penalty: Penalty,
    /// Samples.
    pub batch: &'a Batch,
    /// Dropout masks of the hidden activations.
    pub dropout: &'a Dropout,
}

impl Objective<'_> {
    /// Loss at θ: the mean of the samples' costs, plus the penalty.
    pub fn loss(&self, theta: &[f64], work: &mut Workspace) -> f64 {
        let Objective { network, cost, batch, dropout, .. } = *self;
        let data_loss = network.loss_dropped(theta, cost, batch, dropout, work);
        self.with_penalty(data_loss, theta)
    }

    /// Writes ∂loss/∂θ and returns the loss, bit-identical to [`Objective::loss`].
    pub fn gradient(&self, theta: &[f64], gradient: &mut [f64], work: &mut Workspace) -> f64 {
        let Objective { network, cost, batch, dropout, .. } = *self;
        let data_loss = network.gradient_dropped(theta, cost, batch, dropout, gradient, work);
        self.penalty.add_gradient(network, theta, gradient);
        self.with_penalty(data_loss, theta)
    }

    fn with_penalty(&self, data_loss: f64, theta: &[f64]) -> f64 {
        data_loss + self.penalty.value(self.network, theta)
    }
}

/// An owned objective, which outlives the current state of its run.
#[derive(Clone, Debug)]
pub struct Kept {
    network: Network,
    cost: Cost,
    penalty: Penalty,
    batch: Batch,
    dropout: Dropout,
}

impl Objective<'_> {
    /// Owned copy, independent of the run.
    pub fn keep(&self) -> Kept {
        let Objective { network, cost, penalty, batch, dropout } = *self;
        let (network, batch, dropout) = (network.clone(), batch.clone(), dropout.clone());
        Kept { network, cost, penalty, batch, dropout }
    }
}

impl Kept {
    /// The objective, borrowed from this copy.
    pub fn objective(&self) -> Objective<'_> {
        let Kept { network, batch, dropout, .. } = self;
        Objective { network, cost: self.cost, penalty: self.penalty, batch, dropout }
    }
}
