//! Early stopping watches the validation samples, and knows the state to go back to.

use super::experiment;
use downhill_core::data::split::Part;
use downhill_core::export;
use downhill_core::network::Workspace;
use downhill_core::run::stop_rules::{Rules, Stop};
use downhill_core::run::timeline::Timeline;
use downhill_core::run::watch::PROGRESS;
use downhill_core::{Experiment, Run};
use std::collections::BTreeSet;

/// A network that learns 30 noisy samples by heart.
const MOONS: &str = "data=moons&samples=100&noise=1&test_fraction=0.3&validation_fraction=0.3\
                     &layers=16-16";
const BY_HEART: &str = "data=moons&samples=100&noise=1&test_fraction=0.3&validation_fraction=0.3\
                        &layers=16-16&optimizer=adam&learning_rate=0.02";

fn run(query: &str) -> Run {
    Run::new(&experiment(query)).unwrap()
}

fn patience(patience: u32) -> Rules {
    Rules { patience, ..Rules::default() }
}

/// The end of a run by these rules, within 3000 iterations, and the validation loss at each.
/// The losses are measured here, from the parameters alone.
fn end(query: &str, rules: Rules) -> (Timeline<Run>, Vec<f64>) {
    let mut time = Timeline::new(run(query));
    let mut losses = vec![validation_loss(time.now())];
    while rules.stop(time.now().snapshot()).is_none() && losses.len() <= 3000 && time.step() {
        losses.push(validation_loss(time.now()));
    }
    (time, losses)
}

/// NaN without validation samples.
fn validation_loss(run: &Run) -> f64 {
    if !run.is_validated() {
        return f64::NAN;
    }
    let (theta, cost) = (&run.snapshot().parameters, run.settings().cost);
    run.network().loss(theta, cost, &run.split().validation, &mut Workspace::default())
}

/// Place of the lowest loss, the first of equal ones.
fn lowest(losses: &[f64]) -> u32 {
    (1..losses.len()).fold(0, |best, at| if losses[at] < losses[best] { at } else { best }) as u32
}

/// Iteration at which a loop over the losses stops, as one writes it by hand.
fn by_hand(losses: &[f64], patience: usize) -> Option<usize> {
    let (mut mark, mut waited) = (losses[0], 0);
    (1..losses.len()).find(|at| {
        match losses[*at] < mark - PROGRESS * mark.abs() {
            true => (mark, waited) = (losses[*at], 0),
            false => waited += 1,
        }
        waited >= patience
    })
}

#[test]
fn three_parts_share_all_rows_class_by_class() {
    for (test, validation, sizes) in [
        (0.3, 0.2, [171, 69, 102]),
        (0.0, 0.5, [170, 172, 0]),
        (0.5, 0.0, [170, 0, 172]),
        (0.1, 0.1, [274, 34, 34]),
        (0.3, 0.6, [34, 206, 102]),
    ] {
        let query = format!("test_fraction={test}&validation_fraction={validation}");
        let run = run(&query);
        let split = run.split();
        assert_eq!(Part::ALL.map(|part| split.rows(part).len()), sizes, "{query}");
        assert_eq!(Part::ALL.map(|part| split.batch(part).n), sizes, "{query}");
        let all: BTreeSet<usize> =
            Part::ALL.iter().flat_map(|part| split.rows(*part)).copied().collect();
        assert_eq!(all.len(), 342, "a row belongs to one part");
        // Of each class as large a share, to half a row.
        for class in 0..3 {
            let of = |rows: &[usize]| {
                rows.iter().filter(|row| split.table.targets.label(**row) == Some(class)).count()
            };
            let whole: usize = Part::ALL.iter().map(|part| of(split.rows(*part))).sum();
            for (part, share) in [(Part::Test, test), (Part::Validation, validation)] {
                let off = of(split.rows(part)) as f64 - share * whole as f64;
                assert!(off.abs() <= 0.5, "{query}: {off}");
            }
        }
    }
}

#[test]
fn test_rows_are_the_same_with_and_without_validation() {
    for query in ["", "seed=7", "test_rows=last", "data=sunspots&test_rows=last&seed=2"] {
        let plain = run(query);
        let parted = run(&format!("{query}&validation_fraction=0.2"));
        let [plain, parted] = [plain.split(), parted.split()];
        assert_eq!(plain.test_rows, parted.test_rows, "{query}");
        assert!(plain.validation_rows.is_empty() && !parted.validation_rows.is_empty());
        // Nothing but the training rows is measured for the scale of the inputs.
        let rows = parted.train_rows.iter();
        let of_first: Vec<f64> = rows.map(|row| parted.table.rows[*row][0]).collect();
        let mean = of_first.iter().sum::<f64>() / of_first.len() as f64;
        assert_eq!(parted.means[0], mean, "{query}");
    }
}

#[test]
fn of_a_time_series_the_validation_rows_come_before_the_test_rows() {
    let run = run("data=sunspots&test_fraction=0.2&validation_fraction=0.1&test_rows=last");
    let split = run.split();
    assert_eq!(split.train_rows, (0..216).collect::<Vec<_>>());
    assert_eq!(split.validation_rows, (216..247).collect::<Vec<_>>());
    assert_eq!(split.test_rows, (247..309).collect::<Vec<_>>());
}

#[test]
fn fractions_that_leave_nothing_to_learn_from_are_refused_in_words() {
    for (test, validation) in [(0.5, 0.5), (0.9, 0.9), (0.9, 0.1), (0.6, 0.5)] {
        let query = format!("test_fraction={test}&validation_fraction={validation}");
        let error = Run::new(&experiment(&query)).unwrap_err().to_string();
        let told = [
            format!("test fraction of {test} and a validation fraction of {validation}"),
            "is left to learn from: lower one of them".into(),
        ];
        assert!(told.iter().all(|part| error.contains(part)), "{error}");
    }
    for wrong in ["-0.1", "0.91", "1", "NaN", "inf", "a third", ""] {
        let (read, errors) = Experiment::from_query(&format!("validation_fraction={wrong}"));
        assert_eq!((read.validation_fraction, errors.len()), (0.0, 1), "{wrong}");
        let error = errors[0].to_string();
        assert!(error.contains("validation_fraction") && error.contains("0 to 0.9"), "{error}");
    }
}

#[test]
fn shares_out_of_range_are_refused_wherever_they_come_from() {
    for wrong in [1.0, 1.5, -0.1, f64::NAN, f64::INFINITY] {
        let asked = Experiment { validation_fraction: wrong, ..Experiment::default() };
        let error = Run::new(&asked).unwrap_err().to_string();
        assert!(error.contains("validation_fraction"), "{wrong}: {error}");
        let error = Experiment::default().set("validation_fraction", &wrong.to_string());
        assert!(error.unwrap_err().to_string().contains("0 to 0.9"), "{wrong}");
    }
}

/// Rows of two classes, the second one with only so many rows.
fn classes(first: usize, second: usize, fractions: &str) -> Result<Run, String> {
    let rows: Vec<String> = (0..first + second).map(|row| format!("[{row}]")).collect();
    let labels: Vec<&str> =
        (0..first + second).map(|row| if row < first { "\"a\"" } else { "\"b\"" }).collect();
    let (rows, labels) = (rows.join(","), labels.join(","));
    let json = format!("{{\"data\":{{\"inputs\":[{rows}],\"targets\":[{labels}]}},{fractions}}}");
    Run::new(&super::from_json(&json)).map_err(|error| error.to_string())
}

#[test]
fn a_class_of_one_row_is_learned_from_or_refused_by_name() {
    let fractions = "\"test_fraction\":0.2,\"validation_fraction\":0.3";
    let run = classes(10, 1, fractions).unwrap();
    let split = run.split();
    assert_eq!(Part::ALL.map(|part| split.rows(part).len()), [6, 3, 2]);
    assert!(split.train_rows.contains(&10), "the one row is for training");
    // A row is not held back twice, nor the last one at all.
    for fractions in [
        "\"test_fraction\":0,\"validation_fraction\":0.6",
        "\"test_fraction\":0.2,\"validation_fraction\":0.5",
    ] {
        let error = classes(10, 1, fractions).unwrap_err();
        assert!(error.contains("no row of class “b” is left to learn from"), "{error}");
    }
    let error = classes(10, 2, "\"test_fraction\":0.5,\"validation_fraction\":0.3").unwrap_err();
    assert!(error.contains("class “b”") && error.contains("lower one of them"), "{error}");
    let error = classes(9, 1, "\"test_fraction\":0,\"validation_fraction\":0.9").unwrap_err();
    assert!(error.starts_with("With a validation fraction of 0.9, no row"), "{error}");
    assert!(error.contains("lower the fraction"), "{error}");
}

#[test]
fn of_too_few_rows_for_a_share_none_is_kept() {
    let run = classes(4, 4, "\"test_fraction\":0.25,\"validation_fraction\":0.1").unwrap();
    assert_eq!(Part::ALL.map(|part| run.split().rows(part).len()), [6, 0, 2]);
    assert!(!run.is_validated());
    assert_eq!(run.now().validation, None);
}

fn export(id: &str, run: &Run) -> String {
    (export::from_id(id).unwrap().write)(run)
}

#[test]
fn exports_tell_the_part_of_a_row_and_the_validation_loss() {
    let mut asked = run("validation_fraction=0.2&test_fraction=0.2&l2=0.02");
    assert!(asked.train(30));
    let data = export("data", &asked);
    let rows: Vec<&str> =
        data.lines().skip(1).map(|line| line.split(',').nth(3).unwrap()).collect();
    for (part, name) in Part::ALL.into_iter().zip(["training", "validation", "test"]) {
        let found: Vec<usize> = (0..rows.len()).filter(|row| rows[*row] == name).collect();
        assert_eq!(found, asked.split().rows(part), "{name}");
    }
    let history = export("history", &asked);
    let mut lines = history.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    assert_eq!(header[header.len() - 2..], ["validation_loss", "validation_accuracy"]);
    let last = lines.next_back().unwrap();
    assert_eq!(last[10], validation_loss(&asked).to_string());
    // Without validation samples the table is as it was.
    let plain = export("history", &run(""));
    assert!(plain.lines().next().unwrap().ends_with("train_accuracy,test_accuracy"));
}

#[test]
fn the_best_state_is_the_one_of_the_lowest_validation_loss() {
    for (query, seeds) in [
        (BY_HEART.to_string(), 1..4),
        (format!("{BY_HEART}&batch_size=7"), 1..4),
        (format!("{BY_HEART}&dropout=0.3"), 1..3),
        (format!("{BY_HEART}&l2=0.05"), 1..3),
        (format!("{MOONS}&optimizer=momentum&learning_rate=0.1&gradient_noise=0.2"), 1..3),
    ] {
        for seed in seeds {
            let query = format!("{query}&seed={seed}");
            let rules = patience(40);
            let (mut time, losses) = end(&query, rules);
            let stop = time.now().snapshot().clone();
            assert_eq!(rules.stop(&stop), Some(Stop::Stalled), "{query}");
            assert_eq!(by_hand(&losses, 40), Some(stop.iteration as usize), "{query}");
            let best = rules.restored(&stop).unwrap();
            assert_eq!(best.iteration, lowest(&losses), "{query}");
            assert_eq!(best.loss, losses[best.iteration as usize], "{query}");
            // Going back brings the weights of that state, bit for bit.
            time.seek(best.iteration);
            let mut again = run(&query);
            assert!((0..best.iteration).all(|_| again.step()));
            assert_eq!(again.snapshot().parameters, time.now().snapshot().parameters, "{query}");
            assert_eq!(validation_loss(time.now()), best.loss, "{query}");
        }
    }
}

#[test]
fn the_validation_loss_is_without_dropout_and_penalty() {
    let mut run = run(&format!("{BY_HEART}&dropout=0.5&l2=0.1&batch_size=8"));
    for _ in 0..20 {
        let at = run.snapshot();
        assert!(at.penalty > 0.0 && !at.dropout.masks.is_empty());
        assert_eq!(at.validation.data_loss, validation_loss(&run));
        assert_eq!(run.now().validation, Some(at.validation.data_loss));
        assert!(run.step());
    }
}

#[test]
fn of_equal_losses_the_first_is_the_best() {
    // No weight moves: each loss is the same.
    let rules = patience(5);
    let (time, losses) = end("validation_fraction=0.2&learning_rate=1e-300", rules);
    assert_eq!(losses.len(), 6);
    assert!(losses.iter().all(|loss| *loss == losses[0]));
    assert_eq!(rules.restored(time.now().snapshot()).unwrap().iteration, 0);
}

#[test]
fn patience_of_one_stops_at_the_first_step_without_a_fall() {
    for seed in 1..6 {
        let query = format!("{BY_HEART}&batch_size=5&seed={seed}");
        let (time, losses) = end(&query, patience(1));
        let last = losses.len() - 1;
        assert_eq!(by_hand(&losses, 1), Some(last), "{query}");
        let best = patience(1).restored(time.now().snapshot()).unwrap();
        assert_eq!(best.iteration, lowest(&losses), "{query}");
    }
}

#[test]
fn a_run_that_ends_before_its_patience_does_restores_nothing() {
    let rules = Rules { iterations: 30, ..patience(5000) };
    let (time, _) = end(BY_HEART, rules);
    let at = time.now().snapshot();
    assert_eq!((rules.stop(at), at.iteration), (Some(Stop::Enough), 30));
    assert_eq!(rules.restored(at), None);
}

#[test]
fn without_validation_samples_the_training_loss_is_watched_and_nothing_restored() {
    let rules = patience(20);
    let (time, _) = end("learning_rate=1e-12", rules);
    let at = time.now().snapshot();
    assert_eq!((rules.stop(at), at.iteration), (Some(Stop::Stalled), 20));
    assert_eq!((at.watch.best, rules.restored(at)), (None, None));
    assert!(at.validation.data_loss.is_nan());
}

#[test]
fn a_run_that_diverges_while_it_waits_keeps_its_best_state() {
    let query = "data=sunspots&cost=squared_error&standardize_targets=true&layers=4\
                 &activation=relu&validation_fraction=0.2&learning_rate=5&seed=2";
    let rules = patience(1000);
    let (mut time, losses) = end(query, rules);
    assert!(time.now().failed().is_some(), "{losses:?}");
    let at = time.now().snapshot();
    assert_eq!(rules.restored(at), None, "it has not waited long enough");
    let best = at.watch.best.unwrap();
    assert_eq!(best.iteration, lowest(&losses));
    time.seek(best.iteration);
    assert_eq!(validation_loss(time.now()), best.loss);
}

#[test]
fn what_is_watched_does_not_depend_on_the_way() {
    for more in ["", "&batch_size=7&dropout=0.2", "&edits=150:learning_rate:0.001"] {
        let query = format!("{BY_HEART}{more}");
        // More steps than the history records one by one.
        let (mut stepped, mut trained, mut advanced) = (run(&query), run(&query), run(&query));
        assert!((0..900).all(|_| stepped.step()) && trained.train(900) && advanced.advance(900));
        let watch = stepped.snapshot().watch;
        assert_eq!(trained.snapshot().watch, watch, "{query}");
        assert_eq!(advanced.snapshot().watch, watch, "{query}");
        assert!(watch.best.unwrap().iteration > 0);
        // There and back over the end, through states that are computed again.
        let mut time = Timeline::new(run(&query));
        assert!((0..900).all(|_| time.step()));
        for to in [3, 899, 450, 700, 900] {
            time.seek(to);
            let mut straight = run(&query);
            assert!((0..to).all(|_| straight.step()));
            assert_eq!(time.now().snapshot().watch, straight.snapshot().watch, "{query} at {to}");
        }
    }
}

#[test]
fn a_branch_forgets_the_losses_that_came_after_it() {
    let (mut time, losses) = end(BY_HEART, patience(40));
    time.seek(lowest(&losses) / 2);
    time.change(|run| run.edit("learning_rate", "1e-9")).unwrap();
    let here = time.now().snapshot().iteration;
    let mut others = losses[..=here as usize].to_vec();
    while patience(40).stop(time.now().snapshot()).is_none() {
        assert!(time.step());
        others.push(validation_loss(time.now()));
    }
    let best = patience(40).restored(time.now().snapshot()).unwrap();
    assert_eq!((best.iteration, best.loss), (lowest(&others), others[lowest(&others) as usize]));
    assert!(time.now().snapshot().iteration < here + 60);
}

#[test]
fn the_key_survives_address_and_json() {
    for text in ["0.2", "0.05", "0.9", "0.333"] {
        let query = format!("validation_fraction={text}&test_fraction=0.05");
        let asked = experiment(&query);
        assert_eq!(asked.get("validation_fraction").unwrap(), text);
        assert_eq!(experiment(&asked.to_query().unwrap()), asked);
        let json = serde_json::to_string(&asked).unwrap();
        assert!(json.contains(&format!("\"validation_fraction\":{text}")), "{json}");
        assert_eq!(super::from_json(&json), asked);
    }
    let unasked = experiment("validation_fraction=0&test_fraction=0.05").to_query().unwrap();
    assert_eq!(unasked, "test_fraction=0.05");
}
