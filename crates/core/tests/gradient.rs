//! Back propagation against differences of the loss, which cannot share its mistakes.

use downhill_core::activation::{ACTIVATIONS, Activation};
use downhill_core::cost::{COSTS, Cost};
use downhill_core::network::{Batch, Network, Workspace};
use downhill_core::rng::{Rng, Stream};
use downhill_core::slice::Slicer;
use downhill_core::{Experiment, Run};

/// The largest difference between the gradient and a central difference, over
/// the size that counts for each.
fn error_against_differences(network: &Network, cost: Cost, batch: &Batch, theta: &[f64]) -> f64 {
    let mut work = Workspace::default();
    let mut gradient = vec![0.0; theta.len()];
    let loss = network.gradient(theta, cost, batch, &mut gradient, &mut work);
    assert_eq!(loss.to_bits(), network.loss(theta, cost, batch, &mut work).to_bits());
    let largest = gradient.iter().fold(0.0f64, |largest, slope| largest.max(slope.abs()));
    let h = 1e-5;
    (0..theta.len())
        .map(|index| {
            let mut at = |value| {
                let mut theta = theta.to_vec();
                theta[index] = value;
                network.loss(&theta, cost, batch, &mut work)
            };
            let slope = (at(theta[index] + h) - at(theta[index] - h)) / (2.0 * h);
            (gradient[index] - slope).abs() / gradient[index].abs().max(1e-3 * largest)
        })
        .fold(0.0, f64::max)
}

#[test]
fn the_gradient_is_the_slope_for_every_weight_while_it_learns() {
    for query in ["", "batch_size=10", "batch_size=10&layers=8-4&activation=relu", "layers="] {
        let (experiment, errors) = Experiment::from_query(query);
        assert_eq!(errors, []);
        let mut run = Run::new(&experiment).unwrap();
        for iteration in [0, 1, 50, 1000] {
            while run.snapshot().iteration < iteration {
                assert!(run.step());
            }
            let error = error_against_differences(
                run.network(),
                experiment.cost,
                run.coming(),
                &run.snapshot().parameters,
            );
            assert!(error < 1e-4, "{query} at {iteration}: {error}");
        }
    }
}

#[test]
fn every_activation_and_cost_has_the_gradient_of_its_loss() {
    let mut rng = Rng::new(3, Stream::Weights);
    for activation in ACTIVATIONS {
        for cost in COSTS {
            for sizes in [&[1, 1][..], &[2, 3, 2], &[3, 5, 4, 1], &[2, 2, 2, 2, 3]] {
                let hidden = Activation::from_id(activation.id).unwrap();
                let network = Network::new(sizes, hidden, Activation::IDENTITY);
                let theta: Vec<f64> = (0..network.parameters()).map(|_| rng.normal()).collect();
                let n = 1 + rng.below(19);
                let mut numbers = |count| (0..count).map(|_| rng.normal()).collect();
                let batch = Batch {
                    n,
                    inputs: numbers(sizes[0] * n),
                    targets: numbers(network.outputs() * n),
                };
                let cost = Cost::from_id(cost.id).unwrap();
                let error = error_against_differences(&network, cost, &batch, &theta);
                assert!(error < 1e-4, "{} {} {sizes:?}: {error}", activation.id, cost.id);
            }
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the platform's functions are the reference")]
fn costs_have_their_textbook_values() {
    let network = Network::new(&[1, 2], Activation::TANH, Activation::IDENTITY);
    let batch = Batch { n: 2, inputs: vec![1.0, -1.0], targets: vec![1.0, 0.0, 0.0, 1.0] };
    // Outputs (2x, x + 1): (2, 2) and (−2, 0).
    let theta = [2.0, 1.0, 0.0, 1.0];
    let loss = |id: &str| {
        network.loss(&theta, Cost::from_id(id).unwrap(), &batch, &mut Workspace::default())
    };
    let expected = (2f64.ln() + (1.0 + (-2f64).exp()).ln()) / 2.0;
    assert!((loss("softmax_cross_entropy") - expected).abs() < 1e-15);
    assert!((loss("squared_error") - (1.0 + 4.0 + 4.0 + 1.0) / 4.0).abs() < 1e-15);
}

#[test]
fn outputs_of_hundreds_do_not_overflow_the_cost() {
    let network = Network::new(&[1, 2], Activation::TANH, Activation::IDENTITY);
    let batch = Batch { n: 1, inputs: vec![1.0], targets: vec![0.0, 1.0] };
    let mut gradient = [0.0; 4];
    let loss = network.gradient(
        &[800.0, 0.0, 0.0, 0.0],
        Cost::SOFTMAX_CROSS_ENTROPY,
        &batch,
        &mut gradient,
        &mut Workspace::default(),
    );
    assert_eq!(loss, 800.0);
    assert_eq!(gradient, [1.0, -1.0, 1.0, -1.0]);
}

#[test]
fn slices_are_the_loss_bit_for_bit() {
    let mut run = Run::new(&Experiment::from_query("layers=4-3&batch_size=7").0).unwrap();
    (0..20).for_each(|_| assert!(run.step()));
    let (network, cost) = (run.network(), run.settings().cost);
    let theta = &run.snapshot().parameters;
    let (mut slicer, mut line, mut plane) = (Slicer::default(), Vec::new(), Vec::new());
    let mut work = Workspace::default();
    let (xs, ys) = ([-1.0, 0.3, 2.0], [0.5, -0.25]);
    for x in 0..theta.len() {
        slicer.line((network, cost, run.coming()), theta, x, &xs, &mut line);
        for (value, loss) in xs.iter().zip(&line) {
            let mut theta = theta.clone();
            theta[x] = *value;
            let expected = network.loss(&theta, cost, run.coming(), &mut work);
            assert_eq!(loss.to_bits(), expected.to_bits());
        }
        for y in (0..theta.len()).filter(|y| *y != x) {
            slicer.plane((network, cost, run.coming()), theta, (x, y), (&xs, &ys), &mut plane);
            for (index, loss) in plane.iter().enumerate() {
                let mut theta = theta.clone();
                theta[x] = xs[index % xs.len()];
                theta[y] = ys[index / xs.len()];
                let expected = network.loss(&theta, cost, run.coming(), &mut work);
                assert_eq!(loss.to_bits(), expected.to_bits(), "{x} {y}");
            }
        }
    }
}

#[test]
fn parameters_know_their_place() {
    let network = Network::new(&[2, 3, 4], Activation::TANH, Activation::IDENTITY);
    assert_eq!(network.parameters(), 2 * 3 + 3 + 3 * 4 + 4);
    for index in 0..network.parameters() {
        assert_eq!(network.index(network.parameter(index)), index);
    }
}
