//! The true loss along chosen parameters, all others as they are now.

use crate::float::Float;
use crate::network::{Batch, Dropout, Workspace};
use crate::objective::Objective;

/// Evaluates slices of a network's loss, in room that is kept.
#[derive(Clone, Debug, Default)]
pub struct Slicer {
    double: Room<f64>,
    single: Room<f32>,
}

/// The loss around one θ in one of the floats.
#[derive(Clone, Debug, Default)]
struct Room<F> {
    /// Where the loss is asked for; the penalty is computed from it.
    theta: Vec<f64>,
    rounded: Vec<F>,
    batch: Batch<F>,
    dropout: Dropout<F>,
    work: Workspace<F>,
}

impl Slicer {
    /// The loss with parameter `index` set to each of `values`, all
    /// others as in `theta`; in 64 bits.
    pub fn line(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        index: usize,
        values: &[f64],
        losses: &mut Vec<f64>,
    ) {
        losses.clear();
        self.double.start(objective, theta);
        losses.extend(values.iter().map(|value| {
            self.double.change(objective, index, *value);
            self.double.loss(objective)
        }));
    }

    /// The loss with parameter `x` set to each of `xs` and parameter
    /// `y` to each of `ys`, all others as in `theta`: row-major `[y][x]`. In 32 bits,
    /// within about a millionth of a height of 1, unless their range does not do.
    pub fn plane(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        places: (usize, usize),
        values: (&[f64], &[f64]),
        losses: &mut Vec<f64>,
    ) {
        self.single.plane(objective, theta, places, values, losses);
        if !losses.iter().all(|loss| loss.is_finite()) {
            self.double.plane(objective, theta, places, values, losses);
        }
    }
}

impl<F: Float> Room<F> {
    fn start(&mut self, objective: &Objective, theta: &[f64]) {
        let Room { rounded, batch, dropout, work, .. } = self;
        self.theta.clear();
        self.theta.extend_from_slice(theta);
        rounded.clear();
        rounded.extend(theta.iter().map(|value| F::of(*value)));
        batch.round(objective.batch);
        dropout.round(objective.dropout);
        work.fit(objective.network, batch.n);
        objective.network.forward(rounded, &batch.inputs, batch.n, dropout, work);
    }

    /// Sets one parameter and computes the outputs anew.
    fn change(&mut self, objective: &Objective, index: usize, value: f64) {
        let Room { theta, rounded, batch, dropout, work } = self;
        theta[index] = value;
        rounded[index] = F::of(value);
        let (network, samples) = (objective.network, (batch.inputs.as_slice(), batch.n));
        network.forward_changed(network.parameter(index), rounded, samples, dropout, work);
    }

    fn loss(&mut self, objective: &Objective) -> f64 {
        let Objective { network, cost, penalty, .. } = *objective;
        let data_loss = network.loss_of_outputs(cost, &self.batch, &mut self.work);
        data_loss.wide() + penalty.value(network, &self.theta)
    }

    fn plane(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        (x, y): (usize, usize),
        (xs, ys): (&[f64], &[f64]),
        losses: &mut Vec<f64>,
    ) {
        let network = objective.network;
        self.start(objective, theta);
        losses.clear();
        losses.resize(xs.len() * ys.len(), 0.0);
        // The later layer's parameter varies in the inner loop: less is to be
        // computed anew.
        let swap = network.parameter(x).layer < network.parameter(y).layer;
        let (outer, inner, outers, inners) = if swap { (x, y, xs, ys) } else { (y, x, ys, xs) };
        for (row, outer_value) in outers.iter().enumerate() {
            self.change(objective, outer, *outer_value);
            for (column, inner_value) in inners.iter().enumerate() {
                self.change(objective, inner, *inner_value);
                let index = if swap { column * xs.len() + row } else { row * xs.len() + column };
                losses[index] = self.loss(objective);
            }
        }
    }
}
