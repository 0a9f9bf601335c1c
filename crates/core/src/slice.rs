//! The true loss along chosen parameters, all others as they are now.

use crate::network::Workspace;
use crate::objective::Objective;

/// Evaluates slices of a network's loss, in room that is kept.
#[derive(Clone, Debug, Default)]
pub struct Slicer {
    theta: Vec<f64>,
    work: Workspace,
}

impl Slicer {
    /// The loss with parameter `index` set to each of `values`, all
    /// others as in `theta`.
    pub fn line(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        index: usize,
        values: &[f64],
        losses: &mut Vec<f64>,
    ) {
        let Objective { network, batch, dropout, .. } = *objective;
        self.start(objective, theta);
        let parameter = network.parameter(index);
        losses.clear();
        for value in values {
            self.theta[index] = *value;
            let samples = (batch.inputs.as_slice(), batch.n);
            network.forward_changed(parameter, &self.theta, samples, dropout, &mut self.work);
            losses.push(objective.loss_of_outputs(&self.theta, &mut self.work));
        }
    }

    /// The loss with parameter `x` set to each of `xs` and parameter
    /// `y` to each of `ys`, all others as in `theta`: row-major `[y][x]`.
    pub fn plane(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        (x, y): (usize, usize),
        (xs, ys): (&[f64], &[f64]),
        losses: &mut Vec<f64>,
    ) {
        let Objective { network, batch, dropout, .. } = *objective;
        self.start(objective, theta);
        losses.clear();
        losses.resize(xs.len() * ys.len(), 0.0);
        // The later layer's parameter varies in the inner loop: less is to be
        // computed anew.
        let swap = network.parameter(x).layer < network.parameter(y).layer;
        let (outer, inner, outers, inners) = if swap { (x, y, xs, ys) } else { (y, x, ys, xs) };
        let (outer_place, inner_place) = (network.parameter(outer), network.parameter(inner));
        for (row, outer_value) in outers.iter().enumerate() {
            self.theta[outer] = *outer_value;
            let samples = (batch.inputs.as_slice(), batch.n);
            network.forward_changed(outer_place, &self.theta, samples, dropout, &mut self.work);
            for (column, inner_value) in inners.iter().enumerate() {
                self.theta[inner] = *inner_value;
                network.forward_changed(inner_place, &self.theta, samples, dropout, &mut self.work);
                let index = if swap { column * xs.len() + row } else { row * xs.len() + column };
                losses[index] = objective.loss_of_outputs(&self.theta, &mut self.work);
            }
        }
    }

    fn start(&mut self, objective: &Objective, theta: &[f64]) {
        self.theta.clear();
        self.theta.extend_from_slice(theta);
        objective.loss(theta, &mut self.work);
    }
}
