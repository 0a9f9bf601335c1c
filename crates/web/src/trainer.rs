//! A network without a page: for Node, and for measuring what the figures use.

use downhill_core::analysis::loss_slice::Slicer;
use downhill_core::data::custom::{Data, OwnData, OwnTargets};
use downhill_core::network::Workspace;
use downhill_core::network::parameters::LayerParameters;
use downhill_core::{Experiment, Run};
use wasm_bindgen::prelude::*;

/// A run on numbers of one's own.
#[wasm_bindgen]
pub struct Trainer {
    start: Run,
    run: Run,
    work: Workspace<f32>,
    slicer: Slicer,
}

#[wasm_bindgen]
impl Trainer {
    /// The start of what a query asks for, on these samples and from these weights:
    /// inputs are `[sample][input]`, targets `[sample]` for one output, and weights
    /// layer by layer W `[out][in]`, then b. Batches take the samples in their order.
    #[wasm_bindgen(constructor)]
    pub fn new(
        query: &str,
        inputs: &[f64],
        targets: Vec<f64>,
        weights: &[f64],
    ) -> Result<Trainer, JsError> {
        let (mut experiment, errors) = Experiment::from_query(query);
        if let Some(error) = errors.into_iter().next() {
            return Err(error.into());
        }
        let (n, width) = (targets.len(), inputs.len() / targets.len().max(1));
        let batch = experiment.batch_size.unwrap_or(n).clamp(1, n.max(1));
        let order: Vec<usize> = (0..n).collect();
        experiment.batches = Some(order.chunks(batch).map(<[usize]>::to_vec).collect());
        experiment.data = Data::Own(OwnData {
            inputs: inputs.chunks(width.max(1)).map(<[f64]>::to_vec).collect(),
            targets: OwnTargets::Values(targets.into_iter().map(|target| vec![target]).collect()),
            names: Vec::new(),
        });
        experiment.weights = Some(layers(&experiment, width, weights));
        let start = Run::new(&experiment)?;
        Ok(Trainer {
            run: start.clone(),
            start,
            work: Workspace::default(),
            slicer: Slicer::default(),
        })
    }

    /// Goes back to the start.
    pub fn reset(&mut self) {
        self.run.clone_from(&self.start);
    }

    /// Makes this many updates in 64 bits. False if they do not stay finite.
    pub fn train(&mut self, updates: u32) -> bool {
        self.run.train(updates)
    }

    /// The loss on all samples.
    pub fn loss(&self) -> f64 {
        self.run.snapshot().train.loss
    }

    /// The network's outputs for inputs `[input][place]`, in 32 bits as for the picture
    /// of its outputs: `[output][place]`.
    pub fn answers(&mut self, inputs: &[f32]) -> Vec<f32> {
        let network = self.run.network();
        let theta: Vec<f32> =
            self.run.snapshot().parameters.iter().map(|value| *value as f32).collect();
        let n = inputs.len() / network.sizes()[0];
        let mut answers = Vec::new();
        network.answers(&theta, inputs, n, &mut answers, &mut self.work);
        answers
    }
    /// The loss on the coming update's samples over two weights, as the surface shows it:
    /// `[y][x]`.
    pub fn slice(&mut self, x: usize, y: usize, xs: &[f64], ys: &[f64]) -> Vec<f64> {
        let mut losses = Vec::new();
        let (objective, theta) = (self.run.objective(), &self.run.snapshot().parameters);
        self.slicer.plane(&objective, theta, (x, y), (xs, ys), &mut losses);
        losses
    }
}

/// Weights as an experiment has them.
fn layers(experiment: &Experiment, inputs: usize, weights: &[f64]) -> Vec<LayerParameters> {
    let mut rest = weights;
    let mut take = |count: usize| {
        let (taken, after) = rest.split_at(count.min(rest.len()));
        rest = after;
        taken.to_vec()
    };
    let sizes = [&[inputs], &experiment.layers[..], &[1]].concat();
    let layer = |pair: &[usize]| LayerParameters {
        weights: (0..pair[1]).map(|_| take(pair[0])).collect(),
        biases: take(pair[1]),
    };
    sizes.windows(2).map(layer).collect()
}
