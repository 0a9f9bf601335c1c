//! Trace of one step: forward propagation, cost, back propagation, update.
//!
//! The parts are computed by the code of the step itself, on the same snapshot.

use crate::analysis::finite_difference::Measured;
use crate::network::objective::{Objective, Penalty};
use crate::network::{Batch, Dropout, Parameter, Workspace};
use crate::{Run, Snapshot};

/// Intermediate results of the next update of a run.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Forward and backward results, layer by layer.
    pub layers: Vec<LayerParts>,
    /// Cost of each sample, `[sample]`; their mean plus the penalty is the batch's loss.
    pub costs: Vec<f64>,
    /// Penalty on large weights, part of the loss.
    pub penalty: f64,
    /// ∂loss/∂θ: the mean of all samples' contributions, plus the penalty's derivative.
    pub gradient: Vec<f64>,
    /// Change of each parameter by the optimizer: θₖ₊₁ − θₖ.
    pub step: Vec<f64>,
    /// Memory of the optimizer after the update: a name and one number for each parameter.
    pub memory: Vec<(&'static str, Vec<f64>)>,
    /// ∂cost/∂a of the last layer for each sample's own cost, `[output][sample]`.
    cost_slope: Vec<f64>,
    n: usize,
}

/// Intermediate results of one layer, each `[unit][sample]`.
#[derive(Clone, Debug)]
pub struct LayerParts {
    /// Weighted sums z.
    pub z: Vec<f64>,
    /// Activations a = σ(z).
    pub a: Vec<f64>,
    /// Activations after dropout: the input of the next layer.
    pub passed: Vec<f64>,
    /// δ = ∂(that sample's cost)/∂z.
    pub delta: Vec<f64>,
}

/// Contribution of one sample to ∂loss/∂(one parameter): the product of four factors. The
/// batch's gradient is the mean over its samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Σ w δ over the units of the next layer; in the last layer ∂cost/∂a.
    pub weighted_sum: f64,
    /// Dropout factor of the activation; 1 without dropout.
    pub mask: f64,
    /// σ′(z).
    pub slope: f64,
    /// Input of the weight: the activation it multiplies; 1 for a bias.
    pub input: f64,
}

impl Contribution {
    /// Product of the four factors.
    pub fn product(&self) -> f64 {
        self.weighted_sum * self.mask * self.slope * self.input
    }
}

impl Parts {
    /// Intermediate results of a run's next update.
    pub fn new(run: &Run) -> Parts {
        let Snapshot { parameters, next, penalty, dropout, .. } = run.snapshot();
        let objective = run.objective();
        let Objective { network, cost, batch, .. } = objective;
        let (mut work, mut gradient) = (Workspace::default(), vec![0.0; parameters.len()]);
        objective.gradient(parameters, &mut gradient, &mut work);
        let (n, scale) = (batch.n, batch.n as f64);
        let layers = (0..network.layers().len())
            .map(|layer| LayerParts {
                z: work.z(layer).to_vec(),
                a: work.a(layer).to_vec(),
                passed: match dropout.masks.get(layer) {
                    Some(mask) => {
                        work.a(layer).iter().zip(mask).map(|(a, mask)| a * mask).collect()
                    }
                    None => work.a(layer).to_vec(),
                },
                // The workspace holds the slopes of the mean.
                delta: work.delta(layer).iter().map(|delta| delta * scale).collect(),
            })
            .collect();

        let outputs = work.outputs().to_vec();
        let rows = network.outputs();
        let (mut costs, mut cost_slope) = (vec![0.0; n], vec![0.0; rows * n]);
        let (mut slope, mut scratch) = (vec![0.0; rows], vec![0.0; rows + 2]);
        for sample in 0..n {
            let of_sample =
                |all: &[f64]| -> Vec<f64> { (0..rows).map(|row| all[row * n + sample]).collect() };
            let (a, y) = (of_sample(&outputs), of_sample(&batch.targets));
            costs[sample] = (cost.value_and_slope)(&a, &y, 1, &mut slope, &mut scratch);
            for (row, slope) in slope.iter().enumerate() {
                cost_slope[row * n + sample] = *slope;
            }
        }
        let memory = run.snapshot().next_optimizer().memory();
        Parts {
            layers,
            costs,
            penalty: *penalty,
            gradient,
            step: next.iter().zip(parameters).map(|(next, now)| next - now).collect(),
            memory: memory.map(|(name, values)| (name, values.to_vec())).collect(),
            cost_slope,
            n,
        }
    }

    /// Contribution of a sample of the next batch to the gradient of the parameter at `index` of
    /// θ.
    pub fn contribution(&self, run: &Run, index: usize, sample: usize) -> Contribution {
        let (network, snapshot, n) = (run.network(), run.snapshot(), self.n);
        let Parameter { layer, unit, input } = network.parameter(index);
        let at = unit * n + sample;
        let weighted_sum = match network.layers().get(layer + 1) {
            None => self.cost_slope[at],
            Some(next) => (0..next.outputs)
                .map(|to| {
                    let weight = next.weights.start + to * next.inputs + unit;
                    snapshot.parameters[weight] * self.layers[layer + 1].delta[to * n + sample]
                })
                .sum(),
        };
        let LayerParts { z, a, .. } = &self.layers[layer];
        let mut slope = [1.0];
        let activation = network.layers()[layer].activation;
        (activation.times_slope)(&z[at..=at], &a[at..=at], &mut slope);
        let input = match (input, layer) {
            (None, _) => 1.0,
            (Some(input), 0) => run.coming().inputs[input * n + sample],
            (Some(input), _) => self.layers[layer - 1].passed[input * n + sample],
        };
        let mask = snapshot.dropout.masks.get(layer).map_or(1.0, |mask| mask[at]);
        Contribution { weighted_sum, mask, slope: slope[0], input }
    }

    /// Mean of the samples' contributions to the gradient of a parameter; with the penalty's
    /// derivative it is the gradient.
    pub fn mean(&self, run: &Run, index: usize) -> f64 {
        let products = (0..self.n).map(|sample| self.contribution(run, index, sample).product());
        products.sum::<f64>() / self.n as f64
    }

    /// ∂penalty/∂θ of a parameter.
    pub fn penalty_slope(&self, run: &Run, index: usize) -> f64 {
        let penalty = run.settings().penalty();
        penalty.slope_at(run.network(), &run.snapshot().parameters, index)
    }

    /// Finite-difference derivative in a parameter: of one sample's cost, or without a sample of
    /// the batch's loss, the penalty included.
    pub fn measured(&self, run: &Run, index: usize, sample: Option<usize>) -> Measured {
        let (objective, theta) = (run.objective(), &run.snapshot().parameters);
        let Some(sample) = sample else { return Measured::new(&objective, theta, index) };
        let (mut batch, mut dropout) = (Batch::default(), Dropout::default());
        batch.gather(objective.batch, &[sample]);
        dropout.gather(objective.dropout, self.n, &[sample]);
        let (batch, dropout, penalty) = (&batch, &dropout, Penalty::default());
        Measured::new(&Objective { batch, dropout, penalty, ..objective }, theta, index)
    }
}
