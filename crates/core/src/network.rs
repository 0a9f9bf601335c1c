//! A multi-layer perceptron: forward and back propagation.
//!
//! Layer ℓ computes z = W a + b and a' = σ(z); W is row-major `[out][in]`. All parameters stand
//! in one flat vector θ: W₁, b₁, W₂, b₂, … Activations are row-major `[unit][sample]`: the inner
//! loops run over the samples.

pub mod activation;
pub mod cost;
pub mod initialization;
pub mod kernel;
pub mod metrics;
pub mod objective;
pub mod parameters;

use crate::network::activation::{Activate, Activation};
use crate::network::cost::{Cost, Measure};
use crate::network::kernel::Weights;
use crate::numeric::float::Float;
use std::ops::Range;

/// Architecture of a network: layer widths and activations. Its parameters θ are held elsewhere.
#[derive(Clone, Debug)]
pub struct Network {
    sizes: Vec<usize>,
    layers: Vec<Layer>,
    parameters: usize,
}

/// One fully connected layer: weights, biases, activation.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Number of inputs: units of the layer before.
    pub inputs: usize,
    /// Number of outputs: units of this layer.
    pub outputs: usize,
    /// Activation function σ.
    pub activation: Activation,
    /// Range of the weights W in θ, row-major `[out][in]`.
    pub weights: Range<usize>,
    /// Range of the biases b in θ, `[out]`.
    pub biases: Range<usize>,
}

/// Cost of an activation, in products.
const ACTIVATION: usize = 10;

impl Layer {
    /// Operations of so many of the layer's units for one sample, about: products with sums; an
    /// activation counts as ten.
    pub fn work(&self, units: usize) -> usize {
        (self.inputs + ACTIVATION) * units
    }
}

/// Kind of parameter at an index of θ: a weight or a bias.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Index of the layer of weights, from 0.
    pub layer: usize,
    /// Index of the output unit, in this layer.
    pub unit: usize,
    /// Index of the input unit, in the layer before; `None` for a bias.
    pub input: Option<usize>,
}

/// A batch of samples: inputs `[input][sample]`, targets `[output][sample]`.
#[derive(Clone, Debug, Default)]
pub struct Batch<F = f64> {
    /// Number of samples.
    pub n: usize,
    /// Inputs, `[input][sample]`.
    pub inputs: Vec<F>,
    /// Targets, `[output][sample]`; for classes one-hot: 1 at the class and 0 elsewhere.
    pub targets: Vec<F>,
}

/// Rounds each number to the float type `F`.
fn round<F: Float>(from: &[f64], to: &mut Vec<F>) {
    to.clear();
    to.extend(from.iter().map(|value| F::of(*value)));
}

impl<F: Float> Batch<F> {
    /// Copies another batch, rounded to this float type.
    pub(crate) fn round(&mut self, from: &Batch) {
        self.n = from.n;
        round(&from.inputs, &mut self.inputs);
        round(&from.targets, &mut self.targets);
    }
}

impl Batch {
    /// Copies the selected samples of another batch, in the order of `samples`.
    #[inline(never)]
    pub fn gather(&mut self, from: &Batch, samples: &[usize]) {
        self.n = samples.len();
        for (to, from_rows) in
            [(&mut self.inputs, &from.inputs), (&mut self.targets, &from.targets)]
        {
            // As long as it was, mostly: a division takes the time of several samples.
            if to.len() * from.n != from_rows.len() * samples.len() {
                to.resize(from_rows.len() / from.n * samples.len(), 0.0);
            }
            let (mut to, mut rows) = (to.as_mut_slice(), from_rows.as_slice());
            while let Some((row, rest)) = rows.split_at_checked(from.n)
                && let Some((places, to_rest)) = to.split_at_mut_checked(samples.len())
            {
                places.iter_mut().zip(samples).for_each(|(to, &sample)| *to = row[sample]);
                (to, rows) = (to_rest, rest);
            }
        }
    }
}

/// Buffers of one forward and backward pass, kept so that no step allocates.
#[derive(Debug, Default)]
pub struct Workspace<F = f64> {
    /// Buffers of each layer.
    pub(crate) rooms: Vec<Room<F>>,
    pub(crate) scratch: Vec<F>,
}

/// Buffers of one layer, each `[unit][sample]`.
#[derive(Debug, Default)]
pub(crate) struct Room<F = f64> {
    pub(crate) z: Vec<F>,
    /// Activations a = σ(z).
    pub(crate) a: Vec<F>,
    /// δ = ∂loss/∂z.
    pub(crate) delta: Vec<F>,
    /// Activations after dropout; unspecified without dropout.
    passed: Vec<F>,
}

/// A clone starts empty: the contents are valid within one pass only.
impl<F> Clone for Workspace<F> {
    fn clone(&self) -> Workspace<F> {
        Workspace { rooms: Vec::new(), scratch: Vec::new() }
    }
}

impl<F: Float> Room<F> {
    /// Resizes the buffers to `len`, units times samples.
    fn fit(&mut self, len: usize) {
        for buffer in [&mut self.z, &mut self.a, &mut self.delta, &mut self.passed] {
            buffer.resize(len, F::default());
        }
    }

    /// Applies the dropout mask to these activations, if there is one.
    pub(crate) fn pass(&mut self, places: Range<usize>, mask: Option<&Vec<F>>) {
        let Some(mask) = mask else { return };
        let (passed, a) = (&mut self.passed[places.clone()], &self.a[places.clone()]);
        for ((passed, a), mask) in passed.iter_mut().zip(a).zip(&mask[places]) {
            *passed = *a * *mask;
        }
    }

    /// Activations passed to the next layer, after dropout.
    fn output(&self, dropout: &Dropout<F>) -> &[F] {
        if dropout.masks.is_empty() { &self.a } else { &self.passed }
    }
}

/// Input activations of a layer, `[unit][sample]`: the network's inputs, or the output of the
/// last of the layers before.
pub(crate) fn feeding<'a, F: Float>(
    inputs: &'a [F],
    before: &'a [Room<F>],
    dropout: &Dropout<F>,
) -> &'a [F] {
    before.last().map_or(inputs, |room| room.output(dropout))
}

/// Dropout masks (Srivastava et al. 2014, inverted): for each hidden layer the factors of its
/// activations, `[unit][sample]`, 0 or 1/(1 − rate).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dropout<F = f64> {
    /// One mask for each hidden layer; empty without dropout.
    pub masks: Vec<Vec<F>>,
}

impl<F: Float> Dropout<F> {
    /// No dropout.
    pub const NONE: &'static Dropout<F> = &Dropout { masks: Vec::new() };

    /// Copies another's masks, rounded to this float type.
    pub(crate) fn round(&mut self, from: &Dropout) {
        self.masks.resize_with(from.masks.len(), Vec::new);
        self.masks.iter_mut().zip(&from.masks).for_each(|(to, from)| round(from, to));
    }
}

impl Dropout {
    /// Copies the selected samples of another's masks, which are for `n` samples.
    pub fn gather(&mut self, from: &Dropout, n: usize, samples: &[usize]) {
        self.masks.resize_with(from.masks.len(), Vec::new);
        for (to, from) in self.masks.iter_mut().zip(&from.masks) {
            to.clear();
            for row in from.chunks_exact(n) {
                to.extend(samples.iter().map(|&sample| row[sample]));
            }
        }
    }
}

impl<F: Float> Workspace<F> {
    /// Resizes the buffers for `n` samples.
    pub fn fit(&mut self, network: &Network, n: usize) {
        let rooms = self.rooms.iter().map(|room| room.a.len());
        let scratch = (network.outputs() + 2) * n;
        if self.scratch.len() == scratch && rooms.eq(network.layers.iter().map(|l| l.outputs * n)) {
            return;
        }
        self.rooms.resize_with(network.layers.len(), Room::default);
        let layers = self.rooms.iter_mut().zip(&network.layers);
        layers.for_each(|(room, layer)| room.fit(layer.outputs * n));
        self.scratch.resize(scratch, F::default());
    }

    /// Outputs: the activations a of the last layer, `[output][sample]`.
    pub fn outputs(&self) -> &[F] {
        self.rooms.last().map_or(&[], |room| &room.a)
    }

    /// Weighted sums z of a layer, `[unit][sample]`.
    pub fn z(&self, layer: usize) -> &[F] {
        &self.rooms[layer].z
    }

    /// Activations a = σ(z) of a layer, `[unit][sample]`, before dropout.
    pub fn a(&self, layer: usize) -> &[F] {
        &self.rooms[layer].a
    }

    /// δ = ∂loss/∂z of a layer, `[unit][sample]`.
    pub fn delta(&self, layer: usize) -> &[F] {
        &self.rooms[layer].delta
    }
}

impl Network {
    /// A network with these layer widths, inputs first and outputs last; `hidden` is the
    /// activation of every hidden layer, `output` that of the last one.
    pub fn new(sizes: &[usize], hidden: Activation, output: Activation) -> Network {
        let mut activations = vec![hidden; sizes.len() - 1];
        activations[sizes.len() - 2] = output;
        Network::with_activations(sizes, &activations)
    }

    /// A network with these layer widths, inputs first and outputs last, and one activation for
    /// each layer of weights.
    pub fn with_activations(sizes: &[usize], activations: &[Activation]) -> Network {
        debug_assert_eq!(sizes.len(), activations.len() + 1);
        let mut parameters = 0;
        let mut take = |count| {
            parameters += count;
            parameters - count..parameters
        };
        let layers: Vec<Layer> = sizes
            .windows(2)
            .zip(activations)
            .map(|(pair, activation)| Layer {
                inputs: pair[0],
                outputs: pair[1],
                activation: *activation,
                weights: take(pair[0] * pair[1]),
                biases: take(pair[1]),
            })
            .collect();
        Network { sizes: sizes.to_vec(), layers, parameters }
    }

    /// Layer widths: inputs, hidden layers, outputs.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// Layers of weights, from the first hidden one to the output layer.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Number of outputs.
    pub fn outputs(&self) -> usize {
        self.sizes[self.sizes.len() - 1]
    }

    /// Number of parameters: weights and biases.
    pub fn parameters(&self) -> usize {
        self.parameters
    }

    /// Parameter at `index` of θ, which is below [`Network::parameters`].
    pub fn parameter(&self, index: usize) -> Parameter {
        let layer = self.layers.partition_point(|layer| layer.biases.end <= index);
        let place = &self.layers[layer];
        if index < place.weights.end {
            let offset = index - place.weights.start;
            Parameter { layer, unit: offset / place.inputs, input: Some(offset % place.inputs) }
        } else {
            Parameter { layer, unit: index - place.biases.start, input: None }
        }
    }

    /// Index of a parameter in θ.
    pub fn index(&self, parameter: Parameter) -> usize {
        let layer = &self.layers[parameter.layer];
        match parameter.input {
            Some(input) => layer.weights.start + parameter.unit * layer.inputs + input,
            None => layer.biases.start + parameter.unit,
        }
    }

    /// Forward propagation of inputs `[input][sample]`: writes z and a of every layer to the
    /// workspace, which must fit (see [`Workspace::fit`]).
    pub fn forward<F: Activate>(
        &self,
        theta: &[F],
        inputs: &[F],
        n: usize,
        dropout: &Dropout<F>,
        work: &mut Workspace<F>,
    ) {
        self.forward_from(0, theta, (inputs, n), dropout, work);
    }

    /// Forward propagation from layer `first` on, with the layers before it as in the workspace.
    fn forward_from<F: Activate>(
        &self,
        first: usize,
        theta: &[F],
        (inputs, n): (&[F], usize),
        dropout: &Dropout<F>,
        work: &mut Workspace<F>,
    ) {
        let (before, rooms) = work.rooms.split_at_mut(first);
        let mut from = feeding(inputs, before, dropout);
        for (index, (layer, room)) in (first..).zip(self.layers[first..].iter().zip(rooms)) {
            kernel::weighted_sums(layer.of(theta), from, n, &mut room.z);
            F::activation(&layer.activation)(&room.z, &mut room.a);
            room.pass(0..layer.outputs * n, dropout.masks.get(index));
            from = room.output(dropout);
        }
    }

    /// Forward propagation after a change of one parameter: recomputes its unit and all later
    /// layers. Bit-identical to a full pass.
    pub fn forward_changed<F: Activate>(
        &self,
        changed: Parameter,
        theta: &[F],
        (inputs, n): (&[F], usize),
        dropout: &Dropout<F>,
        work: &mut Workspace<F>,
    ) {
        let layer = &self.layers[changed.layer];
        let (before, rooms) = work.rooms.split_at_mut(changed.layer);
        let (from, room) = (feeding(inputs, before, dropout), &mut rooms[0]);
        let samples = changed.unit * n..(changed.unit + 1) * n;
        let z = &mut room.z[samples.clone()];
        kernel::weighted_sums(layer.unit(changed.unit, theta), from, n, z);
        F::activation(&layer.activation)(z, &mut room.a[samples.clone()]);
        room.pass(samples, dropout.masks.get(changed.layer));
        self.forward_from(changed.layer + 1, theta, (inputs, n), dropout, work);
    }

    /// Outputs `[output][sample]` for inputs `[input][sample]`, without dropout.
    pub fn answers<F: Activate>(
        &self,
        theta: &[F],
        inputs: &[F],
        n: usize,
        answers: &mut Vec<F>,
        work: &mut Workspace<F>,
    ) {
        /// Samples of a block: its activations stay in the nearest cache, also those of wide
        /// layers, and its rows are of whole tiles.
        const BLOCK: usize = 120;
        answers.clear();
        answers.resize(self.outputs() * n, F::default());
        let mut block = Vec::with_capacity(self.sizes[0] * BLOCK);
        for start in (0..n).step_by(BLOCK) {
            let range = start..n.min(start + BLOCK);
            block.clear();
            for row in inputs.chunks_exact(n) {
                block.extend_from_slice(&row[range.clone()]);
            }
            work.fit(self, range.len());
            self.forward(theta, &block, range.len(), Dropout::NONE, work);
            let rows = answers.chunks_exact_mut(n).zip(work.outputs().chunks_exact(range.len()));
            rows.for_each(|(to, from)| to[range.clone()].copy_from_slice(from));
        }
    }

    /// Loss of the outputs in the workspace: the mean cost over the batch's samples.
    pub fn loss_of_outputs<F: Measure>(
        &self,
        cost: Cost,
        batch: &Batch<F>,
        work: &mut Workspace<F>,
    ) -> F {
        let Workspace { rooms, scratch } = work;
        F::cost(&cost)(&rooms[self.layers.len() - 1].a, &batch.targets, batch.n, scratch)
    }

    /// Loss of a batch: the mean of its samples' costs.
    pub fn loss(&self, theta: &[f64], cost: Cost, batch: &Batch, work: &mut Workspace) -> f64 {
        self.loss_dropped(theta, cost, batch, Dropout::NONE, work)
    }

    /// Loss of a batch with dropout.
    pub fn loss_dropped<F: Activate + Measure>(
        &self,
        theta: &[F],
        cost: Cost,
        batch: &Batch<F>,
        dropout: &Dropout<F>,
        work: &mut Workspace<F>,
    ) -> F {
        work.fit(self, batch.n);
        self.forward(theta, &batch.inputs, batch.n, dropout, work);
        self.loss_of_outputs(cost, batch, work)
    }

    /// Back propagation: writes ∂loss/∂θ to `gradient` and returns the loss.
    ///
    /// From the last layer to the first, with δ = ∂loss/∂z:
    /// δ = (∂cost/∂a) σ′(z) at the end, δ = (Wᵀ δ of the next layer) σ′(z) before;
    /// ∂loss/∂W`[out][in]` = Σ δ`[out]` a`[in]` and ∂loss/∂b`[out]` = Σ δ`[out]`,
    /// summed over the samples (δ already holds the mean's 1/n).
    pub fn gradient(
        &self,
        theta: &[f64],
        cost: Cost,
        batch: &Batch,
        gradient: &mut [f64],
        work: &mut Workspace,
    ) -> f64 {
        self.gradient_dropped(theta, cost, batch, Dropout::NONE, gradient, work)
    }

    /// Back propagation with dropout: δ of a hidden layer is multiplied by its mask, too.
    pub fn gradient_dropped(
        &self,
        theta: &[f64],
        cost: Cost,
        batch: &Batch,
        dropout: &Dropout,
        gradient: &mut [f64],
        work: &mut Workspace,
    ) -> f64 {
        let n = batch.n;
        work.fit(self, n);
        self.forward(theta, &batch.inputs, n, dropout, work);
        let Workspace { rooms, scratch } = work;
        let Room { a, delta, .. } = &mut rooms[self.layers.len() - 1];
        let loss = (cost.value_and_slope)(a, &batch.targets, n, delta, scratch);
        let mut rooms = rooms.as_mut_slice();
        for layer in self.layers.iter().rev() {
            let Some((Room { z, a, delta, .. }, before)) = rooms.split_last_mut() else { break };
            if let Some(mask) = dropout.masks.get(before.len()) {
                delta.iter_mut().zip(mask).for_each(|(delta, mask)| *delta *= mask);
            }
            (layer.activation.times_slope)(z, a, delta);
            let (weights, biases) =
                gradient[layer.weights.start..layer.biases.end].split_at_mut(layer.weights.len());
            let from = feeding(&batch.inputs, before, dropout);
            kernel::slopes(delta, (from, layer.inputs), n, weights, biases);
            if let Some(before) = before.last_mut() {
                kernel::back(layer.of(theta), delta, n, &mut before.delta);
            }
            rooms = before;
        }
        loss
    }
}

impl Layer {
    /// W and b of this layer in θ.
    pub(crate) fn of<'a, F>(&self, theta: &'a [F]) -> Weights<'a, F> {
        Weights {
            weights: &theta[self.weights.clone()],
            biases: &theta[self.biases.clone()],
            inputs: self.inputs,
        }
    }

    /// Row of W and element of b of one unit in θ.
    fn unit<'a, F>(&self, unit: usize, theta: &'a [F]) -> Weights<'a, F> {
        let Weights { weights, biases, inputs } = self.of(theta);
        Weights {
            weights: &weights[unit * inputs..][..inputs],
            biases: &biases[unit..=unit],
            inputs,
        }
    }
}
