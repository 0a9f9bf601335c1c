//! The true loss along chosen parameters, all others as they are now.

use crate::cost::Cost;
use crate::network::{Batch, Network, Workspace};

/// Evaluates slices of a network's loss, in room that is kept.
#[derive(Clone, Debug, Default)]
pub struct Slicer {
    theta: Vec<f64>,
    work: Workspace,
}

impl Slicer {
    /// The loss of `batch` with parameter `index` set to each of `values`, all
    /// others as in `theta`.
    pub fn line(
        &mut self,
        (network, cost, batch): (&Network, Cost, &Batch),
        theta: &[f64],
        index: usize,
        values: &[f64],
        losses: &mut Vec<f64>,
    ) {
        self.start(network, batch, theta);
        let parameter = network.parameter(index);
        losses.clear();
        for value in values {
            self.theta[index] = *value;
            network.forward_changed(parameter, &self.theta, &batch.inputs, batch.n, &mut self.work);
            losses.push(network.loss_of_outputs(cost, batch, &mut self.work));
        }
    }

    /// The loss of `batch` with parameter `x` set to each of `xs` and parameter
    /// `y` to each of `ys`, all others as in `theta`: row-major `[y][x]`.
    pub fn plane(
        &mut self,
        (network, cost, batch): (&Network, Cost, &Batch),
        theta: &[f64],
        (x, y): (usize, usize),
        (xs, ys): (&[f64], &[f64]),
        losses: &mut Vec<f64>,
    ) {
        self.start(network, batch, theta);
        losses.clear();
        losses.resize(xs.len() * ys.len(), 0.0);
        // The later layer's parameter varies in the inner loop: less is to be
        // computed anew.
        let swap = network.parameter(x).layer < network.parameter(y).layer;
        let (outer, inner, outers, inners) = if swap { (x, y, xs, ys) } else { (y, x, ys, xs) };
        let (outer_place, inner_place) = (network.parameter(outer), network.parameter(inner));
        for (row, outer_value) in outers.iter().enumerate() {
            self.theta[outer] = *outer_value;
            network.forward_changed(
                outer_place,
                &self.theta,
                &batch.inputs,
                batch.n,
                &mut self.work,
            );
            for (column, inner_value) in inners.iter().enumerate() {
                self.theta[inner] = *inner_value;
                network.forward_changed(
                    inner_place,
                    &self.theta,
                    &batch.inputs,
                    batch.n,
                    &mut self.work,
                );
                let index = if swap { column * xs.len() + row } else { row * xs.len() + column };
                losses[index] = network.loss_of_outputs(cost, batch, &mut self.work);
            }
        }
    }

    fn start(&mut self, network: &Network, batch: &Batch, theta: &[f64]) {
        self.theta.clear();
        self.theta.extend_from_slice(theta);
        self.work.fit(network, batch.n);
        network.forward(theta, &batch.inputs, batch.n, &mut self.work);
    }
}
