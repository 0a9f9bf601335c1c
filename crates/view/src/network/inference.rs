//! Inference at many points: in 32 bits, which suffice for a picture, or in 64 if a result is
//! not finite.

use downhill_core::Network;
use downhill_core::network::Workspace;
use downhill_core::network::activation::Activate;

/// Buffers to evaluate a network in either float type.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    single: Buffers<f32>,
    double: Buffers<f64>,
}

#[derive(Clone, Debug, Default)]
struct Buffers<F> {
    theta: Vec<F>,
    inputs: Vec<F>,
    answers: Vec<F>,
    work: Workspace<F>,
}

impl<F: Activate> Buffers<F> {
    fn ask(&mut self, network: &Network, theta: &[f64], inputs: &[f64], answers: &mut Vec<f64>) {
        let n = inputs.len() / network.sizes()[0];
        for (to, from) in [(&mut self.theta, theta), (&mut self.inputs, inputs)] {
            to.clear();
            to.extend(from.iter().map(|value| F::of(*value)));
        }
        network.answers(&self.theta, &self.inputs, n, &mut self.answers, &mut self.work);
        answers.clear();
        answers.extend(self.answers.iter().map(|answer| answer.wide()));
    }
}

impl Answers {
    /// Evaluates a network with parameters θ at inputs `[input][place]`; the outputs are
    /// `[output][place]`.
    pub(crate) fn ask(
        &mut self,
        network: &Network,
        theta: &[f64],
        inputs: &[f64],
        answers: &mut Vec<f64>,
    ) {
        self.single.ask(network, theta, inputs, answers);
        if !answers.iter().all(|answer| answer.is_finite()) {
            self.double.ask(network, theta, inputs, answers);
        }
    }
}
