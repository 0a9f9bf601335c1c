//! What is minimized: the cost of some samples, and a penalty on large weights.

use crate::Network;
use crate::network::cost::Cost;
use crate::network::{Batch, Dropout, Workspace};

/// A penalty l1 Σ|w| + (l2/2) Σ w², with sign(0) = 0: the same however many
/// samples there are, and the same for every batch.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Penalty {
    /// Weighs the sum of sizes: it drives weights to 0 (Tibshirani 1996).
    pub l1: f64,
    /// Weighs half the sum of squares: it keeps weights small.
    pub l2: f64,
    /// Whether it counts the biases as well as the weights.
    pub biases: bool,
}

impl Penalty {
    fn is_none(&self) -> bool {
        self.l1 == 0.0 && self.l2 == 0.0
    }

    /// Its value at θ.
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

    /// Its slope in one parameter.
    pub fn slope(&self, value: f64) -> f64 {
        let sign = if value > 0.0 { 1.0 } else { -f64::from(value < 0.0) };
        self.l1 * sign + self.l2 * value
    }

    /// Its slope along the parameter at `index` of θ: 0 for a bias that does not count.
    pub fn slope_at(&self, network: &Network, theta: &[f64], index: usize) -> f64 {
        let counts = self.biases || network.parameter(index).input.is_some();
        if counts { self.slope(theta[index]) } else { 0.0 }
    }

    fn add_gradient(&self, network: &Network, theta: &[f64], gradient: &mut [f64]) {
        if !self.is_none() {
            self.each(network, |index| gradient[index] += self.slope(theta[index]));
        }
    }

    /// Adds its Hessian times v: l2 v where it counts; l1's lines have no curvature.
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

/// The loss of some samples as a function of θ.
#[derive(Clone, Copy)]
pub struct Objective<'a> {
    /// The network's shape.
    pub network: &'a Network,
    /// How far its outputs are from the values we expect.
    pub cost: Cost,
    /// What is added for large weights.
    pub penalty: Penalty,
    /// The samples.
    pub batch: &'a Batch,
    /// What is dropped of the hidden activations.
    pub dropout: &'a Dropout,
}

impl Objective<'_> {
    /// The loss at θ: the mean of the samples' costs, plus the penalty.
    pub fn loss(&self, theta: &[f64], work: &mut Workspace) -> f64 {
        let Objective { network, cost, batch, dropout, .. } = *self;
        let data_loss = network.loss_dropped(theta, cost, batch, dropout, work);
        self.with_penalty(data_loss, theta)
    }

    /// Writes ∂loss/∂θ and returns the loss: the same bits as [`Objective::loss`].
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

/// An objective that stays as it is while the run it is of goes on.
#[derive(Clone, Debug)]
pub struct Kept {
    network: Network,
    cost: Cost,
    penalty: Penalty,
    batch: Batch,
    dropout: Dropout,
}

impl Objective<'_> {
    /// A copy that needs the run no longer.
    pub fn keep(&self) -> Kept {
        let Objective { network, cost, penalty, batch, dropout } = *self;
        let (network, batch, dropout) = (network.clone(), batch.clone(), dropout.clone());
        Kept { network, cost, penalty, batch, dropout }
    }
}

impl Kept {
    /// What was kept.
    pub fn objective(&self) -> Objective<'_> {
        let Kept { network, batch, dropout, .. } = self;
        Objective { network, cost: self.cost, penalty: self.penalty, batch, dropout }
    }
}
