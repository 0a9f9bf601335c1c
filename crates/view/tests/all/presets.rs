//! Each example shows what it says.

use downhill_core::data::features::Features;
use downhill_core::network::{Dropout, Layer, Workspace};
use downhill_core::numeric::vector;
use downhill_core::run::snapshot::Status;
use downhill_core::{Experiment, Run};
use downhill_view::options::preset::{PRESETS, Preset, Presets};
use downhill_view::options::scene::{NETWORK, Scene};
use downhill_view::options::show::Show;
use downhill_view::text::native::ENGLISH;

/// An example's experiment and how it is shown.
fn read(id: &str) -> (Experiment, Show) {
    let preset = Preset::from_id(id).unwrap_or_else(|| panic!("{id}"));
    let mut show = Show { scene: &NETWORK, ..Show::default() };
    let (experiment, problems) =
        Experiment::from_query_with(preset.query, &mut |key, value| show.set(key, value));
    assert_eq!(problems, [], "{id}");
    (experiment, show)
}

/// An example after its steps.
fn run(id: &str) -> Run {
    let (experiment, show) = read(id);
    let mut run = Run::new(&experiment).unwrap();
    while run.snapshot().iteration < show.rules.iterations && run.step() {}
    run
}

/// The median over the seeds 1 to 10.
fn median(id: &str, of: impl Fn(&Run) -> f64) -> f64 {
    let (experiment, show) = read(id);
    let end = |seed| {
        let mut run = Run::new(&Experiment { seed, ..experiment.clone() }).unwrap();
        assert!(run.train(show.rules.iterations), "seed {seed}");
        of(&run)
    };
    let mut found: Vec<f64> = (1..=10).map(end).collect();
    found.sort_by(f64::total_cmp);
    (found[4] + found[5]) / 2.0
}

fn norm(run: &Run, layer: &Layer) -> f64 {
    vector::norm(&run.snapshot().gradient[layer.weights.start..layer.biases.end])
}

#[test]
fn every_example_is_short_ends_and_is_known_by_its_address() {
    let presets = Presets::read();
    for preset in &PRESETS {
        let (experiment, show) = read(preset.id);
        assert!(show.rules.iterations > 0, "{}", preset.id);
        let watch = ["watch_", preset.id].concat();
        assert!(ENGLISH.get(&watch).starts_with("Watch "), "{watch}");
        assert_eq!(Scene::implied(&experiment), Some(&NETWORK), "{}", preset.id);
        let query = experiment.to_query_with(show.pairs(&experiment)).unwrap();
        assert!(query.len() < 300, "{}: {} characters", preset.id, query.len());
        let (again, problems) = Experiment::from_query_with(&query, &mut |_, _| Ok(()));
        assert_eq!((&again, problems), (&experiment, Vec::new()));
        assert_eq!(presets.of(&again), Some(preset), "{}", preset.id);
        // A change made during the run keeps it, another start does not.
        let mut run = Run::new(&experiment).unwrap();
        assert!(run.step());
        run.edit("learning_rate", "0.123").unwrap();
        assert_eq!(presets.of(run.experiment()), Some(preset), "{}", preset.id);
        let other = Experiment { seed: 77, ..experiment };
        assert_eq!(presets.of(&other), None, "{}", preset.id);
    }
    assert_eq!(presets.of(&Experiment::default()), None);
}

#[test]
fn it_learns_well_and_at_too_high_a_rate_the_loss_jumps() {
    let (well, high) = (run("learns_well"), run("too_high_a_rate"));
    let [start, end] =
        [Run::new(well.experiment()).unwrap(), well.clone()].map(|run| run.snapshot().train.loss);
    println!("loss {start:.3} → {end:.3}, test accuracy {}", well.snapshot().test.accuracy);
    assert!(end < 0.25 * start && well.snapshot().test.accuracy >= 0.95);
    let losses: Vec<f64> = high.history().points().iter().map(|point| point.train).collect();
    let rises = losses.windows(2).filter(|pair| pair[1] > pair[0]).count();
    let highest = losses.iter().fold(0.0, |highest: f64, loss| highest.max(*loss));
    println!("{rises} rises of {}, up to {highest:.1}", losses.len() - 1);
    assert!(4 * rises > losses.len() && highest > 10.0 * start);
}

#[test]
fn from_zeros_hidden_units_stay_identical() {
    let (experiment, show) = read("equal_weights");
    let mut run = Run::new(&experiment).unwrap();
    for _ in 0..show.rules.iterations {
        assert!(run.step());
        let layers = run.network().layers();
        for numbers in [&run.snapshot().parameters, &run.snapshot().gradient] {
            let first = &layers[0];
            let rows = numbers[first.weights.clone()].chunks_exact(first.inputs);
            assert!(rows.clone().all(|row| row == &numbers[..first.inputs]));
            for row in numbers[layers[1].weights.clone()].chunks_exact(first.outputs) {
                assert!(row.iter().all(|weight| *weight == row[0]));
            }
        }
    }
    println!("accuracy {}", run.snapshot().train.accuracy);
    assert_eq!(run.snapshot().train.accuracy, 0.5);
}

#[test]
fn without_a_hidden_layer_xor_is_at_most_three_quarters_right() {
    for seed in 1..=10 {
        let (mut experiment, show) = read("no_hidden_layer");
        experiment.seed = seed;
        let mut run = Run::new(&experiment).unwrap();
        for _ in 0..show.rules.iterations {
            assert!(run.snapshot().train.accuracy <= 0.75, "{seed}");
            assert!(run.step());
        }
        println!("seed {seed}: {:.3}", run.snapshot().train.accuracy);
    }
}

#[test]
fn squares_as_inputs_separate_circles_without_a_hidden_layer() {
    for seed in 1..=10 {
        let (experiment, show) = read("squares_as_inputs");
        let experiment = Experiment { seed, ..experiment };
        let mut run = Run::new(&experiment).unwrap();
        assert!(run.train(show.rules.iterations));
        let plain = Experiment { features: Features::default(), ..experiment };
        let mut plain = Run::new(&plain).unwrap();
        assert!(plain.train(show.rules.iterations));
        let right = |run: &Run| (run.snapshot().train.accuracy, run.snapshot().test.accuracy);
        println!("seed {seed}: {:?}, from the inputs {:?}", right(&run), right(&plain));
        assert_eq!(right(&run), (1.0, 1.0), "{seed}");
        assert!(right(&plain).0 < 0.7, "{seed}");
    }
}

#[test]
fn through_deep_sigmoids_the_gradient_vanishes() {
    let (experiment, show) = read("vanishing_gradients");
    let mut run = Run::new(&experiment).unwrap();
    let mut ratios = Vec::new();
    for _ in 0..show.rules.iterations {
        let layers = run.network().layers();
        ratios.push(norm(&run, &layers[0]) / norm(&run, &layers[layers.len() - 1]));
        assert!(run.step());
    }
    ratios.sort_by(f64::total_cmp);
    println!(
        "first to last: median {:e}, largest {:e}",
        ratios[ratios.len() / 2],
        ratios[ratios.len() - 1]
    );
    assert!(ratios[ratios.len() / 2] < 1e-3);
}

#[test]
fn dead_units_have_no_gradient_on_any_sample() {
    let run = run("dead_units");
    let (network, train) = (run.network(), &run.split().train);
    let mut work = Workspace::default();
    work.fit(network, train.n);
    let theta = &run.snapshot().parameters;
    network.forward(theta, &train.inputs, train.n, Dropout::NONE, &mut work);
    let dead = |layer: usize| {
        let units = work.z(layer).chunks_exact(train.n);
        units.filter(|z| z.iter().all(|z| *z < 0.0)).count()
    };
    println!("dead: {} and {} of 8", dead(0), dead(1));
    assert_eq!(dead(1), 8, "a whole layer");
    for layer in &network.layers()[..2] {
        assert_eq!(norm(&run, layer), 0.0);
    }
    assert_eq!(run.status(), Status::Running);
    assert!(run.snapshot().train.accuracy <= 0.55);
}

#[test]
fn over_fitting_raises_the_test_loss_and_its_cure_undoes_that() {
    let ends = |id: &str| {
        let run = run(id);
        let points = run.history().points();
        let lowest = points.iter().map(|point| point.test).fold(f64::INFINITY, f64::min);
        let (first, last) = (points[0], points[points.len() - 1]);
        println!(
            "{id}: train {:.3} → {:.3}, test {lowest:.3} → {:.3}",
            first.train, last.train, last.test
        );
        (first.train, last.train, lowest, last.test)
    };
    let (begin, train, lowest, test) = ends("over-fitting");
    assert!(train < 0.1 * begin && test > 2.0 * lowest, "test rises while train falls");
    let (begin, train, lowest, cured) = ends("over-fitting_cured");
    assert!(train < begin && cured < 1.2 * lowest && cured < 0.5 * test);
}

#[test]
fn two_seeds_come_to_rest_in_different_minima() {
    let (bad, good) = (run("bad_minimum"), run("good_minimum"));
    let told = |run: &Run| {
        let at = run.snapshot();
        println!(
            "loss {:.3} accuracy {:.3} gradient {:e}",
            at.train.loss, at.train.accuracy, at.gradient_norm
        );
        (at.train.loss, at.train.accuracy)
    };
    let ((high, few), (low, many)) = (told(&bad), told(&good));
    assert!(high > 2.0 * low && few < 0.75 && many > 0.9);
    for run in [&bad, &good] {
        assert!(run.snapshot().gradient_norm < 0.02, "it rests");
        assert!(
            run.history()
                .points()
                .iter()
                .rev()
                .take(100)
                .all(|point| (point.train - run.snapshot().train.loss).abs() < 0.02)
        );
    }
    let other = Experiment { seed: good.experiment().seed, ..bad.experiment().clone() };
    assert_eq!(&other, good.experiment(), "nothing but the seed differs");
}

#[test]
fn the_spiral_is_learned_within_1200_iterations() {
    assert_eq!(read("spiral").1.rules.iterations, 1200);
    let right = median("spiral", |run| {
        assert_eq!((run.split().train.n, run.network().sizes()[0]), (250, 2));
        run.snapshot().test.accuracy
    });
    println!("spiral: median test accuracy of 10 seeds {right}");
    assert!(right >= 0.95);
}

#[test]
fn gaps_in_the_sunspots_are_filled_and_their_future_is_not_foretold() {
    let filled = median("sunspots", |run| run.snapshot().test.r_squared);
    let foretold = median("sunspots_forecast", |run| run.snapshot().test.r_squared);
    println!("sunspots: median R² of 10 seeds {filled:.3}, as a forecast {foretold:.3}");
    assert!(filled >= 0.5 && foretold < 0.0);
    assert!(run("sunspots").snapshot().test.r_squared >= 0.5);
    let forecast = run("sunspots_forecast");
    assert!(forecast.snapshot().test.r_squared < 0.0 && forecast.snapshot().train.r_squared > 0.8);
}

#[test]
fn formulas_are_learned() {
    let values = run("a_formula");
    let labels = run("labels_by_a_formula");
    let (explained, right) = (values.snapshot().test.r_squared, labels.snapshot().test.accuracy);
    println!("R² {explained:.3}, accuracy {right:.3}");
    assert!(explained > 0.95 && right > 0.93);
}
