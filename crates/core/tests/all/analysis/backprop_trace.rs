//! The parts of a step make up the whole.

use crate::cases::for_all;
use downhill_core::analysis::backprop_trace::Parts;
use downhill_core::{Experiment, Run};
use proptest::prelude::*;
use proptest::sample::select;
use std::cell::Cell;

fn run(query: &str, iterations: u32) -> Run {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    let mut run = Run::new(&experiment).unwrap();
    (0..iterations).for_each(|_| assert!(run.step()));
    run
}

const QUERIES: [&str; 5] = [
    "",
    "batch_size=10&l1=0.01&l2=0.1",
    "layers=4-3&activation=relu-sigmoid&dropout=0.4&batch_size=7&optimizer=adam&learning_rate=0.01",
    "layers=3-3-3&cost=squared_error&output_activation=tanh&l2=0.05&penalize_biases=true",
    "layers=6&cost=binary_cross_entropy&dropout=0.5&optimizer=momentum",
];

#[test]
fn contributions_recombine_to_the_gradient() {
    for query in QUERIES {
        let run = run(query, 3);
        let parts = Parts::new(&run);
        let n = run.coming().n;
        let penalty = run.settings().penalty();
        let mean = parts.costs.iter().sum::<f64>() / n as f64;
        let loss = run.snapshot().batch_loss;
        assert!((mean + parts.penalty - loss).abs() <= 1e-12 * loss.abs().max(1.0), "{query}");
        for index in 0..run.network().parameters() {
            let contributions =
                (0..n).map(|sample| parts.contribution(&run, index, sample).product());
            let mut expected = contributions.sum::<f64>() / n as f64;
            if run.network().parameter(index).input.is_some() || penalty.biases {
                expected += penalty.slope(run.snapshot().parameters[index]);
            }
            let found = run.snapshot().gradient[index];
            assert!((found - expected).abs() <= 1e-12, "{query} {index}: {found} {expected}");
        }
    }
}

#[test]
fn a_step_in_parts_has_the_same_bits() {
    for query in QUERIES {
        let mut run = run(query, 5);
        for _ in 0..5 {
            let parts = Parts::new(&run);
            assert_eq!(parts.gradient, run.snapshot().gradient, "{query}");
            let before = run.snapshot().parameters.clone();
            let next = run.snapshot().next.clone();
            assert!(run.step());
            assert_eq!(run.snapshot().parameters, next, "{query}");
            let moved: Vec<f64> = next.iter().zip(&before).map(|(next, now)| next - now).collect();
            assert_eq!(parts.step, moved, "{query}");
            let memory: Vec<(&str, Vec<f64>)> =
                run.snapshot().optimizer.memory().map(|(name, of)| (name, of.to_vec())).collect();
            assert_eq!(parts.memory, memory, "{query}");
        }
    }
}

#[test]
fn dropout_is_seeded_scaled_and_part_of_the_snapshot() {
    let run = run("dropout=0.25&layers=50", 2);
    let mask = &run.snapshot().dropout.masks[0];
    assert_eq!(mask.len(), 50 * 240);
    assert!(mask.iter().all(|mask| *mask == 0.0 || *mask == 1.0 / 0.75));
    let dropped = mask.iter().filter(|mask| **mask == 0.0).count() as f64 / mask.len() as f64;
    assert!((dropped - 0.25).abs() < 0.02, "{dropped}");
    let again = self::run("dropout=0.25&layers=50", 2);
    assert_eq!(run.snapshot().dropout, again.snapshot().dropout);
    let before = self::run("dropout=0.25&layers=50", 1);
    assert_ne!(run.snapshot().dropout, before.snapshot().dropout);
    // What is measured on all samples is measured without dropout.
    let loss = run.train_objective().loss(&run.snapshot().parameters, &mut Default::default());
    assert_eq!(loss, run.snapshot().train.loss);
    assert_ne!(loss, run.snapshot().batch_loss);
}

#[test]
fn frozen_weights_stay_and_noise_is_seeded() {
    let frozen = run("frozen=0,5&optimizer=adamw&learning_rate=0.01", 20);
    let start = run("frozen=0,5", 0);
    for (index, (now, then)) in
        frozen.snapshot().parameters.iter().zip(&start.snapshot().parameters).enumerate()
    {
        assert_eq!(now == then, index == 0 || index == 5, "{index}");
    }
    let noisy = run("gradient_noise=0.1", 10);
    assert_eq!(noisy.snapshot().parameters, run("gradient_noise=0.1", 10).snapshot().parameters);
    assert_ne!(noisy.snapshot().parameters, run("", 10).snapshot().parameters);
    assert_ne!(noisy.snapshot().gradient, noisy.snapshot().noisy_gradient);
}

#[test]
fn zeros_show_why_not() {
    let zeros = run("initialization=zeros&layers=4", 50);
    let hidden = &zeros.network().layers()[0];
    assert!(hidden.weights.clone().all(|index| zeros.snapshot().parameters[index] == 0.0));
}

/// Networks with smooth activations and costs, with penalties and dropout.
fn queries() -> impl Strategy<Value = String> {
    let smooth = ["tanh", "sigmoid", "silu", "gelu", "softplus", "sin", "identity"];
    let costs =
        ["softmax_cross_entropy", "binary_cross_entropy", "squared_error", "half_squared_error"];
    let network = (1..=5, 1..=5, select(smooth.to_vec()), select(costs.to_vec()));
    let penalty = (select(vec![0.0, 0.03]), select(vec![0.0, 0.2]), any::<bool>());
    let training = (select(vec![0.0, 0.3, 0.6]), 1..=40, 0..1000);
    (network, penalty, training).prop_map(
        |((first, second, activation, cost), (l1, l2, biases), (dropout, batch_size, seed))| {
            format!(
                "data=spirals3&layers={first}-{second}&activation={activation}&cost={cost}&l1={l1}\
                 &l2={l2}&penalize_biases={biases}&dropout={dropout}&batch_size={batch_size}\
                 &seed={seed}"
            )
        },
    )
}

#[test]
fn the_gradient_holds_penalty_and_dropout() {
    let compared = Cell::new(0);
    for_all(file!(), 150, queries(), |query| {
        let run = run(&query, 2);
        let (theta, gradient) = (&run.snapshot().parameters, &run.snapshot().gradient);
        let largest = gradient.iter().fold(0.0f64, |largest, g| largest.max(g.abs()));
        let h = 1e-5;
        for (index, slope) in gradient.iter().enumerate() {
            if theta[index].abs() <= h {
                // The kink of |w|.
                continue;
            }
            let loss = |offset: f64| {
                let mut theta = theta.clone();
                theta[index] += offset;
                run.objective().loss(&theta, &mut Default::default())
            };
            let difference = (loss(h) - loss(-h)) / (2.0 * h);
            let bound = 1e-6 * slope.abs().max(1e-2 * largest).max(1e-3);
            assert!((slope - difference).abs() <= bound, "{query} {index}: {slope} {difference}");
            compared.set(compared.get() + 1);
        }
        Ok(())
    });
    assert!(compared.get() > 3000, "{compared:?}");
}
