//! One step in its parts: forward, cost, backward, update.
//!
//! The parts are made by the same code as the whole step, on the same snapshot.

use crate::analysis::finite_difference::Measured;
use crate::network::objective::{Objective, Penalty};
use crate::network::{Batch, Dropout, Parameter, Workspace};
use crate::{Run, Snapshot};

/// The parts of the coming update of a run.
#[derive(Clone, Debug)]
pub struct Parts {
    /// Forward and backward, layer by layer.
    pub layers: Vec<LayerParts>,
    /// Each sample's cost; their mean and the penalty are the batch's loss.
    pub costs: Vec<f64>,
    /// What large weights add to the loss.
    pub penalty: f64,
    /// ∂loss/∂θ: the mean of all samples' contributions, plus the penalty's slope.
    pub gradient: Vec<f64>,
    /// How far the optimizer moves each parameter.
    pub step: Vec<f64>,
    /// The optimizer's memory after the update: a name and one number a parameter.
    pub memory: Vec<(&'static str, Vec<f64>)>,
    /// ∂(a sample's cost)/∂a of the last layer, `[output][sample]`.
    cost_slope: Vec<f64>,
    n: usize,
}

/// One layer's part, each `[unit][sample]`.
#[derive(Clone, Debug)]
pub struct LayerParts {
    /// Weighted sums.
    pub z: Vec<f64>,
    /// Activations a = σ(z).
    pub a: Vec<f64>,
    /// What the next layer is given: a after dropout.
    pub passed: Vec<f64>,
    /// δ = ∂(that sample's cost)/∂z.
    pub delta: Vec<f64>,
}

/// What one sample contributes to one parameter's gradient: the product of its
/// four factors. The batch's gradient is the mean over its samples.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Σ w δ over the units of the next layer; in the last layer ∂cost/∂a.
    pub weighted_sum: f64,
    /// What dropout multiplies the activation by; 1 without dropout.
    pub mask: f64,
    /// σ′(z).
    pub slope: f64,
    /// What the weight is multiplied by; 1 for a bias.
    pub input: f64,
}

impl Contribution {
    /// Their product.
    pub fn product(&self) -> f64 {
        self.weighted_sum * self.mask * self.slope * self.input
    }
}

impl Parts {
    /// The parts of a run's coming update.
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

    /// What a sample of the coming batch contributes to a parameter's gradient.
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

    /// The mean of the samples' contributions to a parameter's gradient. With the
    /// penalty's slope it is the gradient.
    pub fn mean(&self, run: &Run, index: usize) -> f64 {
        let products = (0..self.n).map(|sample| self.contribution(run, index, sample).product());
        products.sum::<f64>() / self.n as f64
    }

    /// What the penalty adds to a parameter's gradient.
    pub fn penalty_slope(&self, run: &Run, index: usize) -> f64 {
        let penalty = run.settings().penalty();
        penalty.slope_at(run.network(), &run.snapshot().parameters, index)
    }

    /// A parameter's gradient as differences of the loss give it: that of one sample's
    /// cost, or with no sample that of the batch's loss, the penalty included.
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
