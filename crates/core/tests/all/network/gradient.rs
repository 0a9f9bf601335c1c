//! Back propagation against differences of the loss, which cannot share its mistakes.

use crate::cases::for_all;
use downhill_core::analysis::loss_slice::Slicer;
use downhill_core::network::activation::{ACTIVATIONS, Activation};
use downhill_core::network::cost::{COSTS, Cost};
use downhill_core::network::{Batch, Dropout, Network, Workspace};
use downhill_core::numeric::rng::{Rng, Stream};
use downhill_core::{Experiment, Run};
use proptest::collection::vec;
use proptest::prelude::*;
use std::cell::Cell;

/// The step of a central difference over four points, (8 (f(θ+H) − f(θ−H)) − (f(θ+2H) − f(θ−2H)))
/// / 12 H: its error is some H⁴ times the fifth derivative, and the loss's last place over H. (Over
/// two points it is H² times the third, which a few layers of sines make too large.)
const H: f64 = 1e-5;

/// The largest difference between the gradient and a central difference, over
/// the size that counts for each, among the parameters that are no step H from
/// a kink; and how many those are.
fn error_against_differences(
    network: &Network,
    cost: Cost,
    batch: &Batch,
    theta: &[f64],
) -> (f64, usize) {
    let mut work = Workspace::default();
    let mut gradient = vec![0.0; theta.len()];
    let loss = network.gradient(theta, cost, batch, &mut gradient, &mut work);
    assert_eq!(loss.to_bits(), network.loss(theta, cost, batch, &mut work).to_bits());
    assert!(gradient.iter().all(|slope| slope.is_finite()));
    let largest = gradient.iter().fold(0.0f64, |largest, slope| largest.max(slope.abs()));
    let errors: Vec<f64> = (0..theta.len())
        .filter_map(|index| {
            let thetas = [-2.0, -1.0, 1.0, 2.0].map(|steps| {
                let mut theta = theta.to_vec();
                theta[index] += steps * H;
                theta
            });
            let [far_left, left, right, far_right] =
                [0, 1, 2, 3].map(|place| network.loss(&thetas[place], cost, batch, &mut work));
            let distances = [&thetas[0], &thetas[3]]
                .map(|theta| distances_to_kinks(network, cost, batch, theta));
            let crossed = distances[0].iter().zip(&distances[1]).any(|(a, b)| a * b <= 0.0);
            let slope = (8.0 * (right - left) - (far_right - far_left)) / (12.0 * H);
            // Each loss is off by last places, their difference over 2 H by some
            // 1e-11: a slope next to nothing can be told no better.
            let size = gradient[index].abs().max(1e-3 * largest).max(1e-4 * loss.abs().max(1.0));
            (!crossed).then(|| (gradient[index] - slope).abs() / size)
        })
        .collect();
    (errors.iter().copied().fold(0.0, f64::max), errors.len())
}

/// How far, with a sign, everything is from where a slope or its slope jumps:
/// across such a place a central difference says nothing of the gradient.
fn distances_to_kinks(network: &Network, cost: Cost, batch: &Batch, theta: &[f64]) -> Vec<f64> {
    let mut work = Workspace::default();
    let mut distances = Vec::new();
    for (index, layer) in network.layers().iter().enumerate() {
        if ["relu", "leaky_relu", "elu"].contains(&layer.activation.id) {
            // A network that ends here without an activation puts out this layer's z.
            let sizes = &network.sizes()[..index + 2];
            let part = Network::new(sizes, network.layers()[0].activation, Activation::IDENTITY);
            work.fit(&part, batch.n);
            part.forward(theta, &batch.inputs, batch.n, Dropout::NONE, &mut work);
            distances.extend_from_slice(work.outputs());
        }
    }
    work.fit(network, batch.n);
    network.forward(theta, &batch.inputs, batch.n, Dropout::NONE, &mut work);
    for (a, y) in work.outputs().iter().zip(&batch.targets) {
        match cost.id {
            "absolute_error" => distances.push(a - y),
            "huber" => distances.extend([a - y - 1.0, a - y + 1.0]),
            "hinge" => distances.push(1.0 - (2.0 * y - 1.0) * a),
            _ => {}
        }
    }
    distances
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
            let (error, _) = error_against_differences(
                run.network(),
                experiment.cost,
                run.coming(),
                &run.snapshot().parameters,
            );
            assert!(error < 1e-6, "{query} at {iteration}: {error}");
        }
    }
}

#[test]
fn every_activation_and_cost_has_the_gradient_of_its_loss() {
    let (worst, compared, all) = (Cell::new(0.0f64), Cell::new(0), Cell::new(0));
    let shape = (vec(1..=6usize, 0..4), 1..=4usize, 1..=3usize, any::<bool>(), 1..=12usize);
    for activation in ACTIVATIONS {
        for cost in COSTS {
            let cases = (shape.clone(), any::<u32>());
            for_all(file!(), 100, cases, |((hidden, inputs, outputs, plain, n), seed)| {
                let sizes = [&[inputs][..], &hidden, &[outputs]].concat();
                let activation = Activation::from_id(activation.id).unwrap();
                let output = if plain { Activation::IDENTITY } else { activation };
                let network = Network::new(&sizes, activation, output);
                let mut rng = Rng::new(seed, Stream::Weights);
                let theta: Vec<f64> = (0..network.parameters()).map(|_| rng.normal()).collect();
                let classes = ["binary_cross_entropy", "hinge"].contains(&cost.id);
                let target = |_| if classes { rng.below(2) as f64 } else { rng.normal() };
                let targets = (0..network.outputs() * n).map(target).collect();
                let inputs = (0..inputs * n).map(|_| rng.normal()).collect();
                let batch = Batch { n, inputs, targets };
                let cost = Cost::from_id(cost.id).unwrap();
                let (error, parameters) = error_against_differences(&network, cost, &batch, &theta);
                let what = format!("{} {} {} {sizes:?} {n}", activation.id, output.id, cost.id);
                assert!(error < 1e-6, "{what}: {error:e}");
                worst.set(worst.get().max(error));
                compared.set(compared.get() + parameters);
                all.set(all.get() + network.parameters());
                Ok(())
            });
        }
    }
    let (worst, compared, all) = (worst.get(), compared.get(), all.get());
    println!("{compared} of {all} slopes, off by {worst:.1e} at the most");
    assert!(compared as f64 > 0.99 * all as f64, "{compared} of {all}");
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
    let softplus = |z: f64| (1.0 + z.exp()).ln();
    let expected = (softplus(-2.0) + softplus(-2.0) + softplus(2.0) + softplus(0.0)) / 4.0;
    assert!((loss("binary_cross_entropy") - expected).abs() < 1e-15);
    // Errors 1, 2, −2, −1; margins t a of 2, 2, −2, 0.
    assert_eq!(loss("squared_error"), (1.0 + 4.0 + 4.0 + 1.0) / 4.0);
    assert_eq!(loss("half_squared_error"), loss("squared_error") / 2.0);
    assert_eq!(loss("absolute_error"), (1.0 + 2.0 + 2.0 + 1.0) / 4.0);
    assert_eq!(loss("huber"), (0.5 + 1.5 + 1.5 + 0.5) / 4.0);
    assert_eq!(loss("hinge"), (0.0 + 0.0 + 3.0 + 1.0) / 4.0);
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
fn slices_are_the_loss() {
    let mut run = Run::new(&Experiment::from_query("layers=4-3&batch_size=7").0).unwrap();
    (0..20).for_each(|_| assert!(run.step()));
    let (network, cost) = (run.network(), run.settings().cost);
    let theta = &run.snapshot().parameters;
    let (mut slicer, mut line, mut plane) = (Slicer::default(), Vec::new(), Vec::new());
    let mut work = Workspace::default();
    let (xs, ys) = ([-1.0, 0.3, 2.0], [0.5, -0.25]);
    for x in 0..theta.len() {
        slicer.line(&run.objective(), theta, x, &xs, &mut line);
        for (value, loss) in xs.iter().zip(&line) {
            let mut theta = theta.clone();
            theta[x] = *value;
            let expected = network.loss(&theta, cost, run.coming(), &mut work);
            assert_eq!(loss.to_bits(), expected.to_bits());
        }
        for y in (0..theta.len()).filter(|y| *y != x) {
            slicer.plane(&run.objective(), theta, (x, y), (&xs, &ys), &mut plane);
            for (index, loss) in plane.iter().enumerate() {
                let mut theta = theta.clone();
                theta[x] = xs[index % xs.len()];
                theta[y] = ys[index / xs.len()];
                let expected = network.loss(&theta, cost, run.coming(), &mut work);
                let bound = 1e-6 * expected.max(1.0);
                assert!((loss - expected).abs() <= bound, "{x} {y}: {loss} {expected}");
            }
        }
    }
}

#[test]
fn slices_in_32_bits_show_every_activation_and_cost() {
    let names = |activation: &str, cost: &str| {
        let data = if ["binary_cross_entropy", "hinge"].contains(&cost) { "moons" } else { "iris" };
        format!("data={data}&activation={activation}&cost={cost}&l2=0.01&dropout=0.2")
    };
    for activation in ACTIVATIONS {
        for cost in COSTS {
            let query = names(activation.id, cost.id);
            let mut run = Run::new(&Experiment::from_query(&query).0).unwrap();
            (0..5).for_each(|_| assert!(run.step()));
            let theta = &run.snapshot().parameters;
            let (mut slicer, mut plane, mut line) = (Slicer::default(), Vec::new(), Vec::new());
            let xs = [-4.0, -0.5, theta[0], 3.0];
            slicer.plane(&run.objective(), theta, (0, 1), (&xs, &[theta[1]]), &mut plane);
            slicer.line(&run.objective(), theta, 0, &xs, &mut line);
            for (single, double) in plane.iter().zip(&line) {
                assert!((single - double).abs() <= 3e-6 * double, "{query}: {single} {double}");
            }
            assert_ne!(plane, line, "{query}: these are not 32 bits");
        }
    }
}

#[test]
fn a_slice_that_32_bits_cannot_hold_is_made_in_64() {
    let query = "activation=relu&cost=squared_error";
    let run = Run::new(&Experiment::from_query(query).0).unwrap();
    let theta = &run.snapshot().parameters;
    let (mut slicer, mut plane, mut line) = (Slicer::default(), Vec::new(), Vec::new());
    let xs = [-1e60, theta[0], 1e60];
    slicer.plane(&run.objective(), theta, (0, 1), (&xs, &[theta[1]]), &mut plane);
    slicer.line(&run.objective(), theta, 0, &xs, &mut line);
    assert_eq!(plane, line);
    assert!(plane[2] > 1e60 && plane[2].is_finite());
}

#[test]
fn parameters_know_their_place() {
    let network = Network::new(&[2, 3, 4], Activation::TANH, Activation::IDENTITY);
    assert_eq!(network.parameters(), 2 * 3 + 3 + 3 * 4 + 4);
    for index in 0..network.parameters() {
        assert_eq!(network.index(network.parameter(index)), index);
    }
}
