//! Planes through all parameters: what they are, and the loss over them.

use downhill_core::analysis::loss_plane::{self, Direction, Kind, Plane};
use downhill_core::analysis::loss_slice::{Along, Slicer};
use downhill_core::network::Workspace;
use downhill_core::run::timeline::Timeline;
use downhill_core::{Experiment, Run};

const QUERIES: [&str; 5] = [
    "",
    "layers=8-8&batch_size=16&optimizer=adam&learning_rate=0.01",
    "layers=4-3&activation=relu&seed=3&l2=0.01&optimizer=momentum&learning_rate=0.05",
    "data=circles&layers=&cost=binary_cross_entropy&optimizer=rmsprop&learning_rate=0.01",
    "data=iris&layers=5&dropout=0.3&optimizer=lion&learning_rate=0.003",
];

fn run(query: &str, steps: u32) -> Run {
    let (experiment, errors) = Experiment::from_query(query);
    assert!(errors.is_empty(), "{errors:?}");
    let mut run = Run::new(&experiment).unwrap();
    (0..steps).for_each(|_| assert!(run.step()));
    run
}

fn dot(x: &[f64], y: &[f64]) -> f64 {
    x.iter().zip(y).map(|(x, y)| x * y).sum()
}

fn norm(x: &[f64]) -> f64 {
    dot(x, x).sqrt()
}

fn less(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

fn bits(plane: &Plane) -> Vec<u64> {
    let all = plane.axes.iter().flatten().chain(&plane.origin);
    all.map(|value| value.to_bits()).collect()
}

#[test]
fn directions_are_orthonormal_and_the_same_whenever_they_are_asked_for() {
    for query in QUERIES {
        for steps in [0, 1, 2, 3, 40, 41] {
            let run = run(query, steps);
            for (id, kind) in Kind::ALL {
                let plane = Plane::of(&run, kind, (1, 2));
                let [u, v] = &plane.axes;
                let what = format!("{query} {id} after {steps}: {:?}", plane.along);
                let length = if kind == Kind::Random { norm(u) } else { 1.0 };
                for (axis, expected) in [(u, length), (v, length)] {
                    assert!((norm(axis) / expected - 1.0).abs() <= 1e-12, "{what}: {}", norm(axis));
                }
                assert!(dot(u, v).abs() <= 1e-12 * length * length, "{what}: {:e}", dot(u, v));
                let again = Plane::of(&self::run(query, steps), kind, (1, 2));
                assert_eq!(bits(&plane), bits(&again), "{what}");
                // The ball is in the plane through it, exactly.
                let theta = &run.snapshot().parameters;
                assert_eq!(plane.distance(theta), 0.0, "{what}");
                assert_eq!(&plane.at(plane.shadow(theta)), theta, "{what}");
            }
        }
    }
}

#[test]
fn each_unit_s_part_of_a_random_direction_is_as_long_as_its_weights() {
    for query in QUERIES {
        let run = run(query, 10);
        let theta = &run.snapshot().parameters;
        let axes = Plane::of(&run, Kind::Random, (0, 1)).axes;
        for axis in &axes {
            for layer in run.network().layers() {
                for start in layer.weights.clone().step_by(layer.inputs) {
                    let unit = start..start + layer.inputs;
                    let (found, expected) = (norm(&axis[unit.clone()]), norm(&theta[unit]));
                    assert!((found / expected - 1.0).abs() < 1e-14, "{query}: {found} {expected}");
                }
                assert!(axis[layer.biases.clone()].iter().all(|bias| *bias == 0.0), "{query}");
            }
        }
        let other = Experiment { seed: 77, ..run.experiment().clone() };
        let other = Run::new(&other).unwrap();
        let others = loss_plane::filter_normalized(run.network(), theta, other.experiment().seed);
        assert_ne!(axes, others, "the seed chooses");
    }
}

#[test]
fn where_a_unit_has_one_input_or_no_weights_there_are_still_two_directions() {
    let of_one_input = "data=nebulae&layers=3&cost=squared_error&standardize=false";
    for (query, steps) in [(of_one_input, 5), ("initialization=zeros", 0)] {
        let run = run(query, steps);
        let plane = Plane::of(&run, Kind::Random, (0, 1));
        let [u, v] = &plane.axes;
        assert!(norm(u) > 0.1 && norm(v) > 0.1 && dot(u, v).abs() < 0.999 * norm(u) * norm(v));
        // The shadow of a place of the plane is that place, also if the axes are askew.
        let (x, y) = plane.shadow(&plane.at((0.3, -0.7)));
        assert!((x - 0.3).abs() < 1e-12 && (y + 0.7).abs() < 1e-12, "{query}: {x} {y}");
    }
}

/// What NumPy's singular value decomposition gives for the same paths; the file says how
/// it was made.
#[test]
fn principal_directions_are_those_of_a_trusted_decomposition() {
    let file = include_str!("principal_directions.txt");
    let lines: Vec<&str> = file.lines().filter(|line| !line.starts_with('#')).collect();
    let numbers = |line: &str| -> Vec<f64> {
        line.split(' ').map(|number| number.parse().unwrap()).collect()
    };
    let mut worst = 0.0f64;
    for recorded in lines.chunks_exact(4) {
        let (steps, query) = recorded[0].split_once(' ').unwrap();
        let run = run(query, steps.parse().unwrap());
        let plane = Plane::of(&run, Kind::Path, (0, 1));
        let shares = numbers(recorded[1]);
        for axis in 0..2 {
            let Direction::Principal(share) = plane.along[axis] else { panic!("{query}") };
            assert!((share / shares[axis] - 1.0).abs() < 1e-10, "{query}: {share} {shares:?}");
            let expected = numbers(recorded[2 + axis]);
            let sign = dot(&plane.axes[axis], &expected).signum();
            let off = plane.axes[axis].iter().zip(&expected).map(|(a, b)| (sign * a - b).abs());
            worst = off.fold(worst, f64::max);
        }
        // The two shares together are the path's share in the plane.
        let theta = &run.snapshot().parameters;
        let share = plane.share(theta, loss_plane::path(&run)).unwrap();
        assert!((share - shares[0] - shares[1]).abs() < 1e-12, "{query}: {share}");
    }
    println!("directions differ by {worst:.1e} at the most");
    assert_eq!(lines.len(), 12);
    assert!(worst < 1e-9, "{worst:e}");
}

#[test]
fn no_plane_shows_more_of_the_path_than_the_path_s_own() {
    for query in QUERIES {
        let run = run(query, 60);
        let theta = &run.snapshot().parameters;
        let share = |kind| {
            let plane = Plane::of(&run, kind, (0, 1));
            let path: Vec<&[f64]> = loss_plane::path(&run).collect();
            let share = plane.share(theta, path.iter().copied()).unwrap();
            // By another way: what is left of each point's distance.
            let (mut outside, mut all) = (0.0, 0.0);
            for point in path {
                let way = less(point, theta);
                let (x, y) = plane.part(&way);
                let parts = plane.axes[0].iter().zip(&plane.axes[1]).zip(&way);
                let rest: Vec<f64> = parts.map(|((u, v), d)| d - x * u - y * v).collect();
                outside += dot(&rest, &rest);
                all += dot(&way, &way);
            }
            assert!((share + outside / all - 1.0).abs() < 1e-12, "{query}: {share}");
            share
        };
        let own = share(Kind::Path);
        for kind in [Kind::Weights, Kind::Random, Kind::Gradient] {
            assert!(share(kind) <= own + 1e-12, "{query}");
        }
    }
    let start = run("", 0);
    let plane = Plane::of(&start, Kind::Path, (0, 1));
    assert_eq!(plane.share(&start.snapshot().parameters, loss_plane::path(&start)), None);
}

#[test]
fn what_has_fewer_directions_is_completed() {
    let along = |query: &str, steps, kind| Plane::of(&run(query, steps), kind, (0, 1)).along;
    let (path, gradient) = (Kind::Path, Kind::Gradient);
    // Plain descent from its start: gradient and coming step are one direction.
    assert_eq!(along("", 0, path), [Direction::Step, Direction::Any]);
    assert_eq!(along("", 0, gradient), [Direction::Gradient, Direction::Any]);
    assert!(matches!(along("", 1, path), [Direction::Principal(_), Direction::Step]));
    assert_eq!(along("", 1, gradient), [Direction::Gradient, Direction::Move]);
    assert_eq!(
        along("optimizer=momentum&learning_rate=0.1", 3, gradient),
        [Direction::Gradient, Direction::Momentum]
    );
    assert_eq!(
        along("optimizer=adam&learning_rate=0.01", 0, gradient),
        [Direction::Gradient, Direction::Step]
    );
}

#[test]
fn the_loss_over_a_plane_is_the_true_loss() {
    for query in QUERIES {
        let run = run(query, 30);
        let (objective, theta) = (run.objective(), &run.snapshot().parameters);
        let (mut slicer, mut work) = (Slicer::default(), Workspace::default());
        for (id, kind) in Kind::ALL {
            let plane = Plane::of(&run, kind, (1, 0));
            let along = match kind {
                Kind::Weights => Along::Parameters(1, 0),
                _ => Along::Directions(&plane.axes[0], &plane.axes[1]),
            };
            let at = plane.shadow(theta);
            let xs = [at.0 - 1.0, at.0, at.0 + 0.5];
            let ys = [at.1 - 0.25, at.1];
            let mut losses = vec![f64::NAN; 6];
            let all = along.lines(run.network(), (&xs, &ys));
            let mut lines = |lines, losses: &mut [f64]| {
                slicer.lines(&objective, &plane.origin, along, (&xs, &ys), lines, losses);
            };
            lines(0..all, &mut losses);
            for (index, loss) in losses.iter().enumerate() {
                let place = plane.at((xs[index % 3], ys[index / 3]));
                let expected = objective.loss(&place, &mut work);
                assert!((loss / expected - 1.0).abs() < 3e-6, "{query} {id}: {loss} {expected}");
            }
            let (centre, loss) = (losses[4], run.snapshot().batch_loss);
            assert!((centre / loss - 1.0).abs() < 1e-6, "{query} {id}: {centre} {loss}");
            // Line by line, and the last first: the same bits.
            let mut again = vec![f64::NAN; 6];
            (0..all).rev().for_each(|line| lines(line..line + 1, &mut again));
            assert_eq!(losses, again, "{query} {id}");
        }
    }
}

#[test]
fn along_a_chosen_weight_the_plane_is_that_weight_s_slice() {
    for query in QUERIES {
        let run = run(query, 30);
        let (objective, theta) = (run.objective(), &run.snapshot().parameters);
        let mut slicer = Slicer::default();
        let (mut line, mut plane) = (Vec::new(), Vec::new());
        let xs: Vec<f64> = (-8..=8).map(|index| theta[1] + 0.25 * f64::from(index)).collect();
        slicer.line(&objective, theta, 1, &xs, &mut line);
        slicer.plane(&objective, theta, (1, 2), (&xs, &[theta[2]]), &mut plane);
        for (single, double) in plane.iter().zip(&line) {
            assert!((single / double - 1.0).abs() < 1e-6, "{query}: {single} {double}");
        }
    }
}

#[test]
fn a_line_that_32_bits_cannot_hold_is_made_in_64() {
    let run = run("activation=relu&cost=squared_error", 0);
    let (objective, plane) = (run.objective(), Plane::of(&run, Kind::Gradient, (0, 1)));
    let along = Along::Directions(&plane.axes[0], &plane.axes[1]);
    let (xs, ys) = ([0.0, 1e40], [0.0, 1.0]);
    let mut losses = vec![0.0; 4];
    Slicer::default().lines(&objective, &plane.origin, along, (&xs, &ys), 0..2, &mut losses);
    let expected = objective.loss(&plane.at((1e40, 0.0)), &mut Workspace::default());
    assert!(expected > 1e38 && expected.is_finite());
    assert_eq!(losses[1], expected);
}

#[test]
fn a_moment_that_is_over_is_the_same_from_later_on() {
    let mut time = Timeline::new(run("batch_size=16", 0));
    (0..100).for_each(|_| assert!(time.step()));
    for iteration in [0, 7, 64, 100] {
        let mut then = time.nearest(iteration);
        while then.snapshot().iteration < iteration && then.step() {}
        let alone = run("batch_size=16", iteration);
        assert_eq!(then.snapshot().iteration, iteration);
        assert_eq!(then.snapshot().parameters, alone.snapshot().parameters);
        for (id, kind) in Kind::ALL {
            let [here, there] = [&then, &alone].map(|run| bits(&Plane::of(run, kind, (0, 1))));
            assert_eq!(here, there, "{id}");
        }
    }
    assert_eq!(time.now().snapshot().iteration, 100);
}
