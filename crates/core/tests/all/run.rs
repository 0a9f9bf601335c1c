//! A run is a pure function of its experiment.

mod early_stopping;
mod edits;
mod timeline;

use crate::experiment::from_json;
use downhill_core::experiment::edit::Edit;
use downhill_core::experiment::keys::KEYS;
use downhill_core::experiment::value::Value;
use downhill_core::network::activation::ACTIVATIONS;
use downhill_core::network::cost::COSTS;
use downhill_core::network::objective::Objective;
use downhill_core::network::{Batch, Workspace};
use downhill_core::optimizer::OPTIMIZERS;
use downhill_core::run::snapshot::{Quantity, Snapshot, Status};
use downhill_core::run::trajectory;
use downhill_core::{Error, Experiment, Run};

fn experiment(query: &str) -> Experiment {
    let (experiment, errors) = Experiment::from_query(query);
    assert_eq!(errors, []);
    experiment
}

/// All parameters of `n` iterations, as bits.
fn trajectory(run: &mut Run, n: usize) -> Vec<Vec<u64>> {
    (0..n)
        .map(|_| {
            assert!(run.step());
            run.snapshot().parameters.iter().map(|parameter| parameter.to_bits()).collect()
        })
        .collect()
}

/// Every optimizer with every activation and cost, up to the last finite state.
/// The list is made by `downhill digest`, never by a test.
#[test]
fn every_optimizer_with_every_activation_and_cost_has_the_bits_on_record() {
    let record = include_str!("../../../../tests/digests.txt");
    let mut seen = std::collections::BTreeSet::new();
    for line in record.lines().filter(|line| !line.starts_with('#')) {
        let (digest, query) = line.split_once(' ').unwrap();
        let asked = experiment(query);
        let found = trajectory::digest(&asked, 30).unwrap();
        assert_eq!(found.to_string(), digest, "{query}");
        seen.insert((asked.optimizer.id, asked.activation.of(0).id, asked.cost.id));
    }
    assert_eq!(seen.len(), OPTIMIZERS.len() * ACTIVATIONS.len() * COSTS.len());
}

/// The list is written by hand after a look at why a number changed, never by a test.
#[test]
fn trajectories_have_the_bits_on_record() {
    let record = include_str!("../../../../tests/trajectories.txt");
    let lines: Vec<&str> = record.lines().filter(|line| !line.starts_with('#')).collect();
    for name in downhill_core::formula::calls().chain(["max", "min"]) {
        assert!(record.contains(&format!("*{name}(")), "no trajectory needs {name}");
    }
    for line in lines {
        let (digest, query) = line.split_once(' ').unwrap();
        let found = trajectory::digest(&experiment(query), 1000).unwrap();
        assert_eq!(found.to_string(), digest, "{query}");
    }
}

#[test]
fn a_live_run_with_edits_is_its_own_replay() {
    let mut run = Run::new(&experiment("batch_size=10")).unwrap();
    let mut live = trajectory(&mut run, 120);
    run.edit("learning_rate", "0.05").unwrap();
    live.extend(trajectory(&mut run, 75));
    run.edit("batch_size", "32").unwrap();
    run.edit("learning_rate", "2").unwrap();
    run.edit("learning_rate", "0.2").unwrap();
    live.extend(trajectory(&mut run, 100));

    let expected =
        [(120, "learning_rate", 0.05), (195, "batch_size", 32.0), (195, "learning_rate", 0.2)];
    let expected = expected.map(|(iteration, key, value)| Edit {
        iteration,
        key: key.into(),
        value: Value::Number(value),
    });
    assert_eq!(run.experiment().edits, expected);

    let again = run.experiment().clone();
    assert_eq!(trajectory(&mut Run::new(&again).unwrap(), 295), live);
    let json = serde_json::to_string(&again).unwrap();
    let back = from_json(&json);
    assert_eq!(back, again);
    assert_eq!(trajectory(&mut Run::new(&back).unwrap(), 295), live);
    assert_eq!(
        trajectory(&mut Run::new(&experiment(&again.to_query().unwrap())).unwrap(), 295),
        live
    );
}

#[test]
fn an_edit_changes_the_coming_update_and_nothing_before() {
    let mut run = Run::new(&experiment("batch_size=10")).unwrap();
    (0..5).for_each(|_| assert!(run.step()));
    let before = run.snapshot().clone();
    run.edit("learning_rate", "0.1").unwrap();
    assert_eq!(run.snapshot().parameters, before.parameters);
    assert_eq!(run.snapshot().gradient, before.gradient);
    for (index, next) in run.snapshot().next.iter().enumerate() {
        assert_eq!(*next, before.parameters[index] - 0.1 * before.gradient[index]);
    }
    run.edit("batch_size", "20").unwrap();
    assert_eq!(run.snapshot().batch.len(), 20);
    assert_eq!(run.snapshot().batch[..10], before.batch);
    assert_ne!(run.snapshot().gradient, before.gradient);
}

#[test]
fn an_edit_before_recorded_ones_replaces_them() {
    let mut run = Run::new(&experiment("edits=10:learning_rate:0.1,20:learning_rate:0.2")).unwrap();
    (0..15).for_each(|_| assert!(run.step()));
    assert_eq!(run.settings().learning_rate, 0.1);
    run.edit("learning_rate", "0.4").unwrap();
    assert_eq!(
        run.experiment().to_query().unwrap(),
        experiment("edits=10:learning_rate:0.1,15:learning_rate:0.4").to_query().unwrap()
    );
    let mut start = Run::new(&experiment("")).unwrap();
    start.edit("learning_rate", "0.4").unwrap();
    assert_eq!(start.experiment().to_query().unwrap(), "learning_rate=0.4");
}

#[test]
fn an_epoch_sees_every_training_sample_once() {
    let mut run = Run::new(&experiment("batch_size=7")).unwrap();
    let n = run.split().train.n;
    assert_ne!(n % 7, 0, "a short last batch is what is to be tested");
    let mut orders = Vec::new();
    for epoch in 0..3 {
        let mut order = Vec::new();
        while run.snapshot().epoch == epoch {
            assert_eq!(run.snapshot().seen, order.len());
            assert_eq!(run.snapshot().batch.len(), 7.min(n - order.len()));
            order.extend_from_slice(&run.snapshot().batch);
            assert!(run.step());
        }
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert!(sorted.into_iter().eq(0..n));
        orders.push(order);
    }
    assert_ne!(orders[0], orders[1]);
    assert_ne!(orders[1], orders[2]);
}

#[test]
fn which_samples_an_epoch_has_visited_is_known_at_every_moment() {
    for query in ["batch_size=1", "batch_size=10&edits=7:batch_size:25,40:batch_size:full", ""] {
        let mut run = Run::new(&experiment(query)).unwrap();
        let n = run.split().train.n;
        let mut visited = Vec::new();
        for _ in 0..2 * n {
            let at = run.snapshot();
            let [before, now, after] = run.visits().unwrap();
            assert_eq!((before, now), (&visited[..], &at.batch[..]), "{query} {}", at.iteration);
            let mut all = [before, now, after].concat();
            all.sort_unstable();
            assert!(all.into_iter().eq(0..n), "{query}: each is in one of the three");
            if after.is_empty() {
                visited.clear();
            } else {
                visited.extend_from_slice(now);
            }
            assert!(run.step());
        }
    }
    // Where the next state, of another epoch, is not finite, this one stays known.
    let mut at_the_end = 0;
    for size in 40..130 {
        let query = "learning_rate=1e4&activation=identity&cost=squared_error&batch_size=";
        let mut run = Run::new(&experiment(&format!("{query}{size}"))).unwrap();
        while run.step() {}
        let Snapshot { seen, batch, .. } = run.snapshot();
        let [before, now, after] = run.visits().unwrap();
        assert_eq!((before.len(), now), (*seen, &batch[..]));
        assert!(before.iter().chain(now).all(|sample| !after.contains(sample)));
        at_the_end += usize::from(after.is_empty());
    }
    assert!(at_the_end > 0);
    let mut own = experiment("");
    own.batches = Some(vec![vec![0, 0, 1]]);
    assert_eq!(Run::new(&own).unwrap().visits(), None);
}

#[test]
fn batches_of_ones_own_come_round_in_their_order() {
    let mut own = experiment("layers=4&learning_rate=0.1");
    let n = Run::new(&own).unwrap().split().train.n;
    let all: Vec<usize> = (0..n).collect();
    let batches = vec![vec![3, 3, 0], all.clone(), (20..30).collect(), vec![n - 1]];
    own.batches = Some(batches.clone());
    let mut run = Run::new(&own).unwrap();
    let (mut batch, mut work) = (Batch::default(), Workspace::default());
    for iteration in 0..9 {
        let Snapshot { parameters, gradient, batch_loss, .. } = run.snapshot().clone();
        assert_eq!(run.snapshot().batch, batches[iteration % 4]);
        batch.gather(&run.split().train, &batches[iteration % 4]);
        assert_eq!(run.coming().inputs, batch.inputs);
        assert_eq!(run.coming().targets, batch.targets);
        let objective = Objective { batch: &batch, ..run.objective() };
        let mut expected = vec![0.0; gradient.len()];
        assert_eq!(objective.gradient(&parameters, &mut expected, &mut work), batch_loss);
        assert_eq!(expected, gradient);
        assert!(run.step());
    }
}

#[test]
fn a_batch_of_all_samples_is_full_descent() {
    let mut full = Run::new(&experiment("")).unwrap();
    let mut large = Run::new(&experiment("batch_size=1000000")).unwrap();
    assert_eq!(trajectory(&mut full, 50), trajectory(&mut large, 50));
    assert_eq!(full.snapshot().epoch, 50);
    assert_eq!(full.snapshot().batch_loss.to_bits(), full.snapshot().train.loss.to_bits());
}

#[test]
fn it_learns_to_tell_penguins_apart() {
    let mut accuracies: Vec<f64> = (1..=20)
        .map(|seed| {
            let mut run = Run::new(&experiment(&format!("seed={seed}"))).unwrap();
            (0..3600).for_each(|_| assert!(run.step()));
            run.snapshot().test.accuracy
        })
        .collect();
    accuracies.sort_by(f64::total_cmp);
    let median = (accuracies[9] + accuracies[10]) / 2.0;
    println!("held-out accuracy: median {median:.4}, worst {:.4}", accuracies[0]);
    assert!(median >= 0.95, "{accuracies:?}");
    assert!(accuracies[0] >= 0.90, "{accuracies:?}");
}

#[test]
fn divergence_is_reported_and_the_last_finite_state_kept() {
    let mut run =
        Run::new(&experiment("layers=&cost=squared_error&learning_rate=50&batch_size=20")).unwrap();
    while run.step() {}
    let Status::Diverged { iteration, what } = run.status() else { panic!("{:?}", run.status()) };
    let last = run.snapshot().clone();
    assert_eq!(iteration, last.iteration + 1);
    assert_eq!(what, Quantity::Loss);
    assert!(last.parameters.iter().chain(&last.gradient).all(|number| number.is_finite()));
    assert!(!run.step());
    assert_eq!(run.snapshot().parameters, last.parameters);

    // A smaller rate goes on from there, and the whole can be replayed.
    run.edit("learning_rate", "1e-9").unwrap();
    assert!(run.step());
    let mut replay = Run::new(run.experiment()).unwrap();
    (0..=last.iteration).for_each(|_| assert!(replay.step()));
    assert_eq!(replay.snapshot().parameters, run.snapshot().parameters);
}

#[test]
fn bad_values_are_explained_and_change_nothing() {
    let mut run = Run::new(&Experiment::default()).unwrap();
    (0..3).for_each(|_| assert!(run.step()));
    let before = run.snapshot().parameters.clone();
    for (key, value) in [
        ("learning_rate", "-1"),
        ("learning_rate", "0"),
        ("learning_rate", "NaN"),
        ("learning_rate", ""),
        ("learning_rate", "inf"),
        ("batch_size", "0"),
        ("batch_size", "2.5"),
        ("batch_size", "-3"),
        ("seed", "2"),
        ("layers", "8"),
        ("nonsense", "1"),
    ] {
        let error = run.edit(key, value).unwrap_err();
        assert!(error.to_string().contains(key), "{error}");
        assert_eq!(run.snapshot().parameters, before);
        assert_eq!(run.experiment(), &Experiment::default());
    }
    let mut other = Experiment::default();
    for (key, value) in [
        ("seed", "-1"),
        ("seed", "4294967296"),
        ("layers", "0"),
        ("layers", "1-2-3-4-5-6-7"),
        ("layers", "65"),
        ("layers", "a"),
        ("data", "pinguins"),
        ("test_fraction", "1"),
        ("edits", "x"),
        ("version", "2"),
    ] {
        assert!(matches!(other.set(key, value), Err(Error::BadValue { .. })), "{key}={value}");
        assert_eq!(other, Experiment::default());
    }
    let long = "9".repeat(10_000);
    assert!(other.set("seed", &long).unwrap_err().to_string().len() < 200);
}

#[test]
fn an_address_is_understood_as_far_as_it_goes() {
    let (experiment, errors) =
        Experiment::from_query("?seed=7&sneed=8&learning_rate=fast&batch_size=10");
    assert_eq!((experiment.seed, experiment.batch_size), (7, Some(10)));
    assert_eq!(experiment.learning_rate, Experiment::default().learning_rate);
    assert_eq!(errors.len(), 2);
    let (experiment, errors) = Experiment::from_query("edits=5:seed:3");
    assert_eq!(experiment, Experiment::default());
    assert!(matches!(errors[..], [Error::NeedsNewStart(_)]));
}

#[test]
fn every_key_is_a_field_and_every_field_a_key() {
    let json = serde_json::to_value(Experiment::default()).unwrap();
    let mut fields: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    // Data of one's own are the field `data`, and in an address `points`.
    let keys = KEYS.iter().map(|key| key.id).filter(|key| *key != "points");
    let mut keys: Vec<&str> = keys.collect();
    fields.sort_unstable();
    keys.sort_unstable();
    assert_eq!(fields, keys);
}

#[test]
fn what_is_wrong_in_json_is_found_before_it_runs() {
    for json in [
        r#"{"learning_rate": -1}"#,
        r#"{"layers": [0]}"#,
        r#"{"batch_size": 0}"#,
        r#"{"version": 9}"#,
        r#"{"activation": "tahn"}"#,
        r#"{"edits": [{"iteration": 3, "key": "seed", "value": 1}]}"#,
        r#"{"edits": [{"iteration": 3, "key": "learning_rate", "value": "fast"}]}"#,
    ] {
        let (_, errors) = Experiment::from_json(json);
        assert_eq!(errors.len(), 1, "{json}: {errors:?}");
    }
}

#[test]
fn the_history_stays_bounded_and_keeps_the_whole_way() {
    let mut run = Run::new(&experiment("layers=1&batch_size=1")).unwrap();
    let start = run.snapshot().parameters[0];
    (0..5000).for_each(|_| assert!(run.step()));
    let points = run.history().points();
    assert!((256..=512).contains(&points.len()));
    assert_eq!(points[0].iteration, 0);
    let stride = points[1].iteration;
    assert!(points.windows(2).all(|pair| pair[1].iteration - pair[0].iteration == stride));
    assert!(5000 - points.last().unwrap().iteration < stride);
    assert_eq!(run.history().parameter(0).next(), Some(start));
    assert_eq!(run.history().parameter(0).len(), points.len());
}

/// All of a state that does not depend on how it was come by.
fn state(run: &Run) -> String {
    let at = run.snapshot();
    let memory: Vec<_> = at.optimizer.memory().collect();
    format!(
        "{:?} {} {} {:?} {:?} {:?} {:?} {:?} {:?} {} {:?} {memory:?} {:?}",
        run.status(),
        at.iteration,
        at.epoch,
        at.parameters,
        at.next,
        at.gradient,
        at.dropout,
        at.train,
        at.batch,
        at.batch_loss,
        run.settings(),
        run.visits(),
    )
}

#[test]
fn training_without_looking_ends_where_steps_end() {
    for query in [
        "",
        "batch_size=10&edits=30:learning_rate:0.1,200:batch_size:32,601:learning_rate:0.5",
        "batch_size=25&optimizer=adam&beta1=0.8&dropout=0.2&gradient_noise=0.1&frozen=0,5",
        "batch_size=25&optimizer=lion&schedule=cosine:50&layers=4-4&l2=0.01",
        "learning_rate=30&activation=relu&cost=squared_error&output_activation=relu",
        "learning_rate=1e4&activation=identity&cost=squared_error&batch_size=10",
    ] {
        let mut steps = Run::new(&experiment(query)).unwrap();
        let (mut train, mut advance) = (steps.clone(), steps.clone());
        for count in [1, 7, 0, 500, 163, 900] {
            let all = (0..count).all(|_| steps.step());
            assert_eq!(train.train(count), all, "{query}");
            assert_eq!(advance.advance(count), all, "{query}");
            assert_eq!(state(&train), state(&steps), "{query}");
            assert_eq!(state(&advance), state(&steps), "{query}");
            assert_eq!(advance.history().points(), steps.history().points(), "{query}");
        }
        assert_eq!(steps.failed().is_some(), query.contains("1e4"), "{query}");
    }
}

/// Another optimizer from iteration 7 on begins with no memory, and the settings that it
/// does not have are gone; the address replays it.
#[test]
fn another_optimizer_takes_over_in_a_run() {
    for query in [
        "batch_size=10&optimizer=momentum&momentum=0.8",
        "function=himmelblau&start=1,1&optimizer=momentum&momentum=0.8&learning_rate=0.01",
    ] {
        let start = experiment(&format!("{query}&edits=7:optimizer:adam,7:learning_rate:0.05"));
        let again = experiment(&start.to_query().unwrap());
        assert_eq!(again, start);
        let bits = trajectory::digest(&start, 20).unwrap();
        assert_eq!(bits.to_string(), trajectory::digest(&again, 20).unwrap().to_string());
        assert_ne!(
            bits.to_string(),
            trajectory::digest(&experiment(query), 20).unwrap().to_string()
        );
    }
    let mut run = Run::new(&experiment("batch_size=10&optimizer=momentum&momentum=0.8")).unwrap();
    assert!(run.train(7));
    run.edit("optimizer", "adam").unwrap();
    assert!(run.settings().hyperparameters.is_empty());
    let at = run.snapshot();
    let moved = at.next.iter().zip(&at.parameters).zip(&at.gradient);
    // Adam's first move is the learning rate along each slope, whatever its size.
    let rate = at.optimizer.learning_rate;
    for ((next, at), slope) in moved.filter(|(_, slope)| slope.abs() > 1e-4) {
        assert!(((next - at) + rate * slope.signum()).abs() < 1e-3 * rate, "{next} {at} {slope}");
    }
    let live = trajectory(&mut run, 20);
    let again = run.experiment().clone();
    let mut replay = Run::new(&again).unwrap();
    assert!(replay.train(7));
    assert_eq!(trajectory(&mut replay, 20), live);
}

#[test]
fn the_history_knows_how_long_each_layers_gradient_was() {
    let (experiment, _) = Experiment::from_query("layers=6-4&batch_size=20&l2=0.01");
    let mut run = Run::new(&experiment).unwrap();
    let mut norms = vec![];
    for _ in 0..30 {
        let layers = run.network().layers();
        let parts = layers.iter().map(|layer| {
            let part = &run.snapshot().gradient[layer.weights.start..layer.biases.end];
            part.iter().map(|slope| slope * slope).sum::<f64>().sqrt()
        });
        norms.push(parts.collect::<Vec<f64>>());
        run.step();
    }
    for layer in 0..3 {
        for (kept, all) in run.history().norms(layer).zip(&norms) {
            assert!((kept - all[layer]).abs() <= 1e-12 * kept, "layer {layer}");
        }
    }
    let at = run.history().points()[7];
    assert_eq!((at.iteration, at.learning_rate), (7, 0.3));
    assert!(at.penalty > 0.0 && at.train > at.penalty);
}
