//! Slices of the loss: the exact loss along chosen parameters, all others fixed.

use crate::network::activation::Activate;
use crate::network::cost::Measure;
use crate::network::objective::Objective;
use crate::network::{Batch, Dropout, Network, Workspace};
use std::ops::Range;

/// Evaluates slices of a network's loss, in reused buffers.
#[derive(Clone, Debug, Default)]
pub struct Slicer {
    double: Room<f64>,
    single: Room<f32>,
}

/// Buffers to evaluate the loss around one θ in one float type.
#[derive(Clone, Debug, Default)]
struct Room<F> {
    /// θ at which the loss is evaluated, in 64 bits; the penalty is computed from it.
    theta: Vec<f64>,
    rounded: Vec<F>,
    batch: Batch<F>,
    dropout: Dropout<F>,
    work: Workspace<F>,
}

impl Slicer {
    /// Loss with parameter `index` set to each of `values`, all others as in `theta`; in 64
    /// bits.
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

    /// Loss with parameter `x` set to each of `xs` and parameter `y` to each of `ys`, all others
    /// as in `theta`: row-major `[y][x]`. In 32 bits, with an error of about 1e-6 at a loss of
    /// 1; lines whose values exceed their range are computed in 64.
    pub fn plane(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        (x, y): (usize, usize),
        values: (&[f64], &[f64]),
        losses: &mut Vec<f64>,
    ) {
        let along = Along::Parameters(x, y);
        losses.clear();
        losses.resize(values.0.len() * values.1.len(), 0.0);
        let lines = 0..along.lines(objective.network, values);
        self.lines(objective, theta, along, values, lines, losses);
    }

    /// Loss at some lines of a plane, written to their places in row-major `[y][x]`;
    /// bit-identical however many lines are computed at a time. In 32 bits; a line whose values
    /// exceed their range in 64.
    pub fn lines(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        along: Along,
        values: (&[f64], &[f64]),
        lines: Range<usize>,
        losses: &mut [f64],
    ) {
        self.single.start(objective, theta);
        let mut finite = true;
        for line in lines {
            if !self.single.line(objective, (theta, along), values, line, losses) {
                if std::mem::take(&mut finite) {
                    self.double.start(objective, theta);
                }
                self.double.line(objective, (theta, along), values, line, losses);
            }
        }
    }
}

/// Parametrization of a plane by x and y.
#[derive(Clone, Copy, Debug)]
pub enum Along<'a> {
    /// x and y are the values of the parameters at two indices of θ.
    Parameters(usize, usize),
    /// θ + x u + y v.
    Directions(&'a [f64], &'a [f64]),
}

impl Along<'_> {
    /// Whether a line is a column, not a row. The parameter of the later layer varies along a
    /// line: less is recomputed.
    fn by_columns(self, network: &Network) -> bool {
        match self {
            Along::Parameters(x, y) => network.parameter(x).layer < network.parameter(y).layer,
            Along::Directions(..) => false,
        }
    }

    /// Number of lines for these xs and ys.
    pub fn lines(self, network: &Network, (xs, ys): (&[f64], &[f64])) -> usize {
        if self.by_columns(network) { xs.len() } else { ys.len() }
    }

    /// Operations for one sample at one point of the plane, about: products with sums; an
    /// activation counts as ten.
    pub fn work(self, network: &Network) -> usize {
        let first = match self {
            Along::Parameters(x, y) => network.parameter(x).layer.max(network.parameter(y).layer),
            Along::Directions(..) => 0,
        };
        let layers = network.layers().iter().enumerate().skip(first);
        layers
            .map(|(index, layer)| match self {
                Along::Parameters(..) if index == first => layer.work(1),
                _ => layer.work(layer.outputs),
            })
            .sum()
    }
}

impl<F: Activate + Measure> Room<F> {
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

    /// Sets one parameter and recomputes the outputs.
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

    /// Computes one line of a plane, after [`Room::start`]. Returns whether all losses are
    /// finite.
    fn line(
        &mut self,
        objective: &Objective,
        (theta, along): (&[f64], Along),
        (xs, ys): (&[f64], &[f64]),
        line: usize,
        losses: &mut [f64],
    ) -> bool {
        let columns = along.by_columns(objective.network);
        if let Along::Parameters(x, y) = along {
            let (outer, value) = if columns { (x, xs[line]) } else { (y, ys[line]) };
            self.change(objective, outer, value);
        }
        let mut finite = true;
        for place in 0..if columns { ys.len() } else { xs.len() } {
            let (column, row) = if columns { (line, place) } else { (place, line) };
            match along {
                Along::Parameters(_, y) if columns => self.change(objective, y, ys[row]),
                Along::Parameters(x, _) => self.change(objective, x, xs[column]),
                Along::Directions(u, v) => {
                    self.go_to(objective, theta, (u, v), (xs[column], ys[row]));
                }
            }
            let loss = self.loss(objective);
            finite &= loss.is_finite();
            losses[row * xs.len() + column] = loss;
        }
        finite
    }

    /// Sets the parameters to θ + x u + y v and recomputes the outputs.
    fn go_to(
        &mut self,
        objective: &Objective,
        theta: &[f64],
        (u, v): (&[f64], &[f64]),
        (x, y): (f64, f64),
    ) {
        let Room { theta: here, rounded, batch, dropout, work } = self;
        let places = here.iter_mut().zip(rounded.iter_mut()).zip(theta).zip(u.iter().zip(v));
        for (((here, rounded), theta), (u, v)) in places {
            *here = theta + x * u + y * v;
            *rounded = F::of(*here);
        }
        objective.network.forward(rounded, &batch.inputs, batch.n, dropout, work);
    }
}
