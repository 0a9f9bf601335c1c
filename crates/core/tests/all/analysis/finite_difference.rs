//! What the microscope shows of a step, held against the core's own gradient and against
//! differences of the loss, over many random networks.

use crate::cases::for_all;
use crate::experiment::from_json;
use downhill_core::analysis::backprop_trace::Parts;
use downhill_core::analysis::finite_difference::Measured;
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::objective::{Objective, Penalty};
use downhill_core::network::{Batch, Dropout, Workspace};
use downhill_core::{Experiment, Run};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::cell::RefCell;

/// The worst of what was compared.
#[derive(Debug, Default)]
struct Worst {
    /// How far the products of a sample's factors are from that sample's gradient, in
    /// units of its length.
    sample: f64,
    /// How far the means of the products, with the penalty, are from the batch's gradient,
    /// in units of its length.
    batch: f64,
    /// How far what is measured is from the gradient, in units of [`size`].
    measured: f64,
    /// How many are not known so well, by the error that is stated with them.
    unsure: usize,
    /// How many slopes were measured away from kinks, and at one.
    smooth: usize,
    kinked: usize,
    /// How many of the smooth ones are so large that the unit is the slope itself.
    relative: usize,
    /// How many were further off than the error that is stated with them.
    beyond: usize,
}

/// The unit of what a measured slope is off by: the slope itself; but not less than 1e-5 of
/// the longest of all parameters' slopes, nor of the loss, whose last places drown what is
/// smaller.
fn size(slope: f64, length: f64, loss: f64) -> f64 {
    slope.abs().max(1e-5 * length).max(1e-5 * loss.abs())
}

fn length(of: &[f64]) -> f64 {
    of.iter().map(|slope| slope * slope).sum::<f64>().sqrt()
}

impl Worst {
    fn measured(&mut self, found: Measured, slope: f64, length: f64, loss: f64) {
        let (off, size) = ((found.slope - slope).abs(), size(slope, length, loss));
        if found.kinked {
            self.kinked += 1;
            // There differences have no one slope to find.
            return;
        }
        self.smooth += 1;
        self.relative += usize::from(size == slope.abs());
        self.beyond += usize::from(off > found.error);
        if found.error > 1e-6 * size {
            // A kink leaves room for short steps only, and the error that is stated says so.
            self.unsure += 1;
            return;
        }
        self.measured = self.measured.max(off / size);
    }

    fn look(&mut self, run: &Run, sample: Index, weights: [Index; 2], what: &str) {
        let parts = Parts::new(run);
        let objective = run.objective();
        let (theta, gradient) = (&run.snapshot().parameters, &run.snapshot().gradient);
        let (n, loss) = (objective.batch.n, run.snapshot().batch_loss);
        let long = length(gradient).max(f64::MIN_POSITIVE);
        for (index, slope) in gradient.iter().enumerate() {
            let whole = parts.mean(run, index) + parts.penalty_slope(run, index);
            self.batch = self.batch.max((whole - slope).abs() / long);
        }
        let sample = sample.index(n);
        let (mut batch, mut dropout) = (Batch::default(), Dropout::default());
        batch.gather(objective.batch, &[sample]);
        dropout.gather(objective.dropout, n, &[sample]);
        let one = Objective {
            batch: &batch,
            dropout: &dropout,
            penalty: Penalty::default(),
            ..objective
        };
        let mut alone = vec![0.0; theta.len()];
        let cost = one.gradient(theta, &mut alone, &mut Workspace::default());
        assert_eq!(cost.to_bits(), parts.costs[sample].to_bits(), "{what}");
        let long_alone = length(&alone).max(f64::MIN_POSITIVE);
        for (index, slope) in alone.iter().enumerate() {
            let product = parts.contribution(run, index, sample).product();
            self.sample = self.sample.max((product - slope).abs() / long_alone);
        }
        for index in weights {
            let index = index.index(theta.len());
            let found = parts.measured(run, index, None);
            self.measured(found, gradient[index], long, loss);
            let found = parts.measured(run, index, Some(sample));
            self.measured(found, alone[index], long_alone, cost);
        }
    }
}

/// Networks of any shape, with any cost and penalty.
fn queries() -> impl Strategy<Value = String> {
    let one = |of: &[&'static str]| select(of.to_vec());
    let activations = || select(ACTIVATIONS.iter().map(|of| of.id).collect::<Vec<_>>());
    let costs = select(COSTS.iter().map(|of| of.id).collect::<Vec<_>>());
    let network = (vec((1..=8usize, activations()), 0..5), activations(), any::<bool>(), costs);
    let penalty = (one(&["0", "0.02"]), one(&["0", "0.2"]), any::<bool>());
    let training = (
        one(&["penguins", "iris", "moons", "spirals3", "checkerboard"]),
        one(&["0", "0.3", "0.6"]),
        one(&["1", "2", "7", "32", "full"]),
        0..10_000,
    );
    (network, penalty, training).prop_map(
        |((hidden, output, plain, cost), (l1, l2, biases), (data, dropout, batch_size, seed))| {
            let join = |of: Vec<String>| of.join("-");
            let layers = join(hidden.iter().map(|(units, _)| units.to_string()).collect());
            let activation = match hidden.is_empty() {
                true => "tanh".into(),
                false => {
                    join(hidden.iter().map(|(_, activation)| activation.to_string()).collect())
                }
            };
            let output = if plain { "identity" } else { output };
            format!(
                "layers={layers}&activation={activation}&output_activation={output}&cost={cost}\
                 &data={data}&dropout={dropout}&l1={l1}&l2={l2}&penalize_biases={biases}\
                 &batch_size={batch_size}&learning_rate=0.01&seed={seed}"
            )
        },
    )
}

#[test]
fn what_it_shows_is_the_gradient_for_networks_of_every_shape() {
    let worst = RefCell::new(Worst::default());
    let index = any::<Index>;
    let all = (queries(), 0..4, index(), [index(), index()]);
    for_all(file!(), 3000, all, |(query, steps, sample, weights)| {
        let (experiment, errors) = Experiment::from_query(&query);
        assert_eq!(errors, [], "{query}");
        let mut run = Run::new(&experiment).unwrap_or_else(|error| panic!("{query}: {error}"));
        (0..steps).for_each(|_| assert!(run.step(), "{query}"));
        worst.borrow_mut().look(&run, sample, weights, &query);
        Ok(())
    });
    let worst = worst.into_inner();
    println!("{worst:?}");
    assert!(worst.sample <= 1e-12, "{worst:?}");
    assert!(worst.batch <= 1e-12, "{worst:?}");
    assert!(worst.measured <= 1e-6, "{worst:?}");
    assert!(worst.beyond <= 1, "{worst:?}");
    assert!(worst.unsure as f64 <= 0.004 * worst.smooth as f64, "{worst:?}");
    assert!(worst.relative as f64 > 0.7 * worst.smooth as f64, "{worst:?}");
    assert!((worst.kinked as f64) < 0.03 * worst.smooth as f64, "{worst:?}");
}

#[test]
fn a_kink_in_every_step_is_said_and_has_both_slopes() {
    // The bias of a unit whose sum is 0: with relu the loss rises to one side only.
    let own = r#"{"data": {"inputs": [[0], [1]], "targets": [[3], [3]]}, "standardize": false,
        "test_fraction": 0, "layers": [1], "activation": "relu", "cost": "squared_error",
        "weights": [{"W": [[0]], "b": [0]}, {"W": [[1]], "b": [1]}]}"#;
    let experiment = from_json(own);
    let run = Run::new(&experiment).unwrap();
    let parts = Parts::new(&run);
    let found = parts.measured(&run, 1, None);
    assert!(found.kinked, "{found:?}");
    // (b + 1 − 3)² to the right, a constant to the left.
    assert!((found.slope + found.error).abs() < 1e-6, "{found:?}");
    assert!((found.slope - found.error + 4.0).abs() < 1e-6, "{found:?}");
    assert_eq!(run.snapshot().gradient[1], 0.0);
    // The last bias is nowhere near a kink.
    let found = parts.measured(&run, 3, None);
    assert!(!found.kinked && (found.slope + 4.0).abs() <= 1e-12, "{found:?}");
}
