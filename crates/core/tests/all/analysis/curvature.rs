//! The Hessian's products against differences of the gradient, and its largest
//! eigenvalue against all eigenvalues of the Hessian written out.

use crate::cases::for_all;
use downhill_core::analysis::curvature::Curvature;
use downhill_core::network::activation::{ACTIVATIONS, Activation};
use downhill_core::network::cost::{COSTS, Cost};
use downhill_core::network::objective::{Objective, Penalty};
use downhill_core::network::{Batch, Dropout, Network, Workspace};
use downhill_core::numeric::rng::{Rng, Stream};
use downhill_core::{Experiment, Run};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::cell::{Cell, RefCell};

/// Half the width of a central difference.
const H: f64 = 1e-5;

/// All that an objective is made of, at random.
struct Problem {
    network: Network,
    cost: Cost,
    penalty: Penalty,
    batch: Batch,
    dropout: Dropout,
    theta: Vec<f64>,
}

impl Problem {
    fn new(
        rng: &mut Rng,
        sizes: &[usize],
        (activation, cost): (&str, &str),
        with_penalty: bool,
        with_dropout: bool,
    ) -> Problem {
        let hidden = Activation::from_id(activation).unwrap();
        let output = if rng.below(2) == 0 { hidden } else { Activation::IDENTITY };
        let network = Network::new(sizes, hidden, output);
        let theta = (0..network.parameters()).map(|_| rng.normal()).collect();
        let n = 1 + rng.below(12);
        let classes = ["binary_cross_entropy", "hinge"].contains(&cost);
        let target = |_| if classes { rng.below(2) as f64 } else { rng.normal() };
        let targets = (0..network.outputs() * n).map(target).collect();
        let inputs = (0..sizes[0] * n).map(|_| rng.normal()).collect();
        let mut dropout = Dropout::default();
        if with_dropout {
            for units in &sizes[1..sizes.len() - 1] {
                dropout.masks.push((0..units * n).map(|_| 2.0 * rng.below(2) as f64).collect());
            }
        }
        let mut penalty = Penalty::default();
        if with_penalty {
            penalty = Penalty { l1: 0.1, l2: rng.unit(), biases: rng.below(2) == 0 };
        }
        let (batch, cost) = (Batch { n, inputs, targets }, Cost::from_id(cost).unwrap());
        Problem { network, cost, penalty, batch, dropout, theta }
    }

    fn objective(&self) -> Objective<'_> {
        let Problem { network, penalty, batch, dropout, .. } = self;
        Objective { network, cost: self.cost, penalty: *penalty, batch, dropout }
    }
}

fn random_vector(rng: &mut Rng, length: usize) -> Vec<f64> {
    let vector: Vec<f64> = (0..length).map(|_| rng.normal()).collect();
    let norm = norm(&vector);
    vector.iter().map(|value| value / norm).collect()
}

fn moved(theta: &[f64], by: f64, v: &[f64]) -> Vec<f64> {
    theta.iter().zip(v).map(|(theta, v)| theta + by * v).collect()
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

fn norm(x: &[f64]) -> f64 {
    dot(x, x).sqrt()
}

fn product(objective: &Objective, theta: &[f64], v: &[f64]) -> Vec<f64> {
    // Not zeros: all of it is to be written.
    let mut product = vec![f64::NAN; v.len()];
    Curvature::default().times(objective, theta, v, &mut product);
    product
}

/// (∇(θ + hv) − ∇(θ − hv))/(2h); none where a slope jumps in between.
fn difference(objective: &Objective, theta: &[f64], v: &[f64]) -> Option<Vec<f64>> {
    let mut work = Workspace::default();
    let [(low, left), (high, right)] = [-H, H].map(|by| {
        let theta = moved(theta, by, v);
        let mut gradient = vec![0.0; theta.len()];
        objective.gradient(&theta, &mut gradient, &mut work);
        (gradient, distances_to_kinks(objective, &theta, &work))
    });
    let crossed = left.iter().zip(&right).any(|(left, right)| left * right <= 0.0);
    (!crossed).then(|| low.iter().zip(high).map(|(low, high)| (high - low) / (2.0 * H)).collect())
}

/// How far, with a sign, everything is from where a slope or its slope jumps.
fn distances_to_kinks(objective: &Objective, theta: &[f64], work: &Workspace) -> Vec<f64> {
    let mut distances = Vec::new();
    for (index, layer) in objective.network.layers().iter().enumerate() {
        if ["relu", "leaky_relu", "elu"].contains(&layer.activation.id) {
            distances.extend_from_slice(work.z(index));
        }
    }
    for (a, y) in work.outputs().iter().zip(&objective.batch.targets) {
        match objective.cost.id {
            "absolute_error" => distances.push(a - y),
            "huber" => distances.extend([a - y - 1.0, a - y + 1.0]),
            "hinge" => distances.push(1.0 - (2.0 * y - 1.0) * a),
            _ => {}
        }
    }
    if objective.penalty.l1 != 0.0 {
        distances.extend_from_slice(theta);
    }
    distances
}

/// The sizes of a network with up to three hidden layers; whether there is a penalty, and dropout;
/// the seed of all numbers.
fn shapes() -> impl Strategy<Value = (Vec<usize>, bool, bool, u32)> + Clone {
    let sizes = (1..=4usize, vec(1..=5usize, 0..4), 1..=3usize)
        .prop_map(|(inputs, hidden, outputs)| [&[inputs][..], &hidden, &[outputs]].concat());
    (sizes, any::<bool>(), any::<bool>(), any::<u32>())
}

#[test]
fn products_are_how_the_gradient_changes() {
    let (worst, asymmetry) = (Cell::new(0.0f64), Cell::new(0.0f64));
    let (compared, all) = (Cell::new(0), Cell::new(0));
    for activation in ACTIVATIONS {
        for cost in COSTS {
            for_all(file!(), 32, shapes(), |(sizes, with_penalty, with_dropout, seed)| {
                let mut rng = Rng::new(seed, Stream::Weights);
                let pair = (activation.id, cost.id);
                let problem = Problem::new(&mut rng, &sizes, pair, with_penalty, with_dropout);
                let (objective, theta) = (problem.objective(), &problem.theta);
                let [u, v] = [(); 2].map(|()| random_vector(&mut rng, theta.len()));
                let [hu, hv] = [&u, &v].map(|v| product(&objective, theta, v));
                let what = format!("{pair:?} {sizes:?} {with_penalty} {with_dropout}");

                let error = (dot(&u, &hv) - dot(&v, &hu)).abs() / (norm(&hu) + norm(&hv)).max(1e-9);
                assert!(error < 1e-12, "{what}: {error:e}");
                asymmetry.set(asymmetry.get().max(error));

                all.set(all.get() + 1);
                let Some(difference) = difference(&objective, theta, &v) else { return Ok(()) };
                compared.set(compared.get() + 1);
                // Each gradient is off by last places, their difference over 2 H by
                // some 1e-11: a product next to nothing can be told no better.
                let error = norm(&moved(&hv, -1.0, &difference)) / norm(&hv).max(1e-3);
                assert!(error < 1e-6, "{what}: {error:e}");
                worst.set(worst.get().max(error));
                Ok(())
            });
        }
    }
    let (worst, asymmetry, compared, all) =
        (worst.get(), asymmetry.get(), compared.get(), all.get());
    println!("{compared} of {all} products, off by {worst:.1e}; symmetric to {asymmetry:.1e}");
    assert!(compared as f64 > 0.95 * all as f64, "{compared} of {all}");
}

#[test]
fn second_derivatives_are_the_slopes_of_slopes() {
    // From −20 to 20, past 0 and ±1, where some have a kink.
    let z: Vec<f64> = (0..1000).map(|index| -20.0 + 0.04 * (f64::from(index) + 0.5)).collect();
    for activation in ACTIVATIONS {
        let slope = |by: f64| {
            let z: Vec<f64> = z.iter().map(|z| z + by).collect();
            let (mut a, mut delta) = (vec![0.0; z.len()], vec![-2.5; z.len()]);
            (activation.apply)(&z, &mut a);
            (activation.times_slope)(&z, &a, &mut delta);
            (delta, a)
        };
        let ((low, _), (high, _), (_, a)) = (slope(-H), slope(H), slope(0.0));
        let mut curvature = vec![-2.5; z.len()];
        (activation.times_curvature)(&z, &a, &mut curvature);
        for (index, curvature) in curvature.iter().enumerate() {
            let error = (curvature - (high[index] - low[index]) / (2.0 * H)).abs();
            // The slopes' last places, over 2 H.
            assert!(error < 1e-8, "{} at {}: {error:e}", activation.id, z[index]);
        }
        // Far out all become lines, but for sin; and a NaN stays a NaN.
        let far = [-1e300, -800.0, 800.0, 1e300, f64::NAN];
        let (mut a, mut delta) = ([0.0; 5], [1.0, 1.0, 1.0, 1.0, f64::NAN]);
        (activation.apply)(&far, &mut a);
        (activation.times_curvature)(&far, &a, &mut delta);
        let expected = |delta: &f64| delta.abs() <= if activation.id == "sin" { 1.0 } else { 0.0 };
        assert!(delta[..4].iter().all(expected), "{} {delta:?}", activation.id);
        assert!(delta[4].is_nan());
    }
    let curvature_at_0 = |id: &str| {
        let mut delta = [1.0];
        (Activation::from_id(id).unwrap().times_curvature)(&[0.0], &[0.0], &mut delta);
        delta[0]
    };
    assert_eq!(["relu", "leaky_relu", "elu"].map(curvature_at_0), [0.0, 0.0, 1.0]);
}

#[test]
fn costs_bend_by_their_textbook_values() {
    // Two outputs of two samples.
    let (a, y, r) = ([2.0, -2.0, 2.0, 0.0], [1.0, 0.0, 0.0, 1.0], [1.0, 2.0, 3.0, -1.0]);
    let change = |id: &str| {
        let (mut out, mut scratch) = ([f64::NAN; 4], [0.0; 8]);
        (Cost::from_id(id).unwrap().slope_change)(&a, &y, 2, &r, &mut out, &mut scratch);
        out
    };
    assert_eq!(change("squared_error"), r.map(|r| r / 2.0));
    assert_eq!(change("half_squared_error"), r.map(|r| r / 4.0));
    assert_eq!(change("absolute_error"), [0.0; 4]);
    assert_eq!(change("hinge"), [0.0; 4]);
    // Errors 1, −2, 2, −1: at ±1 it is the inner side's.
    assert_eq!(change("huber"), [0.25, 0.0, 0.0, -0.25]);
    // The first sample's shares are ½ and ½: r − p·r is −1 and 1.
    let softmax = change("softmax_cross_entropy");
    assert_eq!([softmax[0], softmax[2]], [-0.25, 0.25]);
    assert_eq!(change("binary_cross_entropy")[3], -0.0625);
    // Outputs of hundreds do not overflow.
    let (mut out, mut scratch) = ([f64::NAN; 2], [0.0; 4]);
    for cost in COSTS {
        let targets = [0.0, 1.0];
        (cost.slope_change)(&[800.0, -800.0], &targets, 1, &[1.0, 1.0], &mut out, &mut scratch);
        assert!(out.iter().all(|change| change.is_finite()), "{} {out:?}", cost.id);
    }
}

/// All eigenvalues of a symmetric matrix, by Jacobi's rotations (1846).
fn eigenvalues(mut matrix: Vec<Vec<f64>>) -> Vec<f64> {
    let size = matrix.len();
    for _ in 0..100 {
        let mut rotated = false;
        for p in 0..size {
            for q in p + 1..size {
                let beside = matrix[p][q];
                if beside.abs() <= 1e-18 * norm(&matrix[p]).max(norm(&matrix[q])) {
                    continue;
                }
                rotated = true;
                let theta = (matrix[q][q] - matrix[p][p]) / (2.0 * beside);
                let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
                let sine = tangent * cosine;
                for row in &mut matrix {
                    (row[p], row[q]) =
                        (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
                }
                let (upper, lower) = matrix.split_at_mut(q);
                for (x, y) in upper[p].iter_mut().zip(&mut lower[0]) {
                    (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
                }
                (matrix[p][q], matrix[q][p]) = (0.0, 0.0);
            }
        }
        if !rotated {
            break;
        }
    }
    (0..size).map(|index| matrix[index][index]).collect()
}

/// Sums over all networks.
#[derive(Debug, Default)]
struct Seen {
    most_weights: usize,
    steps: usize,
    /// The largest errors of the eigenvalue, of a column of the Hessian, and the largest residual.
    value: f64,
    column: f64,
    residual: f64,
    /// How many bend down more than up.
    bent_down: usize,
}

#[test]
fn the_largest_eigenvalue_is_that_of_the_whole_hessian() {
    let seen = RefCell::new(Seen::default());
    let activations = select(ACTIVATIONS.iter().map(|of| of.id).collect::<Vec<_>>());
    let costs = select(COSTS.iter().map(|of| of.id).collect::<Vec<_>>());
    for_all(file!(), 200, (activations, costs, shapes()), |(activation, cost, shape)| {
        let (sizes, with_penalty, with_dropout, seed) = shape;
        let mut rng = Rng::new(seed, Stream::Weights);
        let pair = (activation, cost);
        let problem = Problem::new(&mut rng, &sizes, pair, with_penalty, with_dropout);
        let (objective, theta) = (problem.objective(), &problem.theta);
        let size = theta.len();
        prop_assume!(size <= 50);
        let mut seen = seen.borrow_mut();
        let what = format!("{pair:?} {sizes:?} {with_penalty} {with_dropout}");

        let columns: Vec<Vec<f64>> = (0..size)
            .map(|index| {
                let mut unit = vec![0.0; size];
                unit[index] = 1.0;
                let column = product(&objective, theta, &unit);
                if let Some(difference) = difference(&objective, theta, &unit) {
                    let error = norm(&moved(&column, -1.0, &difference)) / norm(&column).max(1e-3);
                    assert!(error < 1e-6, "{what} {index}: {error:e}");
                    seen.column = seen.column.max(error);
                }
                column
            })
            .collect();
        let all = eigenvalues(columns.clone());
        let largest = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let lowest = all.iter().copied().fold(f64::INFINITY, f64::min);
        seen.bent_down += usize::from(-lowest > largest);

        let found = Curvature::default().largest_eigenvalue(&objective, theta, seed);
        // A Hessian of zeros has no digits to be right.
        let error = (found.value - largest).abs() / largest.abs().max(1e-3);
        assert!(error < 1e-8, "{what}: {} instead of {largest}", found.value);
        seen.value = seen.value.max(error);
        assert!(found.iterations <= size && (norm(&found.vector) - 1.0).abs() < 1e-14);
        let times: Vec<f64> = columns.iter().map(|column| dot(column, &found.vector)).collect();
        let residual = norm(&moved(&times, -found.value, &found.vector));
        let scale = largest.abs().max(lowest.abs()).max(1.0);
        assert!((residual - found.residual).abs() < 1e-13 * scale, "{what}");
        assert!(residual < 1.1e-10 * scale, "{what}: {residual:e}");
        seen.residual = seen.residual.max(residual / found.value.abs().max(1.0));
        seen.steps += found.iterations;
        seen.most_weights = seen.most_weights.max(size);
        Ok(())
    });
    println!("{:?}", seen.into_inner());
}

#[test]
fn a_line_through_points_has_its_textbook_curvature() {
    let network = Network::new(&[1, 1], Activation::IDENTITY, Activation::IDENTITY);
    let batch = Batch { n: 3, inputs: vec![1.0, 2.0, 3.0], targets: vec![0.5, -1.0, 4.0] };
    let cost = Cost::from_id("half_squared_error").unwrap();
    let penalty = Penalty { l1: 1.0, l2: 0.5, biases: false };
    let dropout = Dropout::NONE;
    let objective = Objective { network: &network, cost, penalty, batch: &batch, dropout };
    // H = [[mean x² + l2, mean x], [mean x, 1]].
    let (p, q) = (14.0 / 3.0 + 0.5, 2.0);
    let column = product(&objective, &[0.3, -0.2], &[1.0, 0.0]);
    assert!((column[0] - p).abs() < 1e-15 * p && (column[1] - q).abs() < 1e-15 * q);
    let expected = 0.5 * (p + 1.0) + (0.25 * (p - 1.0) * (p - 1.0) + q * q).sqrt();
    let found = Curvature::default().largest_eigenvalue(&objective, &[0.3, -0.2], 1);
    assert!((found.value - expected).abs() < 1e-14 * expected, "{found:?} {expected}");
    assert!(found.residual < 1e-14 && found.iterations <= 2);
}

#[test]
fn the_same_seed_gives_the_same_bits_and_another_the_same_eigenvalue() {
    let (experiment, errors) = Experiment::from_query("layers=8-4&activation=gelu");
    assert_eq!(errors, []);
    let mut run = Run::new(&experiment).unwrap();
    let mut kept = Curvature::default();
    for iteration in [0, 10, 300] {
        while run.snapshot().iteration < iteration {
            assert!(run.step());
        }
        let (objective, theta) = (run.objective(), &run.snapshot().parameters);
        let first = kept.largest_eigenvalue(&objective, theta, 7);
        // Room that is kept changes nothing.
        let again = Curvature::default().largest_eigenvalue(&objective, theta, 7);
        let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<u64>>();
        assert_eq!(bits(&first.vector), bits(&again.vector));
        assert_eq!(bits(&[first.value, first.residual]), bits(&[again.value, again.residual]));
        assert_eq!(first.iterations, again.iterations);
        let other = kept.largest_eigenvalue(&objective, theta, 8);
        assert_ne!(bits(&first.vector), bits(&other.vector));
        assert!((first.value - other.value).abs() < 1e-9 * first.value.abs());
        println!(
            "{} weights at {iteration}: {} after {} steps, residual {:.1e}",
            theta.len(),
            first.value,
            first.iterations,
            first.residual
        );
        // What it is for: along v the loss bends by λ.
        let mut work = Workspace::default();
        let h = 1e-4;
        let [low, here, high] =
            [-h, 0.0, h].map(|by| objective.loss(&moved(theta, by, &first.vector), &mut work));
        let bend = (high - 2.0 * here + low) / (h * h);
        assert!((bend - first.value).abs() < 1e-4 * first.value.abs().max(1.0), "{bend}");
    }
}

#[test]
fn a_diverged_network_has_no_eigenvalue() {
    let mut rng = Rng::new(2, Stream::Weights);
    let problem = Problem::new(&mut rng, &[2, 3, 1], ("tanh", "squared_error"), true, false);
    let mut theta = problem.theta.clone();
    theta[4] = f64::NAN;
    let found = Curvature::default().largest_eigenvalue(&problem.objective(), &theta, 1);
    assert!(found.value.is_nan() && found.residual.is_nan());
}
